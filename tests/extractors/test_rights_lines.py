"""What lines about rights claim of a text: statement, years, holder and publisher."""

import pytest

from audit.extractors import extract_all

BODY = (
    "The new crane\nBy Ann Berg\n\nThe harbour office reports that the new crane was inspected on "
    "Tuesday by an engineer, who found nothing that would stop it from lifting.\n\n"
)


def claims(document, line, name):
    found = extract_all(document(f"{BODY}{line}\n")).claims
    return [(c.normalized, c.chosen) for c in found if c.property == name]


def chosen(document, line, name):
    return [value for value, is_chosen in claims(document, line, name) if is_chosen]


@pytest.mark.parametrize(
    ("line", "rights", "holder", "publisher"),
    [
        ("Copyright (c) 2019 Ann Berg", ["in-copyright"], ["Ann Berg"], []),
        ("© Hallby Museum 1999", ["in-copyright"], ["Hallby Museum"], ["Hallby Museum"]),
        ("© 2020", ["in-copyright"], [], []),
        ("Open Government Licence v3.0. Crown copyright 2021.", ["OGL-UK-3.0"], ["Crown"], []),
        ("© 2019 Ann Berg, CC BY-NC 4.0", ["CC-BY-NC-4.0"], ["Ann Berg"], []),
        (
            "No known copyright restrictions.",
            ["https://rightsstatements.org/vocab/NKC/1.0/"],
            [],
            [],
        ),
        ("In copyright until 2040.", ["in-copyright"], [], []),
        ("Text: all rights reserved. Photographs: CC BY 4.0.", ["all-rights-reserved"], [], []),
        ("He said all rights reserved is a phrase of the past, and nobody agreed.", [], [], []),
        ("Image: Per Dahl, CC BY-SA 3.0, via Wikimedia Commons", [], [], []),
        ("Photo © Per Dahl", [], [], []),
        ("This text is not licensed under CC BY 4.0. Do not copy it.", [], [], []),
        ("CC BY 9.9", [], [], []),
    ],
)
def test_what_a_last_line_claims(document, line, rights, holder, publisher):
    assert chosen(document, line, "rights") == rights
    assert chosen(document, line, "rights_holder") == holder
    assert chosen(document, line, "publisher") == publisher


def test_the_credit_of_a_picture_is_kept_and_says_so(document):
    found = extract_all(document(f"{BODY}Image: Per Dahl, CC BY-SA 3.0\n")).claims
    (rights,) = [c for c in found if c.property == "rights"]
    assert (rights.normalized, rights.chosen) == ("CC-BY-SA-3.0", False)
    assert rights.reason == "rights of a picture or another part"


def test_a_notice_with_its_years_is_no_contradiction_of_a_licence(document):
    evidence = extract_all(document(f"{BODY}© 2014-2019 Harbour Office\nText: CC BY 4.0\n"))
    said = {c.normalized: c for c in evidence.claims if c.property == "rights"}
    assert said["in-copyright"].reason == "a notice of copyright, years 2014 to 2019"
    assert said["CC-BY-4.0"].chosen
    assert evidence.conflicts == ()


@pytest.mark.parametrize(
    ("lines", "disputed"),
    [
        ("© 2019 Harbour Office. All rights reserved.\nPhotographs: CC BY 4.0", False),
        ("© 2019 Harbour Office. All rights reserved.\nText: CC BY 4.0", True),
        ("[CC BY-NC 4.0](https://creativecommons.org/licenses/by/4.0/)", True),
        ("Crown copyright 2021\nOpen Government Licence v3.0", False),
        ("This text is not under CC BY 4.0.\nAll rights reserved.", False),
    ],
)
def test_only_what_is_said_of_the_text_contradicts(document, lines, disputed):
    found = extract_all(document(f"{BODY}{lines}\n")).conflicts
    assert [each.property for each in found] == ["rights"] * disputed


def test_of_two_licences_that_contradict_the_freer_one_is_not_chosen(document):
    line = "[CC BY-NC 4.0](https://creativecommons.org/licenses/by/4.0/)"
    assert chosen(document, line, "rights") == ["CC-BY-NC-4.0"]


def test_a_name_stands_below_its_year(document):
    assert chosen(
        document, "Copyright ©\n 2014 \nHallby Museum, All Rights Reserved.", "publisher"
    ) == ["Hallby Museum"]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© 2014 Quayland Legislature", ["Quayland Legislature"]),
        ("© 2014 Ann Berg. Write to https://annberg.example/", ["Ann Berg"]),
        ("© 2014 Ann Berg. Write to https://quay.example/", []),
    ],
)
def test_a_person_publishes_an_own_site_alone(document, line, publisher):
    assert chosen(document, line, "publisher") == publisher
