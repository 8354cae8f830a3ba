"""XML: its characters, of TEI those of the text; the header of TEI and Dublin Core are fields."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, final

from audit.model import Chunk, Document, Field, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.bounds.fields import dublin_core
from audit.readers.bounds.xml import Handler, declared_encoding, local, parse
from audit.readers.decode import decode

_inline: Final = frozenset(
    (
        *("hi", "emph", "ref", "name", "persName", "placeName", "orgName", "date", "term", "rs"),
        *("i", "b", "em", "strong", "span", "a", "sub", "sup", "w", "pc", "c", "g", "seg", "num"),
        *("abbr", "expan", "sic", "corr", "orig", "reg", "choice", "foreign", "title", "author"),
        *("add", "del", "supplied", "unclear", "gap", "italic", "bold", "xref"),
    )
)
_header: Final[Mapping[tuple[str, str], str]] = {
    ("titleStmt", "title"): "title",
    ("titleStmt", "author"): "creator",
    ("publicationStmt", "publisher"): "publisher",
    ("publicationStmt", "date"): "issued",
    ("publicationStmt", "idno"): "identifier",
    ("availability", "licence"): "rights",
    ("langUsage", "language"): "language",
}
_attributes: Final = {"date": "when", "licence": "target", "language": "ident"}
_language: Final = "http://www.w3.org/XML/1998/namespace}lang"
_longest: Final = 2_000


@final
class Xml(Reader):
    """Read any XML; elements that are not known to stand in a line begin one."""

    id = "xml"
    media_types = (
        "application/xml",
        "application/tei+xml",
        "application/rss+xml",
        "application/atom+xml",
    )

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its characters; raise ReadError where it is broken or refused."""
        decoded = decode(data, declared_encoding(data))
        page = _Page(decoded.text, limits)
        text = "".join(page.pieces)
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
            chunks=tuple(page.chunks) or (Chunk(start=0, source=0),),
            fields=tuple(page.fields),
            remarks=remarks,
        )


class _Page:
    """The characters of a file, and where they stand in it."""

    def __init__(self, markup: str, limits: Limits) -> None:
        self.pieces: list[str] = []
        self.chunks: list[Chunk] = []
        self.fields: list[Field] = []
        self.is_tei = False
        self._open: list[str] = []
        self._length = 0
        self._ends_line = True
        self._language = ("", 0, 0)
        self._waiting: list[tuple[int, str, list[str], str, int]] = []
        self._bytes = markup.encode("utf-8", "surrogatepass")
        self._at = (0, 0)
        handler = Handler(self._start, self._end, self._text)
        self.skipped = parse(self._bytes, handler, limits, "utf-8")

    def _start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        element = local(name)
        self.is_tei |= not self._open and element in ("TEI", "teiCorpus", "TEI.2")
        parent = self._open[-1] if self._open else ""
        self._open.append(element)
        if element not in _inline:
            self._break()
        self._tongue(element, attributes, at)
        property_ = dublin_core(name)
        if self._in_header:
            property_ = _header.get((parent, element), property_)
        if property_:
            stated = attributes.get(_attributes.get(element, ""), "")
            self._waiting.append((len(self._open), property_, [], stated, at))

    def _tongue(self, element: str, attributes: Mapping[str, str], at: int) -> None:
        """Note the language of a TEI text: its own, or the one of the whole file."""
        depth = len(self._open)
        if not self.is_tei or (element != "text" and depth > 1):
            return
        if _language in attributes:
            self._language = attributes[_language], at, self._bytes.find(b">", at) + 1
        value, *place = self._language
        if element == "text" and depth == len(("TEI", "text")) and value:
            found = self._field("language", value, "", (place[0], place[1]))
            self.fields.append(replace(found, place="attribute xml:lang"))

    def _end(self, _name: str, at: int) -> None:
        element = self._open[-1]
        if self._waiting and self._waiting[-1][0] == len(self._open):
            _, property_, pieces, stated, start = self._waiting.pop()
            value = " ".join("".join(pieces).split())[:_longest] or stated
            if value:
                self.fields.append(self._field(property_, value, stated, (start, at)))
        if element not in _inline:
            self._break()
        self._open.pop()

    def _field(self, property_: str, value: str, stated: str, place: tuple[int, int]) -> Field:
        start, end = (len(self._bytes[:at].decode("utf-8", "ignore")) for at in place)
        return Field(
            property=property_,
            value=value,
            normalized=stated,
            by="tei" if self.is_tei else "xml",
            place=f"element {'/'.join(self._open[-2:])}",
            part="markup",
            start=start,
            end=end,
        )

    def _text(self, text: str, at: int) -> None:
        for _, _, pieces, _, _ in self._waiting[-1:]:
            pieces.append(text)
        if self._in_header:
            return
        kept = text.lstrip() if self._ends_line else text
        if kept:
            self._add(kept, self._character(at) + len(text) - len(kept))
            self._ends_line = kept.endswith("\n")

    def _add(self, text: str, source: int) -> None:
        last = self.chunks[-1] if self.chunks else None
        if last is None or source - last.source != self._length - last.start:
            self.chunks.append(Chunk(start=self._length, source=source))
        self.pieces.append(text)
        self._length += len(text)

    def _break(self) -> None:
        if not self._ends_line:
            self.pieces.append("\n")
            self._length += 1
            self._ends_line = True

    def _character(self, at: int) -> int:
        """Return the character at byte *at*, which never lies before the last one asked for."""
        byte, character = self._at
        character += len(self._bytes[byte:at].decode("utf-8", "ignore"))
        self._at = (at, character)
        return character

    @property
    def _in_header(self) -> bool:
        return self.is_tei and "teiHeader" in self._open[:3]
