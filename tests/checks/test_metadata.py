import msgspec
import pytest

from audit.checks.metadata import Field, Metadata
from audit.model import Location


@pytest.fixture
def page(world):
    world.document(1, "a.txt")
    return world


def asked(**fields):
    return Metadata(fields=fields)


def test_what_is_missing_is_said_at_the_first_line(page):
    assert page.said(asked(title="required", rights="optional")) == [
        ("a.txt", 1, "title: not stated")
    ]


def test_a_candidate_that_was_not_chosen_states_nothing(page):
    page.add(
        "claims",
        doc=1,
        property="title",
        value="Perhaps",
        normalized="Perhaps",
        chosen=False,
        confidence=0.3,
        reason="a line by itself",
    )
    page.add(
        "claims",
        doc=1,
        number=7,
        property="title",
        value="Hardly",
        normalized="Hardly",
        chosen=False,
        confidence=0.1,
    )
    assert [text for *_, text in page.said(asked(title="required"))] == [
        "title: “Perhaps” is seen, but not chosen: a line by itself"
    ]
    page.add("claims", doc=1, number=1, property="title", value="The harbour wall")
    assert page.ask(asked(title="required")) == []


def test_evidence_of_one_origin(page):
    page.add("claims", doc=1, property="title", value="Found", origin="found")
    declared = Metadata(fields={"title": "required"}, evidence="declared")
    assert page.said(declared) == [("a.txt", 1, "title: not declared")]
    page.add("claims", doc=1, property="title", value="Said", origin="declared", chosen=False)
    assert page.ask(declared) == []


def test_what_is_hardly_believed_is_no_evidence(page):
    seen = {"property": "issued", "value": "3 May 2021", "normalized": "2021-05-03"}
    weak = {"origin": "found", "chosen": False, "confidence": 0.3, "reason": "a date of a comment"}
    page.add("claims", doc=1, **seen, **weak)
    found = Metadata(fields={"issued": "required"}, evidence="found")
    told = "issued: “3 May 2021” is seen, but not chosen: a date of a comment"
    assert page.said(found) == [("a.txt", 1, told)]
    early = Metadata(fields={"issued": Field(matches="1921.*")}, evidence="found")
    assert page.said(early) == []
    believed = weak | {"confidence": 0.6, "number": 1, "value": "4 May 2021"}
    page.add("claims", doc=1, **seen | believed)
    assert page.said(found) == []
    assert [text for *_, text in page.said(early)] == ["issued: “4 May 2021” does not fit 1921.*"]


def test_files_that_are_no_texts_must_only_be_declared(world):
    world.document(1, "scan.png", state="fixity-only")
    world.document(2, "gone.txt", state="unreadable")
    assert world.ask(asked(title="required")) == []
    declared = Metadata(fields={"title": "required"}, evidence="declared")
    assert [one.location.path for one in world.ask(declared)] == ["scan.png"]


@pytest.mark.parametrize(
    ("field", "value", "normalized", "wrong"),
    [
        (Field(among=("CC0-1.0", "no")), "no", "", ""),
        (Field(among=("CC0-1.0", "no")), "public", "CC0-1.0", ""),
        (
            Field(among=("CC0-1.0",)),
            "public",
            "PD",
            "rights: “public”, read as PD, is not one of CC0-1.0",
        ),
        (Field(among=("CC0-1.0",)), "PD", "PD", "rights: “PD” is not one of CC0-1.0"),
        (Field(matches=r"\d+"), "123", "", ""),
        (Field(matches=r"\d+"), "123a", "", r"rights: “123a” does not fit \d+"),
        (Field(type="url"), "https://town.example/a", "", ""),
        (Field(type="url"), "town.example", "", "rights: “town.example” is no url"),
        (Field(type="date"), "May 2024", "2024-05", ""),
        (Field(type="date"), "soon", "soon", "rights: “soon” is no date"),
        (Field(type="language"), "pt-BR", "", ""),
        (Field(type="email"), "desk@town.example", "", ""),
    ],
)
def test_values(page, field, value, normalized, wrong):
    page.add("claims", doc=1, property="rights", value=value, normalized=normalized, line=7)
    wanted = [("a.txt", 7, wrong)] if wrong else []
    assert page.said(asked(rights=field)) == wanted


