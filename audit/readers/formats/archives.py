"""What a zip or gzip file holds, told from its first bytes without unpacking it."""

import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

_office: Final = "application/vnd.openxmlformats-officedocument"
_families: Final = (
    ("word/", "document.xml", "Word (docx)", f"{_office}.wordprocessingml.document"),
    ("xl/", "workbook.xml", "Excel (xlsx)", f"{_office}.spreadsheetml.sheet"),
    ("ppt/", "presentation.xml", "PowerPoint (pptx)", f"{_office}.presentationml.presentation"),
)
"""Folder, main part, name and media type; the folder of an archive may be called so as well."""
_package: Final = frozenset(("[content_types].xml", "_rels/.rels"))
"""What every package of Office has at its root."""
_WACZ: Final = "application/wacz"
_captures: Final = re.compile(r"archive/[^\n]{1,200}\.warc|datapackage\.json$")
_of_wacz: Final = ("archive/", "indexes/", "pages/", "logs/", "datapackage", "fuzzy")
"""What is in a package of captures; a package of other data has its list as well."""
_extensions: Final = {
    **dict.fromkeys(("docx", "docm", "dotx", "dotm"), _families[0][3]),
    **dict.fromkeys(("xlsx", "xlsm", "xltx", "xltm"), _families[1][3]),
    **dict.fromkeys(("pptx", "pptm", "potx", "potm", "ppsx", "ppsm"), _families[2][3]),
    "wacz": _WACZ,
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
_LARGE: Final = 0xFFFF_FFFF
"""Where another field says how long a member is."""


def zip_content(head: bytes, extension: str) -> tuple[str, str] | None:
    """Return media type and name of the zip family that *head* begins, or None for no zip."""
    if head.startswith(b"PK\x05\x06"):
        return "application/zip", "zip, empty"
    if not head.startswith((_magic, *(mark + _magic for mark in _marks))):
        return None
    entries = list(_entries(head))
    for name, content in entries:
        if name == "mimetype" and 0 < len(content) <= _longest and content.isascii():
            declared = content.decode().strip()
            return declared, f"zip that calls itself {declared}"
    stated = _extensions.get(extension, "")
    if found := _family([name for name, _ in entries], stated):
        return found
    return (stated, f"zip with extension {extension}") if stated else ("application/zip", "zip")


def _family(names: Sequence[str], stated: str) -> tuple[str, str] | None:
    """Return media type and name of the family whose members *names* are, None where unknown."""
    is_package = not _package.isdisjoint(name.lower() for name in names)
    for name in names:
        for folder, main, called, media_type in _families:
            if name.startswith(folder) and (
                is_package or name == folder + main or stated == media_type
            ):
                return media_type, f"zip with member {name[:_longest]}: {called}"
    captured = next(filter(_captures.match, names), "")
    if captured and (stated == _WACZ or all(name.startswith(_of_wacz) for name in names)):
        return _WACZ, f"zip with member {captured[:_longest]}: WACZ"
    return None


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
        # An archive may lie in another with all its bytes.
        position = data + (0 if packed == _LARGE else packed)


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
