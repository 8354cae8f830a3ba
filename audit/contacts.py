"""Mail addresses hidden behind asterisks, letter for letter, so that every place stays true."""

import re
from typing import Final

_LOCAL = r"(?<![\w.+%-])\w[\w.+%-]{0,63}"
_PLAIN = re.compile(rf"{_LOCAL}(?:@|%40)(?:[\w-]{{1,63}}\.){{1,6}}\w{{2,24}}")
_GAP = r"[ \t\u00a0]{0,2}"
_AT = rf"{_GAP}[\[({{]\s?(?:at|ät)\s?[\])}}]{_GAP}"
_DOT = rf"(?:\.|{_GAP}[\[(]\s?(?:dot|punkt)\s?[\])]{_GAP})"
_SPELLED = re.compile(rf"{_LOCAL}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}}", re.IGNORECASE)
_CODED = re.compile(
    r"(?<=email-protection#)[0-9a-f]{6,400}|(?<=data-cfemail=\")[0-9a-f]{6,400}", re.IGNORECASE
)
_SIGNS = re.compile(_AT + "|" + _DOT + "|@|%40", re.IGNORECASE)
_LETTER = re.compile(r"\w")
_CUES: Final = ("@", "%40", "at", "ät", "email-protection", "cfemail")


def hidden(text: str) -> str:
    """Return *text* with the letters of every mail address as asterisks, its length unchanged.

    The signs between them and the top domain stay: `ada@town.example` is `***@****.example`.
    """
    folded = text.lower()
    if not any(cue in folded for cue in _CUES):
        return text
    for pattern in (_PLAIN, _SPELLED):
        text = pattern.sub(_without_letters, text)
    return _CODED.sub(_stars, text)


def hidden_whole(text: str) -> str:
    """Return *text*, which is nothing but a contact, with every letter and digit hidden."""
    shown = hidden(text)
    return shown if shown != text else _LETTER.sub("*", text)


def _without_letters(found: re.Match[str]) -> str:
    address = found[0]
    signs = list(_SIGNS.finditer(address))
    keep = [(sign.start(), sign.end()) for sign in signs]
    keep.append((signs[-1].end(), len(address)))
    parts, at = [], 0
    for start, end in keep:
        parts += [_LETTER.sub("*", address[at:start]), address[start:end]]
        at = end
    return "".join(parts)


def _stars(found: re.Match[str]) -> str:
    return "*" * len(found[0])
