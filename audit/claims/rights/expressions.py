"""Expressions of SPDX: licences joined by `AND`, `OR` and `WITH`, as people write them."""

import re
from collections.abc import Iterator
from typing import Final

from audit.claims.late import Late
from audit.claims.rights.commons import Found

_HEADS: Final = {
    name.lower(): name
    for name in (
        *("0BSD", "AFL", "AGPL", "Apache", "APSL", "Artistic", "BSD", "BSL", "CC", "CC0", "CDDL"),
        *("CECILL", "ECL", "EPL", "EUPL", "GFDL", "GPL", "ISC", "LGPL", "LicenseRef", "LPPL"),
        *("MIT", "MPL", "MS", "MulanPSL", "NCSA", "ODbL", "ODC", "OFL", "OGL", "OSL", "PDDL"),
        *("PSF", "Python", "Ruby", "Unlicense", "UPL", "Vim", "W3C", "WTFPL", "Zlib", "ZPL"),
    )
}
"""How the names of the SPDX list begin that works are given under."""
_PART: Final = r"(?:-\w{1,20}(?:\.\w{1,9}){0,3}){0,6}\+?"
_ITEM: Final = (
    rf"(?:{'|'.join(sorted(_HEADS, reverse=True))}){_PART}(?![\w-])"
    rf"(?:\swith\s[a-z]\w{{0,20}}(?:-\w{{1,20}}){{0,3}}-exception{_PART}(?![\w-]))?"
)
_JOIN: Final = r"(?:\s{1,3}(?:and/or|and|or)\s{1,3}|\s?/\s?)"
_GROUP: Final = rf"\(\s?{_ITEM}(?:{_JOIN}{_ITEM}){{1,8}}\s?\)"
_JOINED: Final = rf"(?:{_GROUP}|{_ITEM})(?:{_JOIN}(?:{_GROUP}|{_ITEM})){{1,8}}|{_GROUP}"
_LED: Final = Late(
    r"(?=[lsradp][ipveu])"
    r"(?:(?P<field>licen[sc]e[*_]{0,2}[ \t\xa0]?:[\s*_]{0,4}|SPDX-License-Identifier:\s{0,9})|"
    r"(?:licen[sc]ed|released|available|distributed|published) under "
    rf"(?:the )?(?:terms of )?(?:the )?)(?P<all>{_JOINED})",
    re.IGNORECASE,
    stems="|".join(
        (
            *(f"{w}{s}" for w in ("ense", "ence") for s in (":", " :", "\t:", "\xa0:", "*", "_")),
            *("license-identifier:", "d under ", "e under "),
        )
    ),
)
_MORE: Final = Late(rf"{_JOIN}\w", re.IGNORECASE)
_WHOLE: Final = Late(rf"\s{{0,9}}(?P<all>{_JOINED})(?=[\s.]{{0,9}}$)", re.IGNORECASE | re.MULTILINE)
"""A declared value, or a line, of nothing else."""
_WORD = re.compile(r"\s?/\s?|[()]|[^\s()/]+(?:/or\b)?")
_OLD = re.compile(r"([al]?gpl)-v?(\d)(\+)?", re.IGNORECASE)
"""How a version of GNU is written that SPDX has not: `GPL-2+`."""
_OPERATORS: Final = {"and": "AND", "or": "OR", "with": "WITH", "/": "OR", "and/or": "OR"}
_BETWEEN = re.compile(r" (?:AND|OR) | WITH \S+|[()]")


def expressions(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the expressions in [start, end) of *text* that name several licences.

    A field in which other licences follow, by names that are not known, says none.
    """
    whole = _WHOLE.match(text, start, end)
    for found in (whole,) if whole else _LED.finditer(text, start, end):
        if whole or found["field"] is None or not _MORE.match(text, found.end(), end):
            yield Found(*found.span("all"), _normalized(found["all"]), 0)


def names_in(normalized: str) -> tuple[str, ...]:
    """Return the licences that a normalized statement names, without their exceptions."""
    return tuple(part for part in _BETWEEN.split(normalized) if part)


def _normalized(text: str) -> str:
    words = [word.strip() for word in _WORD.findall(text)]
    named = [_OPERATORS.get(word.lower()) or _cased(word) for word in words]
    return " ".join(named).replace("( ", "(").replace(" )", ")")


def _cased(word: str) -> str:
    old = _OLD.fullmatch(word)
    if old:
        return f"{old[1].upper()}-{old[2]}.0-{'or-later' if old[3] else 'only'}"
    head, dash, rest = word.partition("-")
    return f"{_HEADS.get(head.lower(), head)}{dash}{rest}"
