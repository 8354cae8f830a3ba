"""The caption of a case at law: the parties on both sides of a `v.` that has a line for itself."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from audit.claims.headline import Line

_TOP: Final = 60
"""Lines at the top in which a caption stands."""
_REACH: Final = 6
"""Lines from the `v.` to who the parties are, at most."""
_LONGEST: Final = 160
_AGAINST: Final = re.compile(
    r"(?:[-–—]\s?)?(?P<word>vs?\.?|versus|against|(?P<sure>c/|\./\.)|contre|gegen|contra|contro|"
    r"tegen|proti|przeciwko)(?:\s?[-–—])?(?=\s*\Z|\s{3}|\s*[)|§:])",
    re.IGNORECASE,
)
_ENGLISH: Final = ("v", "a")
"""How the word between the parties begins that is written `v.` in English."""
_RIGHT: Final = re.compile(r"\s{3,}|\s+[)|§:](?:\s|\Z)|\A[)|§:]")
"""What parts a party from the number of its case, which stands to the right."""
_ROLE: Final = re.compile(
    r"(?:[-–—(]\s?)?(?:(?:and|cross|counter)?[- ]?(?:plaintiff|defendant|appell(?:ant|ee|or)|"
    r"petitioner|respondent|claimant|complainant|relator|intervenor|debtor|applicant)s?|"
    r"(?:(?:wider)?(?:be)?kläger|(?:wider)?beklagte[rn]?|antragsteller|antragsgegner|berufungskläger|"
    r"revisionskläger|beschwerdeführer|schuldner|gläubiger)(?:in|innen)?|"
    r"(?:demand|défend|requér|appel|intim|intervén?|opposant)(?:eur|eresse|ant|é)e?s?|"
    r"demandad[oa]s?|demandantes?|recurrentes?|recurrid[oa]s?|apelantes?|"
    r"ricorrent[ei]|resistent[ei]|attor[ei]|convenut[oiae]|appellant[ei]|appellat[oiae]|"
    r"eisers?|eiseres|gedaagden?|verzoekers?|verweerders?|recorrid[oa]|recorrente)\b",
    re.IGNORECASE,
)
_COUNSEL: Final = re.compile(
    r"(?:[-–—(]\s?)?(?:(?:prozess|verfahrens)bevollmächtigte|vertreten durch|rechtsanw[aä]lt|"
    r"represented by|attorneys? for|counsel for|représentée?s? par|ayant pour avocat|"
    r"representad[oa]s? p[eo]r|rappresentat[oaie] |bijgestaan door|vertegenwoordigd door|"
    r"advocaat|me\s[A-Z])",
    re.IGNORECASE,
)
"""Who speaks for a party, below its name."""
_ROLED: Final = re.compile(
    rf",\s*(?:{_ROLE.pattern}[^,]{{0,60}}|(?:{_COUNSEL.pattern}).*)\Z", re.IGNORECASE
)
_HOME: Final = re.compile(
    r"[^\d]{4,60}\s\d{1,4}\s?[a-z]?\Z|\d{4,5}\s[^\W\d_]|\d{1,4}(?:\s(?:bis|ter))?,?\s(?:rue|avenue|"
    r"quai|place|boulevard|chemin|impasse)\b",
    re.IGNORECASE,
)
"""What an address behind a name has."""


class Caption(NamedTuple):
    """A case at [start, end) of the text, by its name."""

    start: int
    end: int
    words: str


def caption(lines: "Sequence[Line]") -> Caption | None:
    """Return the first case among *lines* whose parties are called plaintiff, defendant or so."""
    for at, line in enumerate(lines[:_TOP]):
        sign = _AGAINST.match(line.text) if at else None
        if sign is None:
            continue
        above, below = lines[max(at - _REACH, 0) : at], lines[at + 1 : at + 1 + _REACH]
        one, other = _party(reversed(above)), _party(below)
        has_roles = sign["sure"] or any(_ROLE.search(each.text) for each in (*above, *below))
        if one and other and has_roles:
            between = "v." if sign["word"].lower().startswith(_ENGLISH) else sign["word"]
            words = f"{_name(reversed(one))} {between} {_name(other)}"
            end = other[-1].start + len(_left(other[-1].text).rstrip(","))
            return Caption(one[-1].start, end, words)
    return None


def _party(lines: "Iterable[Line]") -> "Sequence[Line]":
    """Return the lines of the party nearest to the `v.`, in the order of *lines*.

    Who speaks for it stands below it: above the `v.` what was found so far is no party.
    """
    found: list[Line] = []
    for line in lines:
        left = _left(line.text)
        if _COUNSEL.match(left):
            if found and found[0].start < line.start:
                break
            found.clear()
            continue
        is_part = any(map(str.isalpha, left)) and not _ROLE.match(left) and len(left) <= _LONGEST
        if is_part and (not found or _touch(found[-1], line)):
            found.append(line)
        elif found:
            break
    return found


def _touch(one: "Line", other: "Line") -> bool:
    """Tell whether no blank line stands between two lines of one name."""
    first, second = sorted((one, other), key=lambda line: line.start)
    return second.number == first.number + 1 and second.start - second.indent - first.end <= 1


def _left(text: str) -> str:
    return _RIGHT.split(text, maxsplit=1)[0].strip()


def _name(lines: "Iterable[Line]") -> str:
    """Return the name of a party, without what it is in the case and where it lives."""
    words = " ".join(_left(line.text) for line in lines).rstrip(" ,;:")
    parts = _ROLED.sub("", words).rstrip(" ,;:").split(", ")
    homes = (number for number, part in enumerate(parts) if number and _HOME.match(part))
    return ", ".join(parts[: next(homes, len(parts))])
