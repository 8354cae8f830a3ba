"""The format that the content has, where somebody else has named one."""

from collections.abc import Iterator
from typing import final

from audit.extractors import Extractor
from audit.model import Claim, Document, Origin


@final
class Format(Extractor):
    """Our own reading of the format beside that of a name or a register, to compare them."""

    id = "format"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield one claim where a name or a table gives this document another format."""
        if not any(field.property == "format" for field in document.fields):
            return
        yield Claim(
            property="format",
            value=document.media_type,
            normalized=document.media_type,
            extractor=self.id,
            origin=Origin.FOUND,
            line=1,
            start=0,
            end=0,
            confidence=0.6,
            reason=document.basis or "the content",
            part="fields",
        )
