"""What reading may cost: limits, and the budget of one file with all that is packed in it."""

from dataclasses import dataclass
from typing import Final, Literal, Protocol

from audit.errors import ReadError

MEGABYTE: Final = 1_000_000
_block: Final = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may cost; past a limit it is a problem, with the limit named."""

    file: int = 64 * MEGABYTE
    """Bytes of a file or record that is read as a document; a bigger one gets fixity only."""
    text: int = 20_000_000
    """Characters of a text."""
    line: int = 1_000_000
    """Characters of a line of the text."""
    unpacked: int = 256 * MEGABYTE
    """Bytes of everything that is unpacked from one file."""
    ratio: int = 100
    """Bytes unpacked from one packed byte, where more than a megabyte is unpacked."""
    members: int = 10_000
    """Members of an archive."""
    records: int = 100_000
    """Records of a file of records: a web archive, a mailbox, JSON Lines."""
    nesting: int = 3
    """Containers within containers."""
    depth: int = 100
    """Elements within elements of XML."""
    parts: int = 500
    """Parts of a message."""
    headers: int = 1_000
    """Header fields of a message."""
    pages: int = 2_000
    """Pages of a PDF, chapters of a book, sheets, slides."""
    seconds: int = 10
    """Processor time for reading one document, and for each extractor; thrice on the clock."""
    memory: int = 1_000 * MEGABYTE
    """Bytes of address space of a process that does what is risky."""


LIMITS: Final = Limits()


def is_full(error: Exception) -> bool:
    """Whether *error* says that a process gets no more memory, also for the code of a library."""
    return isinstance(error, MemoryError) or "failed to map segment" in str(error)


class SpentError(ReadError):
    """Say that a file has used up what it may cost; nothing more is read from it."""


class Readable(Protocol):
    """A stream of bytes."""

    def read(self, size: int, /) -> bytes:
        """Return up to *size* bytes, none at the end."""


class Budget:
    """What one file may still cost; everything nested in it draws on the same budget."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self.unpacked = 0
        self.count = 0

    def another(self, most: int, what: str = "members") -> None:
        """Count one more of *what*; raise SpentError beyond *most*."""
        self.count += 1
        if self.count > most:
            counted = what.removesuffix("s") if most == 1 else what
            raise SpentError(f"more than {most:,} {counted} (limits: {what}); the rest is not read")

    def take(self, stream: Readable, packed: int) -> bytes:
        """Return all of *stream*, which is *packed* bytes in its archive; raise ReadError."""
        return self._read(stream, packed, "file")

    def whole(self, stream: Readable, packed: int) -> bytes:
        """Return all of *stream*, however long within the budget; raise ReadError."""
        return self._read(stream, packed, "unpacked")

    def _read(self, stream: Readable, packed: int, name: Literal["file", "unpacked"]) -> bytes:
        most: int = getattr(self.limits, name)
        ratio = self.limits.ratio
        blocks = []
        size = 0
        while block := stream.read(_block):
            size += len(block)
            self._spend(len(block))
            if size > most:
                raise ReadError(f"over the limit of {most:,} bytes (limits: {name})")
            if size > max(MEGABYTE, packed * ratio):
                raise ReadError(f"unpacks to more than {ratio} times its size (limits: ratio)")
            blocks.append(block)
        return b"".join(blocks)

    def _spend(self, size: int) -> None:
        self.unpacked += size
        if self.unpacked > self.limits.unpacked:
            most = f"{self.limits.unpacked:,} bytes (limits: unpacked)"
            raise SpentError(f"unpacks to more than {most}; the rest is not read")
