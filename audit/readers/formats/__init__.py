"""What a file is: its content first, its extension second, and the reason in one sentence."""

import json
import re
from dataclasses import dataclass
from typing import Final

from audit.readers.decode import wide_encoding
from audit.readers.formats.archives import gzip_content, zip_content

_head: Final = 65_536
_controls: Final = bytes({*range(9), 11, *range(14, 27), *range(28, 32), 127})


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A media type, and why: `extension match md; content match text`."""

    media_type: str
    basis: str


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
    (0, rb"PAR1", "Parquet", "application/vnd.apache.parquet"),
)
_textual: Final = (
    (rb"\s*+%PDF-\d", "PDF", "application/pdf"),
    (rb"WARC/\d\.\d\r?\n", "WARC", "application/warc"),
    (rb"filedesc://", "ARC", "application/x-internet-archive"),
    (rb"\{\\rtf\d?", "RTF", "application/rtf"),
    (
        rb"From \S{1,200} [^\n]{0,40}\d\d:\d\d(?::\d\d)? [^\n]{0,20}\d{4}\r?\n",
        "mbox",
        "application/mbox",
    ),
    (
        (
            rb"(?:[\w-]{1,60}:[^\n]{0,2000}\n|[ \t][^\n]{0,2000}\n){0,60}?"
            rb"(?:message-id|mime-version|return-path|received:[ \t]+(?:from|by)\b):?[ \t]"
        ),
        "e-mail headers",
        "message/rfc822",
    ),
)
_markup: Final = re.compile(
    rb"\s*+(<\?xml\b[^>]{0,500}>\s*+)?(?:<!--(?:[^-]|-(?!->)){0,20000}-->\s*+)*+"
    rb"(?:<!doctype\s++([\w:-]++)[^>\[]{0,500}(?:\[[^\]]{0,5000}\]\s*+)?>\s*+"
    rb"(?:<!--(?:[^-]|-(?!->)){0,20000}-->\s*+)*+)?(?:<([a-zA-Z_][\w.:-]{0,60}+))?",
    re.IGNORECASE,
)
_roots: Final = {
    "html": "text/html",
    "tei": "application/tei+xml",
    "teicorpus": "application/tei+xml",
    "svg": "image/svg+xml",
    "rss": "application/rss+xml",
    "feed": "application/atom+xml",
}
_object: Final = re.compile(rb'\{\s*+"(?:[^"\\\n]|\\.){0,200}"\s*+:')
"""How an object that is longer than the head begins."""
_page_parts: Final = frozenset(("head", "body", "title", "meta"))
_extensions: Final = {
    extension: media_type
    for media_type, extensions in {
        "text/plain": "txt text log asc me",
        "text/markdown": "md markdown mdown mkd",
        "text/html": "html htm xhtml shtml",
        "text/csv": "csv",
        "text/tab-separated-values": "tsv tab",
        "text/x-rst": "rst",
        "text/asciidoc": "adoc asciidoc",
        "text/org": "org",
        "text/x-tex": "tex latex",
        "text/css": "css",
        "text/javascript": "js mjs",
        "application/json": "json",
        "application/jsonl": "jsonl ndjson",
        "application/yaml": "yml yaml",
        "application/toml": "toml",
        "application/xml": "xml xsd xsl xslt",
        "application/tei+xml": "tei",
        "image/svg+xml": "svg",
        "application/rss+xml": "rss",
        "application/atom+xml": "atom",
        "image/png": "png",
        "image/jpeg": "jpg jpeg",
        "image/gif": "gif",
        "image/tiff": "tif tiff",
        "image/webp": "webp",
        "audio/mpeg": "mp3",
        "audio/wav": "wav",
        "video/mp4": "mp4 m4v",
        "application/zip": "zip",
        "application/gzip": "gz",
        "application/x-tar": "tar",
        "application/epub+zip": "epub",
        "application/wacz": "wacz",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        "application/vnd.oasis.opendocument.text": "odt",
        "message/rfc822": "eml",
        "application/mbox": "mbox",
        "application/pdf": "pdf",
        "application/rtf": "rtf",
        "application/warc": "warc",
        "application/msword": "doc",
        "application/vnd.ms-excel": "xls",
        "application/vnd.ms-powerpoint": "ppt",
        "application/vnd.ms-outlook": "msg",
    }.items()
    for extension in extensions.split()
}
_ole: Final = frozenset(("doc", "xls", "ppt", "msg"))


def identify(path: str, head: bytes) -> Format:
    """Return the format of the file called *path* that begins with *head* (64 kB are looked at)."""
    head = head[:_head]
    dot = path.rpartition("/")[2].rpartition(".")
    extension = dot[2].lower() if dot[0] and len(dot[2]) <= len("markdown") else ""
    declared = _extensions.get(extension, "")
    found, name = _content(head, extension)
    media_type = found or declared or "text/plain"
    if found == "application/x-ole-storage" and extension in _ole:
        media_type = declared
    reason = _reason(extension, declared, media_type)
    return Format(media_type=media_type, basis=f"{reason}; content match {name}")


def _reason(extension: str, declared: str, media_type: str) -> str:
    if not declared:
        return "extension unknown" if extension else "no extension"
    is_kind = declared == "application/xml" and media_type.endswith("+xml")
    return f"extension {'match' if media_type == declared or is_kind else 'mismatch'} {extension}"


def _content(head: bytes, extension: str) -> tuple[str, str]:
    """Return the media type that the content has, empty where it is any text, and its name."""
    if not head:
        return "", "empty"
    known = zip_content(head, extension) or gzip_content(head) or _signature(head)
    if known:
        return known
    text = _text(head)
    if not text:
        return "application/octet-stream", "binary"
    return _structured(text, extension) or ("", "text")


def _signature(head: bytes) -> tuple[str, str] | None:
    for offset, pattern, name, media_type in _binary:
        found = re.compile(pattern, re.DOTALL).match(head, offset)
        # `GIF89a` can open a sentence
        if found and not (found.group().isalnum() and _text(head)):
            return media_type, name
    for pattern, name, media_type in _textual:
        if re.compile(pattern, re.IGNORECASE).match(head.removeprefix(b"\xef\xbb\xbf")):
            return media_type, name
    return None


def _text(head: bytes) -> bytes:
    """Return *head* as something like ASCII where it is a text in any encoding, else nothing."""
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return head[4:].replace(b"\x00", b"")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encoding(head):
        return head[2 * head.startswith((b"\xff\xfe", b"\xfe\xff")) :].replace(b"\x00", b"")
    controls = len(head) - len(head.translate(None, _controls))
    zeros = head.count(0)
    if zeros * 1000 > len(head) or controls * 50 > len(head) + 50:
        return b""
    return head.removeprefix(b"\xef\xbb\xbf")


def _structured(text: bytes, extension: str) -> tuple[str, str] | None:
    declared = _extensions.get(extension, "")
    markup = _markup.match(text)
    doctype, root = (b"", b"") if markup is None else (markup[2] or b"", markup[3] or b"")
    name = root.decode("ascii", "replace").lower().rpartition(":")[2]
    if name == "html" or doctype.lower() == b"html" or (not declared and name in _page_parts):
        return "text/html", "HTML"
    if markup and (markup[1] or declared == _roots.get(name, "-")):
        return _roots.get(name, "application/xml"), f"XML root {name}" if name else "XML"
    return None if declared.startswith(("text/", "application/yaml")) else _json(text)


def _json(text: bytes) -> tuple[str, str] | None:
    if not text.lstrip()[:1] or text.lstrip()[:1] not in b"{[":
        return None
    lines = text.lstrip().splitlines()
    if len(lines) > 1 and lines[0][:1] == b"{" and _parses(lines[0]) and _parses(lines[1]):
        return "application/jsonl", "JSON lines"
    if _parses(text) or _object.match(text):
        return "application/json", "JSON"
    return None


def _parses(text: bytes) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
