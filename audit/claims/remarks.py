"""Where the comments of readers begin in a text."""

import re
from bisect import bisect_right
from typing import Final

from audit.claims.mailheads import answered
from audit.claims.page import Page
from audit.claims.shape import ends_as_sentence
from audit.claims.words import fold_case

FAR: Final = 10_000
"""The number of a line that is not among those of the top."""
_LINES: Final = 8
"""Lines below the headline in which a count of the comments may stand, not the comments."""
_LONGEST: Final = 80
_SENTENCE: Final = 40
_PARAGRAPH: Final = 120
"""Characters of a line from which on it is a paragraph."""
_REMARKS = re.compile(
    r"(?:\d{1,4}|ein|one)\s(?:gedanken?\szu|thoughts?\son)\b.{0,60}|"
    r"(?:\W{0,3}\d{1,4}\s)?(?:comments?|kommentare?|replies|responses|commentaires?|comentarios?|"
    r"commenti|reacties|antworten|leave a (?:comment|reply)|kommentar schreiben)\b.{0,60}|"
    r"(?:\d{1,4}\s)?(?:(?:customer|user|guest|visitor|reader) reviews?|kundenbewertungen|"
    r"kundenrezensionen|avis (?:des )?clients|opiniones de (?:los )?clientes|"
    r"recensioni dei clienti|klantbeoordelingen)(?:\W.{0,40})?"
)
"""A line that opens the comments of readers."""


def first_remark(page: Page) -> int:
    """Return the number of the line that opens the comments.

    It stands well below the headline, or below a paragraph.
    """
    title = page.headline.number if page.headline else 0
    far = _opening(page, bisect_right(page.top_numbers, title + _LINES))
    mail = None if page.is_html else answered(page.top)
    quoted = mail.number if mail else FAR + 1
    return min(far, first_remark_below_prose(page), _last_opening(page, title), quoted)


def _last_opening(page: Page, title: int) -> int:
    """Return the number of the line that opens the comments of a short text.

    A sentence stands above it, and no paragraph below.
    """
    first = bisect_right(page.top_numbers, title)
    opening = _opening(page, first)
    lines = [line for line in page.top[first:] if line.number != opening]
    above = any(
        len(line.text) >= _SENTENCE and ends_as_sentence(line.text)
        for line in lines
        if line.number < opening
    )
    below = any(len(line.text) >= _PARAGRAPH for line in lines if line.number > opening)
    return opening if above and not below else FAR + 1


def first_remark_below_prose(page: Page) -> int:
    """Return the number of the line that opens the comments, of those below a paragraph."""
    title = page.headline.number if page.headline else -1
    first = bisect_right(page.top_numbers, title)
    for number, line in enumerate(page.top[first:], first):
        if len(line.text) >= _PARAGRAPH:
            return _opening(page, number + 1)
    return FAR + 1


def _opening(page: Page, first: int) -> int:
    for line in page.top[first:]:
        if len(line.text) < _LONGEST and _REMARKS.fullmatch(fold_case(line.text)):
            return line.number
    return FAR + 1
