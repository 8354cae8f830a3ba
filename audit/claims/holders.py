"""Lines that speak of rights, notices of copyright in them, and the name that holds the rights."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from audit.claims.belonging import named_behind, without_leads
from audit.claims.bodies import is_body
from audit.claims.homepages import is_home_page
from audit.claims.late import Late
from audit.claims.rights import PARTICLES, cues, is_of_pictures, reserved

MOST: Final = 300
"""Places of one text that are looked at."""
SHORT: Final = 200
"""Characters of a line; a longer one is a paragraph."""
_WINDOW: Final = 300
_WORDS: Final = 8
_YEAR: Final = r"(?:1[789]|20)\d\d"
_THAI: Final = r"(?:พ\.ศ\.\s?)?2[45]\d\d(?=[^\n\d]{0,9}[\u0e00-\u0e7f])"
_YEARS: Final = (
    rf"(?:{_YEAR}(?:\s{{0,2}}[-\u2010-\u2015/,&]\s{{0,2}}(?:(?:1[789]|20)?\d\d(?!\d)|heute|today|"
    r"present|aujourd['’]hui|presente|heden|dnes|idag|н\.\s?в\.)){0,20}(?!\d))"
)
_A_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_SIGN: Final = r"(?<!Ã)©|ⓒ|\(c\)(?=\s{0,2}(?:copyright|(?:1[789]|20)\d\d|©))"
_NOTICE: Final = Late(
    rf"(?=[12©ⓒ(c])(?:(?P<before>{_YEARS})\s{{0,2}})?(?:(?P<sign>{_SIGN})|(?<![\w-])(?P<word>copyright|"
    rf"copr\.)(?![\w-]))"
    rf"(?:[\s,:]{{0,3}}(?P<more>©|ⓒ|\(c\)|copyright(?![\w-])))?[\s,:]{{0,3}}"
    rf"(?:(?:since|seit|depuis|desde|dal|sinds|sedan|siden|from)\s{{1,2}}(?=\d))?"
    rf"(?P<years>{_YEARS}|{_THAI})?[\s,:;.–-]{{0,4}}(?:(?:©|copyright(?![\w-]))[\s:]{{0,2}})?"
    r"(?P<by>(?:by|von|par|por|di|door|av|af|bei|at)\s{1,2})?(?P<the>the\s(?=copyright))?"
    r"(?P<name>[^\W\d_](?:(?!\s[·•]|\bcopyright\s)[^|©\n]){1,70})?",
    re.IGNORECASE,
    stems="©|ⓒ|(c)|copyright|copr.",
)
_CLAUSE_START = re.compile(
    r"(?:\A|[\n|·•.;:!?,)\]–—-]\s{0,3}|\b(?:text|texts|content|contents|design|site|layout|images?|"
    r"photos?|fotos?|bild|bilder)\s)\Z",
    re.IGNORECASE,
)
"""What stands before the bare word where it begins a notice."""
_POWERED = re.compile(
    r"\b(?:powered by|software by|betrieben mit|propulsé par|desarrollado por)\s"
    r"(?:(?![.;]\s)[^|·•©\n]){1,60}\Z",
    re.IGNORECASE,
)
"""What stands before the notice of a program that a site runs on."""
_LINE: Final = 80
_BEFORE = re.compile(
    r"(?:(?m:^)|[|·•©\n]\s{0,2}|[.:]\s)(?P<name>[^\W_][^|©\n:]{1,60}?)[.,–—-]?\s{0,3}\Z"
)
_ADDRESS = re.compile(r"(?<=[^\W\d_]{3}),\s(?=\d{1,4}[a-z]?\s|P\.?\s?O\.?\sBox).*\Z")
"""Where the holder lives, behind the name: `Hallby Museum, 4 Quay Street`."""
_CROWN = re.compile(r"\b(?P<name>Crown) copyright\b", re.IGNORECASE)
_FULL_STOP: Final = r"(?<!\b\w)(?<!\b[DMS]r)(?<!\bMrs)(?<!\bProf)[.]"
"""The end of a sentence; behind an initial or a title a name goes on."""
_TAIL = re.compile(
    r"(?=\W|[12acdilptu][0789acehilmnorsu])"
    r"(?:[.,;:–—-]?\s{0,2}(?:\b(?:1[789]|20)\d\d\b.{0,60}|all rights.{0,60}|alle rechte.{0,60}|"
    r"tous (?:les )?droits.{0,60}|\bCC[ -]?(?:BY|0).{0,60}|\(?creative commons.{0,60}|"
    r"todos (?:los|os).{0,60}|tutti i.{0,60}|licensed.{0,60}|used under.{0,60}|this work.{0,60}|"
    r"under (?:a |the )?(?:cc|creative).{0,60}|unter (?:einer )?(?:cc|creative).{0,60}|"
    r"powered by.{0,60}|design.{0,40}|impressum.{0,60}|datenschutz.{0,60})\s*\Z|\s[-–—]\s.{0,70}\Z|"
    r"\s—.{0,70}\Z|\s?\([^()\s]{1,60}(?:@|://)[^()\s]{1,80}\)\Z|,\s(?:[AL]?GPL|MIT|BSD)(?!\w*[a-z]).{0,20}\Z|"
    r",\s(?:authors?:?\s.{1,60}|updates?|portions|parts|changes|modifications)\s?\Z|"
    rf"\s?<[^\n]{{0,70}}\Z|,?\s(?:photos?|fotos?|images?|bilder|texte?|texts|design)\s?\Z|{_FULL_STOP}\s.{{0,70}}\Z|"
    r"\s?\((?=[^)]*\Z).{0,40}\Z|[\s.,;:|\\–—-]{1,5}\Z)",
    re.IGNORECASE,
)
_SPELLED = re.compile(r"(?P<short>[A-Z]{2,8})\s{1,3}[-–—]\s{1,3}(?P<long>[^\W\d_][\w ]{3,60}\w)")
"""An abbreviation and what it stands for."""
_NO_HOLDER = re.compile(
    r"^(?:some\b|einige|certains|algunos|alguns|alcuni|notice|holders?|owners?|laws?|infring|"
    r"policy|the\b.{0,20}(?:holder|owner)|and\b|in\b|is\b|of\b|or\b|"
    r"protect|material|act\b|rights?\b|to\b|license|licence|hinweis|statement|claims?|agent|"
    r"for\b|that\b|©|works?\b|this\b|information|complaint|interests?|page|office|content|terms|disclaimer|"
    r"years?\b|i\.\s?e\b|e\.\s?g\b|"
    r"designated|registration|permission|treat|and/or|\(c\)|restrict|until|till\b|expire|exist|"
    r"unknown|undetermined|not\b|status|remains?\b|(?-i:free)\b|evaluat|since\b|seit\b|copyright|"
    r"creative commons|derechos|(?:portions|parts|sections)\b|以?及|和|与|與|並|および|및|"
    r"rechte\b|droits|diritti|direitos|rettighe|kein|des\b|was\b|has\b|may\b|will\b|can\b|must\b|"
    r"on\b|as\b|by\b|with\b|reserved|reform|issues?\b|questions?\b|clearance|infos?\b|contact|kontakt|"
    r"privacy|impressum|datenschutz|"
    r"home\b|agb\b|sitemap|über|about|unless|if\b|"
    r"vorbehalten|urheber|c\)|text\b|photos?\b|fotos?\b|images?\b|bild\b)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:text|texts|texte|content|contents?|contenu|images?|photos?|photographs?|fotos?|bilder|"
    r"site|website|"
    r"page|rights|copyright|he|she|it|they|we|you|i|said|license|licence|lizenz|note|notice|and|"
    r"but|"
    r"er|sie|es|il|elle|ils|inhalte?|text und bild|no|out|in|under|all|this|these|there|with|"
    r"printed|from)\Z",
    re.IGNORECASE,
)


class Notice(NamedTuple):
    """A notice of copyright: its name in [first, last) or none, and how far it can be believed.

    A sign and a name alone are often what stands below a picture.
    """

    first: int
    last: int
    is_sure: bool
    is_credit: bool


def rights_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of the lines that speak of rights, each once."""
    done = 0
    for cue in islice(cues(text), MOST):
        if cue >= done:
            start, done = _window(text, cue, done)
            yield start, done


