"""The site in the text: a breadcrumb names publisher and section, a rights line its holder."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, final

from audit.claims.homepages import is_home_page
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth, is_inside
from audit.claims.shape import STOPS
from audit.extractors import Extractor
from audit.lines import source_offset
from audit.model import Claim, Document

_SEPARATOR = re.compile(r"\s{1,3}[>›»]\s{1,3}")
_PART: Final = 60
_PARTS: Final = 7
_TOP: Final = 180
"""Lines at the top in which breadcrumbs are looked for."""
_BELOW: Final = 6
"""Lines below the headline in which a breadcrumb still is that of the page."""
_SIGNS: Final = (">", "›", "»")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2}")
_FILE = re.compile(r"[\w)/]\.[a-z]{1,4}$")
_QUOTES: Final = frozenset("«‹")
_LINE = re.compile(r"\S[^\n]*")
_WORTHLESS: Final = frozenset(("you are here", "menu"))
_HERE = re.compile(
    r"^(?:you are here|sie sind hier|sie befinden sich hier|vous êtes ici|estás aquí|está aquí|"
    r"usted está aquí|você está aqui|está em|sei qui|ti trovi in|(?:je|u) bent hier|"
    r"u bevindt zich hier|du är här|du er her|olet tässä|jesteś tutaj|jste zde|nachádzate sa tu|"
    r"itt jársz|sunteți aici|buradasınız|βρίσκεστε εδώ|είστε εδώ|вы здесь|вы находитесь здесь|"
    r"ви тут|bạn đang ở đây|anda di sini|anda berada di sini|أنت هنا|شما اینجا هستید|אתם כאן|"
    r"הנך כאן|आप यहाँ हैं|คุณอยู่ที่นี่|現在位置|現在地|当前位置|當前位置|您的位置|"
    r"(?:您)?(?:现在|現在)的位置|目前位置|현재 위치)\s{0,2}[:：]?\s{0,2}",
    re.IGNORECASE,
)


@final
class Site(Extractor):
    """Publisher and section from a breadcrumb such as `Town Museum > News |`."""

    id = "site"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield what the breadcrumbs near the top say."""
        page = page_of(document)
        yield from _masthead(page)
        if not any(sign in page.text for sign in _SIGNS):
            return
        for start, line in _top(page):
            parts = _parts(start, line)
            if parts and _is_of_page(page, start):
                yield from _claims(page, parts, ended=line.endswith("|"))
                return


def _masthead(page: Page) -> Iterator[Claim]:
    """Read a first line such as `Harbour Magazine / Crafts / Issue 31`."""
    for line in page.top[:1] if " / " in page.text[: _PART * _PARTS] else ():
        parts = line.text.split(" / ")
        good = all(0 < len(part) <= _PART and part[0].isupper() for part in parts)
        if good and 2 < len(parts) <= _PARTS and not parts[0].endswith((".", ",", ":")):  # noqa: PLR2004  # a site, a section and more
            end = line.start + len(parts[0])
            here = _HERE.match(parts[0])
            start = line.start + (here.end() if here else 0)
            name = page.text[start:end]
            worth = Worth(confidence=0.6, reason="first part of the first line, between strokes")
            if name and not is_home_page(name):
                yield page.claim("publisher", Place(start, end), name, worth, Site.id)
            start = end + len(" / ")
            place = Place(start, start + len(parts[1]))
            worth = Worth(confidence=0.55, reason="second part of the first line, between strokes")
            yield page.claim("section", place, parts[1], worth, Site.id)


def _top(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the lines of the top in which a sign of breadcrumbs stands, each with its start.

    Navigation is included: that is where breadcrumbs are.
    """
    for found in islice(_LINE.finditer(page.text), _TOP):
        line = found[0][: _PART * _PARTS].rstrip()
        if any(map(line.__contains__, _SIGNS)):
            yield found.start(), line


def _parts(start: int, line: str) -> list[tuple[int, int, str]]:
    """Return the parts of a breadcrumb with their places, or nothing where it is none."""
    text = line.rstrip("| ")
    if _is_prose(text):
        return []
    skipped = _HERE.match(text)
    at = skipped.end() if skipped else 0
    found = []
    for cut in (*_SEPARATOR.finditer(text), None):
        end = cut.start() if cut else len(text)
        found.append((start + at, start + end, text[at:end]))
        at = cut.end() if cut else at
    if not 1 < len(found) <= _PARTS:
        return []
    names = [name for _, _, name in found]
    good = all(0 < len(name) <= _PART and name[0].isalnum() for name in names[:-1])
    return found if good and _are_headings(names) else []


def _is_of_page(page: Page, start: int) -> bool:
    """Tell whether what begins at *start* is no code and not far below the headline.

    Further below, commands, examples and tables have the signs of breadcrumbs.
    """
    head = page.headline.end if page.headline else 0
    if page.text.count("\n", head, start) > _BELOW:
        return False
    return not is_inside(list(page.within("pre")), source_offset(page.document.chunks, start))


def _is_prose(text: str) -> bool:
    """Tell whether the signs quote or compare: other signs close, they differ, a sentence ends."""
    signs = {sign for sign in _SIGNS if sign in text}
    return len(signs) > 1 or not _QUOTES.isdisjoint(text) or text[-1:] in STOPS - {"…"}


def _are_headings(names: list[str]) -> bool:
    """Tell whether all parts are words, begin alike as items of a menu do, and are not compared."""
    firsts = [name[:1] for name in names]
    alike = len({_DIGITS.sub("", name) for name in names}) < len(names)
    counted = firsts[1].isdigit() and (len(names) == len("ab") or names[0][-1].isdigit())
    compared = alike or counted
    mixed = any(map(str.islower, firsts)) and any(map(str.isupper, firsts))
    return _WORD.search(names[0]) is not None and not (mixed or compared or _hold_no_words(names))


def _hold_no_words(names: list[str]) -> bool:
    """Tell whether one of *names* is a file, has cells of a table, or nothing but signs."""
    return any(
        "\t" in name or _FILE.search(name) or not any(map(str.isalnum, name)) for name in names
    )


def _claims(page: Page, parts: list[tuple[int, int, str]], *, ended: bool) -> Iterator[Claim]:
    """Read site and sections; the last part of an unended breadcrumb is the page itself."""
    start, end, name = parts[0]
    if name.casefold() not in _WORTHLESS and not is_home_page(name):
        worth = Worth(confidence=0.68, reason="first part of the breadcrumb")
        yield page.claim("publisher", Place(start, end), name, worth, Site.id)
    sections = parts[1:] if ended or len(parts) == len("ab") else parts[1:-1]
    for start, end, name in sections[-1:]:
        if name[:1].isalnum() and len(name) <= _PART:
            worth = Worth(confidence=0.66, reason="last section of the breadcrumb")
            yield page.claim("section", Place(start, end), name, worth, Site.id)
