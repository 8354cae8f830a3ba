"""Dates inside of a long text, or of a paragraph that was broken into lines: it speaks of them."""

from typing import Final

from audit.claims.centred import is_cut
from audit.claims.dated import Dated
from audit.claims.mainpart import WIDEST
from audit.claims.page import Page
from audit.claims.remarks import FAR

_END: Final = 30
"""Lines at the end of a text in which it may say when it was published."""
_LABEL: Final = 5
"""Words before a date, at most, that name what it is; more are a sentence."""
_REACH: Final = 600
"""Characters above a date in which two lines and more stand."""
_BROKEN: Final = 60
"""Characters of a line, at least, that a program broke because the next word had no room."""


def is_inside(page: Page, item: Dated, *, named: bool) -> bool:
    """Tell whether a text only speaks of a date: deep in it, or at the end of a broken paragraph.

    Pages break no lines. A line of its own may be *named* as that of the day of publication
    wherever it stands.
    """
    if named and not item.line(page)[:1].islower() and len(item.before.split()) <= _LABEL:
        return False
    is_end = not (named or page.is_html) and _ends_paragraph(page, item)
    return is_end or _is_deep(page, item)


def _is_deep(page: Page, item: Dated) -> bool:
    return item.number >= FAR and page.text.count("\n", item.end) > _END


def _ends_paragraph(page: Page, item: Dated) -> bool:
    if item.own or item.line(page)[-1:] != ".":
        return False
    above = page.text[max(0, item.start - _REACH) : item.start]
    _, second, before = f"\n\n{above}".rsplit("\n", 2)
    if before.strip():
        return len(before) > _BROKEN and (before.rstrip()[-1].isalnum() or before.endswith(", "))
    return _BROKEN < len(second.strip()) <= WIDEST and is_cut(second)
