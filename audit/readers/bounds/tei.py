"""TEI: what its header says of the text, and what of the text is said twice."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

HEADER: Final[Mapping[tuple[str, str], str]] = {
    ("titleStmt", "title"): "title",
    ("titleStmt", "author"): "creator",
    ("publicationStmt", "publisher"): "publisher",
    ("publicationStmt", "date"): "issued",
    ("publicationStmt", "idno"): "identifier",
    ("availability", "licence"): "rights",
    ("availability", "p"): "rights",
    ("langUsage", "language"): "language",
    ("creation", "date"): "created",
    ("revisionDesc", "change"): "modified",
    ("listChange", "change"): "modified",
}
"""Elements of the header by their parents, and the properties that they state."""
ATTRIBUTES: Final = {"date": "when", "licence": "target", "language": "ident", "change": "when"}
"""Attributes that state what their elements say in words."""
_subtitles: Final = frozenset(("sub", "alt", "short", "desc"))
_SOURCE: Final = "sourceDesc"
"""What was edited: who wrote, printed and sold that is not who made the edition."""
_second: Final = frozenset(("corr", "reg", "expan"))
INLINE: Final = frozenset(
    (
        *("hi", "emph", "ref", "name", "persName", "placeName", "orgName", "date", "term", "rs"),
        *("i", "b", "em", "strong", "span", "a", "sub", "sup", "w", "pc", "c", "g", "seg", "num"),
        *("abbr", "expan", "sic", "corr", "orig", "reg", "choice", "foreign", "title", "author"),
        *("add", "del", "supplied", "unclear", "gap", "italic", "bold", "xref"),
    )
)
OWN_LINE: Final = frozenset(("title", "author", "name", "date"))
"""Elements that stand in a line of TEI, and elsewhere where characters part them."""
EMPTY: Final = frozenset(("lb", "pb", "cb"))
"""Elements of TEI that hold nothing: what they break is broken where they begin."""


def is_of_source(within: Sequence[str]) -> bool:
    """Tell whether what stands within these elements speaks of what was edited."""
    return _SOURCE in within


def beside(element: str, attributes: Mapping[str, str]) -> str:
    """Return what kind of title beside the main one an *element* is, or empty."""
    if element != "title":
        return ""
    kind = attributes.get("type", "")
    return "series" if attributes.get("level") == "s" else kind if kind in _subtitles else ""


def is_second(within: Sequence[str]) -> bool:
    """Tell whether the innermost of *within* says again what stands before it in a choice.

    What the source has is read, not what the editor makes of it.
    """
    if within and within[-1] == "choice":
        return True  # what stands between the two
    return any(one == "choice" and next_ in _second for one, next_ in pairwise(within))


def breaks(element: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether a line of the source ends here, and not within a word."""
    return not (element in {"lb", "pb", "cb"} and attributes.get("break") == "no")
