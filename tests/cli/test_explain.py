"""A rule with its settings and its manual page, a finding with the words that prove it."""

import json

import pytest

FAST = ("-j", "1")


def test_a_rule_with_its_settings_and_its_manual_page(papers, run):
    shown = run("explain", "eels")
    assert shown.code == 0
    lines = shown.out.splitlines()
    assert lines[0] == "eels error"
    assert [" ".join(line.split()) for line in lines[1:5]] == [
        "written in audit.yml:4:3",
        "severity error",
        "paths **",
        'forbid {"contains":["eel"]}',
    ]
    assert "https://town.example/eels" in shown.out
    assert "check: text" in lines
    assert "Names for the message:" in shown.out


def test_a_check_is_explained_before_there_is_a_rule_of_it(papers, run):
    shown = run("explain", "metadata")
    assert shown.code == 0
    assert shown.out.startswith("check: metadata\nA document does not say where it comes from")
    assert "\n  in force" not in shown.out
    assert run("explain", "text").out.endswith("\n  in force     eels\n")


def test_overrides_are_in_force_for_a_path(papers, run, tmp_path):
    rules = tmp_path / "audit.yml"
    override = "overrides:\n  - paths: [market.txt]\n    rules: {eels: note}\n"
    rules.write_text(rules.read_text() + override)
    assert "override     for some paths: severity: note" in run("explain", "eels").out
    assert run("explain", "eels", "--for", "market.txt").out.startswith("eels note\n")
    assert run("explain", "eels", "--for", "a.txt").out.startswith("eels error\n")


def test_every_rule_that_is_shipped_explains_itself(papers, run, tmp_path):
    """What a pack has as another has it is explained once."""
    explained = set()
    for pack in ("archive", "strict", "web-captures", "press"):
        (tmp_path / "audit.yml").write_text(f"audit: 1\nextends: [audit:{pack}]\n")
        rules = set(run("rules", "list", "-f", "jsonl").out.splitlines())
        assert rules
        for line in sorted(rules - explained):
            shown = run("explain", json.loads(line)["id"])
            assert shown.code == 0
            assert "check: " in shown.out
        explained |= rules


def test_a_finding_with_its_line(papers, run, keys):
    shown = run("explain", keys["eels"], "papers", *FAST)
    assert shown.code == 0
    lines = shown.out.splitlines()
    assert lines[0] == "market.txt:2:9 error [eels]"
    assert "     2 | and one eel in a bucket." in lines
    assert "  help         Ask the fishmonger." in lines


def test_a_finding_with_the_passage_on_both_sides(papers, run, tmp_path):
    (tmp_path / "audit.yml").write_text("audit: 1\nrules: {q: {check: quotation, words: 15}}\n")
    essay = (papers / "a.txt").read_text()
    (papers / "b.txt").unlink()
    for name, first, word in (("long", 41, "winters"), ("other", 21, "herrings")):
        lines = [f"Line {n} tells of {n * first} {word} in year {n}." for n in range(1, first)]
        (papers / f"{name}.txt").write_text("\n".join(lines) + f"\n{essay}" + "\n".join(lines))
    (papers / "a.txt").unlink()
    rows = map(json.loads, run("check", "papers", "-f", "jsonl", *FAST).out.splitlines())
    finding = next(row for row in rows if row["type"] == "finding")
    shown = run("explain", finding["key"], "papers", *FAST)
    assert [line for line in shown.out.splitlines() if "net loft" in line and " | " in line] == [
        f"    21 | {essay.strip()}",
        f"    41 | {essay.strip()}",
    ]


def test_copies_are_quoted_too(papers, run, keys):
    shown = run("explain", keys["copies"], "papers", *FAST)
    assert shown.out.count("     1 | The net loft above the fish market") == 2


def test_hostile_words_are_shown_and_not_obeyed(papers, run):
    (papers / "market.txt").write_text("An \x1b[31meel\u202e [x]\n")
    rows = map(json.loads, run("check", "papers", "-f", "jsonl", *FAST).out.splitlines())
    key = next(row["key"] for row in rows if row.get("rule") == "eels")
    shown = run("explain", key, "papers", *FAST)
    assert "An \\x1b[31meel\\u202e [x]" in shown.out
    assert "\x1b" not in shown.out


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("eel", "no rule or check is called “eel”; did you mean “eels”?"),
        ("metadat", "no rule or check is called “metadat”; did you mean “metadata”?"),
        ("0123456789abcdef", "no finding has the fingerprint “0123456789abcdef”"),
        ("zzzzzzzz", "see `audit rules list`"),
    ],
)
def test_what_is_neither_is_one_line(papers, run, subject, said):
    shown = run("explain", subject, "papers", *FAST)
    assert (shown.code, shown.err.count("\n"), said in shown.err) == (2, 1, True)
