"""Compare two texts: align their words, classify what differs, say where it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from audit.diff.align import Alignment
from audit.diff.classify import Classifier
from audit.diff.gaps import Change, bridged, equal_between, gaps_between, split_at_folds
from audit.diff.hunks import Writer
from audit.diff.moves import find_moves, without
from audit.diff.pair import Gap, Pair, Side
from audit.diff.snake import STEPS, Budget
from audit.diff.tokens import Vocabulary, sentence_ends, tokens
from audit.diff.values import QUIET, Diff, Hunk, Kind
from audit.model import Span


def compare(a: str, b: str, folded_a: Sequence[Span] = (), folded_b: Sequence[Span] = ()) -> Diff:
    """Return what changed from text *a* to text *b*, without the folded spans of both.

    The same texts give the same result on every machine; swapped texts give the same hunks the
    other way round. The time is bounded by steps; what they do not suffice for is `coarse`.
    """
    one, other = (len(a), a, _order(folded_a)), (len(b), b, _order(folded_b))
    if other < one:
        return _mirrored(_Comparison(b, a, folded_b, folded_a).diff())
    return _Comparison(a, b, folded_a, folded_b).diff()


class _Comparison:
    def __init__(self, a: str, b: str, folded_a: Sequence[Span], folded_b: Sequence[Span]) -> None:
        self.texts = a, b
        self.vocabulary = Vocabulary()
        self.pair = Pair(self._side(a, folded_a), self._side(b, folded_b))
        self.budget = Budget()
        self.classifier = Classifier(self.pair)

    def diff(self) -> Diff:
        a, b = self.pair.a, self.pair.b
        gaps = gaps_between(Alignment(self.pair, self.budget).matches(), self.pair)
        moves = find_moves(self.pair, gaps)
        main = self._classified(without(gaps, moves))
        inner = self._classified(moves.inner)
        moved = [Change(Kind.MOVED, gap) for gap in self._split(moves.moved, moved=True)]
        joined = bridged(main, self.pair, moves.a)
        hunks = self._hunks(gaps, [*joined, *inner, *moved])
        loud = [change.gap for change in (*main, *inner) if change.kind not in QUIET]
        return Diff(
            hunks=hunks,
            counts=_counts(hunks),
            words_same=sum(a.words(r.a, r.a + r.size) for r in equal_between(gaps, self.pair)),
            words_removed=sum(a.words(gap.a, gap.a_end) for gap in loud),
            words_added=sum(b.words(gap.b, gap.b_end) for gap in loud),
            words_moved=sum(a.words(gap.a, gap.a_end) for gap in moves.moved),
            words_folded_a=a.tokens.folded_words,
            words_folded_b=b.tokens.folded_words,
            coarse=self.budget.coarse,
            steps=STEPS - self.budget.left,
        )

    def _side(self, text: str, folded: Sequence[Span]) -> Side:
        found = tokens(text, self.vocabulary, folded)
        return Side(found, sentence_ends(found), self.vocabulary)

    def _split(self, gaps: Iterable[Gap], *, moved: bool = False) -> Iterator[Gap]:
        for gap in gaps:
            yield from split_at_folds(gap, self.pair, moved=moved)

    def _classified(self, gaps: Iterable[Gap]) -> list[Change]:
        return [Change(self.classifier.kind(gap), gap) for gap in self._split(gaps)]

    def _hunks(self, gaps: Sequence[Gap], changes: Sequence[Change]) -> tuple[Hunk, ...]:
        writer = Writer(*self.texts, self.pair, gaps)
        hunks = [hunk for change in changes for hunk in writer.changed(change)]
        covered = bytearray(len(self.pair.a.tokens.keys))
        for gap in (change.gap for change in changes):
            covered[gap.a : gap.a_end] = b"\1" * (gap.a_end - gap.a)
        for run in equal_between(gaps, self.pair):
            if not covered[run.a]:
                hunks.extend(writer.dressed(run))
        return tuple(sorted(hunks, key=_place))


def _place(hunk: Hunk) -> tuple[int, int, int, int]:
    return hunk.a_start, hunk.b_start, hunk.a_end, hunk.b_end


def _order(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _counts(hunks: Iterable[Hunk]) -> dict[Kind, int]:
    found = Counter(hunk.kind for hunk in hunks)
    return {kind: found[kind] for kind in Kind if found[kind]}


def _mirrored(diff: Diff) -> Diff:
    hunks = sorted((_turned(hunk) for hunk in diff.hunks), key=_place)
    return replace(
        diff,
        hunks=tuple(hunks),
        words_removed=diff.words_added,
        words_added=diff.words_removed,
        words_folded_a=diff.words_folded_b,
        words_folded_b=diff.words_folded_a,
    )


def _turned(hunk: Hunk) -> Hunk:
    return replace(
        hunk,
        a_start=hunk.b_start,
        a_end=hunk.b_end,
        b_start=hunk.a_start,
        b_end=hunk.a_end,
        a_line=hunk.b_line,
        b_line=hunk.a_line,
        before=hunk.after,
        after=hunk.before,
    )
