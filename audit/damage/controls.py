"""Characters that nobody sees or meant: lost ones, controls, zero-width and direction marks."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from audit.model import Span

LOST: Final = re.compile("\ufffd")
"""What stands for a character that was lost."""
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""Control characters but tabs, line and page ends."""
UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb"
    "\U000e0001\U000e0020-\U000e007f]"
)
"""Characters without width; some scripts need some of them."""
BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that change the direction."""
_LATIN: Final = "[0-9A-Za-z\u00c0-\u024f]"
_REPLACED = re.compile("\ufffd\ufffd*")  # a pattern that begins with a letter is fast
_INVISIBLE = re.compile(f"{UNSEEN.pattern}(?:(?<![\u200c\u200d])|(?<={_LATIN}.)(?={_LATIN}))")
"""Joiners are needed in other scripts; between Latin letters they are damage."""
_MARKS: Final = frozenset("\u061c\u200e\u200f")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WORD: Final = 20
"""Characters on each side of a lost one that are shown."""
_LINE: Final = 2_000
_FLAG: Final = "\U0001f3f4"
_TAGS: Final = range(0xE0020, 0xE0080)


def replaced(text: str) -> Iterator[Span]:
    """Yield what was lost in a conversion, or fits no encoding: U+FFFD stands for it."""
    for found in _REPLACED.finditer(text):
        count = found.end() - found.start()
        what = "a character is" if count == 1 else f"{count} characters are"
        note = f"{what} lost in “{_around(text, *found.span())}”"
        yield Span(start=found.start(), end=found.end(), note=note)


def controls(text: str) -> Iterator[Span]:
    """Yield control characters but tabs, line and page ends; C1 as windows-1252 has them."""
    for found in CONTROL.finditer(text):
        yield Span(start=found.start(), end=found.end(), note=_control(ord(found[0])))


def invisible(text: str) -> Iterator[Span]:
    """Yield characters without width that no script needs where they stand."""
    for found in _INVISIBLE.finditer(text):
        start = found.start()
        if (start == 0 and found[0] == "\ufeff") or _in_a_flag(text, start):
            continue
        yield Span(start=start, end=found.end(), note=_named(found[0]))


def bidi(text: str) -> Iterator[Span]:
    """Yield characters that change the direction; single marks only in lines without such words."""
    end, is_right_to_left = -1, False
    for found in BIDI.finditer(text):
        if found.start() >= end:
            start, end = _line(text, found.start())
            is_right_to_left = _RIGHT_TO_LEFT.search(text, start, end) is not None
        if found[0] in _MARKS and is_right_to_left:
            continue
        yield Span(start=found.start(), end=found.end(), note=_named(found[0]))


def _named(character: str) -> str:
    name = unicodedata.name(character, "a character without a name").lower()
    return f"U+{ord(character):04X}, {name}"


def _control(code: int) -> str:
    meant = bytes([code]).decode("windows-1252", "ignore") if code > 0x7F else ""  # noqa: PLR2004  # C1 begins above ASCII
    return f"U+{code:04X}, {f'in windows-1252 “{meant}”' if meant else 'a control character'}"


def _around(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _WORD) : start].split()[-1:] if start else []
    after = text[end : end + _WORD].split()[:1]
    head = before[0] if before and not text[start - 1].isspace() else ""
    tail = after[0] if after and not text[end].isspace() else ""
    return f"{head}{text[start : min(end, start + 3)]}{tail}"


def _line(text: str, at: int) -> tuple[int, int]:
    """Return the line around *at*, or what of it lies near."""
    start = text.rfind("\n", max(0, at - _LINE), at) + 1
    end = text.find("\n", at, at + _LINE)
    return max(start, at - _LINE), min(len(text), at + _LINE) if end < 0 else end


def _in_a_flag(text: str, at: int) -> bool:
    """Tell whether the tag character at *at* belongs to the flag of a region."""
    if ord(text[at]) not in _TAGS:
        return False
    while at > 0 and ord(text[at]) in _TAGS:
        at -= 1
    return text[at] == _FLAG
