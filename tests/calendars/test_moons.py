"""Months of the Hijri and the Jalali year as many languages spell them."""

import datetime as dt

import pytest

from audit.calendars import find_dates


def one(text):
    (found,) = find_dates(text)
    return found


HIJRI = [
    ("fr", "18 mouharram 1446", "2024-07-24"),
    ("fr", "12 chaabane 1445", "2024-02-22"),
    ("fr", "10 dhou al-hijja 1445", "2024-06-16"),
    ("de", "12. Schaʿban 1445", "2024-02-22"),
    ("de", "10. Dhu l-Hiddscha 1445", "2024-06-16"),
    ("ru", "1 рамадана 1445", "2024-03-11"),
    ("ru", "10 зуль-хиджжа 1445", "2024-06-16"),
    ("bn", "১৮ মহররম ১৪৪৬", "2024-07-24"),
    ("bn", "১২ রবিউল আউয়াল ১৪৪৬", "2024-09-15"),
    ("bn", "১০ জিলহজ্জ ১৪৪৫", "2024-06-16"),
    ("ur", "۱۰ ذوالحجہ ۱۴۴۵ھ", "2024-06-16"),
    ("ur", "10 ذی الحجہ 1445ھ", "2024-06-16"),
    ("ur", "۵ ذی القعدہ ۱۴۴۵ھ", "2024-05-13"),
    ("fa", "۵ ربیع\u200cالاول ۱۴۴۶", "2024-09-08"),
    ("fa", "۵ ذی\u200cالحجه ۱۴۴۵", "2024-06-11"),
    ("id", "12 Rabiul Awal 1446 H", "2024-09-15"),
    ("id", "5 Jumadil Akhir 1446 H", "2024-12-06"),
    ("id", "10 Dzulhijjah 1445 H", "2024-06-16"),
    ("id", "12 Sya'ban 1445 H", "2024-02-22"),
    ("ms", "5 Rejab 1446H", "2025-01-05"),
    ("ms", "5 Jamadilawal 1446H", "2024-11-07"),
    ("bs", "10. zul-hidždže 1445.", "2024-06-16"),
    ("bs", "5. rebiu-l-evvel 1446.", "2024-09-08"),
    ("az", "18 məhərrəm 1446", "2024-07-24"),
]


@pytest.mark.parametrize(("language", "text", "day"), HIJRI)
def test_hijri_months_in_many_spellings(language, text, day):
    found = one(text)
    assert (language, found.calendar, found.normalized) == (language, "hijri", day)


AFGHAN = [
    "حمل",
    "ثور",
    "جوزا",
    "سرطان",
    "اسد",
    "سنبله",
    "میزان",
    "عقرب",
    "قوس",
    "جدی",
    "دلو",
    "حوت",
]


def test_months_of_afghanistan_are_those_of_the_jalali_year():
    first = dt.date(2024, 3, 20)
    starts = [0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336]
    for name, days in zip(AFGHAN, starts, strict=True):
        found = one(f"۱ {name} ۱۴۰۳")
        assert (found.calendar, found.normalized) == (
            "jalali",
            (first + dt.timedelta(days=days)).isoformat(),
        )
    assert one("15 Asad 1388").normalized == "2009-08-06"


@pytest.mark.parametrize("text", ["میزان ۱۲۵۰ تن", "حمل ۱۴۰۰ تن بار", "Asad 1403", "Mizan 1400"])
def test_their_names_are_words_where_no_day_stands_beside_them(text):
    assert list(find_dates(text)) == []
