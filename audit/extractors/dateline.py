"""Dates in the text: capture stamp, dateline, `Updated on`; never those of related lists."""

from collections.abc import Iterator, Sequence
from typing import Final, final

from msgspec import structs

from audit.calendars import FoundDate, compare, leeway
from audit.claims.choose import THRESHOLD
from audit.claims.conflicts import wrong_weekday
from audit.claims.dated import NO_TITLE, Dated, placed
from audit.claims.entries import entries, newest
from audit.claims.lists import LISTED, beside_heads, listed
from audit.claims.mailheads import mail_head
from audit.claims.page import DATES, Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.publication import is_named, mastheads, score
from audit.claims.settled import settled
from audit.claims.shown import NEAR
from audit.claims.stamps import says_seen, stamps_of
from audit.claims.words import MODIFIED, PUBLISHED
from audit.extractors import Extractor
from audit.model import Claim, Document

KEPT: Final = 12
"""Dates of one text that become claims."""
_FLOOR: Final = 1.0
_IN_LIST: Final = 0.25
"""So low that it lends no other claim its voice; the collection may know whose headline it is."""
_SPOKEN: Final = 1.5
"""What a day is worth at most that is not named as that of the text, where another one is."""
_UNDECIDED: Final = 0.45
_DISPUTED: Final = "; the other calendar in the line says another day, so neither is chosen"
_ONLY_CHANGED: Final = "; of its last change, and the text gives itself no other day"
_ABOVE: Final = "the line above the headline, and the text gives itself no other day"
_MARKS: Final = ("datePublished", "published_time", "<time", "pubdate")
"""What of the markup may say it, in the order in which it is found soonest."""
_AMONG: Final = 0.2
_ALONE: Final = 0.3
"""Confidence in a date at least, where the markup may speak as well, and where nothing else may."""
_ENTRY: Final = 0.6
_BESIDE: Final = 24
"""Characters beside a date in a dateline, at most."""


@final
class Dateline(Extractor):
    """When the text says that it was published, changed or captured."""

    id = "dateline"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the capture stamp and the dates most like a publication's, in their order."""
        page = page_of(document)
        margin = {said.start for said in page.saved} if not page.is_html else ()
        own = [d for d in page.dates if d.start not in margin and not page.is_furniture(d.start)]
        dates = settled(page, own)
        if not dates:
            return
        found = placed(page, dates)
        written = mail_head(page.top) or page.letter
        size = dates[-1].end if len(page.dates) == DATES else len(page.text)
        log = () if page.is_html else entries(size, found)
        stamps = [] if written or log else stamps_of(page, found)
        yield from (_stamp_claim(page, item, stamps) for item in stamps)
        in_lists = listed(found)
        apart = {id(item) for item in (*stamps, *in_lists, *log)}
        apart |= {id(item) for item in mastheads(found, apart)}
        end = log[0].start if log else len(page.text)
        rest = [item for item in found if id(item) not in apart and item.start < end]
        scored = _ranked(page, rest)
        leads = _leads([item for _, item in scored])
        floor = _AMONG if _marked(page) else _ALONE
        claims = [
            _claim(page, item, worth, floor, lead=id(item) in leads)
            for worth, item in sorted(scored[:KEPT], key=lambda pair: pair[1].date.start)
        ]
        claims += [_last_entry(page, log)] if log else []
        yield from claims
        yield from _of_list(page, in_lists)
        yield from _only_changed(claims)
        yield from _only_stamped(page, stamps, claims)


def _ranked(page: Page, dates: Sequence[Dated]) -> list[tuple[float, Dated]]:
    """Return what the dates are worth, the best first.

    Where the text names the best as its own, of those that it does not name it only speaks.
    """
    found = [(worth, item) for item in dates if (worth := score(page, item)) >= _FLOOR]
    found.sort(key=lambda pair: (-pair[0], pair[1].date.start))
    best = next((item for _, item in found if not item.is_modified), None)
    if best is None or not found[1:] or not is_named(page, best):
        return found
    return [
        (min(worth, _SPOKEN) if _is_spoken_of(page, item, best) else worth, item)
        for worth, item in found
    ]


def _is_spoken_of(page: Page, item: Dated, best: Dated) -> bool:
    """Tell whether the text only speaks of a day; an earlier one may be a dateline as well."""
    if item is best or item.is_modified or is_named(page, item):
        return False
    is_later = compare(item.date, best.date) > 0 and item.date.readings > best.date.readings
    return is_later or item.from_title not in NEAR or item.others > _BESIDE


def _of_list(page: Page, dates: Sequence[Dated]) -> Iterator[Claim]:
    """Yield the days of lists that may belong to one of the best candidates for the headline."""
    for item in beside_heads(dates, [each.line.number for each in page.headlines])[:KEPT]:
        place = Place(item.date.start, item.date.end)
        worth = Worth(confidence=_IN_LIST, reason=f"{LISTED}; {_why(item.date)}")
        yield page.claim("issued", place, item.date.normalized, worth, Dateline.id)


