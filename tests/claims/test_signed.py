"""Lines of names below a title: who wrote it, and no title."""

import pytest

from audit.claims.page import page_of
from audit.claims.signed import is_names, names_who_wrote
from audit.extractors import extract_all

PROSE = (
    "The ferry to the island leaves half an hour earlier from Monday, because the tide allows it, "
    "and the last boat comes back at nine in the evening on all days but Sunday.\n"
)
NAMES = (
    "Ann Berg",
    "Ann Berg and Jo Lind",
    "Ann Berg, Jo Lind and Per Dahl",
    "J. R. Lind",
    "María José de la Cruz",
    "Jo O'Brien & Ulla Dahl",
    "Лев Иванов",
)
OTHERS = (
    "GCC Linking Exception",
    "GOVERNMENT LICENSE",
    "Ann",
    "Harbour Museum",
    "ann berg",
    "Ann Berg, Harbour Office",
    "A B",
    "Berg 47",
    "",
)


@pytest.mark.parametrize("text", NAMES)
def test_names_alone(text):
    assert is_names(text)


@pytest.mark.parametrize("text", ["Dr. Ann Berg, Harbour Institute", "Prof. Dr. Jo van der Berg"])
def test_what_somebody_is_may_follow_a_title_of_honour(text):
    assert is_names(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_name_or_not_alone(text):
    assert not is_names(text)


@pytest.mark.parametrize("title", ["A tide of change", "Boats, rope and tar: a year in the yard"])
@pytest.mark.parametrize("line", [*NAMES, "Dr. Ann Berg, Harbour Institute"])
def test_names_below_a_title_are_none(title, line, document):
    text = f"Lindby Gazette\n\n{title}\n\n{line}\n\n3 June 2024\n\n{PROSE * 3}"
    chosen = [c for c in extract_all(document(text)).claims if c.chosen and c.property == "title"]
    assert [claim.normalized for claim in chosen] == [title]


def test_a_name_that_the_text_is_about_is_its_title(document):
    name = "Mary Ellen Lind"
    text = f"The Lindby Gazette\n\n{name}\n\n3 June 2024\n\n{name} died on Monday. {PROSE * 3}"
    chosen = [c for c in extract_all(document(text)).claims if c.chosen and c.property == "title"]
    assert [claim.normalized for claim in chosen] == [name]


def test_a_label_with_a_day_is_no_title(document):
    text = f"Release: 14.11.2019\n\n{PROSE * 3}"
    assert not [c for c in extract_all(document(text)).claims if c.property == "title"]


def test_a_title_in_capitals_of_which_the_text_tells_in_small_letters(document):
    text = f"Words of the harbour kitchen\nGreen Apple Pie\n\nPeel six apples and wait.\n\n{PROSE}"
    assert not names_who_wrote(page_of(document(text)).top, 1)
