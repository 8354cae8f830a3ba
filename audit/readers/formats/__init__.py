"""What a file is: its content first, its extension second, and the reason in one sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from audit.readers.formats.answers import HTTP, answer_content, holds
from audit.readers.formats.archives import gzip_content, zip_content
from audit.readers.formats.compound import ole_content
from audit.readers.formats.extensions import EXTENSIONS
from audit.readers.formats.kinds import agree, has_signature, is_text, meant
from audit.readers.formats.structure import is_markdown, structured
from audit.readers.formats.texts import text_of

_head: Final = 65_536
_PDF: Final = b"%PDF-1."
_BEFORE: Final = 1_024
"""Bytes in which a PDF may begin, as its readers take it."""
_SAVED_SCRIPT: Final = ".download"
"""What browsers add to the names of scripts that they save with a page: `menu.js.download`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A media type, and why: `extension match md; content match text`.

    *stated* is the media type that the name or the container gives, where the content is another.
    """

    media_type: str
    basis: str
    stated: str = ""


_SAVED: Final = (
    rb"(?:mime-version|content-[\w-]{1,40}|subject|date|x-[\w-]{1,40}):[^\n]{0,2000}\n"
    rb"|[ \t][^\n]{0,2000}\n"
)
"""A header field of a page that a program saved as a message: it has no sender and no address."""
_APPLE_DOUBLE: Final = "multipart/appledouble"
_TWEETS: Final = "application/x-twitter-archive"
_UNSENT: Final = "MHTML without a sender"
_related: Final = re.compile(
    rb"(?:[\w-]{1,60}:[^\n]{0,2000}\n|[ \t][^\n]{0,2000}\n){0,60}?"
    rb"content-type:[ \t]*multipart/related\b",
    re.IGNORECASE,
)
"""A message whose parts belong together: a saved page, or a letter with pictures in it."""
_binary: Final = (
    (0, rb"\x89PNG\r\n\x1a\n", "PNG", "image/png"),
    (0, rb"\xff\xd8\xff", "JPEG", "image/jpeg"),
    (0, rb"GIF8[79]a", "GIF", "image/gif"),
    (0, rb"II\*\x00|MM\x00\*|II\+\x00|MM\x00\+", "TIFF", "image/tiff"),
    (0, rb"RIFF....WEBP", "WebP", "image/webp"),
    (0, rb"RIFF....WAVE", "WAVE", "audio/wav"),
    (0, rb"RIFF....AVI ", "AVI", "video/x-msvideo"),
    (0, rb"ID3[\x02-\x04]\x00|\xff[\xf2\xf3\xfa\xfb][\x10-\xef]", "MP3", "audio/mpeg"),
    (4, rb"ftyp(?:qt  )", "QuickTime", "video/quicktime"),
    (4, rb"ftyp(?:heic|mif1|avif)", "HEIF", "image/heif"),
    (4, rb"ftypM4A", "MP4 audio", "audio/mp4"),
    (4, rb"ftyp", "MP4", "video/mp4"),
    (0, rb"OggS\x00", "Ogg", "application/ogg"),
    (0, rb"fLaC\x00", "FLAC", "audio/flac"),
    (0, rb"\x1a\x45\xdf\xa3", "Matroska", "video/x-matroska"),
    (0, rb"SQLite format 3\x00", "SQLite", "application/vnd.sqlite3"),
    (0, rb"7z\xbc\xaf\x27\x1c", "7z", "application/x-7z-compressed"),
    (0, rb"Rar!\x1a\x07", "RAR", "application/vnd.rar"),
    (0, rb"BZh[1-9]1AY&SY", "bzip2", "application/x-bzip2"),
    (0, rb"\xfd7zXZ\x00", "xz", "application/x-xz"),
    (0, rb"\x28\xb5\x2f\xfd", "zstd", "application/zstd"),
    (257, rb"ustar[\x00 ]", "tar", "application/x-tar"),
    (0, rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE2", "application/x-ole-storage"),
    (0, rb"\x7fELF", "ELF", "application/x-elf"),
    (0, rb"\x00\x05\x16\x07\x00[\x01\x02]\x00\x00", "AppleDouble", _APPLE_DOUBLE),
    (0, rb"bplist00(?=.{0,2000}WebMainResource)", "web archive", "application/x-webarchive"),
    (0, rb"PAR1", "Parquet", "application/vnd.apache.parquet"),
)
_textual: Final = (
    (rb"\s*+%PDF-\d", "PDF", "application/pdf"),
    (rb"WARC/\d\.\d\r?\n", "WARC", "application/warc"),
    (rb"filedesc://", "ARC", "application/x-internet-archive"),
    (rb"\s*+window\.YTD\.\w{0,20}tweets?\.part\d", "posts of Twitter", _TWEETS),
    (rb"\{\\rtf\d?", "RTF", "application/rtf"),
    (
        rb"From \S{1,200} [^\n]{0,40}\d\d:\d\d(?::\d\d)? [^\n]{0,20}\d{4}\r?\n",
        "mbox",
        "application/mbox",
    ),
    (
        (
            rb"(?:[\w-]{1,60}:[^\n]{0,2000}\n|[ \t][^\n]{0,2000}\n){0,60}?"
            rb"(?:snapshot-content-location:|from:[ \t]*(?:\"saved by [^\n\"@]{1,200}\"|"
            rb"<saved by [^\n>@]{1,200}>)[ \t]*\r?\n)"
        ),
        "MHTML",
        "multipart/related",
    ),
    (
        rb"(?:"
        + _SAVED
        + rb"){0,20}?content-type:[ \t]*multipart/related[ \t]*(?:;[^\n]{0,2000})?\r?\n"
        rb"(?:" + _SAVED + rb"){0,20}\r?\n",
        _UNSENT,
        "multipart/related",
    ),
    (
        (
            rb"(?:[\w-]{1,60}:[^\n]{0,2000}\n|[ \t][^\n]{0,2000}\n){0,60}?"
            rb"(?:message-id|mime-version|return-path|received:[ \t]+(?:from|by)\b):?[ \t]"
        ),
        "e-mail headers",
        "message/rfc822",
    ),
    (
        (
            rb"\d{1,12}[ \t]{0,20}\r?\n(?:[\w-]{1,60}:[^\n]{0,2000}\n|[ \t][^\n]{0,2000}\n){0,60}?"
            rb"(?:message-id|mime-version|return-path|received):[ \t]"
        ),
        "message of Apple Mail",
        "message/rfc822",
    ),
)
_BINARY: Final = "application/octet-stream"
_OLE: Final = "application/x-ole-storage"
_ole: Final = frozenset(EXTENSIONS[extension] for extension in ("doc", "xls", "ppt", "msg"))
_saved: Final = frozenset(("mht", "mhtml"))
_marks: Final = frozenset((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
"""A mark of the order of bytes and no byte after it: how editors save an empty text."""
_unsigned: Final = frozenset(EXTENSIONS[extension] for extension in ("mp3", "mp4", "tar"))
"""What may begin with any bytes."""


def identify(path: str, head: bytes) -> Format:
    """Return the format of the file called *path* that begins with *head*.

    64 kB are looked at, and of a compound file its directory, if it is there.
    """
    held = ole_content(head)
    head = head[:_head]
    dot = path.rpartition("/")[2].removesuffix(_SAVED_SCRIPT).rpartition(".")
    extension = dot[2].lower() if dot[0] and len(dot[2]) <= len("markdown") else ""
    declared = EXTENSIONS.get(extension, "")
    found, name = held or _content(head, extension)
    media_type = _settled(found, declared, name)
    is_open = media_type == "text/plain" and name == "text" and (declared or not extension)
    if is_open and is_markdown(head):
        media_type, name = "text/markdown", "Markdown"
    if media_type == _APPLE_DOUBLE:  # `._a.txt` is what macOS knows of `a.txt`
        extension = declared = ""
    is_packed = declared == "application/gzip" and head.startswith(b"\x1f\x8b")
    is_held = is_packed or (media_type == HTTP and holds(declared, head))
    is_held |= media_type == _TWEETS and declared == "text/javascript"
    agreed = not declared or is_held or agree(declared, media_type)
    return Format(
        media_type=media_type,
        basis=f"{_reason(extension, declared, agreed)}; content match {name}",
        stated="" if agreed else declared,
    )


def stated_as(stated: str, head: bytes) -> Format:
    """Return the format of what begins with *head*, and of which its container says *stated*."""
    said = meant(stated)
    extension = "jsonl" if said == "application/jsonl" else ""
    found, name = ole_content(head) or _content(head[:_head], extension)
    if not head or (not found and not has_signature(said)):
        media_type = said or "text/plain"
    elif (found == _BINARY and not is_text(said)) or (found == _OLE and said in _ole):
        media_type = said or found
    else:
        media_type = found or "text/plain"
    agreed = agree(stated, media_type)
    return Format(
        media_type=media_type,
        basis=f"{'stated as' if agreed else 'not as stated,'} {stated}; content match {name}",
        stated="" if agreed else stated,
    )


def _settled(found: str, declared: str, name: str) -> str:
    """Return the media type, from that of the content, that of the extension, and the signature."""
    if not found:
        is_other = name == "text" and has_signature(declared)
        return "text/plain" if is_other else declared or "text/plain"
    if found == _OLE and declared in _ole:
        return declared
    return declared if found == _BINARY and declared in _unsigned else found


def _reason(extension: str, declared: str, agreed: bool) -> str:
    if not declared:
        return "extension unknown" if extension else "no extension"
    return f"extension {'match' if agreed else 'mismatch'} {extension}"


def _content(head: bytes, extension: str) -> tuple[str, str]:
    """Return the media type that the content has, empty where it is any text, and its name."""
    if not head:
        return "", "empty"
    if head in _marks:
        return "", "text"
    known = zip_content(head, extension) or gzip_content(head) or _signature(head, extension)
    if known:
        return known
    declared = EXTENSIONS.get(extension, "")
    is_named = is_text(declared)
    if is_named and len(head) == _head and not head.strip(b"\0"):
        return "", "zeros"
    text = text_of(head, is_named=is_named)
    if not text:
        return _BINARY, "binary"
    return structured(text, declared) or ("", "text")


def _signature(head: bytes, extension: str) -> tuple[str, str] | None:
    if extension == "pdf" and _PDF in head[:_BEFORE]:
        return "application/pdf", "PDF"
    for offset, pattern, name, media_type in _binary_patterns():
        found = pattern.match(head, offset)
        # `GIF89a` can open a sentence
        if found and not (found.group().isalnum() and text_of(head, is_named=False)):
            return media_type, name
    text = head.removeprefix(b"\xef\xbb\xbf")
    if answer := answer_content(head, extension):
        return answer
    if extension in _saved and _related.match(text):
        return "multipart/related", "MHTML"
    for pattern, name, media_type in _textual_patterns():
        # a draft has no sender either
        if pattern.match(text) and not (name == _UNSENT and extension == "eml"):
            return media_type, name
    return None


@cache
def _binary_patterns() -> Sequence[tuple[int, re.Pattern[bytes], str, str]]:
    return [(at, re.compile(source, re.DOTALL), name, kind) for at, source, name, kind in _binary]


@cache
def _textual_patterns() -> Sequence[tuple[re.Pattern[bytes], str, str]]:
    return [(re.compile(source, re.IGNORECASE), name, kind) for source, name, kind in _textual]
