"""Waivers: findings that are accepted until a day. They mark findings, they never drop them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audit.globs import matcher
from audit.model import Finding, Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class _Live:
    """The waivers whose day has not passed, and the documents as they are now."""

    waivers: Sequence[Waiver]
    digests: Mapping[str, str]
    used: set[int]


def mark(
    findings: Sequence[Finding],
    waivers: Sequence[Waiver],
    today: dt.date,
    digests: Mapping[str, str] | None = None,
    *,
    complete: bool = True,
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Return *findings* with the reasons that excuse them, and remarks about the *waivers*.

    A waiver counts up to and with its last day, and only as long as the documents that it speaks
    of have the SHA-256 it names; *digests* are those of now, by path. A remark is said for every
    one that has ended, and, if the run was *complete* (every rule, every document), for every one
    that excuses nothing.
    """
    waiving = [waiver for waiver in waivers if waiver.until >= today]
    live = _Live(waivers=waiving, digests=digests or {}, used=set())
    marked = tuple(_marked(finding, live) for finding in findings)
    remarks = [_expired(waiver, findings) for waiver in waivers if waiver.until < today]
    unused = [waiver for number, waiver in enumerate(waiving) if number not in live.used]
    remarks += [said for waiver in unused if (said := _idle(waiver, findings, complete))]
    return marked, tuple(remarks)


def _marked(finding: Finding, live: _Live) -> Finding:
    fitting = [
        number
        for number, waiver in enumerate(live.waivers)
        if excuses(waiver, finding) and _unchanged(waiver, finding, live.digests)
    ]
    live.used.update(fitting)
    return replace(finding, waived=live.waivers[fitting[0]].reason) if fitting else finding


def excuses(waiver: Waiver, finding: Finding) -> bool:
    """Tell whether *waiver* is about *finding*, whatever the day."""
    if waiver.rule != finding.rule or (waiver.key and waiver.key != finding.key):
        return False
    if not waiver.paths:
        return bool(waiver.key)
    fits = matcher(waiver.paths)
    return all(fits(place.path) for place in (finding.location, *finding.related))


def _unchanged(waiver: Waiver, finding: Finding, digests: Mapping[str, str]) -> bool:
    places = (finding.location, *finding.related)
    now = {digests[place.path] for place in places if place.path in digests}
    return not waiver.digests or now <= set(waiver.digests)


def _idle(waiver: Waiver, findings: Sequence[Finding], complete: bool) -> str:
    count = sum(excuses(waiver, finding) for finding in findings)
    if count:
        return f"{_name(waiver)} ended when a document changed; {_again(count)}"
    return f"{_name(waiver)} excuses nothing; take it out" if complete else ""


def _expired(waiver: Waiver, findings: Sequence[Finding]) -> str:
    count = sum(excuses(waiver, finding) for finding in findings)
    return f"{_name(waiver)} ended on {waiver.until.isoformat()}; {_again(count)}"


def _again(count: int) -> str:
    return f"{count} findings count again" if count != 1 else "1 finding counts again"


def _name(waiver: Waiver) -> str:
    place = f"{waiver.place}: " if waiver.place else ""
    return f"{place}the waiver of {waiver.rule} ({waiver.reason})"
