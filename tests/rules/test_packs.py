"""Every shipped rule proves itself, and the default is bearable."""

import pytest

from audit.model import Severity
from audit.rules import Outcome, load, packs, parse, prove, shipped, unproved
from audit.rules.ruleset import NAME


@pytest.fixture(params=packs())
def pack(request):
    data = (shipped() / f"{request.param}.yml").read_bytes()
    return parse(data, name=request.param, base="")


def test_there_are_four():
    assert packs() == ("archive", "press", "strict", "web-captures")


def test_texts_pass_and_fail_as_they_should(pack):
    proofs = [proof for proof in prove(pack) if proof.outcome != Outcome.SKIPPED]
    assert len(proofs) > 20
    assert [proof for proof in proofs if proof.outcome != Outcome.PROVED] == []


def test_a_test_of_every_rule_expects_a_finding(pack):
    assert unproved(pack) == ()


def test_every_text_rule_shows_what_it_leaves_alone(pack):
    for rule in pack.rules:
        assert rule.tests.passes or any(
            not s.expect or len(s.given) > 1 for s in rule.tests.scenarios
        )


def test_every_rule_says_what_to_do(pack):
    for rule in pack.rules:
        assert rule.plain.help, rule.id
        named = {name.partition(":")[0] for name in NAME.findall(rule.plain.message)}
        assert named <= set(rule.plain.check.names)


def test_only_what_cannot_be_true_fails_a_run_by_default():
    errors = {rule.id for rule in load(None).rules if rule.plain.severity == Severity.ERROR}
    assert errors == {"date-plausible", "datelines-agree"}


def test_the_default_needs_nothing():
    loaded = load(None)
    assert (loaded.name, loaded.base, loaded.manifests) == ("audit:archive", "", ())
    assert len(loaded.variants()) == len(loaded.rules)
