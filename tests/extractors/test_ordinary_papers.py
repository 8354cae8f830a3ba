"""Papers as they come: whose names stand in them, and what they are called."""

import pytest

from audit.extractors import extract_all
from audit.model import Field

TITLE = "The old ferry bell hangs again"
PROSE = (
    "The old ferry bell was taken down in the winter, and nobody on the quay could say how long it"
    " had hung there, nor who had paid for it when the first landing stage was built.\n"
)


def chosen(evidence, property_):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == property_]


@pytest.mark.parametrize(
    "office", ["Joan Petty, Press Office", "Joan Petty\nPress Office", "Jens Vogt, Pressestelle"]
)
def test_who_answers_the_press_is_not_the_publisher(document, office):
    evidence = extract_all(document(f"{TITLE}\n\n{PROSE}\nContact:\n{office}\n+44 1632 960 123\n"))
    assert chosen(evidence, "publisher") == []


@pytest.mark.parametrize(
    "line",
    [
        "© The Author(s) 2020.",
        "Copyright (c) 2020 by the authors",
        "© 2020 the author",
        "Powered by phpBB © 2000-2014 phpBB Group",
        "Powered by vBulletin® Version 4.2.2 Copyright © 2014 vBulletin Solutions, Inc.",
    ],
)
def test_authors_and_makers_of_software_are_no_publishers(document, line):
    assert chosen(extract_all(document(f"{TITLE}\n\n{PROSE}\n{line}\n")), "publisher") == []


def test_a_publisher_stands_beside_what_powers_its_site(document):
    for line in ("© 2020 Hallby Post. Powered by Bell", "Powered by Bell. © 2020 Hallby Post"):
        evidence = extract_all(document(f"{TITLE}\n\n{PROSE}\n{line}\n"))
        assert chosen(evidence, "publisher") == ["Hallby Post"]


BYLINES = [
    "Yazar: Ayşe Demir",
    "Tác giả: Lan Nguyen",
    "작성자: 김민수",
    "מאת: דנה לוי",
    "מאת דנה לוי",
    "लेखक: सुनीता शर्मा",
    "Penulis: Siti Rahma",
    "作者：李明",
    "著者：山田太郎",
    "โดย สมชาย ใจดี",
    "ผู้เขียน: สมชาย ใจดี",
    "Συντάκτης: Άννα Παππά",
    "Szerző: Nagy Anna",
    "Автор: Ірина Соколова",
]


@pytest.mark.parametrize("line", BYLINES)
def test_bylines_in_many_languages_name_a_creator_and_are_no_title(document, line):
    name = line.replace("：", ": ").split(": ")[-1].removeprefix("מאת ").removeprefix("โดย ")
    evidence = extract_all(document(f"{TITLE}\n{line}\n\n{PROSE * 2}"))
    assert (chosen(evidence, "creator"), chosen(evidence, "title")) == ([name], [TITLE])


@pytest.mark.parametrize("heading", ["Abstract", "Product description", "Customer reviews"])
def test_the_heading_of_a_part_is_no_title(document, heading):
    path = f"{heading.lower()}.txt"
    evidence = extract_all(document(f"{heading}\n{PROSE * 2}", path=path))
    assert chosen(evidence, "title") == []


def test_a_main_heading_that_names_the_site_is_not_the_title(document):
    page = (
        "<title>Minutes of May - Hallby Town Council</title><h1>Hallby Town Council</h1>"
        f"<h2>Minutes of May</h2><p>{PROSE}</p><p>Copyright Hallby Town Council 2019</p>"
    )
    text = f"Hallby Town Council\nMinutes of May\n{PROSE}\nCopyright Hallby Town Council 2019\n"
    claims = extract_all(document(text, markup=page)).claims
    marked = [c for c in claims if c.property == "title" and c.extractor == "html-marks"]
    assert not marked


def test_a_main_heading_with_the_class_of_a_site_is_not_the_title(document):
    page = (
        '<title>Quay notes: The old scales</title><h1 class="site-title">Quay notes</h1>'
        f'<h3 class="post-title">The old scales</h3><p>{PROSE}</p>'
    )
    text = f"Quay notes\nThe old scales\n{PROSE}"
    evidence = extract_all(document(text, markup=page))
    assert chosen(evidence, "title") == ["The old scales"]


@pytest.mark.parametrize(
    ("property_", "value", "said"),
    [
        ("title", "Microsoft Word - Dokument1", []),
        ("title", "Document1", []),
        ("title", "Microsoft Word - report_final.doc", []),
        ("title", "Microsoft Word - The quay in winter.docx", []),
        ("title", "report_2019-final.indd", []),
        ("title", "C:\\Texts\\the quay.doc", []),
        ("title", "main.dvi", []),
        ("title", "The quay, and what became of it.", ["The quay, and what became of it."]),
        ("title", "How we moved from .doc to .odt", ["How we moved from .doc to .odt"]),
        ("title", "untitled", []),
        ("title", "PowerPoint Presentation", []),
        ("title", "Présentation PowerPoint", []),
        ("title", "Document 12 of the harbour board", ["Document 12 of the harbour board"]),
        ("title", "Book of the quay", ["Book of the quay"]),
        ("creator", "user", []),
        ("creator", "Windows User", []),
        ("creator", "Ada User", ["Ada User"]),
    ],
)
def test_what_a_program_fills_in_is_neither_title_nor_creator(document, property_, value, said):
    fields = (Field(property=property_, value=value, by="docx", place="docProps/core.xml"),)
    evidence = extract_all(document("", fields=fields))
    assert chosen(evidence, property_) == said


