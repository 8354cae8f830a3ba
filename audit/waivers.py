"""Waivers: findings that are accepted until a day. They mark findings, they never drop them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from audit.globs import matcher
from audit.model import Finding, Waiver


def mark(
    findings: Sequence[Finding], waivers: Sequence[Waiver], today: dt.date, *, complete: bool = True
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Return *findings* with the reasons that excuse them, and remarks about the *waivers*.

    A waiver counts up to and with its last day. A remark is said for every one that has expired,
    and, if the run was *complete* (every rule, every document), for every one that excuses nothing.
    """
    live = [waiver for waiver in waivers if waiver.until >= today]
    used: set[int] = set()
    marked = tuple(_marked(finding, live, used) for finding in findings)
    remarks = [_expired(waiver, findings) for waiver in waivers if waiver.until < today]
    if complete:
        unused = [waiver for number, waiver in enumerate(live) if number not in used]
        remarks += [f"{_name(waiver)} excuses nothing; take it out" for waiver in unused]
    return marked, tuple(remarks)


def _marked(finding: Finding, live: Sequence[Waiver], used: set[int]) -> Finding:
    fitting = [number for number, waiver in enumerate(live) if excuses(waiver, finding)]
    used.update(fitting)
    return replace(finding, waived=live[fitting[0]].reason) if fitting else finding


def excuses(waiver: Waiver, finding: Finding) -> bool:
    """Tell whether *waiver* is about *finding*, whatever the day."""
    if waiver.rule != finding.rule or (waiver.key and waiver.key != finding.key):
        return False
    if not waiver.paths:
        return bool(waiver.key)
    fits = matcher(waiver.paths)
    return all(fits(place.path) for place in (finding.location, *finding.related))


def _expired(waiver: Waiver, findings: Sequence[Finding]) -> str:
    count = sum(excuses(waiver, finding) for finding in findings)
    again = f"{count} findings count again" if count != 1 else "1 finding counts again"
    return f"{_name(waiver)} ended on {waiver.until.isoformat()}; {again}"


def _name(waiver: Waiver) -> str:
    place = f"{waiver.place}: " if waiver.place else ""
    return f"{place}the waiver of {waiver.rule} ({waiver.reason})"
