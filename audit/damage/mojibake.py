"""UTF-8 that was read as something else: `itâ€™s`, `cafÃ©`, `РџСЂРёРІРµС‚`; what it would be."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from audit.model import Span

LINES: Final = 5_000
MOST: Final = 200_000
"""Suspicious lines of a text, and characters of them, that are looked at; ftfy is slow."""
LONGEST: Final = 4_000
"""Characters of a line that are looked at around the first sign."""

_CP1252: Final = "\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
_HIGH: Final = f"[{_CP1252}\u2013-\u203a\u20ac\u2122]"
_CYRILLIC: Final = "[\u00a0-\u00bb\u0400-\u045f\u2013-\u203a\u20ac\u2116\u2122]"
_CENTRAL: Final = (
    "[\u20ac\u201a\u201e\u2020\u2021\u2030\u0160\u2039\u015a\u0164\u017d\u0179\u2022\u2122\u0161\u203a\u015b"
    "\u0165\u017e\u017a\xa0\u02c7\u02d8\u0141\xa4\u0104\xa6-\xa9\xac-\xae\u017b\xb0\xb1\u02db\u0142\xb4-\xb8\u0105"
    "\u015f\u013d\u02dd\u013e\u017c]"
)
"""What windows-1250 has for the second byte, but for quotation marks: a capital may end there."""
FIRST: Final = re.compile("[\xc2-\xf4\u0102\u0139\u0393\u0402\u0420\u0421\u201a\u221a\u251c\u252c]")
"""The letters with which misread UTF-8 begins."""
_SIGN = re.compile(
    f"{FIRST.pattern}(?:"
    f"(?<=[\xc2-\xf4]){_HIGH}"  # windows-1252 or ISO 8859-1
    f"|(?<=[\u0102\u0139\xc4]){_CENTRAL}"  # 1250
    "|(?<=\u0432\u0402)[\u2122\u201c\u201d\u045a\u045c\u2013\u2014\xa6]"  # quotation marks in 1251
    f"|(?<=[\u0420\u0421]){_CYRILLIC}(?:[\u0420\u0421]{_CYRILLIC}){{2}}"  # 1251
    "|(?<=\u201a)\u00c4|(?<=\u221a)[\u00a0-\u00bb\u2013-\u2265]"  # Mac Roman
    "|(?<=[\u0393\u251c\u252c])[\u00a0-\u00ff\u2190-\u25ff]"  # CP 437
    "|(?<=\u00c3) )"
)
"""One of the first letters and what never stands behind it; a pattern that begins so is fast."""
_BEYOND = re.compile("[^\x00-\x7f]+")
_CUT_OFF: Final = "â€"
"""A quotation mark of three bytes whose last one is no character of windows-1252."""
_NAMES: Final = {"sloppy-windows-": "windows-", "latin-1": "ISO 8859-1", "macroman": "Mac Roman"}

Plan = Sequence[tuple[str, str]]
_WESTERN: Final[Plan] = (("encode", "sloppy-windows-1252"), ("decode", "utf-8"))
"""The commonest damage: UTF-8 read as windows-1252, as browsers do."""


def mojibake(text: str) -> Iterator[Span]:
    """Yield the pieces that are UTF-8 read in another encoding, with what they would be."""
    done = looked = 0
    for _ in range(LINES):
        sign = _SIGN.search(text, done)
        if sign is None or looked > MOST:
            return
        start, done = _line(text, sign.start(), done)
        looked += done - start
        yield from _damaged(text, start, done)


def _line(text: str, at: int, floor: int) -> tuple[int, int]:
    """Return the line around *at*, or what of it lies near."""
    start = max(text.rfind("\n", floor, at) + 1, at - LONGEST // 2, floor)
    end = text.find("\n", at, at + LONGEST)
    return start, min(len(text), at + LONGEST) if end < 0 else end


def _damaged(text: str, start: int, end: int) -> Iterator[Span]:
    line = text[start:end]
    fixed, plan = _explained(line)
    if fixed == line or not _is_misread(plan):
        return
    seen = False
    for piece in _BEYOND.finditer(line):
        found = _meant(piece[0], plan)
        if found:
            seen = True
            at = start + piece.start()
            yield Span(start=at, end=start + piece.end(), note=_note(*found))
    if not seen:
        yield Span(start=start, end=end, note=_note(fixed[:200], plan))


def _meant(piece: str, plan: Plan) -> tuple[str, Plan] | None:
    """Return what *piece* of a damaged line would be, and by which plan; None where it is sound."""
    if piece == _CUT_OFF:
        return "”", _WESTERN
    for able in (plan, _WESTERN):
        try:
            meant = str(_ftfy().apply_plan(piece, list(able)))
        except (UnicodeError, ValueError):
            continue
        if meant != piece:
            return meant, able
    meant, own = _explained(piece)
    return (meant, own) if meant != piece else None


def _note(meant: str, plan: Plan) -> str:
    return f"would be {_shown(meant)}, {_how(plan)}"


def _shown(meant: str) -> str:
    return f"“{meant}”" if len(meant) > 1 else meant


def _is_misread(plan: Plan) -> bool:
    """Tell whether bytes were read in a wrong encoding; lone controls are another matter."""
    steps = [name for step, name in plan if step == "decode"]
    return "utf-8" in steps or any(name == "decode_inconsistent_utf8" for _, name in plan)


def _how(plan: Plan) -> str:
    encodings = [_name(name) for step, name in plan if step == "encode"]
    if not encodings:
        return "UTF-8 read in another encoding"
    times = f"{len(encodings)} times " if len(encodings) > 1 else ""
    return f"UTF-8 read {times}as {encodings[0]}"


def _name(codec: str) -> str:
    for ours, shown in _NAMES.items():
        codec = codec.replace(ours, shown)
    return codec


def _explained(text: str) -> tuple[str, Plan]:
    found = _ftfy().fix_encoding_and_explain(text)
    return found.text, tuple(found.explanation or ())


@cache
def _ftfy() -> Any:
    import ftfy

    return ftfy
