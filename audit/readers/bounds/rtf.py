"""Rich Text Format as a stream: groups, control words, and characters in many code pages."""

import re
import sys
from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from audit.errors import ReadError
from audit.readers.bounds import Limits
from audit.readers.bounds.rtf_words import (
    ASIDE,
    CODE_PAGES,
    DRAWN,
    ESCAPED,
    HIDDEN,
    PLATFORMS,
    SHOWN,
    SIGNS,
    SYMBOLS,
    UNICODE,
    known_page,
)

_token: Final = re.compile(
    rb"\\([A-Za-z]{1,40})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
_FONTS: Final = "/fonttbl"
_said: Final = ("/info", "/userprops")
"""Groups whose groups are fields."""
_clock: Final = frozenset((b"yr", b"mo", b"dy", b"hr", b"min", b"sec"))
_TEXT: Final = ""
_NONE: Final = -1
BOX: Final = "/box"
"""Where text in a drawing stands that is of no header."""


@dataclass(slots=True)
class _Group:
    """What holds until the brace is closed."""

    name: str = _TEXT
    """Its destination; empty: what a reader of the page sees."""
    number: int = 0
    """Which of the destinations it is, as they stand in the file."""
    font: int = _NONE
    fallback: int = 1
    """Characters for old readers behind a character of Unicode."""
    hidden_by: frozenset[bytes] = frozenset()
    is_starred: bool = False


class Piece(NamedTuple):
    """Characters, and the path of the destinations they stand in."""

    place: str
    number: int
    """Which of the destinations of the file it is."""
    text: str


@dataclass(slots=True)
class Rtf:
    """One pass over a file; what breaks off or is no character is counted."""

    data: bytes
    limits: Limits
    pieces: list[Piece] = field(default_factory=list)
    words: Counter[bytes] = field(default_factory=Counter)
    unclosed: int = 0
    undecoded: int = 0
    hidden: int = 0
    after: int = 0
    """Bytes behind the last brace."""
    _stack: list[_Group] = field(default_factory=list)
    _now: _Group = field(default_factory=_Group)
    _page: str = "cp1252"
    _fonts: dict[int, str] = field(default_factory=dict)
    _raw: bytearray = field(default_factory=bytearray)
    _wide: list[int] = field(default_factory=list)
    _skip: int = 0
    _entered: int = 0
    _default: int = _NONE

    def run(self) -> None:
        """Read the file; raise ReadError past a limit."""
        at, is_open = max(self.data.find(b"{"), 0), True
        while is_open and (found := _token.match(self.data, at)):
            at = found.end()
            word, number, byte, symbol, brace, run = found.groups()
            if word == b"bin":
                at += max(int(number or 0), 0)
            elif word:
                self._word(word, int(number) if number else None)
            elif brace:
                is_open = self._brace(brace)
            elif symbol:
                self._symbol(symbol)
            else:
                self._bytes(bytes((int(byte, 16),)) if byte else run or b"")
        self._say("")
        self.unclosed = len(self._stack)
        self.after = len(self.data[at:].strip(b"\0 \t\r\n\x1a"))

    def _brace(self, brace: bytes) -> bool:
        """Open or close a group; tell whether any is open."""
        self._say("")
        self._skip = 0
        if brace == b"}":
            self._now = self._stack.pop() if self._stack else _Group()
            return bool(self._stack)
        if len(self._stack) >= self.limits.depth:
            depth = self.limits.depth
            raise ReadError(f"groups in groups, over the limit of {depth:,} (limits: depth)")
        last = self._now
        self._stack.append(last)
        self._now = _Group(last.name, last.number, last.font, last.fallback, last.hidden_by)
        return True

    def _word(self, word: bytes, number: int | None) -> None:
        """Take one word of control."""
        self.words[word] += 1
        if word == b"u" and number is not None:
            self._unicode(number)
        elif self._skip:
            self._skip -= 1
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in ASIDE or self._now.is_starred:
            self._enter(word)
        elif word in HIDDEN:
            self._say("")
            self._now.hidden_by = self._now.hidden_by - {word} | ({word} if number != 0 else set())
        elif word == b"plain":
            self._say("")
            self._now.hidden_by, self._now.font = frozenset(), self._default
        else:
            self._characters(word, number)

    def _enter(self, word: bytes) -> None:
        """Take the group as that of a destination; drawings hold what is read."""
        self._say("")
        self._entered += 1
        self._now.number = self._entered
        self._now.is_starred = False
        outer = self._stack[-1].name if self._stack else _TEXT
        if word in SHOWN:
            self._now.name = DRAWN.sub("", outer) or BOX
        elif word == UNICODE:
            self._now.name = outer.removesuffix("/upr")
        else:
            self._now.name = f"{outer}/{word.decode()}"

    def _characters(self, word: bytes, number: int | None) -> None:
        """Take a word that says how characters are written."""
        if self._now.name.endswith(_said) and number is None:
            self._enter(word)
        elif word in _clock:
            self._say(f"\\{word.decode()}{number}" if self._now.name else "")
        elif word == b"uc":
            self._now.fallback = max(number or 0, 0)
        elif word == b"ansicpg":
            self._page = known_page(number or 0) or self._page
        elif word in PLATFORMS:
            self._page = PLATFORMS[word]
        elif word in (b"f", b"deff"):
            self._say("")
            self._now.font = number or 0
            self._default = self._now.font if word == b"deff" else self._default
        elif word in {b"fcharset", b"cpg"} and self._now.name == _FONTS:
            page = known_page(number or 0) if word == b"cpg" else CODE_PAGES.get(number or 0)
            self._fonts |= {self._now.font: page} if page else {}

    def _symbol(self, symbol: bytes) -> None:
        """Take one sign of control."""
        if symbol == b"*":
            self._now.is_starred = True
        elif symbol in ESCAPED:
            self._bytes(symbol)
        elif self._skip:
            self._skip -= 1
        else:
            self._say(SYMBOLS.get(symbol, ""))

    def _unicode(self, number: int) -> None:
        """Take a character by its number; the file writes two for those past 65,535."""
        self._decode()
        self._wide += [number % 65_536] * bool(number)
        self._skip = self._now.fallback

    def _bytes(self, run: bytes) -> None:
        """Take bytes of a code page, but for those that stand for a character of Unicode."""
        kept = run[self._skip :]
        self._skip = max(self._skip - len(run), 0)
        if kept:
            self._unite()
            self._raw += kept

    def _say(self, text: str) -> None:
        """Add characters behind those that wait."""
        self._unite()
        self._decode()
        self._add(text)

    def _unite(self) -> None:
        """Add the characters of Unicode that wait."""
        if self._wide:
            units = array("H", self._wide).tobytes()
            self._wide.clear()
            order = "le" if sys.byteorder == "little" else "be"
            self._add(units.decode(f"utf-16-{order}", "replace"))

    def _decode(self) -> None:
        """Add the bytes that wait."""
        if self._raw:
            page = self._fonts.get(self._now.font, self._page)
            text = bytes(self._raw).decode(page, "replace")
            self._raw.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        if self._now.hidden_by:
            self.hidden += len(text) if not self._now.name else 0
        elif text:
            self.undecoded += text.count("\ufffd")
            self.pieces.append(Piece(self._now.name, self._now.number, text))
