"""A name that promises another format than the content has is a claim that rules can judge."""

from pathlib import Path

import pytest

from audit.pipeline import audited
from audit.settings import Settings

PAGE = "<!doctype html><title>Tide mill</title><h1>Tide mill</h1><p>The mill opens at nine.</p>"
NAMED = "audit: 1\nrules:\n  formats: {check: metadata, fields: {format: optional}, agree: true}\n"
LISTED = (
    "audit: 1\nrules:\n  kept: {check: metadata, fields: {format: {in: [application/pdf]}},"
    " evidence: found}\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("input").mkdir()

    def audit(name, rules=""):
        Path("input", name).write_text(PAGE)
        if rules:
            Path("audit.yml").write_text(rules)
        with audited(Settings(paths=("input",), jobs=1, catalogue=False)) as found:
            claims = [claim for claim in found.claims if claim.property == "format"]
            return claims, [(each.rule, each.message) for each in found.findings]

    return audit


def test_the_name_and_the_content_are_two_claims_in_conflict(run):
    claims, findings = run("report.pdf")
    said = {claim.normalized: (claim.extractor, claim.chosen, claim.conflict) for claim in claims}
    assert said == {
        "application/pdf": ("stated", False, True),
        "text/html": ("format", True, True),
    }
    assert {claim.reason for claim in claims} == {"extension mismatch pdf; content match HTML"}
    rules = [rule for rule, _ in findings]
    assert "format-as-named" in rules
    assert "metadata-conflict" not in rules  # said once


def test_a_rule_on_formats_sees_them(run):
    _, findings = run("report.pdf", NAMED)
    (message,) = [message for rule, message in findings if rule == "formats"]
    assert "named as application/pdf, but the content is text/html" in message
    _, findings = run("report.pdf", LISTED)
    assert [rule for rule, _ in findings] == ["kept"]


def test_a_name_that_fits_says_nothing(run):
    claims, _ = run("report.html")
    assert claims == []
