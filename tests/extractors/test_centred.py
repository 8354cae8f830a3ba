"""Lines in the middle of a page are its title, over all of their lines; blocks of text are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.claims.centred import centred
from audit.claims.headline import Line
from audit.extractors import extract_all

PROSE = (
    "   The inner harbour of Lindby is filled and emptied twice a day through one\n"
    "   gap between the moles, which is forty metres wide at low water. We hung\n"
    "   traps for sand in the gap, at three depths, and emptied them each tide.\n"
)
FURTHER = (
    "   What was caught was dried and weighed in the cellar of the customs house,\n"
    "   by two clerks who had nothing else to do in the winter. The scales were\n"
    "   lent by the pilots of the port, and were returned in the spring.\n\n"
    "   The sand of the outer bank is coarser than that of the basin. After each\n"
    "   storm from the west more of it was found, and after frost hardly any. We\n"
    "   do not know the reason, and nobody in the town could tell us one.\n"
)
PAGE = 78


def middle(*lines):
    return "".join(line.center(PAGE).rstrip() + "\n" for line in lines)


def lines_of(text):
    start, found = 0, []
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            first = start + indent
            found.append(Line(len(found), first, first + len(words), words, indent, indent))
        start += len(line)
    return found


def chosen(document, text):
    claims = [c for c in extract_all(document(text)).claims if c.property == "title" and c.chosen]
    return [claim.normalized for claim in claims]


THESIS = (
    middle("UNIVERSITY OF LINDBY", "Faculty of Coastal Engineering")
    + "\n\n"
    + middle("SEDIMENT IN SMALL TIDAL BASINS:", "A STUDY OF THE INNER HARBOUR OF LINDBY")
    + "\n\n"
    + middle("by", "Anna Grey")
    + "\n\n"
    + middle("June 2021")
    + "\n\n"
    + f"{PROSE}\n{FURTHER}"
)
BOOK = (
    "\n\n".join(
        middle(line)
        for line in (
            "THE HISTORY",
            "OF THE",
            "HARBOUR AND TOWN OF LINDBY,",
            "FROM THE FIRST TIMES ON.",
            "BY",
            "JONATHAN GREY, ESQ.",
            "PRINTED FOR THE AUTHOR, AT THE BLUE ANCHOR.",
        )
    ).replace("\n\n\n", "\n\n")
    + f"\n\n{PROSE}\n{FURTHER}"
)
MEMO = (
    "Harbour Working Group                                    A. Lind, Editor\n"
    "Request for Notes: 2822                                  Lindby Pilotage\n"
    "Obsoletes: 822                                                April 2001\n"
    "Category: Standards Track\n\n\n"
    "                          Buoy Message Format\n\n"
    "Status of this Memo\n\n"
    "   This document says in which format the keepers of a buoy send messages\n"
    "   to each other, and asks the harbour for suggestions. Distribution of\n"
    "   this memo is unlimited.\n\n"
    f"{PROSE}\nAbstract\n\n{FURTHER}"
)
CONTRACT = (
    middle("MOORING AGREEMENT")
    + "\nTHIS AGREEMENT is made on the 4th day of June 2021\n\nBETWEEN\n\n"
    + '(1) THE HARBOUR TRUST OF LINDBY of 1 Quay Street, Lindby ("the Trust"); and\n\n'
    + '(2) ANNA GREY of 12 Hill Road, Lindby ("the Owner").\n\nIT IS AGREED as follows:\n\n'
    + "1. The Trust lets to the Owner the mooring numbered 14 in the inner basin for\n"
    + "   the term of one year from the date of this agreement.\n"
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (THESIS, "SEDIMENT IN SMALL TIDAL BASINS: A STUDY OF THE INNER HARBOUR OF LINDBY"),
        (BOOK, "THE HISTORY OF THE HARBOUR AND TOWN OF LINDBY, FROM THE FIRST TIMES ON."),
        (MEMO, "Buoy Message Format"),
        (CONTRACT, "MOORING AGREEMENT"),
        (
            middle("The Light on the Mole", "Anna Lind") + f"\n{PROSE}\n{FURTHER}",
            "The Light on the Mole",
        ),
        (
            middle("PILOTAGE RULES", "Copyright (c) 2021 Lindby Pilots") + f"\n{PROSE}\n{FURTHER}",
            "PILOTAGE RULES",
        ),
    ],
    ids=["thesis", "book", "memo", "contract", "author", "rights"],
)
def test_a_title_in_the_middle_of_its_page_is_found(document, text, title):
    assert chosen(document, text) == [title]


def test_the_claim_of_a_title_in_several_lines_covers_them(document):
    (claim,) = [
        c for c in extract_all(document(THESIS)).claims if c.property == "title" and c.chosen
    ]
    assert claim.value.split("\n")[0] == "SEDIMENT IN SMALL TIDAL BASINS:"
    assert claim.value.split("\n")[1].strip() == "A STUDY OF THE INNER HARBOUR OF LINDBY"
    assert THESIS[claim.start : claim.end] == claim.value


QUOTATION = (
    "            A quoted line of a letter that was found\n"
    "            in the attic of the old customs house\n"
    "            and that nobody had read before that\n"
    "            day of June in which it was opened.\n"
)
DEFINITIONS = (
    '     "Boat" means all that swims and carries somebody over water\n\n'
    '     "Mole" means a wall that keeps the waves out of a harbour\n\n'
    '     "Trap" means a box in which sand is caught and weighed\n\n'
    '     "Tide" means the rise of the water, and its fall\n'
)
LIST = "        * ropes\n        * lamps\n        * buoys\n        * chains\n"


@pytest.mark.parametrize("block", [QUOTATION, DEFINITIONS, LIST])
def test_a_block_of_text_is_not_in_the_middle(block):
    assert centred(lines_of(f"{PROSE}\n{block}\n{PROSE}")) == frozenset()


def test_no_line_is_in_the_middle_where_nothing_shows_the_margins():
    assert centred(lines_of(middle("MOORING AGREEMENT") + "\nShort lines.\nAnd more.\n")) == set()


titles = st.lists(
    st.text("abcdefghij", min_size=3, max_size=30).filter(str.strip), min_size=1, max_size=3
)


@given(titles, st.integers(0, 12))
def test_lines_in_the_middle_are_found_whatever_the_margin(words, margin):
    text = "\n".join(map(middle, words)) + f"\n{PROSE}\n{FURTHER}"
    moved = "".join(" " * margin + line for line in text.splitlines(keepends=True))
    assert centred(lines_of(moved)) == frozenset(range(len(words)))


def test_the_second_headline_of_a_paper_is_not_of_the_first(document):
    text = middle("STEPS AT THE FISH QUAY", "A LADY INJURED") + f"\n{PROSE}\n{FURTHER}"
    assert chosen(document, text) == ["STEPS AT THE FISH QUAY"]


def test_the_town_of_an_address_is_no_title(document):
    text = (
        "                                        12 Hill Road,\n"
        "                                        Lindby.\n"
        "                                        9th March 1921.\n\n"
        "The Secretary,\nHarbour Trust,\nLindby.\n\nDear Sir,\n\n"
        "     I beg to draw your attention to the state of the steps at the fish quay,\n"
        "which are so worn that my sister fell on Friday last and broke her wrist. I\n"
        "should be glad to hear that they will be mended before the summer.\n\n"
        "                                        Yours faithfully,\n\n"
        "                                        Anna Grey\n"
    )
    assert chosen(document, text) == []
