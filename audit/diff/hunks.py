"""Turn changes of tokens into hunks of characters, so that nothing outside them differs."""

from collections.abc import Iterator, Sequence

from audit.diff.anchors import Match
from audit.diff.figures import numbers_differ
from audit.diff.gaps import Change
from audit.diff.guises import token_guise
from audit.diff.pair import Gap, Pair
from audit.diff.quotes import Quotes
from audit.diff.tokens import Tokens, body
from audit.diff.values import NUMBERS, QUIET, QUOTATION, Hunk, Kind
from audit.lines import Lines

Places = tuple[int, int, int, int]
"""Characters [a, a_end) and [b, b_end)."""


class Writer:
    """Write the hunks of two texts."""

    def __init__(self, a: str, b: str, pair: Pair, gaps: Sequence[Gap]) -> None:
        self.a = a
        self.b = b
        self.pair = pair
        self.heads = {(gap.a, gap.b) for gap in gaps}
        """Where a gap begins, right behind tokens that are aligned with each other."""
        self.lines = Lines(a), Lines(b)
        self.quotes = Quotes(a), Quotes(b)
        self.settled: set[int] = set()
        """Tokens of A whose white space went with the insertion or removal behind them."""

    def changed(self, change: Change) -> Iterator[Hunk]:
        """Yield the hunk of *change*, and one of layout where the space behind it differs."""
        a, b, gap = self.pair.a.tokens, self.pair.b.tokens, change.gap
        a_start, a_end = _range(a, gap.a, gap.a_end)
        b_start, b_end = _range(b, gap.b, gap.b_end)
        one_sided = gap.a == gap.a_end or gap.b == gap.b_end
        if one_sided and self._hangs(gap):
            self.settled.add(gap.a - 1)
            a_start, b_start = _body_end(a, gap.a - 1), _body_end(b, gap.b - 1)
        elif one_sided or change.kind is Kind.MOVED:
            yield self._hunk(change.kind, (a_start, a_end, b_start, b_end), gap)
            return
        a_tail, b_tail = _body_end(a, gap.a_end - 1), _body_end(b, gap.b_end - 1)
        yield self._hunk(change.kind, (a_start, a_tail, b_start, b_tail), gap)
        if not one_sided:
            yield from self._layout((a_tail, a_end, b_tail, b_end))

    def dressed(self, run: Match) -> Iterator[Hunk]:
        """Yield what differs in an equal run: white space, typography, encoding, case."""
        a, b = self.pair.a.tokens, self.pair.b.tokens
        last: tuple[Kind, Places] | None = None
        for one, other in _unlike(a, b, run):
            tails = _body_end(a, one), _body_end(b, other)
            here = a.starts[one], tails[0], b.starts[other], tails[1]
            if self.a[here[0] : here[1]] != self.b[here[2] : here[3]]:
                kind = token_guise(self.a[here[0] : here[1]], self.b[here[2] : here[3]])
                if last and last[0] is kind and self._touch(last[1], here):
                    last = kind, (last[1][0], here[1], last[1][2], here[3])
                else:
                    yield from self._guise(last)
                    last = kind, here
            if one not in self.settled:
                yield from self._layout((tails[0], a.ends[one], tails[1], b.ends[other]))
        yield from self._guise(last)

    def _touch(self, left: Places, right: Places) -> bool:
        between = self.a[left[1] : right[0]]
        return not between.strip() and between == self.b[left[3] : right[2]]

    def _guise(self, found: tuple[Kind, Places] | None) -> Iterator[Hunk]:
        if found:
            yield self._hunk(*found)

    def _layout(self, places: Places) -> Iterator[Hunk]:
        if self.a[places[0] : places[1]] != self.b[places[2] : places[3]]:
            yield self._hunk(Kind.LAYOUT, places)

    def _hangs(self, gap: Gap) -> bool:
        """Tell whether white space in front moved behind what was put in or taken out.

        `One.¶` and `One. Two.¶` differ in ` Two.`, not in `Two.¶` and the space before it.
        """
        a, b = self.pair.a.tokens, self.pair.b.tokens
        if (gap.a, gap.b) not in self.heads:
            return False
        if gap.a == gap.a_end:
            return _hangs(a, gap.a, b, (gap.b, gap.b_end))
        return _hangs(b, gap.b, a, (gap.a, gap.a_end))

    def _hunk(self, kind: Kind, places: Places, gap: Gap | None = None) -> Hunk:
        a_start, a_end, b_start, b_end = places
        flags = []
        if kind in QUIET:
            pass
        elif self.quotes[0].holds(a_start, a_end) or self.quotes[1].holds(b_start, b_end):
            flags.append(QUOTATION)
        if gap and kind is Kind.WORDING and numbers_differ(self.pair, gap):
            flags.append(NUMBERS)
        return Hunk(
            kind=kind,
            a_start=a_start,
            a_end=a_end,
            b_start=b_start,
            b_end=b_end,
            a_line=self.lines[0].line(a_start),
            b_line=self.lines[1].line(b_start),
            before=self.a[a_start:a_end],
            after=self.b[b_start:b_end],
            flags=tuple(flags),
        )


def _range(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    if first == last:
        return tokens.ends[first - 1], tokens.ends[first - 1]
    return tokens.starts[first], tokens.ends[last - 1]


def _body_end(tokens: Tokens, token: int) -> int:
    return tokens.starts[token] + len(body(tokens.raws[token]))


def _space(tokens: Tokens, token: int) -> str:
    raw = tokens.raws[token]
    return raw[len(body(raw)) :]


def _hangs(short: Tokens, place: int, long: Tokens, added: tuple[int, int]) -> bool:
    first, last = added
    before = _space(short, place - 1)
    return (
        before == _space(long, last - 1)
        and before != _space(long, first - 1)
        and long.ends[first - 1] == long.starts[first]
    )


def _unlike(a: Tokens, b: Tokens, run: Match) -> list[tuple[int, int]]:
    left = a.raws[run.a : run.a + run.size]
    right = b.raws[run.b : run.b + run.size]
    if left == right:
        return []
    pairs = enumerate(zip(left, right, strict=True))
    return [(run.a + at, run.b + at) for at, (one, other) in pairs if one != other]
