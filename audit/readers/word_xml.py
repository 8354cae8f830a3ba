"""Word 2003 as XML: the text as it is read, then notes; headers and footers are furniture."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, final

from audit.model import Document, Field, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.bounds.fields import DUBLIN_CORE, fields_of
from audit.readers.bounds.hiding import Styles, styles_of_word
from audit.readers.bounds.packages import Said, document_of, embedded, macros, typed, unseen
from audit.readers.bounds.story import Story
from audit.readers.bounds.word_text import WordText
from audit.readers.bounds.xml import Handler, local, parse

_meta: Final[Mapping[str, str]] = {
    "Title": "title",
    "Author": "creator",
    "Category": "section",
    "Company": "publisher",
    "Created": "created",
    "LastSaved": "modified",
}
_notes: Final = frozenset(("footnote", "endnote"))
_margins: Final = frozenset(("hdr", "ftr"))
_added: Final[Mapping[str, str]] = {
    form: property_ for name, property_ in DUBLIN_CORE.items() for form in (name, name.capitalize())
}
"""Properties that a person added are elements of their own names."""
_ROOT: Final = 16_384
"""Bytes in which the first tag ends."""
_macros: Final = re.compile(rb"\bmacrosPresent=[\"']yes[\"']")


@final
class WordXml(Reader):
    """Read the XML of Word 2003; what was deleted or is hidden is left out, and comments are."""

    id = "word-xml"
    media_types = ("application/x-wordml+xml",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        lost: list[str] = []
        found = _Parts(styles_of_word(data, limits, lost))
        parse(data, Handler(found.start, found.end, found.text), limits)
        story = found.told()
        check_text(story.text, limits)
        fields = tuple(_fields(data, limits))
        remarks = (
            *macros(["macrosPresent"] if _macros.search(data, 0, _ROOT) else []),
            *embedded(data, b"OLEObject"),
            *typed(data),
            *unseen(found.hidden),
        )
        told = Said(self.media_types[0], fields, remarks, tuple(lost))
        return document_of(source, basis, story, told)


def _fields(data: bytes, limits: Limits) -> Iterator[Field]:
    """Yield what the file says of itself; raise ReadError."""
    for by, place, names in (
        ("docx", "DocumentProperties", _meta),
        ("docx-custom", "CustomDocumentProperties", _added),
    ):
        tag = f"o:{place}".encode()
        start = data.find(b">", data.find(b"<" + tag)) + 1 if b"<" + tag in data else -1
        end = data.find(b"</" + tag + b">")
        if 0 <= start < end:
            spaces = b"xmlns:o='urn:o' xmlns:dt='urn:dt'"
            said = b"<o:said " + spaces + b">" + data[start:end] + b"</o:said>"
            yield from fields_of(said, by, f"o:{place}", names, limits)


class _Parts:
    """The parts of a file, which stand in each other, on their way into stories."""

    def __init__(self, styles: Styles) -> None:
        self._stories = Story(), Story(), Story()
        self._body, self._notes, self._margins = (
            WordText(story, styles) for story in self._stories
        )
        self._open = [self._body]

    @property
    def hidden(self) -> int:
        """How many characters are there and not shown."""
        return sum(part.hidden for part in (self._body, self._notes, self._margins))

    def told(self) -> Story:
        """Return the text, its notes, and as furniture headers and footers."""
        story, notes, margins = self._stories
        story.add(notes.text)
        start = story.length
        story.add(margins.text)
        story.mark(start)
        return story

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Begin an element."""
        element = local(name)
        if element in _notes:
            self._open.append(self._notes)
        elif element in _margins:
            self._open.append(self._margins)
        else:
            self._open[-1].start(name, attributes, at)

    def end(self, name: str, at: int) -> None:
        """End an element."""
        if local(name) in _notes or local(name) in _margins:
            self._open.pop()
        else:
            self._open[-1].end(name, at)

    def text(self, text: str, at: int) -> None:
        """Add characters."""
        self._open[-1].text(text, at)
