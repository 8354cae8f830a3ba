r"""Heads of texts that are no front matter: `% Title`, `#+TITLE:`, `= Title`, `\title{...}`."""

from collections.abc import Iterator
from typing import final

from msgspec import structs

from audit.claims.declared import BrokenError, doubt, normalized
from audit.claims.heads import entries_of
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document, Origin


@final
class TextHead(Extractor):
    """What a text says of itself in the way of Pandoc, Org, AsciiDoc, reStructuredText or TeX."""

    id = "text-head"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the claims of the head in its order."""
        page = page_of(document)
        if page.is_html or document.media_type not in {"text/plain", "text/markdown"}:
            return
        part = "markup" if document.markup else "text"
        try:
            entries = list(entries_of(document.markup or document.text, document.source.path))
        except BrokenError:
            return
        for entry in entries:
            worth = Worth(confidence=0.9, reason=f"head of the text{doubt(entry)}")
            for value in normalized(entry):
                place = Place(entry.start, entry.end, part)
                claim = page.claim(entry.property, place, value, worth, self.id)
                yield structs.replace(claim, origin=Origin.EMBEDDED)
