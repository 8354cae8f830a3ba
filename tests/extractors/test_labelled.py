"""Label lines of plain texts."""

import pytest

from audit.extractors import extract_all

PROSE = "The old ferry bell was taken down on Monday, and nobody on the quay could say why.\n"


def values(evidence, name):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == name]


@pytest.mark.parametrize(
    ("line", "url", "publisher"),
    [
        ("URL: https://quay.example/bell", ["https://quay.example/bell"], []),
        ("Permalink: <https://quay.example/bell>", ["https://quay.example/bell"], []),
        ("See https://quay.example/bell", [], []),
        ("Published by Harbour Press", [], ["Harbour Press"]),
        ("Publisher: Quay & Sons.", [], ["Quay & Sons"]),
        ("Published by Ada Lovelane", [], []),
        ("Verlag: Quay & Sons", [], ["Quay & Sons"]),
        ("Förlag: Hamnens böcker", [], ["Hamnens böcker"]),
        ("Verlag Quay", [], []),
        ("Editorial: Why the bell matters", [], []),
        ("Publisher: unknown", [], []),
        ("Publisher: None.", [], []),
        ("Published by the council in a hurry, and read by nobody who had rung a bell", [], []),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_text_names_its_address_and_its_publisher(document, line, url, publisher, above):
    text = f"The bell\n{line}\n{PROSE * 3}" if above else f"The bell\n{PROSE * 100}{line}\n"
    evidence = extract_all(document(text))
    assert values(evidence, "url") == url
    assert values(evidence, "publisher") == publisher


def test_published_is_the_day_of_issue(document):
    head = "URL: https://quay.example/bell\nPublished by Harbour Press\nPublished: 3 May 2021\n"
    evidence = extract_all(document(f"{head}\nThe bell has a new rope\n{PROSE * 3}"))
    assert values(evidence, "issued") == ["2021-05-03"]
    assert values(evidence, "title") == ["The bell has a new rope"]


@pytest.mark.parametrize("label", ["Creator", "Verfasser", "Auteur ", "Författare"])
@pytest.mark.parametrize(("name", "found"), [("Lind, Karl", "Karl Lind"), ("Ann Berg", "Ann Berg")])
def test_a_card_names_its_author(document, label, name, found):
    evidence = extract_all(document(f"Title: The bell\n{label}: {name}\nDate: 1887\n\n{PROSE}"))
    assert values(evidence, "creator") == [found]
    claim = next(c for c in evidence.claims if c.property == "creator")
    assert (claim.value, claim.line) == (name, 2)


@pytest.mark.parametrize(
    "label",
    ["Herausgeber", "Publisher", "Source URL", "Website", "To", "An", "Verlag", "Creator"],
)
def test_a_label_is_no_headline(document, label):
    evidence = extract_all(document(f"{label}: Harbour Press of Oldhaven\n{PROSE * 3}"))
    assert not values(evidence, "title")