def test_a_page_without_a_title_of_its_own(document):
    for title in ("Untitled Document", "New Page 1", "Unbenanntes Dokument"):
        page = f"<title>{title}</title><p>{PROSE}</p>"
        assert chosen(extract_all(document(PROSE, markup=page)), "title") == []


@pytest.mark.parametrize(
    "line",
    [
        "Jo Lind, Local Reporter",
        "Jo Lind, Staff Writer",
        "Jo Lind, Redakteurin",
        "Jo Lind, periodista",
    ],
)
def test_who_reports_is_no_title(document, line):
    text = f"Hallby Gazette\n\nCouncil sells boathouse\n\n{line}\nWednesday, 8 May 2019\n\n{PROSE}"
    evidence = extract_all(document(text))
    assert not [c for c in evidence.claims if c.property == "title" and "Lind" in c.normalized]
    assert chosen(evidence, "creator") == ["Jo Lind"]


@pytest.mark.parametrize(
    ("sender", "sent", "subject"),
    [
        ("From", "Sent: Monday, March 02, 2015 9:41 AM", "Subject"),
        ("Von", "Gesendet: Montag, 2. März 2015 09:41", "Betreff"),
        ("De", "Envoyé : lundi 2 mars 2015 09:41", "Objet"),
        ("Van", "Verzonden: maandag 2 maart 2015 9:41", "Onderwerp"),
    ],
)
def test_a_printed_mail_says_who_sent_it_when(document, sender, sent, subject):
    text = f"{sender}: Ann Berg\n{sent}\nTo: Per Dahl\n{subject}: The old maps\n\n{PROSE}"
    evidence = extract_all(document(text))
    days = [day[:10] for day in chosen(evidence, "issued")]
    said = (chosen(evidence, "creator"), days, chosen(evidence, "title"))
    assert said == (["Ann Berg"], ["2015-03-02"], ["The old maps"])


@pytest.mark.parametrize("mark", ["-----Original Message-----\n", "", "________________\n"])
def test_the_mail_that_is_answered_has_another_day(document, mark):
    text = (
        "From: Ann Berg\nSent: Monday, March 02, 2015 9:41 AM\nTo: Per Dahl\nSubject: Old maps\n\n"
        f"Dear Per,\n\nThank you. The maps came on Friday.\n\nAnn\n\n{mark}From: Per Dahl\n"
        "Sent: Thursday, February 26, 2015 4:02 PM\nTo: Ann Berg\nSubject: Old maps\n\nHere.\n"
    )
    evidence = extract_all(document(text))
    said = [day[:10] for day in chosen(evidence, "issued")]
    assert (chosen(evidence, "creator"), said) == (["Ann Berg"], ["2015-03-02"])


def test_a_mail_in_the_archive_of_a_list_keeps_its_day(document):
    text = (
        "The boat list\n[Date Prev]\n[Date Next]\n[Thread Index]\nThe old maps\n"
        f"From: Ann Berg\nDate: Mon, 2 March 2015\nSubject: The old maps\n\n{PROSE * 2}"
    )
    assert chosen(extract_all(document(text)), "issued") == ["2015-03-02"]


LETTER = (
    "Hallow Library\nQuay Street 1\nHL1 2 Hallow\n\n4 March 2016\n\nDear Mr Lund,\n\n"
    f"{PROSE}\nYours sincerely,\nAnn Berg\n"
)


@pytest.mark.parametrize(
    "text",
    [
        LETTER,
        LETTER.replace("Hallow\n\n4", "Hallow\n\nHallow, 4").replace("HL1 2", "22710"),
        LETTER.replace("1\nHL1 2 H", "1, H"),
        LETTER.replace("HL1 2", "22710"),
    ],
)
def test_the_address_above_a_letter_is_no_title(document, text):
    evidence = extract_all(document(text))
    assert (chosen(evidence, "title"), chosen(evidence, "issued")) == ([], ["2016-03-04"])


def test_a_place_with_a_number_is_no_second_author(document):
    evidence = extract_all(document(f"{TITLE}\nPor Marcos Lima, G1 Litoral\n\n{PROSE * 2}"))
    assert chosen(evidence, "creator") == ["Marcos Lima"]


def test_columns_of_a_print_are_read_each_for_itself(document):
    gap = " " * 34
    text = (
        f"{gap}NEWS\n\nPort of Hallby\n\n"
        f"FOR IMMEDIATE RELEASE{gap}Hallby, 22 August 2024\n\n"
        "From September ferries at the quay can turn off their engines and take electricity from\n"
        "the land. The plant was built in eleven months.\n"
    )
    claims = extract_all(document(text)).claims
    assert [c.normalized for c in claims if c.property == "issued" and c.chosen] == ["2024-08-22"]
    closing = text.replace("Hallby, 22", "Closing date:       22")
    claims = extract_all(document(closing)).claims
    assert not [c for c in claims if c.property == "issued" and c.chosen]
