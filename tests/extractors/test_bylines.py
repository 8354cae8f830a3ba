"""Who wrote a text, where no word at the beginning of a line says so."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.extractors import extract_all

TITLE = "The bell of the old ferry comes home"
PROSE = (
    "The bell of the old ferry came home on a dull morning, when nobody at the harbour thought of"
    " it. Those who know the piers say that people spoke of the ferry all the week long.\n\n"
    "The harbour master said that the bell will be remembered for years by everybody who was"
    " there, and by those who only heard of it from others later on.\n"
)


def creators(document, line, prose=PROSE, **changes):
    claims = extract_all(document(f"{TITLE}\n\n{line}\n\n{prose}", **changes)).claims
    return [claim for claim in claims if claim.property == "creator"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Grey | 12 June 1921", ["Jane Grey"]),
        ("Jane Grey, 12 June 2021", ["Jane Grey"]),
        ("Jane Grey, 12 June 2021, 10:30", ["Jane Grey"]),
        ("Nagy Katalin | 2021. június 12.", ["Nagy Katalin"]),
        ("Jane Grey – 12 June 2021", ["Jane Grey"]),
        ("Jane Grey - 12.06.2021", ["Jane Grey"]),
        ("Jane Grey (12 June 2021)", ["Jane Grey"]),
        ("Jane Grey | Monday, 12 June 2021", ["Jane Grey"]),
        ("Jane Grey · 12 June 2021 · 5 min read", ["Jane Grey"]),
        ("Jane Grey and John Hill | 12 June 2021", ["Jane Grey", "John Hill"]),
        ("Jane Grey\n12 June 2021", ["Jane Grey"]),
        ("12 June 2021\nJane Grey", ["Jane Grey"]),
        ("Jane Grey\non\n12 June 2021", ["Jane Grey"]),
        ("Max Berg Stand: 12. Juni 2021", ["Max Berg"]),
        ("Jeanne Gris | lundi 12 juin 2021 à 10h30", ["Jeanne Gris"]),
        ("Anna Nowak | 12.06.2021 r.", ["Anna Nowak"]),
        ("Łukasz Żuk, 12 czerwca 2021, 10:30", ["Łukasz Żuk"]),
        ("Олег Петров | 12 июня 2021", ["Олег Петров"]),
        ("Γιώργος Παπάς | 12 Ιουνίου 2021", ["Γιώργος Παπάς"]),
        ("Mehmet Öz | 12 Haziran 2021", ["Mehmet Öz"]),
        ("12 June 2021 by Jane Grey", ["Jane Grey"]),
        ("12 June 2021, 10:30 · by Jane Grey · 5 comments", ["Jane Grey"]),
        ("Posted on 12 June 2021 by Jane Grey in News", ["Jane Grey"]),
        ("Posted on 12 June 2021 by harbourmouse", ["harbourmouse"]),
        ("Veröffentlicht am 12. Juni 2021 von Max Berg", ["Max Berg"]),
        ("Le 12 juin 2021 à 10h30 par Jeanne Gris", ["Jeanne Gris"]),
        ("Eine Kolumne von Max Berg", ["Max Berg"]),
        ("A review by Jane Grey", ["Jane Grey"]),
        ("Gepostet von Max Berg | Kultur", ["Max Berg"]),
        ("Opinion Jane Grey", ["Jane Grey"]),
        ("Essay von Tove Lund", ["Tove Lund"]),
        ("12 June 2021 by Tove Lund", ["Tove Lund"]),
        ("12 June 2021 · by Gullwing", ["Gullwing"]),
        ("Themenstarter Gullwing", ["Gullwing"]),
    ],
)
def test_a_name_beside_the_day_or_below_the_headline_wrote_it(document, line, names):
    found = creators(document, line)
    assert [claim.normalized for claim in found if claim.chosen] == names
    assert all(claim.value == claim.normalized for claim in found)


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Gazette | 12 June 2021",
        "News | 12 June 2021",
        "Lindby | 12 June 2021",
        "New York | 12 June 2021",
        "Buenos Aires, 12 de junio de 2021",
        "Bad Homburg, 12.06.2021",
        "Town Library | 12 June 2021",
        "Press Release | 12 June 2021",
        "Local History | 12 June 2021",
        "Harbour Master | 12 June 2021",
        "Lindby Hafen, 12. Juni 2021",
        "12 June 2021 by train",
        "12 June 2021 by popular demand",
        "Monday, 12 June 2021 by the harbour master",
        "Report this post",
        "编辑 锁定\n2021年6月12日",
        "Ferry Bell | 12 June 2021",
        "Village Hall, 12 June 2021, 7.30 pm",
        "Band Practice | 12 June 2021",
        "Offene Sitzung | 12. Juni 2021",
        "Нижний Новгород | 12 июня 2021",
        "Liebe Leser\n12. Juni 2021",
        "Tekst Kari Nordmann | 12. juni 2021",
        "Της Ελένης Παππά\n12 Ιουνίου 2021",
        "Alexandra Palace | 12 June 2021",
        "Prince Edward Island, 12 June 2021",
        "Karl Marx Platz, 12. Juni 2021",
        "Martin Luther King Day | 18 January 2021",
        "Jane Grey | 12 June 2021 to 3 August 2021",
        "12 June 2021 by Ferry",
        "12 June 2021 by Appointment Only",
        "Stand 12. Juni 2021 von Amts wegen",
        "Opinion Poll",
        "Column Left",
        "Review Copies",
        "Report Annual General Meeting",
        "Feature Films of the Week",
        "Analysis by Region",
        "Report by Tuesday",
        "Kritik von Anwohnern an der Brücke",
        "Ada Moe, 12 June 2001\nMax Berg, 3 May 2004\nJohn Hill, 1 May 2010",
    ],
)
def test_a_place_a_section_and_the_matter_itself_wrote_nothing(document, line):
    assert [claim for claim in creators(document, line) if claim.chosen] == []


@pytest.mark.parametrize(
    "line", ["12 June 2021 by    | News", "12 June 2021 von \u3000\u3000| News"]
)
def test_blanks_behind_a_word_that_introduces_a_name_are_none(document, line):
    evidence = extract_all(document(f"{TITLE}\n\n{line}\n\n{PROSE}"))
    assert evidence.problems == ()
    assert [claim for claim in evidence.claims if claim.property == "creator"] == []


def test_a_name_of_whom_the_text_tells_wrote_nothing(document):
    told = f"The bell was found by Mrs Grey, who lives at the pier, on Monday morning. {PROSE}"
    assert creators(document, "Jane Grey | 12 June 2021", told) == []


def test_a_name_alone_is_kept_and_not_chosen_unless_it_stands_again(document):
    (alone,) = creators(document, "Jane Grey")
    assert (alone.chosen, alone.confidence) == (False, 0.42)
    (again,) = creators(document, "Jane Grey", f"{PROSE}\nJane Grey lives in Lindby.\n")
    assert (again.chosen, again.reason) == (
        True,
        "a name alone below the headline, and again elsewhere",
    )


def test_who_is_introduced_goes_before_who_stands_beside_the_day(document):
    found = creators(document, "By Ada Moe\nJane Grey | 12 June 2021")
    assert [claim.normalized for claim in found] == ["Ada Moe"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Amelie Marie Ray Feb 12, 2019", "Amelie Marie Ray"),
        ("Von Sonja Berg Erstellt am 3. Mai 2020", "Sonja Berg"),
        ("By Jane Mayer 2020", "Jane Mayer"),
    ],
)
def test_the_month_of_a_day_is_no_part_of_a_name(document, line, name):
    assert [claim.normalized for claim in creators(document, line) if claim.chosen] == [name]


@pytest.mark.parametrize(
    "headline",
    ["Exhibition of boats opens", "Minutes of the harbour board", "A wedding at the old pier"],
)
@pytest.mark.parametrize("line", ["Jane Grey | 12 June 2021", "Jane Grey\n12 June 2021"])
def test_who_stands_beside_the_day_of_an_event_did_not_write_of_it(document, headline, line):
    claims = extract_all(document(f"{headline}\n\n{line}\n\n{PROSE}")).claims
    found = [claim for claim in claims if claim.property == "creator"]
    assert [(claim.normalized, claim.chosen) for claim in found] == [("Jane Grey", False)]


SIGNS = (
    "|",
    "·",
    ",",
    " - ",
    "(",
    ")",
    "\n",
    "\n\n",
    " ",
    "   ",
    "\xa0\xa0",
    "…",
    "\u202e",
    "\u0301",
)
WORDS = (
    *("Jane", "Grey", "Max Berg", "12 June 2021", "10:30", "Eine Kolumne von", "A review by", "in"),
    *("News", "编辑", "Олег Петров", "am", "to", "Posted on", "By", PROSE),
)
PIECES = st.lists(st.sampled_from(SIGNS) | st.sampled_from(WORDS), max_size=6)


@settings(
    max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    before=PIECES, cue=st.sampled_from(("", " by")), gap=st.text(" |,", max_size=4), after=PIECES
)
def test_names_around_a_day_are_words_of_the_text(document, before, cue, gap, after):
    line = f"{' '.join(before)}12 June 2021{cue}{gap}{''.join(after)}"
    text = f"{TITLE}\n{line}\n{PROSE}"
    evidence = extract_all(document(text))
    assert evidence.problems == ()
    for claim in evidence.claims:
        if claim.property == "creator":
            assert claim.value == text[claim.start : claim.end]
            assert claim.normalized


MANY = (
    *("Ann Berg", "Per Dahl", "Ida Lund", "Karl Lind", "Rosa Holm", "Olaf Ness", "Eva Strand"),
    *("Jens Vik", "Mia Sund", "Nils Haug", "Tora Moe", "Leif Aas", "Gro Bakke", "Dag Fjeld"),
)


@pytest.mark.parametrize(
    "byline",
    [
        f"by {', '.join(MANY[:-1])} and {MANY[-1]}",
        f"By {'; '.join(MANY)}",
        f"Authors: {' and '.join(MANY)}",
        "By " + ",\n   ".join(MANY[:-1]) + f"\n   and {MANY[-1]}",
    ],
)
def test_nobody_of_a_long_byline_is_left_out(document, byline):
    assert [c.normalized for c in creators(document, byline) if c.chosen] == list(MANY)


@pytest.mark.parametrize(
    "line",
    [
        f"By {', '.join(MANY)}, nobody was sure whether the ferry bell had been rung in the winter",
        f"By the old ferry stage {', '.join(MANY)} waited for the bell until it was rung twice",
    ],
)
def test_a_long_sentence_is_no_byline(document, line):
    assert not [claim for claim in creators(document, line) if claim.chosen]


@pytest.mark.parametrize(
    "line",
    [
        "By Sunday the harbour master had learned to look first and draw afterwards.",
        "By noon on that day the boats had all come and gone. The memory of a bell",
        "By then the bell is slower than the boats, and it holds its note.",
    ],
)
def test_a_sentence_that_begins_like_a_byline_names_nobody(document, line):
    assert creators(document, line) == []
