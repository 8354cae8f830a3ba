"""Tell a changed name by its capitals, where capitals mean a name."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from audit.diff.pair import Pair, Part, Side
from audit.diff.tokens import body, is_word

LONGEST: Final = 6
"""Words of the longest change that can be a name."""
USUAL: Final = 0.3
"""Share of capitals inside sentences from which they say nothing (headlines, German)."""
LOOK: Final = 5_000
"""Tokens of each text that are looked at for capitals."""

_CODE: Final = re.compile(r"[\d_/:@#]")
_SMALL: Final = (
    "of the and de del della di da do dos du des la le van von der den zu y e bin ibn al el"
)
_PARTICLES: Final = frozenset(_SMALL.split())


class Names:
    """What capitals mean in two texts."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair

    def named(self, a: Part, b: Part) -> bool:
        """Tell whether one name stands on both sides, or comes or goes."""
        sides = [part for part in (a, b) if part.words]
        return bool(sides) and all(self._is_name(part) for part in sides)

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that stand in the texts in small letters too."""
        raws = {*self.pair.a.tokens.raws, *self.pair.b.tokens.raws}
        return frozenset(body(raw) for raw in raws if raw.islower())

    @cached_property
    def inner(self) -> frozenset[str]:
        """Words that stand inside sentences with a capital."""
        return frozenset(word for word in self._inside if word[0].isupper())

    @cached_property
    def speaking(self) -> bool:
        """Tell whether capitals inside sentences are rare enough to mark names."""
        capitals = sum(word[0].isupper() for word in self._inside)
        return capitals < USUAL * max(len(self._inside), 1)

    @cached_property
    def _inside(self) -> list[str]:
        return [word for side in (self.pair.a, self.pair.b) for word in _inside_sentences(side)]

    def _is_name(self, part: Part) -> bool:
        words = part.words
        if len(words) > LONGEST or not self.speaking:
            return False
        begins = part.side.ends[part.first - 1] and words[0] not in self.inner
        telling = [word for word in words[begins:] if word not in _PARTICLES]
        return bool(telling) and all(
            word[0].isupper() and not _CODE.search(word) and word.casefold() not in self.common
            for word in telling
        )


def _inside_sentences(side: Side) -> Iterator[str]:
    for raw, ended in zip(side.tokens.raws[1:LOOK], side.ends, strict=False):
        word = body(raw)
        if not ended and is_word(word) and word[0].isalpha():
            yield word
