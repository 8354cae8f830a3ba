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


@pytest.mark.parametrize(
    "said",
    [
        """Whoever moors here has read the rules of the harbour office.
You may obtain a copy of the

    https://quay.example/rules
""",
        """The boats are lent under the rules of the quay (the "Rules"). You
may not use a boat but as these say. A copy of the Rules stands in the
""",
        """The boat `tern` may be used under the
`Rules of the quay <RULES.txt>`_
""",
        """#  The keeper may lend this boat to whoever asks for it and/or
#  moor it at the stairs of the outer harbour where it lay before
""",
        """      The keepers of the quay and of its boats ask that neither they nor the
      names of their boats be written upon what others sell at the stairs
""",
    ],
)
def test_a_line_within_a_sentence_is_no_title(document, said):
    text = f"Copyright 2017 Ann Lind\n\n{said}\n{PROSE}{MORE}"
    lines = [line.strip("# ") for line in said.splitlines()]
    assert not [c.value for c in titles(document, text) if c.chosen and c.value in lines]


@pytest.mark.parametrize(
    "head", ["What the town has to pay for", "Lind zieht in das Museum ein", "Life goes on"]
)
def test_a_headline_may_end_with_a_small_word(document, head):
    (claim,) = [c for c in titles(document, f"{head}\n12 June 2021\n{PROSE}{MORE}") if c.chosen]
    assert claim.value == head
