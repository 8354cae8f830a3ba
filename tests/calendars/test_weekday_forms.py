"""The day of the week beside a date, in the forms that languages have for it."""

import time

import pytest

from audit.calendars import find_dates


def one(text):
    (found,) = find_dates(text)
    return found


WEDNESDAY = [
    "2024년 7월 24일 수요일",
    "2024년 7월 24일 (수)",
    "2024년 7월 24일(수) 오전 10시",
    "2024. 7. 24.(수)",
    "2024.07.24(수)",
    "2024年7月24日（水）",
    "2024年7月24日(水曜日)",
    "２０２４年７月２４日（水）",
    "2024/07/24（水）",
    "2024/07/24 水曜日",
    "令和6年7月24日（水・祝）港湾局",
    "2024年7月24日水曜日、港の会議",
    "2024年7月24日 礼拜三",
    "2024年7月24日 星期三",
    "2024年7月24日（星期三）",
    "2024年7月24日周三",
    "2024-07-24 週三",
    "2024-07-24 星期三 10:15",
    "วันพุธที่ 24 กรกฎาคม 2567",
    "ประจำวันพุธที่ 24 กรกฎาคม พ.ศ. 2567",
    "พุธ 24 กรกฎาคม 2567",
    "24 กรกฎาคม 2567 (วันพุธ)",
    "24 июля 2024 г., среда",
    "24 июля 2024 года, среда",
    "24 июля 2024 г. (среда)",
    "24.07.2024 (ср)",
    "24.07.2024, ср",
    "24 июля 2024 г. (ср.)",
    "24 липня 2024 року, середа",
    "Thứ Tư, ngày 24 tháng 7 năm 2024",
    "Thứ 4, ngày 24/7/2024",
    "thứ tư ngày 24 tháng 7 năm 2024",
    "24/7/2024 (Thứ Tư)",
    "יום ד', 24.7.24",
    "ביום ד׳ ה-24 ביולי 2024",
    "יום ד' י״ח בתמוז תשפ״ד",
    "24.7.2024 (יום ד')",
    "יום רביעי, 24 ביולי 2024",
    "يوم الأربعاء الموافق 24 يوليو 2024",
    "24 يوليو 2024 (الأربعاء)",
    "Wed, 24-Jul-24",
    "2024-07-24 (Wed)",
    "2024-07-24 (WED)",
    "2024-07-24 Wed",
    "2024-07-24, Wed 10:15",
    "Wednesday the 24th of July, 2024",
    "24 July 2024 (Wed.)",
    "24 July 2024, Wed",
    "July 24, 2024 (Wed)",
    "24. Juli 2024 (Mittwoch)",
    "24.07.2024 (Mi)",
    "24.07.2024, Mi.",
    "24. Juli 2024, Mi",
    "Mittwoch, am 24. Juli 2024",
    "24 juillet 2024 (mercredi)",
    "24 juillet 2024, mercredi",
    "24 juillet 2024 (mer.)",
    "mercredi le 24 juillet 2024",
    "24 de julio de 2024, miércoles",
    "24/07/2024 (mié)",
    "24 luglio 2024 (mercoledì)",
    "24 luglio 2024, mer",
    "24 lipca 2024 r., środa",
    "24 lipca 2024 r. (śr.)",
    "w środę, 24 lipca 2024 r.",
    "24 juli 2024 (woensdag)",
    "24 juli 2024 (wo)",
    "24 juli 2024 (onsdag)",
    "24 juli 2024, ons",
    "24 Temmuz 2024 (Çarşamba)",
    "24 Temmuz 2024, Çar",
    "24 de julho de 2024, quarta-feira",
    "24 de julho de 2024 (quarta-feira)",
]


@pytest.mark.parametrize("text", WEDNESDAY)
def test_the_weekday_in_the_usual_forms(text):
    dates = [date for date in find_dates(text) if date.precision == "day"]
    assert [2 in date.weekdays for date in dates] == [True]
    assert not dates[0].weekday_wrong


@pytest.mark.parametrize(
    "text",
    [
        "2024년 7월 24일 금요일",
        "2024年7月24日（木）",
        "2024年7月24日 礼拜五",
        "วันศุกร์ที่ 24 กรกฎาคม 2567",
        "24 июля 2024 г., четверг",
        "Thứ Ba, ngày 24 tháng 7 năm 2024",
        "יום ג', 24.7.24",
        "يوم الخميس الموافق 24 يوليو 2024",
        "Tue, 24-Jul-24",
        "2024-07-24 (Tue)",
        "Tuesday the 24th of July, 2024",
        "24.07.2024 (Fr)",
        "24 lipca 2024 r. (czwartek)",
    ],
)
def test_another_weekday_is_wrong(text):
    assert one(text).weekday_wrong


@pytest.mark.parametrize(
    "text",
    [
        "24 July 2024, Friday concerts go on",
        "24 July 2024, Friday 10:00-17:00",
        "24 July 2024 Fri 9-17",
        "2024-07-24 (Fri 9-17)",
        "24 July 2024, Monday, Tuesday and Friday closed",
        "24 July 2024, Fri and Sat",
        "24 July 2024 - Sun",
        "24 July 2024, Sam",
        "2024-07-24 (Sam)",
        "2024-07-24 (Mar)",
        "24 July 2024 (fr)",
        "24 July 2024 (FR)",
        "24.07.2024 | Fr",
        "24.07.2024 Fr",
        "24 July 2024, Car",
        "24 July 2024 (SA)",
        "Thu 2 - 24 July 2024",
        "The 24 July 2024 plan",
        "2024年7月24日 星期一至星期五",
        "2024年7月24日 月曜日から金曜日",
        "2024年7月24日 月曜日定休",
        "2024/07/24 金曜日コンサート",
        "2024年7月24日（一）",
        "2024년 7월 24일 월요일~금요일",
        "2024년 7월 24일 월요일 휴관",
        "วันจันทร์-วันศุกร์ที่ 24 กรกฎาคม 2567",
        "ביום ה-24 ביולי 2024",
        "24 июля 2024 г. В четверг шторм",
        "24 июля 2024 г., пятница и суббота",
    ],
)
def test_the_day_of_something_else_is_not_that_of_the_date(text):
    assert one(text).weekdays == ()


def test_long_lines_of_days_are_read_in_linear_time():
    text = "24 июля 2024 г., " * 3_000 + "(" * 3_000 + "2024年7月24日" + "（" * 3_000
    started = time.perf_counter()
    assert len(list(find_dates(text))) == 3_001
    assert time.perf_counter() - started < 5
