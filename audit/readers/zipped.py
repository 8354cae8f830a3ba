"""Zip files: every member a record, none of them ever written to the disk."""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, final

from audit.errors import ReadError
from audit.readers import Budget, Container, Record, Remark
from audit.readers.bounds import SpentError
from audit.readers.bounds.names import duplicates, is_of_tools, left_out, shown
from audit.readers.bounds.zips import Zip


@final
class Zipped(Container):
    """Take a zip file apart; names that lead out of it are refused, duplicates are reported."""

    id = "zip"
    media_types = ("application/zip",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the members in the order of the directory."""
        archive = Zip(file, budget)
        yield from archive.remarks()
        seen: Counter[str] = Counter()
        left: list[str] = []
        for info in archive.members():
            try:
                name = archive.name(info)
                if is_of_tools(name):
                    left.append(name)
                    continue
                yield Record(name=name, data=archive.read(info))
                seen[name] += 1
            except SpentError:
                raise
            except ReadError as error:
                yield Remark(message=f"member {shown(info.orig_filename)}: {error}")
        for message in (*left_out(left), *duplicates(seen)):
            yield Remark(message=message, incomplete=False)
