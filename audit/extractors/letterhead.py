"""The letterhead of a release: the body above the name of its press office."""

import re
from collections.abc import Iterator
from typing import Final, final

from audit.claims.bodies import is_person
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document

TOP: Final = 25
"""Lines at the top in which a letterhead is looked for."""
_WORDS: Final = range(1, 9)
_NOBODY: Final = frozenset("|>@:/<=»›.,")
_LONGEST: Final = 100
_ENDS: Final = (
    *("office", "service", "department", "centre", "center", "team", "unit", "bureau", "stampa"),
    *("pressestelle", "presseamt", "dienst", "büro", "presse", "prensa", "avdeling", "avdelingen"),
)
"""How a line with an office ends: a cheap look before the dear one."""
_LAST: Final = max(map(len, _ENDS))
_office = re.compile(
    r"(?:press|media|news|information|communications?|public (?:relations|affairs))"
    r" (?:office|service|department|cent(?:re|er)|team|unit|bureau)|"
    r"press(?:estelle|eamt|edienst|ebüro)|service (?:de )?presse|bureau de presse|"
    r"(?:oficina|gabinete|sala) de prensa|ufficio stampa|persdienst|pressavdeling(?:en)?",
    re.IGNORECASE,
)


@final
class Letterhead(Extractor):
    """The publisher of a press release, from the lines that head it."""

    id = "letterhead"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the name that stands above or before `Press Office`, at the top."""
        page = page_of(document)
        above = None
        for line in page.top[:TOP]:
            ended = line.text[-_LAST:].casefold().endswith(_ENDS)
            office = _office.search(line.text) if ended and len(line.text) < _LONGEST else None
            if office and office.end() == len(line.text):
                found = above if office.start() == 0 else line
                end = office.start() if found is line else None
                name = found.text[:end].rstrip(" -–—,") if found else ""
                if found and _is_body(name):
                    reason = "letterhead: it stands with the name of its press office"
                    place = Place(found.start, found.start + len(name))
                    worth = Worth(confidence=0.66, reason=reason)
                    yield page.claim("publisher", place, name, worth, self.id)
                    return
            above = line


def _is_body(name: str) -> bool:
    """Tell whether *name* may be that of a body, not of who answers its telephone."""
    return (
        len(name.split()) in _WORDS
        and name[0].isupper()
        and _NOBODY.isdisjoint(name)
        and any(letter.islower() for letter in name)
        and not is_person(name)
    )
