"""What a table and a query are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

FORMAT: Final = "24"
"""Format of the catalogue; raise it with every change of what `examine` writes, and of how the
results that the catalogue keeps between runs are made (see `compare.kept`)."""

type_names: Final = ("bigint", "integer", "double", "boolean", "varchar", "bigint[]", "integer[]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A name and its columns in order; *columns* maps each name to one of `type_names`.

    What is *scratch* is of use in one run alone, and is not kept in the catalogue.
    """

    name: str
    columns: Mapping[str, str]
    scratch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One SELECT with its bound values, written `:name` in the text.

    Where *parts* are given it is asked so many times, with `:part` from 0, so that no answer is
    larger than memory.
    """

    sql: str
    values: Mapping[str, Any] = field(default_factory=dict)
    parts: int | None = None
