"""Tidy the gaps between equal runs: sentences whole, folds respected, rewordings in one piece."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from audit.diff.anchors import Match
from audit.diff.pair import Gap, Pair, Side
from audit.diff.sentences import parted
from audit.diff.values import Kind

SLIDE: Final = 64
"""Tokens by which an insertion is moved to the nearest end of a sentence."""
BRIDGE: Final = 3
"""Equal tokens between two rewordings that are one to a reader."""


@dataclass(frozen=True, slots=True)
class Change:
    """A gap and its kind."""

    kind: Kind
    gap: Gap


def gaps_between(matches: Sequence[Match], pair: Pair) -> list[Gap]:
    """Return what stands between the equal runs, whole sentences where that is possible."""
    end = Match(len(pair.a.tokens.keys), len(pair.b.tokens.keys), 0)
    gaps: list[Gap] = []
    shift = 0
    for match, following in pairwise([*matches, end]):
        gap = Gap(match.a + match.size, following.a, match.b + match.size, following.b)
        if gap.size:
            # One equal token stays between two gaps; behind the last one nothing has to.
            last = following.a + following.size == end.a and following.b + following.size == end.b
            room = match.size - 1 - max(shift, 0), following.size - (not last)
            shift = _shift(pair, gap, *room)
            slid = Gap(*(place + shift for place in (gap.a, gap.a_end, gap.b, gap.b_end)))
            pieces = parted(pair, slid, *room)
            gaps.extend(pieces.gaps)
            shift += pieces.shift
    return gaps


def equal_between(gaps: Sequence[Gap], pair: Pair) -> Iterator[Match]:
    """Yield the equal runs that the *gaps* leave."""
    a = b = 0
    for gap in [*gaps, Gap(len(pair.a.tokens.keys), 0, 0, 0)]:
        if gap.a > a:
            yield Match(a, b, gap.a - a)
        a, b = gap.a_end, gap.b_end


def split_at_folds(gap: Gap, pair: Pair, *, moved: bool) -> Iterator[Gap]:
    """Yield *gap* in pieces that no left-out passage interrupts."""
    cuts_a = _inside(pair.a.tokens.folds, gap.a, gap.a_end)
    cuts_b = _inside(pair.b.tokens.folds, gap.b, gap.b_end)
    if moved:
        offsets = sorted({cut - gap.a for cut in cuts_a} | {cut - gap.b for cut in cuts_b})
        cuts_a = [gap.a + offset for offset in offsets]
        cuts_b = [gap.b + offset for offset in offsets]
    most = max(len(cuts_a), len(cuts_b))
    a = [gap.a, *cuts_a, *[gap.a_end] * (most - len(cuts_a)), gap.a_end]
    b = [gap.b, *cuts_b, *[gap.b_end] * (most - len(cuts_b)), gap.b_end]
    for (start, stop), (other, end) in zip(pairwise(a), pairwise(b), strict=True):
        yield Gap(start, stop, other, end)


def bridged(changes: Iterable[Change], pair: Pair, taken: bytearray) -> list[Change]:
    """Join neighbouring rewordings where the equal words between them are few.

    *taken* marks the tokens of A that moved away.
    """
    done: list[Change] = []
    for change in changes:
        if done and _is_bridge(done[-1], change, pair, taken):
            gap = done.pop().gap
            change = Change(Kind.WORDING, Gap(gap.a, change.gap.a_end, gap.b, change.gap.b_end))  # noqa: PLW2901  # the joined change takes its place
        done.append(change)
    return done


def _is_bridge(left: Change, right: Change, pair: Pair, taken: bytearray) -> bool:
    if left.kind != Kind.WORDING or right.kind != Kind.WORDING:
        return False
    a = slice(left.gap.a_end, right.gap.a)
    b = slice(left.gap.b_end, right.gap.b)
    size = a.stop - a.start
    whole = Gap(left.gap.a, right.gap.a_end, left.gap.b, right.gap.b_end)
    return (
        size <= min(BRIDGE, left.gap.longer, right.gap.longer)
        and pair.a.tokens.keys[a] == pair.b.tokens.keys[b]
        and not any(taken[a])
        and not _inside(pair.a.tokens.folds, whole.a, whole.a_end)
        and not _inside(pair.b.tokens.folds, whole.b, whole.b_end)
    )


def _inside(folds: Sequence[int], first: int, last: int) -> list[int]:
    return list(folds[bisect_right(folds, first) : bisect_right(folds, last - 1)])


def _shift(pair: Pair, gap: Gap, left: int, right: int) -> int:
    """Return by how many tokens a pure insertion or removal slides to become whole sentences."""
    if gap.a == gap.a_end:
        return _slide(pair.b, gap.b, gap.b_end, (min(left, SLIDE), min(right, SLIDE)))
    if gap.b == gap.b_end:
        return _slide(pair.a, gap.a, gap.a_end, (min(left, SLIDE), min(right, SLIDE)))
    return 0


def _slide(side: Side, first: int, last: int, room: tuple[int, int]) -> int:
    keys, ends = side.tokens.keys, side.ends
    for shift in range(room[0] + 1):
        if ends[first - shift - 1] and ends[last - shift - 1]:
            return -shift
        if keys[first - shift - 1] != keys[last - shift - 1]:
            break
    for shift in range(room[1]):
        if keys[first + shift] != keys[last + shift]:
            break
        if ends[first + shift] and ends[last + shift]:
            return shift + 1
    return 0
