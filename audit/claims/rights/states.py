"""Licences that states give their data under: what they are called, and their names in SPDX."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from audit.claims.late import Late
from audit.claims.rights.commons import Found

_VERSION: Final = r"[\s,(–—-]{0,4}v?(?:ersion)?[\s.-]{0,2}(?P<number>[12])[.-]0(?![\w.]\d)"
_FRENCH: Final = Late(
    rf"licence ouverte(?:\s?/\s?open licen[cs]e)?(?:\s\(?etalab\)?)?{_VERSION}",
    re.IGNORECASE,
    stems="licence ouverte",
)
_GERMAN: Final = Late(
    r"(?:datenlizenz deutschland|\bdl-de)[\s–—/→-]{1,3}(?P<kind>namensnennung|zero|by)" + _VERSION,
    re.IGNORECASE,
    stems="datenlizenz|dl-de",
)
_NORWEGIAN: Final = Late(
    rf"(?:norsk lisens for (?:offentlige|åpne) data(?:\s\(?NLOD\)?)?|\bNLOD){_VERSION}",
    re.IGNORECASE,
    stems="norsk lisens|nlod",
)


def _french(found: re.Match[str], _end: int) -> Iterator[Found]:
    name = "etalab-2.0" if found["number"] == "2" else "licence-ouverte"
    yield Found(*found.span(), name, 2)


def _german(found: re.Match[str], _end: int) -> Iterator[Found]:
    kind = "ZERO" if found["kind"].lower() == "zero" else "BY"
    if found["number"] == "2":
        yield Found(*found.span(), f"DL-DE-{kind}-2.0", 2)


def _norwegian(found: re.Match[str], _end: int) -> Iterator[Found]:
    yield Found(*found.span(), f"NLOD-{found['number']}.0", 2)


OF_STATES: Final[Mapping[Late, Callable[[re.Match[str], int], Iterator[Found]]]] = {
    _FRENCH: _french,
    _GERMAN: _german,
    _NORWEGIAN: _norwegian,
}
"""The patterns, and what tells of the finds of each."""
