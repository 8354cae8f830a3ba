"""`--mask-contacts`: no report of any command names a mail address, and nothing else changes."""

import io
import json
from dataclasses import replace

import pytest

from audit.pipeline import audited
from audit.registry import members
from audit.reports import Page, Report
from audit.settings import Settings

SECRET = ("ada.lund", "bo.ray", "cfe", "c0a1a4a180b4afb7aeeea5b8a1adb0aca5")
FOOTER = (
    "The harbour office of Hallby answers letters on every working day from nine to five. Write to "
    "ada.lund@office.example or to bo.ray [at] office [dot] example, and name the berth, the boat "
    "and the day on which you wish to come, so that the keeper can find a place for you in time."
)
TEXTS = {
    "crane.txt": "The old crane comes down after ninety years of work on the quay of the town.",
    "clock.txt": "The clock of the east wing was mended by a smith who never told his true name.",
    "ferry.txt": "The ferry to the island leaves at ten, but not on the day of the summer fair.",
}
PAGE = (
    "<html><body><h1>The swifts are back at the store</h1><p>A long story of swifts and of the old "
    'crane. <a data-cfemail="c0a1a4a180b4afb7aeeea5b8a1adb0aca5" '
    'href="mailto:bo.ray@office.example">write</a></p></body></html>'
)
RULES = (
    "audit: 1\nrules:\n  footer: {check: boilerplate, documents: 3, words: 10}\n"
    "  address: {check: text, forbid: {matches: '\\S+@\\S+'}}\n"
    "  contact: {check: metadata, fields: {contact: {matches: none}}}\n"
    "  named: {check: metadata, fields: {rights_holder: required}}\n"
    "waivers:\n  - {rule: contact, paths: ['**/page.html'], until: 2999-01-01,"
    " reason: ask ada.lund@office.example}\n"
    "  - {rule: footer, paths: [nowhere.txt], until: 2999-01-01,"
    " reason: 'ask bo.ray@office.example'}\n"
)


def lay(folder):
    (folder / "audit.yml").write_text(RULES)
    office = folder / "office"
    office.mkdir()
    for name, text in TEXTS.items():
        (office / name).write_text(f"{text}\n\n{FOOTER}\n")
    (office / "page.html").write_text(PAGE)
    return office


@pytest.fixture
def office(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lay(tmp_path)


@pytest.fixture(scope="module")
def audits(tmp_path_factory):
    """One audit, as it is and with its contacts hidden."""
    folder = tmp_path_factory.mktemp("masked")
    office = lay(folder)
    settings = Settings(
        paths=(str(office),), config=str(folder / "audit.yml"), catalogue=False, jobs=1
    )
    with audited(settings) as plain, audited(replace(settings, mask_contacts=True)) as masked:
        yield {False: plain, True: masked}


def report(form, audit):
    out = io.StringIO()
    members("audit.reports", Report)[form](Page(width=200, everything=True, waived=True)).write(
        audit, out
    )
    return out.getvalue()


def says_nothing(text):
    return not any(secret in text for secret in SECRET)


@pytest.mark.parametrize("form", sorted(members("audit.reports", Report)))
def test_no_format_names_an_address(form, audits):
    assert says_nothing(report(form, audits[True]))


@pytest.mark.parametrize("form", ["jsonl", "sarif", "csv", "jsonld"])
def test_without_the_option_they_are_named(form, audits):
    assert not says_nothing(report(form, audits[False]))


def test_places_and_keys_stay_as_they_are(audits):
    plain, masked = (
        [json.loads(line) for line in report("jsonl", audits[mask]).splitlines()]
        for mask in (False, True)
    )
    assert len(plain) == len(masked)
    for one, other in zip(plain, masked, strict=True):
        for name in ("type", "path", "line", "start", "end", "key", "rule", "property"):
            assert one.get(name) == other.get(name)
    assert any("***.****@******.example" in str(row) for row in masked)


def test_show_hides_them(office, run):
    found = run("show", "page.html", "office", "--mask-contacts")
    assert "**.***@******.example" in found.out
    assert says_nothing(found.out)


def test_diff_hides_them_and_still_says_what_changed(office, run):
    (office / "new.txt").write_text(
        f"{TEXTS['crane.txt'].replace('ninety', 'eighty')}\n\n{FOOTER}\n"
    )
    found = run(
        "diff", "office/crane.txt", "office/new.txt", "--no-fold", "--all", "--mask-contacts"
    )
    assert "eighty" in found.out
    assert says_nothing(found.out)


def test_addresses_in_names_of_files_are_told(office, run):
    quiet = run("check", "office", "--mask-contacts")
    (office / "tide.mill@hallby.example.txt").write_text("A word from the mill.\n")
    found = run("check", "office", "--mask-contacts")
    told = "1 file has a mail address in its name, which --mask-contacts does not hide: rename"
    assert told in found.out + found.err
    assert told not in quiet.out + quiet.err


@pytest.mark.parametrize("name", ["tide.mill@hallby.example.png", "tide.mill@hallby.example.txt"])
def test_addresses_in_names_of_files_without_text_are_told(office, run, name):
    (office / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99) if name.endswith("png") else b"")
    found = run("check", "office", "--mask-contacts")
    assert "1 file has a mail address in its name" in found.out + found.err