def notices(text: str, start: int, end: int) -> Iterator[Notice]:
    """Yield the notices of copyright in [start, end): the sign or the word, years, a name."""
    for found in _NOTICE.finditer(text, start, end):
        crown = _CROWN.match(text, max(start, found.start() - len("crown ")), end)
        if crown:
            yield Notice(*crown.span("name"), is_sure=True, is_credit=False)
            continue
        if text[found.start() - 1 : found.start()] == "\t" == text[found.end("sign") :][:1]:
            continue  # a sign of a table of signs
        is_signed = bool(found["sign"] or found["more"])
        behind = is_signed and _A_YEAR.search(found["name"] or "")  # `© Hallby Museum 1999`
        is_dated = bool(found["years"] or found["before"] or behind)
        begins = _begins(text, start, found.start())
        before = _name_before(text, start, found.start(), loose=is_signed and is_dated)
        if not (is_signed or begins or (is_dated and before)):
            continue
        name = _named(found, is_signed=is_signed)
        if name is None and (is_signed or is_dated):
            name = before
        if name or (is_dated and (is_signed or begins)):
            powered = _POWERED.search(text, max(start, found.start() - _LINE), found.start())
            credit = bool(powered) or is_of_pictures(text, found.start(), found.end())
            is_sure = (
                is_dated or bool(found["word"]) or "copyright" in (found["more"] or "").lower()
            )
            yield Notice(*(name or (0, 0)), is_sure=is_sure, is_credit=credit)


