"""Extractors under guard: a text that makes one hang, fill or crash is a problem with its name.

Our own extractors question texts up to a megabyte in the calling process, watched: they are known
to grow with the text. Longer texts, texts that took them too long, and all texts where another
distribution has an extractor are questioned in a process that can be killed. The extractor at
work when it ends is named and not asked again; the others are, in a new process.
"""

import contextlib
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from audit.extractors import CHOICE, Evidence, Questions, has_foreign
from audit.model import Claim, Document
from audit.readers import Limits
from audit.readers.guard import HARMLESS, EndedError, Process

_NAME: Final = "its process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Questioned:
    """The evidence of a document; *again* where another try might give more."""

    evidence: Evidence
    again: bool = False


def question(asked: Questions, limits: Limits) -> Questioned:
    """Return what every extractor says, each within *limits*."""
    if _is_harmless(asked):
        with contextlib.suppress(TooSlowError), watched(limits.seconds):
            (evidence,) = asked.work(lambda _identity: None)
            return Questioned(evidence=evidence)
    return _guarded(asked, limits)


class TooSlowError(BaseException):
    """Say that the time is over; no `except Exception` of an extractor may eat it."""


@contextlib.contextmanager
def watched(seconds: int) -> Iterator[None]:
    """Raise TooSlowError in what is done here after so many *seconds* of processor time."""

    def give_up(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, give_up)
    # Again and again, for the first may be raised where it is eaten: in a finalizer.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:  # it may be raised in the line before, once
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)


def _is_harmless(asked: Questions) -> bool:
    if has_foreign() or not hasattr(signal, "setitimer"):
        return False
    if threading.current_thread() is not threading.main_thread():
        return False
    return len(asked.document.text) + len(asked.document.markup) <= HARMLESS


def _guarded(asked: Questions, limits: Limits) -> Questioned:
    """Ask until no extractor ends the process any more."""
    again = False
    while True:
        answer = _attempt(asked, limits)
        if isinstance(answer, Evidence):
            return Questioned(evidence=answer, again=again)
        last, ended = answer
        again |= ended.again
        if not last:
            problem = f"no extractor could be asked: {ended}"
            return Questioned(evidence=Evidence(claims=(), problems=(problem,)), again=True)
        problem = f"{last if last == CHOICE else f'extractor {last}'}: {ended}"
        asked = replace(asked, failed={**asked.failed, last: problem})


def _attempt(asked: Questions, limits: Limits) -> Evidence | tuple[str, EndedError]:
    """Return the evidence, or the extractor that was at work when the process ended, and why."""
    process = Process.for_task(_NAME, asked, limits)
    last = ""
    evidence = Evidence(claims=(), problems=())
    while True:
        try:
            answer: Evidence | str | None = process.receive(limits)
        except EndedError as ended:
            return last, ended
        if answer is None:
            return evidence
        if isinstance(answer, Evidence):
            evidence = answer
        else:
            last = answer


def claims_of(document: Document) -> tuple[Claim, ...]:
    """Return the claims of one document that is not audited."""
    return question(Questions(document=document), Limits()).evidence.claims
