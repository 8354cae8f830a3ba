"""The rule language: what a file means, and what every mistake says."""

import datetime as dt
import os
from pathlib import Path

import pytest

from audit.errors import RuleError, UsageError
from audit.model import Location, Severity, Violation
from audit.rules import find, fingerprint, load, parse
from audit.rules.ruleset import filled

MISTAKES = Path(__file__).parent / "mistakes"


def rules(text):
    return parse(text.encode(), name="audit.yml", base="")


def only(text):
    (rule,) = rules("audit: 1\nrules:\n  r:\n" + text).rules
    return rule.plain


# ---- values are text until an option types them --------------------------------------------------


def test_what_yaml_would_change_keeps_its_characters():
    form = only(
        "    {check: metadata, fields: {language: {in: [no, off, 12:30, 0123, 1e3, ~, null]}}}"
    )
    field = form.check.fields["language"]
    assert field.among == ("no", "off", "12:30", "0123", "1e3", "~", "null")


def test_the_help_of_a_rule_is_one_paragraph_however_it_is_written():
    form = only("    check: fixity\n    help: |\n      Look at both.\n      Then mend one.\n")
    assert form.help == "Look at both. Then mend one."


def test_numbers_flags_and_dates_are_typed_by_their_option():
    assert only("    {check: similar, contains: 0.5, words: 20}").check.words == 20
    assert only("    {check: fixity, unlisted: false}").check.unlisted is False
    assert only("    {check: date, after: 1980-01-01}").check.after == "1980-01-01"


# ---- mistakes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", sorted(MISTAKES.glob("*.yml")), ids=lambda path: path.stem)
def test_every_mistake_is_said_where_it_stands(case, update):
    """One file a case; `pytest --update` writes what is said of it. Read it before you commit."""
    with pytest.raises(RuleError) as caught:
        parse(case.read_bytes(), name="audit.yml", base=str(MISTAKES))
    expected = case.with_suffix(".txt")
    if update:
        expected.write_text(f"{caught.value}\n", "utf-8")
    assert f"{caught.value}\n" == expected.read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"audit: 1\nrules: \xff\n", "2:8: the byte 0xff is not UTF-8"),
        (b"audit: 1\nrules: \x00\n", "2:8: YAML forbids the character '\\x00'"),
        (b"audit: 1\nrules: {\n", "3:1: not YAML"),
        (b"audit: 1\na: " + b"[" * 30, "2:24: nested more than 20 deep"),
        (b"#" * 1_000_001, "1:1: the file is larger than 1,000,000 bytes"),
        (b"audit: 1\nextends: [" + b"a," * 60_000, "more than 50,000 values"),
    ],
)
def test_hostile_bytes(data, said):
    with pytest.raises(RuleError, match=r"^audit.yml:\d+:\d+: ") as caught:
        parse(data, name="audit.yml", base="")
    assert said in str(caught.value)


def test_a_byte_order_mark_is_no_mistake():
    assert parse(b"\xef\xbb\xbfaudit: 1\n", name="audit.yml", base="").rules == ()


def test_only_so_many_mistakes_are_printed():
    text = "audit: 1\n" + "".join(f"key{number}: 1\n" for number in range(80))
    with pytest.raises(RuleError, match=r"and 30 more mistakes$"):
        rules(text)


# ---- extends -------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "base.yml").write_text(
        "audit: 1\nboilerplate: [known/*.txt]\n"
        "rules:\n  r: {check: similar, threshold: 0.5, severity: note, help: Look}\n"
        "  s: {check: metadata, fields: {title: required, rights: required}}\n"
    )
    return tmp_path


def write(folder, text, name="audit.yml"):
    (folder / name).write_text(text)
    return str(folder / name)


def test_maps_are_merged_key_by_key(folder):
    path = write(folder, "audit: 1\nextends: [./base.yml]\nboilerplate: [more.txt]\nrules:\n"
        "  r: {severity: error}\n  s: {fields: {rights: optional, url: required}}\n")  # fmt: skip
    loaded = load(path)
    r, s = (rule.plain for rule in loaded.rules)
    assert (r.severity, r.help, r.check.threshold) == (Severity.ERROR, "Look", 0.5)
    assert s.check.fields == {"title": "required", "rights": "optional", "url": "required"}
    assert loaded.boilerplate == ("known/*.txt", "more.txt")
    assert loaded.base == str(folder)


