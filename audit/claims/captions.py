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
_STARTS: Final = ("v", "V", "-", "–", "—", "a", "A")
"""How such a line begins: a cheap look before the dear one."""
_AGAINST: Final = re.compile(
    r"(?:[-–—]\s?)?(?:vs?\.?|versus|against)(?:\s?[-–—])?(?=\s*\Z|\s{3}|\s*[)|§:])", re.IGNORECASE
)
_RIGHT: Final = re.compile(r"\s{3,}|\s+[)|§:](?:\s|\Z)|\A[)|§:]")
"""What parts a party from the number of its case, which stands to the right."""
_ROLE: Final = re.compile(
    r"(?:(?:and|cross|counter)?[- ]?(?:plaintiff|defendant|appell(?:ant|ee|or)|petitioner|"
    r"respondent|claimant|complainant|relator|intervenor|debtor|applicant)s?\b)",
    re.IGNORECASE,
)
_ROLED: Final = re.compile(rf",\s*(?:{_ROLE.pattern})[^,]{{0,60}}\Z", re.IGNORECASE)


class Caption(NamedTuple):
    """A case at [start, end) of the text, by its name."""

    start: int
    end: int
    words: str


def caption(lines: "Sequence[Line]") -> Caption | None:
    """Return the first case among *lines* whose parties are called plaintiff, defendant or so."""
    for at, line in enumerate(lines[:_TOP]):
        if at and line.text.startswith(_STARTS) and _AGAINST.match(line.text):
            above, below = lines[max(at - _REACH, 0) : at], lines[at + 1 : at + 1 + _REACH]
            one, other = _party(reversed(above)), _party(below)
            has_roles = any(_ROLE.search(each.text) for each in (*above, *below))
            if one and other and has_roles:
                words = f"{_name(reversed(one))} v. {_name(other)}"
                end = other[-1].start + len(_left(other[-1].text).rstrip(","))
                return Caption(one[-1].start, end, words)
    return None


def _party(lines: "Iterable[Line]") -> "Sequence[Line]":
    """Return the lines of the party nearest to the `v.`, in the order of *lines*."""
    found: list[Line] = []
    for line in lines:
        left = _left(line.text)
        is_part = bool(left) and not _ROLE.match(left) and len(left) <= _LONGEST
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
    words = " ".join(_left(line.text) for line in lines)
    return _ROLED.sub("", words).rstrip(" ,;:")