def test_required_and_limited(page):
    assert len(page.ask(asked(rights=Field(required=True, among=("a",))))) == 1


def test_conflicts_are_shown_with_both_lines(page):
    page.add(
        "claims", doc=1, number=0, property="publisher", value="Town Museum", line=1, start=3, end=9
    )
    page.add("claims", doc=1, number=1, property="publisher", value="Harbour Office", line=9)
    page.add("conflicts", doc=1, property="publisher", number=0, other_number=1, reason="no word")
    (one,) = page.ask(Metadata(agree=True))
    assert one.values["reason"] == "“Town Museum” against “Harbour Office”: no word"
    assert (one.location.line, one.location.end, one.related[0].line) == (1, 9, 9)
    assert page.ask(Metadata(agree=True, fields={"title": "optional"})) == []
    assert len(page.ask(Metadata(agree=True, fields={"publisher": "optional"}))) == 1


def test_two_statements_in_the_same_words_are_quoted_once(page):
    for number in (0, 1):
        page.add("claims", doc=1, number=number, property="rights", value="CC BY, all reserved")
    page.add("conflicts", doc=1, property="rights", number=0, other_number=1, reason="both")
    (one,) = page.ask(Metadata(agree=True))
    assert one.values["reason"] == "“CC BY, all reserved”: both"


def test_what_date_asks_is_left_to_it(page):
    claims = [("issued", 3), ("issued", 3), ("captured", 1), ("issued", 8)]
    for number, (name, line) in enumerate(claims):
        page.add("claims", doc=1, number=number, property=name, line=line, value=f"{number}")
    for number, other in ((0, 0), (0, 1), (0, 2)):
        page.add("conflicts", doc=1, property="issued", number=number, other_number=other)
    assert page.ask(Metadata(agree=True)) == []
    page.add("conflicts", doc=1, property="issued", number=0, other_number=3)
    assert len(page.ask(Metadata(agree=True))) == 1


@pytest.mark.parametrize("part", ["fields", "markup", "sidecar"])
def test_two_days_in_one_line_contradict_each_other_outside_of_the_text(page, part):
    for number in (0, 1):
        page.add("claims", doc=1, number=number, property="created", line=1, value="x", part=part)
    page.add("conflicts", doc=1, property="created", number=0, other_number=1)
    assert len(page.ask(Metadata(agree=True))) == 1


def test_a_claim_of_the_file_beside_has_no_place_in_the_document(page):
    page.add("claims", doc=1, property="url", value="x", part="sidecar", line=12, start=5, end=6)
    (one,) = page.ask(asked(url=Field(type="url")))
    assert (one.location.line, one.location.end) == (1, 0)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "give"),
        ({"fields": {"date": "required"}}, "issued|Invalid"),
        ({"fields": {"title": {"matches": "("}}}, "matches: not a pattern"),
        ({"fields": {"title": {"in": [], "tyqe": "url"}}}, "unknown field"),
    ],
)
def test_refused(options, said):
    with pytest.raises(msgspec.ValidationError, match=said):
        msgspec.convert(options, Metadata)


def test_a_claim_is_shown_from_its_first_to_its_last_character(page):
    page.add("lines", doc=1, number=3, line=3, start=50, end=90)
    page.add("lines", doc=1, number=7, line=7, start=120, end=150)
    values = {"property": "publisher", "doc": 1}
    page.add("claims", number=0, value="Old Press", line=3, start=60, end=69, **values)
    page.add("claims", number=1, value="New Press", line=7, start=120, end=129, **values)
    page.add("conflicts", doc=1, property="publisher", number=0, other_number=1, reason="differs")
    (one,) = page.ask(Metadata(agree=True))
    assert one.location == Location(
        path="a.txt", line=3, column=11, end_line=3, end_column=20, start=60, end=69
    )
    assert one.related == (
        Location(path="a.txt", line=7, column=1, end_line=7, end_column=10, start=120, end=129),
    )


