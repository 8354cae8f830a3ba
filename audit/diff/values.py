"""The values of a comparison: what changed, of which kind, and where on both sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a change is to a reader, the quiet kinds first."""

    LAYOUT = "layout"
    TYPOGRAPHY = "typography"
    ENCODING = "encoding"
    CASE = "case"
    PUNCTUATION = "punctuation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    SPELLING = "spelling"
    WORDING = "wording"
    SENTENCE = "sentence"
    MOVED = "moved"


QUIET: Final = frozenset({Kind.LAYOUT, Kind.TYPOGRAPHY, Kind.ENCODING})
"""Kinds that leave every word as it was."""

QUOTATION: Final = "quotation"
"""The flag of a change inside quotation marks."""
NUMBERS: Final = "numbers"
"""The flag of a rewording that also changes a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunk:
    """Characters [a_start, a_end) of A gave way to characters [b_start, b_end) of B.

    Lines count from 1. A moved hunk stands in both texts, at places that do not correspond.
    """

    kind: Kind
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_line: int
    b_line: int
    before: str
    after: str
    flags: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """Two texts compared; all numbers but *coarse* and *steps* count words.

    Outside the hunks, and outside the folded spans, the texts are equal to the character.
    *words_same* differ in nothing but case, typography and white space. *coarse* counts the blocks
    that were too different to be aligned within the step limit and stand as replaced in whole.
    """

    hunks: Sequence[Hunk]
    counts: Mapping[Kind, int]
    words_same: int
    words_removed: int
    words_added: int
    words_moved: int
    words_folded_a: int
    words_folded_b: int
    coarse: int
    steps: int


def visible(diff: Diff, *, everything: bool) -> list[Hunk]:
    """Return the hunks that are shown: without *everything*, those that touch words or marks."""
    return [hunk for hunk in diff.hunks if everything or hunk.kind not in QUIET]
