"""Which sources of one document name other people, or another title: each claim against the best.

Only sources of one weight are compared: what a format keeps twice, and whom a document states
against the byline that it shows. Names of bodies beside those of people are no contradiction.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from audit.claims.choose import THRESHOLD
from audit.claims.languages import Numbered
from audit.claims.offices import is_body
from audit.claims.words import fold_site, fold_title
from audit.model import Claim, Origin

MOST: Final = 50
"""Claims of one property that are compared."""
AGAIN: Final = ", once more"
"""What the place of a field says that a format may have once, and the file has again."""
BYLINE: Final = "byline near the headline"
TOP_BYLINE: Final = "byline at the top of a text without a headline"
_BODY_OF_PAGE: Final = "html-marks"
_MAIL: Final = "e-mail"
_word = re.compile(r"\w{3,}")
_SMALL: Final = frozenset(
    (
        *("the", "and", "for", "from", "with", "der", "die", "das", "den", "dem", "des", "und"),
        *("von", "für", "mit", "ein", "eine", "les", "une", "pour", "avec", "dans", "los"),
        *("las", "del", "con", "por", "para", "una", "het", "een", "van", "voor", "gli", "dei"),
        *("delle", "della", "per", "uma", "dos", "och", "för", "med", "til"),
    )
)
"""Words of three letters and more that names have in common by chance."""
_user = re.compile(
    r"\b(?:user|customer|admin\w*|scan(?:ner)?|owner|copyright|benutzer|nutzer)\b|[\d@_]",
    re.IGNORECASE,
)
"""What a program calls its user where nobody gave a name."""
_file = re.compile(
    r"untitled|unbenannt|sans titre|microsoft |powerpoint|.*\.\w{2,5}\Z", re.IGNORECASE
)
"""What a program calls a document that nobody gave a title."""


class Rivals(NamedTuple):
    """Two claims, by their numbers, that name another each, and what says so."""

    number: int
    other_number: int
    property: str
    reason: str


def rivals(said: Mapping[str, Sequence[Numbered]]) -> Iterator[Rivals]:
    """Yield the sources that contradict the best one of creator and of title."""
    bodies = {
        fold_site(claim.normalized)
        for name in ("publisher", "rights_holder")
        for _, claim in said.get(name, ())
    }
    people = [one for one in said.get("creator", ()) if _is_person(one[1], bodies)]
    yield from _against_best(people, "creator")
    yield from _against_best([one for one in said.get("title", ()) if _is_title(one[1])], "title")


def _against_best(claims: Sequence[Numbered], property_: str) -> Iterator[Rivals]:
    found: dict[tuple[str, str], list[Numbered]] = {}
    for one in claims[:MOST]:
        found.setdefault(_voice(one[1]), []).append(one)
    voices = list(found.values())
    if len(voices) < len("ab"):
        return
    best = max(voices, key=_weight)
    told: set[str] = set()
    for voice in voices:
        name = fold_title(voice[0][1].normalized)
        if voice is best or name in told or not _are_peers(best[0][1], voice[0][1]):
            continue
        if not any(_agree(a, b) for _, a in best for _, b in voice):
            told.add(name)
            yield Rivals(best[0][0], voice[0][0], property_, _reason(best, voice, property_))


def _reason(best: Sequence[Numbered], voice: Sequence[Numbered], property_: str) -> str:
    one, other = _voice(best[0][1])[1], _voice(voice[0][1])[1]
    what = "nobody" if property_ == "creator" else "no word"
    return f"{one} and {other} have {what} in common"


def _voice(claim: Claim) -> tuple[str, str]:
    return claim.extractor, claim.reason.partition(";")[0]


def _weight(voice: Sequence[Numbered]) -> tuple[bool, float, int]:
    return any(c.chosen for _, c in voice), max(c.confidence for _, c in voice), -voice[0][0]


def _are_peers(a: Claim, b: Claim) -> bool:
    """Tell whether two claims weigh alike: fields of a format, or one of them the byline."""
    if _MAIL in {a.extractor, b.extractor}:
        return a.extractor == b.extractor and AGAIN in a.reason + b.reason
    if a.part == b.part == "fields":
        return a.extractor != b.extractor
    return "text" in {a.part, b.part}


def _agree(a: Claim, b: Claim) -> bool:
    if a.extractor == b.extractor == _MAIL:
        return fold_title(a.normalized) == fold_title(b.normalized)
    return share_a_word(a.normalized, b.normalized)


def _is_person(claim: Claim, bodies: set[str]) -> bool:
    """Tell whether a creator is believed and a person, whom the byline or the document states."""
    name = claim.normalized
    if claim.extractor == _MAIL:
        return True
    is_stated = claim.origin is Origin.EMBEDDED and claim.extractor != _BODY_OF_PAGE
    return (
        claim.confidence >= THRESHOLD
        and (is_stated or claim.reason.startswith((BYLINE, TOP_BYLINE)))
        and " " in name
        and not _user.search(name)
        and not is_body(name)
        and fold_site(name) not in bodies
    )


def _is_title(claim: Claim) -> bool:
    is_named = claim.confidence >= THRESHOLD and not _file.match(claim.normalized)
    return is_named and claim.part == "fields" and bool(_word.search(claim.normalized))


def share_a_word(a: str, b: str) -> bool:
    """Tell whether two names have a word in common that says something, or are the same.

    Such a word has three letters, and is no article, no preposition and no conjunction.
    """
    one, other = set(_word.findall(fold_title(a))), set(_word.findall(fold_title(b)))
    shared = one & other
    are_told = bool(one - _SMALL and other - _SMALL)
    return bool(shared - _SMALL if are_told else shared) or fold_title(a) == fold_title(b)
