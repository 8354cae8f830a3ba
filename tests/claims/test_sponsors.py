"""Who brings an act in, as its own head says."""

import time

import pytest

from audit.claims.page import Page
from audit.claims.sponsors import names_sponsors, sponsors

TITLE = "AN ACT relating to ferry bells; and to their ropes.\nSection 1. Bells are rung.\n"


def named(document, head, title=TITLE):
    page = Page(document(f"HOUSE BILL No. 12\n\n{head}\n\n{title}"))
    assert page.act is not None
    return list(sponsors(page.text, page.top, page.act.start))


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Introduced by Senator Ada Lind", ["Senator Ada Lind"]),
        ("Introduced by\n\nAda Lind\n\n1928", ["Ada Lind"]),
        ("INTRODUCED BY LIND, J. DAHL, O'BERG AND McROE", ["LIND", "J. DAHL", "O'BERG", "McROE"]),
        (
            "Introduced by Reps. Lind, Dahl,\nBerg and Roe and referred to the\nCommittee.",
            ["Lind", "Dahl", "Berg", "Roe"],
        ),
        (
            (
                "May 3 - Introduced by Representatives Lind and Dahl, \ncosponsored by Senators "
                "Berg, A. Roe, \nHay. Referred to Committee on Quays."
            ),
            ["Lind", "Dahl", "Berg", "A. Roe", "Hay"],
        ),
        (
            "Introduced by Lind, 7; Dahl, 45;\n\nMay Roe, 28.\n\nRead first",
            ["Lind", "Dahl", "May Roe"],
        ),
        (
            (
                "Sponsored by Representatives LIND, VAN DAHL, Senators BERG; Repre-\nsentatives "
                "ROE, HAY (Presession filed.)"
            ),
            ["LIND", "VAN DAHL", "BERG", "ROE", "HAY"],
        ),
        (
            (
                "Sponsored by:\n\nAssemblywoman  ADA LIND\n\nDistrict 6 (Quay and Hallby)\n\n"
                "Assemblyman  BO DAHL\n\nDistrict 33 (Marsa)\n\n\nSYNOPSIS\nAbout bells, ropes"
            ),
            ["Assemblywoman ADA LIND", "Assemblyman BO DAHL"],
        ),
        (
            "Sponsors:\n\nRepresentatives Lind, Dahl, and\nB. Roe (Primary Sponsors).\n\nFor all",
            ["Lind", "Dahl", "B. Roe"],
        ),
        ("SPONSORS: Rep. Lind, Quay 27; Rep. Dahl, Quay 10", ["Rep. Lind", "Rep. Dahl"]),
        (
            "(By Delegates Lind, Dahl,\n\n   Berg and Roe)\n\n[Introduced in May]",
            ["Lind", "Dahl", "Berg", "Roe"],
        ),
        ("By: Senator(s) Lind, Dahl (15th),\nBerg (2nd)", ["Lind", "Dahl", "Berg"]),
        ("By Committee on Bells and Ropes", ["Committee on Bells and Ropes"]),
        ("By Senator Lind and Mr. Speaker Dahl", ["Senator Lind", "Mr. Speaker Dahl"]),
        ("Introduced 2/20/1928, by Rep. Ada Lind, Jr.\n\nSYNOPSIS", ["Rep. Ada Lind, Jr."]),
        ("Introduced  by M. of A. LIND -- read once and\nreferred, as is, to all", ["LIND"]),
        ("COMMITTEE SUBSTITUTE\nFOR\nHOUSE BILL NO. 1436 By: Lind", ["Lind"]),
        ("Senate Bill 12 - By Lind and Dahl", ["Lind", "Dahl"]),
        (
            "HOUSE BILL 12 3 \n\n 4 \n\nBy: Representatives Lind, Dahl, 5 \nBerg, Roe 6 \n\n 7 \n",
            ["Lind", "Dahl", "Berg", "Roe"],
        ),
        ("SPONSORS: Rep. Lind, Quay 27\nRep. Dahl, Quay 10", ["Rep. Lind"]),
        ("Introduced by:\n\n(LAB)", []),
        ("Introduced by request of the harbour office, which had it printed", []),
        ("By the people of the quay", []),
    ],
)
def test_names_are_read_to_the_end_of_their_list(document, head, names):
    found = named(document, head)
    assert [one.name for one in found] == names


def test_a_name_is_where_it_is_said_to_be(document):
    page = Page(document(f"Introduced by Reps. Lind, May\nDahl, Roe\n\n{TITLE}"))
    found = list(sponsors(page.text, page.top, page.act.start))
    assert [page.text[one.start : one.end] for one in found] == ["Lind", "May\nDahl", "Roe"]


def test_who_is_named_far_above_or_in_the_act_itself_brings_nothing_in(document):
    head = "Introduced by Senator Lind\n" + "A line of the hall\n" * 120
    tail = TITLE + "Section 2.\nMore\nLines\nOf it\nStill\nIntroduced by Senator Dahl\n"
    assert named(document, head, tail) == []


def test_a_name_stands_once(document):
    assert len(named(document, "Introduced by Lind, Dahl\n\nSponsors: Dahl, Lind")) == 2


@pytest.mark.parametrize("line", ["By Ada Lind", "Sponsored content", "by hand", "Bylaws"])
def test_other_lines_name_no_sponsors(line):
    assert not names_sponsors(line)


@pytest.mark.parametrize("filler", [" ", " .", "\t\xa0", "- ", "(", " Reps."])
def test_hostile_lists_take_linear_time(document, filler):
    began = time.process_time()
    for size in (1_900, 200_000):
        head = f"Introduced by Dahl-{filler * (size // len(filler))}Roe,\nBerg,\nHay\n"
        page = Page(document(head + TITLE))
        list(sponsors(page.text, page.top, len(head)))
        assert time.process_time() - began < 3
