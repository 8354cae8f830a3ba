"""Lines that say who reports, though no word such as `by` stands in them."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from audit.claims.headline import Line

_LONGEST: Final = 80
_NAME: Final = r"(?P<name>[^\W\d_a-z][^\W\d_'’.-]{0,20}(?:[ -][^\W\d_a-z][^\W\d_]{0,20}\.?){1,3})"
_REPORTER = re.compile(
    rf"{_NAME}, (?:[^\W\d_-]{{2,16}}[ -]){{0,2}}(?i:reporter|correspondent|editor|writer|columnist|"
    r"journalist|reporterin|redakteur(?:in)?|korrespondent(?:in)?|journalistin|rédacteur|rédactrice|"
    r"journaliste|correspondante?|periodista|redactora?|corresponsal|giornalista|redattore|repórter|"
    r"jornalista|verslaggever|redacteur|journalista)",
)
_DENSE: Final = (
    re.compile(
        r"(?:\[[^\]]{2,20}\]\s?)?(?P<name>[가-힣]{2,4})\s?(?:선임|수습|인턴)?기자(?:\s[\w.+-]+@[\w.-]+)?"
    ),
    re.compile(
        r"(?:(?:本[报報网社刊]|[\u4e00-\u9fff]{2,8}[报報网社])?(?:特约|特約|见习|見習|首席)?)[记記]者"
        r"[\s:：]?(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:\s?(?:报道|報導|報道|撰文|文))?"
    ),
)
"""The same in Korean and in Chinese, in which no comma stands there."""
_OPENS: Final = (
    re.compile(
        r"(?:本[报報网社刊][讯訊]?\s?)?[〔\[（(【](?:[\u4e00-\u9fff]{0,6}[报報网社])?(?:特约|特約|见习|見習)?[记記]者"
        r"[\s:：]?(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:\s?[／/、]\s?[\u4e00-\u9fff]{0,10}?报?[報导導道]{0,2})?"
        r"[〕\]）)】]"
    ),
    re.compile(
        r"[(\[][^()\[\]=]{1,12}=[^()\[\]=]{1,12}[)\]]\s?(?P<name>[가-힣]{2,4})\s?(?:선임)?기자\s?="
    ),
)
"""How news begin in Chinese and Korean: who reports, and from where."""
_BEARERS: Final = ("기자", "记者", "記者")


def is_reporter(text: str) -> bool:
    """Tell whether a line is a name and what its bearer is at the paper."""
    return _found(text) is not None


def reporters(lines: "Sequence[Line]") -> "Iterator[tuple[Line, int, int]]":
    """Yield the lines that say who reports, and where in the text the name begins and ends."""
    for line in lines:
        if line.text.isascii() and ", " not in line.text:
            continue
        found = _found(line.text) or _opening(line.text)
        if found:
            yield line, line.start + found.start("name"), line.start + found.end("name")


def _found(text: str) -> "re.Match[str] | None":
    """Return how a line says who reports."""
    if len(text) > _LONGEST:
        return None
    if ", " in text:
        return _REPORTER.fullmatch(text)
    if text.isascii() or not any(map(text.__contains__, _BEARERS)):
        return None
    return next(filter(None, (each.fullmatch(text) for each in _DENSE)), None)


def _opening(text: str) -> "re.Match[str] | None":
    """Return how a paragraph of news begins that says who reports."""
    if text.isascii() or not any(map(text[:_LONGEST].__contains__, _BEARERS)):
        return None
    return next(filter(None, (each.match(text) for each in _OPENS)), None)
