"""Damage to characters: found by place and explained, never repaired.

Each kind is a pure function of a text. What a damaged piece would be is worked out by ftfy, on
suspicious lines only.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from string import printable
from typing import Final

from audit.damage.controls import BIDI, CONTROL, LOST, UNSEEN, bidi, controls, invisible, replaced
from audit.damage.mojibake import FIRST, mojibake
from audit.damage.quotes import TYPOGRAPHIC, quotes
from audit.model import Span

__all__ = ["KINDS", "damage"]

KINDS: Final[Mapping[str, tuple[re.Pattern[str], Callable[[str], Iterator[Span]]]]] = {
    "mojibake": (FIRST, mojibake),
    "replaced": (LOST, replaced),
    "controls": (CONTROL, controls),
    "quotes": (TYPOGRAPHIC, quotes),
    "invisible": (UNSEEN, invisible),
    "bidi": (BIDI, bidi),
}
"""Characters of which one stands in every text that has a damage, and what looks for it, by the
name that rules use."""
_COMMON: Final = printable.replace("\v", "").encode()
"""Characters that are the sign of no damage."""


def damage(kinds: Sequence[str], text: str) -> Iterator[Span]:
    """Yield the places of the damages *kinds* in *text*, each with a note that explains it."""
    rare = _rare(text)
    for kind in kinds:
        sign, search = KINDS[kind]
        if sign.search(rare):
            yield from search(text)


def _rare(text: str) -> str:
    """Return the characters of *text* that are not common: a sound text has few of them."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _COMMON)
    return rest.decode("utf-8", "surrogatepass")
