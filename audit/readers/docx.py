"""Word texts: paragraphs as they are read, notes; headers and footers are furniture."""

import io
import re
from collections.abc import Mapping
from typing import Final, final

from audit.errors import ReadError
from audit.model import Document, Source
from audit.readers import LIMITS, Budget, Limits, Reader, check_text
from audit.readers.bounds.packages import document_of, left_out, main_of, said_of, unseen
from audit.readers.bounds.story import Story
from audit.readers.bounds.xml import Handler, local, parse
from audit.readers.bounds.zips import Zip

_word_extra: Final = re.compile(r"word/(?:footnotes|endnotes)\d{0,4}\.xml")
_word_furniture: Final = re.compile(r"word/(?:header|footer)\d{0,4}\.xml")
_gone: Final = frozenset(("del", "moveFrom", "rt", "rPrChange", "pPrChange"))
"""What was deleted or is read elsewhere, how characters are spoken, and how they looked before."""
_off: Final = frozenset(("0", "false", "off"))
_signs: Final[Mapping[str, str]] = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}
_chunk: Final = re.compile(rb"<(?:\w{1,20}:)?altChunk\b")
_CHUNK: Final = "a part of it in another format (altChunk) is not read"


@final
class Word(Reader):
    """Read DOCX: body, notes, headers as furniture; what was deleted or is hidden is left out."""

    id = "docx"
    media_types = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        archive = Zip(io.BytesIO(data), Budget(limits))
        names = sorted(archive.names)
        main = archive.get(main_of(archive, "word/document.xml", limits))
        if not main:
            raise ReadError("no word/document.xml in it")
        story = Story()
        hidden = _word(main, story, limits)
        for name in filter(_word_extra.fullmatch, names):
            hidden += _word(archive.spare(name), story, limits)
        start = story.length
        for name in filter(_word_furniture.fullmatch, names):
            hidden += _word(archive.spare(name), story, limits)
        story.mark(start)
        check_text(story.text, limits)
        said = said_of(archive, self.id, self.media_types[0], limits)
        lost = (*said.lost, *((_CHUNK,) if _chunk.search(main) else ()))
        changes = left_out(main, changes=b"ins|del|moveFrom")
        remarks = (*said.remarks, *changes, *unseen(hidden))
        return document_of(source, basis, story, said._replace(lost=lost, remarks=remarks))


class _Word:
    """The paragraphs of a part of a Word file on their way into a story."""

    def __init__(self, story: Story) -> None:
        self.hidden = 0
        """Characters that are there and not shown."""
        self._story = story
        self._inside = self._is_hidden = False
        self._skipped = 0
        self._chosen = [False]
        """Whether what is open in another form was read in a better one."""

    def start(self, name: str, attributes: Mapping[str, str], _at: int) -> None:
        """Begin an element."""
        element = local(name)
        if element == "AlternateContent":
            self._chosen.append(False)
        elif element == "Choice":
            self._chosen[-1] = True
        is_skipped = element in _gone or (element == "Fallback" and self._chosen[-1])
        if self._skipped or is_skipped:
            self._skipped += 1
            return
        self._inside = element == "t"
        if element == "r":
            self._is_hidden = False
        elif element == "vanish":
            self._is_hidden = _is_on(attributes)
        elif element in _signs and not self._is_unsaid(element):
            self._story.add(_signs[element])

    def _is_unsaid(self, element: str) -> bool:
        return self._is_hidden or (element == "tab" and self._story.ends_line)

    def end(self, name: str, _at: int) -> None:
        """End an element."""
        self._inside = False
        element = local(name)
        if element == "AlternateContent":
            self._chosen.pop()
        if self._skipped:
            self._skipped -= 1
        elif element in {"p", "tr"}:
            self._story.end_line()

    def text(self, text: str, _at: int) -> None:
        """Add characters."""
        if self._skipped or not self._inside:
            return
        if self._is_hidden:
            self.hidden += len(text)
        else:
            self._story.add(text)


def _is_on(attributes: Mapping[str, str]) -> bool:
    """Tell whether a property is set: it is where nothing else is said."""
    return all(local(name) != "val" or said not in _off for name, said in attributes.items())


def _word(data: bytes, story: Story, limits: Limits) -> int:
    """Add the paragraphs of a part of a Word file; return how many characters in it are hidden."""
    word = _Word(story)
    if data:
        parse(data, Handler(word.start, word.end, word.text), limits)
    story.end_line()
    return word.hidden
