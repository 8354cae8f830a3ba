"""Titles of acts and bills among the other claims of their texts."""

import json

import pytest

from audit.extractors import extract_all

BILL = (
    "Harbour Assembly\nBills\n\nHOUSE BILL No. 12\n\n"
    "  1        A BILL FOR\n  2  An Act relating to ferry bells;\n  3  and to their ropes.\n"
    "  4  Be it enacted by the people of the quay:\n  5  Section 1. Bells are rung.\n"
)


def titles(evidence):
    return [c for c in evidence.claims if c.property == "title" and c.extractor == "act"]


def test_the_long_title_is_the_title(document):
    evidence = extract_all(document(BILL))
    (claim,) = titles(evidence)
    assert claim.chosen
    assert claim.normalized == "An Act relating to ferry bells; and to their ropes."
    assert claim.line == 7
    assert claim.value == BILL[claim.start : claim.end]
    assert claim.value.startswith("2  An Act")


def test_the_name_that_an_act_gives_itself_goes_before_it(document):
    evidence = extract_all(document(BILL + "This act may be cited as the Ferry Bell Act.\n"))
    long, short = titles(evidence)
    assert (long.chosen, short.chosen) == (False, True)
    assert short.normalized == "Ferry Bell Act"


def test_a_cut_title_says_so(document):
    text = "AN ACT relating to bells;\n" + "amending the rules of ropes;\n" * 13
    (claim,) = titles(extract_all(document(text)))
    assert "cut behind its first clauses" in claim.reason


def test_prose_about_acts_is_none(document):
    assert not titles(extract_all(document("An act of kindness\nThe act may be cited often.\n")))


def test_what_stands_above_an_act_is_near_its_title(document):
    """However like a headline an item of the menu or a line of the bill is."""
    menu = "Home\nBills\nBack to School Program\nPublications\n" + "Quay Hall\n" * 30
    head = "H. B. 28\n(By Senator Ada Lind)\n[Introduced February 20, 2015; referred]\n"
    body = (
        "AN ACT relating to ferry bells;\nand to their ropes.\n" + "Bells are rung at noon.\n" * 40
    )
    late = "The bells of the old quay\nof June 2, 1915, are kept.\n"
    evidence = extract_all(document(menu + head + body + late))
    chosen = {c.property: c.normalized for c in evidence.claims if c.chosen}
    assert chosen["title"] == "AN ACT relating to ferry bells; and to their ropes."
    assert chosen["issued"] == "2015-02-20"


def test_the_day_of_its_first_reading_is_that_of_an_act(document):
    head = "HOUSE BILL 12\n\nRead first time 01/19/15.  Referred to Committee on Bells.\n\n"
    body = (
        "AN ACT relating to ferry bells;\nand to their ropes.\n" + "Bells are rung at noon.\n" * 9
    )
    chosen = {
        c.property: c.normalized for c in extract_all(document(head + body)).claims if c.chosen
    }
    assert chosen["issued"] == "2015-01-19"


def test_an_act_of_several_legislatures_is_no_furniture(here):
    """The same title stands in bills of different sites, whose pages have little else in common."""
    title = "AN ACT relating to the bells of ferries and to the ropes by which they are rung;"
    (here.cwd / "input").mkdir()
    for name in ("north", "south", "west", "east"):
        words = [f"{name}{sign}" for sign in "abcdefghijklmnopqrstuvwxyz"]
        own = "".join(f"{' '.join(words[at:])} at {word}.\n" for at, word in enumerate(words))
        text = f"{name.title()} Assembly\n\n{title}\nand for no other purpose at all.\n\n{own}"
        (here.cwd / "input" / f"{name}.txt").write_text(text)
    out = here("check", "input", "-f", "jsonl", "-q", "--no-catalogue").out
    rows = [json.loads(line) for line in out.splitlines()]
    titles = [row for row in rows if row.get("property") == "title" and row["chosen"]]
    assert [row["extractor"] for row in titles] == ["act"] * 4
    assert any(row["type"] == "boilerplate" for row in rows)


