"""Whether a file is a text in any encoding, also one that is damaged."""

import codecs
import re
from typing import Final

from audit.readers.decode import wide_encoding

_WORDS: Final = 100
"""Bytes of a text, at least, for zeros in it or behind it to be damage."""
_controls: Final = bytes({*range(8), 11, *range(14, 27), *range(28, 32), 127})
_shifted: Final = (b"\x1b$)C", b"\x1b$)A", b"\x1b$)G")
"""How texts of ISO 2022 begin that use the controls SO and SI."""
_hole: Final = re.compile(rb"\0{16,}")
_APART: Final = 256
"""Bytes between two holes of a damaged text; records that are filled with zeros are shorter."""


def text_of(head: bytes, *, is_named: bool) -> bytes:
    """Return *head* as something like ASCII where it is a text in any encoding, else nothing.

    Where it *is_named* as a text, less of it need be left.
    """
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return head[4:].replace(b"\x00", b"")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encoding(head):
        return head[2 * head.startswith((b"\xff\xfe", b"\xfe\xff")) :].replace(b"\x00", b"")
    if whole := _without_holes(head, 1 if is_named else _WORDS):
        return whole.removeprefix(b"\xef\xbb\xbf")
    kept = head.rstrip(b"\x1a")  # fills the last block of a text of CP/M
    controls = _controls_in(kept)
    has_zeros = kept.count(0) * 1000 > len(kept)
    if not (_is_torn(kept) if has_zeros else controls * 50 <= len(kept) + 50):
        return b""
    return head.removeprefix(b"\xef\xbb\xbf")


def _without_holes(head: bytes, least: int) -> bytes:
    """Return a text without the blocks of zeros that a crash left in it, else nothing."""
    pieces = [piece for piece in _hole.split(head) if piece]
    rest = b"".join(pieces)
    is_whole = len(rest) == len(head)
    if is_whole or len(rest) < least or (len(pieces) - 1) * _APART > len(rest):
        return b""
    return b"" if 0 in rest or _controls_in(rest) else rest


def _controls_in(head: bytes) -> int:
    allowed = b"\x0e\x0f" if head.startswith(_shifted) else b""
    return len(head) - len(head.translate(None, _controls.translate(None, allowed)))


def _is_torn(head: bytes) -> bool:
    """Tell whether *head* is UTF-8 with zeros behind it, or a few in it, as damaged files have."""
    kept = head.rstrip(b"\0")
    words = kept.replace(b"\0", b"")
    is_clean = not _controls_in(words)
    if len(words) < _WORDS or len(words) * 25 < len(kept) * 24 or not is_clean:
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(words)
    except UnicodeDecodeError:
        return False
    return True
