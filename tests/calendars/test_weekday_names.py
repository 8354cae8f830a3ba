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


@pytest.mark.parametrize(
    "text",
    [
        "Mon–Fri, 24 July 2024",
        "Monday to Friday, 24 July 2024",
        "lundi au vendredi 24 juillet 2024",
        "24 July 2024, Monday to Friday 9-5",
        "The crane fell on 24 July 2024. Monday it was mended.",
        "24 July 2024 (Monday closed)",
        "24 July 2024 - Monday: closed",
        "The Sun, 24 July 2024",
    ],
)
def test_a_day_of_several_or_of_the_next_sentence_is_not_that_of_the_date(text):
    assert one(text).weekdays == ()


@pytest.mark.parametrize(
    "text",
    [
        "2024. július 24., szerda",
        "2024. július 24. szerda",
        "24 Temmuz 2024, Çarşamba 10:15",
        "24 July 2024 (Wednesday)",
        "24 July 2024, Wednesday at 10",
        "from Monday, 22 July, to Wednesday, 24 July, 2024",
    ],
)
def test_a_weekday_behind_a_date_that_closes_it(text):
    assert one(text).weekdays == (2,)
