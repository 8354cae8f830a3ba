"""Days told from another day: `yesterday`, `vor 2 Tagen`, `3天前`; never from the clock."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from audit.calendars.dates import FoundDate, Reading

SPANS: Final[Mapping[str, tuple[int, int, int]]] = {
    "minute": (0, 0, 1),
    "day": (1, 1, 0),
    "week": (7, 7, 6),
    "month": (28, 31, 30),
    "year": (365, 366, 365),
}
"""Days of one unit at least and at most, and how many more may have passed."""
_HOURS: Final = 24
_LONGEST: Final = 3
"""Digits of a number."""

_DAYS_AGO: Final = {
    "en": "today:0 yesterday:1",
    "de": "heute:0 gestern:1 vorgestern:2",
    "fr": "aujourd'hui:0 aujourd’hui:0 hier:1 avant-hier:2",
    "es": "hoy:0 ayer:1 anteayer:2",
    "it": "oggi:0 ieri:1",
    "pt": "hoje:0 ontem:1 anteontem:2",
    "nl": "vandaag:0 gisteren:1 eergisteren:2",
    "sv": "idag:0 igår:1 förrgår:2",
    "pl": "dzisiaj:0 dziś:0 wczoraj:1 przedwczoraj:2",
    "ru": "сегодня:0 вчера:1 позавчера:2",
    "tr": "bugün:0 dün:1",
    "ar": "اليوم:0 أمس:1",
    "zh": "今天:0 昨天:1 前天:2",
    "ja": "今日:0 昨日:1 一昨日:2",
    "ko": "오늘:0 어제:1 그저께:2",
}
_UNITS: Final = {
    "minute": "minutes? mins? minuten? minutos? minuto minuti minuut minuter "
    "minut[ęy]? минут[ауы]? "
    "dakika دقيقة دقائق 分钟 分 분",
    "hour": "hours? hrs? stunden? heures? horas? ora ore uur timmar? timme "
    "godzin[ęy]? час(?:а|ов)? "
    "saat ساعة ساعات 小时 時間 시간",
    "day": "days? tage?n? jours? días? dia dias? giorn[io] dag(?:en|ar)? dni "
    "dzień день дня дней gün "
    "يوم أيام 天 日 일",
    "week": "weeks? wochen? semaines? semanas? settiman[ae] week weken vecka veckor tydzień "
    "tygodni(?:e)? недел[юиь] недели недель hafta أسبوع أسابيع 周 週間 주",
    "month": "months? monate?n? mois mes(?:es)? mese mesi m[êe]s maand(?:en)? "
    "månad(?:er)? miesiąc(?:e)? "
    "miesięcy месяц(?:а|ев)? ay شهر أشهر 个月 か月 ヶ月 개월",
    "year": "years? jahre?n? ans? années? años? ann[io] anos? jaar år rok lata lat "
    "год(?:а)? лет yıl "
    "سنة سنوات 年 년",
}
_ONE: Final = "an? one ein(?:e[mnr]?)? une? una uno un' um uma een en ett jeden один одну bir واحد"
_AGO: Final = (
    ("", r"\s(?:ago|fa|geleden|temu|назад|önce|atrás|sedan)\b"),
    (r"(?:vor|il\sy\sa|hace|há|för|منذ|قبل)\s", r"\b"),
    ("", r"\s?前"),
    ("", r"\s전"),
)
"""What stands before and after number and unit."""
_SIGNS: Final = "ago fa geleden temu назад önce atrás sedan vor hace há för منذ قبل 前 전"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """Characters [start, end) that mean a day some days before the one on which they were seen."""

    start: int
    end: int
    least: int
    """Days before, at least."""
    most: int
    languages: frozenset[str] = frozenset()
    """The languages in which a single word means it; `hier` is another word in German."""

    def on(self, seen: dt.date) -> FoundDate:
        """Return the date that it meant on the day *seen*; open where it is told in hours."""
        days = [seen - dt.timedelta(days=ago) for ago in dict.fromkeys((self.most, self.least))]
        return FoundDate(
            start=self.start,
            end=self.end,
            calendar="gregorian",
            precision="day",
            readings=tuple(Reading(first=day, last=day) for day in days),
            reason=f"told from the day of capture, {seen.isoformat()}",
        )


def find_relative(text: str) -> Iterator[Relative]:
    """Yield the expressions of fifteen languages in *text*, in their order."""
    if not may_tell(text):
        return
    for found in _pattern().finditer(text):
        name = found.lastgroup or ""
        if name == "day":
            ago, languages = _days()[found[0].casefold()]
            yield Relative(
                start=found.start(), end=found.end(), least=ago, most=ago, languages=languages
            )
        else:
            number = re.search(r"\d+", found[0])
            yield _ago(found, name.partition("_")[0], int(number[0]) if number else 1)


def may_tell(text: str) -> bool:
    """Tell cheaply whether an expression may stand in *text*: every one holds one of some words."""
    folded = text.casefold()
    return any(map(folded.__contains__, _ascii_cues() if folded.isascii() else _cues()))


def _ago(found: re.Match[str], unit: str, count: int) -> Relative:
    if unit == "hour":
        least, most = count // _HOURS, count // _HOURS + 1
    else:
        low, high, more = SPANS[unit]
        least, most = count * low, count * high + more
        most = more if unit == "minute" else most
    return Relative(start=found.start(), end=found.end(), least=least, most=most)


@cache
def _days() -> Mapping[str, tuple[int, frozenset[str]]]:
    found: dict[str, tuple[int, frozenset[str]]] = {}
    for language, names in _DAYS_AGO.items():
        for name, ago in (pair.split(":") for pair in names.split()):
            known = found.get(name, (0, frozenset()))[1]
            found[name] = int(ago), known | {language}
    return found


@cache
def _cues() -> frozenset[str]:
    """Return words of which one is in every expression; a cheap look before the dear one."""
    return frozenset(_days()) | frozenset(_SIGNS.split()) | {"il y a"}


@cache
def _ascii_cues() -> frozenset[str]:
    return frozenset(filter(str.isascii, _cues()))


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern: words for days, and every unit with every way to say `ago`."""
    latin = sorted((day for day in _days() if day[0] < "\u3000"), key=len, reverse=True)
    dense = sorted((day for day in _days() if day[0] >= "\u3000"), key=len, reverse=True)
    words = "|".join(map(re.escape, latin))
    parts = [rf"(?P<day>(?<![\w’'-])(?:{words})(?![\w’'-])|{'|'.join(dense)})"]
    number = rf"(?:\d{{1,{_LONGEST}}}|{'|'.join(_ONE.split())})"
    for at, (before, after) in enumerate(_AGO):
        for unit, names in _UNITS.items():
            said = "|".join(names.split())
            parts.append(rf"(?P<{unit}_{at}>(?<![\w.,])(?:{before}){number}\s?(?:{said}){after})")
    return re.compile("|".join(parts), re.IGNORECASE)
