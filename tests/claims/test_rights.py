import time

import pytest

from audit.claims.holders import holder, rights_lines
from audit.claims.rights import cues, is_one_licence, mentions, statement, statements, years
from audit.claims.words import COPYRIGHT
from audit.extractors import conflicts, extract_all
from audit.model import Document, Source

CC = "https://creativecommons.org"


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        (f"{CC}/licenses/by-nc-sa/4.0/", "CC-BY-NC-SA-4.0"),
        (f"{CC}/licenses/by/4.0/deed.de", "CC-BY-4.0"),
        (f"{CC}/licenses/by/3.0/de/", "CC-BY-3.0-DE"),
        (f"{CC}/licenses/by/3.0/fr/", f"{CC}/licenses/by/3.0/fr/"),
        (f"{CC}/publicdomain/zero/1.0/", "CC0-1.0"),
        (f"{CC}/publicdomain/mark/1.0/", "public-domain"),
        ("Text: CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Texts are in the public domain (CC0).", "CC0-1.0"),
        ("CC0-1.0", "CC0-1.0"),
        ("CC 0 1.0", "CC0-1.0"),
        ("CC01 is a berth", ""),
        ("Creative Commons Attribution-NonCommercial 4.0 International", "CC-BY-NC-4.0"),
        ("# SPDX-License-Identifier: Apache-2.0 OR MIT", "Apache-2.0 OR MIT"),
        (
            "http://rightsstatements.org/page/InC/1.0/",
            "https://rightsstatements.org/vocab/InC/1.0/",
        ),
        ("released under the MIT License", "MIT"),
        ("License: MIT", "MIT"),
        ("- **License:** Apache 2.0", "Apache-2.0"),
        ("License: MIT students pay half", ""),
        ("© 2021 Причал. Усі права захищено.", "all-rights-reserved"),
        ("MIT © Ann Berg", "MIT"),
        ("EUPL © the European Union 2007, 2016", ""),
        ("[MIT](LICENSE) © Ann Berg", "MIT"),
        ("MIT. Copyright (c) 2019 Ann Berg", "MIT"),
        ("Apache License 2.0. Copyright (c) 2019 Ann Berg", "Apache-2.0"),
        ("MIT © 2020", ""),
        ("MIT Copyright Policy", ""),
        ("MIT News © 2020 MIT", ""),
        ("© 2024 Harbour Office. All rights reserved.", "all-rights-reserved"),
        ("Alle Rechte vorbehalten", "all-rights-reserved"),
        ("This work is in the public domain.", "public-domain"),
        ("The harbour opens at nine.", ""),
    ],
)
def test_statements_have_one_name(text, normalized):
    assert statement(text) == normalized


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("© 2024 Harbour Office", (2024, 2024)),
        ("Copyright (c) 2014-2024 Harbour Office", (2014, 2024)),
        ("© 2014–24 Harbour Office", (2014, 2024)),
        ("(c) 1999, 2003, 2011", (1999, 2011)),
        ("© Harbour Office 2024", (2024, 2024)),
        ("Open since 1911", None),
        ("© 12345", None),
    ],
)
def test_years_of_the_copyright(text, span):
    assert years(text) == span


def test_two_statements_of_one_line_are_both_seen():
    line = "© 2024 Harbour Office. All rights reserved. Text CC BY 4.0"
    assert statements(line) == ("CC-BY-4.0", "all-rights-reserved")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("CC-BY", "CC-BY-4.0", True),
        ("cc-by-4.0", "CC-BY-4.0", True),
        ("CC-BY", "CC-BY-NC-4.0", False),
        ("CC-BY-3.0", "CC-BY-4.0", False),
        ("CC0-1.0", "MIT", False),
        ("CC0-1.0", "public-domain", True),
        ("CC-BY", "public-domain", False),
    ],
)
def test_licences_with_and_without_their_version(a, b, same):
    assert is_one_licence(a, b) is is_one_licence(b, a) is same


def said(text, declared=""):
    source = Source(uri="a", path="a", location="", size=0, modified=0, inode=0)
    document = Document(
        source=source,
        media_type="text/plain",
        basis="",
        encoding="utf-8",
        encoding_confidence=1.0,
        text=text,
        declared=declared,
    )
    claims = extract_all(document).claims
    return claims, [each.reason for each in conflicts(claims) if each.property.startswith("rights")]


@pytest.mark.parametrize(
    ("line", "holders"),
    [
        ("© Harbour Office", ["Harbour Office"]),
        ("Â© Harbour Office", ["Harbour Office"]),
        ("The cafÃ© opens at nine.", []),
    ],
)
def test_a_letter_that_was_read_wrong_claims_no_rights(line, holders):
    claims, _ = said(f"The harbour\n\nThe quay is open.\n\n{line}\n")
    assert [c.normalized for c in claims if c.property == "rights_holder"] == holders


def test_years_and_holder_stand_beside_the_statement():
    claims, disputes = said("The crane\n\n© 2014-2024 Harbour Office. All rights reserved.\n")
    (rights,) = [claim for claim in claims if claim.property == "rights"]
    assert (rights.normalized, rights.line) == ("all-rights-reserved", 3)
    assert rights.reason == "rights line, years 2014 to 2024"
    assert [c.normalized for c in claims if c.property == "rights_holder"] == ["Harbour Office"]
    assert disputes == []


@pytest.mark.parametrize(
    ("text", "declared", "reason"),
    [
        ("© 2024 A. All rights reserved. CC BY 4.0", "", "CC-BY-4.0 against all rights reserved"),
        ("Text: CC BY 4.0\nText: CC BY-NC 4.0", "", "two licences: CC-BY-4.0 and CC-BY-NC-4.0"),
        ("Text: CC BY 4.0", "rights: CC-BY-SA-4.0\n", "two licences: CC-BY-SA-4.0 and CC-BY-4.0"),
        ("Text: CC BY 4.0", "rights: in-copyright\n", "CC-BY-4.0 against all rights reserved"),
        (
            "© 2024 Harbour Office. All rights reserved.",
            "rights_holder: Town Library\n",
            "the declared rights_holder shares no word with the one found",
        ),
    ],
)
def test_contradictions_in_one_document_are_said(text, declared, reason):
    _, disputes = said(f"The crane comes down\n\n{text}\n", declared)
    assert reason in disputes


def test_one_licence_said_twice_contradicts_nothing():
    _, disputes = said("Text: CC BY\nText: CC BY 4.0\n", "rights: CC-BY-4.0\n")
    assert disputes == []


def test_hostile_lines_take_linear_time():
    began = time.process_time()
    for piece in ("© 2014-", "creative commons ", "SPDX-License-Identifier: a OR ", "cc by-"):
        text = piece * 5_000
        statements(text)
        years(text)
        list(cues(text))
    assert time.process_time() - began < 4


@pytest.mark.parametrize("piece", ["CC BY\nphoto by ", "© Ann Berg, M. r. ", "x, in copyright - "])
def test_hostile_texts_are_bounded(piece):
    began = time.process_time()
    text = piece * (2_000 // len(piece))
    for start, end in rights_lines(text):
        list(mentions(text, start, end))
        holder(text, start, end)
    assert time.process_time() - began < 2


def test_the_word_for_rights_alone_is_no_notice():
    assert COPYRIGHT.are_in("جميع الحقوق محفوظة لدار الميناء")
    assert not COPYRIGHT.are_in("الناشط الحقوقي يتحدث عن جرس الميناء")
