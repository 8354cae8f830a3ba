"""Choose at most one claim of a property, or none; agreeing extractors support each other."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Final

from msgspec import structs

from audit.calendars import compare, parse_date
from audit.claims.bodies import is_person
from audit.claims.intervals import INTERVAL
from audit.claims.people import MOST
from audit.claims.rights.against import exclude
from audit.claims.rights.commons import GENERIC
from audit.claims.speech import primary
from audit.claims.sponsors import SPONSOR
from audit.claims.support import DATES, same, supported
from audit.claims.words import fold_site
from audit.model import Claim, Origin

THRESHOLD: Final = 0.5
"""Below it nothing is chosen: an honest none beats a guess."""
SEVERAL: Final = frozenset(("creator", "contact"))
"""Properties of which more than one value may be chosen."""
_FEW: Final = 10
"""Contacts that are chosen, and claims that are compared with each other."""
_TIES: Final = {Origin.DECLARED: 0.02, Origin.EMBEDDED: 0.01, Origin.FOUND: 0.0}
_TEMPLATE: Final = 0.85
"""Confidence up to which a declared language may be that of a template, not of its text."""
_BODY = re.compile(
    r"(?-i:\A[\w.-]{1,60}\.[a-z]{2,12}\Z)|"
    r"\b(?:gmbh|(?-i:AG)|e\. ?v\.?|ltd|llc|inc|verlag|redaktion|redacción|rédaction|redazione|"
    r"redação|editorial staff|newsroom)(?!\w)",
    re.IGNORECASE,
)
"""How a domain, a firm or an office without a name is called."""
_HOST = re.compile(r"https?://([^/:?#\s]{1,200})")
_GAP: Final = 800
"""Characters from one author of a byline to the next."""
_BYLINE: Final = 120
"""Characters of the line of a byline."""
_ALIKE: Final = 0.001
"""What two weights may differ by that are alike."""
_DISPUTED: Final = "; another one is as likely, so none is chosen"
_NEAR: Final = 3
"""Lines between two authors of one byline."""
_NEXT: Final = 80
"""Characters of markup from the end of one element to the next, whatever lines they fill."""


def choose(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return *claims* in their order, supported by each other, with `chosen` set."""
    believed = supported(claims)
    chosen = set()
    for numbers in _by_property(believed).values():
        found = _chosen(believed, numbers)
        chosen |= found
        for number in () if found else filter(lambda n: _able(believed[n]), numbers):
            claim = believed[number]
            believed[number] = structs.replace(claim, reason=claim.reason + _DISPUTED)
    for number in chosen:
        believed[number] = structs.replace(believed[number], chosen=True)
    return tuple(believed)


