"""Tell the same words in another guise: white space, typography, encoding, case, spelling."""

import re
import unicodedata
from typing import Final

from audit.diff.anchors import common_head
from audit.diff.pair import Part
from audit.diff.tokens import fold
from audit.diff.values import Kind

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_HYPHENATED: Final = re.compile(r"(?<=\w)[-‐\u00ad][^\S\n]*+\n\s*+(?=\w)")
_DASHES: Final = re.compile(r"-{2,}")
_GROUPED: Final = re.compile(r"(?<=\d)[, \u00a0\u2009\u202f'’](?=\d{3}(?!\d))")
_CODE: Final = re.compile(r"[\d_/:@#]")
_LOST: Final = re.compile(r"\ufffd+|\?+")
_CODECS: Final = ("sloppy-windows-1252", "latin-1", "mac_roman", "cp437", "cp850")
_MENDABLE: Final = 400
"""Characters of the longest change that is tried as a damaged encoding."""
_HOLES: Final = 5
_LONG_WORD: Final = 8
_WORD: Final = 4
"""Letters of the shortest word that can be misspelt by one letter; by two, `_LONG_WORD`."""
_ENDINGS: Final = frozenset(
    ("s", "es", "d", "ed", "r", "er", "ing", "n", "en", "ly", "e", "a", "al", "ion", "y")
)


def token_guise(before: str, after: str) -> Kind:
    """Return how two unequal tokens of one key differ."""
    if _visible(before) == _visible(after):
        return Kind.ENCODING
    return Kind.TYPOGRAPHY if fold(before) == fold(after) else Kind.CASE


def guise(a: Part, b: Part) -> Kind | None:
    """Return how the sides of a gap differ if they say the same, else None."""
    before, after = a.text, b.text
    if not before.strip() or not after.strip():
        return _emptied(before + after)
    if _joined_lines(before) == _joined_lines(after):
        hyphenated = _HYPHENATED.search(before) or _HYPHENATED.search(after)
        if hyphenated or a.words == b.words:
            return Kind.LAYOUT
    elif _squeezed(_visible(before)) == _squeezed(_visible(after)) or _mended(before, after):
        return Kind.ENCODING
    loose_a, loose_b = _loose(before), _loose(after)
    if loose_a == loose_b:
        return Kind.TYPOGRAPHY
    return Kind.CASE if loose_a.casefold() == loose_b.casefold() else None


def respelled(before: list[str], after: list[str]) -> bool:
    """Tell whether the words are the same but for a letter or two, a hyphen or an accent."""
    one, other = _letters(before), _letters(after)
    if not one or not other or abs(len(before) - len(after)) > 1:
        return False
    if one == other:
        return True
    if len(before) != 1 or len(after) != 1 or one[0] != other[0]:
        return False
    return _slip(one, other)


def _emptied(text: str) -> Kind | None:
    if not text.strip():
        return Kind.LAYOUT
    return None if _visible(text).strip() else Kind.ENCODING


def _visible(text: str) -> str:
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _joined_lines(text: str) -> str:
    return _squeezed(_HYPHENATED.sub("", text))


def _loose(text: str) -> str:
    """Return *text* with one form for every quote, dash, ellipsis and grouped number."""
    plain = fold(_GROUPED.sub("", text)).replace("''", '"')
    words = _DASHES.sub("-", plain.replace('"', "'")).split()
    return " ".join(words).replace(" -", "-").replace("- ", "-").replace(" .", ".")


def _letters(words: list[str]) -> str:
    """Return the words without case, accents and hyphens, nothing for codes and links."""
    bare = unicodedata.normalize("NFKD", "".join(words).casefold())
    if _CODE.search(bare):
        return ""
    return "".join(letter for letter in bare if letter.isalpha())


def _mended(before: str, after: str) -> bool:
    if len(before) + len(after) > _MENDABLE or (before.isascii() and after.isascii()):
        return False
    return any(_explains(damaged, sound) for damaged, sound in ((before, after), (after, before)))


def _explains(damaged: str, sound: str) -> bool:
    if sound.isascii():
        return False
    wanted = _loose(sound)
    return any(_loose(text) == wanted for text in _decodings(damaged)) or _lost(damaged, sound)


def _decodings(damaged: str) -> list[str]:
    import ftfy.bad_codecs  # noqa: F401  # its import registers the sloppy codecs

    found = []
    for codec in _CODECS:
        try:
            found.append(damaged.encode(codec).decode("utf-8"))
        except UnicodeError:
            continue
    return [text for text in found if text != damaged]


def _lost(damaged: str, sound: str) -> bool:
    pieces = _LOST.split(_squeezed(damaged))
    if not 1 < len(pieces) <= _HOLES:
        return False
    pattern = r"[^\x00-\x7f]{1,4}?".join(re.escape(piece) for piece in pieces)
    return re.fullmatch(pattern, _squeezed(sound)) is not None


def _slip(one: str, other: str) -> bool:
    """Tell whether two words differ as by a slip of the pen, and not by an ending."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return False
    head = common_head(short, long, len(short))
    tail = common_head(short[::-1], long[::-1], len(short) - head)
    left, right = short[head : len(short) - tail], long[head : len(long) - tail]
    if left == right[::-1] and len(left) == len("xy"):
        return len(short) >= _WORD
    return len(right) <= (2 if len(short) >= _LONG_WORD else 1) and len(short) >= _WORD
