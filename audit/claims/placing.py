"""What the place of a line among the others speaks for a headline, or against it."""

# ruff: noqa: PLR2004 - the distances and lengths are the rule itself

import math

from audit.claims import weights as w
from audit.claims.layout import SHORT, Layout
from audit.claims.weights import Found


def prose_around(layout: Layout, number: int) -> list[Found]:
    """Return how much prose stands below and above, and how far below the main text begins."""
    found: list[Found] = [(w.LOWER, number / 100)]
    if layout.to_prose[number] > 39:
        found.append((w.NO_PROSE, 1))
    mass = layout.mass
    above = mass.between(number - 30, number)
    if above:
        found.append((w.PROSE_ABOVE, min(above, 2000) / 1000))
    if mass.total:
        found.append((w.SHARE_BELOW, mass.below(number + 1) / mass.total))
        found.append((w.SHARE_NEAR, mass.between(number + 1, number + 13) / mass.total))
    if number and layout.prose[number - 1]:
        found.append((w.UNDER_PROSE, 1))
    distance = layout.main.start - number
    if 0 < distance <= 15:
        found.append((w.NEAR_MAIN, 1))
        if distance == 2:
            found.append((w.SECOND_ABOVE, 1))
    return found


def lines_around(layout: Layout, number: int) -> list[Found]:
    """Return how short the lines above are, and where who and when and buttons stand."""
    found = _marks_around(layout, number)
    if number:
        size = len(layout.texts[number])
        if size >= SHORT and layout.short.between(number - 8, number) >= 6:
            found.append((w.AFTER_MENU, 1))
        mean = layout.lengths.between(number - 8, number) / min(number, 8)
        found.append((w.GROWTH, max(-1.0, min(1.0, math.log(size / mean) / 2))))
    if number in layout.led_to:
        found.append((w.AMONG_OTHERS, 1))
    if number in layout.centred:
        found.append((w.CENTRED, 1))
    buttons = layout.buttons.between(number + 1, number + 9)
    if buttons:
        found.append((w.BUTTONS, min(buttons, 3) / 3))
    return found


def _marks_around(layout: Layout, number: int) -> list[Found]:
    found: list[Found] = []
    distance = layout.to_mark[number]
    if distance < 3:
        found.append(((w.MARK_BELOW, w.MARK_NEAR)[distance - 1], 1))
    if number and layout.mark[number - 1]:
        found.append((w.MARK_ABOVE, 1))
        if distance == 1:
            found.append((w.BETWEEN_MARKS, 1))
    return found
