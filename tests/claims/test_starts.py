"""Strings looked for together are found where they are found one by one."""

import re

import pytest

from audit.claims.late import Late
from audit.claims.starts import Letters, Starts

SOUGHT = ("©", "公有", "copyright", "copied", "rights reserved", "commons", "общественн", "домен")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "©",
        "dom",
        "copy",
        "copyright",
        "a copyright © 1999, copied, rights reserved",
        "copyrightcopyright copyrigh",
        "creativecommons; commons",
        "общественное достояние в домене 公有公有",
        "\U0001f600 copyright \ud800 commons",
    ],
)
def test_strings_are_found_together(text: str) -> None:
    each = [found.start() for one in SOUGHT for found in re.finditer(re.escape(one), text)]
    assert sorted(Starts(SOUGHT).places(Letters(text))) == sorted(each)


@pytest.mark.parametrize("text", ["SAKLIDIR", "saklıdır", "hakları SAKLİDİR", "no"])
def test_a_stem_spares_no_find(text: str) -> None:
    plain = re.compile("sakl[ıi]d[ıi]r", re.IGNORECASE)
    late = Late("sakl[ıi]d[ıi]r", re.IGNORECASE, stems="skl|sakl")
    assert [each.span() for each in late.finditer(text)] == [
        each.span() for each in plain.finditer(text)
    ]
    assert (late.search(text) is None) == (plain.search(text) is None)


def test_a_pattern_asks_its_part_of_the_text_alone() -> None:
    late = Late("all rights", re.IGNORECASE, stems="rights")
    assert late.search("All Rights", 0, 6) is None
    assert late.search("x All Rights", 2) is not None
    assert late.match("x All Rights", 2) is not None
    assert late.fullmatch("ALL RIGHTS") is not None
    assert late.sub("-", "see all rights") == "see -"
