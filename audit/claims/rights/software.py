"""Licences of software, data and governments: what they are called, and their names in SPDX."""

import re
from collections.abc import Iterator
from typing import Final

from audit.claims.late import Late, Sought
from audit.claims.rights.commons import Found
from audit.claims.rights.states import OF_STATES
from audit.claims.rights.versions import GAP, NAMES, NO_MORE, NUMBER, OF_GNU

OPEN_GOVERNMENT: Final = "open-government-licence"
"""A licence of a government that is not told apart."""
_PLAIN: Final = rf"(?P<name>{NAMES}){NO_MORE}"
_LICENSED: Final = Late(
    r"(?=[lradp][iveu])(?:licen[sc]ed|released|available|distributed|"
    r"published) under (?:the )?(?:terms of )?(?:the )?"
    rf"{_PLAIN}(?:[\s-]{{0,2}}(?:software )?licen[sc]e)?{NUMBER}",
    re.IGNORECASE,
    stems=" mit| apache|bsd| isc| gfdl| odbl| eupl",
)
_LICENSED_GNU: Final = Late(
    r"(?=[lradp][iveu])(?:licen[sc]ed|released|available|distributed|"
    r"published) under (?:the )?(?:terms of )?(?:the )?(?:GNU )?(?P<name>[AL]?GPL)"
    rf"(?:{NO_MORE}|(?=v\d))(?:[\s-]{{0,2}}licen[sc]e)?{OF_GNU}"
    r"(?![,;]?\s{1,3}with\b[^.;\n]{0,40}\bexception)(?![,;]?\s{1,3}(?:and|or)\b|\s?/|"
    r",\s(?:the )?(?:[AL]?GPL|Artistic|MIT|BSD|Apache|MPL|Mozilla))",
    re.IGNORECASE,
    stems=" gpl| lgpl| agpl",
)
"""`released under the GPLv3 or later`; what another licence follows is a choice of them."""
_PUBLISHED: Final = (
    r"(?:,? as published by the Free Software Foundation[,;:]?(?: either)?)".replace(" ", GAP)
)
_LATER: Final = (
    r"(?P<later>\+|(?:(?!\b(?:not?|only)\b)[^.;]){0,60}?\bor\b(?:(?!\b(?:not?|only)\b)[^.;]){0,40}?"
    r"\b(?:later|newer|higher)\b)"
)
"""How a notice goes on that allows later versions too."""
_NAMED: Final = Late(
    r"(?=[vlgome][enopu])(?:\bversion (?P<before>\d(?:\.\d)?) of the )?"
    r"(?P<name>(?:Lesser )?GNU (?:(?:Lesser |Library |Affero )?General|Lesser) Public|"
    r"GNU Free Documentation|"
    r"Open Data Commons Attribution|Open Database|Mozilla Public|European Union Public)"
    r" (?P<word>Licen[sc]e)(?: \([\w-]{2,8}\))?".replace(" ", GAP)
    + rf"{_PUBLISHED}?{NUMBER}{_PUBLISHED}?{_LATER}?",
    re.IGNORECASE,
    stems="gnu|mozilla|database|attribution|european",
)
_AND_LICENSED = re.compile(
    r"(?:[\s,]{1,3}(?:and|or|and/or)(?: under)? (?:the )?(?:terms of )?(?:the )?)"
    rf"{_PLAIN}[\s-]{{0,2}}(?:software )?licen[sc]e{NUMBER}",
    re.IGNORECASE,
)
"""The second of two licences: `and the Apache License, Version 2.0`."""
_OPEN_GOVERNMENT: Final = Late(
    r"(?:Open Government Licen[sc]e|\bOGL(?:-UK)?(?=[\s-]{0,2}v?\s?[123]\b))"
    r"(?:[\s–—(-]{1,4}(?P<place>[A-Z][a-z]+))?"
    rf"{NUMBER}",
    re.IGNORECASE,
    stems="government|ogl",
)
_SHORT: Final = rf"{_PLAIN}(?:[\s-]{{0,2}}licen[sc]e)?{NUMBER}"
_LABELLED: Final = Late(
    rf"^[\s>*_-]{{0,6}}(?:software )?licen[sc]e[*_]{{0,2}}\s?:[\s*_]{{0,4}}\[?{_SHORT}"
    r"(?=[\s*_.]{0,4}(?:$|[\](]))",
    re.IGNORECASE | re.MULTILINE,
    stems="licen",
)
"""`License: MIT`."""
_LABELLED_GNU: Final = Late(
    r"^[\s>*_-]{0,6}licen[sc]e[*_]{0,2}\s?:[\s*_]{0,4}(?:GNU )?(?P<name>[AL]?GPL)"
    r"[\s-]?v?(?P<number>[123](?:\.\d)?)(?P<later>\+| or later|-or-later)?(?=[\s*_.]{0,4}$)",
    re.IGNORECASE | re.MULTILINE,
    stems="gpl",
)
"""`License: GPL-2+`."""
_BESIDE: Final = Late(
    rf"^[\s>*_-]{{0,6}}\[?(?!eupl){_SHORT}(?:\]\(\S{{1,200}}\)|\])?[\s.,|–—-]{{0,4}}"
    r"(?=(?:©|(?:copyright )?\(c\))[\s\d,–-]{0,20}\[?[^\W\d_])",
    re.IGNORECASE | re.MULTILINE,
    stems="©|(c)",
)
"""`MIT © Ann Berg`, as programs say it; `MIT © 2020` is what a university says, and every version
of the EUPL begins with `EUPL ©`."""
_TITLED: Final = Late(
    r"(?=[t0234miba][hisp -])(?:the )?(?:(?P<before>[0234])[ -]clause )?"
    r"(?P<name>MIT|ISC|BSD|Apache)"
    r"(?: (?P<behind>[0234])[ -]clause)?(?: software)? licen[sc]e"
    r"(?:,?\s{1,80}version (?P<number>\d(?:\.\d)?)(?!\w|\.\d)[^\n]{0,20})?[ \t):*_=.]{0,9}$",
    re.IGNORECASE | re.MULTILINE,
    stems="mit |isc |bsd |apache ",
)
"""A licence that has a line for itself, and perhaps its version in the next one."""
_SIGNS: Final = " \t#>*_=("
"""What may stand before its name."""
_BELOW: Final = 240
"""Characters behind a line in which the version of its licence stands."""
_TAG: Final = Late(
    r"(?:SPDX-License-Identifier|License-Expression):[ \t]{0,9}"
    r"([\w.+-]{1,60}(?:[ \t](?:AND|OR|WITH)[ \t][\w.+-]{1,60}){0,5})",
    stems="license-identifier:|license-expression:",
)
_ADDRESS: Final = Late(
    r"\bspdx\.org/licenses/([\w.+-]{1,60}?)(?:\.(?:html|json|txt))?(?!\w|[.+-]\w)",
    re.IGNORECASE,
    stems="spdx.org/",
)
_WORD = re.compile(r"[a-z0-9]+")
_LEADS = re.compile(r"\b(?:under|terms(?: and conditions)?(?: of)?) (?:the )?\Z", re.IGNORECASE)
_GNU: Final = {
    "gpl": "GPL",
    "lgpl": "LGPL",
    "agpl": "AGPL",
    "gnu general public": "GPL",
    "gnu lesser general public": "LGPL",
    "gnu lesser public": "LGPL",
    "gnu library general public": "LGPL",
    "lesser gnu general public": "LGPL",
    "gnu affero general public": "AGPL",
    "gnu free documentation": "GFDL",
    "gfdl": "GFDL",
}
_ONE: Final = {
    "mit": "MIT",
    "unlicense": "Unlicense",
    "isc": "ISC",
    "odbl": "ODbL-1.0",
    "open database": "ODbL-1.0",
    "open data commons attribution": "ODC-By-1.0",
}
_SERIES: Final = {
    "apache": ("Apache", "2.0", ("1.0", "1.1", "2.0")),
    "eupl": ("EUPL", "1.2", ("1.0", "1.1", "1.2")),
    "european union public": ("EUPL", "1.2", ("1.0", "1.1", "1.2")),
    "mpl": ("MPL", "", ("1.0", "1.1", "2.0")),
    "mozilla public": ("MPL", "2.0", ("1.0", "1.1", "2.0")),
}
"""The name, the version meant where none is told, if any, and the versions there are."""


