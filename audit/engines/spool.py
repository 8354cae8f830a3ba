"""Rows on their way from a process to the engine: small ones by hand, others through files."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import pyarrow as pa

Tables = Mapping[str, pa.RecordBatch]
"""Rows of every examined table by its name."""
_IN_HAND: Final = 32 << 20
"""Bytes of rows up to which no file is written."""


@dataclass(slots=True)
class Spooled:
    """Pieces of rows: those *in_hand*, then those that lie in the files of *folder*."""

    in_hand: list[Tables] = field(default_factory=list)
    folder: str = ""
    names: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Tables]:
        """Yield the pieces in their order, one at a time."""
        yield from self.in_hand
        if not self.folder:
            return
        with ExitStack() as stack:
            files = [stack.enter_context(pa.OSFile(self.file(name))) for name in self.names]
            streams = [pa.ipc.open_stream(file) for file in files]
            for batches in zip(*streams, strict=True):
                yield dict(zip(self.names, batches, strict=True))
        for name in self.names:
            Path(self.file(name)).unlink()

    def file(self, name: str) -> str:
        """Return where the rows of the table *name* lie."""
        return os.path.join(self.folder, name)  # noqa: PTH118  # a string for Arrow


def spool(pieces: Iterable[Tables], folder: str) -> Spooled:
    """Return *pieces*; those beyond some megabytes are written below *folder*."""
    found = Spooled()
    size = 0
    waiting = iter(pieces)
    for tables in waiting:
        found.in_hand.append(tables)
        size += sum(batch.nbytes for batch in tables.values())
        if size > _IN_HAND:
            _write(found, waiting, folder)
    return found


def _write(found: Spooled, pieces: Iterator[Tables], folder: str) -> None:
    with ExitStack() as stack:
        writers: dict[str, pa.ipc.RecordBatchStreamWriter] = {}
        for tables in pieces:
            if not writers:
                found.folder, found.names = mkdtemp(dir=folder), tuple(tables)
                for name, batch in tables.items():
                    file = stack.enter_context(pa.OSFile(found.file(name), "wb"))
                    writers[name] = stack.enter_context(pa.ipc.new_stream(file, batch.schema))
            for name, batch in tables.items():
                writers[name].write_batch(batch)
