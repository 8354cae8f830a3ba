"""What is declared of a container and of the records in it, from outside and from inside."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from audit.model import Field, Source
from audit.readers import Remark
from audit.readers.bounds.names import shown

SHOWN: Final = 20
"""Names without a record that are told one by one."""
_ROW: Final = "metadata-csv"
"""By whom a field is that a person declared in a table; format registers list every file."""
_DECLARES: Final = re.compile(r"(?:.+\.meta\.(?:ya?ml|json)|metadata\.csv)", re.DOTALL)


class Told:
    """What tables declare of the records of one file, and what is declared in vain."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._waiting = dict(source.records)
        self._first = ""
        self._inside: list[str] = []
        self._is_heard = False

    def of(self, member: str, *, is_whole: bool = False) -> tuple[Field, ...]:
        """Return what is declared of the record *member*, which is here now; note its name.

        Where it *is_whole*, what is declared of its container is declared of it.
        """
        if is_whole:
            self._is_heard = True
            return (*self._waiting.pop(member, ()), *self._source.fields)
        if _DECLARES.fullmatch(posixpath.basename(member)) and "://" not in member:
            self._inside.append(member)
        else:
            self._first = self._first or member
        return self._waiting.pop(member, ())

    def missing(self) -> Iterator[Remark]:
        """Yield which records are declared and not here."""
        for name, fields in list(self._waiting.items())[:SHOWN]:
            place = f", {fields[0].place}," if fields else ""
            yield Remark(message=f"{shown(name)}{place} is no document in it", incomplete=False)
        more = len(self._waiting) - SHOWN
        if more > 0:
            yield Remark(message=f"{more:,} more rows name no document in it", incomplete=False)

    def remarks(self) -> Iterator[Remark]:
        """Yield what must be said of the container, all of whose records have been here."""
        yield from self.missing()
        row = f"{posixpath.basename(self._source.path)}!/{self._first or 'NAME'}"
        advice = f"write a row {shown(row)} in metadata.csv for each"
        rows = any(each.by == _ROW for each in self._source.fields)
        if not self._is_heard and (self._source.sidecar or rows):
            message = f"what is declared of it says nothing of its records; {advice}"
            yield Remark(message=message, incomplete=False)
        if self._inside:
            more = len(self._inside) - 1
            which = f" and {more:,} more declare" if more else " declares"
            message = f"{shown(self._inside[0])}{which} nothing from inside of it; {advice}"
            yield Remark(message=message, incomplete=False)
