"""Files of XML that show lines: scanned pages, outlines; what they show and where it stands."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from audit.model import Chunk, Document, Field, Source
from audit.readers import Limits, check_text
from audit.readers.bounds.story import Marked
from audit.readers.bounds.xml import Handler, Places, declared_encoding, parse
from audit.readers.decode import decode

_LONGEST: Final = 2_000
"""Characters of what the file says of itself."""


class Transcript(ABC):
    """The lines of a file as far as it is read, where they stand, and what it says of itself."""

    def __init__(self, markup: str) -> None:
        """Begin with nothing of *markup*."""
        self.places = Places(markup)
        self.shown = Marked()
        self.fields: list[Field] = []
        self.heard: list[str] = []
        """The characters of the element that was opened last."""
        self.begin = 0
        """Where it begins, in characters."""

    @abstractmethod
    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Hear of an element that begins at byte *at*."""

    @abstractmethod
    def end(self, name: str, at: int) -> None:
        """Hear of an element that ends at byte *at*."""

    def hear(self, text: str, _at: int) -> None:
        """Keep the characters of an element."""
        self.heard.append(text)

    def state(self, field: Field, end: int) -> None:
        """Keep what the element that ends at byte *end* says of the file."""
        found = replace(field, value=field.value[:_LONGEST], part="markup")
        self.fields.append(replace(found, start=self.begin, end=self.places.character(end)))


def transcribed(
    file: tuple[Source, bytes, str], media_type: str, kind: type[Transcript], limits: Limits
) -> Document:
    """Return the document of *file* (source, bytes, basis); raise ReadError where it is broken."""
    source, data, basis = file
    decoded = decode(data, declared_encoding(data))
    page = kind(decoded.text)
    skipped = parse(page.places.bytes, Handler(page.start, page.end, page.hear), limits, "utf-8")
    text = "".join(page.shown.pieces)
    check_text(text, limits)
    left = f"entities that the file does not explain, left out: {skipped}"
    return Document(
        source=source,
        media_type=media_type,
        basis=basis,
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        encoding_basis=decoded.basis,
        text=text,
        markup=decoded.text,
        chunks=tuple(page.shown.chunks) or (Chunk(start=0, source=0),),
        fields=tuple(page.fields),
        remarks=(*decoded.remarks, *((left,) if skipped else ())),
    )
