"""Mail addresses hidden behind asterisks, letter for letter, so that every place stays true.

A text is read as a person would read it: entities and escapes decoded, invisible signs left out.
What is found there is hidden in the text as it is written.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

REACH: Final = 256
"""Characters before the sign that are taken for a name; longer ones are hidden in part."""
QUOTED: Final = 66
"""Characters of a name in quotation marks."""

_UNIT = re.compile(
    r"&(?:amp;)?(?:#[0-9]{1,7}(?![0-9]);?|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F]);?|[A-Za-z]{2,20};)"
    r"|%[2-7][0-9a-fA-F]"
    r"|[\uff20\ufe6b\uff0e\u3002\uff61\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_MEANT: Final = {"\uff20": "@", "\ufe6b": "@", "\uff0e": ".", "\u3002": ".", "\uff61": "."}
_UNSEEN: Final = frozenset("\xad\u180e\u2060\ufeff") | {
    chr(code) for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2061, 0x206A))
}
_GAP = r"[ \t\xa0]{0,2}"
_AT = r"[\[({<][ ]?(?:at|ät)[ ]?[\])}>]"
_DOT = rf"(?:\.|{_GAP}[\[({{<][ ]?(?:dot|punkt)[ ]?[\])}}>]{_GAP})"
_LABEL = r"[\w*\u0300-\u036f-]{1,63}+"
_SIGN = re.compile(
    rf"(?:@|{_AT}){_GAP}"
    rf"(?:\[(?:IPv6:)?(?P<number>[0-9a-f:.*]{{3,60}})\]|(?P<domain>{_LABEL}(?:{_DOT}{_LABEL}){{1,126}}))",
    re.IGNORECASE,
)
_DOTS = re.compile(_DOT, re.IGNORECASE)
_TOP = re.compile(r"[^\W\d_][\w-]{1,62}")
_CODED = re.compile(
    r"(?<=email-protection#)[0-9a-f]{6,400}|(?<=data-cfemail=\")[0-9a-f]{6,400}", re.IGNORECASE
)
_LETTER = re.compile(r"\w")
_NAMING: Final = frozenset("_*.+%-'\u2019!&~^$#")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A text as it is read; character i of it is [starts[i], ends[i]) of what is written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def hidden(text: str) -> str:
    """Return *text* with the letters of every mail address as asterisks, its length unchanged.

    The signs between them and the top domain stay: `ada@town.example` is `***@****.example`.
    """
    found = letters(text)
    if not found:
        return _CODED.sub(_stars, text)
    return _CODED.sub(_stars, covered(text, found))


def letters(text: str) -> list[tuple[int, int]]:
    """Return where each letter of a mail address is written in *text*, as [start, end)."""
    reading = _read(text)
    return [
        (reading.starts[at], reading.ends[at])
        for start, end in _addresses(reading.text)
        for at in range(start, end)
        if _is_letter(reading.text[at])
    ]


def covered(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return *text* with asterisks at *places*, its length unchanged."""
    signs = list(text)
    for start, end in places:
        signs[start:end] = "*" * (min(end, len(text)) - start)
    return "".join(signs)


def hidden_whole(text: str) -> str:
    """Return *text*, which is nothing but a contact, with every letter and digit hidden."""
    shown = hidden(text)
    return shown if shown != text else _LETTER.sub("*", text)


def _read(text: str) -> _Reading:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for unit in _UNIT.finditer(text):
        meant = _meaning(unit[0])
        if len(meant) > 1:
            continue
        pieces += [text[at : unit.start()], meant]
        starts += [*range(at, unit.start()), *[unit.start()] * len(meant)]
        ends += [*range(at + 1, unit.start() + 1), *[unit.end()] * len(meant)]
        at = unit.end()
    if not at:
        return _Reading(text=text, starts=range(len(text)), ends=range(1, len(text) + 1))
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return _Reading(text="".join([*pieces, text[at:]]), starts=starts, ends=ends)


def _meaning(unit: str) -> str:
    """Return what an entity, an escape or a sign stands for: one character, none, or itself."""
    if unit[0] == "%":
        unit = chr(int(unit[1:], 16))
    elif unit[0] == "&":
        unit = html.unescape(html.unescape(unit))
    return "" if unit in _UNSEEN else _MEANT.get(unit, unit)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield each piece of *text* in which every letter is to be hidden."""
    for sign in _SIGN.finditer(text):
        parts = [sign.span("number")] if sign["number"] else list(_domain(sign))
        name = _name(text, sign.start()) if parts else None
        if name:
            yield name
            yield from parts


def _domain(sign: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the labels before the top one; none where no label can be that."""
    text, (start, end) = sign.string, sign.span("domain")
    edges = [start, *(edge for dot in _DOTS.finditer(text, start, end) for edge in dot.span()), end]
    labels = list(zip(edges[::2], edges[1::2], strict=True))
    while len(labels) > 1 and not _TOP.fullmatch(text, *labels[-1]):
        labels.pop()
    yield from labels[:-1]


def _name(text: str, sign: int) -> tuple[int, int] | None:
    """Return the name before the *sign*, or None where nothing can be one."""
    end = sign
    while end > 0 and sign - end < 2 and text[end - 1] in " \t\xa0":  # noqa: PLR2004  # as _GAP
        end -= 1
    if text[end - 1 : end] == '"':
        opened = text.rfind('"', max(0, end - QUOTED), end - 1)
        return (opened, end) if 0 <= opened < end - 2 and "\n" not in text[opened:end] else None
    start = end
    while start > max(0, end - REACH) and _names(text[start - 1]):
        start -= 1
    return (start, end) if any(map(_counts, text[start:end])) else None


def _names(sign: str) -> bool:
    return sign.isalnum() or sign in _NAMING or unicodedata.category(sign)[0] == "M"


def _counts(sign: str) -> bool:
    return sign == "*" or _is_letter(sign)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or unicodedata.category(sign)[0] == "M"


def _stars(found: re.Match[str]) -> str:
    return "*" * len(found[0])
