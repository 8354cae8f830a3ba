"""A title that a file states in a field, where a page shows it over several lines."""

from typing import Final

from audit.claims.page import Page

_MOST: Final = 5
"""Lines over which a title goes, at most."""
_LONGEST: Final = 400


def stated_end(page: Page, start: int, end: int) -> int:
    """Return where a title ends that begins in the line from *start* to *end* and goes on below it.

    The words are those of a title that the file states; 0 where there is none.
    """
    stated = [field.value for field in page.document.fields if field.property == "title"]
    begun = page.text[start:end].casefold().split()
    for words in (value[:_LONGEST].casefold().split() for value in stated):
        is_begun = 0 < len(begun) < len(words) and words[: len(begun)] == begun
        found = _spelled(page.text, start, words) if is_begun else 0
        if found:
            return found
    return 0


def _spelled(text: str, start: int, words: list[str]) -> int:
    """Return the end of the line with which *words* are complete from *start* on, or 0."""
    at, told = start, list[str]()
    for _ in range(_MOST):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        told += text[at : min(end, at + _LONGEST)].casefold().split()
        if told == words:
            return start + len(text[start:end].rstrip())
        if len(told) >= len(words):
            return 0
        at = end + 1
    return 0
