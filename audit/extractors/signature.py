"""The line that signs a plain text at its end: ` -- Ada Lind <ada@quay.example>  12 May 2021`."""

import re
from collections.abc import Iterator
from typing import Final, final

from audit.calendars import find_dates
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document

_END: Final = 300
"""Characters at the end of a text in which it is signed."""
_SIGNED = re.compile(
    r"(?:\A|\n)[ \t]{0,8}(?:--|[–—])[ \t]{1,4}(?P<name>[^\W\d_][^<>\n@]{2,60}?)[ \t]{0,4}"
    r"<[^\s<>]{3,80}>,?[ \t]{1,8}(?P<day>[^\n]{6,60}?)\s*\Z"
)
_LOG = re.compile(r"\n[ \t]{0,8}(?:--|[–—])[ \t]{1,4}[^<>\n]{3,60}<[^\s<>]{3,80}>,?[ \t]{1,8}\S")
_WORTH: Final = Worth(confidence=0.7, reason="the line that signs the text at its end")


@final
class Signature(Extractor):
    """Who signed a text at its end, and when; a log has a signature below every entry."""

    id = "signature"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the name and the day of the last line."""
        page = page_of(document)
        text = document.text
        found = None if page.is_html else _SIGNED.search(text, max(0, len(text) - _END))
        if found is None or _LOG.search(text, 0, found.start()):
            return
        yield page.claim("creator", Place(*found.span("name")), found["name"], _WORTH, self.id)
        for day in find_dates(text[found.start("day") : found.end("day")]):
            start = found.start("day")
            place = Place(start + day.start, start + day.end)
            yield page.claim("issued", place, day.normalized, _WORTH, self.id)
