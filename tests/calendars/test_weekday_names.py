import pytest

from audit.calendars import find_dates


def one(text):
    (found,) = find_dates(text)
    return found


def test_the_weekday_decides_between_day_and_month_and_says_so():
    found = one("Friday 03/04/2015")
    assert found.normalized == "2015-04-03"
    assert found.order == "dmy"
    assert "day and month could change places; Friday decides" in found.reason


@pytest.mark.parametrize(
    "text",
    ["open to July 1, 2024", "from 1 to 28 March 2024", "To July 1, 2024", "So July 1, 2024"],
)
def test_small_words_are_no_weekdays(text):
    assert one(text).weekdays == ()


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Do, 4. Juli 2024", 3),
        ("Fr 12. Juli 2024", 4),
        ("lun. 1 juillet 2024", 0),
        ("Mon 1 July 2024", 0),
        ("to. 4.7.2024", 3),
        ("torstaina 4. heinäkuuta 2024", 3),
    ],
)
def test_abbreviated_weekdays_are_known_by_a_capital_or_a_stop(text, weekday):
    assert weekday in one(text).weekdays
