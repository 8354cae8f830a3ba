"""Say what kind of change a gap is, from its words and from what stands around it."""

from typing import Final

from audit.diff.figures import figure, sign
from audit.diff.guises import guise, respelled
from audit.diff.names import Names
from audit.diff.pair import Gap, Pair, Part
from audit.diff.tokens import is_word
from audit.diff.values import Kind

LONG: Final = 200
"""Tokens of a side that are a passage and not a few words."""
SENTENCE: Final = 3
"""Words of the shortest sentence that comes or goes."""


class Classifier:
    """Tell the kinds of the changes between two texts."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.names = Names(pair)

    def kind(self, gap: Gap) -> Kind:
        """Return the kind of the change that *gap* is."""
        if gap.longer > LONG:
            return Kind.SENTENCE if self._is_sentence(gap) else Kind.WORDING
        a = Part.of(self.pair.a, gap.a, gap.a_end)
        b = Part.of(self.pair.b, gap.b, gap.b_end)
        kind = guise(a, b) or sign(a, b) or _marks(a, b) or figure(a, b)
        if kind:
            return kind
        if self.names.named(a, b):
            return Kind.NAME
        if self._is_sentence(gap):
            return Kind.SENTENCE
        return Kind.SPELLING if respelled(a.words, b.words) else Kind.WORDING

    def _is_sentence(self, gap: Gap) -> bool:
        """Tell whether whole sentences came or went."""
        if gap.a == gap.a_end:
            part = Part(self.pair.b, gap.b, gap.b_end, ())
        elif gap.b == gap.b_end:
            part = Part(self.pair.a, gap.a, gap.a_end, ())
        else:
            return False
        return part.whole and part.side.words(part.first, part.last) >= SENTENCE


def _marks(a: Part, b: Part) -> Kind | None:
    return None if any(map(is_word, (*a.bodies, *b.bodies))) else Kind.PUNCTUATION
