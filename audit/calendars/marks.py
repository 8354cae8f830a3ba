"""Days of the week in scripts without blanks, or of one letter: 星期三, （水）, יום ג'."""

import re
from typing import Final

from audit.calendars.dates import FoundDate

_HAN: Final = "一二三四五六日"
_KANA: Final = "月火水木金土日"
_HANGUL: Final = "월화수목금토일"
_LETTERS: Final = "בגדהושא"
_THAI: Final = ("จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")
"""Monday first, all of them."""
_WEEK: Final = "(?:星期|礼拜|禮拜|周|週)"
_SPELLED: Final = (
    rf"(?:{_WEEK}\s?(?P<han>[{_HAN}天])|(?P<kana>[{_KANA}])曜日?|(?P<hangul>[{_HANGUL}])요일)"
)
_BRACKETS = re.compile(
    rf"\.?\s?[(（\[［〔]\s?(?:{_SPELLED}|(?P<sun>[{_KANA}])|(?P<day>[{_HANGUL}]))"
    r"(?:\s?[・･·、，,]?\s?[祝休]日?)?\s?[)）\]］〕]"
)
_BARE = re.compile(rf"[\s,，、]{{0,2}}{_SPELLED}")
_OTHER: Final = rf"(?:{_WEEK}|[{_HAN}天]|[{_KANA}](?:曜|(?!\w))|[{_HANGUL}]요일)"
_GOES_ON = re.compile(
    rf"\s?(?:[~～〜–—-]|から|부터|[至到、・，,和及與与]\s?{_OTHER}|(?:は|은|는)?\s?(?:定?休|闭|閉|휴))"
)
"""Behind a day that is one of several, or one on which a place is closed."""
_ENDS = re.compile(r"\s{0,4}(?:\Z|[.;|)、。，；）]|\d{1,2}\s?[:：時时시点點]|[上下午晚오])")
_THAI_BEFORE = re.compile(
    rf"(?P<to>[-–—]|ถึง)?\s?(?:วัน|(?<![\u0e01-\u0e5b]))(?P<name>{'|'.join(_THAI)})(?:บดี)?"
    r"\s?(?:ที่|วันที่|,)?\s{0,2}\Z"
)
_HEBREW_BEFORE = re.compile(
    r"(?<![א-ת])[בה]?יום\s{1,2}(?P<letter>[א-וש])['׳’]\s{0,2},?\s{0,2}(?:[הב]-)?\Z"
)
_HEBREW_BEHIND = re.compile(r"\s?[(,]\s?(?:[בה]?יום\s)(?P<letter>[א-וש])['׳’]\s?(?:\)|\.?\s*\Z)")
_BEFORE: Final = 28


def marked_before(text: str, left: int, date: FoundDate) -> tuple[int, ...] | None:
    """Return the day that a Thai name or a Hebrew letter before *date* means; None: no such."""
    near = text[max(left, date.start - _BEFORE) : date.start]
    if near.isascii():
        return None
    thai = _THAI_BEFORE.search(near)
    if thai:
        return () if thai["to"] else (_THAI.index(thai["name"]),)
    letter = _HEBREW_BEFORE.search(near)
    return (_LETTERS.index(letter["letter"]),) if letter else None


def marked_behind(text: str, date: FoundDate, right: int) -> tuple[int, ...]:
    """Return the day of the week that stands behind *date* in a script of East Asia or a letter."""
    bracket = _BRACKETS.match(text, date.end, right)
    if bracket:
        return (_number(bracket),)
    bare = _BARE.match(text, date.end, right)
    if bare and not _GOES_ON.match(text, bare.end(), right):
        named = not date.order or bool(_ENDS.match(text, bare.end(), right))
        return (_number(bare),) if named else ()
    letter = _HEBREW_BEHIND.match(text, date.end, right)
    return (_LETTERS.index(letter["letter"]),) if letter else ()


def _number(found: re.Match[str]) -> int:
    sign = found[found.lastgroup or 0]
    if sign == "天":
        return 6
    return next(names.index(sign) for names in (_HAN, _KANA, _HANGUL) if sign in names)
