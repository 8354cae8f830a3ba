"""Which claims of one document cannot both be true."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from audit.calendars import FoundDate, compare, leeway
from audit.claims.choose import THRESHOLD
from audit.claims.intervals import INTERVAL, stated_date
from audit.claims.languages import Numbered, apart
from audit.claims.parts import UNSEEN
from audit.claims.rights.against import are_two_licences, is_licence, keeps_all
from audit.claims.rivals import rivals, share_a_word
from audit.claims.support import DATES
from audit.model import Claim, Origin

WRONG_WEEKDAY: Final = "the weekday beside it is another day's"
"""What the reason of a claim says whose date does not fall on the weekday beside it."""
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_weekday = re.compile(rf"{WRONG_WEEKDAY}(?:: ([^;]+))?")
TOLERANCE: Final = 1
"""Days that two clocks, or two sightings of the moon, may lie apart."""
MOST: Final = 50
"""Claims of one kind that are compared."""
_SAID: Final = 0.7
"""Confidence of a licence that speaks of the whole document, not of a picture in it."""
_OWN: Final = 0.45
"""Confidence of a statement of rights below which it may speak of a picture or another work."""
_DONE: Final = {"issued": "published", "modified": "modified", "created": "created"}
_ALONE: Final = tuple(_DONE)
"""Dates of which a document has one."""
_KINDS: Final = {
    "application/xhtml+xml": "text/html",
    "text/xml": "application/xml",
    "text/json": "application/json",
    "text/rtf": "application/rtf",
}
"""Media types that mean the same."""
STATED: Final = "stated"
"""Who says which format a name or a container promises, where the content is another."""
_calendar = re.compile(r"\((Hijri|Jalali|Hebrew|Buddhist|Minguo|Japanese)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two claims, by their numbers, and why they exclude each other; one number twice: itself."""

    property: str
    number: int
    other_number: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Dated:
    number: int
    claim: Claim
    date: FoundDate


def conflicts(claims: Sequence[Claim]) -> tuple[Conflict, ...]:
    """Return the conflicts between *claims*, sorted by their numbers."""
    dated = list(_dated(claims))
    said: dict[str, list[Numbered]] = {}
    for number, claim in enumerate(claims):
        said.setdefault(claim.property, []).append((number, claim))
    found = [
        *_calendars(dated),
        *_weekdays(claims),
        *(each for name in _ALONE for each in _days(dated, name)),
        *(each for name in _ALONE for each in _captured(dated, name)),
        *_rights(said.get("rights", ())),
        *_names(said),
        *(_conflict(a, b, name, reason) for a, b, name, reason in rivals(said)),
        *(_conflict(a, b, "language", why) for a, b, why in apart(said.get("language", ()))),
        *_formats(said.get("format", ())),
    ]
    unique = {(item.property, item.number, item.other_number): item for item in reversed(found)}
    return tuple(unique[key] for key in sorted(unique, key=lambda key: (key[1], key[2], key[0])))


def _conflict(a: int, b: int, property_: str, reason: str) -> Conflict:
    return Conflict(property=property_, number=min(a, b), other_number=max(a, b), reason=reason)


def _dated(claims: Sequence[Claim]) -> Iterator[_Dated]:
    counts: dict[str, int] = {}
    for number, claim in enumerate(claims):
        counts[claim.property] = counts.get(claim.property, 0) + 1
        if claim.property in DATES and counts[claim.property] <= MOST:
            is_open = "/" in claim.normalized and INTERVAL not in claim.reason
            date = None if is_open else stated_date(claim.normalized)
            if date:
                yield _Dated(number, claim, date)


def _calendars(dated: Sequence[_Dated]) -> Iterator[Conflict]:
    """Compare dates of two calendars that stand in one line."""
    lines: dict[tuple[str, int], list[_Dated]] = {}
    for item in dated:
        if item.date.precision == "day":
            lines.setdefault((item.claim.part, item.claim.line), []).append(item)
    for items in lines.values():
        told = [(item, calendar_in(item.claim.reason)) for item in items]
        for (a, one), (b, other) in combinations(told, 2):
            if one != other and (days := compare(a.date, b.date)) > leeway(one, other):
                reason = f"two calendars in one line, {days} days apart"
                yield _conflict(a.number, b.number, a.claim.property, reason)


def calendar_in(reason: str) -> str:
    """Return the calendar that the reason of a dated claim names: `(Hijri)`; else Gregorian."""
    found = _calendar.search(reason)
    return found[1].lower() if found else "gregorian"


def wrong_weekday(date: FoundDate | None) -> str:
    """Return what the reason of a claim says of the weekday beside *date* that is another's."""
    if date is None or not date.weekday_wrong:
        return ""
    return f"; {WRONG_WEEKDAY}: {' or '.join(WEEKDAYS[day] for day in date.weekdays)}"


def weekday_in(reason: str) -> str:
    """Return the wrong weekday that the reason of a claim names, or nothing."""
    found = _weekday.search(reason)
    return found[1] or "" if found else ""


