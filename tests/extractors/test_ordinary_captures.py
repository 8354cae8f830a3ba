"""Texts as people keep them: printed pages, mails and memos as texts, clippings, encyclopedias."""

import pytest

from audit.claims.mailheads import mail_head
from audit.claims.page import page_of
from audit.claims.printed import printed
from audit.extractors import extract_all

WORDS = (
    "The ferry to the island leaves half an hour earlier from Monday, because the tide allows it, "
    "and the last boat comes back at nine in the evening on all days but Sunday.\n"
)
TITLE = "Ferry timetable changes in June"
URL = "https://harbour.example/news/ferry"


@pytest.fixture
def chosen(document):
    """Return the chosen claims of a text by property, each in normal form."""

    def asked(text, **more):
        claims = extract_all(document(text, **more)).claims
        return {claim.property: claim.normalized for claim in claims if claim.chosen}

    return asked


def sheets(head, foot):
    pages = (f"{head}\n\n{TITLE}\nBy Ann Lind\n\n{WORDS * 4}\n", f"{head}\n\n{WORDS * 4}\n")
    many = len(pages)
    return "\f".join(page + foot.format(n=n, m=many) + "\n" for n, page in enumerate(pages, 1))


PRINTED = {
    "6/11/24, 10:15 AM": "2024-06-11",
    "11/06/2024, 10:15": "2024-06-11/2024-11-06",
    "25/06/2024, 10:15": "2024-06-25",
    "11.06.24, 10:15": "2024-06-11",
    "2024/6/11 10:15": "2024-06-11",
    "11/6/2024, 10:15 am": "2024-06-11/2024-11-06",
}


@pytest.mark.parametrize("stamp", PRINTED)
def test_the_margin_of_a_printed_page_is_its_capture(stamp, document, chosen):
    text = sheets(f"{stamp}\t{TITLE} | Lindby", f"{URL}\t{{n}}/{{m}}")
    found = chosen(text)
    assert (found["title"], found["creator"], found["url"]) == (TITLE, "Ann Lind", URL)
    assert "issued" not in found
    days = [c for c in extract_all(document(text)).claims if c.property == "captured"]
    assert [day.normalized for day in days] == [PRINTED[stamp]]
    assert found.get("captured") == (None if "/" in PRINTED[stamp] else PRINTED[stamp])
    assert text[days[0].start : days[0].end] == days[0].value == stamp.split(",")[0].split(" ")[0]


@pytest.mark.parametrize("url", [URL, "file:///home/anna/notes.html", "\ufb01le:///notes.html"])
def test_margins_whose_sides_blanks_keep_apart(url, chosen):
    text = sheets(f"6/11/24, 10:15 AM{' ' * 60}{TITLE}", f"{url}{' ' * 99}{{n}}/{{m}}")
    found = chosen(text)
    assert found["captured"] == "2024-06-11"
    assert "issued" not in found


def test_firefox_writes_the_address_above_and_the_day_below(chosen):
    found = chosen(sheets(f"{TITLE} {URL}", "{n} of {m} 6/11/24, 10:15 AM"))
    assert (found["url"], found["captured"]) == (URL, "2024-06-11")
    assert "issued" not in found


LISTED = f"6/11/24, 10:15 boats\n{URL} {{}}\n\n7/11/24, 10:20 ropes\n{URL}/2 {{}}\n"
NUMBERS = (("12/4", "7/1"), ("1/2", "3/4"), ("2/2", "1/2"), ("1/3", "2/4"))


@pytest.mark.parametrize("numbers", NUMBERS)
def test_numbers_behind_addresses_are_no_sheets(numbers):
    assert list(printed(LISTED.format(*numbers))) == []


def test_one_sheet_has_a_day_above(chosen):
    found = chosen(f"25/06/2024, 10:15\t{TITLE}\n\n{TITLE}\n\n{WORDS}\n{URL}\t1/1\n")
    assert (found["url"], found["captured"]) == (URL, "2024-06-25")
    assert list(printed(f"{WORDS}\n{URL}\t1/1\n")) == []


@pytest.mark.parametrize("text", [f"{URL}\n{WORDS}", f"See {URL} 1/2\n", "6/11/24, 10:15 AM\n"])
def test_an_address_in_a_text_is_no_margin(text):
    assert list(printed(text)) == []


@pytest.mark.parametrize(
    "piece",
    [
        "https://a.example/ ",
        "https://a.example/ 1/2\n",
        "https://a.example/\n1/1\n",
        "6/11/24, 10:15 AM ",
        "1 of 2 ",
        "a ://\n",
    ],
)
def test_margins_are_looked_for_in_linear_time(piece):
    printed(piece * 200_000)  # else it does not end


OUTLOOK = """From:\tLind, Ann
Sent:\tMonday, June 3, 2024 10:15 AM
To:\tBerg, Tom
Subject:\tFerry"""
THUNDERBIRD = """Subject: Ferry
From: Ann Lind <ann@harbour.example>
Date: 3 Jun 2024, 10:15
To: all@harbour.example"""
GERMAN = """Von: Anna Lind [mailto:anna@hafen.example]
Gesendet: Montag, 3. Juni 2024
Betreff: Fähre"""
FRENCH = """De\xa0: Anne Lind
Envoyé\xa0: lundi 3 juin 2024 10:15
À\xa0: Tom Berg
Objet\xa0: Bac"""
MEMO = """MEMO

TO: All staff
FROM: Ann Lind
DATE: June 3, 2024
RE: Ferry"""
NAMELESS = """From: ann@harbour.example
To: Tom
Sent: 2024-06-03
Subject: Ferry"""
HEADS = {
    OUTLOOK: "Ann Lind",
    THUNDERBIRD: "Ann Lind",
    GERMAN: "Anna Lind",
    FRENCH: "Anne Lind",
    MEMO: "Ann Lind",
    NAMELESS: "ann@harbour.example",
}


