import msgspec
import pyarrow as pa
import pytest

from audit.checks import MOST
from audit.checks.text import Text, Wanted
from audit.observe import Observe
from audit.tables import OBSERVATIONS

PIECES = ("starts", "lines", "columns")


def watch(world, check, texts, rule="the-rule", pieces=(None, None, None)):
    """Fill documents, texts and observations as a run would; all texts stand in like *pieces*."""
    for doc, text in texts.items():
        world.document(doc, f"{doc}.txt")
        world.add("texts", doc=doc, text=text)
    paths = [f"{doc}.txt" for doc in texts]
    columns = {"doc": list(texts), "path": paths, "text": list(texts.values())}
    columns |= {name: [piece] * len(texts) for name, piece in zip(PIECES, pieces, strict=True)}
    batch = pa.RecordBatch.from_pydict(columns)
    for row in Observe(((rule, check),))(batch).to_pylist():
        world.add("observations", **row)
    return world


def test_every_place_of_what_is_forbidden(world):
    check = Text(forbid=Wanted(contains=("[email protected]",), matches=r"\bTODO\b"))
    text = "One\n  [email protected] and TODO\n[email protected]\n"
    found = watch(world, check, {1: text, 2: "clean"}).ask(check)
    places = [(one.location.line, one.location.column, one.values["match"]) for one in found]
    assert places == [(2, 3, "[email protected]"), (2, 25, "TODO"), (3, 1, "[email protected]")]
    assert len({one.key for one in found}) == 3
    assert {one.values["count"] for one in found} == {"3"}


def test_one_finding_a_document(world):
    check = Text(forbid=Wanted(contains=("x",)), each="document")
    (one,) = watch(world, check, {1: "a\nx\nx x"}).ask(check)
    assert (one.location.line, one.values["count"]) == (2, "3")


def test_the_key_does_not_know_lines(world):
    check = Text(forbid=Wanted(contains=("x",)))
    watch(world, check, {1: "a\nx"})
    (before,) = world.ask(check)
    (after,) = watch(type(world)(), check, {1: "a\nb\nc x"}).ask(check)
    assert before.key == after.key


def test_the_line_is_that_of_the_file_a_person_opens(world):
    check = Text(forbid=Wanted(contains=("wall",)))
    watch(world, check, {1: "The harbour\nwall"}, pieces=([0, 12], [40, 44], [7, 3]))
    place = world.ask(check)[0].location
    assert (place.line, place.column, place.end_line, place.end_column) == (44, 3, 44, 7)
    assert (place.start, place.end) == (12, 16)


def test_other_rules_are_not_looked_at(world):
    check = Text(forbid=Wanted(contains=("x",)))
    assert watch(world, check, {1: "x"}, rule="another").ask(check) == []


def test_every_text_that_is_required(world):
    check = Text(require=Wanted(contains=("Digitised by", "Town Library")))
    found = watch(world, check, {1: "Digitised by the Town Library", 2: "Digitised by us", 3: ""})
    assert [(one.location.path, one.values["missing"]) for one in found.ask(check)] == [
        ("2.txt", "Town Library"), ("3.txt", "Digitised by"), ("3.txt", "Town Library"),
    ]  # fmt: skip


def test_a_pattern_that_is_required(world):
    check = Text(require=Wanted(matches=r"No\. \d+"))
    found = watch(world, check, {1: "No. 7", 2: "No. seven"}).said(check)
    assert found == [("2.txt", 1, r"“No\. \d+”")]


def test_files_that_are_no_texts_lack_nothing(world):
    check = Text(require=Wanted(contains=("x",)))
    world.document(1, "scan.png", state="fixity-only")
    assert world.ask(check) == []


@pytest.mark.parametrize(
    ("check", "text", "breaks"),
    [
        (Text(forbid=Wanted(contains=("x",))), "x", True),
        (Text(forbid=Wanted(contains=("x",))), "y", False),
        (Text(require=Wanted(contains=("x", "y"))), "x", True),
        (Text(require=Wanted(contains=("x", "y"))), "yx", False),
        (Text(require=Wanted(matches="x+")), "y", True),
        (Text(require=Wanted(matches="x+")), "xx", False),
    ],
)
def test_a_text_alone(check, text, breaks):
    assert check.breaks(text) is breaks


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either"),
        ({"forbid": {"contains": ["a"]}, "require": {"contains": ["a"]}}, "either"),
        ({"forbid": {}}, "give"),
        ({"forbid": {"contains": [""]}}, "empty text"),
        ({"forbid": {"matches": "x*"}}, "empty text"),
        ({"forbid": {"matches": "("}}, "not a pattern"),
        ({"require": {"contains": ["a"], "matches": "b"}}, "either"),
    ],
)
def test_refused(options, said):
    with pytest.raises(msgspec.ValidationError, match=said):
        msgspec.convert(options, Text)


def test_observations_have_the_columns_of_their_table():
    batch = pa.RecordBatch.from_pydict({name: [] for name in ("doc", "path", "text", *PIECES)})
    assert Observe(())(batch).schema.names == list(OBSERVATIONS.columns)


def test_damaged_characters_are_located_and_explained(world):
    check = Text(forbid=Wanted(damage=("mojibake", "controls")))
    text = "sound\nitâ€™s a cafÃ©\n\nIt\x92s\n"
    found = watch(world, check, {1: text}).ask(check)
    assert [(one.location.line, one.location.column, one.values["note"]) for one in found] == [
        (2, 3, "would be ’, UTF-8 read as windows-1252"),
        (2, 13, "would be é, UTF-8 read as windows-1252"),
        (4, 3, "U+0092, in windows-1252 “’”"),
    ]
    assert {one.values["lines"] for one in found} == {"lines 2 and 4", "line 2", "line 4"}


def test_one_finding_a_document_names_its_first_lines(world):
    check = Text(forbid=Wanted(damage=("replaced",)), each="document")
    text = "\ufffd\n\n\ufffd \ufffd\n\ufffd\n\ufffd\n\ufffd\n"
    (one,) = watch(world, check, {1: text}).ask(check)
    assert (one.values["count"], one.values["lines"]) == ("6", "lines 1, 3, 4, 5 and 1 more")


def test_how_many_places_there_are_is_not_said_where_nobody_counted_them(world):
    check = Text(forbid=Wanted(damage=("controls",)), each="document")
    texts = {1: "bell\x01" * (MOST + 1), 2: "bell\x01" * (MOST - 1)}
    found = watch(world, check, texts).ask(check)
    assert [one.values["count"] for one in found] == ["1000 or more", "999"]


def test_damage_cannot_be_required():
    with pytest.raises(ValueError, match="damage can only be forbidden"):
        Text(require=Wanted(damage=("quotes",)))
