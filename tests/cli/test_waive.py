"""Waivers are written into the rules file, and not one other byte of it changes."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.errors import RuleError
from audit.model import Waiver
from audit.rules.append import START, quoted, with_waiver

FAST = ("-j", "1")
UNTIL = ("--until", "2999-01-31")


def test_a_waiver_is_written_and_works(papers, run, keys, tmp_path):
    before = (tmp_path / "audit.yml").read_bytes()
    reason = 'The eel is the matter: "Anguilla" – see #7\n(and {x})'
    shown = run(
        "waive", keys["eels"], "papers", "--reason", reason, *UNTIL, "--by", "N. Haddad", *FAST
    )
    assert shown.code == 0
    assert shown.out.startswith(f'- rule: eels\n  key: "{keys["eels"]}"\n  paths: ["market.txt"]\n')
    after = (tmp_path / "audit.yml").read_bytes()
    assert after.startswith(before)
    shown = run("check", "papers", *FAST)
    assert (shown.code, "1 warning; 1 waived" in shown.out) == (0, True)


def test_a_waiver_ends_when_a_document_changes(papers, run, keys):
    run("waive", keys["eels"], "papers", "--reason", "r", *UNTIL, *FAST)
    market = papers / "market.txt"
    market.write_text(market.read_text() + "And a crab.\n")
    shown = run("check", "papers", *FAST)
    assert shown.code == 1
    assert "ended when a document changed; 1 finding counts again" in shown.out


def test_two_waivers_stand_one_after_the_other(papers, run, keys, tmp_path):
    for key in keys.values():
        assert run("waive", key, "papers", "--reason", "r", *UNTIL, *FAST).code == 0
    assert "no findings; 2 waived" in run("check", "papers", *FAST).out
    assert (tmp_path / "audit.yml").read_text().count("waivers:") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["0123456789abcdef", "--reason", "r", *UNTIL], "no finding has the fingerprint"),
        (["{eels}", "--reason", "  ", *UNTIL], "--reason is empty"),
        (["{eels}", "--reason", "r", "--until", "2001-01-01"], "that day has passed"),
        (["{eels}", "--reason", "r", "--until", "soon"], "not a date like 2027-01-31"),
        (["{eels}", "--reason", "r"], "Missing option '--until'"),
        (["{eels}", *UNTIL], "Missing option '--reason'"),
    ],
)
def test_what_is_no_waiver_is_refused(papers, run, keys, arguments, said):
    before = (papers.parent / "audit.yml").read_bytes()
    name, *options = arguments
    shown = run("waive", name.format(**keys), "papers", *options, *FAST)
    assert (shown.code, said in shown.err, shown.err.count("\n")) == (2, True, 1)
    assert (papers.parent / "audit.yml").read_bytes() == before


def test_what_is_waived_is_not_waived_again(papers, run, keys):
    waive = ("waive", keys["eels"], "papers", "--reason", "r", *UNTIL, *FAST)
    assert run(*waive).code == 0
    assert "is waived already: r" in run(*waive).err


def test_a_rules_file_is_made_where_there_is_none(papers, run, tmp_path):
    (tmp_path / "audit.yml").unlink()
    rows = map(json.loads, run("check", "papers", "-f", "jsonl", *FAST).out.splitlines())
    key = next(row["key"] for row in rows if row.get("rule") == "exact-duplicate")
    assert run("waive", key, "papers", "--reason", "r", *UNTIL, *FAST).code == 0
    assert (tmp_path / "audit.yml").read_text().startswith(START)
    assert "1 waived" in run("check", "papers", *FAST).out


WAIVER = Waiver(
    rule="r",
    key="0123456789abcdef",
    paths=("a.txt",),
    reason="x",
    until=dt.date(2999, 1, 1),
)
LINES = ["- rule: r", '  key: "0123456789abcdef"', '  paths: ["a.txt"]', '  reason: "x"']
LINES += ["  until: 2999-01-01"]


def block(indent, newline="\n"):
    return "".join(f"{' ' * indent}{line}{newline}" for line in LINES)


OLD = "  - {rule: r, key: '0', reason: a, until: 2030-01-01}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("audit: 1\n", f"audit: 1\nwaivers:\n{block(2)}"),
        ("audit: 1", f"audit: 1\nwaivers:\n{block(2)}"),
        ("audit: 1\r\n", f"audit: 1\r\nwaivers:\r\n{block(2, chr(13) + chr(10))}"),
        ("audit: 1\n# the end\n\n", f"audit: 1\n# the end\n\nwaivers:\n{block(2)}"),
        ("\ufeffaudit: 1\n", f"\ufeffaudit: 1\nwaivers:\n{block(2)}"),
        ("waivers:\naudit: 1\n", f"waivers:\n{block(2)}audit: 1\n"),
        ("waivers: # none\naudit: 1\n", f"waivers: # none\n{block(2)}audit: 1\n"),
        (f"waivers:\n{OLD}# c\naudit: 1\n", f"waivers:\n{OLD}{block(2)}# c\naudit: 1\n"),
        (f"waivers:\n{OLD}\n\naudit: 1\n", f"waivers:\n{OLD}{block(2)}\n\naudit: 1\n"),
        ("waivers:\n- rule: a # b\naudit: 1", f"waivers:\n- rule: a # b\n{block(0)}audit: 1"),
        ("waivers:\n- rule: a", f"waivers:\n- rule: a\n{block(0)}"),
        (
            "waivers:\n    - reason: |\n        # no\n        b\n\n# c\naudit: 1\n",
            f"waivers:\n    - reason: |\n        # no\n        b\n{block(4)}\n# c\naudit: 1\n",
        ),
        (
            "waivers:\n  - rule: a\n    reason: one\n      two\naudit: 1\n",
            f"waivers:\n  - rule: a\n    reason: one\n      two\n{block(2)}audit: 1\n",
        ),
    ],
)
def test_the_rest_stays_byte_for_byte(before, after):
    assert with_waiver(before, WAIVER) == after


@pytest.mark.parametrize(
    ("before", "start", "end"),
    [
        ("waivers: []\naudit: 1\n", "waivers: [{rule: r, ", "}]\naudit: 1\n"),
        ("waivers: [{rule: a}] # c\n", "waivers: [{rule: a}, {rule: r, ", "}] # c\n"),
        ("{audit: 1}\n", "{audit: 1, waivers: [{rule: r, ", "}]}\n"),
    ],
)
def test_lists_on_one_line_stay_on_one_line(before, start, end):
    after = with_waiver(before, WAIVER)
    assert after.startswith(start)
    assert after.endswith(end)


@pytest.mark.parametrize("text", ["audit: 1\n...\n", "- a\n", "x", "", "a: [", "waivers: {a: b}\n"])
def test_what_cannot_be_extended_is_left_alone(text):
    with pytest.raises(RuleError, match="add to its waivers:\n- rule: r"):
        with_waiver(text, WAIVER)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_reason_is_read_back(reason):
    import yaml

    assert yaml.load(quoted(reason), Loader=yaml.BaseLoader) == reason
    made = with_waiver("audit: 1\n", WAIVER.__class__(**{**fields(), "reason": reason}))
    assert yaml.load(made, Loader=yaml.BaseLoader)["waivers"][0]["reason"] == reason


def fields():
    return {name: getattr(WAIVER, name) for name in ("rule", "key", "paths", "until")}
