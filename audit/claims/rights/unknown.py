"""Names of licences that look like one and are none: `CC-BY-5.0`, `GPL-9`."""

import re
from typing import Final

from audit.claims.rights import statement
from audit.claims.rights.named import LABELS, STATEMENTS

_commons: Final = re.compile(
    r"CC[\s-]?(?P<zero>0(?:[\s-]?(?P<number>\d(?:\.\d)?))?)?(?:[\s-]{0,2}(?:BY|SA|NC|ND|\d)\b.{0,20})?"
    r"|https?://creativecommons\.org/licenses/.{1,60}",
    re.IGNORECASE,
)
_generic: Final = frozenset(("", "creative-commons"))
_statement: Final = re.compile(rf"{re.escape(STATEMENTS)}([^/]+)/([^/]+)/")
_versioned: Final = re.compile(
    r"(AGPL|Apache|CECILL|EPL|EUPL|GFDL|GPL|LGPL|MPL|ODbL|ODC-By|OGL-UK|PDDL)[\s-]v?(\d(?:\.\d)?)\b.{0,20}",
    re.IGNORECASE,
)
_versions: Final = {
    "AGPL": ("1.0", "3.0"),
    "Apache": ("1.0", "1.1", "2.0"),
    "CECILL": ("1.0", "1.1", "2.0", "2.1"),
    "EPL": ("1.0", "2.0"),
    "EUPL": ("1.0", "1.1", "1.2"),
    "GFDL": ("1.1", "1.2", "1.3"),
    "GPL": ("1.0", "2.0", "3.0"),
    "LGPL": ("2.0", "2.1", "3.0"),
    "MPL": ("1.0", "1.1", "2.0"),
    "ODbL": ("1.0",),
    "ODC-By": ("1.0",),
    "OGL-UK": ("1.0", "2.0", "3.0"),
    "PDDL": ("1.0",),
}
_names: Final = {name.lower(): name for name in _versions}
_last: Final = "4.0"
_SHOWN: Final = 60


def no_licence(value: str) -> str:
    """Return why a declared *value*, which is called like a licence, is none, or empty."""
    text = value.strip()
    if (found := _versioned.fullmatch(text)) is not None:
        return _of_versions(text, found)
    read = statement(text)
    if (named := _statement.fullmatch(read)) and named[1] not in LABELS.values():
        return f"{text[:_SHOWN]!r} is no statement of rightsstatements.org"
    found = _commons.fullmatch(text)
    if found is None or not (found["zero"] or read in _generic) or read == "CC":
        return ""
    if found["zero"]:
        is_first = (found["number"] or "1.0") in {"1", "1.0"}
        return "" if is_first else f"{text!r} is no licence; did you mean 'CC0-1.0'?"
    return _near(text)


def _of_versions(text: str, found: re.Match[str]) -> str:
    name = _names[found[1].lower()]
    number = found[2] if "." in found[2] else f"{found[2]}.0"
    if number in _versions[name]:
        return ""
    near = f"{name}-{_versions[name][-1]}"
    return f"{text[:_SHOWN]!r} is no licence; did you mean {near!r}?"


def _near(text: str) -> str:
    """Return what is said of a licence of Creative Commons that there is not."""
    number = re.search(r"\d(?:\.\d)?", text)
    nearer = statement(text.replace(number[0], _last, 1)) if number else ""
    meant = f"; did you mean {nearer!r}?" if nearer.startswith("CC-BY") else ""
    return f"{text[:_SHOWN]!r} is no licence of Creative Commons{meant}"
