"""The identity of findings: what they are about, never where they stand or how files are called."""

import itertools
from dataclasses import replace

import pytest

from audit.model import Finding, Location, Severity
from audit.pipeline import audited
from audit.pipeline.judge import MOST, distinct
from audit.settings import Settings

TAIL = (
    "The pier master weighs every crate of plums that leaves the island, enters the weight twice, "
    "once in ink and once in chalk on the door, and keeps the key of the scales under his cap.\n"
)
SLUICE = (
    "Below the sluice the old ferry waits for a tide that is high enough, and her keeper reads the "
    "survey of 1811 aloud to anyone who is delayed, with the voices of the two quarrelling clerks "
    "who drew it up and never agreed about the depth of the channel or the height of the wall.\n"
)
ORCHARD = (
    "The orchard behind the granary was planted by a pilot who could not sleep ashore, a tree for "
    "every ship he brought in, and the last of them bears small yellow apples in October that the "
    "school children carry to the museum in their caps on the day of the harbour feast each year.\n"
)
RULES = """\
audit: 1
rules:
  copies: {check: duplicate, compare: either}
  near: {check: similar, threshold: 0.3}
  quoted: {check: quotation, words: 15}
  short: {check: length, words: 8}
  eels: {check: text, forbid: {contains: [eel]}}
  sworn: {check: text, require: {contains: [sworn]}, paths: [odd/**]}
  dated: {check: metadata, fields: {issued: required}, paths: [odd/**]}
  agreed: {check: metadata, agree: true}
  plausible: {check: date, before: 2020-01-01}
  names: {check: filename, matches: '[a-z0-9/.]+'}
  fixity: {check: fixity, manifest: sums.txt, unlisted: false}
"""
FILES = {
    "a/sluice.txt": SLUICE + ORCHARD,
    "b/sluice.txt": SLUICE + ORCHARD,
    "c/sluice.txt": SLUICE + ORCHARD,
    "a/changed.txt": SLUICE.replace("1811", "1812") + ORCHARD.replace("yellow", "green") + TAIL,
    "d/quoting.txt": "Somebody wrote this once, and nobody knows who.\n\n" + TAIL,
    "odd/Short One.txt": "An eel, and another eel.\n",
    "odd/short2.txt": "An eel, and another eel.\n",
    "odd/late.txt": "Published on 4 May 2031\n\nNothing else was ever said about the lantern.\n",
    "sums.txt": "0" * 64 + "  d/quoting.txt\n" + "1" * 64 + "  gone.txt\n",
}


def audit(folder, files, **settings):
    """Audit files in a folder of their own; return the findings."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "audit.yml").write_text(RULES)
    options = {"jobs": 1, "catalogue": False, **settings}
    with audited(Settings(paths=(str(folder),), **options)) as done:
        return list(done.findings)


@pytest.fixture(scope="module")
def as_they_are(tmp_path_factory):
    """Return the findings on the files above, before anything changes."""
    return audit(tmp_path_factory.mktemp("before"), FILES)


@pytest.fixture
def findings(tmp_path):
    """Return a function that audits files in a folder and gives the findings."""
    number = itertools.count()
    return lambda files, **settings: audit(tmp_path / str(next(number)), files, **settings)


def keys(found, *rules):
    return sorted(finding.key for finding in found if not rules or finding.rule in rules)


PAIRS = ("copies", "near", "quoted")


def test_every_check_is_here_and_no_two_findings_share_a_key(as_they_are):
    found = as_they_are
    assert {one.rule for one in found} >= {
        *PAIRS, "short", "eels", "sworn", "dated", "plausible", "names", "fixity",
    }  # fmt: skip
    assert sum(one.rule == "copies" for one in found) == 3
    assert len(set(keys(found))) == len(found)


def test_lines_above_and_strangers_beside_change_no_key(findings, as_they_are):
    before = keys(as_they_are, "eels", "quoted", "plausible", "names", "dated", "sworn")
    edited = FILES | {
        "0/first.txt": "A newcomer that sorts before everything and shares nothing at all.\n",
        "d/quoting.txt": "A line above.\n\n" + FILES["d/quoting.txt"] + "\nA line below.\n",
        "odd/Short One.txt": "A line above.\n\n\n" + FILES["odd/Short One.txt"],
    }
    after = keys(findings(edited), "eels", "quoted", "plausible", "names", "dated", "sworn")
    assert after == before


def test_pairs_keep_their_keys_under_other_names_and_in_another_order(findings, as_they_are):
    before = keys(as_they_are, *PAIRS, "short")
    moved = {f"z{25 - number}/{name}": text for number, (name, text) in enumerate(FILES.items())}
    turned = {**moved, "sums.txt": FILES["sums.txt"]}
    del turned["z17/sums.txt"]
    assert keys(findings(turned), *PAIRS, "short") == before


def test_workers_and_dates_of_the_pair_change_no_key(findings, as_they_are):
    before = keys(as_they_are, *PAIRS)
    assert keys(findings(FILES, jobs=2), *PAIRS) == before
    dated = FILES | {"a/sluice.meta.yml": "issued: 2019-05-01\n",
                     "b/sluice.meta.yml": "issued: 2018-05-01\n"}  # fmt: skip
    found = findings(dated)
    assert keys(found, *PAIRS) == before
    accused = {one.location.path for one in found if one.rule == "copies"}
    assert "a/sluice.txt" in accused


def test_another_copy_adds_one_key_and_takes_none(findings, as_they_are):
    before = set(keys(as_they_are, "copies"))
    after = set(keys(findings({"0/copy.txt": SLUICE + ORCHARD, **FILES}), "copies"))
    assert before < after
    assert len(after) == len(before) + 1


def test_what_changes_the_matter_changes_the_key(findings, as_they_are):
    before = as_they_are
    changed = FILES | {
        "a/changed.txt": FILES["a/changed.txt"].replace("green", "red"),
        "odd/Short One.txt": "An eelpout, and another one.\n",
        "sums.txt": FILES["sums.txt"].replace("0" * 64, "2" * 64),
    }
    after = findings(changed)
    for rule in ("near", "fixity", "short"):
        assert keys(after, rule) != keys(before, rule), rule


def finding(path="a.txt", line=1, key="k", related=(), message="m"):
    return Finding(
        rule="r",
        severity=Severity.NOTE,
        message=message,
        key=key,
        location=Location(path=path, line=line),
        related=tuple(Location(path=one) for one in related),
    )


def test_what_is_said_twice_of_a_document_becomes_one_with_both_places():
    (one,) = distinct([finding(line=9, related=["c.txt"]), finding(line=2, related=["b.txt"])])
    assert one.location.line == 9  # the first that was given; `judge` gives them in order
    assert [place.path for place in one.related] == ["c.txt", "a.txt", "b.txt"]
    many = [finding(related=[f"{number}.txt"]) for number in range(200)]
    assert len(distinct(many)[0].related) == MOST


def test_the_same_matter_in_several_documents_is_numbered():
    found = distinct([finding("a.txt"), finding("b.txt"), finding("c.txt"), finding(key="other")])
    assert len({one.key for one in found}) == len(found) == 4
    assert found == distinct(found[::-1])
    again = distinct([replace(one, key="k") for one in found if one.key != "other"])
    assert {one.key for one in again} < {one.key for one in found}
