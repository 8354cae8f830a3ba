"""How much a date of a text looks like the day on which it was published."""

# ruff: noqa: PLR2004 - the weights and distances are the rule itself

import re
from collections.abc import Collection, Sequence
from typing import Final

from audit.claims.called import is_called
from audit.claims.cues import is_given
from audit.claims.dated import FEW, NO_TITLE, Dated
from audit.claims.events import CLOCK
from audit.claims.inside import is_inside
from audit.claims.otherdays import in_a_sheet, names_act, of_other
from audit.claims.page import Page
from audit.claims.words import MODIFIED, PUBLISHED, UNRELATED, fold_case

_LONG: Final = 160
_CUT: Final = 400

_BARE: Final = 12
"""Characters of a weekday and what stands around a date that has a line for itself."""
_BARELY: Final = 24
"""Characters beside a date in a line that says hardly anything else."""
_BYLINE: Final = 9
_SAID: Final = 3.0
"""What a line is worth that says that its date is that of publication, or of a change."""
_PLACED: Final = 4.5
"""What a date is worth that opens a paragraph of news behind the place it was written in."""
_OTHER: Final = 1.5
"""What a date is worth at most that is that of a term, an event, a price."""
_FIRST: Final = 16
"""Characters of the first words of a line."""
_SAYS_MORE: Final = 3
"""Spaces behind a date from which on its line says more than when and by whom."""
_TOP: Final = 60
"""Lines in which a masthead is looked for."""
_BELOW: Final = range(-2, 4)
"""Lines from a headline to a date that is not the masthead's."""
_OLDER: Final = 10
"""Days from the date of a text to that on which its page was seen, where that is a masthead's."""

_RELEASE = re.compile(
    r"\b(?:for immediate release|press release|media release|pressemitteilung|communiqué)\b"
)
_RELEASED: Final = ("release", "pressemitteilung", "communiqué")
"""Of which one stands in what `_RELEASE` finds: a cheap look before the dear one."""
_CUE_LABEL = re.compile(
    r"(?:\b(?:date|datum|fecha|data|am|on|le|el|il|du|vom)|datum|:)\s{0,3}[^\w\n]{0,3}\Z",
    re.IGNORECASE,
)
"""How what stands before a date ends where it introduces the date."""
_PLACE = re.compile(r"\s{0,3}[A-ZÀ-ÞА-ЯΑ-Ω][\w.' /-]{1,40}[,(–-]\s{0,2}(?:den |le |il |em )?")
"""Where a paragraph of news was written."""
_AFTER_DATELINE = re.compile(r"\s{0,2}(?:[:–—)(|/]|-\s|[.,]\s{0,2}(?:[-–—]|[(/]))")
"""What follows the date that opens a paragraph of news."""
_SPAN = re.compile(
    r"(?:\d{1,2}\.?\s{0,2}[-–—]|\b(?:after|before|since|until|till|through|nach dem|vor dem|"
    r"seit dem|bis zum|après le|avant le|depuis le|jusqu'au|antes del?|después del?|desde el|"
    r"hasta el|(?:year|period|quarter|month|week|term)s? end(?:ed|ing)(?: on)?(?: the)?))\s{0,2}\Z",
    re.IGNORECASE,
)
"""What stands before a date that is the last day of several, or bounds some time."""
_OTHER_LABEL = re.compile(
    r"(?:^|[|\t])\s{0,3}[^\W\d][^:\d|\t]{1,30}:\s{0,3}(?:[^\W\d_]{2,12}\.?,?\s{1,2})?\Z"
)
"""How a line names what the date in it is the date of."""
_COUNT = re.compile(
    r"\b(?:\d{1,4}|no|one|keine|ein|sin|un|aucun)\s(?:comment|kommentar|comentario|commentaire|repl)|"
    r"\b(?:comments?|kommentare?)\s\(?\d|leave a (?:comment|reply)|kommentar schreiben|"
    r"einen kommentar",
    re.IGNORECASE,
)
"""How many comments there are: that stands beside the date of what they comment on."""


def score(page: Page, item: Dated) -> float:
    """Weigh how much a date looks like that of the document: the line, its words, its place."""
    size, words = item.end - item.start, _words(page, item)
    found = _fill(page, item) + words
    if _opens(page, item):
        found += _PLACED if _PLACE.fullmatch(item.before) else 2.5
    elif size > _LONG and not item.own:
        found -= 2.0
    elif item.others > FEW and words < _SAID:
        found -= 0.5
    found += 0.5 if item.date.weekdays else 0.0
    found += _nearness(page, item)
    found += 1.0 if _is_release(page.text[max(0, item.start - _CUT) : item.end]) else 0.0
    found -= 1.5 if item.date.precision == "month" else 0.0
    bare = words >= 0.0 and item.others <= _BARELY and not UNRELATED.are_in(item.line(page))
    found += 1.0 if item.alone and (words >= _SAID or bare) else 0.0
    found = min(found - _SAID, _OTHER) if item.remark else found
    found = min(found - 5.0, _OTHER) if item.of_life else found
    if of_other(page.text, (item.start, item.end), item.date):
        found = min(found - _SAID, _OTHER)
    if is_inside(page, item, named=words >= _SAID):
        found = min(found, _OTHER)
    return found - 1.0 * item.start / max(len(page.text), 1)


def is_named(page: Page, item: Dated) -> bool:
    """Tell whether the text itself says that the date is its own: by a word, or as news opens."""
    opens = _opens(page, item) and _PLACE.fullmatch(item.before) is not None
    return opens or (PUBLISHED.are_said(item.before) and _words(page, item) >= _SAID)


