"""A title that stands over several lines of a page, and in a field of the file."""

import pytest

from audit.extractors import extract_all
from audit.model import Field

PROSE = (
    "The bell of the old ferry came home on a dull morning, when nobody at the harbour thought of"
    " it. Those who know the piers say that people spoke of the ferry all the week long.\n"
)


def title(document, text, stated):
    field = Field(property="title", value=stated, by="pdf-info", place="Title", confidence=0.7)
    claims = extract_all(document(text, fields=(field,))).claims
    return next(one for one in claims if one.property == "title" and one.chosen)


@pytest.mark.parametrize(
    "head",
    [
        "The bell of the old ferry\ncomes home after two winters",
        "The bell of the old ferry comes home\nafter two\nwinters",
    ],
)
def test_lines_of_a_title_that_a_field_states_are_one(document, head):
    found = title(
        document,
        f"{head}\nBy Jane Grey\n\n{PROSE * 3}",
        "The bell of the old ferry comes home after two winters",
    )
    assert found.normalized == "The bell of the old ferry comes home after two winters"
    assert (found.start, found.end) == (0, len(head))


def test_a_line_below_that_a_field_does_not_state_is_no_part_of_the_title(document):
    head = "The bell of the old ferry comes home"
    found = title(document, f"{head}\nAfter two winters\n\n{PROSE * 3}", f"{head} at last")
    assert found.normalized.startswith(head)
    assert found.normalized != f"{head} After two winters"
