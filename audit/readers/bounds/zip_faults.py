"""Why a zip or a member cannot be read, in the same words under every release of `zipfile`."""

import struct
import zipfile
import zlib
from typing import BinaryIO, Final

BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
"""What `zipfile` raises of a file that is damaged or packed in an unknown way."""
REACHES: Final = "its bytes reach into what follows it"
_HEAD: Final = 30
"""Bytes of a member before its name; the last four are the lengths of name and extra field."""
_SAID: Final = (
    ("CRC-32", "its bytes are not those of its checksum (CRC-32)"),
    ("Overlapped", REACHES),
    ("differ", "its name is another one where it begins"),
    ("file header", "no member begins at its place"),
    ("multiple disks", "it is one volume of several"),
)


def why(error: Exception) -> str:
    """Return what is wrong with a member, or with a zip that cannot be opened."""
    if isinstance(error, EOFError):
        return "it ends too early"
    if isinstance(error, NotImplementedError):
        return "it is packed in a way that is not known here"
    if isinstance(error, zlib.error):
        return "its packed bytes are damaged"
    return next((said for cue, said in _SAID if cue in str(error)), "its directory is damaged")


def reaches_beyond(file: BinaryIO, info: zipfile.ZipInfo, end: int) -> bool:
    """Tell whether a member ends behind *end*, where the next one or the directory begins.

    Later releases of `zipfile` refuse such a member, those before 3.11.8 read it.
    """
    file.seek(info.header_offset)
    head = file.read(_HEAD)
    name, extra = struct.unpack_from("<HH", head, _HEAD - 4) if len(head) == _HEAD else (0, 0)
    return bool(info.header_offset + _HEAD + name + extra + info.compress_size > end)
