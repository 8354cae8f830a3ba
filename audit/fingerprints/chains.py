"""Passages: seeds (shared runs of words) chained over small differences, after passim and PAN."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from audit.fingerprints.seeds import SEED, SEED_OF_CHARACTERS, Places, Run
from audit.fingerprints.shelf import Shelf, grouped, spread

_Open = tuple[int, int, int, int, float, int]
"""A run that a chain may go on from: its ends and first words in a and b, its score, its place."""


_STRETCH: Final = 64
"""Tokens of a text that are looked at together for what covers them already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How seeds become passages, in tokens."""

    gap: int = 30
    """The most that may stand between two runs of one passage, on either side."""
    shortest: int = 15
    """The least length of a passage, on both sides."""
    run: int = 8
    """The least length of its longest unbroken run."""
    density: float = 0.5
    """The least share of its longer side that is shared, also towards its ends."""

    @property
    def of_characters(self) -> "Reach":
        """Return the same for texts whose words are characters, eight for every five words."""
        gap, shortest, run = (
            math.ceil(count * SEED_OF_CHARACTERS / SEED)
            for count in (self.gap, self.shortest, self.run)
        )
        return Reach(gap=gap, shortest=shortest, run=run, density=self.density)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Tokens [a_first, a_last) of a that are tokens [b_first, b_last) of b but for small gaps."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    matched: int
    longest: int
    masked: bool


def passages(shelf: Shelf, pairs: Sequence[tuple[int, int]], reach: Reach) -> list[list[Chain]]:
    """Return for each of *pairs* (places on the shelf) its passages, by their place in a.

    Runs of boilerplate and runs of the body are chained apart, and meet at its very edge. A part
    that stands in several places of the other document is given once, in its longest passage.
    """
    found: list[list[Chain]] = [[] for _ in pairs]
    spaceless = [shelf.documents[a].spaceless and shelf.documents[b].spaceless for a, b in pairs]
    for wanted, seed, far in (
        (False, SEED, reach),
        (True, SEED_OF_CHARACTERS, reach.of_characters),
    ):
        rows = [row for row, each in enumerate(spaceless) if each is wanted]
        if rows:
            chained = _by_seeds(shelf, [pairs[row] for row in rows], seed, far)
            for row, chains in zip(rows, chained, strict=True):
                found[row] = chains
    return found


def _by_seeds(
    shelf: Shelf, pairs: Sequence[tuple[int, int]], seed: int, reach: Reach
) -> list[list[Chain]]:
    seeds = shelf.numbered(seed)
    whole = [~spread(~document.masked, seed) for document in shelf.documents]
    found: list[list[Chain]] = [[] for _ in pairs]
    swapped = [(b, a) for a, b in pairs]
    for b, others in grouped(swapped):
        index = Places(seeds, whole, b, seed)
        for row, a in others:
            found[row] = _passages(index.runs(a), reach)
    return found


def _passages(runs: list[Run], reach: Reach) -> list[Chain]:
    if max((run[2] for run in runs), default=0) < reach.run:
        return []
    whole = [chain for chain in _chain(runs, reach) if _is_passage(chain, reach)]
    return sorted(_distinct(whole), key=lambda chain: (chain.a_first, chain.b_first))


def _chain(runs: list[Run], reach: Reach) -> list[Chain]:
    """Return the densest chains of *runs*, those of boilerplate and those of the body apart."""
    apart = ([run for run in runs if run[3] is masked] for masked in (False, True))
    paths = (path for some in apart for path in _paths(some, _links(some, reach)))
    return [_joined(path) for path in paths if max([run[2] for run in path]) >= reach.run]


def _links(runs: list[Run], reach: Reach) -> list[tuple[float, int]]:
    """Return for each run the score of the best chain that ends in it, and the run before it.

    Every word shared counts for the chain, every word of a gap against it, so that no chain
    reaches over a gap to less than the gap is worth; -1 stands for no run before.
    """
    links: list[tuple[float, int]] = []
    active: list[_Open] = []
    for number, (a, b, size, _) in enumerate(runs):
        active = [one for one in active if one[0] + reach.gap >= a]
        best, before = 0.0, -1
        for a_end, b_end, a_first, b_first, score, place in active:
            gap_a, gap_b = a - a_end, b - b_end
            if gap_a > reach.gap or gap_b > reach.gap or a <= a_first or b <= b_first:
                continue
            overlap = max(-gap_a, -gap_b, 0)
            if overlap < size:
                cost = overlap + max(gap_a, gap_b, 0) * reach.density / (1 - reach.density)
                if score - cost > best:
                    best, before = score - cost, place
        links.append((size + best, before))
        active.append((a + size, b + size, a, b, size + best, number))
    return links


def _paths(runs: list[Run], links: list[tuple[float, int]]) -> list[list[Run]]:
    """Return the chains from the best end to the worst; a run belongs to the best of its chains."""
    used = [False] * len(runs)
    paths = []
    for place in sorted(range(len(runs)), key=lambda place: (-links[place][0], place)):
        path = []
        while place >= 0 and not used[place]:
            used[place] = True
            path.append(runs[place])
            place = links[place][1]  # noqa: PLW2901  # walks from the end to the beginning
        if path:
            paths.append(path[::-1])
    return paths


def _joined(path: list[Run]) -> Chain:
    first, last = path[0], path[-1]
    overlaps = (
        max(one[0] + one[2] - other[0], one[1] + one[2] - other[1], 0)
        for one, other in pairwise(path)
    )
    return Chain(
        a_first=first[0],
        a_last=last[0] + last[2],
        b_first=first[1],
        b_last=last[1] + last[2],
        matched=sum(run[2] for run in path) - sum(overlaps),
        longest=max(run[2] for run in path),
        masked=first[3],
    )


def _is_passage(chain: Chain, reach: Reach) -> bool:
    length_a = chain.a_last - chain.a_first
    length_b = chain.b_last - chain.b_first
    return (
        min(length_a, length_b) >= reach.shortest
        and chain.longest >= reach.run
        and chain.matched >= reach.density * max(length_a, length_b)
    )


def _distinct(chains: list[Chain]) -> list[Chain]:
    """Drop chains that lie mostly in what a longer one covers already, on either side."""
    kept: list[Chain] = []
    near: defaultdict[tuple[str, int], list[Chain]] = defaultdict(list)
    for chain in sorted(chains, key=lambda chain: (-chain.matched, chain.a_first, chain.b_first)):
        # What covers most of a chain covers its middle.
        middles = (
            ("a", (chain.a_first + chain.a_last) // 2 // _STRETCH),
            ("b", (chain.b_first + chain.b_last) // 2 // _STRETCH),
        )
        if not any(_covered(chain, other) for middle in middles for other in near[middle]):
            kept.append(chain)
            for place in range(chain.a_first // _STRETCH, chain.a_last // _STRETCH + 1):
                near["a", place].append(chain)
            for place in range(chain.b_first // _STRETCH, chain.b_last // _STRETCH + 1):
                near["b", place].append(chain)
    return kept


def _covered(chain: Chain, other: Chain) -> bool:
    shared_a = min(chain.a_last, other.a_last) - max(chain.a_first, other.a_first)
    shared_b = min(chain.b_last, other.b_last) - max(chain.b_first, other.b_first)
    half_a = (chain.a_last - chain.a_first) / 2
    half_b = (chain.b_last - chain.b_first) / 2
    return shared_a > half_a or shared_b > half_b
