"""Names as catalogues write them, `Family, Given`, set upright where the form is certain."""

import re
from typing import Final

from audit.claims.offices import is_office

COMMAS: Final = (",", "،", "、", "，")
_COMMA = re.compile(r"\s{0,3}[,،、，]\s{0,3}")
_YEARS = re.compile(
    r"[,(\s]{1,3}(?:(?:b|d|fl|ca?|born|died|active|geb|gest|né|née|född|født|nato|nata|ur)\b\.?\s?)?"
    r"\d{3,4}\b.{0,40}\Z",
    re.IGNORECASE,
)
"""The years of a life, which catalogues put behind the name."""
_JUNIOR = re.compile(r"(?:[JS]r\.?|II|III|IV|V)\Z")
_LETTER: Final = (
    r"(?:[^\W\d_]|(?!\w)[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e])"
)
"""A letter, or a sign above or behind it that is none of its own."""
_BEHIND = re.compile(r"\s{0,3}(?:[(\[|•—]|\s[-–]\s).*\Z", re.DOTALL)
"""What stands behind a name between other signs than commas."""
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\Z")
_BREAK = re.compile(r"[.\s-]{1,3}")
_WORD = re.compile(rf"(?:{_LETTER}{{1,3}}['’])?{_LETTER}+(?:[-'’.·]{_LETTER}+)*\.?\Z")
_INITIAL = re.compile(r"[^\W\d_]\.[ -]?")
"""How a name begins that has its initials before it: `A. W. Dunstan, F.S.A.`"""
_DOUBLE = re.compile(r"[^\W\d_]+ (?:y|i|e) [^\W\d_]+\Z")
"""Two family names joined by `and`, as in Spanish, Catalan and Portuguese."""
_PARTICLES: Final = frozenset(
    (
        *("von", "vom", "zu", "zur", "van", "der", "den", "de", "del", "della", "di", "da", "das"),
        *("do", "dos", "du", "des", "la", "le", "los", "las", "el", "al", "bin", "ibn", "ben"),
        *("abu", "af", "av", "ter", "ten", "te", "op", "st", "st.", "mac", "y", "e", "d'", "'t"),
    )
)
_NOT_FIRST: Final = frozenset(
    (
        *("the", "your", "our", "team", "ihr", "ihre", "euer", "eure", "dein", "deine", "das"),
        *("die", "der", "votre", "notre", "le", "la", "les", "el", "il", "su", "uw", "het"),
    )
)
"""What no name of a person begins with."""
_MOST: Final = 3
"""Words of a given name, and of a family name with its particles and one word more."""
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af々ー]{1,3}\Z")
_OFFICE_SIGNS: Final = "長者員師官会社部局館課"


def upright(text: str) -> str:
    """Return the name in *text* as it is spoken, or empty where it is not certainly inverted.

    `Berg, Ann` is `Ann Berg`, `Berg, Ann, 1850-1910` too; of `Berg, Oslo` and `Ann Berg, Oslo`
    nothing is returned, nor where either part may be the family name.
    """
    parts = _parts(text)
    if len(parts) == len("FG") and all(map(_EASTERN.match, parts)):
        return "" if parts[1][-1] in _OFFICE_SIGNS else "".join(parts)
    is_junior = len(parts) > 1 and _JUNIOR.match(parts[-1]) is not None
    if is_junior and len(parts) == len("FG") and " " in parts[0] and _has_words(parts[0]):
        return " ".join(parts)
    junior = parts.pop() if is_junior and len(parts) > len("FG") else ""
    if len(parts) != len("FG") or not _is_given(parts[1]):
        return ""
    family, given = parts
    whole = _INITIAL.match(family) is not None
    if _is_family(family) or (_has_words(family) and not whole and _only_given(given)):
        return " ".join(part for part in (given, family, junior) if part)
    return ""


def unclear(text: str) -> bool:
    """Tell whether *text* may be inverted, as `Ruiz Mar, Gabriel`; not `Ann Berg, Reuters`."""
    parts = _parts(text)
    if len(parts) != len("FG") or is_office(parts[1]) or not all(map(_has_words, parts)):
        return False
    family, given = parts
    is_sign = given.isupper() and not family.isupper()
    return " " not in given and not family[0].islower() and not given[0].islower() and not is_sign


def _parts(text: str) -> list[str]:
    plain = _FULL_STOP.sub("", _BEHIND.sub("", _YEARS.sub("", text)))
    parts = [part for part in _COMMA.split(plain) if part]
    while len(parts) > len("FG") and (parts[-1].islower() or is_office(parts[-1])):
        parts.pop()  # what somebody did, or was: `editor`
    return parts


def _is_family(text: str) -> bool:
    """Tell whether *text* is one word, or one with particles before it: a family name alone."""
    if len(text.split()) > _MOST + 1 or is_office(text):
        return False
    if _DOUBLE.match(text):
        return text[0].isupper()
    *before, last = text.split()
    led = all(word.casefold() in _PARTICLES for word in before)
    return led and _WORD.match(last) is not None and last != last.lower()


def _is_given(text: str) -> bool:
    """Tell whether *text* may be given names, with particles that go before the family's."""
    words = text.split()
    if not 1 <= len(words) <= _MOST + 1 or is_office(text):
        return False
    return words[0][0].isupper() and all(
        _WORD.match(word) and (word[0].isupper() or word in _PARTICLES) for word in words
    )


def _only_given(text: str) -> bool:
    """Tell whether *text* cannot be another whole name: initials, or a particle at its end."""
    return are_initials(text) or text.rsplit(maxsplit=1)[-1] in _PARTICLES


def are_initials(text: str) -> bool:
    """Tell whether *text* is initials alone: `A.`, `K. F.`, `J.-P.`, `AB`."""
    letters = _BREAK.split(text.strip(". "))
    spelled = "." in text or len(letters) == 1
    return spelled and all(len(each) <= len("AB") and each.isupper() for each in letters)


def _has_words(text: str) -> bool:
    return 1 <= len(text.split()) <= _MOST and all(map(_WORD.match, text.split()))


def is_spoken(text: str) -> bool:
    """Tell whether *text* is two to five words as names have them: capitals, particles."""
    words = text.split()
    if not len("GF") <= len(words) <= _MOST + len("GF") or words[0].casefold() in _NOT_FIRST:
        return False
    shown = (words[0], words[-1])
    return all(map(_WORD.match, words)) and all(
        not word[0].islower() or (word.casefold() in _PARTICLES and word not in shown)
        for word in words
    )
