"""Creative Commons: the licence that an address, a short name or an official name stands for.

An unknown word behind a name may be a restriction. Then the licence is told by `GENERIC` alone,
never by the name of a freer one.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from audit.claims.late import Late, Small, Sought
from audit.claims.rights.elements import AND, COMMONS, FREE_PORT, LICENCE_WORD
from audit.claims.rights.elements import NAMES as _SPACED

GENERIC: Final = "creative-commons"
"""A licence of Creative Commons that is not told apart."""
ZERO: Final = "CC0-1.0"
_JOIN: Final = r"[\s\u00ad\u200b_/+&,:\u2010-\u2015\u2212\ufe58\ufe63\uff0d~－・-]"
_DASH: Final = r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]"
NAMES: Final = {part: names.replace(" ", r"[\s-]{0,2}") for part, names in _SPACED.items()}
"""Names may be written together: `GeenAfgeleideWerken`."""
_PARTS: Final = frozenset(("BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND"))
_VERSIONS: Final = frozenset(("1.0", "2.0", "2.1", "2.5", "3.0", "4.0"))
_WHOLE: Final = {"1": "1.0", "3": "3.0", "4": "4.0"}
"""Versions of which there is one alone with that first figure."""
_PORTED: Final = frozenset(
    (
        *("BY-2.5-AU", "BY-3.0-AT", "BY-3.0-AU", "BY-3.0-DE", "BY-3.0-IGO", "BY-3.0-NL"),
        *("BY-3.0-US", "BY-NC-3.0-DE", "BY-NC-ND-3.0-DE", "BY-NC-ND-3.0-IGO", "BY-NC-SA-2.0-DE"),
        *("BY-NC-SA-2.0-FR", "BY-NC-SA-2.0-UK", "BY-NC-SA-3.0-DE", "BY-NC-SA-3.0-IGO"),
        *("BY-ND-3.0-DE", "BY-SA-2.0-UK", "BY-SA-2.1-JP", "BY-SA-3.0-AT", "BY-SA-3.0-DE"),
        "BY-SA-3.0-IGO",
    )
)
"""Adapted licences that have a name in SPDX; others are told by their address."""
_PORT = re.compile(r"[ -]([A-Z]{2,3})(?![\w-])")
_URL: Final = Late(
    r"(?:https?://(?:www\.)?)?creativecommons\.org/"
    r"(?:licenses/([a-z]{2}(?:-[a-z]{2}){0,3})(?![\w-])"
    r"(?:/(\d\.\d)(?:/([a-z]{2,4})(?=[/\s\"'?#)]|\Z))?)?|"
    r"(?:licenses/)?publicdomain(?:/(zero|mark))?(?![\w-]))"
    r"(?:/[\w.-]{0,20}){0,3}",
    re.IGNORECASE,
    stems="creativecommons",
)
_SHORT: Final = Late(
    rf"(?<![\w-])CC(?:{_JOIN}{{1,3}}(?=BY(?:NC|SA|ND){{0,3}}(?![^\W\d_]))|(?=BY(?:[\s_-]|NC|SA|"
    rf"ND))|{_JOIN}{{0,2}}(0|zero\b|Ø)|"
    rf"{_JOIN}{{1,3}}(?=(?:NC|SA|ND)\b))",
    re.IGNORECASE,
    stems="cc",
)
_LOWER = re.compile(r"cc\s{1,3}by(?!\s?-|\s{1,2}(?:nc|sa|nd|\d)\b)")
"""Two small words that may be no licence: `sent cc by the office`."""
_LONG: Final = Late(
    COMMONS, re.IGNORECASE, stems="commons|コモンズ|知识|知識|創|创|커먼즈|المشاع|коммонс"
)
_WORDS: Final = "|".join(rf"(?P<{name}_>{words})" for name, words in NAMES.items())
_STEP: Final = Late(
    rf"(?:{_JOIN}|\(|\b(?:{AND})\s){{0,4}}"
    rf"(?:(?P<BY>BY)(?=(?:NC|SA|ND){{0,3}}(?![^\W\d_]))|(?P<NC>NC)(?=(?:SA|ND)?(?![^\W\d_]))|"
    rf"(?P<SA>SA)(?=(?:NC)?(?![^\W\d_]))|(?P<ND>ND)(?=(?:NC)?(?![^\W\d_]))|(?:{_WORDS}))",
    re.IGNORECASE,
)
_BY = re.compile(rf"{_JOIN}{{0,4}}by\b", re.IGNORECASE)
_BY_CODE: Final = Late(
    rf"{_JOIN}{{0,4}}(?:BY\b|(?i:by{_JOIN}{{1,2}}(?:nc|sa|nd|\d))|(?i:{NAMES['BY']}))"
)
"""`by` behind `Creative Commons`, where it is no English word: `Creative Commons by Ann Berg`."""
_ZERO = re.compile(rf"{_JOIN}{{1,3}}(?:zero|cero|0)\b", re.IGNORECASE)
_FILL: Final = Late(
    rf"(?:{_JOIN}|[\"'“”„«»(]|\b(?:{LICENCE_WORD})(?!\w)|\b(?:der|de la|de|con)\b){{0,8}}",
    re.IGNORECASE,
)
_VERSION: Final = Late(
    rf"(?:{_JOIN}|\)|[(.](?=\s?v)|(?:{LICENCE_WORD})(?!\w)|(?:{FREE_PORT})(?!\w)|"
    rf"v(?:ersi[oó]n\w?|ersione|\.)?(?=[\s.]?\d)){{0,8}}"
    r"(?P<number>\d\.\d(?![\da-z_]|\.\d)|[134](?!\.\d)(?=\s?(?:[.,;)\]]|\Z|licen[sc]e\b)))",
    re.IGNORECASE,
)
_CLOSED: Final = Late(
    rf"\s{{0,3}}(?:\Z|[.;!?)\]>}}|»”\"'’，。、」』*\n]|\((?=\s?(?:CC\b|BY\b|https?:|see\b|siehe\b|\d))|"
    rf"{_JOIN}{{0,3}}(?:{LICENCE_WORD}|{FREE_PORT})(?!\w)|"
    r"(?:by|von|par|por|di|da|av|af|which|that|and you|is|at|from|ist|lizenziert|licensed|"
    r"veröffentlicht|publi\w{3,8}|zur verfügung)\b|https?:|"
    r",\s(?!\w{1,20}[\s,-]{1,3}\w{0,20}\s?\d\.\d))",
    re.IGNORECASE,
)
"""How it goes on behind a name that is whole."""
_RESTRICTED: Final = Small(
    rf"{NAMES['NC']}|{NAMES['ND']}|{NAMES['SA']}|not for commercial|nicht für kommerzielle",
    re.IGNORECASE,
)
_GLUED = re.compile(rf"[_+]?{_DASH}?(?<=[_+\u2010-\u2015\u2212\ufe58\ufe63\uff0d-])[^\W\d_]")
_UNDER: Final = Small(
    r"(?:under|unter|sous|bajo|con|sotto|sob|onder|na|under en|pod|по|на|με)\s(?:\w{1,8}\s){0,2}"
    rf"(?:{LICENCE_WORD})?\s?(?:de\s)?\Z|(?:{LICENCE_WORD})\s(?:de\s)?\Z",
    re.IGNORECASE,
)
_LICENCE_NEXT: Final = Late(
    rf"[\s-]{{0,3}}(?:{_DASH}\s?)?(?:[\w.-]{{1,30}}\s){{0,2}}?(?:{LICENCE_WORD})"
    r"(?!\w)(?=\s{0,2}(?:[.,;|)\n]|\Z))",
    re.IGNORECASE,
)
_REST: Final = 80
"""Characters behind a name in which a restriction is looked for, in the same sentence."""
_END_OF_SENTENCE = re.compile(r"[.;!?](?=\s|\Z)|[|•。\n]")


class Found(NamedTuple):
    """A licence by its name in characters [start, end), surer with a lower rank."""

    start: int
    end: int
    name: str
    rank: int

    def overlaps(self, other: "Found") -> bool:
        """Tell whether two have a character in common."""
        return self.start < other.end and other.start < self.end


def licences(text: str, start: int, end: int) -> Iterator[Found]:
    """Return the licences of Creative Commons that [start, end) of *text* speaks of."""
    return _SOUGHT.told(text, start, end)


def without_names(text: str) -> str:
    """Return *text* without the names of licences and their elements, as long as before."""
    for pattern in (_URL, _RESTRICTED):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


def _from_url(url: re.Match[str], _end: int) -> Iterator[Found]:
    yield Found(url.start(), url.end(), _addressed(url), 0)


def _addressed(url: re.Match[str]) -> str:
    if not url[1]:
        return ZERO if (url[4] or "").lower() == "zero" else "public-domain"
    name = _named(url[1].upper().split("-"), url[2] or "")
    if not name or not url[3] or not url[2]:
        return name
    place = url[3].upper()
    if f"{name.removeprefix('CC-')}-{place}" in _PORTED:
        return f"{name}-{place}"
    return f"https://creativecommons.org/licenses/{url[1].lower()}/{url[2]}/{url[3].lower()}/"


def _from_short(short: re.Match[str], end: int) -> Iterator[Found]:
    if not _LOWER.match(short.string, short.start(), end):
        yield _shortened(short.string, short, end)


def _shortened(text: str, short: re.Match[str], end: int) -> Found:
    if short[1]:
        version = _VERSION.match(text, short.end(), end)
        stop = version.end() if version and version["number"][0] == "1" else short.end()
        is_word = text[stop : stop + 1].isalnum()
        return Found(short.start(), stop, "" if is_word else ZERO, 1)
    parts, stop = _elements(text, short.end(), end)
    number, after = _version(text, stop, end)
    more = _STEP.match(text, after, end) if number else _GLUED.match(text, stop, end)
    if more and more.lastgroup != "BY_":
        return Found(short.start(), stop, GENERIC, 3)
    name = _named(parts, number)
    port = _PORT.match(text, after, end)
    if port and f"{name.removeprefix('CC-')}-{port[1]}" in _PORTED:
        name, after = f"{name}-{port[1]}", port.end()
    return _judged(text, Found(short.start(), after, name, 1), parts, end)


def _from_words(long: re.Match[str], end: int) -> Iterator[Found]:
    yield _worded(long.string, long, end)


def _worded(text: str, long: re.Match[str], end: int) -> Found:
    zero = _ZERO.match(text, long.end(), end)
    if zero:
        return Found(long.start(), zero.end(), ZERO, 2)
    filled = _FILL.match(text, long.end(), end)
    at = filled.end() if filled else long.end()
    if _BY.match(text, at, end) and not _BY_CODE.match(text, at, end):
        parts, stop = list[str](), at
    else:
        parts, stop = _elements(text, at, end)
    if not parts:
        return Found(long.start(), long.end(), _generic(text, long, end), 3)
    number, after = _version(text, stop, end)
    if not number and not _CLOSED.match(text, stop, end):
        return Found(long.start(), stop, GENERIC, 3)
    found = Found(long.start(), after, _named(parts, number), 2)
    return _judged(text, found, parts, end)


def _elements(text: str, at: int, end: int) -> tuple[list[str], int]:
    """Return the elements named from *at* on, each once, and where they end."""
    parts: list[str] = []
    step = _STEP.match(text, at, end)
    while step and step.lastgroup:
        at = step.end()
        parts += [part for part in (step.lastgroup.rstrip("_"),) if part not in parts]
        step = _STEP.match(text, at, end)
    return parts, at


def _version(text: str, at: int, end: int) -> tuple[str, int]:
    found = _VERSION.match(text, at, end)
    return (found["number"], found.end()) if found else ("", at)


def _named(parts: list[str], version: str) -> str:
    """Return the SPDX name, or empty where there is no such licence."""
    name = "-".join(part for part in ("BY", "NC", "SA", "ND") if part == "BY" or part in parts)
    number = version if "." in version else _WHOLE.get(version, "")
    if name not in _PARTS or len(set(parts)) != len(parts) or (number and number not in _VERSIONS):
        return ""
    return f"CC-{name}-{number}" if number else f"CC-{name}"


def _judged(text: str, found: Found, parts: list[str], end: int) -> Found:
    """Return *found*, not told apart where the rest of the sentence takes something away."""
    if not found.name:
        return found
    stop = _END_OF_SENTENCE.search(text, found.end, min(end, found.end + _REST))
    rest = text[found.end : stop.start() if stop else min(end, found.end + _REST)]
    lacking = [name for name in ("NC", "ND", "SA") if name not in parts]
    if any(re.search(NAMES[name], rest, re.IGNORECASE) for name in lacking):
        return found._replace(name=GENERIC, rank=3)
    return found


def _generic(text: str, long: re.Match[str], end: int) -> str:
    """Return `GENERIC` where the words around the name speak of a licence, not of a company."""
    before = text[max(0, long.start() - 30) : long.start()]
    is_licence = _UNDER.search(before) or _LICENCE_NEXT.match(text, long.end(), end)
    return GENERIC if is_licence else ""


_SOUGHT: Final = Sought({_URL: _from_url, _SHORT: _from_short, _LONG: _from_words})
