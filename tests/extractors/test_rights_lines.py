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
        (
            "Copyright (C) 2000 Carl Holm, Geoff Lund and various contributors",
            ["in-copyright"],
            ["Carl Holm, Geoff Lund and various contributors"],
            [],
        ),
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


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("Text: CC BY 4.0\nLicensed under CC BY-NC 4.0", ["CC-BY-4.0", "CC-BY-NC-4.0"]),
        (
            "© 2019 Quay Museum. All rights reserved.\nLicensed under CC BY 4.0",
            ["all-rights-reserved", "CC-BY-4.0"],
        ),
        ("Public domain.\nAll rights reserved.", ["public-domain", "all-rights-reserved"]),
    ],
)
def test_of_statements_of_one_rank_that_exclude_each_other_none_is_chosen(document, lines, told):
    evidence = extract_all(document(f"{BODY}{lines}\n"))
    said = [c for c in evidence.claims if c.property == "rights"]
    assert [(c.normalized, c.chosen) for c in said] == [(value, False) for value in told]
    (found,) = evidence.conflicts
    assert {found.number, found.other_number} == {evidence.claims.index(c) for c in said}


def test_the_public_domain_and_some_rights_reserved_exclude_each_other(document):
    lines = "Public domain.\nCopyright (c) 1999 by Quay Museum. Some rights reserved.\n"
    (found,) = extract_all(document(f"{BODY}{lines}")).conflicts
    assert found.reason == "two licences: public-domain and some-rights-reserved"


def test_every_licence_that_excludes_the_first_one_is_in_conflict(document):
    head = (
        '<meta name="dcterms.license" content="https://creativecommons.org/publicdomain/zero/1.0/">'
    )
    head += '<link rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/">'
    lines = "© 2024 Quay Museum. All rights reserved.\nLicensed under CC BY 4.0\n"
    evidence = extract_all(document(f"{BODY}{lines}", markup=f"{head}<p>x</p>"))
    said = {n: c.normalized for n, c in enumerate(evidence.claims) if c.property == "rights"}
    disputed = {said[n] for each in evidence.conflicts for n in (each.number, each.other_number)}
    assert disputed == {"CC0-1.0", "CC-BY-NC-4.0", "all-rights-reserved", "CC-BY-4.0"}
    assert not any(c.chosen for c in evidence.claims if c.property == "rights")


def test_the_general_name_of_a_licence_contradicts_none_of_its_versions(document):
    lines = "Open Government Licence v1.0\n\nAbout the Open Government Licence\n"
    assert extract_all(document(f"{BODY}{lines}")).conflicts == ()


def test_two_licences_of_software_are_both_claimed_and_none_is_chosen(document):
    line = "Licensed under the MIT License and the Apache License, Version 2.0."
    evidence = extract_all(document(f"{BODY}{line}\n"))
    said = [(c.normalized, c.chosen, c.reason) for c in evidence.claims if c.property == "rights"]
    reason = "one of several licences in a line; another one is as likely, so none is chosen"
    assert sorted(said) == [("Apache-2.0", False, reason), ("MIT", False, reason)]
    assert evidence.conflicts == ()


@pytest.mark.parametrize("name", ["Coast Reader", "Hallby Observer", "Oldhavener Anzeiger"])
def test_the_name_of_a_paper_is_no_person(document, name):
    text = f"The crane comes down\n\nThe old crane on the quay comes down.\n\n© 2024 {name}\n"
    claims = extract_all(document(text)).claims
    assert [c.normalized for c in claims if c.chosen and c.property == "publisher"] == [name]


def test_a_licence_and_its_waiver_in_one_line_are_two(document):
    text = f"New quay opened\n\n{'The mayor thanked the workers for the stone. ' * 4}\n\n"
    evidence = extract_all(document(f"{text}Licence: CC BY-SA 3.0 and CC0\n"))
    said = {
        claim.normalized: claim.chosen for claim in evidence.claims if claim.property == "rights"
    }
    assert said == {"CC-BY-SA-3.0": True, "CC0-1.0": False}
    assert [each.reason for each in evidence.conflicts] == [
        "two licences: CC-BY-SA-3.0 and CC0-1.0"
    ]


PROSE = "\nThe old ferry bell hangs in the hall of the museum, and nobody knows who rang it last.\n"


def of(document, text, property_):
    claims = extract_all(document(text)).claims
    return [c.normalized for c in claims if c.chosen and c.property == property_]


def test_who_holds_rights_with_others_need_not_be_the_publisher(document):
    one, two = "Copyright (c) 2013 Hallby Museum\n", "Copyright (c) 2015 Lindby Library\n"
    assert of(document, one + PROSE, "publisher") == ["Hallby Museum"]
    assert of(document, one + two + PROSE, "publisher") == []
    assert of(document, f"{one}{PROSE}(c) 2014 Hallby\n", "publisher") == ["Hallby Museum"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Copyright: 1996-2010 Hallby Museum <desk@hallby.example>", "Hallby Museum"),
        ("Copyright 1994 Hallby Museum</para>", "Hallby Museum"),
        ('the notice of copyright, i.e., "Copyright (c) 2001" alone', None),
        ("(c) years may be listed as a range, e.g. 1987-2012", None),
    ],
)  # fmt: skip
def test_an_address_is_no_part_of_who_holds_the_rights(document, line, name):
    assert of(document, f"{line}\n\n{PROSE}", "rights_holder") == ([name] if name else [])


def test_a_clause_of_a_sentence_is_no_publisher(document):
    text = f"Wind it by the rules as\npublished by the Clock Foundation; either of 2 or\n{PROSE}"
    assert of(document, text, "publisher") == []


def test_rights_that_contradict_each_other_say_that_they_do(document):
    line = "This work is licensed under CC BY 4.0. © 2015 Vik Press. All rights reserved."
    claims = extract_all(document(f"The bell\n\n{line}\n")).claims
    told = [each for each in claims if each.property == "rights"]
    assert [each.normalized for each in told] == ["CC-BY-4.0", "all-rights-reserved"]
    assert not any(each.chosen for each in told)
    why = "; another one is as likely, so none is chosen"
    assert all(each.reason.endswith(why) for each in told)


@pytest.mark.parametrize("joined", ["and", "or", "/"])
def test_the_second_of_two_licences_in_a_line_is_a_candidate(document, joined):
    line = f"CC BY 4.0 {joined} CC BY-NC 4.0"
    assert claims(document, line, "rights") == [("CC-BY-4.0", True), ("CC-BY-NC-4.0", False)]
