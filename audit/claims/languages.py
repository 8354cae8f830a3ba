"""Which languages of one document cannot both be true."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from audit.claims.choose import THRESHOLD
from audit.claims.speech import primary
from audit.model import Claim, Origin

MOST: Final = 50
"""Claims that are compared."""
Numbered = tuple[int, Claim]
"""A claim, and its number among those of its document."""


class Apart(NamedTuple):
    """Two claims, by their numbers, that name another language each, and what says so."""

    number: int
    other_number: int
    reason: str


def apart(claims: Sequence[Numbered]) -> Iterator[Apart]:
    """Compare what is declared with what the text is in; where that is not told, each with all."""
    said = [(n, claim) for n, claim in claims if claim.normalized]
    declared = [(n, c) for n, c in said[:MOST] if c.origin is not Origin.FOUND]
    declared = [(n, c) for n, c in declared if c.confidence >= THRESHOLD and primary(c.normalized)]
    found = [(n, c) for n, c in said if c.origin is Origin.FOUND]
    main = next(((n, c) for n, c in found if c.confidence >= THRESHOLD), None)
    if main is None:
        yield from _among(declared)
        return
    seen = {primary(claim.normalized) for _, claim in found}
    for place in _places(declared).values():
        if seen.isdisjoint(primary(claim.normalized) for _, claim in place):
            for number, claim in place:
                reason = f"declared {claim.normalized}, but the text is {main[1].normalized}"
                yield Apart(number, main[0], reason)


def _places(declared: Sequence[Numbered]) -> dict[tuple[str, str], list[Numbered]]:
    """Return what each place declares: one may name several languages, some of short passages."""
    places: dict[tuple[str, str], list[Numbered]] = {}
    for number, claim in declared:
        where = claim.extractor, claim.reason.partition(";")[0]
        places.setdefault(where, []).append((number, claim))
    return places


def _among(declared: Sequence[Numbered]) -> Iterator[Apart]:
    """Compare the places that declare languages with the best of them."""
    places = _places(declared)
    best = max(places.values(), key=_weight, default=[])
    told = {primary(claim.normalized) for _, claim in best}
    for place in places.values():
        if told.isdisjoint(primary(claim.normalized) for _, claim in place):
            (a, one), (b, other) = best[0], place[0]
            told.update(primary(claim.normalized) for _, claim in place)
            yield Apart(a, b, f"declared {one.normalized}, and declared {other.normalized}")


def _weight(place: Sequence[Numbered]) -> tuple[bool, float, int]:
    return any(c.chosen for _, c in place), max(c.confidence for _, c in place), -place[0][0]
