"""Notices of copyright in a line, and who holds the rights by it, in digits of all scripts."""

from collections.abc import Sequence
from typing import Final

from audit.claims.holders import Notice, holder, notices
from audit.claims.rights.numerals import has_other_digits, in_ascii

_AROUND: Final = 400
"""Characters around a line that may tell what its notices speak of."""


def held(text: str, start: int, end: int) -> tuple[Sequence[Notice], Notice | None]:
    """Return the notices of copyright in the line [start, end), and who holds the rights."""
    if not has_other_digits(text, start, end):
        noticed = list(notices(text, start, end))
        return noticed, holder(text, start, end, noticed)
    base = max(0, start - _AROUND)
    near = in_ascii(text[base : end + _AROUND])
    noticed = list(notices(near, start - base, end - base))
    found = holder(near, start - base, end - base, noticed)
    return [_moved(notice, base) for notice in noticed], found and _moved(found, base)


def _moved(notice: Notice, by: int) -> Notice:
    """Return *notice* further on in the text; one without a name has no place."""
    if not notice.last:
        return notice
    return notice._replace(first=notice.first + by, last=notice.last + by)
