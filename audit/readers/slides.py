"""PowerPoint: the slides in the order in which they are shown, each with its notes."""

import io
from collections.abc import Mapping
from typing import Final, final

from audit.errors import ReadError
from audit.model import Document, Source
from audit.readers import LIMITS, Budget, Limits, Reader, check_text
from audit.readers.bounds.packages import check_count, document_of, parts_of, said_of
from audit.readers.bounds.story import Story
from audit.readers.bounds.xml import Handler, local, parse
from audit.readers.bounds.zips import Zip

_MAIN: Final = "ppt/presentation.xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_furniture: Final = frozenset(("dt", "ftr", "hdr", "sldNum"))
"""Places on a slide that repeat: date, footer, header, number."""


@final
class Slides(Reader):
    """Read PPTX: the text of each slide, then its notes; footers and numbers are furniture."""

    id = "pptx"
    media_types = ("application/vnd.openxmlformats-officedocument.presentationml.presentation",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        archive = Zip(io.BytesIO(data), Budget(limits))
        main = archive.get(_MAIN)
        if not main:
            raise ReadError(f"no {_MAIN} in it")
        story = Story()
        names = _order(archive, main, limits)
        check_count(len(names), "slides", limits)
        for name in names:
            _Slide(story).add(archive.wanted(name), limits)
            for kind, part in parts_of(archive, name, limits).values():
                if kind == "notesSlide":
                    _Slide(story).add(archive.wanted(part), limits)
        check_text(story.text, limits)
        said = said_of(archive, self.id, self.media_types[0], limits)
        return document_of(source, basis, story, said)


def _order(archive: Zip, main: bytes, limits: Limits) -> list[str]:
    ids: list[str] = []

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        if local(name) == "sldId" and _RELATION in attributes:
            ids.append(attributes[_RELATION])

    parse(main, Handler(start, lambda _name, _at: None, lambda _text, _at: None), limits)
    parts = parts_of(archive, _MAIN, limits)
    missing = sum(each not in parts for each in ids)
    if missing:
        archive.lost.append(f"slides that are named and are not in it: {missing:,}")
    return [parts[each][1] for each in ids if each in parts]


class _Slide:
    """One slide or page of notes on its way into a story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._is_text = False
        self._fallen = 0
        self._place, self._began = "", 0

    def add(self, data: bytes, limits: Limits) -> None:
        """Add the paragraphs in *data*."""
        if data:
            parse(data, Handler(self._start, self._end, self._text), limits)
        self._story.end_line()

    def _start(self, name: str, attributes: Mapping[str, str], _at: int) -> None:
        element = local(name)
        # What stands there is what was chosen before it, for programs that cannot show that.
        self._fallen += element == "Fallback"
        self._is_text = element == "t" and not self._fallen
        if element == "sp":
            self._place, self._began = "", self._story.length
        elif element == "ph":
            self._place = attributes.get("type", "")
        elif element == "br":
            self._story.add("\n")

    def _end(self, name: str, _at: int) -> None:
        self._is_text = False
        self._fallen -= local(name) == "Fallback"
        if local(name) in {"p", "tr"}:
            self._story.end_line()
        elif local(name) == "sp" and self._place in _furniture:
            self._story.mark(self._began)

    def _text(self, text: str, _at: int) -> None:
        if self._is_text:
            self._story.add(text)
