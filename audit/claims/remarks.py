"""Where the comments of readers begin in a text."""

from bisect import bisect_right
from collections.abc import Sequence
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
    openings = _openings(page, first)
    mail = None if page.is_html else answered(page.top)
    quoted = mail.number if mail else FAR + 1
    if not openings:
        return quoted
    far = _number(page, openings, bisect_right(page.top_numbers, title + _LINES))
    below = _number(page, openings, _below_prose(page))
    return min(far, below, _last_opening(page, first, openings[0]), quoted)


def first_remark_below_prose(page: Page) -> int:
    """Return the number of the line that opens the comments, of those below a paragraph."""
    return _number(page, _openings(page, _below_prose(page))[:1], 0)


def _openings(page: Page, first: int) -> Sequence[int]:
    """Return the places from *first* on of the lines that open comments; most texts have none."""
    lines = page.top[first:]
    if not _REMARKS.may_be_in("\n".join([line.text for line in lines])):
        return ()
    return [at for at, line in enumerate(lines, first) if _opens(line)]


def _number(page: Page, openings: Sequence[int], first: int) -> int:
    """Return the number of the first of the *openings* from the place *first* on."""
    return next((page.top[at].number for at in openings if at >= first), FAR + 1)


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
    return len(line.text) < _LONGEST and _REMARKS.fullmatch(fold_case(line.text)) is not None
