"""The sheet that views write on: it knows the terminal, and lets nothing unsafe through."""

import os
import re
import shlex
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TextIO

from audit.reports import Page, safe

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Part = str | tuple[str, str]
"""A text, or a text and its style."""

STYLES: Final = {"error": "red bold", "warning": "yellow", "note": "cyan", "quiet": "dim"}
_MARKS: Final = {
    "ellipsis": ("…", "..."),
    "tree": ("├", "|"),
    "last": ("└", "`"),
    "rule": ("─", "-"),
    "full": ("█", "#"),
    "light": ("░", "."),
    "both": ("↔", "<>"),
}
_LIMITED: Final = re.compile(r"(?:--limit=|-n=?)\d+")
SHORT: Final = 20
"""Rows of a table on a terminal that was not asked for more."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs of our own that are drawn, in ASCII where the stream knows no better."""

    plain: bool

    def __getitem__(self, name: str) -> str:
        return _MARKS[name][self.plain]


class Sheet:
    """A stream, and how wide, how colourful and how short it wants to be."""

    def __init__(self, out: TextIO, page: Page) -> None:
        self.out = out
        self.page = page
        self.terminal = out.isatty() if page.terminal is None else page.terminal
        self.colour = _colour(page.colour, self.terminal)
        self.marks = Marks("utf" not in (getattr(out, "encoding", None) or "utf-8").lower())
        self.width = page.width or shutil.get_terminal_size((80, 24)).columns

    @property
    def limit(self) -> int | None:
        """Rows of a table, or None for all."""
        if self.page.limit is None:
            return SHORT if self.terminal else None
        return self.page.limit or None

    @property
    def unlimited(self) -> str:
        """The command that was given, for all of its rows."""
        return f"{shlex.join(_without_limit(shlex.split(self.page.command)))} --limit 0"

    @cached_property
    def console(self) -> "Console":
        """The rich console, made only where something is drawn."""
        from rich.console import Console

        return Console(
            file=self.out,
            width=self.width,
            height=100,
            force_terminal=self.colour,
            no_color=self.page.colour == "auto" and bool(os.environ.get("NO_COLOR")),
            color_system="standard" if self.colour else None,
            force_interactive=False,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )

    def say(self, *parts: Part) -> None:
        """Write one line, never wrapped or cut; every part passes `safe`."""
        if not self.colour:
            self.out.write("".join(_text(part) for part in parts) + "\n")
            return
        self.console.print(self._drawn(parts), soft_wrap=True)

    def wrap(self, *parts: Part, indent: int = 4) -> None:
        """Write one line, on a terminal wrapped at words with the rest indented."""
        if not self.terminal or self.width <= 2 * indent:
            self.say(*parts)
            return
        from rich.text import Text

        lines = self._drawn(parts).wrap(self.console, self.width - indent)
        for line in lines:
            line.rstrip()
        self.console.print(Text("\n" + " " * indent).join(lines), soft_wrap=True)

    def gap(self) -> None:
        """Write an empty line on a terminal; elsewhere every line is a record."""
        if self.terminal:
            self.out.write("\n")

    @staticmethod
    def _drawn(parts: Sequence[Part]) -> "Text":
        from rich.text import Text

        drawn = Text()
        for part in parts:
            style = "" if isinstance(part, str) else STYLES.get(part[1], part[1])
            drawn.append(_text(part), style)
        return drawn


def _text(part: Part) -> str:
    return safe(part if isinstance(part, str) else part[0], line=True)


def _colour(wish: str, terminal: bool) -> bool:
    """Return whether to style; the option wins over the environment, that over the stream."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("TERM") == "dumb":
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return terminal


def _without_limit(words: Sequence[str]) -> Iterator[str]:
    """Yield the words of a command but `--limit 8`, `--limit=8`, `-n 8` and `-n8`."""
    after = ""
    for word in words:
        is_limit = word in {"--limit", "-n"}
        if not (is_limit or after or _LIMITED.fullmatch(word)):
            yield word
        after = word if is_limit else ""
