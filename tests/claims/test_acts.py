"""The long title of an act over the lines that it takes, and the name that it gives itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.claims.acts import LONGEST, long_title, may_be_act, short_title
from audit.claims.headline import Line


def lines(text):
    found, start = [], 0
    for row in text.split("\n"):
        words = row.strip()
        if words:
            at = start + row.index(words)
            found.append(Line(len(found), at, at + len(words), words))
        start += len(row) + 1
    return found


def title(text):
    found = long_title(lines(text))
    return found and found.words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "HOUSE BILL 12\n\nAN ACT relating to ferry\nbells; and to ropes.\n\nBe it enacted:",
            "AN ACT relating to ferry bells; and to ropes.",
        ),
        (
            (
                "  1        A bill to be entitled\n  2    An act relating to bells;\n"
                "  3    providing for ropes; naming\n  4    a keeper.\n  5  Be It Enacted:"
            ),
            "An act relating to bells; providing for ropes; naming a keeper.",
        ),
        (
            (
                "A BILL ENTITLED\n\nAN ACT concerning 1\n\nHarbours – Ferry Bell Act 2\n\n"
                "FOR the purpose of ringing 3\n"
            ),
            "AN ACT concerning Harbours – Ferry Bell Act",
        ),
        (
            "AN ACT TO RING BELLS AND TO1\nNAME A KEEPER.2\n3\n4\n",
            "AN ACT TO RING BELLS AND TO NAME A KEEPER.",
        ),
        (
            "AN ACT\n1Providing for bells, and\n2for ropes.\n3The General Assembly",
            "AN ACT Providing for bells, and for ropes.",
        ),
        (
            "A BILL FOR AN ACT\nRELATING TO BELLS.\nBE IT ENACTED",
            "A BILL FOR AN ACT RELATING TO BELLS.",
        ),
        (
            "A JOINT MEMORIAL\nREQUESTING A BELL\nFOR THE QUAY.\n\nWHEREAS, it",
            "A JOINT MEMORIAL REQUESTING A BELL FOR THE QUAY.",
        ),
        (
            "AN ACT relating to pre-\nsumptions\nof 21 O.S.\n2001, Section 3.\nSection 1. In",
            "AN ACT relating to presumptions of 21 O.S. 2001, Section 3.",
        ),
    ],
)
def test_long_titles(text, words):
    assert title(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "An act of kindness on the quay.",
        "A bill for the new bell has come.",
        "AN ACT\nof the harbour",
        "AN ACT",
        "an act relating to bells was read",
    ],
)
def test_what_only_begins_alike(text):
    assert title(text) is None


def test_a_title_of_a_page_is_cut_behind_a_clause():
    found = long_title(lines("AN ACT relating to bells;\n" + "amending the rules of ropes;\n" * 40))
    assert found.is_cut
    assert found.words.endswith("amending the rules of ropes")
    assert len(found.words) < LONGEST


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('This act may be cited as the "Ferry Bell Act".', "Ferry Bell Act"),
        (
            "4 Sec. 1. This Act shall be known and cited\n5 as the the\n6\tFerry Bell\n7 Act.",
            "Ferry Bell Act",
        ),
        ("Sections 5 and 6 may be cited as the bell act.", None),
        ("This article may be cited as the 'Ferry Bell Act'.", None),
        ("This act may be cited as", None),
    ],
)
def test_short_titles(text, words):
    found = short_title(text)
    assert (found and found.words) == words


@pytest.mark.parametrize(
    "text",
    [
        "A resolution to thank the pilots was read by Mrs Lund and was carried\nby all.",
        "An act to be proud of: the clerk rang the bell.",
        "A bill amounting to eleven pounds is on the table of the clerk\nand waits there.",
    ],
)
def test_a_sentence_about_a_resolution_is_no_title(text):
    assert title(f"MINUTES\n\n{text}\n\nNone.") is None


@pytest.mark.parametrize(
    "words",
    [
        "AN ACT relating to piers that were built before the harbour was dredged",
        "An act declaring what is a public quay, and how dues are paid",
        "A RESOLUTION honoring Ada Lund, who was born in Oldhaven",
    ],
)
def test_a_title_may_speak_of_what_was(words):
    assert title(f"HOUSE BILL 12\n\n{words}\n\nBe it enacted:") == words


@given(st.lists(st.sampled_from([*"anactbillresolutioncitedmemorial NIKİKſÉ“\udc80"])).map("".join))
def test_no_act_is_passed_over(text):
    words = ("an act", "a bill", "resolution", "memorial", "cited")
    for shown in (text, f"“Ac{text}", "A RESOLUTİON, a bİll, an \u212act", "The Cited“ A Bill"):
        assert may_be_act(shown) == any(word in shown.lower() for word in words)
