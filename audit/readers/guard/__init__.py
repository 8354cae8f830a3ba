"""Reading under guard: what is risky is read in a process that can be killed.

A reader that is linear works in this process on files up to a megabyte. Everything else is sent
to a process of its own with bounded memory, processor time and time on the clock. A document that
ends that process is a problem with the limit's name; a new process goes on with the next one.
"""

from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Final

from audit.readers import Remark, container_for, reader_for
from audit.readers.guard.items import Item
from audit.readers.guard.process import EndedError, Process
from audit.readers.guard.unfold import Job

__all__ = ["HARMLESS", "EndedError", "Item", "Job", "Process", "read_job"]

HARMLESS: Final = 1024 * 1024
"""Bytes up to which a linear reader works in the calling process."""
DEATHS: Final = 20
"""Processes that one file may end before the rest of it is given up."""
NAME: Final = "its reader"
"""What the process is called that reads."""

Answer = Item | tuple[int, Item] | None


def read_job(job: Job) -> Iterator[Item]:
    """Yield what lies in one file: the file itself, or its records and then the file."""
    if _is_harmless(job):
        yield from job.work(lambda _said: None)
    else:
        yield from _guarded(job)


def _is_harmless(job: Job) -> bool:
    media_type = job.format.media_type
    if container_for(media_type):
        return False
    reader = reader_for(media_type)
    if reader is None or not job.data:
        return True
    return reader.linear and len(job.data) <= HARMLESS


def _guarded(job: Job) -> Iterator[Item]:
    """Yield the items of *job*; the file itself is to be read again where one of them is."""
    again = False
    for item in _attempts(job):
        again |= item.again
        yield replace(item, again=again) if item.source == job.source else item


def _attempts(job: Job) -> Iterator[Item]:
    done: set[int] = set()
    begun: dict[int, Item] = {}
    for _ in range(DEATHS):
        ended = yield from _attempt(replace(job, done=frozenset(done)), done, begun)
        if not ended:
            return
        last = max(begun, default=0)
        done.add(last)
        yield _lost(begun.pop(last) if last in begun else _whole(job), ended)
        if last == 0:
            return
    reason = f"ended {DEATHS} processes; the rest is not read"
    yield _lost(begun.get(0) or _whole(job), EndedError(reason))


def _attempt(
    job: Job, done: set[int], begun: dict[int, Item]
) -> Generator[Item, None, EndedError | None]:
    """Yield items, note what is begun and done, and return why the process ended, if it did."""
    process = Process.for_task(NAME, job, job.limits)
    under_way: list[int] = []
    while True:
        try:
            answer: Answer = process.receive(job.limits)
        except EndedError as ended:
            return ended
        if answer is None:
            return None
        if isinstance(answer, Item):
            number = under_way.pop()
            done.add(number)
            del begun[number]  # a file may hold a hundred thousand of them
            yield answer
        else:
            number, begun[number] = answer
            under_way.append(number)


def _lost(item: Item, ended: EndedError) -> Item:
    remark = Remark(message=str(ended))
    return replace(item, state="unreadable", problems=(remark,), again=ended.again)


def _whole(job: Job) -> Item:
    return Item(
        source=job.source,
        sha256=job.sha256,
        media_type=job.format.media_type,
        basis=job.format.basis,
        stated=job.format.stated,
    )
