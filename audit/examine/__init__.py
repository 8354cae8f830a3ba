"""One pure function: sources in, rows for every examined table out. Runs in any process."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import repeat
from typing import Final, TypeVar

from audit.engines import Columns
from audit.errors import ReadError
from audit.examine.rows import SHORT, Reading, Rows, Words
from audit.fingerprints.textlines import lines_of_each
from audit.fingerprints.tokens import tokenize
from audit.model import Source
from audit.readers import Limits, Loaded, Remark, container_for, identify, load, reader_for
from audit.readers.extras import present
from audit.readers.guard import Item, Job, read_job

__all__ = ["SHORT", "Examine"]

Member = TypeVar("Member")

_TOGETHER: Final = 8 << 20
"""Characters of texts whose rows are made together."""
_MOST: Final = 1_024
"""Documents whose rows are made together."""
_AT_ONCE: Final = 1 << 18
"""Characters of texts that are tokenized together: what is made of them stays near at hand."""


@dataclass(frozen=True, slots=True)
class Examine:
    """Read, tokenize and question documents; holds nothing but what reading depends on."""

    limits: Limits = field(default_factory=Limits)
    text_field: str = ""
    """The field of JSON that holds the text, empty for one with a usual name."""
    profile: str = "plain"
    """`ocr`: what scanning confuses is one letter, in comparisons alone."""

    def __call__(self, sources: Sequence[Source]) -> Iterator[Mapping[str, Columns]]:
        """Yield the rows of *sources*, some at a time, so that no file is too big for memory.

        What fails becomes a problem, never an exception.
        """
        for group in _grouped(self._readings(sources), _size, _TOGETHER):
            rows = Rows()
            words = self._words([each.document.text for each in group if each.document])
            for reading in group:
                if reading.document:
                    reading.fingerprint(reading.document, next(words), rows)
                if known := reading.known:
                    reading.question(known, rows, self.limits)
                if not reading.again:
                    reading.file["reading"] = self.reading(reading.file["media_type"])
                reading.close(rows)
            yield rows.columns

    def _words(self, texts: Sequence[str]) -> Iterator[Words]:
        """Yield the words and lines of each of *texts*."""
        for some in _grouped(texts, len, _AT_ONCE):
            plain = tokenize(some)
            compared = tokenize(some, scanned=True) if self.profile == "ocr" else plain
            yield from map(Words, plain, compared, lines_of_each(some, compared))

    def reading(self, media_type: str) -> str:
        """Return a digest of all that a reading of *media_type* depends on beside the file."""
        return _reading(self.limits, (self.text_field, self.profile), media_type)

    def _readings(self, sources: Sequence[Source]) -> Iterator[Reading]:
        for source in sources:
            try:
                yield from map(Reading, self._items(source), repeat(source.uri))
            except ReadError as error:
                yield Reading(_unread(source, str(error)), source.uri)

    def _items(self, source: Source) -> Iterator[Item]:
        loaded = load(source.location, self.limits)
        job = Job(
            source=_as_read(source, loaded),
            sha256=loaded.sha256,
            format=identify(source.path, loaded.data or loaded.head),
            data=loaded.data,
            limits=self.limits,
            text_field=self.text_field,
        )
        return read_job(job)

    def lost(self, source: Source, reason: str) -> Mapping[str, Columns]:
        """Return the rows of a source that nobody could read, and why."""
        rows = Rows()
        Reading(_unread(source, reason), source.uri).close(rows)
        return rows.columns


def _as_read(source: Source, loaded: Loaded) -> Source:
    """Return *source* with the state in which the file was read."""
    walked = (source.size, source.modified, source.inode, source.changed)
    if walked == (loaded.size, loaded.modified, loaded.inode, loaded.changed):
        return source
    return replace(
        source,
        size=loaded.size,
        modified=loaded.modified,
        inode=loaded.inode,
        changed=loaded.changed,
    )


@cache
def _reading(limits: Limits, named: tuple[str, str], media_type: str) -> str:
    reader = reader_for(media_type)
    has_fields = reader is not None and reader.with_text_field("x") is not reader
    field_of_text = named[0] if has_fields or container_for(media_type) else ""
    depends = (limits, field_of_text, named[1], present())
    return hashlib.sha256(repr(depends).encode()).hexdigest()[:16]


def _unread(source: Source, reason: str) -> Item:
    return Item(
        source=source,
        sha256="",
        media_type="",
        basis="",
        state="unreadable",
        problems=(Remark(message=reason),),
    )


def _size(reading: Reading) -> int:
    return len(reading.document.text) if reading.document else 0


def _grouped(
    items: Iterable[Member], size: Callable[[Member], int], most: int
) -> Iterator[list[Member]]:
    """Cut *items* into groups that are complete with *most* in *size*, or with `_MOST` items."""
    group: list[Member] = []
    total = 0
    for item in items:
        group.append(item)
        total += size(item)
        if total >= most or len(group) == _MOST:
            yield group
            group, total = [], 0
    if group:
        yield group
