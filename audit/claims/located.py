"""A document whose every character has its line in the file, and claims by their places."""

from functools import cached_property
from typing import Final

from audit.claims.markup import Markup
from audit.claims.parts import Place, Worth
from audit.lines import LineCounter, source_offset
from audit.model import Claim, Document, Origin

_ORIGINS: Final = {"text": Origin.FOUND, "markup": Origin.EMBEDDED, "sidecar": Origin.DECLARED}


class Located(Markup):
    """One document; lines are those of the file that a person opens."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.text = document.text

    @cached_property
    def file_lines(self) -> LineCounter:
        """The lines of the file that a person opens."""
        return LineCounter(self.markup if self.document.chunks else self.text)

    @cached_property
    def markup_lines(self) -> LineCounter:
        """The lines of the markup."""
        return self.file_lines if self.document.chunks else LineCounter(self.markup)

    @cached_property
    def _sidecar_lines(self) -> LineCounter:
        return LineCounter(self.document.declared)

    def line(self, offset: int, part: str = "text") -> int:
        """Return the line of the file in which character *offset* of *part* stands."""
        if part == "markup":
            return self.markup_lines.line(offset)
        if part == "sidecar":
            return self._sidecar_lines.line(offset)
        return self.file_lines.line(source_offset(self.document.chunks, offset))

    def claim(
        self, property_: str, place: Place, normalized: str, worth: Worth, extractor: str
    ) -> Claim:
        """Return the claim that the characters at *place* make."""
        source = {"text": self.text, "markup": self.markup, "sidecar": self.document.declared}
        return Claim(
            property=property_,
            value=source[place.part][place.start : place.end],
            normalized=normalized,
            extractor=extractor,
            origin=_ORIGINS[place.part],
            line=self.line(place.start, place.part),
            start=place.start,
            end=place.end,
            confidence=worth.confidence,
            reason=worth.reason,
            part=place.part,
        )