def test_off_reaches_through_every_level(folder):
    write(folder, "audit: 1\nextends: [./base.yml]\nrules: {r: off}\n", "middle.yml")
    loaded = load(write(folder, "audit: 1\nextends: [./middle.yml]\n"))
    assert loaded.rules[0].plain.severity == Severity.OFF
    assert [variant.rule for variant in loaded.variants()] == ["s"]


def test_another_check_begins_the_rule_anew(folder):
    loaded = load(
        write(folder, "audit: 1\nextends: [./base.yml]\nrules: {r: {check: duplicate}}\n")
    )
    rule = next(rule for rule in loaded.rules if rule.id == "r")
    assert (rule.plain.check.id, rule.plain.help) == ("duplicate", "")


def test_a_mistake_in_an_extended_file_is_said_there(folder):
    write(folder, "audit: 1\nrules: {x: {check: nothing-known}}\n", "sub/wrong.yml")
    with pytest.raises(RuleError, match=r"^sub/wrong.yml:2:20: unknown check"):
        load(write(folder, "audit: 1\nextends: [./sub/wrong.yml]\n"))


def test_files_extend_relative_to_themselves(folder):
    write(folder, "audit: 1\nextends: [../base.yml]\n", "sub/more.yml")
    assert len(load(write(folder, "audit: 1\nextends: [./sub/more.yml]\n")).rules) == 2


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("../audit.yml", "lies outside of the folder of the rules file"),
        ("/etc/hosts.yml", "must be relative to this file"),
        ("./link.yml", "lies outside of the folder"),
        ("./none.yml", "cannot be read: No such file"),
        ("./pipe.yml", "is not a file"),
        ("./audit.yml", "extends itself, in a circle"),
        ("./circle.yml", "extends itself, in a circle"),
        ("./a\\0.yml", "null"),
    ],
)
def test_what_cannot_be_extended(tmp_path, wanted, said):
    here = tmp_path / "here"
    here.mkdir()
    (tmp_path / "outside.yml").write_text("audit: 1\n")
    (here / "link.yml").symlink_to(tmp_path / "outside.yml")
    os.mkfifo(here / "pipe.yml")
    write(here, "audit: 1\nextends: [./audit.yml]\n", "circle.yml")
    with pytest.raises(RuleError, match=said):
        load(write(here, f'audit: 1\nextends: ["{wanted}"]\n'))


def test_many_files_that_extend_each_other_are_stopped(tmp_path):
    for number in range(9):
        write(
            tmp_path,
            f"audit: 1\nextends: [./{number + 1}.yml, ./{number + 1}.yml]\n",
            f"{number}.yml",
        )
    write(tmp_path, "audit: 1\n", "9.yml")
    with pytest.raises(RuleError, match="extends too many files"):
        load(str(tmp_path / "0.yml"))


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path):
    with pytest.raises(RuleError, match=r"^.*none.yml: cannot be read: No such file or directory$"):
        load(str(tmp_path / "none.yml"))


def test_the_nearest_file_is_found_upwards(folder):
    path = write(folder, "audit: 1\n")
    assert find(str(folder / "sub")) == path
    assert find(str(folder / "sub" / "document.txt")) == path


# ---- overrides and variants ----------------------------------------------------------------------

OVERRIDDEN = """\
audit: 1
rules:
  r: {check: similar, threshold: 0.5, severity: warning, paths: ["**/*.txt"]}
overrides:
  - {paths: [old/**], rules: {r: {threshold: 0.9}}}
  - {paths: [old/loud/**], rules: {r: error}}
  - {paths: ["**/silent/**"], rules: {r: off}}
  - {paths: [new/**], rules: {r: {message: "like {other}"}}}
"""


def severities(text, path):
    """Return variant and severity of every finding that a violation at *path* becomes."""
    violation = Violation(location=Location(path=path), values={"other": "x"}, key=("k",))
    found = [(v.check.threshold, v.finding(violation)) for v in rules(text).variants()]
    return [(threshold, str(finding.severity)) for threshold, finding in found if finding]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("a.txt", [(0.5, "warning")]),
        ("old/a.txt", [(0.9, "warning")]),
        ("old/loud/a.txt", [(0.9, "error")]),
        ("old/loud/silent/a.txt", []),
        ("silent/a.txt", []),
        ("a.md", []),
    ],
)
def test_exactly_one_variant_is_in_force_at_a_path(path, wanted):
    assert severities(OVERRIDDEN, path) == wanted


