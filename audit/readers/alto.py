"""ALTO: the words that a program recognized on a scanned page, line by line."""

from collections.abc import Mapping
from typing import Final, final

from audit.model import Document, Field, Source
from audit.readers import LIMITS, Limits, Reader
from audit.readers.bounds.transcript import Transcript, transcribed
from audit.readers.bounds.xml import local

_SOFTWARE: Final = "softwareName"


@final
class Alto(Reader):
    """Read a scanned page; a word that was parted at the end of a line is written whole."""

    id = "alto"
    media_types = ("application/alto+xml",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its words; raise ReadError where it is broken or refused."""
        return transcribed((source, data, basis), "application/alto+xml", _Page, limits)


class _Page(Transcript):
    """The lines of a page as far as the file is read, and where their words stand in it."""

    def __init__(self, markup: str) -> None:
        super().__init__(markup)
        self._is_whole = False
        """Whether the last word was written whole, so that its hyphen is no part of it."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Add a word, or the blank behind it."""
        self.heard = []
        self.begin = self.places.character(at)
        element = local(name)
        if element == "SP" and not self.shown.ends_line:
            self.shown.add(" ", self.begin)
        elif element == "String":
            self._word(attributes)
        elif element == "HYP" and attributes.get("CONTENT") and not self._is_whole:
            place = self.places.attribute("CONTENT", self.begin)
            self.shown.add(attributes["CONTENT"], place)

    def end(self, name: str, at: int) -> None:
        """End a line, or take what the description says of the program."""
        element = local(name)
        value = " ".join("".join(self.heard).split())
        if element in ("TextLine", "TextBlock"):
            self.shown.end_line()
        elif element == _SOFTWARE and value:
            said = Field(property="generator", value=value, by="alto", place=f"element {element}")
            self.state(said, at)

    def _word(self, attributes: Mapping[str, str]) -> None:
        part, whole = attributes.get("SUBS_TYPE", ""), attributes.get("SUBS_CONTENT", "")
        self._is_whole = bool(part and whole)
        if self._is_whole and part.endswith("2"):
            return
        key = "SUBS_CONTENT" if self._is_whole else "CONTENT"
        self.shown.add(attributes.get(key, ""), self.places.attribute(key, self.begin))
