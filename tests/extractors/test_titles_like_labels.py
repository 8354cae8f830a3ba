"""Headlines that begin as labels, bylines and notices do; and labels, which are none."""

import pytest

from audit.claims.labels import is_label
from audit.extractors import extract_all

TITLE = "The bell of the old ferry comes home"
TEXT = (
    "The bell of the old ferry came home on a dull morning, when nobody at the harbour thought of"
    " it. Those who know the piers say that people spoke of {} all the week long.\n\n"
    "The harbour master said that {} will be remembered for years by everybody who was there, and"
    " by those who only heard of it from others later on.\n"
)


def chosen(document, text, name="title"):
    claims = extract_all(document(text)).claims
    return [claim.normalized for claim in claims if claim.chosen and claim.property == name]


@pytest.mark.parametrize("who", ["By Jane Grey\n12 June 1921\n\n", "Jane Grey\n\n", ""])
@pytest.mark.parametrize(
    "headline",
    [
        "Chocolate chip cookies for the harbour fair",
        "New copyright rules for town libraries",
        "JavaScript for librarians: a first course",
        "Kommentiertes Verzeichnis der Glocken",
        "Home for the old ferry found",
        "Menu of the harbour dinner found",
        "Print shop reopens in Lindby",
        "Print, press and politics in Lindby",
        "Cookies and politics of the harbour",
        "Share of visitors from abroad grows",
        "Download figures of the archive double",
        "Skip the queue: museum opens earlier",
        "By the sea: a walk along the piers",
        "By boat to Lindby",
        "Search for the lost bell ends",
        "Subscribe or die: newspapers of the harbour",
        "Von der Glocke zum Hafen",
        "Von Lindby nach Haven mit dem Dampfer",
        "Por fin llega la campana",
        "Par temps de pluie, le musée fait salle comble",
        "Photo exhibition opens at the harbour",
        "Photo exhibition of 1921 opens at the harbour",
        "Search for 12 sailors ends",
        "Posted to the east: letters of a lieutenant",
        "Published at last: the harbour letters",
        "Ferry leaves at 10:30 from today",
        "Sign in the dark: the lighthouse of Lindby",
    ],
)
def test_a_headline_may_begin_as_labels_do(document, headline, who):
    text = f"{headline}\n\n{who}{TEXT.format(headline.lower(), headline.split(': ')[0].lower())}"
    assert chosen(document, text) == [headline]
    assert chosen(document, text, "creator") == (["Jane Grey"] if who.startswith("By") else [])


@pytest.mark.parametrize("form", ["{label}\n{title}\n\n", "{title}\n{label}\n\n"])
@pytest.mark.parametrize(
    "label",
    [
        "Home",
        "Von Max Müller und Anna Weber",
        "Von der Redaktion",
        "By our own correspondent",
        "Skip to main content",
        "Share this article on Facebook",
        "Search this site",
        "Sign in to your account",
        "This website uses cookies to improve your visit",
        "Wir verwenden Cookies auf dieser Seite",
        "Please enable JavaScript to use this page",
        "Copyright Lindby Museum and its friends",
        "Copyright 2021 by the Harbour Press",
        "Posted by Jane Grey in News",
        "Photo by Jane Grey",
        "Download the PDF version",
        "Home page of the Town Library",
        "Posted on 12 June 2021 at 10:30",
        "Heute, 10:30 Uhr",
        "Subscribe to our newsletter",
        "Follow us on all our channels",
        "The bell in its tower, Getty Images",
    ],
)
def test_a_label_is_no_headline(document, label, form):
    text = form.format(label=label, title=TITLE) + TEXT.format("it", "the bell")
    assert chosen(document, text) == [TITLE]


@pytest.mark.parametrize(
    "label",
    ["Related news", "Most read", "Meistgelesen", "À lire aussi", "Lo más leído", "推荐阅读"],
)
def test_what_stands_in_a_list_of_other_texts_is_no_headline(document, label):
    others = "The ferry gets a new engine\nThe bell of the church rings again\n"
    text = f"{label}\n{others}\n{TITLE}\nBy Jane Grey\n\n{TEXT.format('it', 'the bell')}"
    assert chosen(document, text) == [TITLE]


def test_a_line_whose_bracket_the_next_one_closes_is_no_headline(document):
    text = (
        "BELL2 is Free!\n\nI hereby leave every single right to BELL 2.0 (the Ferry Bell for\n"
        "HAVEN), and give all of the BELL 2.0 drawings, turned moulds, and\n"
        "the papers that lie in this chest to the people of the town.\n"
        "BELL comes with NO PROMISE or word of how long it rings for any\npurpose.\n"
    )
    claims = extract_all(document(text)).claims
    titles = [claim.normalized for claim in claims if claim.property == "title"]
    assert titles == ["BELL2 is Free!"]


@pytest.mark.parametrize(
    "line", ["Version 1.2", "Version 2.0, June 1921", "v3.0.1", "Release 7 (12 June 1921)"]
)
def test_an_edition_is_no_headline(line):
    assert is_label(line)
    assert not is_label(f"{line} of the harbour rules is out")


def test_a_sentence_about_rights_is_no_headline(document):
    notice = "This text is given by the holders of the copyright under these terms."
    text = f"{notice}\n\nTerms\n{TEXT.format('it', 'the text')}"
    assert notice not in chosen(document, text)


def test_a_list_of_other_texts_ends_at_a_gap(document):
    title = "By boat to the lighthouse: seven walks along the quay"
    others = "The ferry gets a new engine\nThe bell of the church rings again\n"
    prose = TEXT.format("walks", "the lighthouse").replace("bell of the old ferry", "boat")
    text = f"Coast Reader\n\nRelated news\n{others}\n{title}\nJane Grey | 12 June 2021\n\n{prose}"
    assert chosen(document, text) == [title]
    assert chosen(document, text, "creator") == ["Jane Grey"]


@pytest.mark.parametrize(
    "line",
    [
        "# Copyright © 2009 Ann Berg <ann@quay.example>",
        "# (c) 2009 Ann Berg",
        "# Copyright 2009 Ann Berg",
    ],
)
def test_a_notice_that_is_set_as_a_heading_is_no_title(document, line):
    said = chosen(document, f"{line}\n\n{TEXT}{TEXT}")
    assert not [title for title in said if title in line]


def test_the_day_of_a_release_is_a_label():
    assert is_label("Released after 2022-10-24")
    assert is_label("Released on 2024-10-xx")


@pytest.mark.parametrize("line", ["Copyright and the town library", "Released birds come back"])
def test_a_headline_may_begin_as_notices_do(document, line):
    assert chosen(document, f"{line}\n\n{TEXT}{TEXT}") == [line]


@pytest.mark.parametrize("sign", [" | ", " · ", " • "])
def test_a_menu_in_one_line_is_no_title(document, sign):
    menu = sign.join(("Website", "First steps", "Learn", "Contributing"))
    assert is_label(menu)
    assert menu not in chosen(document, f"{menu}\n\n{TEXT}{TEXT}")
    assert not is_label(sign.join((TITLE, "Ferries", "Hallby Herald")))
