"""Align two token lists: their common ends, then anchors, then diff-match-patch in every gap.

Sentences that occur once on both sides are anchors; between them, runs of four tokens that do.
What is left goes through diff-match-patch on a map of its tokens to characters, made anew for
every gap. No step depends on a clock, so that the same texts give the same alignment everywhere.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final

from audit.diff.anchors import (
    Match,
    Piece,
    common_head,
    heaviest_chain,
    joined,
    runs,
    sentences,
    shared_once,
)
from audit.diff.pair import Gap, Pair
from audit.diff.snake import Aligner, Budget

RUN: Final = 4
"""Tokens of an anchor between sentences."""
SMALL: Final = 64
"""Tokens of a gap (both sides) that needs no anchors."""
GAP: Final = 8_000
"""Tokens of a gap (both sides) that is aligned word by word; a larger one by sentences first."""

_SURROGATES: Final = range(0xD800, 0xE000)


Step = Callable[[Gap], Iterator[Match]]


class Alignment:
    """The work on one pair of texts; *budget* tells afterwards what it cost."""

    def __init__(self, pair: Pair, budget: Budget) -> None:
        self.a = pair.a.tokens.keys
        self.b = pair.b.tokens.keys
        self.pair = pair
        self.budget = budget
        self.aligner = Aligner(budget)

    def matches(self) -> list[Match]:
        """Return the equal runs of the two sides in order, touching ones joined."""
        whole = Gap(0, len(self.a), 0, len(self.b))
        return list(joined(self._trimmed(whole, self._by_sentences)))

    def within(self, gap: Gap) -> list[Match]:
        """Return the equal runs of one small gap, aligned word by word."""
        return list(joined(self._trimmed(gap, self._by_bounded_words)))

    def _trimmed(self, gap: Gap, inner: Step) -> Iterator[Match]:
        a = self.a[gap.a : gap.a_end]
        b = self.b[gap.b : gap.b_end]
        least = min(len(a), len(b))
        head = common_head(a, b, least)
        tail = common_head(a[::-1], b[::-1], least - head)
        yield Match(gap.a, gap.b, head)
        rest = Gap(gap.a + head, gap.a_end - tail, gap.b + head, gap.b_end - tail)
        if rest.a < rest.a_end and rest.b < rest.b_end:
            yield from inner(rest)
        yield Match(rest.a_end, rest.b_end, tail)

    def _by_sentences(self, gap: Gap) -> Iterator[Match]:
        if gap.size <= SMALL:
            return self._by_words(gap)
        a, b = self._sentences(gap)
        return self._between(gap, shared_once(a, b), self._by_runs)

    def _by_runs(self, gap: Gap) -> Iterator[Match]:
        if gap.size <= SMALL:
            return self._by_words(gap)
        a = runs(self.a, range(gap.a, gap.a_end - RUN + 1), RUN)
        b = runs(self.b, range(gap.b, gap.b_end - RUN + 1), RUN)
        return self._between(gap, shared_once(a, b), self._by_size)

    def _by_size(self, gap: Gap) -> Iterator[Match]:
        if gap.size <= GAP:
            return self._by_words(gap)
        a, b = (list(pieces) for pieces in self._sentences(gap))
        return self._between(gap, self._mapped_sentences(a, b), self._by_bounded_words)

    def _by_bounded_words(self, gap: Gap) -> Iterator[Match]:
        if gap.size <= GAP:
            yield from self._by_words(gap)
        else:
            self.budget.coarse += 1

    def _by_words(self, gap: Gap) -> Iterator[Match]:
        a = self.a[gap.a : gap.a_end]
        b = self.b[gap.b : gap.b_end]
        for match in self._mapped(a, b):
            yield Match(gap.a + match.a, gap.b + match.b, match.size)

    def _sentences(self, gap: Gap) -> tuple[Iterator[Piece], Iterator[Piece]]:
        return (
            sentences(self.a, self.pair.a.ends, gap.a, gap.a_end),
            sentences(self.b, self.pair.b.ends, gap.b, gap.b_end),
        )

    def _between(self, gap: Gap, anchors: Iterable[Match], inner: Step) -> Iterator[Match]:
        a, b = gap.a, gap.b
        for anchor in heaviest_chain(joined(anchors)):
            yield from self._trimmed(Gap(a, anchor.a, b, anchor.b), inner)
            yield anchor
            a, b = anchor.a + anchor.size, anchor.b + anchor.size
        yield from self._trimmed(Gap(a, gap.a_end, b, gap.b_end), inner)

    def _mapped_sentences(self, a: Sequence[Piece], b: Sequence[Piece]) -> Iterator[Match]:
        for match in self._mapped([piece.keys for piece in a], [piece.keys for piece in b]):
            for number in range(match.size):
                one, other = a[match.a + number], b[match.b + number]
                yield Match(one.place, other.place, len(one.keys))

    def _mapped(self, a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[Match]:
        """Yield the equal runs of two sequences, found by diff-match-patch on characters."""
        alphabet: dict[Hashable, str] = {}
        at_a = at_b = 0
        for what, characters in self.aligner.edits(_encoded(a, alphabet), _encoded(b, alphabet)):
            size = len(characters)
            if what == 0:
                yield Match(at_a, at_b, size)
            at_a += size if what <= 0 else 0
            at_b += size if what >= 0 else 0


def _encoded(values: Sequence[Hashable], alphabet: dict[Hashable, str]) -> str:
    for value in values:
        if value not in alphabet:
            alphabet[value] = _character(len(alphabet) + 1)
    return "".join([alphabet[value] for value in values])


def _character(number: int) -> str:
    return chr(number if number < _SURROGATES.start else number + len(_SURROGATES))
