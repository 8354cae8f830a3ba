"""The first line of a paragraph is no title; a title in several lines is one."""

import pytest

from audit.extractors import extract_all

PROSE = (
    "As a special exception, if you moor this boat with ropes\n"
    "made by a ropemaker of the harbour to keep it ready, this\n"
    "does not cause the boat that is ready to be covered by\n"
    "the rules of the inner harbour. This exception does not\n"
    "however invalidate any other reasons why the boat and its\n"
    "ropes might be covered by the rules of the inner harbour.\n"
)
CAPITALS = (
    "THE QUAYS ARE LENT TO YOU AS THEY ARE, WITHOUT ANY PROMISE OF THE HARBOUR\n"
    "THAT THEIR RINGS, STAIRS AND LAMPS ARE WHOLE, OR THAT THE WATER IS DEEP\n"
    "ENOUGH FOR YOUR BOAT AT LOW TIDE, AND NOBODY PAYS FOR WHAT IS BROKEN OR\n"
    "LOST THERE.\n"
)
MORE = (
    "\nA boat that stays for longer than a week pays for each day that follows, and\n"
    "the keeper writes down its name, its length and the name of whoever owns it.\n"
)


def titles(document, text):
    return [c for c in extract_all(document(text)).claims if c.property == "title"]


@pytest.mark.parametrize("text", [PROSE + MORE, CAPITALS + MORE], ids=["prose", "capitals"])
def test_the_first_line_of_a_paragraph_is_no_title(document, text):
    found = titles(document, text)
    assert not [claim for claim in found if claim.chosen]
    (claim,) = [c for c in found if c.value == text.splitlines()[0]]
    assert claim.reason.endswith("; the first line of a paragraph")


@pytest.mark.parametrize(
    "head",
    [
        "How the tides of the outer harbour move the moorings of ships\nand of smaller boats\n",
        "HOW THE TIDES OF THE OUTER HARBOUR MOVE THE MOORINGS OF SHIPS\nAND OF SMALLER BOATS\n",
        "Rules of the inner harbour for boats with and without a keeper\n",
    ],
)
def test_a_title_of_one_line_or_two_stays(document, head):
    (claim,) = [c for c in titles(document, f"{head}\n{PROSE}{MORE}") if c.chosen]
    assert head.startswith(claim.value)
