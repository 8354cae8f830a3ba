"""The words of a document's name: captures are named after their address, files by what they say.

A name is evidence of what its document is about, not of how its title is written: its words speak
for a line that has them, and for no other value.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import contains
from typing import Final

from audit.claims import weights as w
from audit.claims.weights import Column

_LONGEST: Final = 300
"""Characters of a path that are looked at, from its end."""
_MOST: Final = 24
"""Words of a name that are looked at."""
_DOMAIN = re.compile(
    r"(?:[a-z0-9][a-z0-9-]{0,60}\.){1,5}(?:com|org|net|info|biz|edu|gov|int|mil|[a-z]{2})"
    r"(?=[._-]|\Z)"
)
"""The host at the beginning of a name: it says whose the page is, not what of."""
_EXTENSION = re.compile(r"(?:\.(?:[a-z]{1,5}|[a-z]{0,3}\d))?(?:\.gz)?\Z")
_ESCAPED = re.compile(r"%[0-9a-f]{2}")
_WORD = re.compile(r"[^\W\d_]{4,}")
"""Shorter ones stand in any line; numbers count, date, and identify."""
_DIGIT = re.compile(r"\d")
_SERIES = re.compile(r"[^\W\d_][\W_]{1,3}(?!(?:1[5-9]|20)\d\d\W?\Z)\d{1,5}\W?\Z")
"""A number at the end, of an issue or a page: the words before it name the series."""
_HEX = re.compile(r"[0-9a-f-]{8,}")
"""A digest or an identifier: its letters are no words."""
_GENERAL: Final = frozenset(
    (
        *("article", "artikel", "content", "copy", "default", "document", "download", "file"),
        *("home", "html", "index", "jsonl", "main", "message", "news", "page", "print", "scan"),
        *("pressemitteilung", "press", "release", "seite", "start", "story", "text", "untitled"),
        *("view", "interview", "review", "obituary", "letter", "brief", "abstract", "notice"),
        *("recipe", "rezept", "nachruf", "lettre", "carta"),
    )
)
"""What any file may be called."""
_UMLAUTS: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"}
_SPELLED: Final = str.maketrans(_UMLAUTS)


def spelled(text: str) -> str:
    """Return *text*, in small letters, as names of files spell it: without umlauts."""
    if text.isascii() or not any(map(text.__contains__, _UMLAUTS)):
        return text
    return text.translate(_SPELLED)


def name_words(path: str) -> frozenset[str]:
    """Return the words of the last part of *path*, in small letters, without host and extension."""
    name = path[-_LONGEST:].rstrip("/").rpartition("/")[2].partition("#")[0].lower()
    host = _DOMAIN.match(name)
    stem = _ESCAPED.sub(" ", _EXTENSION.sub("", name[host.end() :] if host else name))
    if _SERIES.search(stem):
        return frozenset()
    parts = (part for part in re.split(r"[\s._]+", stem) if not _is_identifier(part))
    words = (word for part in parts for word in _WORD.findall(part))
    return frozenset(map(spelled, _first(words))) - _GENERAL


def named(words: frozenset[str], lines: Sequence[str]) -> Sequence[Column]:
    """Find which share of a name's *words* is in each line, and which of its own begin as they do.

    The *lines* are in small letters.
    """
    texts, starts = list(map(spelled, lines)), tuple(words)
    held = [list(map(contains, texts, repeat(word))) for word in words]
    stand = list(map(sum, zip(*held, strict=True)))
    both = zip(stand, texts, strict=True)
    shares = [_share(text, starts) if number else 0 for number, text in both]
    return (w.FILE_NAME, [number / len(words) for number in stand]), (w.FILE_NAME_SHARE, shares)


def _share(text: str, starts: tuple[str, ...]) -> float:
    """Return the share of the words of *text* that begin as one of *starts* does."""
    own: list[str] = _WORD.findall(text)
    return sum([word.startswith(starts) for word in own]) / max(len(own), 1)


def _is_identifier(part: str) -> bool:
    return bool(_HEX.fullmatch(part) and _DIGIT.search(part))


def _first(words: Iterable[str]) -> Iterable[str]:
    return (word for word, _ in zip(words, range(_MOST), strict=False))


def is_headless(path: str) -> bool:
    """Tell whether the document called *path* is rows or captions: none is its title or its day."""
    return path.lower().endswith((".csv", ".tsv", ".tab", ".srt", ".vtt"))