def _weekdays(claims: Sequence[Claim]) -> Iterator[Conflict]:
    for number, claim in enumerate(claims):
        found = _weekday.search(claim.reason) if claim.property in DATES else None
        if found:
            yield _conflict(number, number, claim.property, found[0])


def _days(dated: Sequence[_Dated], property_: str) -> Iterator[Conflict]:
    """Compare the dates of one property that are believed with the best one."""
    said = [item for item in dated if item.claim.property == property_]
    believed = [item for item in said if item.claim.confidence >= THRESHOLD]
    if not believed:
        return
    best = max(believed, key=lambda i: (i.claim.chosen, i.claim.confidence, -i.number))
    if best.claim.part == "text" and best.claim.chosen:
        days_told = {item.claim.normalized for item in believed}
        unseen = [item for item in said if UNSEEN in item.claim.reason]
        believed += {
            i.claim.normalized: i for i in unseen if i.claim.normalized not in days_told
        }.values()
    for item in believed:
        days = compare(best.date, item.date)
        if days > TOLERANCE:
            reason = f"{best.claim.normalized} against {item.claim.normalized}, {days} days apart"
            yield _conflict(best.number, item.number, property_, reason)


def _captured(dated: Sequence[_Dated], property_: str) -> Iterator[Conflict]:
    """See what was published, made or changed after it was captured."""
    captures = [item for item in dated if item.claim.property == "captured"]
    captures = sorted(captures, key=lambda item: not item.claim.chosen)[:1]
    said = [item for item in dated if item.claim.property == property_]
    believed = [item for item in said if item.claim.confidence >= THRESHOLD]
    for item in believed or [item for item in said if UNSEEN in item.claim.reason]:
        for capture in captures:
            days = (item.date.readings[0].first - capture.date.readings[0].last).days
            if days > TOLERANCE:
                reason = f"{_DONE[property_]} {days} days after it was captured"
                yield _conflict(item.number, capture.number, property_, reason)


def _rights(claims: Sequence[Numbered]) -> Iterator[Conflict]:
    """Compare what is reserved with what is licensed, and licences with each other."""
    said = [(n, claim) for n, claim in claims if claim.confidence >= _OWN][:MOST]
    reserved = [n for n, claim in said if keeps_all(claim)]
    licensed = [(n, claim) for n, claim in said if is_licence(claim.normalized)]
    if reserved and licensed:
        reason = f"{licensed[0][1].normalized} against all rights reserved"
        yield _conflict(reserved[0], licensed[0][0], "rights", reason)
    believed = [(n, c) for n, c in said if c.confidence >= _least(c)]
    told: set[str] = set()
    for (a, one), (b, other) in combinations(believed, 2):
        if are_two_licences(one, other) and other.normalized not in told:
            told |= {one.normalized, other.normalized}
            reason = f"two licences: {one.normalized} and {other.normalized}"
            yield _conflict(a, b, "rights", reason)


def _least(claim: Claim) -> float:
    """Return the confidence from which on a statement speaks of the whole document."""
    return _SAID if is_licence(claim.normalized) else THRESHOLD


def _names(claims: Mapping[str, Sequence[Numbered]]) -> Iterator[Conflict]:
    """Compare the names that are declared with those that are found: no word in common."""
    for property_ in ("publisher", "title", "creator", "rights_holder"):
        said = [(n, claim) for n, claim in claims.get(property_, ()) if claim.normalized]
        if len(said) < len("ab"):
            continue
        declared = [(n, c) for n, c in said if c.origin is Origin.DECLARED][:MOST]
        found = [(n, c) for n, c in said if c.origin is not Origin.DECLARED]
        believed = [(n, c) for n, c in found if c.confidence >= THRESHOLD][:MOST]
        apart = [
            (a, b)
            for a, one in declared
            for b, other in believed
            if not share_a_word(one.normalized, other.normalized)
        ]
        if property_ == "creator":  # several may be named, each by another
            apart = apart[:1] if len(apart) == len(declared) * len(believed) else []
        for a, b in apart:
            reason = f"the declared {property_} shares no word with the one found"
            yield _conflict(a, b, property_, reason)


def _formats(said: Sequence[Numbered]) -> Iterator[Conflict]:
    """Compare the media type of a format identifier, and of the name, with that of the content."""
    ours = next(((n, c) for n, c in said if c.origin is Origin.FOUND), None)
    others = [(n, c) for n, c in said if c.origin is not Origin.FOUND][:MOST]
    for number, claim in others if ours else ():
        content = ours[1].normalized if ours else ""
        if claim.extractor == STATED:
            reason = f"named as {claim.value}, but the content is {content}"
            yield _conflict(number, ours[0] if ours else number, "format", reason)
            continue
        _, _, media_type = claim.value.partition(" ")
        if media_type and not _same_kind(media_type, content):
            reason = f"{claim.normalized} is {media_type}, but the content is {content}"
            yield _conflict(number, ours[0] if ours else number, "format", reason)


def _same_kind(a: str, b: str) -> bool:
    one, other = (_KINDS.get(kind.replace("/x-", "/"), kind.replace("/x-", "/")) for kind in (a, b))
    both_texts = one.startswith("text/") and other.startswith("text/")
    return one == other or (both_texts and "text/plain" in {one, other})
