"""ALTO: the words that a program recognized on a scanned page, line by line."""

from collections.abc import Mapping
from typing import Final, final

from audit.model import Chunk, Document, Field, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.bounds.story import Marked
from audit.readers.bounds.xml import Handler, Places, declared_encoding, local, parse
from audit.readers.decode import decode

_SOFTWARE: Final = "softwareName"
_longest: Final = 2_000


@final
class Alto(Reader):
    """Read a scanned page; a word that was parted at the end of a line is written whole."""

    id = "alto"
    media_types = ("application/alto+xml",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its words; raise ReadError where it is broken or refused."""
        decoded = decode(data, declared_encoding(data))
        page = _Page(decoded.text)
        handler = Handler(page.start, page.end, page.hear)
        parse(page.places.bytes, handler, limits, "utf-8")
        text = "".join(page.shown.pieces)
        check_text(text, limits)
        return Document(
            source=source,
            media_type="application/alto+xml",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
            markup=decoded.text,
            chunks=tuple(page.shown.chunks) or (Chunk(start=0, source=0),),
            fields=tuple(page.fields),
            remarks=decoded.remarks,
        )


class _Page:
    """The lines of a page as far as the file is read, and where their words stand in it."""

    def __init__(self, markup: str) -> None:
        self.places = Places(markup)
        self.shown = Marked()
        self.fields: list[Field] = []
        self._heard: list[str] = []
        self._begin = 0
        self._is_whole = False
        """Whether the last word was written whole, so that its hyphen is no part of it."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Add a word, or the blank behind it."""
        self._heard = []
        self._begin = self.places.character(at)
        element = local(name)
        if element == "SP" and not self.shown.ends_line:
            self.shown.add(" ", self._begin)
        elif element == "String":
            self._word(attributes)
        elif element == "HYP" and attributes.get("CONTENT") and not self._is_whole:
            place = self.places.attribute("CONTENT", self._begin)
            self.shown.add(attributes["CONTENT"], place)

    def hear(self, text: str, _at: int) -> None:
        """Keep the characters of an element of the description."""
        self._heard.append(text)

    def end(self, name: str, at: int) -> None:
        """End a line, or take what the description says of the program."""
        element = local(name)
        value = " ".join("".join(self._heard).split())[:_longest]
        if element in ("TextLine", "TextBlock"):
            self.shown.end_line()
        elif element == _SOFTWARE and value:
            self.fields.append(
                Field(
                    property="generator",
                    value=value,
                    by="alto",
                    place=f"element {element}",
                    part="markup",
                    start=self._begin,
                    end=self.places.character(at),
                )
            )

    def _word(self, attributes: Mapping[str, str]) -> None:
        part, whole = attributes.get("SUBS_TYPE", ""), attributes.get("SUBS_CONTENT", "")
        self._is_whole = bool(part and whole)
        if self._is_whole and part.endswith("2"):
            return
        key = "SUBS_CONTENT" if self._is_whole else "CONTENT"
        self.shown.add(attributes.get(key, ""), self.places.attribute(key, self._begin))
