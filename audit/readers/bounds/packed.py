"""What gzip, bzip2 or xz packed, as far as it goes, and what is wrong where it ends badly."""

import bz2
import gzip
import lzma
from typing import BinaryIO, Final

_BLOCK: Final = 65_536
_BREAKS_OFF: Final = "it breaks off"
_FOLLOWED: Final = "what follows the packed file is not read"


class Gzipped:
    """A gzip file of one member or several; *lacks* tells, once it is read, what is wrong."""

    def __init__(self, file: BinaryIO) -> None:
        self.lacks = ""
        self._stream = gzip.GzipFile(fileobj=file)
        self._has_begun = False

    def read(self, size: int) -> bytes:
        """Return some bytes, none where it ends; raise what zlib raises where it is damaged."""
        try:
            # Unlike `read`, this gives what there is before it complains of what there is not.
            block = self._stream.read1(size)
        except EOFError:
            self.lacks = _BREAKS_OFF
            return b""
        except gzip.BadGzipFile as error:
            if not self._has_begun:
                raise
            self.lacks = _FOLLOWED if str(error).startswith("Not a gzipped") else str(error)
            return b""
        self._has_begun = True
        return block


class Streamed:
    """A bzip2 or xz file of one stream or several; *lacks* as above."""

    def __init__(self, file: BinaryIO, *, is_bzip2: bool) -> None:
        self.lacks = ""
        self._file = file
        self._kind = bz2.BZ2Decompressor if is_bzip2 else lzma.LZMADecompressor
        self._magic = b"BZh" if is_bzip2 else b"\xfd7z"
        self._unpacker = self._kind()

    def read(self, size: int) -> bytes:
        """Return some bytes, none where it ends; raise what the library raises in the middle."""
        while True:
            packed = self._another() if self._unpacker.eof else self._more()
            if self.lacks or (packed is None):
                return b""
            block = self._unpacker.decompress(packed, size)
            if block:
                return block

    def _more(self) -> bytes:
        if not self._unpacker.needs_input:
            return b""
        packed = self._file.read(_BLOCK)
        self.lacks = "" if packed else _BREAKS_OFF
        return packed

    def _another(self) -> bytes | None:
        """Begin the next stream, and return its first bytes; None where there is none."""
        rest = self._unpacker.unused_data
        while block := self._file.read(_BLOCK):
            rest = rest.lstrip(b"\0") + block  # a stream of xz may be padded with zeros
            if len(rest.lstrip(b"\0")) >= len(self._magic):
                break
        rest = rest.lstrip(b"\0")
        if not rest:
            return None
        if not rest.startswith(self._magic):
            self.lacks = _FOLLOWED
        self._unpacker = self._kind()
        return rest


def unpacking(file: BinaryIO) -> Gzipped | Streamed:
    """Return what unpacks *file*, which stands at its beginning, by how it begins."""
    magic = file.read(3)
    file.seek(-len(magic), 1)
    if magic.startswith(b"\x1f\x8b"):
        return Gzipped(file)
    return Streamed(file, is_bzip2=magic.startswith(b"BZh"))