def _by_property(claims: Iterable[Claim]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, claim in enumerate(claims):
        found.setdefault(claim.property, []).append(number)
    return found


def _chosen(claims: Sequence[Claim], numbers: Sequence[int]) -> set[int]:
    """Return the numbers of the claims to choose among *numbers*, all of one property."""
    able = [number for number in numbers if _able(claims[number])]
    if not able:
        return set()
    best = max(able, key=lambda number: (_weight(claims[number]), -number))
    best = _seen_by_readers(claims, able, best)
    best = _spoken(claims, able, best)
    best = _person(claims, able, best)
    if claims[best].property == "rights":
        best = _in_full(claims, able, best)
        if _is_disputed(claims, able, best):
            return set()
    if claims[best].property not in SEVERAL:
        return {best}
    return _with_others(claims, able, best)


def _with_others(claims: Sequence[Claim], able: Sequence[int], best: int) -> set[int]:
    """Return *best* and what stands beside it: the other authors of one byline, other contacts."""
    found = {same(claims[best]): best}
    last = claims[best]
    most = _FEW if last.property == "contact" else MOST
    for number in able:
        claim = claims[number]
        is_near = claim.property == "contact" or claim.start - last.start <= _GAP
        if len(found) < most and is_near and _beside(claim, claims[best], last):
            found.setdefault(same(claim), number)
            last = max(last, claim, key=attrgetter("start"))
    if len(found) == 1 and claims[best].property == "creator":
        for number in _in_its_byline(claims, able, best):
            found.setdefault(same(claims[number]), number)
    return set(found.values())


def _in_its_byline(claims: Sequence[Claim], able: Sequence[int], best: int) -> Sequence[int]:
    """Return the other people of the byline that names *best*, whom a mark names alone."""
    shown = [number for number in able if claims[number].part == "text"]
    for own in shown:
        line = claims[own]
        if same(line) != same(claims[best]):
            continue
        others = [n for n in shown if abs(claims[n].start - line.start) <= _BYLINE]
        return [
            n
            for n in others[:MOST]
            if n != own and _beside(claims[n], line, line) and is_person(claims[n].normalized)
        ]
    return ()


def _able(claim: Claim) -> bool:
    is_open = "/" in claim.normalized and INTERVAL not in claim.reason
    open_date = claim.property in DATES and is_open
    return bool(claim.normalized) and claim.confidence >= THRESHOLD and not open_date


def _seen_by_readers(claims: Sequence[Claim], able: Sequence[int], best: int) -> int:
    """Prefer the day that the text shows to the one before or after it in the markup.

    Markup gives the time of a clock in another zone; the page gives its own day.
    """
    if claims[best].property != "issued" or claims[best].part != "markup":
        return best
    day = parse_date(claims[best].normalized)
    shown = [number for number in able if claims[number].part == "text"]
    if day is None or any(same(claims[number]) == same(claims[best]) for number in shown):
        return best
    for number in shown:
        date = parse_date(claims[number].normalized)
        if date and date.precision == "day" and compare(day, date) == 1:
            return number
    return best


def _spoken(claims: Sequence[Claim], able: Sequence[int], best: int) -> int:
    """Prefer the language that the text is in to another that a page's template declares."""
    claim = claims[best]
    is_template = claim.origin is Origin.EMBEDDED and claim.confidence <= _TEMPLATE
    if claim.property != "language" or not is_template:
        return best
    spoken = [number for number in able if claims[number].origin is Origin.FOUND]
    declared = primary(claim.normalized)
    if any(primary(claims[number].normalized) == declared for number in spoken):
        return best
    return spoken[0] if spoken else best


def _in_full(claims: Sequence[Claim], able: Sequence[int], best: int) -> int:
    """Prefer the licence of Creative Commons that is told in full to the same without its terms."""
    said = claims[best].normalized
    least = _weight(claims[best]) - _ALIKE
    more = (
        number
        for number in able
        if _weight(claims[number]) >= least
        and claims[number].normalized.startswith("CC-" if said == GENERIC else f"{said}-")
    )
    return next(more, best) if said == GENERIC or said.startswith("CC-") else best


def _is_disputed(claims: Sequence[Claim], able: Sequence[int], best: int) -> bool:
    """Tell whether a statement of the same weight excludes the best one: then none is chosen."""
    least = _weight(claims[best]) - _ALIKE
    peers = [number for number in able if _weight(claims[number]) >= least]
    return any(exclude(claims[number], claims[best]) for number in peers[:_FEW])


def _person(claims: Sequence[Claim], able: Sequence[int], best: int) -> int:
    """Prefer whom a page names as its author to its own publisher, whom its template names."""
    if claims[best].property != "creator":
        return best
    said = {fold_site(c.normalized) for c in claims if _names_publisher(c)} - {""}
    publishers = said if len(said) == 1 else set()
    hosts = {_host(c) for c in claims if c.property == "url"}
    persons = [number for number in able if not _is_body(claims[number], publishers, hosts)]
    if not persons or best in persons:
        return best
    return max(persons, key=lambda number: (_weight(claims[number]), -number))


def _names_publisher(claim: Claim) -> bool:
    return claim.property == "publisher" and claim.origin is not Origin.FOUND


def _host(claim: Claim) -> str:
    """Return the host of an address, folded as the name of a site."""
    host = _HOST.match(claim.normalized)
    return fold_site(host[1]) if host else ""


def _is_body(claim: Claim, publishers: AbstractSet[str], hosts: AbstractSet[str]) -> bool:
    """Tell whether a creator is the publisher, the site, a domain or a firm, not a person."""
    name = fold_site(claim.normalized)
    is_site = " " not in claim.normalized and name in hosts
    return (bool(name) and (name in publishers or is_site)) or bool(_BODY.search(claim.normalized))


def _weight(claim: Claim) -> float:
    exact = 0.001 * len(claim.normalized) if claim.property in DATES else 0.0
    return claim.confidence + _TIES[claim.origin] + exact


def _beside(claim: Claim, best: Claim, last: Claim) -> bool:
    """Tell whether *claim* may be chosen together with *best*, *last* being chosen."""
    if claim.property == "contact":
        return True
    return (claim.extractor, claim.part, claim.reason.partition(";")[0]) == (
        best.extractor,
        best.part,
        best.reason.partition(";")[0],
    ) and (
        claim.reason.startswith(SPONSOR)
        or abs(claim.line - best.line) <= _NEAR
        or claim.line - last.line in (0, 1)
        or (claim.part == "markup" and 0 <= claim.start - last.end <= _NEXT)
    )
