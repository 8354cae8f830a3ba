"""Patterns of rules: compiled once, searched with a time limit, after a look for their literals."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import regex

from audit.model import Span

LONGEST: Final = 2_000
"""Characters of a pattern."""

_RATE: Final = 2_000_000
"""Characters of a text that one second must be enough for."""

_QUANTIFIER: Final = regex.compile(r"[?*]|\{\d+,?\d*\}")

_ESCAPE: Final = regex.compile(r"\\(?:[a-zA-Z]\{[^}]*\}|[a-zA-Z]<[^>]*>|[a-zA-Z0-9]\w*|.)", regex.S)
"""\\x41, \\u1234, \\p{L}, \\N{...}, \\g<name>: nothing up to their end is a literal."""


@lru_cache(maxsize=500)
def compiled(source: str) -> Any:
    """Return the pattern *source* of the `regex` package; raise ValueError with a sentence."""
    if len(source) > LONGEST:
        raise ValueError(f"the pattern is longer than {LONGEST} characters")
    try:
        return regex.compile(source)
    except regex.error as error:
        raise ValueError(f"not a pattern: {error}") from None
    except (RecursionError, OverflowError, ValueError, KeyError, IndexError, TypeError):
        raise ValueError("not a pattern that can be compiled") from None


def spans(source: str, text: str) -> Iterator[Span]:
    """Yield the places of *source* in *text* that hold a character.

    Raise TimeoutError after one second, or one for every two million characters of a long text.
    """
    literals = needed(source)
    if literals and not any(literal in text for literal in literals):
        return
    for found in compiled(source).finditer(text, timeout=_limit(text)):
        if found.end() > found.start():
            yield Span(start=found.start(), end=found.end())


def fits(source: str, text: str) -> bool:
    """Tell whether all of *text* is a match of *source*; raise TimeoutError as `spans` does."""
    return compiled(source).fullmatch(text, timeout=_limit(text)) is not None


def _limit(text: str) -> float:
    return max(1.0, len(text) / _RATE)


@lru_cache(maxsize=500)
def needed(source: str) -> tuple[str, ...]:
    """Return literals of which every match of *source* holds one; empty where there are none.

    Cautious: inline flags, comments and `[:alpha:]` give up, groups and sets are passed over.
    """
    if regex.search(r"\(\?(?:[a-zA-Z0-9]*[:)-]|#|\()|\[:|\\Q", source):
        return ()
    best: list[str] = []
    for runs in _alternatives(source):
        longest = max(runs, key=len, default="")
        if not longest:
            return ()
        best.append(longest)
    return tuple(dict.fromkeys(best))


def _alternatives(source: str) -> Iterator[list[str]]:
    runs = [""]
    index = 0
    while index < len(source):
        character = source[index]
        if character == "|":
            yield runs
            runs = [""]
        elif character in "?*{":
            runs[-1:] = [runs[-1][:-1], ""]
            index = _quantifier(source, index)
            if index < 0:
                runs = []
                break
        elif character in ".^$+)}":
            runs.append("")
        elif character in "([\\" and not _escaped_literal(source, index):
            runs.append("")
            index = _skip(source, index)
        else:
            index += character == "\\"
            runs[-1] += source[index]
        index += 1
    yield runs


def _escaped_literal(source: str, index: int) -> bool:
    following = source[index + 1 : index + 2]
    return source[index] == "\\" and bool(following) and not following.isalnum()


def _quantifier(source: str, index: int) -> int:
    """Return the last index of the quantifier at *index*, or -1 where it is no plain one."""
    match = _QUANTIFIER.match(source, index)
    return match.end() - 1 if match else -1


def _skip(source: str, index: int) -> int:
    """Return the last index of the escape, set or group that begins at *index*."""
    if source[index] == "\\":
        match = _ESCAPE.match(source, index)
        return match.end() - 1 if match else index
    if source[index] == "[":
        return _set(source, index)
    return _group(source, index)


def _set(source: str, index: int) -> int:
    index += 1 + (source[index + 1 : index + 2] == "^")
    first = index
    while index < len(source) and (source[index] != "]" or index == first):
        index += 2 if source[index] == "\\" else 1
    return index


def _group(source: str, index: int) -> int:
    depth = 0
    while index < len(source):
        if source[index] == "\\":
            index += 1
        elif source[index] == "[":
            index = _set(source, index)
        elif source[index] in "()":
            depth += 1 if source[index] == "(" else -1
            if depth == 0:
                return index
        index += 1
    return index