def mastheads(dates: Sequence[Dated], in_lists: Collection[int]) -> list[Dated]:
    """Return the dates above everything that are those of the day a page was seen.

    Nothing but a day with its weekday stands in such a line; a text below it, with a line of its
    own for its date, is a few days older.
    """
    own = [item for item in dates if item.others <= FEW and item.date.precision == "day"]
    return [
        item
        for at, item in enumerate(own)
        if item.others <= _BARE
        and item.date.weekdays
        and item.number < _TOP
        and item.from_title not in _BELOW
        and any(
            0 < _days(later, item) <= _OLDER and id(later) not in in_lists
            for later in own[at + 1 :]
        )
    ]


def _is_release(text: str) -> bool:
    folded = fold_case(text)
    likely = any(map(folded.__contains__, _RELEASED))
    return likely and _RELEASE.search(folded) is not None


def _days(one: Dated, other: Dated) -> int:
    """Return how many days *one* lies before *other*."""
    return (other.date.readings[0].first - one.date.readings[0].first).days


def _fill(page: Page, item: Dated) -> float:
    """Weigh how much of its line a date fills."""
    for worth, most in ((3.0, 3), (2.0, _BARELY), (1.0, FEW)):
        if item.others <= most:
            return worth
    opens = not page.text[item.start : item.date.start].strip()
    return 1.0 if opens and item.end - item.start <= _LONG else 0.0


def _nearness(page: Page, item: Dated) -> float:
    if item.from_title == 0 and (item.others <= _BARELY or _in_title(page, item)):
        return 0.0  # hardly a headline, or one that speaks of the day
    if 0 <= item.from_title <= 6 or item.own:
        return 2.5
    if 6 < item.from_title <= 12:
        return 1.0
    if -4 <= item.from_title < 0:
        return 1.25
    untitled = item.leads and item.from_title == NO_TITLE
    return 1.5 if item.rival or untitled else 0.0


def _in_title(page: Page, item: Dated) -> bool:
    """Tell whether the date stands behind words in the line of the headline, none of which say it.

    An act is named by its day.
    """
    spoken = item.before[-1:] == " " and any(map(str.isalpha, item.before))
    return (
        spoken
        and not _heads(page, item)
        and not names_act(item.before)
        and not is_called(item.line(page))
        and not PUBLISHED.are_said(item.before)
    )


def _words(page: Page, item: Dated) -> float:
    """Weigh what its line says: that it was published, a clock, or something else that day."""
    line = item.line(page)[:_CUT]
    found = 0.0
    labelled, first = ":" in item.before[-4:], item.number < _FIRST
    if _SPAN.search(item.before) or (labelled and in_a_sheet(page.text, item.start, item.end)):
        found -= 2.5
    elif is_given(page.text, item.start, item.date) or (first and names_act(item.before)):
        found += _SAID
    elif _says_when(page, item):
        found += _SAID if _CUE_LABEL.search(item.before) or _frames(item, line) else 1.5
    elif _OTHER_LABEL.search(item.before):
        found -= 2.5
    elif CLOCK.search(line) or _is_said(item, line) or _is_signed(item) or _heads(page, item):
        found += 1.5
    if UNRELATED.are_in(line):
        counted = len(line) <= _LONG and _COUNT.search(line)
        found = found + 1.0 if counted else min(found, _SAID / 2) - 3.0
    return min(found, 0.0) if item.from_title == 0 and _in_title(page, item) else found


def _says_when(page: Page, item: Dated) -> bool:
    """Tell whether what stands before the date says that something was published or changed then.

    In a sentence a small word does not: `the harbour opens on 3 May 2021`.
    """
    if _runs_on(page, item):
        return PUBLISHED.are_said(item.before)
    if item.is_modified:
        return item.end - item.start <= _LONG
    before = item.before if item.others <= FEW else page.text[item.start : item.date.start]
    return item.end - item.start <= _LONG and _is_said(item, before)


def _frames(item: Dated, line: str) -> bool:
    """Tell whether the line begins with a word for what happened then, or the date follows it."""
    return any(
        words.are_said(line[:_FIRST]) or words.are_said(item.before[-_FIRST:])
        for words in (PUBLISHED, MODIFIED)
    )


def _runs_on(page: Page, item: Dated) -> bool:
    """Tell whether the line of a date goes on from above and says more: a broken paragraph."""
    return item.line(page)[:1].islower() and item.after.count(" ") > _SAYS_MORE


def _is_signed(item: Dated) -> bool:
    """Tell whether a line starts with the date and says by whom the text is."""
    return not item.before.strip() and PUBLISHED.are_in(item.after[:_BYLINE])


def _is_said(item: Dated, words: str) -> bool:
    return PUBLISHED.are_in(words) if item.others <= FEW else PUBLISHED.are_said(words)


def _heads(page: Page, item: Dated) -> bool:
    """Tell whether a line says where and when, and nothing more: `Oldhaven, 3 May 2021`."""
    rest = page.text[item.date.end : item.end]
    return _PLACE.fullmatch(item.before) is not None and not rest.strip(" .")


def _opens(page: Page, item: Dated) -> bool:
    """Tell whether the date opens a paragraph of news, as in `Quay, 3 May 2021 – The mole`."""
    long_enough = item.end - item.start > 60
    return (
        long_enough
        and item.date.start - item.start < 60
        and (item.from_title in range(1, 9) or bool(_PLACE.fullmatch(item.before)))
        and bool(_AFTER_DATELINE.match(page.text, item.date.end, item.end))
    )
