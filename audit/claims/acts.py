"""What an act or a bill calls itself: its long title, over many lines, and its short one."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from audit.claims.headline import Line
from audit.claims.words import ascii_lowered

LONGEST: Final = 300
"""Characters of a long title; it is cut at its last clause before."""
_LINES: Final = 14
_PARAGRAPH: Final = 120
_FAR: Final = 60_000
"""Characters of a text in which its short title is looked for."""
_HEAD: Final = 60
_WORDS: Final = (
    *(b"an act", b"a bill", b"\nbill ", b"\nact ", b"an ordinance", b"resolution", b"memorial"),
    b"cited",
)
_HINTS: Final = ("an act", "a bill", "an ordinance", "resolution", "memorial")
_MENTIONED: Final = ("cited", "CITED")
_BEFORE: Final = 90
_BEHIND: Final = 220

_ARTICLES: Final = ("A", "An", "AN")
_NOUNS: Final = ("bill ", "act ", "joint resolution ", "concurrent resolution ", "resolution ")

_KIND = r"(?:an act|an ordinance|a (?:joint |concurrent )?(?:resolution|memorial))"
_OPENS = re.compile(
    rf"[\"“'*]?(?:(?:a bill )?(?:for )?(?:{_KIND}|a bill))\b(?: to be entitled| entitled)?"
    r"(?: an act\b)?[.,:;]?(?P<rest>.{0,400})",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\W{0,3}(?:to|relat\w{2,4}|concern\w{0,3}|regarding|respecting|\w{3,20}ing)\b", re.IGNORECASE
)
"""How a title goes on behind `An Act`."""
_SENTENCE = re.compile(
    r"(?:an act|an ordinance|a bill|a resolution) (?:to|for) (?:be|which|who|it)\b", re.IGNORECASE
)
_TOLD = re.compile(r"[^,;:.]{0,250}?\b(?:is|are|was|were|has|have|had|says|said)\b", re.IGNORECASE)
"""The first clause up to a verb: a sentence about a resolution, but for what says of what."""
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|whose|what|whether|where|when|while|as|if|how|because)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\W{0,3}(?:be it|whereas|now,? therefore|sec(?:tion|\.)? ?1\b|for the purpose of|"
    r"by (?:repeal|add)ing|the (?:people|general assembly|legislature)|introduced|referred|"
    r"(?:the )?[^,;.]{3,80}\b(?:ordains?|enacts?))\b",
    re.IGNORECASE,
)
"""What stands behind a long title."""
_FIRST_NUMBER = re.compile(r"(\d{1,3})(?:(?=[\s.])[\s.]{1,20}|(?=[^\W\d]))")
_LAST_NUMBER = re.compile(r"(?:(?<=[^\W\d])|(?<=[;,.])|\s{1,20})(\d{1,3})$")
_CITED = re.compile(r"\s{1,9}(?:\d{1,3}\s{1,9})?(?:as|AS)\s")
_THIS = re.compile(r"\bthis\s+(?:\d{1,3}\s+)?act\b[^.;]{0,60}$", re.IGNORECASE)
_NAME = re.compile(
    r"\s{0,9}(?:\d{1,3}\s{1,9})?(?:the\s{1,9}){0,2}(?:\d{1,3}\s{1,9})?"
    r"(?:[\"“‘'`]{1,2}(?P<quoted>[^\"”’'`]{4,150})[\"”’'`]|(?P<plain>[^.;:\"“]{4,120})[.;])",
    re.IGNORECASE,
)


_NAMED_ABOVE = re.compile(
    r"(?!.{0,60}\b(?i:(?:house|senate|assembly|council|legislative|file) bill)\b)"
    r"(?:the )?(?:[A-Z][\w’'-]{0,30}|\([A-Z][\w ,’'-]{1,60}\)|of|and|the|for|to|on|in|etc\.?)"
    r"(?: (?:[A-Z][\w’'-]{0,30},?|\([A-Z][\w ,’'-]{1,60}\)|of|and|the|for|to|on|in|etc\.?)){0,14} "
    r"(?:Act|ACT|Bill|BILL),? (?:1[2-9]|20)\d\d",
)
"""How an act is called on a line of its own, with its year, in capitals; bills have numbers."""
_ABOVE: Final = 12
"""Lines above a long title in which its short one is looked for."""


class Title(NamedTuple):
    """A title at [start, end) of the text, as it reads without the numbers of its lines."""

    start: int
    end: int
    words: str
    is_cut: bool = False


def may_be_act(text: str) -> bool:
    """Tell whether *text* has one of the words with which acts name themselves."""
    folded = ascii_lowered(text[:_FAR])
    return any(word in folded for word in _WORDS)


def long_title(lines: Sequence[Line]) -> Title | None:
    """Return the first long title among *lines*, over all the lines that it takes."""
    for number, line in enumerate(lines):
        torn = _is_torn(lines, number)
        head = line.text[:_HEAD].lower()
        if not (torn or any(map(head.__contains__, _HINTS))) or line.text[:1].islower():
            continue
        first = number + torn
        words = f"{line.text} {_unnumbered(lines, first)}" if torn else _unnumbered(lines, number)
        opens = _OPENS.match(words)
        if opens is None or _SENTENCE.match(words):
            continue
        second = _substance(lines, first, opens["rest"])
        title = _joined(lines, number, second) if second is not None else None
        if title and not _is_told(title.words):
            return title
    return None


def _is_torn(lines: Sequence[Line], number: int) -> bool:
    """Tell whether an article stands alone above the word that it belongs to."""
    is_alone = lines[number].text in _ARTICLES and number + 1 < len(lines)
    return is_alone and lines[number + 1].text[:_HEAD].startswith(_NOUNS)


def _substance(lines: Sequence[Line], number: int, rest: str) -> int | None:
    """Return the line that says what the act is about, whose first line goes on with *rest*."""
    if rest.strip():
        return number if _ABOUT.match(rest) else None
    follows = number + 1 < len(lines) and _ABOUT.match(_unnumbered(lines, number + 1))
    return number + 1 if follows else None


def _is_told(words: str) -> bool:
    found = _TOLD.match(words)
    return found is not None and _CLAUSE.search(found[0]) is None


def short_title(text: str) -> Title | None:
    """Return the name that an act gives itself: *this act may be cited as the ...*."""
    for at in _mentions(text):
        cited = _CITED.match(text, at + len(_MENTIONED[0]))
        if cited is None:
            continue
        before = text[max(0, at - _BEFORE) : at]
        name = _NAME.match(text, cited.end() - 1, cited.end() + _BEHIND)
        if name and _THIS.search(before):
            group = "quoted" if name["quoted"] else "plain"
            words = " ".join(_without_first(line) for line in name[group].split("\n"))
            return Title(name.start(group), name.end(group), " ".join(words.split()).rstrip(","))
    return None


def name_above(lines: Sequence[Line], long: Title) -> Title | None:
    """Return the name with a year, `Town Libraries Act 1921`, that stands above a *long* title."""
    above = [line for line in lines if line.start < long.start][-_ABOVE:]
    for line in above:
        if len(line.text) <= _PARAGRAPH and _NAMED_ABOVE.fullmatch(line.text):
            return Title(line.start, line.end, line.text)
    return None


def _mentions(text: str) -> Iterator[int]:
    """Yield where the text says `cited`; small or large, plain searches are the fastest."""
    for word in _MENTIONED:
        at = text.find(word, 0, _FAR)
        while at >= 0:
            yield at
            at = text.find(word, at + 1, _FAR)


def _joined(lines: Sequence[Line], first: int, second: int) -> Title:
    """Return the title from line *first* on, of which *second* has the first words of substance."""
    last = second
    for number in range(second + 1, min(second + _LINES, len(lines))):
        if _is_over(lines, second, number):
            break
        last = number
    words = ""
    for number in range(first, last + 1):
        part = _unnumbered(lines, number)
        is_broken = words.endswith("-") and part[:1].islower()
        words = words[:-1] + part if is_broken else f"{words} {part}".strip()
    title = " ".join(words.split()).strip('"“”')
    return Title(lines[first].start, lines[last].end, _cut(title), len(title) > LONGEST)


def _is_over(lines: Sequence[Line], first: int, number: int) -> bool:
    """Tell whether the title that begins in line *first* ends before line *number*."""
    words, before = _unnumbered(lines, number), _unnumbered(lines, number - 1)
    if not words or _ENDS.match(words) or _is_body(words, before):
        return True
    if before.endswith((".", '."', ".”")):
        return not (words[0].islower() or words[0].isdigit())
    gaps = [lines[n].start - lines[n - 1].end for n in (first + 1, number)]
    return gaps[1] > 4 * gaps[0] + 8 and before[-1] not in ",;"


def _is_body(words: str, before: str) -> bool:
    """Tell whether *words* are a paragraph, which no title goes on with after a whole line."""
    is_long = len(words) >= _PARAGRAPH and not words.isupper()
    return is_long and words[0].isupper() and before[-1] not in ",;:"


def _cut(title: str) -> str:
    """Return *title* up to its last clause that fits, or its last word."""
    if len(title) <= LONGEST:
        return title
    clause = title.rfind(";", 0, LONGEST)
    return title[: clause if clause > 0 else title.rfind(" ", 0, LONGEST)].rstrip(" ,;")


def _unnumbered(lines: Sequence[Line], number: int) -> str:
    """Return a line without its number, which is one more or less than its neighbour's."""
    text = lines[number].text.replace("\t", " ")
    if text.isdigit():
        return ""
    for pattern in (_FIRST_NUMBER, _LAST_NUMBER):
        found = _number(pattern, text)
        if found is not None and any(
            _number(pattern, beside) in (found - 1, found + 1) for beside in _beside(lines, number)
        ):
            text = pattern.sub("", text, count=1)
    return text.strip()


def _beside(lines: Sequence[Line], number: int) -> Iterator[str]:
    for other in (number - 2, number - 1, number + 1, number + 2):
        if 0 <= other < len(lines):
            yield lines[other].text.replace("\t", " ")


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    if not text or text.isdigit():
        return int(text) if text and len(text) < 4 else None  # noqa: PLR2004  # no number of a line
    if pattern is _LAST_NUMBER and not text[-1].isdecimal():
        return None
    found = pattern.match(text) if pattern is _FIRST_NUMBER else pattern.search(text)
    return int(found[1]) if found else None


def _without_first(line: str) -> str:
    found = _FIRST_NUMBER.match(line.strip())
    return line.strip()[found.end() :] if found else line.strip()
