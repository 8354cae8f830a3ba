"""Extractors: Document to Claims. One kind of evidence a file.

An extractor never decides between candidates: it gives every claim that it sees, with the place
that proves it and an honest confidence; `choose` picks at most one of a property, or none.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from audit.model import Claim, Document


class Extractor(ABC):
    """One kind of evidence."""

    id: ClassVar[str]

    @abstractmethod
    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield every claim of this kind in the order of the document."""
