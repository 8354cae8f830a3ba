"""What extensions of names say."""

from collections.abc import Mapping
from typing import Final

EXTENSIONS: Final[Mapping[str, str]] = {
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
        "application/gzip": "gz tgz",
        "application/x-bzip2": "bz2 tbz2",
        "application/x-xz": "xz txz",
        "application/x-tar": "tar",
        "application/epub+zip": "epub",
        "application/wacz": "wacz",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
        "application/vnd.oasis.opendocument.text": "odt",
        "application/vnd.oasis.opendocument.spreadsheet": "ods",
        "application/vnd.oasis.opendocument.presentation": "odp",
        "message/rfc822": "eml",
        "application/mbox": "mbox",
        "application/pdf": "pdf",
        "application/rtf": "rtf",
        "application/warc": "warc",
        "application/x-internet-archive": "arc",
        "application/msword": "doc",
        "application/vnd.ms-excel": "xls",
        "application/vnd.ms-powerpoint": "ppt",
        "application/vnd.ms-outlook": "msg",
    }.items()
    for extension in extensions.split()
}
"""Media types by extension."""
