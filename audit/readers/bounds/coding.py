"""How a server packed the body of its answer, undone: content codings (RFC 9110, 8.4.1)."""

import importlib.util
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from itertools import chain
from typing import Final

from audit.errors import ReadError
from audit.readers import MissingExtraError

_BLOCK: Final = 65_536
_PIECE: Final = 8_192
"""Bytes that are unpacked at a time: what is left of them is copied with every block and member."""
_GZIP: Final = b"\x1f\x8b"
_UNREAD: Final = frozenset(
    ("aes128gcm", "compress", "dcb", "dcz", "exi", "pack200-gzip", "x-compress", "zstd")
)
"""Codings that are registered, and not undone here; what is not registered is none."""
_MOST: Final = 4
"""Codings of one body."""
_CONTROLS: Final = bytes(range(32)).translate(None, b"\t\n\f\r\x1b")
_HEAD: Final = 1_000
"""Bytes that show whether something is text."""

Blocks = Iterator[bytes]


class Body:
    """The body of an answer as a browser has it.

    Raise ReadError where it is packed in a way that is not undone here. *lacks* tells, once all of
    it is read, that it ends too early; *remarks* tell what is not so as the server stated it.
    """

    def __init__(self, raw: bytes, stated: str) -> None:
        """Take the bytes that were sent, and the header Content-Encoding."""
        self.lacks = ""
        self.remarks: list[str] = []
        codings = [each.strip().lower() for each in stated.split(",")]
        if len(codings) > _MOST:
            raise ReadError(f"its content is packed {len(codings):,} times")
        blocks: Blocks = (raw[at : at + _PIECE] for at in range(0, len(raw), _PIECE))
        for coding in reversed(codings):
            blocks = self._undone(coding, blocks)
        self._blocks = blocks
        self._rest = b""

    def read(self, size: int) -> bytes:
        """Return up to *size* bytes, none at the end."""
        while not self._rest:
            block = next(self._blocks, None)
            if block is None:
                return b""
            self._rest = block
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken

    def _undone(self, coding: str, blocks: Blocks) -> Blocks:
        if coding in _UNREAD:
            raise ReadError(f"its content is packed as {coding}, which is not read here")
        undo = _CODINGS.get(coding)
        if undo is None:
            return blocks
        first = next(blocks, b"")
        blocks = chain((first,), blocks)
        if not first or _is_text(first) or not _may_be(coding, first):
            self.remarks += [f"stated to be packed as {coding}, and is not"] * bool(first)
            return blocks
        if coding == "br" and not importlib.util.find_spec("brotli"):
            raise MissingExtraError("warc")
        return self._told(undo(blocks, first), coding)

    def _told(self, blocks: Blocks, coding: str) -> Blocks:
        """Yield *blocks*; where they break off or are damaged, tell it instead of raising."""
        try:
            yield from blocks
        except (EOFError, ValueError, zlib.error) as error:
            how = "breaks off" if isinstance(error, EOFError) else "is damaged"
            self.lacks = f"what is packed in it as {coding} {how}"


def _is_text(first: bytes) -> bool:
    """Tell whether the *first* bytes are text: no coding gives a thousand such bytes, or a page."""
    head = first[:_HEAD]
    if len(head) != len(head.translate(None, _CONTROLS)):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4
    return True


def _may_be(coding: str, first: bytes) -> bool:
    return not coding.endswith("gzip") or first.startswith(_GZIP)


def _gunzipped(blocks: Blocks, _first: bytes) -> Blocks:
    """Yield what gzip packed, in one member or in several."""
    rest = yield from _inflated(blocks, 16 + zlib.MAX_WBITS)
    while True:
        while len(rest) < len(_GZIP) and (block := next(blocks, b"")):
            rest += block
        if not rest.startswith(_GZIP):
            return
        rest = yield from _inflated(chain((rest,), blocks), 16 + zlib.MAX_WBITS)


def _deflated(blocks: Blocks, first: bytes) -> Blocks:
    """Yield what deflate packed: some servers leave the head of zlib away."""
    head = int.from_bytes(first[:2], "big")
    has_head = first[0] & 15 == zlib.DEFLATED and head % 31 == 0
    yield from _inflated(blocks, zlib.MAX_WBITS if has_head else -zlib.MAX_WBITS)


def _inflated(blocks: Blocks, window: int) -> Generator[bytes, None, bytes]:
    """Yield what zlib unpacks, and return what lies behind; raise EOFError where it breaks off."""
    unpacker = zlib.decompressobj(window)
    for packed in blocks:
        rest = packed
        while not unpacker.eof:
            block = unpacker.decompress(rest, _BLOCK)
            if not block:
                break
            yield block
            rest = unpacker.unconsumed_tail
        if unpacker.eof:
            return unpacker.unused_data
    raise EOFError


def _unbrotlied(blocks: Blocks, _first: bytes) -> Blocks:
    """Yield what brotli packed; raise EOFError where it breaks off, ValueError where damaged."""
    import brotli

    unpacker = brotli.Decompressor()
    try:
        for packed in blocks:
            block = unpacker.process(packed, output_buffer_limit=_BLOCK)
            while block:
                yield block
                block = unpacker.process(b"", output_buffer_limit=_BLOCK)
    except brotli.error as error:
        raise ValueError from error
    if not unpacker.is_finished():
        raise EOFError


_CODINGS: Final[Mapping[str, Callable[[Blocks, bytes], Blocks]]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _unbrotlied,
}
