"""Who holds the rights by a line, and who only seems to."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.claims.bodies import is_person
from audit.claims.holders import _TAIL, holder
from audit.claims.rights import years


def held(text):
    found = holder(text, 0, len(text))
    return ("", False) if found is None else (text[found.first : found.last], found.is_credit)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Copyright (c) 2019 Ann Berg", "Ann Berg"),
        ("© 2015 Copyright by harbour.example. All rights reserved.", "harbour.example"),
        ("© Hallby Museum 1999", "Hallby Museum"),
        ("(C) 1999 by Olaf Berg", "Olaf Berg"),
        ("Copyright 1999, Hallby Museum", "Hallby Museum"),
        ("Copyright Hallby Museum", "Hallby Museum"),
        ('"said": "© 2000 Hallby Museum Company, LP",', "Hallby Museum Company, LP"),
        ('Copyright 2008 Ann "Bell" Berg', 'Ann "Bell" Berg'),
        ("Hallby Museum. All rights reserved.", "Hallby Museum"),
        ("Hallby Museum, tous droits réservés", "Hallby Museum"),
        ("Museo del Puerto. Todos los derechos reservados", "Museo del Puerto"),
        ("2014\u20132020 © Музей порта", "Музей порта"),
        ("Музей порта © 2020", "Музей порта"),
        ("© since 2010 by C. Berg", "C. Berg"),
        ("All content copyright © 2020 Harbour Office", "Harbour Office"),
        ("Crown copyright 2021", "Crown"),
        ("© Crown copyright and database right 2021", "Crown"),
        ("Text © Ann Berg, photos © Per Dahl", "Ann Berg"),
        ("Photos © Per Dahl, text © Ann Berg", "Ann Berg"),
        ("© 2019 The Harbour Office. Licensed under CC BY 4.0", "The Harbour Office"),
        ("© 2019 Ann Berg, CC BY 4.0", "Ann Berg"),
        ("© 2019 Ann Berg (CC BY-NC 4.0)", "Ann Berg"),
        (
            "Copyright © 2015 HOFB \u2013 Harbour Office for Bells.",
            "HOFB \u2013 Harbour Office for Bells",
        ),
        ("© de Gruyter 2012", "de Gruyter"),
        ("© harbour.example", "harbour.example"),
        ("©2020 株式会社港", "株式会社港"),
        ("版权所有 © 2020 港口博物馆", "港口博物馆"),
        ("copyright 2019 by the authors", "the authors"),
        ("Copyright: Hallby Museum", "Hallby Museum"),
        ("COPYRIGHT © 2014-2021 VI Consortium. All Rights Reserved.", "VI Consortium"),
        ("© 1898 Hallby Press", "Hallby Press"),
        (
            "Copyright (C) 1999-2003, 2007 Free Harbour Foundation, Inc.",
            "Free Harbour Foundation, Inc",
        ),
    ],
)
def test_the_name_in_a_notice(text, name):
    assert held(text) == (name, False)


@pytest.mark.parametrize(
    "text",
    [
        "No known copyright restrictions.",
        "In copyright until 2040.",
        "Text: all rights reserved. Photographs: CC BY 4.0.",
        "He said all rights reserved is a phrase",
        "© 2010-2024 «Гавань»",
        "Copyright notice",
        "Copyright policy",
        "Copyright Act of 1956",
        "The copyright holder is unknown",
        "copyright law of 1956",
        "Copyright and licences",
        "Copyright",
        "© 2024",
        "Under copyright restrictions, no copies",
        "Copyright expired in 1990",
        "Public domain, no copyright",
        "Out of copyright since 1990",
        "Copyright for this edition remains with the harbour",
        "She wrote (c) 2019 on the wall",
        "We respect copyright. Please do not copy.",
        "Alle Rechte vorbehalten. Hallby Verlag",
        "Nachdruck verboten. Alle Rechte vorbehalten.",
        "© Urheber unbekannt",
        "Copyright status: unknown",
        "This text all rights reserved",
        "Reproduction forbidden, all rights reserved",
        "(c) 2019 was a good year",
    ],
)
def test_no_name_where_none_is_told(text):
    assert held(text) == ("", False)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Foto: © Per Dahl", "Per Dahl"), ("All images copyright Per Dahl", "Per Dahl")],
)
def test_who_made_a_picture_holds_its_rights_alone(text, name):
    assert held(text) == (name, True)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("© Hallby Museum of Local History 1999", (1999, 1999)),
        ("Crown copyright 2021", (2021, 2021)),
        ("2010–2024 © Музей порта", (2010, 2024)),
        ("© Musée du port, tous droits réservés, 1999", (1999, 1999)),
        ("Copyright (C) 1999-2003, 2007 Harbour Office", (1999, 2007)),
        ("© 1898 Hallby Press", (1898, 1898)),
        ("In copyright until 2040.", None),
        ("Copyright in the works of 1920", None),
    ],
)
def test_years_beside_the_name(text, span):
    assert years(text) == span


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ann Berg", True),
        ("Olaf H. Berg", True),
        ("Анна Берг", True),
        ("Hallby Museum", False),
        ("Harbour Office", False),
        ("Le Devoir", False),
        ("THE INTERCEPT", False),
        ("Coastreader", False),
        ("Berg & Dahl", False),
        ("harbour.example", False),
    ],
)
def test_a_person_is_told_from_a_body(name, person):
    assert is_person(name) is person


LOOK = r"(?=\W|[12acdilptu][0789acehilmnorsu])"
TAIL = re.compile(_TAIL.pattern.removeprefix(LOOK), re.IGNORECASE)


@given(st.text(max_size=9), st.from_regex(TAIL) | st.text())
def test_what_stands_behind_a_name_begins_with_the_letters_that_are_looked_for(name, tail):
    assert TAIL.pattern != _TAIL.pattern
    text = f"{name}{tail}"
    assert _TAIL.sub("", text) == TAIL.sub("", text)
