"""Links of Markdown that lead to the page of an author: `[Jane Grey](/author/jane-grey)`."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from audit.claims.markdown import MARKDOWN
from audit.claims.page import Page
from audit.lines import source_offset, text_offset

_MOST: Final = 20
"""Links of a page that are looked at."""
_LINK: Final = re.compile(
    r"\[[ \t*_]{0,5}(?P<words>[^][\n*_]{3,60}?)[ \t*_]{0,5}\]\(\s{0,9}<?[^\s()<>]{0,300}?"
    r"(?:/(?:authors?|autor(?:a|as|en|es|in|innen)?|auteurs?|auteure|staff|columnists?|verfasser)/"
    r"|\?author=)[^\s()<>/?#]{1,200}/?[?#)\s>]",
    re.IGNORECASE,
)
_ON: Final = re.compile(r"\s(?:by|of|von|par|por|de|di|da|van|av)\Z", re.IGNORECASE)
"""Behind which a name would stand: `Articles by`."""


def author_links(page: Page) -> Iterator[tuple[int, int]]:
    """Yield where the words of such links stand in the text, in order."""
    if page.document.media_type != MARKDOWN or "](" not in page.markup:
        return
    chunks, length = page.document.chunks, len(page.text)
    for found in islice(_LINK.finditer(page.markup), _MOST):
        start = text_offset(chunks, found.start("words"), length)
        end = start + len(found["words"])
        bracket = source_offset(chunks, text_offset(chunks, found.start(), length))
        is_example = bracket == found.start()  # it is shown, as in code
        is_there = page.text[start:end] == found["words"]
        if is_there and not is_example and not _ON.search(found["words"]):
            yield start, end