@pytest.mark.parametrize("part", ["markup", "sidecar"])
def test_a_claim_outside_of_the_text_has_a_line_and_no_characters(page, part):
    page.add("lines", doc=1, number=3, line=3, start=50, end=90)
    page.add("claims", doc=1, property="title", value="X", line=3, start=60, end=61, part=part)
    (one,) = page.ask(asked(title=Field(matches="Y")))
    line = 1 if part == "sidecar" else 3
    assert one.location == Location(path="a.txt", line=line, end_line=line)


def test_what_is_missing_says_what_was_seen_in_its_place(world):
    world.document(1, "a.txt")
    world.document(2, "b.txt")
    world.add(
        "claims", doc=1, property="language", chosen=False, reason="Latin script; install [lang]"
    )
    found = world.said(Metadata(fields={"language": "required"}))
    assert found == [
        ("a.txt", 1, "language: not stated: Latin script; install [lang]"),
        ("b.txt", 1, "language: not stated"),
    ]
    assert world.said(Metadata(fields={"language": Field(among=("en",))}, evidence="found")) == []


def test_what_is_lost_or_unresolved_is_not_told(world):
    world.document(1, "a.txt")
    lost = {"property": "contact", "value": "[email protected]", "normalized": "", "chosen": False}
    world.add("claims", doc=1, line=4, reason="lost at capture", **lost)
    world.add("claims", doc=1, number=1, property="contact", value="x", normalized="x", line=5)
    rule = Metadata(fields={"contact": Field(told=True)})
    assert world.said(rule) == [("a.txt", 4, "contact: “[email protected]”: lost at capture")]
    assert world.said(Metadata(fields={"contact": "optional"})) == []


def test_a_rule_sees_every_language_of_a_mixed_document(world):
    world.document(1, "a.txt")
    said = {"doc": 1, "property": "language", "origin": "found"}
    world.add("claims", **said, value="The crane", normalized="en", line=1)
    world.add("claims", **said, number=1, value="Der Kran", normalized="de", line=40, chosen=False)
    only_english = Metadata(fields={"language": Field(among=("en",))}, evidence="found")
    told = "language: “Der Kran”, read as de, is not one of en"
    assert world.said(only_english) == [("a.txt", 40, told)]


def test_a_value_that_is_declared_is_said_to_be(page):
    said = {"property": "language", "value": "Deutsch", "normalized": "de", "part": "sidecar"}
    page.add("claims", doc=1, origin="declared", line=2, **said)
    told = "language: “Deutsch”, declared, read as de, is not one of en"
    assert page.said(asked(language=Field(among=("en",)))) == [("a.txt", 1, told)]


def test_a_language_is_that_of_its_countries_too(page):
    page.add("claims", doc=1, property="language", value="en-GB", normalized="en-GB")
    page.add("claims", doc=1, number=1, property="language", value="DE-AT", normalized="DE-AT")
    assert page.ask(asked(language=Field(among=("de", "en")))) == []
    assert page.ask(asked(title=Field(among=("en",)))) == []
    (one,) = page.ask(asked(language=Field(among=("en-US", "DE-AT"))))
    assert one.values["reason"] == "“en-GB” is not one of en-US, DE-AT"


@pytest.mark.parametrize(
    ("extractor", "reason", "told"),
    [
        ("sidecar", "declared beside the document", "declared in line 3 of the file beside it"),
        (
            "metadata-csv",
            "declared in in/metadata.csv, line 3; also said by headline",
            "declared in in/metadata.csv, line 3",
        ),
    ],
)
def test_what_is_declared_is_told_with_its_line(page, extractor, reason, told):
    said = {"property": "title", "value": "Pier", "extractor": extractor, "reason": reason}
    page.add("claims", doc=1, origin="declared", part="sidecar", line=3, chosen=True, **said)
    page.add("claims", doc=1, number=1, property="title", value="Crane", line=7, chosen=False)
    page.add("conflicts", doc=1, property="title", number=0, other_number=1, reason="no word")
    within = Metadata(fields={"title": Field(among=("Crane",))})
    assert page.said(within) == [("a.txt", 1, f"title: “Pier”, {told}, is not one of Crane")]
    ((_, _, conflict),) = page.said(Metadata(agree=True))
    assert conflict == f"title: “Pier” against “Crane”: no word; the first is {told}"
