"""Days deep inside of a long text, and at the end of a broken paragraph, are not its own."""

import pytest

from audit.extractors import extract_all

PROSE = "The tide mill grinds twice a day, and the miller writes down every sack of the rye.\n"
LONG = "".join(f"The miller notes sack {number} in the book.\n\n" for number in range(800))


def issued(evidence):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "issued"]


def test_the_end_of_a_paragraph_that_was_broken_is_no_dateline(document):
    above = "The rules of the mill (third edition)\n\n"
    broken = "The mill was built a long time before, was sold twice, and the sluice was opened on\n"
    text = f"{above}{broken}March 26th, 1822.\n\n{PROSE * 4}"
    assert issued(extract_all(document(text))) == []
    assert issued(extract_all(document(f"{above}March 26th, 1822\n\n{PROSE * 4}"))) == [
        "1822-03-26"
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("finally confirmed by the court on 26 June 1997 (see there)", []),
        ("The sluice, 26 June 1997", []),
        ("Marsh Millers Inc., closed down by a judge on 26 June 1997. The", []),
        ("Published: 26 June 1997", ["1997-06-26"]),
    ],
)
def test_a_day_deep_inside_must_be_named(document, line, day):
    text = f"The tide mill\n\n{PROSE * 3}{LONG}{line}\n{LONG}"
    assert issued(extract_all(document(text))) == day


def test_at_its_end_a_long_text_may_say_its_day(document):
    text = f"The tide mill\n\n{PROSE * 3}{LONG}\nHallby, 26 June 1997\n"
    assert issued(extract_all(document(text))) == ["1997-06-26"]


def test_the_day_below_the_lead_of_a_page_is_its_own(document):
    lead = "The mill was built a long time before, was sold twice, and the sluice was opened on"
    shown = f"The tide mill\n{lead}\nMarch 26th, 1822.\n{PROSE * 4}"
    assert issued(extract_all(document(shown, markup=f"<p>{shown}"))) == ["1822-03-26"]


@pytest.mark.parametrize(
    "above",
    [
        "The mill was sold twice in one winter by the widow of the old miller",
        (
            "The mill was sold twice in one winter, and nobody has ever asked the miller what came "
            "of the sluice and of the wheel below it, nor who had paid the men for all the work on"
        ),
    ],
)
def test_a_line_of_its_own_below_whole_ones_may_be_the_day(document, above):
    text = f"The rules of the mill (third edition)\n\n{above}\nMarch 26th, 1822.\n\n{PROSE * 4}"
    assert issued(extract_all(document(text))) == ["1822-03-26"]
