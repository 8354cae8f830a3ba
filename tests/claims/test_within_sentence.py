"""Lines that a sentence goes through are no titles; headlines that look so are."""

import pytest

from audit.claims.paragraphs import is_within_sentence

ABOVE = "Home of the town museum and of the library of the northern harbour"


def within(line, above=ABOVE, below="The old bell was taken down."):
    text = f"{above}\n{line}\n{below}\n"
    return is_within_sentence(text, len(above) + 1, len(above) + 1 + len(line))


@pytest.mark.parametrize(
    "line", ["was opened by the master of the harbour", "You may copy the leaflet of the"]
)
def test_a_line_that_goes_on_is_within_a_sentence(line):
    assert within(line)


@pytest.mark.parametrize(
    "line", ["iMuseum opens in the customs house", "Why the bees die", "Die Fähre legt wieder an"]
)
def test_a_headline_may_look_as_if_it_went_on(line):
    assert not within(line)
