"""XML: its characters, of TEI those of the text; the header of TEI and Dublin Core are fields."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple, final

from audit.model import Chunk, Document, Field, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.bounds.catalogued import catalogued
from audit.readers.bounds.feeds import (
    ITEMS,
    begins_feed,
    feed_property,
    holds_page,
    is_date,
    is_of_others,
    linked,
    may_hold_page,
    opens_item,
    said,
    settled,
)
from audit.readers.bounds.fields import dublin_core
from audit.readers.bounds.sections import section_property
from audit.readers.bounds.story import Marked
from audit.readers.bounds.tagged import Held
from audit.readers.bounds.tei import (
    ATTRIBUTES,
    EMPTY,
    HEADER,
    INLINE,
    OWN_LINE,
    beside,
    breaks,
    is_of_source,
    is_second,
)
from audit.readers.bounds.xml import Handler, declared_encoding, local, parse
from audit.readers.decode import decode

_BESIDE: Final = 0.45
"""Confidence of a title beside the main one: never chosen."""
_language: Final = "http://www.w3.org/XML/1998/namespace}lang"
_longest: Final = 2_000


@final
class Xml(Reader):
    """Read any XML; elements that are not known to stand in a line begin one."""

    id = "xml"
    media_types = (
        "application/xml",
        "application/tei+xml",
        "application/rdf+xml",
        "application/rss+xml",
        "application/atom+xml",
    )

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its characters; raise ReadError where it is broken or refused."""
        decoded = decode(data, declared_encoding(data))
        page = _Page(decoded.text, source, limits)
        text = "".join(page.shown.pieces)
        check_text(text, limits)
        remarks = list(decoded.remarks)
        if page.skipped:
            remarks.append(f"entities that the file does not explain, left out: {page.skipped}")
        return Document(
            source=source,
            media_type="application/tei+xml" if page.is_tei else "application/xml",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
            markup=decoded.text,
            chunks=tuple(page.shown.chunks) or (Chunk(start=0, source=0),),
            fields=(*page.told(), *catalogued(page.root, decoded.text, limits)),
            remarks=remarks,
        )


class _Waiting(NamedTuple):
    """An element that is a field, until it ends; *start* is its character."""

    depth: int
    property: str
    pieces: list[str]
    stated: str
    start: int
    kind: str = ""
    """What kind of title beside the main one it is, or empty."""


