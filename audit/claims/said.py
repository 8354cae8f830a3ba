"""What a text says in as many words of which line is its title."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from audit.claims import weights as w
from audit.claims.weights import Found

_TITLES: Final = 40
"""Lines at the top among which the title of the page stands, with the name of its site."""
_LEAST: Final = 20
"""Characters from which on the first part of such a line is the title, not the site."""
_SITE = re.compile(r"\s[-|–—»·]\s")
_PARTS = re.compile(r"\w\s[-–|]\s\w")
LABEL: Final = re.compile(
    r"(?:(?:reference |short )?title|subject|betreff|titel|titre|título)\s?:\s{1,9}(?=\S)",
    re.IGNORECASE,
)
"""What says that the rest of its line is the title."""
_ACT = re.compile(
    r"(?:A BILL|AN ACT|A RESOLUTION|A bill|An act|An Act)(?: FOR| for)?(?: an act| AN ACT)?,? "
    r"(?:to\b|TO\b|relat|RELAT|concern|CONCERN|[A-Z]{3,20}ING\b)"
)
"""How the long title of an act begins."""
_NAMED = re.compile(r"(?:\S{1,20} ){3,15}(?:Act|Bill|ACT|BILL)(?: of \d{4})?")
"""How an act or a bill is called, in capitals: `The Ferry Bell Act of 1921`."""
_ACTS: Final = ("Act", "ACT", "Bill", "BILL")
_SMALL: Final = frozenset(
    ("of", "the", "and", "for", "to", "on", "in", "by", "from", "with", "a", "an")
)


def said(number: int, text: str, below: str) -> Iterator[Found]:
    """Yield what a line says of itself, and the one *below* it."""
    if below[:3] == "===" and not below.strip("="):
        yield w.UNDERLINED, 1
    if text.startswith("# "):
        yield w.LEVEL_ONE, 1
    if ":" in text and LABEL.match(text):
        yield w.LABELLED, 1
    if text[0] == "A" and _ACT.match(text):
        yield w.LONG_TITLE, 1
    if _is_named(text):
        yield w.NAMED_ACT, 1
    if number == 0 and _PARTS.search(text):
        yield w.FIRST_LINE, 1


def _is_named(text: str) -> bool:
    if not text.endswith(_ACTS) and text[-8:-4] != " of ":
        return False
    words = text.split()
    is_capital = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
    return is_capital and _NAMED.fullmatch(text) is not None


def page_titles(texts: Sequence[str]) -> frozenset[str]:
    """Return what stands before the name of a site in one of the first lines."""
    cuts = [(text, cut) for text in texts[:_TITLES] for cut in _SITE.finditer(text, _LEAST)]
    return frozenset(text[: cut.start()] for text, cut in cuts)
