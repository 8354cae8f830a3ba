"""A kicker before a headline, a site behind it, and the lines of furniture around it."""

import pytest

from audit.claims.kickers import day_end, kicker_end, without_domain
from audit.claims.kinds import (
    is_button,
    is_enumeration,
    is_field,
    is_mark,
    is_menu_line,
    is_trail,
)

TITLE = "Harbour dues Why the ferry bell has to have a new rope"


@pytest.mark.parametrize("sign", [": ", " - ", " – ", " | "])
def test_a_kicker_stands_apart_elsewhere(sign):
    elsewhere = f"More on this: Harbour dues{sign}Why the ferry bell has to have a new rope"
    assert TITLE[kicker_end(TITLE, f"{TITLE}\n{elsewhere}\n") :].startswith("Why the")


@pytest.mark.parametrize("elsewhere", ["", "Harbour dues: what ships pay", "Harbour: Why the sea"])
def test_what_only_looks_like_a_kicker(elsewhere):
    assert kicker_end(TITLE, f"{TITLE}\n{elsewhere}\n") == 0
    assert kicker_end("Tides: Ebb and flow", "Tides: Ebb: and flow") == 0


@pytest.mark.parametrize("behind", [" | QUAYPOST.ORG", " – www.quay-post.org", " - quay.co.uk"])
def test_the_address_of_a_site_is_no_title(behind):
    assert without_domain(f"The ferry bell{behind}") == "The ferry bell"


@pytest.mark.parametrize("title", ["The ferry bell - no. 5", "Bells vs. Ropes", "quay.example"])
def test_dots_that_make_no_address(title):
    assert without_domain(title) == title


@pytest.mark.parametrize(
    ("line", "above", "title"),
    [
        ("3 May 2021 - The ferry bell is new", "", "The ferry bell is new"),
        ("03.05.2021 | The ferry bell is new", "Notices", "The ferry bell is new"),
        ("Jun 17 The ferry bell is new", "Jun 17", "The ferry bell is new"),
        ("3 May 2021 was the day of the bell", "", "3 May 2021 was the day of the bell"),
        ("The ferry bell is new", "The", "The ferry bell is new"),
        ("Quay 17 The bell", "Quay 17", "Quay 17 The bell"),
        ("1921 - The ferry bell is new", "", "1921 - The ferry bell is new"),
    ],
)
def test_a_day_before_a_headline(line, above, title):
    assert line[day_end(line, above) :] == title


@pytest.mark.parametrize(
    "text",
    [
        "By Ada Lovelane",
        "Artikel von Ada Lovelane",
        "Von:",
        "5 min read",
        "2 hours ago",
        "11:36 Uhr",
    ],
)
def test_who_and_when(text):
    assert is_mark(text)


@pytest.mark.parametrize(
    "text", ["By the sea", "Von der Fähre", "Glocken von Booten", "A new rope", "Bells " * 20]
)
def test_what_says_neither(text):
    assert not is_mark(text)


def test_furniture():
    assert is_button("Share on the harbour radio")
    assert not is_button("Shared moorings")
    assert is_field("Publisher: Quay Press")
    assert not is_field("The bell")
    assert is_enumeration("Bells, Ropes, Ferries")
    assert not is_enumeration("Bells, and what they ring for on a day such as this")
    assert is_menu_line("News | Tides | Letters")
    assert not is_menu_line("The ferry bell - a long history of ropes - part two | News")
    assert all(map(is_trail, ("← The last bell", "More bells »", "2/5 The bell")))
    assert not is_trail("»The bell«")