class _Page:
    """The characters of a file, and where they stand in it."""

    def __init__(self, markup: str, source: Source, limits: Limits) -> None:
        self._as_page = source, limits
        self._held: Held | None = None
        self.shown = Marked()
        self.fields: list[Field] = []
        self.root = ""
        self.is_tei = False
        self._is_feed = False
        self._items = 0
        self._after_end = False
        self._open: list[str] = []
        self._language = ("", 0, 0)
        self._waiting: list[_Waiting] = []
        self._of_items: list[tuple[int, Field]] = []
        self._bytes = markup.encode("utf-8", "surrogatepass")
        self._at = (0, 0)
        handler = Handler(self._start, self._end, self._text)
        self.skipped = parse(self._bytes, handler, limits, "utf-8")

    def told(self) -> Iterator[Field]:
        """Yield the fields; of all changes of a TEI text the last one."""
        changes = (field for field in self.fields if field.place.endswith("/change"))
        last = max(changes, key=lambda field: field.normalized, default=None)
        for field in self.fields:
            if field is last or not field.place.endswith("/change"):
                yield field
        yield from settled(self._of_items, self._items)

    def _start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        element = local(name)
        if not self._open:
            self.root, self.is_tei = element, element in ("TEI", "teiCorpus", "TEI.2")
        self._is_feed |= begins_feed(name, len(self._open) + 1)
        property_, stated = linked(name, attributes, self._open) if self._is_feed else ("", "")
        property_ = property_ or self._property(name)
        self._items += self._is_feed and opens_item(name, self._open)
        self._open.append(element)
        is_own = self._after_end and element in OWN_LINE and not self.is_tei
        if is_own or (element not in INLINE and (not self.is_tei or breaks(element, attributes))):
            self.shown.end_line()
        self._after_end = False
        self._let_go()
        if self._is_feed and may_hold_page(name, self._open[:-1]):
            self._held = Held(is_page=holds_page(name, attributes))
        self._tongue(element, attributes, at)
        if property_:
            stated = stated or attributes.get(ATTRIBUTES.get(element, ""), "")
            start = self._character(at)
            kind = beside(element, attributes) if self.is_tei else ""
            self._waiting.append(_Waiting(len(self._open), property_, [], stated, start, kind))

    def _property(self, name: str) -> str:
        if self._is_feed:
            return feed_property(name, self._open)
        said = dublin_core(name)
        if not self._in_header:
            return said or section_property(self._open, local(name))
        if is_of_source(self._open):
            return ""
        return HEADER.get((self._open[-1], local(name)), said)

    def _tongue(self, element: str, attributes: Mapping[str, str], at: int) -> None:
        """Note the language of the whole file, of TEI that of the text: its own, or the file's."""
        depth = len(self._open)
        if depth > 1 and not (self.is_tei and element == "text"):
            return
        if _language in attributes:
            end = self._bytes.find(b">", at) + 1
            start = self._character(at)
            tag = self._bytes[at:end].decode("utf-8", "ignore")
            self._language = attributes[_language], start, start + len(tag)
        value, *place = self._language
        if value and depth == (len(("TEI", "text")) if self.is_tei else 1):
            found = self._field("language", value, "", (place[0], place[1]))
            self.fields.append(replace(found, place="attribute xml:lang"))

    def _end(self, _name: str, at: int) -> None:
        element = self._open[-1]
        shown = self._let_go()
        if self._waiting and self._waiting[-1].depth == len(self._open):
            self._say(self._waiting.pop(), element, at, shown)
        if element not in INLINE and not (self.is_tei and element in EMPTY):
            self.shown.end_line()
        self._after_end = True
        self._open.pop()

    def _say(self, waiting: _Waiting, element: str, at: int, shown: str) -> None:
        stated = waiting.stated
        value = " ".join("".join(waiting.pieces).split())[:_longest] or stated
        if element == "change":
            value = stated
        elif self._is_feed:
            stated = said(waiting.property, value) or " ".join(shown.split())
        if not value:
            return
        found = self._field(waiting.property, value, stated, (waiting.start, self._character(at)))
        if waiting.kind:
            place = f"{found.place} ({waiting.kind})"
            found = replace(found, place=place, confidence=_BESIDE)
        if self._is_feed:
            is_within = any(name in ITEMS for name in self._open[1:])
            self._of_items.append((self._items if is_within else 0, found))
        else:
            self.fields.append(found)

    def _field(self, property_: str, value: str, stated: str, place: tuple[int, int]) -> Field:
        return Field(
            property=property_,
            value=value,
            normalized=stated,
            by="tei" if self.is_tei else "xml",
            place=f"element {'/'.join(self._open[-2:])}",
            part="markup",
            start=place[0],
            end=place[1],
        )

    def _text(self, text: str, at: int) -> None:
        self._after_end = False
        for waiting in self._waiting[-1:]:
            waiting.pieces.append(text)
            if self._is_feed and is_date(waiting.property):
                return
        if self._in_header or (self.is_tei and is_second(self._open)) or is_of_others(self._open):
            return
        if self._held:
            self._held.add(text, self._character(at))
        else:
            self.shown.add(text, self._character(at))

    def _let_go(self) -> str:
        """Add what was held: as a page where it is one, else as it stands; return the page."""
        held, self._held = self._held, None
        text, chunks = held.page(*self._as_page) if held else ("", ())
        ends = [*(one.start for one in chunks[1:]), len(text)]
        for chunk, after in zip(chunks, ends, strict=False):
            self.shown.add(text[chunk.start : after], chunk.source)
        for piece, at in held.pieces if held and not text else ():
            self.shown.add(piece, at)
        return text

    def _character(self, at: int) -> int:
        """Return the character at byte *at*, which never lies before the last one asked for."""
        byte, character = self._at
        character += len(self._bytes[byte:at].decode("utf-8", "ignore"))
        self._at = (at, character)
        return character

    @property
    def _in_header(self) -> bool:
        return self.is_tei and "teiHeader" in self._open[:3]
