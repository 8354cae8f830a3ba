"""Anchors: equal runs that occur once on both sides, and the heaviest ordered chain of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_STRIDE = 512


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens [a, a + size) of one side have the keys of tokens [b, b + size) of the other."""

    a: int
    b: int
    size: int


class Piece(NamedTuple):
    """A run of keys that begins at token *place*."""

    keys: tuple[int, ...]
    place: int


def runs(keys: Sequence[int], places: Iterable[int], size: int) -> Iterator[Piece]:
    """Yield the run of *size* keys that begins at each of the *places*."""
    for place in places:
        yield Piece(tuple(keys[place : place + size]), place)


def sentences(keys: Sequence[int], ends: Sequence[bool], first: int, last: int) -> Iterator[Piece]:
    """Yield the sentences of the tokens [first, last), the cut ones at both edges included."""
    place = first
    for token in range(first, last):
        if ends[token] or token == last - 1:
            yield Piece(tuple(keys[place : token + 1]), place)
            place = token + 1


def shared_once(a: Iterable[Piece], b: Iterable[Piece]) -> Iterator[Match]:
    """Yield the pieces that occur once in *a* and once in *b*, in the order of *a*."""
    others = _once(b)
    for keys, place in _once(piece for piece in a if piece.keys in others).items():
        other = others[keys]
        if place >= 0 and other >= 0:
            yield Match(place, other, len(keys))


def joined(matches: Iterable[Match]) -> Iterator[Match]:
    """Yield *matches*, those that touch or overlap on one diagonal as one, empty ones left out."""
    last = Match(0, 0, 0)
    for match in matches:
        if match.a - last.a == match.b - last.b and match.a <= last.a + last.size:
            last = Match(last.a, last.b, max(last.size, match.a - last.a + match.size))
            continue
        if last.size:
            yield last
        last = match
    if last.size:
        yield last


def heaviest_chain(matches: Iterable[Match]) -> list[Match]:
    """Return those of *matches* that go forward on both sides, with the most tokens.

    *matches* are sorted by a; overlaps are cut from the later match.
    """
    found = list(matches)
    ranks = sorted({match.b for match in found})
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for number, match in enumerate(found):
        rank = bisect_left(ranks, match.b)
        weight, previous = _best_below(best, rank)
        before.append(previous)
        _raise_from(best, rank + 1, (weight + match.size, number))
    chain = []
    number = _best_below(best, len(ranks))[1]
    while number >= 0:
        chain.append(found[number])
        number = before[number]
    return list(_apart(reversed(chain)))


def common_head(a: Sequence[object], b: Sequence[object], limit: int) -> int:
    """Return how many of the first *limit* items are equal; slices first, they compare in C."""
    done = 0
    while done < limit and a[done : done + _STRIDE] == b[done : done + _STRIDE]:
        done = min(limit, done + _STRIDE)
    while done < limit and a[done] == b[done]:
        done += 1
    return done


def _once(pieces: Iterable[Piece]) -> dict[tuple[int, ...], int]:
    places: dict[tuple[int, ...], int] = {}
    for piece in pieces:
        places[piece.keys] = -1 if piece.keys in places else piece.place
    return places


def _best_below(best: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    """Return the heaviest entry of the first *rank*; *best* is a Fenwick tree of maxima."""
    found = (0, -1)
    while rank:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank &= rank - 1
    return found


def _raise_from(best: list[tuple[int, int]], rank: int, entry: tuple[int, int]) -> None:
    while rank < len(best):
        if entry[0] > best[rank][0]:
            best[rank] = entry
        rank += rank & -rank


def _apart(chain: Iterable[Match]) -> Iterator[Match]:
    a = b = 0
    for match in chain:
        cut = max(0, a - match.a, b - match.b)
        if cut < match.size:
            yield Match(match.a + cut, match.b + cut, match.size - cut)
            a, b = match.a + match.size, match.b + match.size
