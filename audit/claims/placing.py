"""What the places of lines among the others speak for a headline, or against it."""

# ruff: noqa: PLR2004 - the distances and lengths are the rule itself

import math
from collections.abc import Iterator, Sequence

from audit.claims import weights as w
from audit.claims.layout import SHORT, Layout
from audit.claims.letters import greets
from audit.claims.named import named
from audit.claims.shape import ends_as_sentence
from audit.claims.weights import Column


def places(layout: Layout, numbers: Sequence[int], names: frozenset[str]) -> Iterator[Column]:
    """Yield what the places of the lines *numbers* speak for them, and *names* of the file."""
    yield from prose_around(layout, numbers)
    greeted = [number > 0 and greets(layout.texts[number - 1]) for number in numbers]
    if any(greeted):
        both = zip(numbers, greeted, strict=True)
        yield w.MATTER, [below and _may_be_matter(layout, number) for number, below in both]
    if names:
        yield from named(names, [layout.low[number] for number in numbers])
    yield from lines_around(layout, numbers)


def prose_around(layout: Layout, numbers: Sequence[int]) -> Iterator[Column]:
    """Yield how much prose stands below and above each line, and how far below the main text is."""
    to_prose, prose, mass = layout.to_prose, layout.prose, layout.mass
    yield w.LOWER, [number / 100 for number in numbers]
    yield w.NO_PROSE, [to_prose[number] > 39 for number in numbers]
    if not mass.total:
        return
    yield w.PROSE_ABOVE, [min(above, 2000) / 1000 for above in mass.around(numbers, -30, 0)]
    yield w.SHARE_BELOW, [mass.below(number + 1) / mass.total for number in numbers]
    yield w.SHARE_NEAR, [near / mass.total for near in mass.around(numbers, 1, 13)]
    yield w.UNDER_PROSE, [number > 0 and prose[number - 1] for number in numbers]
    distances = [layout.main.start - number for number in numbers]
    yield w.NEAR_MAIN, [0 < distance <= 15 for distance in distances]
    yield w.SECOND_ABOVE, [distance == 2 for distance in distances]


def lines_around(layout: Layout, numbers: Sequence[int]) -> Iterator[Column]:
    """Yield how short the lines above are, and where who and when and buttons stand."""
    yield from _marks_around(layout, numbers)
    sizes = [len(layout.texts[number]) for number in numbers]
    short = layout.short.around(numbers, -8, 0)
    yield w.AFTER_MENU, [n >= 6 and size >= SHORT for n, size in zip(short, sizes, strict=True)]
    above = zip(numbers, sizes, layout.lengths.around(numbers, -8, 0), strict=True)
    yield w.GROWTH, [number and _growth(size, held, min(number, 8)) for number, size, held in above]
    for sign, lines in ((w.AMONG_OTHERS, layout.led_to), (w.CENTRED, layout.centred)):
        if lines:
            yield sign, [number in lines for number in numbers]
    if layout.buttons.total:
        yield w.BUTTONS, [min(near, 3) / 3 for near in layout.buttons.around(numbers, 1, 9)]


def _growth(size: int, held: int, lines: int) -> float:
    """Return how much longer a line is than so many *lines* that *held* so much."""
    return max(-1.0, min(1.0, math.log(size / (held / lines)) / 2))


def _marks_around(layout: Layout, numbers: Sequence[int]) -> Iterator[Column]:
    distances = [layout.to_mark[number] for number in numbers]
    above = [number > 0 and layout.mark[number - 1] for number in numbers]
    if min(distances, default=3) < 3:
        yield w.MARK_BELOW, [distance == 1 for distance in distances]
        yield w.MARK_NEAR, [distance == 2 for distance in distances]
    if any(above):
        yield w.MARK_ABOVE, above
        both = zip(above, distances, strict=True)
        yield w.BETWEEN_MARKS, [marked and distance == 1 for marked, distance in both]


def _may_be_matter(layout: Layout, number: int) -> bool:
    """Tell whether a line may say what the letter is about whose text begins below it."""
    text, *more = layout.texts[number : number + 2]
    return (
        text[-1] not in "!,;:"
        and not layout.prose[number]
        and not greets(text)
        and len("".join(more)) > len(text)
        and not ends_as_sentence(text)
    )
