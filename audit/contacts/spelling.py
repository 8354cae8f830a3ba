"""A text as a person would read it: escapes decoded, invisible signs and tags left out."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import merge
from typing import Final, NamedTuple
from urllib.parse import unquote

_TAG: Final = (
    r"(?<=<)(?:!--(?:[^-]|-(?!->)){0,200}-->"
    r"|/?(?!(?:at|dot)>)[a-z][a-z0-9:-]{0,30}+"
    r"(?:>|[\s/](?>(?:[^<>\"']|\"[^<\"]{0,1000}+\"|'[^<']{0,1000}+'){0,1000})>|[\s/][^<>]{0,1000}>))"
)
"""A tag or a comment behind its first sign; `<at>` and `<dot>` are signs of addresses."""
_INVISIBLE: Final = (
    "\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_ESCAPED: Final = (
    r"(?<=&)(?:amp;)?(?:#(?=[0-9])0*+[0-9]{0,7}(?![0-9]);?|#x(?=[0-9a-f])0*+[0-9a-f]{0,6}(?![0-9a-f]);?|[a-z]{2,20};)"
    r"|(?<=%)(?:[2-7][0-9a-f]|[c-f][0-9a-f](?:%[89ab][0-9a-f]){1,3})"
    r"|(?<=\\)(?:u[0-9a-f]{4}|x[2-7][0-9a-f])"
)
"""An escape behind its first sign."""
_ODD: Final = f"\uff20\ufe6b\u2024\uff0e\u3002\uff61\u2002-\u200a\u202f\u205f\u3000{_INVISIBLE}"
_NEAR_ODD: Final = "\xad\u034f\u0600-\u08e2\u115f-\u206f\u3000-\u3164\ufe00-\U000e0fff"
"""The same and more, in few ranges: these are found three times as fast."""
_UNIT = re.compile(rf"[&%\\{_NEAR_ODD}](?:(?i:{_ESCAPED})|(?<=[{_ODD}]))")
_UNIT_OR_TAG = re.compile(rf"[<&%\\{_NEAR_ODD}](?:(?i:{_TAG}|{_ESCAPED})|(?<=[{_ODD}]))")
"""Both begin with signs, not with letters of two cases: that is found fast."""
_MEANT: Final = {
    **dict.fromkeys("\uff20\ufe6b", "@"),
    **dict.fromkeys("\u2024\uff0e\u3002\uff61", "."),
    **dict.fromkeys(map(chr, (*range(0x2002, 0x200B), 0x202F, 0x205F, 0x3000)), " "),
}
_ZEROS: Final = re.compile("(#x?)0+(?=[0-9a-f])", re.IGNORECASE)
_UNSEEN: Final = re.compile(f"[{_INVISIBLE}]")
_AT: Final = r"[ ]?(?:[aA][tT]|[äÄ][tT]|[aA]rroba)[ ]?[\])}>]"
_HINTS: Final = {  # one sign after the other: what begins with one letter is found far faster
    **{sign: re.compile(sign) for sign in "@\uff20\ufe6b"},
    **{sign: re.compile(re.escape(sign) + _AT) for sign in "[({<"},
    "&": re.compile("&(?:amp;)?(?:#0*+64|#[xX]0*+40|commat)"),
    "%": re.compile("%40"),
    "\\": re.compile(r"\\(?:u0040|x40)"),
}
"""What may be the sign of an address, by its first letter."""
_BEFORE: Final = 600
_AFTER: Final = 1_200
"""Characters before and after the sign of an address in which all of it is written."""


class Reading(NamedTuple):
    """A text as it is read, and the escapes and signs in it that are read as one sign or none."""

    text: str
    places: Sequence[int]
    """Where in it each of them stands, or is left out."""
    units: Sequence[tuple[int, int, int]]
    """The characters [start, end) of what is written, and how many they are read as."""

    def span(self, at: int) -> tuple[int, int]:
        """Return the characters [start, end) of what is written that character *at* is read of."""
        nth = bisect_right(self.places, at) - 1
        if nth < 0:
            return at, at + 1
        start, end, size = self.units[nth]
        behind = at - self.places[nth] - size
        return (start, end) if behind < 0 else (end + behind, end + behind + 1)


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of *text* in which an address may stand; a long text has few of them."""
    start, end = 0, -1
    for at, behind in _hints(text):
        first = max(0, at - _BEFORE)
        if first > end >= 0:
            yield start, end
        if first > end:
            start = first
        end = min(len(text), behind + _AFTER)
    if end >= 0:
        yield start, end


def _hints(text: str) -> Iterator[tuple[int, int]]:
    """Yield where something that may be the sign of an address starts and ends, in order."""
    patterns = [pattern for sign, pattern in _HINTS.items() if sign in text]
    return merge(*(map(re.Match.span, pattern.finditer(text)) for pattern in patterns))


def read(text: str, *, tags: bool = False) -> Reading:
    """Return *text* as it is read; with *tags*, as a page that shows none."""
    pieces, places, units = list[str](), list[int](), list[tuple[int, int, int]]()
    at = shown = 0
    for unit in (_UNIT_OR_TAG if tags else _UNIT).finditer(text):
        meant = _meaning(unit[0])
        if len(meant) > 1:
            continue
        start, end = unit.span()
        pieces += [text[at:start], meant]
        places.append(shown + start - at)
        units.append((start, end, len(meant)))
        at, shown = end, places[-1] + len(meant)
    return Reading("".join([*pieces, text[at:]]) if units else text, places, units)


def _meaning(unit: str) -> str:
    """Return what stands for a character: the character, nothing, or *unit* where it does not."""
    if unit[0] == "<":
        return ""
    if unit[0] == "%":
        unit = unquote(unit, errors="replace")
    elif unit[0] == "\\":
        unit = bytes.fromhex(unit[2:].rjust(4, "0")).decode("utf-16-be", "replace")
    elif unit[0] == "&":
        unit = html.unescape(html.unescape(_ZEROS.sub(r"\1", unit)))
    return "" if _UNSEEN.fullmatch(unit) else _MEANT.get(unit, unit)
