"""Licences that states give their data under, by the names that SPDX has for them."""

import pytest

from audit.claims.rights import cues, is_open, statement
from audit.claims.rights.against import is_licence


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Licence Ouverte / Open Licence 2.0", "etalab-2.0"),
        ("Données sous Licence Ouverte (Etalab) v2.0", "etalab-2.0"),
        ("Licence ouverte version 1.0", "licence-ouverte"),
        ("Datenlizenz Deutschland – Namensnennung – Version 2.0", "DL-DE-BY-2.0"),
        ("Datenlizenz Deutschland Zero 2.0", "DL-DE-ZERO-2.0"),
        ("dl-de/by-2-0", "DL-DE-BY-2.0"),
        ("Norsk lisens for offentlige data (NLOD) 2.0", "NLOD-2.0"),
        ("NLOD 1.0", "NLOD-1.0"),
    ],
)
def test_a_line_that_names_one(line, name):
    assert statement(line) == name
    assert list(cues(line))
    assert is_open(name)
    assert is_licence(name)


@pytest.mark.parametrize(
    "line",
    ["La licence ouverte est un sujet de débat.", "Datenlizenz Deutschland", "dl-de/by-3-0"],
)
def test_what_names_none_of_a_version_is_none(line):
    assert statement(line) == ""
