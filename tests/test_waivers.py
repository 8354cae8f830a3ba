"""Waivers mark findings, need no more than their day, and say when they are of no use."""

import datetime as dt

import pytest

from audit.model import Finding, Location, Severity, Waiver
from audit.waivers import mark

TODAY = dt.date(2027, 1, 31)
NAME = "audit.yml:9:5: the waiver of near (two editions)"


def finding(path="a.txt", *related, rule="near", key="0123456789abcdef"):
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        message="m",
        location=Location(path=path),
        related=tuple(Location(path=one) for one in related),
        key=key,
    )


def waiver(**more):
    values = {"rule": "near", "reason": "two editions", "until": TODAY, "place": "audit.yml:9:5"}
    return Waiver(**(values | more))


@pytest.mark.parametrize(
    ("one", "excused"),
    [
        (waiver(paths=("*.txt",)), True),
        (waiver(paths=("a.txt", "b.txt")), True),
        (waiver(paths=("a.txt",)), False),
        (waiver(paths=("*.txt",), rule="same"), False),
        (waiver(key="0123456789abcdef"), True),
        (waiver(key="0000000000000000"), False),
        (waiver(key="0123456789abcdef", paths=("*.txt",)), True),
        (waiver(key="0123456789abcdef", paths=("a.txt",)), False),
        (waiver(), False),
    ],
)
def test_a_waiver_is_about_a_rule_and_all_documents_or_one_matter(one, excused):
    (marked,), remarks = mark([finding("a.txt", "b.txt")], [one], TODAY)
    assert marked.waived == ("two editions" if excused else "")
    assert bool(remarks) is not excused


def test_the_last_day_counts_and_the_next_does_not():
    waivers = [waiver(paths=("*.txt",))]
    (marked,), remarks = mark([finding()], waivers, TODAY)
    assert (marked.waived, remarks) == ("two editions", ())
    (marked,), remarks = mark([finding()], waivers, TODAY + dt.timedelta(days=1))
    assert marked.waived == ""
    assert remarks == (f"{NAME} ended on 2027-01-31; 1 finding counts again",)


def test_an_unused_waiver_is_said_only_when_everything_ran():
    waivers = [waiver(paths=("b.txt",))]
    assert mark([finding()], waivers, TODAY)[1] == (f"{NAME} excuses nothing; take it out",)
    assert mark([finding()], waivers, TODAY, complete=False)[1] == ()


def test_the_first_of_two_waivers_gives_the_reason_and_both_are_used():
    waivers = [waiver(paths=("a.*",), reason="first"), waiver(paths=("*.txt",), reason="second")]
    (marked,), remarks = mark([finding()], waivers, TODAY)
    assert (marked.waived, remarks) == ("first", ())


def test_nothing_is_dropped_and_the_order_is_kept():
    findings = [finding("b.txt"), finding("a.txt", rule="other")]
    marked, _ = mark(findings, [waiver(paths=("b.txt",))], TODAY)
    assert [one.location.path for one in marked] == ["b.txt", "a.txt"]
