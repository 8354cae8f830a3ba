"""Mail addresses: one grammar, by which they are found and by which they are hidden.

A text is read as a person would read it. What is found there is hidden letter for letter in the
text as it is written, so that every place stays true.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from audit.contacts.spelling import Reading, read, windows

REACH: Final = 256
"""Characters before the sign that are taken for a name; longer ones are hidden in part."""
LONGEST: Final = 64
"""Characters of a name in a valid address."""
QUOTED: Final = 66
"""Characters of a name in quotation marks."""

_GAP = r"[ \t\xa0]{0,2}"
_AT = r"[ ]?(?:at|ät|arroba|@)[ ]?[\])}>]"
_DOT = rf"(?:\.|{_GAP}[\[({{<][ ]?(?:dot|punkt|punto|ponto|point|\.)[ ]?[\])}}>]{_GAP})"
_LABEL = r"[\w*\u0300-\u036f-]{1,63}+"
_SIGN = re.compile(
    rf"(?P<at>[@\[({{<](?:(?<=@)|(?<!@){_AT}))(?P<gap>{_GAP})"
    rf"(?:\[(?:IPv6:)?(?P<number>[0-9a-f:.*]{{3,60}})\]|(?P<domain>{_LABEL}(?:{_DOT}{_LABEL}){{1,126}}))",
    re.IGNORECASE,
)
_DOTS = re.compile(_DOT, re.IGNORECASE)
_TOP = re.compile(r"[^\W\d_][\w-]{1,62}")
_PUBLIC = re.compile(r"[^\W\d_]{2,24}|xn--[\w-]{1,59}", re.IGNORECASE)
_CODED = re.compile(  # begins with its one sign without a case: that is found fast
    r"-(?:(?<=email-)protection#|(?<=data-)cfemail\s{0,2}=\s{0,2}[\"']?)([0-9a-f]{6,400})",
    re.IGNORECASE,
)
_SEEDS: Final = ("@", "\uff20", "\ufe6b", "&", "%", "\\", "[", "(", "{", "protection", "cfemail")
_ODD_TAG = re.compile(r"<(?:[^a-z/!]|a(?![\s>/bcdspu]|r[et]))")
"""What may become `<at>` and begins no tag as it stands: that needs no escape."""
_LETTER = re.compile(r"\w")
_TAGGED = re.compile("<[a-z!/]", re.IGNORECASE)
_NAMING: Final = frozenset("_*.+%-'\u2019!&~^$#")
_OUTER: Final = ".+%-'\u2019!&~^$#"
"""What may belong to a name, and does not begin one."""

_SELDOM: Final = "/=?{|}"
"""Signs that a name may hold, and that stand before one in links and tables far more often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A mail address in the characters [start, end) of a text; *value* is what it means."""

    start: int
    end: int
    value: str
    spelling: str
    """`plain`, `spelled` where a sign of it is a word, `spaced`, `coded` as Cloudflare does it."""


def addresses(text: str) -> Iterator[Address]:
    """Yield the addresses of *text* that could be written to, in their order."""
    for first, last in windows(text):
        reading = read(text[first:last])
        for sign in _SIGN.finditer(reading.text):
            labels = [] if sign["number"] else _labels(sign)
            name = _name(reading.text, sign.start()) if labels else None
            found = name and _address(reading, sign, name, labels)
            if found:
                yield replace(found, start=first + found.start, end=first + found.end)


def coded(text: str) -> Iterator[Address]:
    """Yield the addresses that Cloudflare has hidden in the markup *text*, in their order."""
    for code in _CODED.finditer(text):
        value = next((found.value for found in addresses(_decoded(code[1]))), "")
        if value:
            start, end = code.span(1)
            yield Address(start=start, end=end, value=value, spelling="coded")


def hidden(text: str) -> str:
    """Return *text* with the letters of every mail address as asterisks, its length unchanged.

    The signs between them and the top domain stay: `ada@town.example` is `***@****.example`.
    """
    found = letters(text)
    return covered(text, found) if found else text


def may_be_in(markup: str) -> bool:
    """Tell cheaply whether `letters` may find any in *markup*, however they are written."""
    folded = markup.lower()
    return any(map(folded.__contains__, _SEEDS)) or _ODD_TAG.search(folded) is not None


def letters(text: str) -> list[tuple[int, int]]:
    """Return where each letter of a mail address is written in *text*, as [start, end)."""
    found = set(_letters(read(text)))
    if _TAGGED.search(text):  # an address may stand in a tag, or around it
        found.update(_letters(read(text, tags=True)))
    return sorted(found)


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


def _letters(reading: Reading) -> Iterator[tuple[int, int]]:
    for start, end in _pieces(reading.text):
        for at in range(start, end):
            if _is_letter(reading.text[at]):
                yield reading.span(at)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield each piece of *text* in which every letter is to be hidden."""
    for sign in _SIGN.finditer(text):
        parts = [sign.span("number")] if sign["number"] else _labels(sign)[:-1]
        name = _name(text, sign.start()) if parts else None
        if name:
            yield _whole(text, name)
            yield from parts
    for code in _CODED.finditer(text):
        yield code.span(1)


def _whole(text: str, name: tuple[int, int]) -> tuple[int, int]:
    """Return *name* with what may belong to it, though it seldom does; no address of the web."""
    start, end = name
    while start > max(0, end - REACH) and (_names(text[start - 1]) or text[start - 1] in _SELDOM):
        start -= 1
    return name if text[name[0]] == '"' or "//" in text[start:end] else (start, end)


def _labels(sign: re.Match[str]) -> list[tuple[int, int]]:
    """Return the labels of a domain down to one that may be the top one; none where none may."""
    text, (start, end) = sign.string, sign.span("domain")
    edges = [start, *(edge for dot in _DOTS.finditer(text, start, end) for edge in dot.span()), end]
    labels = list(zip(edges[::2], edges[1::2], strict=True))
    while labels and not _TOP.fullmatch(text, *labels[-1]):
        labels.pop()
    return labels if len(labels) > 1 else []


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


def _address(
    reading: Reading, sign: re.Match[str], name: tuple[int, int], labels: list[tuple[int, int]]
) -> Address | None:
    """Return the address around *sign*, or None where nobody could be written to."""
    text = reading.text
    local = text[slice(*name)]
    begun = local.lstrip(_OUTER)
    top = text[slice(*labels[-1])]
    if not begun or len(begun) > LONGEST or "*" in begun or not _PUBLIC.fullmatch(top):
        return None
    start, end = name[1] - len(begun), labels[-1][1]
    domain = ".".join(text[slice(*label)] for label in labels)
    is_spaced = sign["at"] == "@" and (name[1] < sign.start() or sign["gap"] != "")
    written = reading.span(start)[0], reading.span(end - 1)[1]
    is_plain = len(begun) + 1 + len(domain) == written[1] - written[0]
    return Address(
        start=written[0],
        end=written[1],
        value=f"{begun}@{domain}".lower(),
        spelling="plain" if is_plain else "spaced" if is_spaced else "spelled",
    )


def _decoded(digits: str) -> str:
    """Undo Cloudflare's hiding: every byte is xored with the first one."""
    numbers = bytes.fromhex(digits[: len(digits) // 2 * 2])
    return bytes(number ^ numbers[0] for number in numbers[1:]).decode("utf-8", "replace")


def _names(sign: str) -> bool:
    return sign.isalnum() or sign in _NAMING or unicodedata.category(sign)[0] == "M"


def _counts(sign: str) -> bool:
    return sign == "*" or _is_letter(sign)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or unicodedata.category(sign)[0] == "M"
