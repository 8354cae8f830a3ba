"""Numbers and names as people read them."""

from typing import Final

UNITS: Final = ("B", "kB", "MB", "GB", "TB")
LETTERS: Final = {"error": "E", "warning": "W", "note": "N"}
STYLES: Final = {letter: name for name, letter in LETTERS.items()}


def grouped(number: int) -> str:
    """Return *number* with its thousands apart."""
    return f"{number:,}"


def percent(share: float) -> str:
    """Return *share* (0 to 1) in whole per cent; only nothing is `0 %`, only all is `100 %`."""
    whole = round(share * 100)
    return f"{min(99, max(1, whole)) if 0 < share < 1 else whole} %"


def score(value: float) -> str:
    """Return *value* (0 to 1) with two digits, cut and not rounded: only 1 is `1.00`."""
    return f"{int(value * 100 + 1e-9) / 100:.2f}"


def exact(value: float) -> str:
    """Return *value* (0 to 1) with four digits."""
    return f"{value:.4f}"


def size(number: int) -> str:
    """Return *number* of bytes in the unit that leaves fewest digits."""
    power = min(max(0, len(str(number)) - 1) // 3, len(UNITS) - 1)
    return f"{number / 1000**power:.{1 if power else 0}f} {UNITS[power]}"


def several(number: int, noun: str, nouns: str = "") -> str:
    """Return `1 block` or `12 blocks`."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
