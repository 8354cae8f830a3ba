"""A file unfolded: the document it is, or every record in it, down to the limit of nesting."""

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Final

from audit.errors import ReadError
from audit.model import Field, Source
from audit.readers import (
    About,
    Budget,
    Container,
    Format,
    Limits,
    MissingExtraError,
    Record,
    Remark,
    container_for,
)
from audit.readers.bounds.names import shown, unique, unpacked_name
from audit.readers.guard.items import Item, apart, document, fixity_only, format_of, too_big, why
from audit.readers.guard.told import Told
from audit.readers.guard.worker import Begin

_flags: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to unfold; *data* is None where it is too big to keep."""

    source: Source
    sha256: str
    format: Format
    data: bytes | None
    limits: Limits = field(default_factory=Limits)
    text_field: str = ""
    """The field of JSON that holds the text, empty for one with a usual name."""
    done: frozenset[int] = frozenset()
    """Numbers of the items that are not wanted again, in the order in which they are begun."""

    def work(self, begin: Begin) -> Iterator[Item]:
        """Yield every item; tell *begin* of each its number, and the item as unreadable.

        Of an item that is not wanted again nothing is said.
        """
        return iter(Unfold(self, begin))


class Unfold:
    """The unfolding of one file."""

    def __init__(self, job: Job, begin: Begin) -> None:
        self._job = job
        self._begin = begin
        self._budget = Budget(job.limits)
        self._taken: set[str] = set()
        self._told = Told(job.source)
        self._number = -1
        self._outer: tuple[Field, ...] = ()
        """What was said of the record that is taken apart, and holds for all in it."""

    def __iter__(self) -> Iterator[Item]:
        """Yield every item; what fails is a problem of the item, never an exception."""
        job = self._job
        item = Item(
            source=job.source,
            sha256=job.sha256,
            media_type=job.format.media_type,
            basis=job.format.basis,
            stated=job.format.stated,
            state="unreadable",
        )
        if job.data is not None:
            yield from self._item(item, Record(name="", data=job.data), 0)
        elif container := container_for(item.media_type):
            try:
                yield from self._large(item, container)
            except (ReadError, OSError) as error:
                yield replace(item, problems=(Remark(message=why(error)),))
        elif self._wanted(item):
            yield too_big(item, job.limits)

    def _large(self, item: Item, container: Container) -> Iterator[Item]:
        """Take apart a file that is too big to keep, if it is still the one that was digested."""
        if not self._wanted(item):
            return
        source = item.source
        with os.fdopen(os.open(source.location, _flags), "rb") as file:
            status = os.fstat(file.fileno())
            state = (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            if state != (source.size, source.modified, source.changed):
                raise ReadError("changed while it was read")
            yield from self._records(item, container, file, 1)

    def _item(self, item: Item, record: Record, depth: int) -> Iterator[Item]:
        if not self._wanted(item):
            return
        if record.unread:
            yield replace(item, state="fixity-only", problems=(Remark(message=record.unread),))
            return
        limits = self._job.limits
        container = container_for(item.media_type)
        if container is None and depth < limits.nesting:
            container = apart(item, record, self._job.text_field)
        if container and depth < limits.nesting:
            before, self._outer = self._outer, tuple(_of_all(record.fields))
            yield from self._records(item, container, io.BytesIO(record.data), depth + 1)
            self._outer = before
        elif container:
            too_deep = Remark(
                message=f"more than {limits.nesting} containers in each other (limits: nesting)"
            )
            yield replace(item, state="fixity-only", problems=(too_deep,))
        else:
            job = self._job
            found = document(item, record, job.text_field, job.limits)
            remarks = () if depth else tuple(self._told.missing())
            yield replace(found, problems=(*found.problems, *remarks)) if remarks else found

    def _wanted(self, item: Item) -> bool:
        self._number += 1
        is_done = self._number in self._job.done
        self._begin(None if is_done else (self._number, item))
        return not is_done

    def _records(
        self, item: Item, container: Container, file: BinaryIO, depth: int
    ) -> Iterator[Item]:
        """Yield the items of the records in *file*, and at last the container itself."""
        problems: list[Remark] = []
        about = About()
        try:
            for found in container.records(file, self._budget):
                if isinstance(found, Remark):
                    problems.append(found)
                    continue
                if isinstance(found, About):
                    about = _joined(about, found)
                    continue
                inner = self._record(item.source, found)
                problems += [
                    Remark(message=f"member {shown(found.name)}: {remark}", incomplete=False)
                    for remark in found.remarks
                ]
                held = replace(found, fields=(*found.fields, *self._outer))
                yield from self._item(inner, held, depth)
        except MissingExtraError as error:
            yield fixity_only(item, error)
            return
        except Exception as error:  # noqa: BLE001  # libraries fail in their own ways
            problems.append(Remark(message=why(error)))
        else:
            problems += self._told.remarks() if depth == 1 else ()
        fields, headers = about.fields, (*item.headers, *about.headers)
        state = "container"
        yield replace(item, state=state, problems=tuple(problems), fields=fields, headers=headers)

    def _record(self, source: Source, record: Record) -> Item:
        """Return the item of *record* before it is read."""
        base = self._job.source
        name = record.name or unpacked_name(source.member or source.path)
        within = f"{source.member}!/{name}" if source.member else name
        member = unique(within, self._taken)
        format_ = format_of(replace(record, name=name))
        is_one = container_for(format_.media_type) is None
        is_whole = record.is_whole and is_one and not source.member
        return Item(
            source=replace(
                base,
                uri=f"{base.uri}!//{member}",
                path=f"{base.path}!/{member}",
                member=member,
                size=len(record.data),
                sidecar=base.sidecar if is_whole else "",
                beside=base.beside if is_whole else "",
                fields=self._told.of(member, is_whole=is_whole),
                records=(),
            ),
            sha256=hashlib.sha256(record.data).hexdigest(),
            media_type=format_.media_type,
            basis=format_.basis,
            stated=format_.stated,
            state="unreadable",
            fields=record.fields,
            headers=record.headers,
        )


def _joined(first: About, second: About) -> About:
    return About(fields=(*first.fields, *second.fields), headers=(*first.headers, *second.headers))


def _of_all(fields: Iterable[Field]) -> Iterator[Field]:
    """Yield what *fields* of a record say of all in it: when and where it was captured."""
    for field_ in fields:
        place = f"{field_.place} of what holds it"
        if field_.property == "captured":
            yield field_ if field_.place.endswith("holds it") else replace(field_, place=place)
        elif field_.property == "url":
            yield replace(field_, property="source", place=place)
        elif field_.property == "source" and field_.place.endswith("holds it"):
            yield field_
