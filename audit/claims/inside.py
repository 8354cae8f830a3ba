"""Dates inside of a long text, or of a paragraph that was broken into lines: it speaks of them."""

from typing import Final

from audit.claims.dated import Dated
from audit.claims.page import Page
from audit.claims.remarks import FAR

_END: Final = 30
"""Lines at the end of a text in which it may say when it was published."""
_LABEL: Final = 5
"""Words before a date, at most, that name what it is; more are a sentence."""
_BROKEN: Final = 60
"""Characters of a line, at least, that a program broke because the next word had no room."""


def is_inside(page: Page, item: Dated, *, named: bool) -> bool:
    """Tell whether a text only speaks of a date: deep in it, or at the end of a broken paragraph.

    Pages break no lines: what ends there is a paragraph.

    A line of its own may be *named* as that of the day of publication wherever it stands.
    """
    if named and not item.line(page)[:1].islower() and len(item.before.split()) <= _LABEL:
        return False
    is_end = not (named or page.is_html) and _ends_paragraph(page, item)
    return is_end or _is_deep(page, item)


def _is_deep(page: Page, item: Dated) -> bool:
    return item.number >= FAR and page.text.count("\n", item.end) > _END


def _ends_paragraph(page: Page, item: Dated) -> bool:
    above = page.text[page.text.rfind("\n", 0, max(item.start - 1, 0)) + 1 : item.start].rstrip()
    goes_on = len(above) > _BROKEN and (above[-1].isalnum() or above[-1] == ",")
    return goes_on and not item.own and item.line(page)[-1:] == "."
