"""Where a finding stands for a CI system: in a file of the repository, never inside one."""

import re
from dataclasses import replace
from functools import cached_property
from typing import Final, NamedTuple

from audit.model import Audit, Location
from audit.reports import from_here, safe_path

_INSIDE: Final = re.compile("!/")


class FilePlace(NamedTuple):
    """A place in a file that a repository has."""

    file: str
    """From the directory the run was started in."""
    at: Location
    """Of a record in a container the container's first line: its own lines no file has."""
    record: str
    """The name of that record and the line in it, safe to print; empty for a file's own place."""

    def said(self, message: str) -> str:
        """Return *message*, behind the record that it speaks of."""
        return f"{self.record}: {message}" if self.record else message


class Files:
    """The files of the repository in which the documents of one audit lie."""

    def __init__(self, audit: Audit) -> None:
        self._audit = audit

    def place(self, at: Location) -> FilePlace:
        """Return where *at* is; a record in a record lies in the outermost container."""
        for mark in _INSIDE.finditer(at.path):
            outer = at.path[: mark.start()]
            if outer in self._containers:
                record = f"{safe_path(at.path[mark.end() :])}:{max(1, at.line)}"
                first = replace(at, path=outer, line=1, column=1, end_line=1, end_column=1)
                return FilePlace(from_here(self._audit.run, outer), first, record)
        return FilePlace(from_here(self._audit.run, at.path), at, "")

    @cached_property
    def _containers(self) -> frozenset[str]:
        """Asked for only where a path may name a record: there may be a million documents."""
        documents = self._audit.documents
        return frozenset(each.path for each in documents if each.state == "container")
