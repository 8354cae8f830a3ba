"""What a zip or gzip file holds, told from its first bytes without unpacking it."""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

_office: Final = "application/vnd.openxmlformats-officedocument"
_families: Final = (
    ("word/", "Word (docx)", f"{_office}.wordprocessingml.document"),
    ("xl/", "Excel (xlsx)", f"{_office}.spreadsheetml.sheet"),
    ("ppt/", "PowerPoint (pptx)", f"{_office}.presentationml.presentation"),
    ("archive/", "WACZ", "application/wacz"),
    ("datapackage.json", "WACZ", "application/wacz"),
)
_extensions: Final = {
    "docx": _families[0][2],
    "xlsx": _families[1][2],
    "pptx": _families[2][2],
    "wacz": "application/wacz",
    "epub": "application/epub+zip",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ott": "application/vnd.oasis.opendocument.text-template",
    "ots": "application/vnd.oasis.opendocument.spreadsheet-template",
    "otp": "application/vnd.oasis.opendocument.presentation-template",
}
_magic: Final = b"PK\x03\x04"
_marks: Final = (b"PK00", b"PK\x07\x08")
"""What stands before an archive that was to be split and fits in one piece."""
_header: Final = struct.Struct("<4s5H3I2H")
_members: Final = 200
_longest: Final = 100


def zip_content(head: bytes, extension: str) -> tuple[str, str] | None:
    """Return media type and name of the zip family that *head* begins, or None for no zip."""
    if head.startswith(b"PK\x05\x06"):
        return "application/zip", "zip, empty"
    if not head.startswith((_magic, *(mark + _magic for mark in _marks))):
        return None
    for name, content in _entries(head):
        if name == "mimetype" and 0 < len(content) <= _longest and content.isascii():
            declared = content.decode().strip()
            return declared, f"zip that calls itself {declared}"
        for start, called, media_type in _families:
            if name.startswith(start) and (start != "archive/" or ".warc" in name):
                return media_type, f"zip with member {name[:_longest]}: {called}"
    if extension in _extensions:
        return _extensions[extension], f"zip with extension {extension}"
    return "application/zip", "zip"


def _entries(head: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield names of members whose headers lie in *head*, and the content of stored ones."""
    position = 0
    for _ in range(_members):
        position = head.find(_magic, position)
        if position < 0 or position + _header.size > len(head):
            return
        fields = _header.unpack_from(head, position)
        method, packed, name_length, extra = fields[3], fields[7], fields[9], fields[10]
        start = position + _header.size
        data = start + name_length + extra
        name = head[start : start + name_length].decode("utf-8", "replace")
        name = name.replace("\\", "/").lstrip("/")
        yield name, head[data : data + packed] if method == 0 else b""
        position = start


def gzip_content(head: bytes) -> tuple[str, str] | None:
    """Return media type and name of what gzip *head* holds, or None where it is no gzip."""
    if not head.startswith(b"\x1f\x8b\x08"):
        return None
    try:
        start = zlib.decompressobj(wbits=31).decompress(head, 1024)
    except zlib.error:
        start = b""
    if start.startswith(b"WARC/"):
        return "application/warc", "gzip with WARC"
    if start.startswith(b"filedesc://"):
        return "application/x-internet-archive", "gzip with ARC"
    return "application/gzip", "gzip"