@pytest.mark.parametrize("head", HEADS)
def test_the_head_of_a_mail_names_its_sender_and_its_day(head, chosen):
    found = chosen(f"{head}\n\nDear Tom,\n\n{WORDS}\nBest\n")
    assert found["creator"] == HEADS[head]
    assert found["issued"] == "2024-06-03"
    assert "captured" not in found


def test_a_mail_that_a_text_shows_is_not_its_head(chosen):
    mail = "From: Jo Dahl\nSent: 3 May 1998\nTo: Ann Lind\nSubject: Ferry\n\nThe ferry is in.\n"
    found = chosen(f"{TITLE}\nby Ann Lind\nPublished 5 June 2024\n\n{WORDS}\n{mail}")
    assert (found["creator"], found["issued"]) == ("Ann Lind", "2024-06-05")


def test_an_open_day_in_the_head_of_a_mail_is_not_chosen(chosen):
    found = chosen(f"From: Ann Lind\nSent: 03/06/2024\nTo: Tom\nSubject: {TITLE}\n\n{WORDS}")
    assert found["creator"] == "Ann Lind"
    assert "issued" not in found
    assert "captured" not in found


@pytest.mark.parametrize(
    "text",
    [
        f"From: the quay\nTo: the mole\n{WORDS}",
        f"{TITLE}\nDate: 3 June 2024\n{WORDS}",
        WORDS * 12 + "From: Ann\nSent: 3 June 2024\nTo: Tom\n",
    ],
)
def test_what_is_no_head_of_a_mail(text, document):
    assert mail_head(page_of(document(text)).top) == ()


TAGLINES = (
    "From Wikipedia, the free encyclopedia",
    "aus Wikipedia, der freien Enzyklopädie",
    "Un article de Wikipédia, l'encyclopédie libre.",
    "De Wikipedia, la enciclopedia libre",
    "Материал из Википедии — свободной энциклопедии",
    "出典: フリー百科事典『ウィキペディア（Wikipedia）』",
    "Network Working Group                 A. Lind",
    "1 Harbour Institute, Lindby; 2 University of Oldhaven",
)


@pytest.mark.parametrize("line", TAGLINES)
def test_what_an_encyclopedia_says_on_every_page_is_no_title(line, chosen):
    assert chosen(f"Lindby Harbour\n\n{line}\n\n{WORDS * 3}")["title"] == "Lindby Harbour"


CLIP = """---
title: Ferry timetable
source: "https://harbour.example/news/ferry"
author:
  - "[[Ann Lind]]"
  - "[[people/berg|Tom Berg]]"
published: 2024-06-03
created: 2024-06-11
---
"""


def test_a_clipping_says_from_where_and_when(document):
    claims = extract_all(document(CLIP + WORDS)).claims
    found = [(c.property, c.normalized) for c in claims if c.chosen and c.part == "text"]
    assert {("creator", "Ann Lind"), ("creator", "Tom Berg")} <= set(found)
    assert {("url", URL), ("captured", "2024-06-11"), ("issued", "2024-06-03")} <= set(found)
    book = CLIP.replace("https://harbour.example/news/ferry", "Lind, The Harbour, 1902")
    assert not {"url", "captured"} & {
        c.property for c in extract_all(document(book + WORDS)).claims
    }


def test_a_note_with_a_number_gives_a_release_no_day(chosen):
    text = (
        f"PRESS RELEASE\n\nLindby Town Council\n\n3 June 2024\n\n{TITLE}\n\n{WORDS * 2}\nENDS\n\n"
    )
    notes = "Notes to editors:\n1. The council took over the ferry on 1 April 2019.\n"
    assert chosen(text + notes)["issued"] == "2024-06-03"


@pytest.mark.parametrize(
    "title",
    [
        "10 Universities, Ranked by Their Libraries",
        "7 Hospitals, Clinics and Homes in Lindby",
        "5 College Towns, and What They Read",
    ],
)
def test_a_number_of_places_may_be_a_title(title, chosen):
    assert chosen(f"{title}\n\n{WORDS}\n{WORDS}").get("title") == title


@pytest.mark.parametrize("day", ["Friday 03/04/2015", "mercredi 24/07/2024"])
def test_a_day_with_its_weekday_is_no_title(day, chosen):
    text = f"Quay Street opens again\n{day}\nby Mary Quayle\n\n{WORDS * 4}"
    name = f"04_{day[:-5].replace('/', '-')}.txt"
    assert chosen(text, path=name)["title"] == "Quay Street opens again"


def test_who_wrote_in_hebrew_is_no_title(chosen):
    line, title = "מאת: דוד לוי", "תערוכה חדשה בספרייה"
    prose = "תערוכה חדשה של מפות ים נפתחה אתמול בספריית הנמל. המפות נמצאו במרתף של בית ישן."
    said = chosen(f"ספריית הנמל\n{title}\n{line}\n24 ביולי 2024\n\n{prose}\n")
    assert said["creator"] == "דוד לוי"
    assert said.get("title") != line
