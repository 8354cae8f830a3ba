"""The byline in the text: By X, Von X, Par X, بقلم X."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, final

from msgspec import structs

from audit.claims.authored import author_links
from audit.claims.bodies import is_body, is_person
from audit.claims.bylines import signed
from audit.claims.headline import Line
from audit.claims.introduced import COLON, CUES, LABELS, SHORT_CUES, may_begin, starts_of_cues
from audit.claims.page import ABOVE_ACT, Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.people import Form, names
from audit.claims.records import is_set_out
from audit.claims.remarks import first_remark_below_prose
from audit.claims.reporters import reporters
from audit.claims.rivals import BYLINE, TOP_BYLINE
from audit.claims.sponsors import names_sponsors
from audit.extractors import Extractor
from audit.model import Claim, Document

_LONGEST: Final = 120
_TOP: Final = 12
"""Lines at the top of a text without a headline in which a byline is the document's."""
_AND: Final = ("and ", "und ", "et ", "y ", "e ", "en ", "og ", "och ", "& ")
"""How the line begins that names the last of several."""
_MANY: Final = 4
"""People in a byline that is as long as a paragraph, at least."""
_CONTINUED: Final = 60
"""Lines over which a byline goes on that ends with a comma."""
_CHOSEN: Final = 0.5
"""Confidence of a byline from which on nobody else is looked for."""
_NEAR: Final = range(-2, 11)
"""Lines from the headline to its byline."""
_cue = re.compile(
    rf"^(?:(?:{CUES}|{SHORT_CUES})(?P<colon>\s{{0,2}}:)?\s{{1,3}}"
    rf"|(?:{LABELS})(?P<label>\s{{0,2}}{COLON})\s{{0,3}})(?P<name>\S.*)$",
    re.IGNORECASE,
)
_STARTS: Final = starts_of_cues(CUES, SHORT_CUES, LABELS)
_IN_PLACE = re.compile(r"[Dd]i \w+[.,]?")
"""Where somebody is, in Indonesian; in Italian two words name who wrote."""
_NOBODY = re.compile(
    r"(?:th(?:is|ese|ose)|such|ces|cet(?:te)?|diese[mnrs]?|messrs|request|order|authority|permission)\b",
    re.IGNORECASE,
)
"""What follows `by` that names nobody who wrote: a firm, what is pointed at, how it came about."""
_PUBLISHED = re.compile(r"(?:published|veröffentlicht|publi|pubbl)", re.IGNORECASE)
_alone = re.compile(rf"^(?:{CUES})\s{{0,2}}:?$", re.IGNORECASE)
_AMONG = re.compile(
    r"(?:作者|记者|記者|撰文|撰稿|执笔|執筆|著者)(?<=[\s|]..)\s?[:：]\s?"  # its rare sign first
    r"(?P<name>[\u3400-\u9fff·]{2,8})(?=$|[\s|])"
)
"""A label further on in a line that has several, as Chinese pages write them."""
_READING = re.compile(
    r"(?:lesezeit:? |temps de lecture ?:? |tiempo de lectura:? |lettura:? )?"
    r"\d{1,3}(?:\s?[–-]\s?\d{1,3})? ?"
    r"(?:min(?:\.|ute[ns]?|utos?|uti|uter)?|dakika|мин(?:\.|ут[аы]?)?|分钟|分鐘)"
    r"(?: (?:read|lesezeit|de lecture|de lectura|di lettura|okuma))?",
    re.IGNORECASE,
)
"""How long a text takes to be read: readers of browsers write it below the name of the author."""
_AWAY: Final = "byline away from the headline"
_DOWN: Final = "byline far down in a text without a headline"
_TIMED: Final = "a name between the headline and the time that reading takes"
_LINKED: Final = "a link to the page of an author"
_BEFORE_DAY = re.compile(r"[^\d|·]{3,80}?(?=[\s,|·]*(?:\d|$))")
"""A name on a line that a day may follow in."""
_capital = re.compile(r"^\W{0,2}(?:[A-ZÀ-ÞĀ-ŽΑ-ΩА-ЯЁ]|[^\W\d_a-zß-ÿ])")