def licences_named(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the licences other than those of Creative Commons in [start, end) of *text*."""
    yield from _SOUGHT.told(text, start, end)
    yield from _SOUGHT_BELOW.told(text, start, end, below=min(len(text), end + _BELOW))


def _tagged(found: re.Match[str], _end: int) -> Iterator[Found]:
    yield Found(*found.span(), found[1], 0)


def _licensed(found: re.Match[str], end: int) -> Iterator[Found]:
    """Yield the licences under which something is said to be."""
    if found.end("name") <= end:
        yield from _whole(found, end)
    more = _AND_LICENSED.match(found.string, found.end(), end)
    if more:
        yield from _whole(more, end)


def _in_full(found: re.Match[str], end: int) -> Iterator[Found]:
    """Yield a licence that is named in full; the line may end in a name that is led to."""
    at = found.start("name")
    if found.end("word") <= end or (at < end and _LEADS.search(found.string, found.pos, at)):
        yield from _whole(found, end)


def _whole(found: re.Match[str], end: int) -> Iterator[Found]:
    """Yield a licence whose version may stand in the line after *end*."""
    yield Found(found.start("name"), min(found.end(), end), spdx(found), 2)


def _for_itself(found: re.Match[str], end: int) -> Iterator[Found]:
    """Yield a licence that has a line for itself."""
    led = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
    if found.start("name") < end and not led.strip(_SIGNS) and (name := _titled(found)):
        yield Found(found.start("name"), min(found.end(), end), name, 2)


def _of_government(found: re.Match[str], _end: int) -> Iterator[Found]:
    yield Found(*found.span(), _open_government(found), 2)


def spdx(found: re.Match[str]) -> str:
    """Return the name in SPDX of the licence *found*; empty where it has none."""
    name = _plain(found["name"])
    number = _numbered(found)
    if name in _ONE:
        return _ONE[name]
    if name in _GNU:
        later = "or-later" if found.groupdict().get("later") else "only"
        return f"{_GNU[name]}-{number}-{later}" if number else _GNU[name]
    if "bsd" in name:
        return _bsd(found["clauses"] or found["behind"] or "3")
    short, usual, versions = _SERIES[name]
    if number and number not in versions:
        return ""
    return f"{short}-{number or usual}".rstrip("-")


def _plain(name: str) -> str:
    """Return the words of a *name* that may go over the end of a line."""
    return " ".join(_WORD.findall(name.lower()))


def _titled(found: re.Match[str]) -> str:
    """Return the licence that a line names for itself, where it is told which one of its name."""
    name, clauses = found["name"].upper(), found["before"] or found["behind"]
    if name == "APACHE":
        return f"Apache-{_numbered(found)}" if found["number"] else ""
    if name == "BSD":
        return _bsd(clauses) if clauses else ""
    return name


def _bsd(clauses: str) -> str:
    return "0BSD" if clauses == "0" else f"BSD-{clauses}-Clause"


def _open_government(found: re.Match[str]) -> str:
    """Return the licence of the United Kingdom by its version, else the name without one."""
    place, number = (found["place"] or "").lower(), _numbered(found)
    if place == "canada":
        return "OGL-Canada-2.0"
    if place and place not in {"united", "uk", "version", "for"}:
        return OPEN_GOVERNMENT
    return f"OGL-UK-{number}" if number in {"1.0", "2.0", "3.0"} else OPEN_GOVERNMENT


def _numbered(found: re.Match[str]) -> str:
    number = found["number"] or found.groupdict().get("before") or ""
    return f"{number}.0" if number and "." not in number else number


_SOUGHT: Final = Sought(
    {
        _TAG: _tagged,
        _ADDRESS: _tagged,
        _LABELLED: _whole,
        _LABELLED_GNU: _whole,
        _BESIDE: _whole,
        _OPEN_GOVERNMENT: _of_government,
        **OF_STATES,
    }
)
_SOUGHT_BELOW: Final = Sought(
    {_LICENSED: _licensed, _LICENSED_GNU: _licensed, _NAMED: _in_full, _TITLED: _for_itself}
)
"""Those whose version may stand in the line below."""
