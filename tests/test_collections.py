"""Every sample collection gives its golden bytes, and what was planted in it is found."""

import json
import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent
CASES = sorted(path.parent.name for path in ROOT.glob("collections/*/input"))
PLANTED = sorted(path.parent.name for path in ROOT.glob("collections/*/expect.yml"))
CHECK = ("check", "input", "-f", "jsonl", "--no-catalogue", "--today", "2024-12-31")

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def planted(case: str) -> Any:
    return yaml.safe_load((ROOT / "collections" / case / "expect.yml").read_text(encoding="utf-8"))


CLAIMS = [
    pytest.param(case, path, claim, id=f"{path}-{claim['property']}-{number}")
    for case in PLANTED
    for path, claims in planted(case).get("claims", {}).items()
    for number, claim in enumerate(claims)
]


@pytest.mark.parametrize("case", CASES)
def test_golden(case, here, place, update):
    place(case)
    outcome = anywhere(here(*CHECK), here.cwd)
    golden = ROOT / "collections" / case / "expected.jsonl"
    if update:
        golden.write_bytes(outcome.out)
    assert outcome.clear, outcome.err
    assert outcome.out.decode().splitlines() == golden.read_bytes().decode().splitlines()
    assert outcome.out == golden.read_bytes()
    assert outcome.code == exit_code(rows_of(outcome.out)), outcome.err


@pytest.mark.parametrize("case", ["town", "scripts", "twins", "versions"])
def test_same_bytes_for_any_order_and_any_number_of_workers(case, here, place):
    def shuffled(files: list[Path]) -> list[Path]:
        return random.Random(case).sample(sorted(files, reverse=True), len(files))

    place(case, order=shuffled)
    golden = ROOT / "collections" / case / "expected.jsonl"
    assert anywhere(here(*CHECK, "-j", "2"), here.cwd).out == golden.read_bytes()


@pytest.mark.parametrize("case", CASES)
def test_offsets_cut_the_words_out_of_the_files(case):
    rows = golden_rows(case)
    texts = {path: text for row in rows["document"] if (text := plain(case, path := row["path"]))}
    for claim in rows["claim"]:
        if claim["path"] in texts and claim.get("part", "text") == "text":
            text = texts[claim["path"]]
            assert claim["value"] == text[claim["start"] : claim["end"]], claim
            assert claim["line"] == line_at(text, claim["start"]), claim
    for path, start, line in places(rows):
        if path in texts:
            assert line == line_at(texts[path], start), (path, start)


@pytest.mark.parametrize("case", PLANTED)
def test_planted_blocks(case):
    rows = golden_rows(case)
    expected = planted(case).get("blocks")
    if expected == []:
        assert rows["boilerplate"] == []
    for block in expected or ():
        found = [row for row in rows["boilerplate"] if block_places(row) == block_places(block)]
        assert len(found) == 1, [block_places(row) for row in rows["boilerplate"]]
        assert block["words"][0] <= found[0]["words"] <= block["words"][1]
        for at in found[0]["places"]:
            assert framed(case, at["path"], at["start"], at["end"], block), at


@pytest.mark.parametrize(("case", "path", "claim"), CLAIMS)
def test_planted_claims(case, path, claim):
    candidates = [
        row
        for row in golden_rows(case)["claim"]
        if row["path"] == path and row["property"] == claim["property"]
    ]
    assert any(proves(row, claim) for row in candidates), candidates
    if claim["property"] == "title":
        assert [row["line"] for row in candidates if row["chosen"] and not proves(row, claim)] == []


@pytest.mark.parametrize("case", PLANTED)
def test_planted_pairs_and_no_others(case):
    expected = planted(case).get("pairs")
    if expected is None:
        pytest.skip("says nothing of pairs")
    found = {(row["a"], row["b"]): row["relation"] for row in golden_rows(case)["pair"]}
    wanted = {(pair["a"], pair["b"]): pair["relation"] for pair in expected}
    others = {pair: said for pair, said in found.items() if pair not in wanted}
    assert {pair: found.get(pair) for pair in wanted} == wanted
    assert set(others.values()) <= set(planted(case).get("others", ["boilerplate-only"])), others


