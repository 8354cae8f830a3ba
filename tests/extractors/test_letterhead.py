import pytest

from audit.extractors import conflicts, extract_all


def chosen(evidence, name):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == name]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Port of Quay\nPress Office\n\nThe mole is open\n", ["Port of Quay"]),
        ("Town Library Media Centre\nThe reading room is open\n", ["Town Library"]),
        ("Stadt Hafen\nPressestelle\nDie Mole ist offen\n", ["Stadt Hafen"]),
        ("Home | Media centre | Press office\nThe mole is open\n", []),
        ("MENU\nPress Office\nThe mole is open\n", []),
    ],
)
def test_the_body_above_its_press_office(document, text, publisher):
    assert chosen(extract_all(document(text)), "publisher") == publisher


def test_a_first_line_between_strokes(document):
    evidence = extract_all(document("Harbour Magazine / Crafts / Issue 31\n\nA rope is laid\n"))
    assert chosen(evidence, "publisher") == ["Harbour Magazine"]
    assert chosen(evidence, "section") == ["Crafts"]
    assert "Harbour Magazine / Crafts / Issue 31" not in chosen(evidence, "title")


def test_the_holder_of_the_rights_is_no_headline(document):
    prose = "A long story of the swifts in the store. " * 6
    text = f"The Quay Post\nSections\n\nSwifts are back\n\n{prose}\n\n© 2024 The Quay Post\n"
    assert chosen(extract_all(document(text)), "title") == ["Swifts are back"]


def test_a_dateline_that_contradicts_itself_decides_nothing(document):
    text = (
        "Wednesday, 18 Muharram 1446 | 2024/07/24\n\nA new pilot station opens\n\n"
        "Quay, 12 Muharram 1446 AH, 2 July 2024: The port has opened a pilot station.\n"
    )
    evidence = extract_all(document(text))
    assert chosen(evidence, "issued") == []
    assert chosen(evidence, "captured") == ["2024-07-24"]
    both = {c.normalized for c in evidence.claims if c.property == "issued"}
    assert both == {"2024-07-18", "2024-07-02"}
    assert any("16 days apart" in found.reason for found in conflicts(evidence.claims))


def test_a_name_ends_before_the_clock(document):
    evidence = extract_all(document("A seat on the grass\nPosted by Perpetua at 21:40\n"))
    assert chosen(evidence, "creator") == ["Perpetua"]
