"""Choose at most one claim of a property, or none; agreeing extractors support each other."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import structs

from audit.calendars import compare, parse_date
from audit.claims.speech import primary
from audit.claims.words import fold_site, fold_title
from audit.model import Claim, Origin

THRESHOLD: Final = 0.5
"""Below it nothing is chosen: an honest none beats a guess."""
CEILING: Final = 0.98
SUPPORT: Final = 0.5
"""How much of its confidence a second extractor lends to the first."""
VOICE: Final = 0.3
"""Below it a claim is no support: the date of a comment is not that of what it comments on."""
SEVERAL: Final = frozenset(("creator", "contact"))
"""Properties of which more than one value may be chosen."""
MOST: Final = 10
DATES: Final = frozenset(("issued", "modified", "created", "captured"))
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
_WORD = re.compile(r"[^\s,]+")
_GAP: Final = 800
"""Characters from one author of a byline to the next."""
_NEAR: Final = 3
"""Lines between two authors of one byline."""


def choose(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return *claims* in their order, supported by each other, with `chosen` set."""
    supported = _supported(claims)
    chosen = set()
    for numbers in _by_property(supported).values():
        chosen |= _chosen(supported, numbers)
    for number in chosen:
        supported[number] = structs.replace(supported[number], chosen=True)
    return tuple(supported)


def _by_property(claims: Iterable[Claim]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, claim in enumerate(claims):
        found.setdefault(claim.property, []).append(number)
    return found


def _supported(claims: Sequence[Claim]) -> list[Claim]:
    groups: dict[tuple[str, str], dict[str, float]] = {}
    keys = [(claim.property, same(claim)) for claim in claims]
    for key, claim in zip(keys, claims, strict=True):
        voices = groups.setdefault(key, {})
        voices[claim.extractor] = max(voices.get(claim.extractor, 0.0), claim.confidence)
    return [_raised(claim, groups[key]) for key, claim in zip(keys, claims, strict=True)]


def _raised(claim: Claim, said: Mapping[str, float]) -> Claim:
    if not claim.normalized or len(said) == 1:
        return claim
    voices = {
        name: confidence
        for name, confidence in said.items()
        if name != claim.extractor and confidence >= VOICE
    }
    if not voices:
        return claim
    doubt = 1 - claim.confidence
    for confidence in voices.values():
        doubt *= 1 - SUPPORT * confidence
    raised = max(claim.confidence, round(min(1 - doubt, CEILING), 4))
    reason = f"{claim.reason}; also said by {', '.join(sorted(voices))}"
    return structs.replace(claim, confidence=raised, reason=reason)


def same(claim: Claim) -> str:
    """Return what two claims share that say the same."""
    if claim.property in DATES:
        return claim.normalized
    if claim.property == "creator":  # `García Márquez, Gabriel` is who `Gabriel García Márquez` is
        return " ".join(sorted(_WORD.findall(fold_title(claim.normalized))))
    return fold_title(claim.normalized).strip(" .!?:\"'")


def _chosen(claims: Sequence[Claim], numbers: Sequence[int]) -> set[int]:
    """Return the numbers of the claims to choose among *numbers*, all of one property."""
    able = [number for number in numbers if _able(claims[number])]
    if not able:
        return set()
    best = max(able, key=lambda number: (_weight(claims[number]), -number))
    best = _seen_by_readers(claims, able, best)
    best = _spoken(claims, able, best)
    best = _person(claims, able, best)
    if claims[best].property not in SEVERAL:
        return {best}
    return _with_others(claims, able, best)


def _with_others(claims: Sequence[Claim], able: Sequence[int], best: int) -> set[int]:
    """Return *best* and what stands beside it: the other authors of one byline, other contacts."""
    found = {same(claims[best]): best}
    reach = claims[best].start
    for number in able:
        claim = claims[number]
        is_near = claim.property == "contact" or claim.start - reach <= _GAP
        if len(found) < MOST and is_near and _beside(claim, claims[best]):
            found.setdefault(same(claim), number)
            reach = max(reach, claim.start)
    return set(found.values())


def _able(claim: Claim) -> bool:
    open_date = claim.property in DATES and "/" in claim.normalized
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


def _person(claims: Sequence[Claim], able: Sequence[int], best: int) -> int:
    """Prefer whom a page names as its author to its own publisher, whom its template names."""
    if claims[best].property != "creator":
        return best
    said = {fold_site(c.normalized) for c in claims if _names_publisher(c)} - {""}
    publisher = said.pop() if len(said) == 1 else ""
    persons = [number for number in able if not _is_body(claims[number], publisher)]
    if not persons or best in persons:
        return best
    return max(persons, key=lambda number: (_weight(claims[number]), -number))


def _names_publisher(claim: Claim) -> bool:
    return claim.property == "publisher" and claim.origin is not Origin.FOUND


def _is_body(claim: Claim, publisher: str) -> bool:
    """Tell whether a creator is the publisher, a domain or a firm, not a person."""
    if publisher and fold_site(claim.normalized) == publisher:
        return True
    return bool(_BODY.search(claim.normalized))


def _weight(claim: Claim) -> float:
    exact = 0.001 * len(claim.normalized) if claim.property in DATES else 0.0
    return claim.confidence + _TIES[claim.origin] + exact


def _beside(claim: Claim, best: Claim) -> bool:
    """Tell whether *claim* may be chosen together with *best*."""
    if claim.property == "contact":
        return True
    return (claim.extractor, claim.part, claim.reason.partition(";")[0]) == (
        best.extractor,
        best.part,
        best.reason.partition(";")[0],
    ) and abs(claim.line - best.line) <= _NEAR
