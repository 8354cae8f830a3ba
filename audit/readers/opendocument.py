"""OpenDocument texts: paragraphs as they are read, what the file says of itself."""

import io
import re
from collections.abc import Mapping
from typing import Final, final

from audit.errors import ReadError
from audit.model import Document, Source
from audit.readers import LIMITS, Budget, Limits, Reader, check_text
from audit.readers.bounds.fields import fields_of
from audit.readers.bounds.hiding import Styles, said
from audit.readers.bounds.packages import Said, document_of, embedded, left_out, macros, unseen
from audit.readers.bounds.story import Paragraphs, Story
from audit.readers.bounds.xml import Handler, local, parse
from audit.readers.bounds.zips import Zip

_STYLES: Final = "styles.xml"
_meta: Final[Mapping[str, str]] = {
    "initial-creator": "creator",
    "creation-date": "created",
    "date": "modified",
    "creator": "",
    "generator": "generator",
}
_space: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_ENCRYPTED: Final = b"encryption-data"
_white: Final[Mapping[str, str]] = {"tab": "\t", "line-break": "\n"}
_blanks: Final = re.compile("[ \t\r\n]+")
_most_spaces: Final = 200
_SHOWN, _STYLED, _HIDDEN, _UNREAD = 0, 1, 2, 3
"""How characters are seen: not where a style hides them, a condition, or what is no text at all."""
_displays: Final[Mapping[str, bool]] = {"none": True, "true": False}
_SPAN: Final = "text"
_families: Final[Mapping[str, str]] = {"p": "paragraph", "h": "paragraph", "span": _SPAN}
_conditions: Final = frozenset(("section", "hidden-text"))
_BY_FIELD: Final = "hidden-paragraph"
_NOTE: Final = "note-body"
_unseen: Final = frozenset(
    (
        *("annotation", "tracked-changes", "binary-data", "sequence-decls", "note-citation"),
        *("ruby-text", "object"),
    )
)
_described: Final = frozenset(
    f"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}}{name}"
    for name in ("title", "desc")
)
"""What pictures are called and show, for those who cannot see them."""
_paragraphs: Final = frozenset(("p", "h"))
_headers: Final = frozenset(
    f"{kind}{which}" for kind in ("header", "footer") for which in ("", "-left", "-first")
)
_aside: Final = frozenset(("styles", "master-styles", "automatic-styles", "document-styles"))
_FLAT: Final = "-flat-xml"
_ROOT: Final = 16_384
"""Bytes in which the first tag of OpenDocument ends."""
_META: Final = b"</office:meta>"
_kind: Final = re.compile(rb"mimetype=[\"']([\w./-]{1,200})[\"']")


@final
class OpenDocument(Reader):
    """Read ODT, ODS and ODP: the body as it stands, without comments and what was deleted."""

    id = "odt"
    media_types = tuple(
        f"application/vnd.oasis.opendocument.{kind}{form}"
        for form in ("", "-template", _FLAT)
        for kind in ("text", "spreadsheet", "presentation")
    )

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        if not data.startswith(b"PK"):
            return self._flat(source, data, basis, limits)
        archive = Zip(io.BytesIO(data), Budget(limits))
        content = archive.get("content.xml")
        if not content:
            raise ReadError("no content.xml in it")
        if _ENCRYPTED in archive.get("META-INF/manifest.xml"):
            raise ReadError("it is locked with a password")
        found, lost = _OpenDocument(), list[str]()
        # What styles hide has to be known before they are used.
        try:
            found.read(archive.spare(_STYLES), limits)
        except ReadError as error:
            lost.append(f"{_STYLES} cannot be read: {error}")
        found.read(content, limits)
        story = found.told()
        fields = fields_of(archive.spare("meta.xml"), "odt", "meta.xml", _meta, limits)
        check_text(story.text, limits)
        remarks = (
            *_remarks(content, found.hidden),
            *macros([name for name in archive.names if name.startswith("Basic/")]),
        )
        stated = archive.get("mimetype")[:200].decode("ascii", "replace").strip()
        kind = stated if stated in self.media_types else self.media_types[0]
        return document_of(
            source, basis, story, Said(kind, fields, remarks, (*archive.lost, *lost))
        )

    def _flat(self, source: Source, data: bytes, basis: str, limits: Limits) -> Document:
        """Read one file of XML; what it says of itself stands before the rest of it."""
        found = _OpenDocument()
        found.read(data, limits)
        story = found.told()
        check_text(story.text, limits)
        end = data.find(_META)
        said = data[:end] + _META + b"</office:document>" if end >= 0 else b""
        fields = fields_of(said, "odt", "office:meta", _meta, limits)
        kind = _kind.search(data, 0, _ROOT)
        stated = f"{kind[1].decode()}{_FLAT}" if kind else ""
        known = stated if stated in self.media_types else f"{self.media_types[0]}{_FLAT}"
        remarks = _remarks(data, found.hidden)
        return document_of(source, basis, story, Said(known, fields, remarks))


