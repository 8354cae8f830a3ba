"""Reports: a finished audit in one format. One format a file.

A report reads the values of `model` and writes text; it never changes a finding and never asks
the engine anything. Machine formats keep true values; formats for people show every control,
escape and bidi character as something visible (`audit.reports.safe` is that border).
"""

from abc import ABC, abstractmethod
from typing import ClassVar, TextIO

from audit.model import Audit


class Report(ABC):
    """One format."""

    id: ClassVar[str]

    @abstractmethod
    def write(self, audit: Audit, out: TextIO) -> None:
        """Write the whole report to *out*, ended by a line feed."""
