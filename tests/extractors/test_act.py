"""Titles of acts and bills among the other claims of their texts."""

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