def _remarks(data: bytes, hidden: int) -> tuple[str, ...]:
    """Return what must be said of what *data* holds and nobody reads."""
    names = b"annotation", b"changed-region", b"object"
    return (*left_out(data, *names), *embedded(data, b"object-ole"), *unseen(hidden))


class _OpenDocument:
    """The paragraphs and headings of OpenDocument on their way into stories."""

    def __init__(self) -> None:
        self.hidden = 0
        """Characters that are there and not shown."""
        self._body, self._notes, self._margins = Story(), Story(), Story()
        self._styles = Styles()
        self._style, self._base = ("", ""), ""
        self._hides: bool | None = None
        self._blank: Story | None = None
        """The words that end with a blank, so that no other one follows it."""

    def read(self, data: bytes, limits: Limits) -> None:
        """Add the paragraphs and the styles of one part; raise ReadError."""
        self._paragraphs = Paragraphs()
        self._open: list[str] = []
        self._seen = [_SHOWN]
        """How what is open is seen."""
        if data:
            parse(data, Handler(self.start, self.end, self.text), limits)

    def told(self) -> Story:
        """Return the body, its notes, and as furniture headers and footers."""
        story = self._body
        story.add(self._notes.text)
        start = story.length
        story.add(self._margins.text)
        story.mark(start)
        return story

    def start(self, name: str, attributes: Mapping[str, str], _at: int) -> None:
        """Begin an element."""
        element = local(name)
        self._open.append(element)
        self._seen.append(_UNREAD if name in _described else self._look(element, attributes))
        if element in _paragraphs:
            self._paragraphs.begin(self._story())
        elif element == "style":
            self._style = said(attributes, "family"), said(attributes, "name")
            self._base, self._hides = said(attributes, "parent-style-name"), None
        elif element == "text-properties":
            self._hides = _displays.get(said(attributes, "display"))
        elif element == "s":
            self._add(" " * _count(attributes.get(f"{_space}}}c", "1")))
        elif element in _white:
            self._add(_white[element])
        elif element == _BY_FIELD and said(attributes, "is-hidden") == "true":
            self._hide_paragraph()

    def _look(self, element: str, attributes: Mapping[str, str]) -> int:
        """Return how what begins is seen: only spans show what is hidden around them."""
        outer = self._seen[-1]
        family = _families.get(element)
        if outer == _UNREAD or element in _unseen:
            return _UNREAD
        if element in _conditions:
            display = said(attributes, "display")
            is_met = said(attributes, "is-hidden") == "true" and display != "true"
            return _HIDDEN if display == "none" or is_met else outer
        if not family or outer == _HIDDEN:
            return outer
        hides = self._styles.hides(family, said(attributes, "style-name"))
        if family == _SPAN:
            return outer if hides is None else int(hides)
        return _HIDDEN if outer else int(bool(hides))

    def _hide_paragraph(self) -> None:
        """Hide the innermost paragraph, also what of it is read already."""
        if self._paragraphs.words is not None and self._seen[-1] != _UNREAD:
            self.hidden += self._paragraphs.drop()
            for at in range(len(self._open), 0, -1):
                self._seen[at] = _HIDDEN
                if self._open[at - 1] in _paragraphs:
                    return

    def end(self, name: str, _at: int) -> None:
        """End an element."""
        element = local(name)
        if element == "style":
            self._styles.add(self._style, self._base, self._hides)
        elif element in _paragraphs:
            self._paragraphs.end()
        self._open.pop()
        self._seen.pop()

    def text(self, characters: str, _at: int) -> None:
        """Add characters; blanks in a row are one, and those that begin a paragraph none."""
        words = self._paragraphs.words
        if words is None:
            return
        plain = _blanks.sub(" ", characters)
        if plain.startswith(" ") and (words is self._blank or not words.length):
            plain = plain[1:]
        if plain:
            self._add(plain)
            self._blank = words if plain.endswith(" ") else None

    def _add(self, characters: str) -> None:
        words, seen = self._paragraphs.words, self._seen[-1]
        if words is None or seen == _UNREAD:
            return
        self._blank = None
        if seen == _SHOWN:
            words.add(characters)
        else:
            self.hidden += len(characters)

    def _story(self) -> Story | None:
        """Return the story in which a paragraph that begins stands, None where nobody reads it."""
        if self._seen[-1] == _UNREAD:
            return None
        if not _headers.isdisjoint(self._open):
            return self._margins
        if _NOTE in self._open:
            return self._notes
        return self._body if _aside.isdisjoint(self._open) else None


def _count(stated: str) -> int:
    """Return how many spaces a file asks for, within reason."""
    few = stated.isascii() and stated.isdecimal() and len(stated) < len("1000000")
    return min(int(stated), _most_spaces) if few else 1
