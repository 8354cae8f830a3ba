"""Baselines: what is known does not count, what is new does, and nothing is swallowed."""

import json

import pytest

FAST = ("-j", "1")


def lines(folder):
    return (folder / "audit-baseline.jsonl").read_text("utf-8").splitlines()


def test_a_difference_is_shown_and_nothing_written_unasked(papers, run, tmp_path):
    shown = run("baseline", "papers", *FAST)
    assert (shown.code, shown.out.splitlines()[-1]) == (1, "+2 / -0")
    assert shown.out.startswith("+ b.txt warning the same bytes as a.txt [copies] ")
    assert not (tmp_path / "audit-baseline.jsonl").exists()


def test_known_findings_are_counted_and_do_not_fail(papers, run, tmp_path):
    assert run("baseline", "papers", "--accept-new", *FAST).code == 0
    head, *entries = lines(tmp_path)
    assert json.loads(head) == {"type": "baseline", "format": 2}
    assert entries == sorted(entries)
    assert all(set(json.loads(entry)) == {"path", "rule", "key"} for entry in entries)
    check = ("check", "papers", "--baseline", "audit-baseline.jsonl", *FAST)
    shown = run(*check)
    assert (shown.code, shown.out.splitlines()[0]) == (0, "no findings; 2 known")
    rows = [json.loads(line) for line in run(*check, "-f", "jsonl").out.splitlines()]
    assert [row["known"] for row in rows if row["type"] == "finding"] == [True, True]
    assert json.loads(run(*check, "-f", "sarif").out)["runs"][0]["results"] == []
    assert run(*check, "-f", "junit").out.count("<skipped ") == 2
    assert run("baseline", "papers", *FAST).out == "+0 / -0\n"


def test_it_is_not_touched_by_what_does_not_matter(papers, run, tmp_path):
    run("baseline", "papers", "--accept-new", *FAST)
    before = lines(tmp_path)
    market = papers / "market.txt"
    market.write_text("A new line above.\n\n" + market.read_text())
    (papers / "0-first.txt").write_text("Another document altogether.\n")
    assert (
        run("baseline", "papers", "--accept-new", "--prune", "--no-catalogue", "-j", "2").code == 0
    )
    assert lines(tmp_path) == before


def test_a_swap_is_not_hidden(papers, run, tmp_path):
    """One finding goes, another comes: their number is the same, and they are not."""
    run("baseline", "papers", "--accept-new", *FAST)
    (papers / "market.txt").write_text("Herring.\n")
    (papers / "other.txt").write_text("Another eel.\n")
    shown = run("check", "papers", "--baseline", "audit-baseline.jsonl", *FAST)
    assert shown.code == 1
    assert "other.txt:1:9 error" in shown.out
    assert "baseline: 1 entry has no finding any more; `audit baseline --prune`" in shown.out
    shown = run("baseline", "papers", "--prune", *FAST)
    assert (shown.code, shown.out.splitlines()[-1]) == (1, "+1 / -1")
    assert len(lines(tmp_path)) == 2
    assert "other.txt" not in "\n".join(lines(tmp_path))


def test_another_matter_on_a_known_line_is_new(papers, run, tmp_path):
    rules = tmp_path / "audit.yml"
    rules.write_text(rules.read_text().replace("contains: [eel]", "matches: 'eel\\w*'"))
    run("baseline", "papers", "--accept-new", *FAST)
    market = papers / "market.txt"
    market.write_text(market.read_text().replace("one eel", "one eelpout"))
    shown = run("check", "papers", "--baseline", "audit-baseline.jsonl", *FAST)
    assert (shown.code, "market.txt:2:9 error an eel: eelpout" in shown.out) == (1, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "No such file or directory; `audit baseline --accept-new` writes one"),
        ("", ":1: not a baseline"),
        (
            '{"type":"baseline","format":1}\n',
            ":1: its keys are of another format than 2; delete it",
        ),
        ('{"type":"baseline","format":[3]}\n', ":1: its keys are of another format than 2"),
        ('{"type":"other"}\n', ":1: not a baseline"),
        ('{"type":"baseline","format":2}\nx\n', ":2: not an entry with path, rule, key"),
        ('{"type":"baseline","format":2}\n{"path":"a","rule":"r"}\n', ":2: not an entry"),
        ('{"type":"baseline","format":2}\n{"path":1,"rule":"r","key":"k"}\n', ":2: every value"),
        ('{"type":"baseline","format":2}\n<<<<<<< HEAD\n', ":2: not an entry"),
        ("[" * 100_000, ":1: not a baseline"),
    ],
)
def test_a_baseline_that_is_none_is_2(papers, run, tmp_path, text, said):
    if text is not None:
        (tmp_path / "known.jsonl").write_text(text)
    shown = run("check", "papers", "--baseline", "known.jsonl", *FAST)
    assert (shown.code, shown.err.count("\n")) == (2, 1)
    assert said in shown.err


def test_half_an_audit_changes_no_baseline(papers, run, tmp_path):
    run("baseline", "papers", "--accept-new", *FAST)
    before = lines(tmp_path)
    (papers / "market.txt").unlink()
    (papers / "link.txt").symlink_to("/etc/hostname")
    shown = run("baseline", "papers", "--prune", *FAST)
    assert (shown.code, "incomplete" in shown.err) == (2, True)
    assert run("baseline", "papers", "--prune", "--select", "eels", *FAST).code == 2
    assert lines(tmp_path) == before


def test_odd_names_survive(papers, run, tmp_path):
    name = "a\nb\u2028\x1b “é”.txt"
    (papers / name).write_text("An eel again.\n")
    run("baseline", "papers", "--accept-new", *FAST)
    assert name in [json.loads(line).get("path") for line in lines(tmp_path)]
    assert "\x1b" not in run("baseline", "papers", "--file", "other.jsonl", *FAST).out
    assert run("check", "papers", "--baseline", "audit-baseline.jsonl", *FAST).code == 0
