"""Pages that say at their foot when they were last changed, and days that a sentence speaks of."""

import pytest

from audit.claims.cues import is_sentence
from audit.extractors import extract_all
from audit.model import Source
from audit.readers.html import Html

PAGE = (
    '<!DOCTYPE html><html lang="{0}"><head><meta charset="utf-8"><title>{1} - Wiki</title></head>'
    "<body><h1>{1}</h1><div><p>{2}</p></div><footer><ul>"
    '<li id="footer-info-lastmod"> {3}</li></ul></footer></body></html>'
)


@pytest.fixture
def chosen():
    """Return the chosen days of a page by property."""

    def days(markup):
        data = markup.encode()
        source = Source(
            uri="a.html", path="a.html", location="a.html", size=len(data), modified=0, inode=0
        )
        claims = extract_all(Html().read(source, data, "test")).claims
        kinds = ("issued", "modified")
        return [(c.property, c.normalized) for c in claims if c.chosen and c.property in kinds]

    return days


@pytest.mark.parametrize(
    ("language", "title", "text", "foot"),
    [
        (
            *("en", "Town library", "It lies in the customs house. On 12 June 2003 it was listed."),
            "This page was last edited on 17 October 2023, at 08:41 (UTC).",
        ),
        (
            *("el", "Δημοτική βιβλιοθήκη", "Στις 12 Ιουνίου 2003 ο πύργος κηρύχθηκε μνημείο."),
            "Τελευταία τροποποίηση 08:41, 17 Οκτωβρίου 2023.",
        ),
        (
            *("ar", "مكتبة المدينة", "افتتحت المكتبة في مبنى قديم. وفي 12 يونيو 2003 أعلنت معلماً."),
            "آخر تعديل لهذه الصفحة كان يوم 17 أكتوبر 2023، الساعة 08:41.",
        ),
        (
            *("zh", "市图书馆", "市图书馆设在旧海关大楼。2003年6月12日被列为文物。"),
            "本页面最后修订于2023年10月17日 (星期二) 08:41。",
        ),
        (
            *(
                "ko",
                "시립 도서관",
                "시립 도서관은 옛 건물에 문을 열었다. 2003년 6월 12일 문화재로 지정되었다.",
            ),
            "이 문서는 2023년 10월 17일 (화) 08:41에 마지막으로 편집되었습니다.",
        ),
    ],
)
def test_the_day_of_the_last_change_is_no_day_of_issue(chosen, language, title, text, foot):
    page = PAGE.format(language, title, text, foot)
    assert chosen(page) == [("modified", "2023-10-17")]


@pytest.mark.parametrize(
    "line",
    [
        "Letzte Bearbeitung: 17. Oktober 2023",
        "Dernière modification : 17 octobre 2023",
        "Editado por última vez el 17 de octubre de 2023",
        "Τελευταία τροποποίηση: 17 Οκτωβρίου 2023",
        "آخر تعديل: 17 أكتوبر 2023",
        "最后修改：2023年10月17日",
        "Bu sayfa 17 Ekim 2023 tarihinde değiştirildi",
    ],
)
def test_a_line_says_in_its_language_that_the_text_was_changed(document, line):
    claims = extract_all(document(f"Notes on the quay\n\n{line}\n")).claims
    days = [(c.property, c.normalized) for c in claims if c.property == "modified"]
    assert days == [("modified", "2023-10-17")]


@pytest.mark.parametrize(
    "line",
    [
        "12 June 2003, by Ann Lind, from the harbour.",
        "On 12 June 2003 by Ann Lind.",
        "12.6.2003, 10:15 Uhr, aus dem alten Hafen.",
    ],
)
def test_a_line_that_says_when_and_by_whom_is_no_sentence(document, line):
    prose = "The library in the customs house lends books again, and its doors stand open. " * 3
    evidence = extract_all(document(f"The library opens again\n\n{line}\n\n{prose}\n"))
    days = [c.normalized for c in evidence.claims if c.property == "issued" and c.chosen]
    assert days == ["2003-06-12"]


@pytest.mark.parametrize(
    ("before", "after", "speaks"),
    [
        ("", " ist der Tag des Hafens in der Stadt.", True),
        ("Στις ", " ο πύργος κηρύχθηκε μνημείο.", True),
        ("", ". The tower was listed in the spring.", False),
        ("Hallby, ", " the tower was listed in spring.", False),
        ("图书馆设在旧海关大楼。", "被列为文物。", True),
        ("海港通讯社海港分社", "电 图书馆今天开放。", False),
        ("图书馆的来源：海港分社", "。", False),
    ],
)
def test_how_a_sentence_speaks_of_a_day(before, after, speaks):
    assert is_sentence(before, after) is speaks


def test_an_account_is_no_mail_address(document):
    text = "Harbour Museum @museum@town.example wrote to desk@town.example\n"
    found = [c.normalized for c in extract_all(document(text)).claims if c.property == "contact"]
    assert found == ["desk@town.example"]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (
            "Published 15 May 2024, updated 20 May 2024",
            [("issued", "2024-05-15"), ("modified", "2024-05-20")],
        ),
        ("Updated 20 May 2024", [("issued", "2024-05-20"), ("modified", "2024-05-20")]),
        (
            "20 May 2024 (updated)",
            [("issued", "2024-05-20"), ("modified", "2024-05-20")],
        ),
    ],
)
def test_a_word_for_a_change_behind_a_date_is_of_the_next_one(chosen, said, days):
    page = (
        '<html lang="en"><head><title>The quay</title></head><body><h1>The rope walk is open</h1>'
        f'<p class="date">{said}</p><p>Visitors may turn the wheel themselves on Sundays, and the '
        "last rope maker of the town tells them when they turn it the wrong way.</p></body></html>"
    )
    assert sorted(chosen(page)) == days


def test_two_days_that_a_page_tells_apart_are_no_conflict():
    data = (
        b'<html lang="en"><head><title>The quay</title></head><body><h1>The rope walk is open</h1>'
        b'<p class="date">Published 15 May 2024, updated 20 May 2024</p><p>Visitors may turn the '
        b"wheel themselves on Sundays, and are told how.</p></body></html>"
    )
    source = Source(
        uri="a.html", path="a.html", location="a.html", size=len(data), modified=0, inode=0
    )
    claims = extract_all(Html().read(source, data, "test")).claims
    found = {(c.property, c.normalized) for c in claims if c.property in {"issued", "modified"}}
    assert found == {("issued", "2024-05-15"), ("modified", "2024-05-20")}
