"""The file beside a document that declares its metadata, in YAML or JSON."""

from collections.abc import Iterator
from typing import final

from msgspec import structs

from audit.claims.declared import doubt, normalized, yaml_entries
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.lines import column_of
from audit.model import Claim, Document


@final
class Sidecar(Extractor):
    """What an archivist declared beside the document; keys that are unknown claim nothing."""

    id = "sidecar"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the declared claims; raise BrokenError where the file is broken."""
        if not document.declared.strip():
            return
        page = page_of(document)
        for entry in yaml_entries(document.declared):
            worth = Worth(confidence=0.95, reason=f"declared beside the document{doubt(entry)}")
            for value in normalized(entry):
                place = Place(entry.start, entry.end, "sidecar")
                yield structs.replace(
                    page.claim(entry.property, place, value, worth, self.id),
                    file=document.source.beside,
                    column=column_of(document.declared, entry.start),
                )