def _last_entry(page: Page, log: Sequence[Dated]) -> Claim:
    """Return the day of the latest entry of a log as that of the last change."""
    last = newest(log)
    reason = f"the latest of {len(log)} entries with a day each; {_why(last.date)}"
    place, worth = Place(last.date.start, last.date.end), Worth(confidence=_ENTRY, reason=reason)
    return page.claim("modified", place, last.date.normalized, worth, Dateline.id)


def _only_changed(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the day of the last change as that of issue, where the text gives itself no other."""
    able = [claim for claim in claims if claim.confidence >= THRESHOLD]
    if able and all(claim.property == "modified" for claim in able):
        last = max(able, key=lambda claim: claim.confidence)
        reason = f"{last.reason}{_ONLY_CHANGED}"
        yield structs.replace(last, property="issued", confidence=THRESHOLD, reason=reason)


def _only_stamped(page: Page, stamps: Sequence[Dated], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the day right above the headline as that of issue, where nothing else may be it.

    The stamp of a capture stands further away, or in two calendars.
    """
    able = any(claim.confidence >= THRESHOLD for claim in claims)
    said = any(says_seen(item.before) for item in stamps)
    if len(stamps) == 1 and stamps[0].from_title == -1 and not (able or said) and stamps[0].leads:
        place, date = Place(stamps[0].date.start, stamps[0].date.end), stamps[0].date
        worth = Worth(confidence=THRESHOLD, reason=f"{_ABOVE}; {_why(date)}")
        yield page.claim("issued", place, date.normalized, worth, Dateline.id)


def _leads(ranked: Sequence[Dated]) -> set[int]:
    """Return the best date of publication and the best of a change."""
    found: dict[bool, int] = {}
    for item in ranked:
        found.setdefault(item.is_modified, id(item))
    return set(found.values())


def _stamp_claim(page: Page, item: Dated, stamps: Sequence[Dated]) -> Claim:
    twins = [other for other in stamps if other is not item and other.start == item.start]
    agreed = bool(twins) and all(_is_one(item.date, other.date) for other in twins)
    note = ", both calendars agree" if agreed else ""
    above = "" if item.from_title == NO_TITLE else ", above the headline"
    line = "second" if item.number else "first"
    worth = Worth(
        confidence=0.85 if agreed else 0.6,
        reason=f"stamp on the {line} line{above}{note}; {_why(item.date)}",
    )
    place = Place(item.date.start, item.date.end)
    return page.claim("captured", place, item.date.normalized, worth, Dateline.id)


def _is_one(date: FoundDate, other: FoundDate) -> bool:
    return compare(date, other) <= leeway(date.calendar, other.calendar)


def _claim(page: Page, item: Dated, score: float, floor: float, *, lead: bool) -> Claim:
    confidence = min(floor + 0.095 * score, 0.82) - (0.0 if lead else 0.15)
    if item.date.ambiguous or item.date.weekday_wrong:
        confidence -= 0.2
    if item.contradicted or item.date.flaw or (page.is_html and _is_apart(page, item)):
        confidence = min(confidence, _UNDECIDED)
    calendars = _DISPUTED if item.contradicted else f"; {item.agreed}" if item.agreed else ""
    worth = Worth(
        confidence=round(max(confidence, 0.05), 4),
        reason=f"{_where(item)}; {_why(item.date)}{calendars}",
    )
    place = Place(item.date.start, item.date.end)
    property_ = "modified" if item.is_modified else "issued"
    return page.claim(property_, place, item.date.normalized, worth, Dateline.id)


def _marked(page: Page) -> bool:
    """Tell whether the markup itself may say when the page was published."""
    return page.is_html and any(map(page.markup.__contains__, _MARKS))


def _is_apart(page: Page, item: Dated) -> bool:
    """Tell whether a date stands away from the headline and nothing says what it is the date of.

    The markup of a page may say it.
    """
    line = item.line(page)
    said = PUBLISHED.are_said(line) or MODIFIED.are_said(line)
    return item.from_title not in NEAR and not said


def _where(item: Dated) -> str:
    if item.remark:
        return "a date of a comment"
    if item.own:
        return "a date beside the name of the text"
    if item.from_title in NEAR:
        return "a date near the headline"
    return "a date in the text" if item.from_title == NO_TITLE else "a date away from the headline"


def _why(date: FoundDate) -> str:
    calendar = "" if date.calendar == "gregorian" else f" ({date.calendar.capitalize()})"
    wrong = wrong_weekday(date)
    flaw = f"; {date.flaw}" if date.flaw else ""
    return f"{date.reason}{calendar}{wrong}{flaw}"
