"""Which parts of a page its own markup calls navigation, header, footer or aside."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase
from typing import Final, NamedTuple

from audit.model import Span
from audit.readers.html.names import LINK_WORDS, WORDS

_words: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_apart: Final = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))
_everywhere: Final = frozenset(("nav", "navigation", "menu", "menubar"))
_named: Final = _everywhere - {"menu"}
_outside: Final = frozenset(
    ("header", "footer", "aside", "banner", "contentinfo", "complementary", "search")
)
_telling: Final = WORDS | LINK_WORDS
_said: Final = _telling | _everywhere | _outside | {"main"}
"""One of them stands in every class, id or role that says what its element is."""
_not: Final = frozenset(("has", "no", "with", "without"))
_frames: Final = frozenset(("content", "main", "wrap", "wrapper", "container", "layout"))
_most: Final = 0.5
_enough: Final = 250
_part: Final = 0.2


@dataclass(slots=True, kw_only=True)
class Mark:
    """An element whose name, role or class says what it is: `main`, `article` or furniture.

    *kind* is `main`, `article`, `sure` (by name or role), `links` or `alone` (by class or id).
    """

    kind: str
    start: int
    linked: int
    """Characters of links before it, then in it."""
    end: int = 0
    holds_core: bool = False
    """An article or the main part stands in it (for a class: or the title)."""


class Kinds(NamedTuple):
    """The kind of an element outside and inside the core of a page; empty: an ordinary one."""

    outside: str = ""
    inside: str = ""


def kinds(name: str, role: str, classes: str) -> Kinds:
    """Return what the name, the role and *classes*, which holds the id too, say of an element."""
    if "main" in (name, role):
        return Kinds("main", "main")
    if name == "article":
        return Kinds("article", "article")
    if name in _named or role in _everywhere:
        return Kinds("sure", "sure")
    return Kinds("sure" if name in _outside or role in _outside else _kind_by_class(classes))


def may_tell(tag: str) -> bool:
    """Tell cheaply whether class, id or role in *tag* may say what it opens; most do not."""
    return not (tag.islower() and _said.isdisjoint(_small_words(tag)))


@lru_cache(maxsize=5_000)
def _kind_by_class(classes: str) -> str:
    words = _words_of(classes)
    if _telling.isdisjoint(words) or not _not.isdisjoint(words):
        return ""
    if "sidebar" in words and not _frames.isdisjoint(words):
        return ""
    return "links" if WORDS.isdisjoint(words) else "alone"


def _words_of(classes: str) -> list[str]:
    if classes.islower():  # as most are: it takes a third of the time
        return _small_words(classes)
    return [word.lower() for word in _words.findall(classes)]


def _small_words(text: str) -> list[str]:
    return text.encode("ascii", "replace").translate(_apart).decode("ascii").split()


def spans(marks: Sequence[Mark], length: int) -> tuple[Span, ...]:
    """Return the furniture of a text of *length* characters, sorted, without overlap."""
    found = [(mark.start, mark.end) for mark in marks if _is_furniture(mark, length)]
    core = _core(marks, length)
    if core:
        found += _between(core, length)
    return tuple(Span(start=start, end=end) for start, end in _union(found))


def _is_furniture(mark: Mark, length: int) -> bool:
    size = mark.end - mark.start
    if mark.kind in ("main", "article") or mark.holds_core or not size:
        return False
    if mark.kind == "sure":
        return True
    return size <= _most * length and (mark.kind == "alone" or mark.linked >= _most * size)


def _core(marks: Sequence[Mark], length: int) -> list[tuple[int, int]]:
    """Return the places of the main part, or of the one article, where it is no mere frame."""
    for wanted in ("main", "article"):
        places = _union((mark.start, mark.end) for mark in marks if mark.kind == wanted)
        size = sum(end - start for start, end in places)
        is_one = wanted == "main" or len(places) == 1
        if places and is_one and (size >= _enough or size >= _part * length):
            return places
    return []


def _between(places: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), length]
    return list(zip(starts, ends, strict=True))


def _union(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined
