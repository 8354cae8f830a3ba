"""Licences that a sentence or a list offers in words, one of which may be chosen."""

import re
from collections.abc import Iterator
from typing import Final

from audit.claims.late import Late
from audit.claims.rights.commons import Found
from audit.claims.rights.software import spdx
from audit.claims.rights.versions import GAP, NAMES, NO_MORE, NUMBER, OR_LATER

_BELOW: Final = 800
"""Characters behind a line in which the licences stand that it leads to."""
_LEAD: Final = Late(
    r"(?=[dtmlradpu][iuesrvo])(?P<several>(?:dual|double|triple|tri|multi)[\s-]?)?"
    r"(?:licen[sc]ed|released|available|distributed|published|"
    r"(?P<use>use) this (?:software|package|module|code|crate|file)) under(?=\s)",
    re.IGNORECASE,
    stems="d under|e under",
)
"""How a sentence begins that gives something under licences."""
_EITHER: Final = (
    r"\s{1,40}(?:(?:the )?terms of (?=either|any ))?"
    r"(?P<either>(?:either|any|one|your choice|a choice)(?: one)?(?: of)?"
    r"(?: the following)?(?: licen[sc]es)?:?\s{1,40})?"
).replace(" ", GAP)
_BEFORE: Final = (
    rf"(?:under{GAP})?(?:the{GAP})?(?:terms{GAP}of{GAP})?(?:the{GAP})?\[?(?:GNU{GAP}(?=[AL]?GPL))?"
)
"""What stands before the name of each."""
_ITEM: Final = (
    r"(?P<name>(?:Lesser )?GNU (?:(?:Lesser |Library |Affero )?General|Lesser) Public|"
    rf"Mozilla Public|[AL]?GPL|MPL|Unlicense|{NAMES})"
).replace(" ", GAP) + (
    rf"(?:{NO_MORE}|(?=v\d))(?:[\s-]{{0,2}}(?:software{GAP})?licen[sc]es?(?:{GAP}\([\w-]{{2,8}}\))?)?{NUMBER}"
    rf"{OR_LATER}?(?![\w-])"
)
_LINK: Final = (
    rf"(?:\](?:\([^()\n]{{0,200}}\))?|,?{GAP}?\((?!at\b)"
    r"(?:[^()\n]|\n(?!\s{0,40}\n)|\([^()\n]{0,200}\)){0,300}\)|"
    rf"{GAP}?<[^<>\n]{{0,200}}(?:\n[^<>\n]{{0,200}})?>)?"
)
"""Where the text of a licence stands: `(LICENSE-MIT or https://…)`."""
_AT_CHOICE: Final = rf"\(?at{GAP}your{GAP}(?:option|choice)[\s,;)]{{1,3}}"
_OR: Final = (
    rf"(?:[\s,;]{{1,3}}(?P<word>and/or|or|and)[\s,;]{{1,3}}(?:alternatively,?\s)?(?:{_AT_CHOICE})?|"
    r"\s?(?P<slash>/)\s?|"
    r"(?P<line>[;,]?(?:\s(?:or|and))?\s{0,3}\n\s{0,40}[*+•-]\s{1,4})|(?P<comma>,\s))"
)
"""What joins two of them: a word, a stroke, a line of a list, a comma."""
_UNNAMED: Final = re.compile(r"\(\?P<\w+>")


def _plain(pattern: str) -> str:
    """Return *pattern* with no names, so that it may stand in another one several times."""
    return _UNNAMED.sub("(?:", pattern)


_FIRST: Final = r"(?:[*+•-]\s{1,4})?"
_OFFER: Final = Late(
    rf"{_EITHER}(?P<all>{_FIRST}{_BEFORE}{_plain(_ITEM)}{_LINK}"
    rf"(?:{_plain(_OR)}{_BEFORE}{_plain(_ITEM)}{_LINK}){{1,4}})",
    re.IGNORECASE,
)
"""What such a sentence offers, from the blank behind its first words on."""
_EACH = re.compile(_BEFORE + _ITEM + _LINK, re.IGNORECASE)
_NEXT = re.compile(_OR, re.IGNORECASE)


def choices(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield each choice between licences that is told in the line [start, end) of *text*.

    A list of them may stand below it. What `and` joins is offered to choose from where the
    sentence says so (`dual-licensed`, `either of`); else it may be of several parts.
    """
    for lead in _LEAD.finditer(text, start, end):
        found = _OFFER.match(text, lead.end(), min(len(text), end + _BELOW))
        offered = bool(found and (lead["several"] or found["either"]))
        named = list(_named(found, offered=offered)) if found else []
        if found and len(set(named)) > 1 and all(named):
            at = found.start("all") if lead["use"] else lead.start()  # `may use` is no condition
            yield Found(at, max(min(found.end(), end), at), " OR ".join(dict.fromkeys(named)), 0)


def _named(found: re.Match[str], *, offered: bool) -> Iterator[str]:
    """Yield the SPDX names of the licences; an empty one where it is no choice, or not known."""
    text, at, end = found.string, found.start("all"), found.end()
    words: list[str] = []
    while at < end:
        item = _EACH.search(text, at, end)
        if item is None:
            return
        yield spdx(item)
        at, joined = end, _NEXT.match(text, item.end(), end)
        if joined:
            at = joined.end()
            words.append((joined["word"] or joined["slash"] or "").lower())
    if not offered and ("and" in words or not any(words)):
        yield ""
