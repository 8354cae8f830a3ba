"""JSON as pages have it: with comments, several values, bare quotation marks, or cut off."""

import html
import re
from typing import Final

from msgspec import Struct

MOST: Final = 20_000
"""Values, names and signs of one script that are looked at."""
INNER: Final = 40
"""Quotation marks within one text."""
_BETWEEN = re.compile(r"(?>[\s\ufeff;,]+|//[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>)*")
_MARK = re.compile(r"\"|'|&quot;")
_WORD = re.compile(r"[^\s\"'{}\[\],:;&]+")
_BARE = re.compile(r"true|false|null|undefined|-?(?:NaN|Infinity|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)")
"""Words that stand without quotation marks and say nothing that is asked for."""
_BEHIND_NAME = re.compile(r"\s{0,99}:")
_VALUE = r"\s{0,99}(?:\"|'|&quot;|[\[{\d-]|true|false|null)"
_NEXT = (
    r"(?:(?:\"(?:[^\"\\\n]|\\.){0,99}\"|'(?:[^'\\\n]|\\.){0,99}'|&quot;[^\"&\n]{0,99}&quot;)\s{0,99}:"
    rf"|[A-Za-z_]\w{{0,40}}\s{{0,99}}:{_VALUE})"
)
_BEHIND = {
    dict: re.compile(rf"\s{{0,99}}(?:[}}\]]|,[\s,]{{0,99}}(?:{_NEXT}|[}}/])|\s{_NEXT}|\Z)"),
    list: re.compile(rf"\s{{0,99}}(?:[\]}}]|,(?:{_VALUE}|\s{{0,99}}[\]}}/])|\Z)"),
}
"""What ends a text in an object and in a list; another quotation mark is a part of it."""
_SWALLOWED = re.compile(r"(?:[\"']|&quot;)\s{0,9}(?::|\+\s{0,9}(?:[\"']|&quot;))")
"""What no text holds, but what follows one that was not ended, or is made of several."""
_ESCAPES = re.compile(r"(?<!\\)(?:\\\\)*\\\Z")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


class Literal(Struct, frozen=True, kw_only=True):
    """A string of the script at characters [start, end) of the page, without its quotes."""

    value: str
    key: str
    start: int
    end: int


class Lenient:
    """The values of a script at [start, end) of a page, its strings, and where it is broken.

    *fault* is the first place that cannot be meant so, -1 where what is odd loses nothing.
    """

    def __init__(self, page: str, start: int, end: int) -> None:
        self.values: list[object] = []
        self.literals: list[Literal] = []
        self.fault = -1
        self._page, self._at, self._end = page, start, end
        self._is_endless = False
        """Whether a comment has begun that never ends."""
        self._open: list[list[object] | dict[str, object]] = [self.values]
        self._names: list[str | None] = [None]
        for _ in range(MOST):
            self._at = self._skipped()
            if self._at >= end:
                break
            self._step(page[self._at])
        if len(self._open) > 1 or self._at < end:
            self._broken()

    def _skipped(self) -> int:
        """Return where the next sign stands that is not of blanks, commas or a comment."""
        at = self._at
        while between := _BETWEEN.match(self._page, at, self._end):
            at = between.end()
            if self._is_endless or not self._page.startswith("/*", at):
                break
            end = self._page.find("*/", at + len("/*"), self._end)
            self._is_endless = end < 0
            at = at if self._is_endless else end + len("*/")
        return at

    def _broken(self) -> None:
        self.fault = self.fault if self.fault >= 0 else self._at

    def _step(self, sign: str) -> None:
        """Read what stands at the place: a sign, a text, or a word without quotation marks."""
        mark = _MARK.match(self._page, self._at, self._end)
        if mark:
            self._text(mark)
        elif sign in "{[":
            inner: list[object] | dict[str, object] = {} if sign == "{" else []
            self._put(inner)
            self._open.append(inner)
            self._names.append(None)
            self._at += 1
        elif sign in "}]":
            self._close(dict if sign == "}" else list)
            self._at += 1
        elif word := _WORD.match(self._page, self._at, self._end):
            self._word(word)
        else:
            if sign != ":":
                self._broken()
            self._at += 1

    def _put(self, value: object) -> None:
        inside, name = self._open[-1], self._names[-1]
        if isinstance(inside, list):
            inside.append(value)
        elif name is not None:
            inside[name] = value
        else:
            self._broken()
        self._names[-1] = None

    def _close(self, kind: type) -> None:
        """Close the innermost object or list; another one where that is missing its end."""
        deepest = len(self._open) - 1
        depth = next((n for n in range(deepest, 0, -1) if type(self._open[n]) is kind), 0)
        if depth != deepest or not depth:
            self._broken()
        if depth:
            del self._open[depth:], self._names[depth:]

    def _word(self, word: re.Match[str]) -> None:
        """Read a number, a constant, or a name that stands without quotation marks."""
        name = _BEHIND_NAME.match(self._page, word.end(), self._end)
        if self._expects_name() and name:
            self._names[-1] = word[0]
        else:
            if not _BARE.fullmatch(word[0]):
                self._broken()
            self._put(None)
        self._at = word.end()

    def _expects_name(self) -> bool:
        return isinstance(self._open[-1], dict) and self._names[-1] is None

    def _text(self, mark: re.Match[str]) -> None:
        """Read a name or a text; a quotation mark that ends neither is a part of it."""
        start, length = mark.end(), len(mark[0])
        first = self._closing(mark[0], start)
        self._at = first + length if first >= 0 else self._end
        if first >= 0 and self._is_name(self._at):
            if self._names[-1] is not None:
                self._broken()
            self._names[-1] = _plain(self._page[start:first], mark[0])
        elif first < 0 or self._expects_name():
            self._broken()
        else:
            self._value(mark[0], start, first)

    def _is_name(self, behind: int) -> bool:
        """Tell whether a text before *behind* is a name; none in a list: that was not ended."""
        if not _BEHIND_NAME.match(self._page, behind, self._end):
            return False
        if isinstance(self._open[-1], list) and isinstance(self._open[-2:][0], dict):
            self._close(list)
            self._broken()
        return isinstance(self._open[-1], dict)

    def _value(self, mark: str, start: int, first: int) -> None:
        """Take the text that begins at *start*; *first* is the first mark that may end it."""
        behind, last = _BEHIND[type(self._open[-1])], first
        for _ in range(INNER):
            if last < 0 or behind.match(self._page, last + len(mark), self._end):
                break
            self._broken()
            last = self._closing(mark, last + 1)
        else:
            last = -1
        if last < 0 or (last > first and _SWALLOWED.search(self._page, start, last)):
            self._put(None)
            return
        value, key = _plain(self._page[start:last], mark), self._names[-1] or ""
        self.literals.append(Literal(value=value, key=key, start=start, end=last))
        self._put(value)
        self._at = last + len(mark)

    def _closing(self, mark: str, start: int) -> int:
        """Return where the next *mark* stands that is not escaped; -1 where none does."""
        at = self._page.find(mark, start, self._end)
        while at >= 0 and _ESCAPES.search(self._page, max(start, at - 20), at):
            at = self._page.find(mark, at + 1, self._end)
        return at


def _plain(raw: str, mark: str) -> str:
    if "\\" in raw:
        halves = _ESCAPE.sub(_meant, raw)
        raw = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return html.unescape(raw) if mark.startswith("&") else raw


def _meant(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(escape[3], escape[3])