@pytest.mark.parametrize("case", PLANTED)
def test_planted_quotations(case):
    for quotation in planted(case).get("quotations", ()):
        found = [
            row
            for row in golden_rows(case)["passage"]
            if (row["a"], row["b"]) == (quotation["a"], quotation["b"]) and not row["boilerplate"]
        ]
        assert len(found) == 1, found
        row = found[0]
        assert (row["a_line"], row["b_line"]) == (quotation["a_line"], quotation["b_line"])
        assert row["words"] == quotation.get("words", row["words"])
        for side in "ab":
            span = row[f"{side}_start"], row[f"{side}_end"]
            assert framed(case, row[side], *span, quotation), side


@pytest.mark.parametrize("case", PLANTED)
def test_planted_findings(case):
    findings = planted(case).get("findings", {})
    rows = golden_rows(case)["finding"]
    for finding in findings.get("must", ()):
        assert [row for row in rows if speaks_of(row, finding)], finding
    for finding in findings.get("must_not", ()):
        assert not [row for row in rows if speaks_of(row, finding)], finding


@pytest.mark.parametrize("case", PLANTED)
def test_diff_names_the_silent_change(case, here, place):
    if "versions" not in planted(case):
        pytest.skip("has no versions")
    place(case)
    for version in planted(case)["versions"]:
        outcome = here("diff", f"input/{version['a']}", f"input/{version['b']}")
        assert outcome.clear, outcome.err
        assert version["removed"] in outcome.out.decode()
        assert version["added"] in outcome.out.decode()


def anywhere(outcome: Any, cwd: Path) -> Any:
    """Return the outcome without the folder in which this test happens to run."""
    return replace(outcome, out=outcome.out.replace(f"{cwd}/".encode(), b""))


@cache
def golden_rows(case: str) -> Rows:
    golden = ROOT / "collections" / case / "expected.jsonl"
    if not golden.exists():
        pytest.fail(f"{golden} is missing: pytest --update")
    return rows_of(golden.read_bytes())


def rows_of(output: bytes) -> Rows:
    rows = defaultdict(list)
    for line in output.decode().splitlines():
        row = json.loads(line)
        rows[row["type"]].append(row)
    return rows


def exit_code(rows: Rows) -> int:
    if any(row.get("incomplete", True) for row in rows["problem"]):
        return 2
    return int(any(row["severity"] == "error" and not row["waived"] for row in rows["finding"]))


def plain(case: str, path: str) -> str:
    """Return the text of a UTF-8 file whose offsets are those of the file, else nothing."""
    if not path.endswith(".txt"):
        return ""
    data = (ROOT / "collections" / case / "input" / path).read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""


def line_at(text: str, start: int) -> int:
    return text.count("\n", 0, start) + 1


def places(rows: Rows) -> Iterator[tuple[str, int, int]]:
    for block in rows["boilerplate"]:
        yield from ((at["path"], at["start"], at["line"]) for at in block["places"])
    for row in rows["passage"]:
        for side in "ab":
            yield row[side], row[f"{side}_start"], row[f"{side}_line"]


def block_places(block: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    return sorted((at["path"], at["line"], at["end_line"]) for at in block["places"])


def framed(case: str, path: str, start: int, end: int, planted: Mapping[str, str]) -> bool:
    words = unicodedata.normalize("NFC", plain(case, path)[start:end])
    return words.startswith(planted["first"]) and words.endswith(planted["last"])


def proves(row: Mapping[str, Any], claim: Mapping[str, Any]) -> bool:
    lines = claim["line"] if isinstance(claim["line"], list) else [claim["line"]]
    return (
        row["line"] in lines
        and claim["value"] in row["value"]
        and row["normalized"].startswith(claim.get("normalized", ""))
        and claim.get("origin", row.get("origin")) == row.get("origin")
    )


def speaks_of(row: Mapping[str, Any], finding: Mapping[str, Any]) -> bool:
    other = finding.get("other", "")
    fields = ("path", "line", "rule")
    return all(finding.get(name, row[name]) == row[name] for name in fields) and (
        other in json.dumps([row["message"], row["related"]])
    )
