"""Where the comments of readers begin in a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from audit.claims.headline import Line
from audit.claims.late import Late
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
_REMARKS = Late(
    r"(?:\d{1,4}|ein|one)\s(?:gedanken?\szu|thoughts?\son)\b.{0,60}|"
    r"(?:\W{0,3}\d{1,4}\s)?(?:comments?|kommentare?|replies|responses|commentaires?|comentarios?|"
    r"commenti|reacties|antworten|leave a (?:comment|reply)|kommentar schreiben)\b.{0,60}|"
    r"(?:\d{1,4}\s)?(?:(?:customer|user|guest|visitor|reader) reviews?|kundenbewertungen|"
    r"kundenrezensionen|avis (?:des )?clients|opiniones de (?:los )?clientes|"
    r"recensioni dei clienti|klantbeoordelingen)(?:\W.{0,40})?",
    stems="gedanke|thought|comment|kommentar|repl|response|comentario|reacties|antworten|"
    "review|kundenbewertungen|kundenrezensionen|avis |opiniones|recensioni|klant",
)
"""A line that opens the comments of readers."""


def first_remark(page: Page) -> int:
    """Return the number of the line that opens the comments.

    It stands well below the headline, or below a paragraph.
    """
    title = page.headline.number if page.headline else 0
    first = bisect_right(page.top_numbers, title)
    below_title = page.openings[bisect_left(page.openings, first) :]
    mail = None if page.is_html else answered(page.top)
    quoted = mail.number if mail else FAR + 1
    if not below_title:
        return quoted
    far = _number(page, bisect_right(page.top_numbers, title + _LINES))
    below = _number(page, _below_prose(page))
    return min(far, below, _last_opening(page, first, below_title[0]), quoted)


def first_remark_below_prose(page: Page) -> int:
    """Return the number of the line that opens the comments, of those below a paragraph."""
    return _number(page, _below_prose(page)) if page.openings else FAR + 1


def openings(lines: Sequence[Line]) -> Sequence[int]:
    """Return the places of the *lines* that open comments; most texts have none."""
    short = [at for at, line in enumerate(lines) if len(line.text) < _LONGEST]
    texts = [lines[at].text for at in short]
    starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
    likely = {bisect_right(starts, place) - 1 for place in _REMARKS.places("\n".join(texts))}
    return [short[nth] for nth in sorted(likely) if _opens(lines[short[nth]])]


def _number(page: Page, first: int) -> int:
    """Return the number of the first line that may open comments, from the place *first* on."""
    return next((page.top[at].number for at in page.openings if at >= first), FAR + 1)


def _below_prose(page: Page) -> int:
    """Return the place of the line behind the first paragraph below the headline."""
    title = page.headline.number if page.headline else -1
    first = bisect_right(page.top_numbers, title)
    for at, line in enumerate(page.top[first:], first):
        if len(line.text) >= _PARAGRAPH:
            return at + 1
    return len(page.top)


def _last_opening(page: Page, first: int, opening: int) -> int:
    """Return the number of the line at the place *opening*, of the comments of a short text.

    A sentence stands above it, and no paragraph below.
    """
    above = any(
        len(line.text) >= _SENTENCE and ends_as_sentence(line.text)
        for line in page.top[first:opening]
    )
    below = any(len(line.text) >= _PARAGRAPH for line in page.top[opening + 1 :])
    return page.top[opening].number if above and not below else FAR + 1


def _opens(line: Line) -> bool:
    return _REMARKS.fullmatch(fold_case(line.text)) is not None
