"""Readers: bytes to Document. One format a file; a new file here is a new format.

A reader gets the bytes of one file, never opens anything else, and raises `ReadError` with one
clear sentence where it cannot go on. Whatever it had to guess, replace or cut goes into
`Document.remarks`, because silence is never success.
"""

from abc import ABC, abstractmethod
from typing import ClassVar

from audit.model import Document, Source


class Reader(ABC):
    """One format."""

    id: ClassVar[str]
    media_types: ClassVar[tuple[str, ...]]

    @abstractmethod
    def read(self, source: Source, data: bytes, basis: str) -> Document:
        """Turn *data* into a Document; raise ReadError where that is impossible."""