def test_who_brings_an_act_in_is_its_creator(document):
    head = "Introduced by Senators Lind,\nDahl and May Roe\n\nBy Ada Berg\n\n"
    evidence = extract_all(document("HOUSE BILL No. 12\n\n" + head + BILL))
    chosen = [c for c in evidence.claims if c.property == "creator" and c.chosen]
    assert [c.normalized for c in chosen] == ["Lind", "Dahl", "May Roe"]
    assert {c.line for c in chosen} == {3, 4}
    assert all(c.reason == "brings the act in" for c in chosen)


def test_an_article_alone_above_its_bill_begins_the_title(document):
    text = "May 8, 1928\n\n\nA\nbill to require ferry bells\n\nand\n\ntheir ropes.\n\nSection 1.\n"
    (claim,) = titles(extract_all(document(text)))
    assert claim.normalized == "A bill to require ferry bells and their ropes."
    assert claim.line == 4


def test_the_name_with_its_year_above_the_long_title_is_the_title(document):
    head = "Town Libraries (Fees) Act 1921\n1921 CHAPTER 12\n\n"
    body = "An Act to provide for town libraries and for connected purposes.\n[14 May 1921]\n"
    evidence = extract_all(document(f"{head}{body}\n1 Libraries are free\n"))
    chosen = {c.property: c.normalized for c in evidence.claims if c.chosen}
    assert chosen["title"] == "Town Libraries (Fees) Act 1921"
    assert chosen["issued"] == "1921-05-14"


@pytest.mark.parametrize(
    "line",
    [
        *("See also the Ferry Act 1921", "The council may act 1921", "Act 1921"),
        *("HOUSE BILL 1356", "Engrossed Senate Bill 2010"),
    ],
)
def test_a_line_that_only_speaks_of_an_act_is_no_name_of_it(document, line):
    body = "An Act to provide for town libraries and for connected purposes.\n"
    evidence = extract_all(document(f"{line}\n\n{body}\n1 Libraries are free\n"))
    (claim,) = [claim for claim in titles(evidence) if claim.chosen]
    assert claim.normalized.startswith("An Act to")


def test_a_law_in_a_later_wording_has_its_first_day_and_its_last_change(document):
    text = (
        "Gesetz über die Büchereien der Stadt\n\nAusfertigungsdatum: 14.03.2011\nVollzitat:\n"
        '"Büchereigesetz in der Fassung der Bekanntmachung vom 7. Juni 2016 (GVBl. S. 412)"\n'
        "Stand: Neugefasst durch Bek. v. 7.6.2016 S. 412;\n"
        "       zuletzt geändert durch Art. 3 G v. 19.12.2022 S. 801\n\n"
        "§ 1 Die Büchereien der Stadt stehen jedermann offen und dienen der Bildung.\n"
    )
    chosen = {c.property: c.normalized for c in extract_all(document(text)).claims if c.chosen}
    assert (chosen["issued"], chosen["modified"]) == ("2011-03-14", "2022-12-19")


def test_the_day_of_a_law_of_the_union_that_is_cited_is_not_that_of_the_text(document):
    text = (
        "Terms of the reading room\n\nBooks are read at the tables, and nobody takes them home.\n\n"
        '"Directive" means Directive 96/9/EC of the European\n'
        "Parliament and of the Council of 11 March 1996 on the protection\nof collections.\n"
    )
    evidence = extract_all(document(text))
    assert not [c for c in evidence.claims if c.property == "issued" and c.chosen]


@pytest.mark.parametrize(
    "said",
    ["Introduced and read first time:", "Read first time", "Prefiled", "Read the first time on"],
)
def test_the_day_on_which_an_act_was_brought_in_is_its_day(document, said):
    text = (
        f"SENATE BILL 40\n\nBy: Senators Berg, Lind, Ray, and Holm\n\n{said} January 20, 2015\n\n"
        "Assigned to: Finance\n\nA BILL ENTITLED\n\nAN ACT concerning the ferry bells of Lindby\n\n"
        "FOR the purpose of requiring certain ferries to ring certain bells; and generally\n"
        "relating to the bells of the harbour from October 1, 2016.\n"
    )
    claims = extract_all(document(text)).claims
    assert [c.normalized for c in claims if c.chosen and c.property == "issued"] == ["2015-01-20"]