@final
class Byline(Extractor):
    """People whom a short line of the text calls its authors."""

    id = "byline"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the bylines near the headline, and labelled ones elsewhere at the top."""
        page = page_of(document)
        introduced = [*_introduced(page), *_linked(page)]
        yield from introduced
        yield from _unlabelled(page)
        is_said = page.is_html or any(claim.confidence >= _CHOSEN for claim in introduced)
        if not is_said and page.letter is None:
            yield from _signed(page)
        for line, start, end in reporters(page.top):
            yield from _claims(page, (start, end), _near(line, page), False)


def _introduced(page: Page) -> Iterator[Claim]:
    """Yield whom a word such as `by` introduces."""
    lines = page.top
    for position, line in enumerate(lines):
        if not may_begin(line.text, _STARTS):
            continue
        if len(line.text) > _LONGEST and not _names_many(line.text):
            continue
        if page.act and names_sponsors(line.text):
            continue
        match = _cue.match(line.text)
        if match and _may_name(line.text, match):
            start = line.start + match.start("name")
            near = _near(line, page) or (line.number < _TOP and is_set_out(lines, position))
            end = _end(lines, position)
            yield from _claims(page, (start, end), near, bool(match["colon"] or match["label"]))
        elif _alone.match(line.text):
            following = lines[position + 1] if position + 1 < len(lines) else None
            if following and len(following.text) <= _LONGEST // 2:
                place = (following.start, following.end)
                yield from _claims(page, place, _near(following, page), True)


def _names_many(text: str) -> bool:
    """Tell whether a long line is nothing but a cue and people: `by Ann Berg, Per Dahl, …`."""
    match = _cue.match(text)
    named = names(match["name"]) if match else {}
    return len(named) >= _MANY and all(map(is_person, named))


def _linked(page: Page) -> Iterator[Claim]:
    """Yield whose page a link of Markdown leads to."""
    for start, end in author_links(page):
        line = page.top[max(bisect_right(page.top_starts, start) - 1, 0)] if page.top else None
        near = line is not None and line.start <= start < line.end and _near(line, page)
        for claim in _claims(page, (start, end), near, True):
            yield structs.replace(claim, reason=f"{claim.reason}, {_LINKED}")


def _may_name(text: str, found: re.Match[str]) -> bool:
    """Tell whether a line with a cue names who wrote; a body that published a text did not."""
    name = found["name"]
    is_named = _capital.match(name) is not None and not _NOBODY.match(name)
    is_publisher = bool(found["colon"]) and _PUBLISHED.match(text) is not None and is_body(name)
    return is_named and not is_publisher and not _IN_PLACE.fullmatch(text)


def _unlabelled(page: Page) -> Iterator[Claim]:
    """Yield whom a label within a line names, and who stands between headline and reading time."""
    for line in page.top:
        if not line.text.isascii() and len(line.text) <= _LONGEST:
            for found in _AMONG.finditer(line.text):
                place = (line.start + found.start("name"), line.start + found.end("name"))
                yield from _claims(page, place, _near(line, page), True)
    yield from _timed(page)


def _timed(page: Page) -> Iterator[Claim]:
    """Yield who stands on the line below the headline, where the next says how long it is read."""
    if page.headline is None:
        return
    number = page.headline.number + 1
    at = bisect_left(page.top_numbers, number)
    line, below = [*page.top[at : at + 2], None, None][:2]
    if not (line and below and line.number == number and _READING.fullmatch(below.text)):
        return
    name = _BEFORE_DAY.match(line.text)
    if name:
        for claim in _claims(page, (line.start, line.start + name.end()), True, False):
            yield structs.replace(claim, reason=_TIMED)


def _signed(page: Page) -> Iterator[Claim]:
    """Yield who signed beside or below the headline."""
    for start, end, confidence, reason in signed(page):
        for claim in _claims(page, (start, end), True, False):
            yield structs.replace(claim, confidence=confidence, reason=reason)


def _end(lines: Sequence[Line], position: int) -> int:
    """Return where the byline at *position* ends: a comma says that it goes on, and an `and`."""
    for at, line in enumerate(lines[position : position + _CONTINUED], position + 1):
        if len(line.text) > _LONGEST:
            return line.end
        is_cut = at < len(lines) and lines[at].text.startswith(_AND)
        if not (line.text.endswith(",") or (is_cut and at - position > 1)):
            return line.end
    return lines[position].end


def _near(line: Line, page: Page) -> bool:
    if page.headline is None:
        return line.number < _TOP
    lines = line.number - page.headline.number
    is_above = page.act is not None and -ABOVE_ACT <= lines < 0
    return is_above or (lines in _NEAR and line.number < first_remark_below_prose(page))


def _claims(page: Page, place: tuple[int, int], near: bool, label: bool) -> Iterator[Claim]:
    confidence = (0.66 if near else 0.38) + (0.06 if label else 0.0)
    told = (BYLINE, _AWAY) if page.headline else (TOP_BYLINE, _DOWN)
    reason = told[0] if near else told[1]
    worth = Worth(confidence=round(confidence, 2), reason=reason)
    form = Form.MARKED if label else Form.SPOKEN
    for clean in names(page.text[place[0] : place[1]], form):
        start = page.text.find(clean, place[0], place[1])
        found = Place(start, start + len(clean)) if start >= 0 else Place(*place)
        yield page.claim("creator", found, clean, worth, Byline.id)
