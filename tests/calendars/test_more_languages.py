"""Names of months beyond the great languages."""

import pytest

from audit.calendars import find_dates


def days(text):
    return [date.normalized for date in find_dates(text)]


@pytest.mark.parametrize(
    "text",
    [
        "24 జూలై, 2024", "24 जुलै, 2024", "24 જુલાઈ, 2024", "24 ਜੁਲਾਈ 2024", "ಜುಲೈ 24, 2024",
        "2024, ജൂലൈ 24", "ଜୁଲାଇ 24, 2024", "2024 ජූලි 24", "2024 जुलाई 24", "24 ກໍລະກົດ 2024",
        "24 កក្កដា 2024", "2024 ဇူလိုင် 24", "24 ጁላይ 2024", "24 июл 2024", "2024-ж., 24-июль",
        "24 iýul 2024", "24 juill. 2024", "24 korr 2024", "24 djuli 2024", "24 liepos 2024",
        "24 tháng 7, 2024", "24 thg 7, 2024", "24 tháng 7 năm 2024", "24শে জুলাই 2024",
        "24 ліп 2024", "24 հլս 2024", "24 ליולי 2024", "24 يوليوز 2024",
    ],
)  # fmt: skip
def test_a_day_in_one_more_language(text):
    assert days(f"x {text} x") == ["2024-07-24"]


def test_the_hijri_month_with_its_article():
    assert days("18 المحرم 1446 هـ") == days("18 محرم 1446 هـ") == ["2024-07-24"]
