"""Progress on stderr: only for a person, only for work that takes a while."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from audit.cli.options import Talk

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE: Final = 1.0
"""Seconds of work before anything moves."""
Tell = Callable[[str, int, int, int, int], None]


class Watch:
    """Called with stage, sources done and in all, bytes done and in all."""

    def __init__(self, *, drawn: bool, told: bool) -> None:
        self.drawn = drawn
        self.told = told
        self.started = time.monotonic()
        self.stage = ""
        self.bar: Progress | None = None

    def __call__(self, stage: str, sources: int, sources_all: int, size: int, all_: int) -> None:
        """Show how far *stage* is."""
        if self.told and stage != self.stage:
            sys.stderr.write(f"audit: {stage}, {sources_all:,} documents, {all_:,} bytes\n")
        self.stage = stage
        if self.drawn and time.monotonic() - self.started >= PATIENCE:
            self._draw(sources, sources_all, size, all_)

    def _draw(self, sources: int, sources_all: int, size: int, all_: int) -> None:
        if self.bar is None:
            self.bar = _bar()
            self.bar.start()
        if not self.bar.tasks or self.bar.tasks[0].description != self.stage:
            self._restart(self.bar)
        counted = f"{sources:,}/{sources_all:,}"
        task = self.bar.task_ids[0]
        self.bar.update(task, completed=size, total=all_ or None, counted=counted)

    def _restart(self, bar: "Progress") -> None:
        """Begin a task of its own for a stage, whose rate is not that of the last one."""
        for task in bar.task_ids:
            bar.remove_task(task)
        bar.add_task(self.stage, total=None, counted="")

    def stop(self) -> None:
        """Take the bar away, so that results follow on a clean line."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[counted]}", markup=False),
        TransferSpeedColumn(),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True, markup=False, emoji=False, highlight=False),
        transient=True,
    )


@contextmanager
def watched(talk: Talk) -> Iterator[Watch]:
    """Give a watch that is quiet without a terminal, and always stopped at the end."""
    watch = Watch(drawn=sys.stderr.isatty() and not talk.quiet, told=talk.verbose)
    try:
        yield watch
    finally:
        watch.stop()