def test_diff_says_that_an_address_changed(office, run):
    """Both are hidden letter for letter: they are compared before."""
    (office / "new.txt").write_text(f"{TEXTS['crane.txt']}\n\n{FOOTER.replace('lund', 'lind')}\n")
    asked = ("diff", "office/crane.txt", "office/new.txt", "--no-fold", "--mask-contacts")
    found = run(*asked)
    assert "1 spelling" in found.out
    assert "contact" in found.out
    assert says_nothing(found.out)
    assert "lind" not in found.out
    counted = json.loads(run(*asked, "-f", "jsonl").out.splitlines()[1])
    assert sum(counted["counts"].values()) == 1


def test_explain_hides_them(office, run):
    listed = run("check", "office", "--select", "address", "-f", "jsonl").out
    rows = [json.loads(row) for row in listed.splitlines()]
    key = next(row["key"] for row in rows if row["type"] == "finding")
    told = run("explain", key, "office", "--mask-contacts")
    assert "office" in told.out
    assert says_nothing(told.out)


def test_explain_hides_them_in_markup(office, run):
    """A finding about a page is quoted as the page is written, with entities."""
    (office / "entity.html").write_text(
        "<html><body><p>Ask <a href='mailto:ada.lund&#64;office&#46;example'>ada.lund&#64;office"
        "&#46;example</a> for a berth; the quay is long and the crane is old.</p></body></html>"
    )
    told = run("explain", key_of("named", "office/entity.html", run), "office/entity.html",
               "--mask-contacts")  # fmt: skip
    assert "&#64;" in told.out
    assert says_nothing(told.out)


def key_of(rule, path, run):
    listed = run("check", path, "--select", rule, "-f", "jsonl").out
    rows = [json.loads(row) for row in listed.splitlines()]
    return next(row["key"] for row in rows if row["type"] == "finding")


def test_what_is_cut_was_hidden_before(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "audit.yml").write_text(
        'audit: 1\nrules:\n  half: {check: text, forbid: {matches: "o\'brien"}}\n'
        "  long: {check: text, forbid: {matches: 'The crane[^\\n]*'}}\n"
    )
    box = tmp_path / "box"
    box.mkdir()
    line = "The crane on the quay is old and it will come down in May; for all that ask "
    (box / "a.txt").write_text(f"{line}o'brien.tess@office.example\nThe tide is high.\n")
    for form in ("jsonl", "full", "sarif"):
        told = run("check", "box", "--mask-contacts", "-f", form)
        assert "half" in told.out
        assert "brien" not in told.out
        assert "o'b" not in told.out
        assert "*'*" in told.out
