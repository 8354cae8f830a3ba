"""Damage to characters: found by place and explained, never repaired.

Each kind is a pure function of a text. What a damaged piece would be is worked out by ftfy, on
suspicious lines only.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from audit.damage.controls import bidi, controls, invisible, replaced
from audit.damage.mojibake import mojibake
from audit.damage.quotes import quotes
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


def damage(kinds: Sequence[str], text: str) -> Iterator[Span]:
    """Yield the places of the damages *kinds* in *text*, each with a note that explains it."""
    for kind in kinds:
        yield from KINDS[kind](text)