def holder(
    text: str, start: int, end: int, noticed: Iterable[Notice] | None = None
) -> Notice | None:
    """Return who holds the rights by the line [start, end): in a notice or before reserved ones."""
    noticed = notices(text, start, end) if noticed is None else noticed
    named = [notice for notice in noticed if notice.last]
    for notice in named:
        if not notice.is_credit:
            return notice
    kept = next(iter(reserved(text, start, end)), None)
    name = _name_before(text, start, kept.start()) if kept else None
    if name is None and kept and not text[start:end].isascii():
        name = named_behind(text, start, end)
    if name and not any((notice.first, notice.last) == name for notice in named):
        return Notice(*name, is_sure=True, is_credit=False)
    return named[0] if named else None


def _begins(text: str, start: int, at: int) -> bool:
    """Tell whether the word at *at* begins a notice, and does not stand in a sentence."""
    return at == start or _CLAUSE_START.search(text, max(start, at - 12), at) is not None


def _named(found: re.Match[str], *, is_signed: bool) -> tuple[int, int] | None:
    """Return the place of the name behind the sign; behind the bare word it has a capital."""
    name = clean = found["name"] or ""
    clean = without_leads(clean)
    kept = next(iter(reserved(clean)), None)
    if kept:
        clean = clean[: kept.start()]
    spelled = _SPELLED.match(clean)
    for _ in range(3):
        longer, clean = clean, _TAIL.sub("", clean).strip(" \t*_|•·,।。")
        if clean == longer:
            break
    clean = clean.strip('"') if clean.count('"') == 1 else clean
    if spelled and _abbreviates(spelled["short"], spelled["long"]):
        clean = spelled[0]
    if clean.lower().startswith("crown copyright"):
        clean = clean[: len("crown")]
    if not _may_hold(clean):
        return None
    if not is_signed and not found["by"] and not _is_named_by_word(found, clean):
        return None
    at = found.start("name") + name.find(clean)
    return at, at + len(clean)


def _may_hold(name: str) -> bool:
    """Tell whether *name* may be that of a holder, and is no menu's word or a sentence."""
    is_short = len("Ab") <= len(name) and len(name.split()) <= _WORDS
    return is_short and not _NO_HOLDER.match(name) and not is_home_page(name)


def _is_named_by_word(found: re.Match[str], name: str) -> bool:
    """Tell whether the bare word names a holder: `Copyright Hallby Museum`, no menu's words."""
    between = found.string[found.end("word") : found.start("name")]
    if not found["years"] and set(between) & set("-–.;"):
        return False
    return not name[0].islower() or is_body(name)


def _name_before(text: str, start: int, end: int, *, loose: bool = False) -> tuple[int, int] | None:
    """Return the place of a name right before *end*: `Hallby Museum. All rights reserved`.

    A *loose* one may have words without a capital behind the first: `Музей порта © 2020`.
    """
    found = _BEFORE.search(text, max(start, end - _LINE), end)
    if found is None:
        return None
    name = re.sub(rf"\A{_YEARS}[\s,–-]{{1,3}}", "", found["name"])
    name = _ADDRESS.sub("", name, count=1).rstrip(" .,–—-")
    words = name.split()
    named = [word for word in words if word.lower() not in PARTICLES][: 1 if loose else None]
    is_name = named and all(word[0].isupper() or "." in word for word in named)
    if (
        not is_name
        or len(words) > _WORDS
        or _NO_NAME.match(name)
        or any(map(_NO_NAME.match, (words[0], words[-1])))
    ):
        return None
    at = text.find(name, found.start("name"), end)
    return at, at + len(name)


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether *short* is made of the first letters of the words of *long*."""
    return short.casefold() == "".join(word[0] for word in long.split()).casefold()


def _window(text: str, at: int, floor: int) -> tuple[int, int]:
    """Return the line around *at*, or what of it lies near."""
    start = text.rfind("\n", max(floor, at - _WINDOW), at) + 1
    start = max(start, at - _WINDOW, floor)
    end = text.find("\n", at, at + _WINDOW)
    end = min(len(text), at + _WINDOW) if end < 0 else end
    return start, end
