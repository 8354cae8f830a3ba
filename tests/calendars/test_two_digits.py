"""Years in two digits: where they stand, and which century they are of."""

import pytest

from audit.calendars import find_dates

PAGES = {
    "ko": "항구 도서관 소식입니다. {} 등록되었습니다.",
    "zh": "港口图书馆消息，{} 发布。",
    "ja": "港の図書館からのお知らせ {} です。",
}


def days(text):
    return [date.normalized for date in find_dates(text)]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("sign", ["-", "/", ".", ". "])
def test_in_east_asia_a_year_in_two_digits_leads(page, sign):
    assert days(page.format(sign.join(("21", "07", "24")))) == ["2021-07-24"]
    assert days(page.format(sign.join(("31", "07", "24")))) == []
    assert days(page.format("24/07/2021")) == ["2021-07-24"]


def test_elsewhere_it_stands_last():
    assert days("The harbour opens, 21.07.24 at noon (港).") == ["2024-07-21"]


def test_blanks_that_are_not_broken_are_blanks():
    assert (
        days("Praha 3.\xa05.\xa021 v poledne") == days("Praha 3. 5. 21 v poledne") == ["2021-05-03"]
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13.12.50", "1950-12-13"),
        ("12/13/44", "1944-12-13"),
        ("13-Dec-68", "1968-12-13"),
        ("13.12.29", "2029-12-13"),
        ("13.12.30", "1930-12-13"),
        ("13.12.99", "1999-12-13"),
    ],
)
def test_two_digits_mean_no_year_far_in_the_future(text, day):
    assert days(f"Oldhaven, {text}") == [day]
