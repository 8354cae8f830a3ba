"""The title of a book, an article, a page or a part of one that is written in XML."""

from collections.abc import Sequence
from typing import Final

_PARTS: Final = frozenset(
    (
        *("book", "article", "set", "part", "chapter", "appendix", "preface", "dedication"),
        *("reference", "refentry", "refsect1", "glossary", "bibliography", "colophon"),
        *("section", "sect1", "sect2", "sect3", "sect4", "sect5", "simplesect"),
    )
)
"""What DocBook calls the roots of its files."""
_TOPICS: Final = frozenset(("page", "topic", "concept", "task", "glossentry", "troubleshooting"))
"""Those of Mallard and DITA, whose heads hold titles for links too."""


def section_property(opened: Sequence[str], element: str) -> str:
    """Return the property of *element* inside those that are *opened*: a title, or empty."""
    if element != "title" or not opened or opened[0] not in _PARTS | _TOPICS:
        return ""
    root, *inner = opened
    in_head = root in _PARTS and inner in (["info"], [f"{root}info"])
    return "title" if not inner or in_head else ""
