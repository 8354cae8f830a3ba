"""The name that holds the rights ends where something else begins."""

import pytest

from audit.extractors import extract_all

PROSE = "The old ferry bell was taken down on Monday, and nobody could say how long it had hung.\n"


def held(document, line, name="rights_holder"):
    claims = extract_all(document(f"The ferry bell\n\n{PROSE * 3}\n{line}\n")).claims
    return [claim.normalized for claim in claims if claim.chosen and claim.property == name]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Copyright (c) 1993 Ada Lind (ada@hallby.example),", "Ada Lind"),
        ("Copyright (c) 2009 Hallby Ferry Company, author Ada Lind", "Hallby Ferry Company"),
        ("Copyright 1998-2002 Ada Lind, updates Copyright 2003 by", "Ada Lind"),
        ("Copyright: Portions Copyright (c) 1996-2019, Hallby Museum", "Hallby Museum"),
        ("Copyright: © 2010-2020 Dr. Ada Lind", "Dr. Ada Lind"),
        ("(C) 2011 Ada Lind, GPL2+", "Ada Lind"),
        ("Copyright (C) 2006-2015 Hallby Museum \\\\", "Hallby Museum"),
        ("Copyright © 2010 Ada Lind —translation", "Ada Lind"),
    ],
)
def test_where_the_name_of_a_holder_ends(document, line, name):
    assert held(document, line) == [name]


@pytest.mark.parametrize(
    "line",
    ["251\t169\tA9\t©\tTHE SIGN OF A COPYRIGHT", "signs, notes, copyright 以及 rules, 都在這裡。"],
)
def test_signs_in_tables_and_lists_name_nobody(document, line):
    assert held(document, line) == held(document, line, "publisher") == []


def test_a_person_with_the_name_in_capitals_is_no_publisher(document):
    assert held(document, "Copyright (c) 2004 Kenji SATO", "publisher") == []
    assert held(document, "Copyright (c) 2004 Radio HALLBY", "publisher") == ["Radio HALLBY"]
