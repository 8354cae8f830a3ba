"""Engines hold tables: eight verbs, nothing else; only `open_engine` knows which engines exist."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any, Protocol

from audit.model import Source
from audit.tables import Query, Table

Row = Mapping[str, Any]
Columns = Mapping[str, Sequence[Any]]
"""Values of a table by column, all of one length."""


class Examine(Protocol):
    """What turns sources into rows for every examined table, by the name of the table."""

    def __call__(self, sources: Sequence[Source]) -> Iterator[Mapping[str, Columns]]:
        """Yield the rows of *sources*, some at a time."""

    def lost(self, source: Source, reason: str) -> Mapping[str, Columns]:
        """Return the rows of a source that nobody could read, and why."""


Function = Callable[[Any], Any]
"""A pure function over an Arrow record batch; it must be picklable.

One with a true attribute `light` costs less than the sending of its rows to another process.
"""
Progress = Callable[[int, int], None]
"""Called with the sources and the bytes that are done."""


class Engine(ABC):
    """Where tables live."""

    name: str

    @abstractmethod
    def ingest(
        self, examine: Examine, sources: Sequence[Source], forget: Iterable[int], done: Progress
    ) -> None:
        """Replace the rows of *sources* by what *examine* says, and drop those of *forget*.

        A killed run leaves whole documents, never halves; of a file with many records it may leave
        some of them without the row of the file, which comes last.
        """

    @abstractmethod
    def create(self, table: Table, query: Query) -> None:
        """Fill *table* anew with the rows of *query*, columns by name, in one transaction."""

    @abstractmethod
    def clear(self, table: Table) -> None:
        """Make *table* empty, whether it was there or not."""

    @abstractmethod
    def extend(self, table: Table, query: Query) -> None:
        """Add the rows of *query*, columns by name, to *table*, in one transaction."""

    @abstractmethod
    def apply(self, function: Function, query: Query, table: Table) -> None:
        """Fill *table* anew with *function* of the Arrow batches of *query*."""

    @abstractmethod
    def rows(self, query: Query) -> Iterator[Row]:
        """Yield the rows of *query* by column name."""

    @abstractmethod
    def value(self, query: Query) -> Any:
        """Return the first column of the first row of *query*, or None."""

    @abstractmethod
    def close(self) -> None:
        """Write what is to be kept and let go of everything."""


def open_engine(path: str, jobs: int) -> Engine:
    """Open the catalogue at *path* (empty: in memory), working with *jobs* processes.

    Raise EngineError where the catalogue is of another format, in use, or not a catalogue.
    """
    from audit.engines.duckdb import DuckDB

    return DuckDB(path, jobs)


@contextmanager
def engine_at(path: str, jobs: int) -> Iterator[Engine]:
    """Open the catalogue at *path* for as long as it is used; a damaged one is named as such."""
    from audit.engines.place import named

    with named(path), closing(open_engine(path, jobs)) as engine:
        yield engine
