"""Damage to characters: found by place and explained, never repaired.

Each kind is a pure function of a text. What a damaged piece would be is worked out by ftfy, on
suspicious lines only.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from string import printable
from typing import Final

from audit.damage.controls import BIDI, CONTROL, LOST, UNSEEN, bidi, controls, invisible, replaced
from audit.damage.mojibake import FIRST, mojibake
from audit.damage.quotes import TYPOGRAPHIC, quotes
from audit.model import Span

__all__ = ["KINDS", "damage"]

KINDS: Final[Mapping[str, Callable[[str], Iterator[Span]]]] = {
    "mojibake": mojibake,
    "replaced": replaced,
    "controls": controls,
    "quotes": quotes,
    "invisible": invisible,
    "bidi": bidi,
}
"""What is looked for, by the name that rules use."""
_SIGNS: Final[Mapping[str, re.Pattern[str]]] = {
    "mojibake": FIRST,
    "replaced": LOST,
    "controls": CONTROL,
    "quotes": TYPOGRAPHIC,
    "invisible": UNSEEN,
    "bidi": BIDI,
}
"""Characters of which one stands in every text that has the damage."""
_COMMON: Final = printable.replace("\v", "").encode()
"""Characters that are the sign of no damage."""


def damage(kinds: Sequence[str], text: str) -> Iterator[Span]:
    """Yield the places of the damages *kinds* in *text*, each with a note that explains it."""
    others = _others(text)
    for kind in kinds:
        if _SIGNS[kind].search(others):
            yield from KINDS[kind](text)


@lru_cache(maxsize=1)  # several rules ask for one kind each of the same text
def _others(text: str) -> str:
    """Return the characters of *text* that are not common: a sound text has few of them."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _COMMON)
    return rest.decode("utf-8", "surrogatepass")
