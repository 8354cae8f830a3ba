"""Numbers by which a document can be asked for, and numbers of other things in it."""

import pytest

from audit.extractors import extract_all

PROSE = "The tide mill grinds twice a day, and the miller writes down every sack of rye.\n"
ISBN = "ISBN 0-306-40615-2"


def chosen(evidence):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "identifier"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Document 139848.1", "139848.1"),
        ("Reference: 2024/117", "2024/117"),
        ("Press release 12.24", "12.24"),
        ("Az. 51.2", "51.2"),
    ],
)
def test_the_number_of_a_document(document, line, number):
    assert chosen(extract_all(document(f"The tide mill\n{line}\n\n{PROSE * 3}"))) == [number]


@pytest.mark.parametrize(
    "line",
    [
        "E.3. Release 15.18",
        "Changes since Protocol 2.0",
        "See the Harbour Reference 5.6 for more",
        "Member No. 4711",
        "Mitglied Nr. 4711",
        "paid by the town under contract\nno. W-7405-ENG-48 of that year",
    ],
)
def test_versions_and_numbers_of_contracts_are_none(document, line):
    assert chosen(extract_all(document(f"The tide mill\n{line}\n\n{PROSE * 3}"))) == []


def test_a_book_that_is_cited_far_below_is_not_the_document(document):
    assert chosen(extract_all(document(f"The tide mill\n\n{PROSE * 90}{ISBN}\n"))) == []
    imprint = f"© 2019 Hallby Museum\n{ISBN}\n"
    for text in (f"The tide mill\n{ISBN}\n\n{PROSE * 90}", f"The mill\n\n{PROSE * 90}{imprint}"):
        assert chosen(extract_all(document(text))) == ["isbn:0306406152"]
