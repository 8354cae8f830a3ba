"""Papers as they come: what is said around their own values is not said of them."""

import pytest

from audit.extractors import conflicts, extract_all
from audit.model import Field

TITLE = "The old ferry bell hangs again"
PROSE = (
    "The old ferry bell was taken down in the winter, and nobody on the quay could say how long it"
    " had hung there, nor who had paid for it when the first landing stage was built.\n"
)


def chosen(evidence, property_):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == property_]


def quarrels(evidence):
    return [each.reason for each in conflicts(evidence.claims)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A service will be held on 1 December 2017 at the quay.",
        "The fair takes place on 1 December 2017.",
        "Das Fest findet am 1. Dezember 2017 statt.",
        "La fête aura lieu le 1er décembre 2017 au port.",
        "La fiesta se celebrará el 1 de diciembre de 2017.",
    ],
)
def test_a_day_to_come_is_not_that_of_the_text(document, sentence):
    evidence = extract_all(
        document(f"{TITLE}\n\nBy Ada Lind\n21 November 2017\n\n{PROSE}\n{sentence}\n")
    )
    assert (chosen(evidence, "issued"), quarrels(evidence)) == (["2017-11-21"], [])


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


@pytest.mark.parametrize(
    "label",
    [
        "Data publikacji: ",
        "Δημοσίευση: ",
        "प्रकाशित: ",
        "Közzétéve: ",
        "Опубліковано: ",
        "Diterbitkan: ",
        "Đăng ngày: ",
        "Objavljeno: ",
        "Publicerat: ",
    ],
)
def test_days_that_are_labelled_in_many_languages(document, label):
    evidence = extract_all(document(f"{TITLE}\n{label}2021-11-23\n\n{PROSE * 2}"))
    assert chosen(evidence, "issued") == ["2021-11-23"]


@pytest.mark.parametrize(
    "label",
    [
        "Ostatnia aktualizacja: ",
        "Τελευταία ενημέρωση: ",
        "अंतिम अपडेट: ",
        "Frissítve: ",
        "Оновлено: ",
        "Diperbarui: ",
        "Cập nhật: ",
        "최종 수정일: ",
        "עודכן: ",
    ],
)
def test_changes_that_are_labelled_in_many_languages(document, label):
    text = f"{TITLE}\n2021-11-20\n{label}2021-11-23\n\n{PROSE * 2}"
    evidence = extract_all(document(text))
    assert chosen(evidence, "modified") == ["2021-11-23"]
    assert chosen(evidence, "issued") == ["2021-11-20"]


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
    "changes",
    [
        "- 2.1.0 (2022-03-04): lists\n- 2.0.0 (2021-11-30): a new format\n",
        "## [2.1.0] - 2022-03-04\n\n- lists\n\n## [2.0.0] - 2021-11-30\n\n- a new format\n",
        "v2.1.0 - 2022-03-04\n  lists\nv2.0.0 - 2021-11-30\n  a new format\n",
        "* 4 March 2022: version 2.1\n* 30 November 2021: version 2.0\n",
    ],
)
def test_the_versions_of_a_program_give_its_manual_no_day(document, changes):
    text = f"# {TITLE}\n\nA small tool that counts bells.\n\n## Changelog\n\n{changes}"
    evidence = extract_all(document(text, media_type="text/markdown"))
    assert (chosen(evidence, "issued"), quarrels(evidence)) == ([], [])


def test_a_version_may_name_the_day_of_its_text(document):
    evidence = extract_all(document(f"{TITLE}\nVersion 1.2, 4 March 2022\n\n{PROSE * 2}"))
    assert chosen(evidence, "issued") == ["2022-03-04"]


@pytest.mark.parametrize(
    ("property_", "value", "said"),
    [
        ("title", "Microsoft Word - Dokument1", []),
        ("title", "Document1", []),
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


def test_reviews_of_a_thing_give_it_no_day_and_no_author(document):
    sold = (
        '{"@type": "Product", "name": "Bell rope", "review": [{"@type": "Review", "author":'
        ' {"@type": "Person", "name": "Per Dahl"}, "datePublished": "2021-02-12"}]}'
    )
    evidence = extract_all(
        document(markup=f'<script type="application/ld+json">{sold}</script><h1>Bell rope</h1>')
    )
    assert not [c for c in evidence.claims if c.property in ("issued", "creator")]


@pytest.mark.parametrize(
    "heading", ["Customer reviews", "3 customer reviews", "Kundenbewertungen (2)", "Avis clients"]
)
def test_days_of_reviews_are_those_of_readers(document, heading):
    reviews = "Good rope, by K. Lund on 12 February 2021\nToo short, by anonymous on 3 March 2021\n"
    evidence = extract_all(
        document(
            "Bell rope, three strands, four metres\nItem 44\nEUR 7.90\nIn stock\nDescription\n"
            f"{PROSE}\nA rope with a knot at its end.\nIt does not rot.\n\n{heading}\n{reviews}"
        )
    )
    assert (chosen(evidence, "issued"), quarrels(evidence)) == ([], [])
