"""Media types that mean the same, and those that say nothing."""

from collections.abc import Mapping
from typing import Final

_same: Final[Mapping[str, str]] = {
    "application/xhtml+xml": "text/html",
    "application/vnd.wap.xhtml+xml": "text/html",
    "text/xml": "application/xml",
    "application/x-blogger+xml": "application/atom+xml",
    "text/x-opml": "text/x-opml+xml",
    "text/json": "application/json",
    "application/x-json": "application/json",
    "application/x-ndjson": "application/jsonl",
    "application/json-lines": "application/jsonl",
    "application/x-pdf": "application/pdf",
    "application/x-msword": "application/msword",
    "application/vnd.ms-word": "application/msword",
    "application/x-gzip": "application/gzip",
    "application/x-zip-compressed": "application/zip",
    "application/x-mimearchive": "multipart/related",
    "application/x-wacz": "application/wacz",
    "application/x-rtf": "application/rtf",
    "text/rtf": "application/rtf",
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "audio/mp3": "audio/mpeg",
    "audio/x-wav": "audio/wav",
    "audio/wave": "audio/wav",
}
_silent: Final = frozenset(
    (
        "application/octet-stream",
        "binary/octet-stream",
        "application/binary",
        "application/download",
        "application/force-download",
        "application/x-download",
        "application/unknown",
        "unknown/unknown",
    )
)
_families: Final = ("xml", "json")
_text: Final = frozenset(
    (
        "application/json",
        "application/jsonl",
        "application/yaml",
        "application/toml",
        "application/xml",
        "application/mbox",
        "application/x-subrip",
        "application/javascript",
        "message/rfc822",
        "multipart/related",
    )
)
_bytes: Final = frozenset(
    (
        "application/pdf",
        "application/rtf",
        "application/zip",
        "application/gzip",
        "application/x-tar",
        "application/x-bzip2",
        "application/x-xz",
        "application/x-7z-compressed",
        "application/epub+zip",
        "application/wacz",
        "application/warc",
        "application/x-internet-archive",
        "application/msword",
        "application/x-webarchive",
        "multipart/related",
    )
)
_bytes_like: Final = ("image/", "audio/", "video/", "font/", "application/vnd.")


def agree(stated: str, found: str) -> bool:
    """Tell whether what a name or a container *stated* may be what was *found* in the content."""
    one, other = meant(stated), meant(found).replace("-flat-xml", "+xml")
    one = one.replace("-flat-xml", "+xml")
    if one in {other, ""} or (one == "text/plain" and other == "text/markdown"):
        return True
    # Any XML may be called XML, and what a schema makes of it `something+xml`.
    return any(
        (one == f"application/{family}" and other.endswith(f"+{family}"))
        or (one.endswith(f"+{family}") and other == f"application/{family}")
        for family in _families
    )


def meant(stated: str) -> str:
    """Return *stated* by its usual name, empty where it stands for not knowing."""
    return "" if stated in _silent else _same.get(stated, stated)


def is_text(media_type: str) -> bool:
    """Tell whether what has *media_type* is characters, so that no other bytes can be in it."""
    return media_type in _text or media_type.startswith("text/") or _is_written(media_type)


def has_signature(media_type: str) -> bool:
    """Tell whether what has *media_type* is never just any text."""
    is_packed = media_type in _bytes or media_type.startswith(_bytes_like)
    return is_packed and not _is_written(media_type)


def _is_written(media_type: str) -> bool:
    return media_type.endswith(("+xml", "+json", "-flat-xml"))
