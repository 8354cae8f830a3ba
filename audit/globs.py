"""Globs: patterns of paths, matched whole against a path relative to the root.

`*` and `?` stay within one name, `**` spans folders (`a/**` is everything under a), `[a-z]` and
`[!a-z]` are sets, `{a,b}` is one of several, and a slash at the end means everything below.
Captures in a web archive are named by their addresses, `a.warc!/https://quay.example/`: there names
may be empty, and a pattern may have the two slashes of an address.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

LONGEST: Final = 500
"""Characters of a pattern; a longer one is a mistake or an attack."""

MOST: Final = 200
"""Patterns that the braces of one may stand for."""

DEEPEST: Final = 10
"""Braces within braces."""


def matcher(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a path fits one of *patterns*.

    Raise ValueError with a plain sentence where a pattern is no glob.
    """
    return _matcher(tuple(patterns))


@cache
def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    parts = [translate(one) for pattern in patterns for one in expand(pattern)]
    if not parts:
        return lambda _path: False
    compiled = re.compile("|".join(f"(?:{part})" for part in dict.fromkeys(parts)))
    return lambda path: compiled.fullmatch(unicodedata.normalize("NFC", path)) is not None


def expand(pattern: str) -> tuple[str, ...]:
    """Return the patterns without braces that *pattern* stands for; raise ValueError."""
    if not pattern or len(pattern) > LONGEST:
        raise ValueError("is empty" if not pattern else f"is longer than {LONGEST} characters")
    found = [""]
    for choices in _pieces(unicodedata.normalize("NFC", pattern)):
        found = [head + choice for head in found for choice in choices]
        if len(found) > MOST:
            raise ValueError(f"stands for more than {MOST} patterns")
    return tuple(dict.fromkeys(found))


def _pieces(pattern: str) -> Iterator[Sequence[str]]:
    start = 0
    while (opened := _find(pattern, "{", start)) >= 0:
        closed = _closing(pattern, opened)
        yield (pattern[start:opened],)
        choices = _split(pattern[opened + 1 : closed])
        yield [one for choice in choices for one in (expand(choice) if choice else ("",))]
        start = closed + 1
    if _find(pattern, "}", start) >= 0:
        raise ValueError("has a } without a {")
    yield (pattern[start:],)


def _find(pattern: str, wanted: str, start: int) -> int:
    for index, character, depth in _walk(pattern, start):
        if character == wanted and depth == 0:
            return index
    return -1


def _walk(pattern: str, start: int) -> Iterator[tuple[int, str, int]]:
    # Braces inside [...] are ordinary characters.
    index, depth = start, 0
    while index < len(pattern):
        character = pattern[index]
        if character == "[":
            index = _set_end(pattern, index)
        depth -= character == "}" and depth > 0
        yield index, character, depth
        depth += character == "{"
        index += 1
        if depth > DEEPEST:
            raise ValueError(f"has braces more than {DEEPEST} deep")


def _closing(pattern: str, opened: int) -> int:
    for index, character, depth in _walk(pattern, opened):
        if character == "}" and depth == 0:
            return index
    raise ValueError("has a { without a }")


def _split(inside: str) -> list[str]:
    cuts = [i for i, character, depth in _walk(inside, 0) if character == "," and depth == 0]
    return [inside[a + 1 : b] for a, b in zip([-1, *cuts], [*cuts, len(inside)], strict=True)]


def _set_end(pattern: str, opened: int) -> int:
    first = opened + 1 + (pattern[opened + 1 : opened + 2] in {"!", "^"})
    closed = pattern.find("]", first + 1)
    if closed < 0:
        raise ValueError("has a [ without a ]")
    return closed


def translate(pattern: str) -> str:
    """Return the regular expression of one *pattern* without braces; raise ValueError.

    Every star but the last is matched at the first place that fits and never tried again, which
    is right for globs and keeps hostile patterns from running away.
    """
    names = pattern.removeprefix("./").split("/")
    if names[-1] == "":
        names[-1] = "**"
    if _leaves_the_root(names):
        raise ValueError("must be relative to the root, without . and .. and empty names")
    groups: list[list[str]] = [[]]
    for name in names:
        if name == "**":
            groups.append([])
        else:
            groups[-1].append(_name(name))
    return _join(groups)


def _leaves_the_root(names: Sequence[str]) -> bool:
    """Tell whether a name is empty or points elsewhere; within a container any name may stand.

    An address has an empty name between its slashes.
    """
    for before, name in zip(["", *names], names, strict=False):
        if before.endswith("!"):
            return False
        if name in (".", "..") or (not name and not before.endswith(":")):
            return True
    return False


def _join(groups: Sequence[Sequence[str]]) -> str:
    first, *rest = groups
    if not rest:
        return "/".join(first)
    head = "".join(f"{name}/" for name in first)
    middle = "".join(
        "(?>(?:[^/]*/)*?" + "".join(f"{name}/" for name in group) + ")"
        for group in rest[:-1]
        if group
    )
    last = "/".join(rest[-1]) if rest[-1] else "[^/]*"
    return f"{head}{middle}(?:[^/]*/)*{last}"


def _name(name: str) -> str:
    pieces = [""]
    index = 0
    while index < len(name):
        character = name[index]
        if character == "*":
            if pieces[-1] or len(pieces) == 1:
                pieces.append("")
        elif character == "[":
            closed = _set_end(name, index)
            pieces[-1] += _set(name[index + 1 : closed])
            index = closed
        else:
            pieces[-1] += "[^/]" if character == "?" else re.escape(character)
        index += 1
    return _stars(pieces)


def _stars(pieces: Sequence[str]) -> str:
    if len(pieces) == 1:
        return pieces[0]
    first, *middle, last = pieces
    return first + "".join(f"(?>[^/]*?{piece})" for piece in middle) + f"[^/]*{last}"


def _set(inside: str) -> str:
    negated = inside[0] in "!^"
    body = inside[negated:]
    parts = []
    index = 0
    while index < len(body):
        if body[index + 1 : index + 2] == "-" and index + 2 < len(body):
            low, high = body[index], body[index + 2]
            if low > high:
                raise ValueError(f"has a range that runs backwards: {low}-{high}")
            parts.append(f"{re.escape(low)}-{re.escape(high)}")
            index += 3
        else:
            parts.append(re.escape(body[index]))
            index += 1
    return f"(?!/)[{'^' * negated}{''.join(parts)}]"
