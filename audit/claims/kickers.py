"""Words of a headline's line that are not the headline: a kicker before it, a site behind it."""

import re
from typing import Final

_DOMAIN = re.compile(
    r"\s(?:\||[-–—])\s(?:www\.)?[^\W_][\w-]{1,40}(?:\.[\w-]{2,20})?\.[a-z]{2,6}$", re.IGNORECASE
)
"""The address of a site at the end of a line, set apart."""
_MOST: Final = 3
"""Words of a kicker."""
_LEAST: Final = 20
"""Characters of what is left."""
_AGREE: Final = 10
"""Characters behind the kicker that stand elsewhere as well."""
_APART: Final = (": ", " - ", " – ", " | ")


def without_domain(title: str) -> str:
    """Return *title* without the address of a site at its end."""
    found = _DOMAIN.search(title)
    return title[: found.start()].rstrip() if found else title


def kicker_end(title: str, text: str) -> int:
    """Return where the headline begins in *title* behind a kicker, 0 where there is none.

    A kicker is up to three words that stand before the same words elsewhere in *text*, set apart.
    """
    end = -1
    for _ in range(_MOST):
        end = title.find(" ", end + 1)
        rest = title[end + 1 :]
        if end < 0 or len(rest) < _LEAST:
            return 0
        kicker, next_words = title[:end], rest[:_AGREE]
        if any(f"{kicker}{sign}{next_words}" in text for sign in _APART):
            return end + 1
    return 0