def test_messages_differ_without_another_variant():
    loaded = rules(OVERRIDDEN)
    assert [variant.id for variant in loaded.variants()] == ["r", "r#1"]
    finding = loaded.variants()[0].finding(
        Violation(location=Location(path="new/a.txt"), values={"other": "{score}"}, key=())
    )
    assert finding.message == "like {score}"


def test_a_rule_that_is_off_may_be_on_somewhere():
    text = "audit: 1\nrules: {r: {check: similar, threshold: 0.5, severity: off}}\n"
    assert rules(text).variants() == ()
    text += "overrides: [{paths: [in/**], rules: {r: error}}]\n"
    assert severities(text, "in/a.txt") == [(0.5, "error")]
    assert severities(text, "out/a.txt") == []


def test_too_many_forms_are_refused():
    text = "audit: 1\nrules: {r: {check: similar, contains: 0.5}}\noverrides:\n"
    for number in range(7):
        text += f"  - {{paths: ['*{number}*'], rules: {{r: {{words: {number + 60}}}}}}}\n"
        text += f"  - {{paths: ['*{number}*'], rules: {{r: {{below: 0.{number + 1}}}}}}}\n"
        text += f"  - {{paths: ['*{number}*'], rules: {{r: {{contains: 0.{number + 1}}}}}}}\n"
    with pytest.raises(RuleError, match="more than 64 different forms of “r”"):
        rules(text)


# ---- findings ------------------------------------------------------------------------------------


def test_a_message_is_filled_once_and_braces_stay():
    text = "audit: 1\nrules: {r: {check: duplicate, message: 'a { b } {other} {{relation}}'}}\n"
    (variant,) = rules(text).variants()
    violation = Violation(
        location=Location(path="a"), values={"other": "{relation}", "relation": "bytes"}, key=("k",)
    )
    assert variant.finding(violation).message == "a { b } {relation} {bytes}"


@pytest.mark.parametrize(
    ("count", "said"),
    [("1", "1 place was hit {x"), ("2", "2 places were hit {x"), ("0", "0 places were hit {x")],
)
def test_a_word_follows_its_number(count, said):
    assert filled("{count} {count:place was|places were} hit {x", {"count": count}) == said


def test_the_fingerprint_knows_the_rule_and_every_part():
    keys = [("a", "b"), ("ab",), ("a", "b", ""), ("b", "a"), ()]
    prints = {fingerprint("r", key) for key in keys} | {fingerprint("s", ("a", "b"))}
    assert len(prints) == 6
    assert all(len(one) == 16 and int(one, 16) >= 0 for one in prints)
    assert fingerprint("exact-duplicate", ("a", "b")) == "dd1b896dad7a2031"


def test_today_is_given():
    text = "audit: 1\nrules: {r: {check: date, before: today}}\n"
    (variant,) = rules(text).variants(dt.date(2024, 12, 31))
    assert variant.check.before == "2024-12-31"


def test_the_digest_is_that_of_the_meaning():
    one = rules("audit: 1\nrules:\n  r: {check: duplicate, compare: text, help: a}\n")
    same = rules(
        "audit: 1\n# said otherwise\nrules:\n  r:\n    compare: 'text'\n    check: duplicate\n"
    )
    other = rules("audit: 1\nrules: {r: {check: duplicate, compare: bytes}}\n")
    assert one.digest == same.digest
    assert one.digest != other.digest


def test_rules_can_be_selected():
    text = (
        "audit: 1\nrules: {a: {check: duplicate}, b: {check: duplicate}, c: {check: duplicate}}\n"
    )
    loaded = rules(text)
    assert [rule.id for rule in loaded.narrowed(["c", "a"], []).rules] == ["a", "c"]
    assert [rule.id for rule in loaded.narrowed([], ["b"]).rules] == ["a", "c"]
    with pytest.raises(UsageError, match="unknown rule “aa”; did you mean"):
        rules("audit: 1\nrules: {aaa: {check: duplicate}}\n").narrowed(["aa"], [])


def test_records_describe_the_rules():
    (record,) = rules("audit: 1\nrules: {r: {check: duplicate, severity: error}}\n").records
    assert (record.id, record.check, str(record.severity)) == ("r", "duplicate", "error")
    assert record.summary == "Two documents are copies of each other."
