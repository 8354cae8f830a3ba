"""What the structure of a text says of its format: HTML, XML by its root, JSON, JSON Lines."""

import json
import re
from collections.abc import Sequence
from typing import Final

_markup: Final = re.compile(
    rb"\s*+(<\?xml\b[^>]{0,500}>\s*+)?"
    rb"(?>(?:<!--(?:[^-]|-(?!->)){0,20000}-->\s*+|<\?(?!php\b)[a-z][^>]{0,1000}>\s*+)*)"
    rb"(?:<!doctype\s++([\w:-]++)[^>\[]{0,500}(?:\[[^\]]{0,5000}\]\s*+)?>\s*+"
    rb"(?>(?:<!--(?:[^-]|-(?!->)){0,20000}-->\s*+)*))?(?:<([a-zA-Z_][\w.:-]{0,60}+))?",
    re.IGNORECASE,
)
_roots: Final = {
    "html": "text/html",
    "tei": "application/tei+xml",
    "teicorpus": "application/tei+xml",
    "svg": "image/svg+xml",
    "xmpmeta": "application/rdf+xml",
    "rss": "application/rss+xml",
    "feed": "application/atom+xml",
    "en-export": "application/enex+xml",
    "opml": "text/x-opml+xml",
    "alto": "application/alto+xml",
    "pcgts": "application/vnd.prima.page+xml",
}
_space: Final = re.compile(rb"\s{1,9}xmlns(?::[\w.-]{1,40})?\s?=\s?[\"'][^\"'<>\s]{3,300}[\"']")
"""How the first tag of XML without a declaration goes on."""
_object: Final = re.compile(rb'\{\s*+"(?:[^"\\\n]|\\.){0,200}"\s*+:')
"""How an object that is longer than the head begins."""
_flat: Final = re.compile(
    rb"office:mimetype=[\"'](application/vnd\.oasis\.opendocument\.[a-z]{1,20})[\"']"
)
_office: Final = "application/vnd.openxmlformats-officedocument"
_WORD: Final = b'progid="Word.Document"'
_wordpress: Final = re.compile(rb"xmlns:wp=[\"']http://wordpress\.org/export/1\.[0-2]/")
_wiki: Final = b"mediawiki.org/xml/export-"
_blogger: Final = re.compile(
    rb"schemas\.google\.com/blogger/2008/kind#|<blogger:type>|"
    rb"xmlns:blogger=[\"']http://schemas\.google\.com/blogger/2018"
)
_root: Final = 16_384
"""Bytes in which the first tag of OpenDocument ends, with all the spaces it names."""
_link: Final = re.compile(rb"\]\(\s{0,9}<?(?:https?://|mailto:|[/#]|\.{1,2}/)[^\s()]")
_heading: Final = re.compile(rb"^#{1,6}[ \t]+\S", re.MULTILINE)
_apart: Final = re.compile(
    rb"(?:\A|(?<=\n)[ \t]*\r?\n)(#{1,6})[ \t]+(?![-=~#/.]{2})"
    rb"(?:\S[^\n]*\n|\S[^\n]{55,99}\n[^\n]{1,99}\n)(?=[ \t]*\r?\n)"
)
"""A heading with blank lines around it; comments of programs stand close to what they are about."""
_signed: Final = re.compile(rb"^#", re.MULTILINE)
_LINKS: Final = 3
"""Links from which on a text with a heading is Markdown; headings, some of them of lower levels."""
_HIGH: Final = 2
"""The level of the highest heading, at most; programs set their parts off by more signs."""
_SHARE: Final = 0.8
"""Of the lines that begin with its sign, how many are headings that stand apart, at least."""
_page_parts: Final = frozenset(("head", "body", "title", "meta"))


def structured(text: bytes, declared: str) -> tuple[str, str] | None:
    """Return the media type and the name of the structure of *text*, or nothing.

    *declared* is the media type of its extension, which says how far a structure counts.
    """
    markup = _markup.match(text)
    doctype, root = (b"", b"") if markup is None else (markup[2] or b"", markup[3] or b"")
    name = root.decode("ascii", "replace").lower().rpartition(":")[2]
    if name == "html" or doctype.lower() == b"html" or (not declared and name in _page_parts):
        return "text/html", "HTML"
    if name == "document" and (kind := _flat.search(text, 0, _root)):
        return f"{kind[1].decode()}-flat-xml", "OpenDocument in one file"
    if whole := _exported(name, text) or _written(name, text):
        return whole
    spaced = markup and root and not declared and _space.match(text, markup.end())
    if markup and (markup[1] or spaced or declared == _roots.get(name, "-")):
        return _roots.get(name, "application/xml"), f"XML root {name}" if name else "XML"
    if declared == "text/html":
        return ("application/json", "JSON") if text[:1] in b"{[" and _parses(text) else None
    is_other = declared.startswith(("text/", "application/yaml"))
    return None if is_other else _json(text, are_lines=declared == "application/jsonl")


def is_markdown(text: bytes) -> bool:
    """Tell whether plain *text* has links and headings of Markdown, or headings of lower levels."""
    if text.startswith(b"#!"):
        return False
    if text.count(b"](") >= _LINKS and _heading.search(text):
        return sum(1 for _ in _link.finditer(text)) >= _LINKS
    signed = sum(1 for _ in _signed.finditer(text))
    levels = [len(found[1]) for found in _apart.finditer(text)] if signed >= _LINKS else []
    return len(levels) >= max(_LINKS, _SHARE * signed) and min(levels) <= _HIGH <= max(levels)


def _exported(name: str, text: bytes) -> tuple[str, str] | None:
    """Return what XML with the root *name* is that holds all of a blog or a wiki, or nothing."""
    if name == "rss" and _wordpress.search(text, 0, _root):
        return "application/x-wxr+xml", "RSS of WordPress, exported"
    if name == "feed" and _blogger.search(text):
        return "application/x-blogger+xml", "Atom of Blogger, exported"
    if name == "mediawiki" and _wiki in text[:_root]:
        return "application/x-mediawiki+xml", "pages of MediaWiki, exported"
    return None


def _written(name: str, text: bytes) -> tuple[str, str] | None:
    """Return what XML with the root *name* is that a program of Word wrote, or nothing."""
    head = text[:_root]
    if name == "worddocument" and b"microsoft.com/office/word/2003/wordml" in head:
        return "application/x-wordml+xml", "XML of Word 2003"
    if name == "package" and b"microsoft.com/office/2006/xmlPackage" in head and _WORD in head:
        return f"{_office}.wordprocessingml.document-flat-xml", "Word (docx) in one file"
    return None


def _json(text: bytes, *, are_lines: bool) -> tuple[str, str] | None:
    start = text.lstrip()
    if start[:1] not in (b"{", b"["):
        return None
    is_one = _parses(text)
    lines = [line for line in start.splitlines() if line.strip()]
    if start[:1] == b"{" and _are_records(lines, are_lines=are_lines) and not is_one:
        return "application/jsonl", "JSON lines"
    if not (is_one or _object.match(text)):
        return None
    is_line = are_lines and len(lines) == 1
    return "application/jsonl" if is_line else "application/json", "JSON"


def _are_records(lines: Sequence[bytes], *, are_lines: bool) -> bool:
    """Tell whether most of *lines* are objects; of those *are_lines* some may be broken."""
    if are_lines:
        begun = [line for line in lines if _object.match(line) and not line.endswith(b",")]
        return 2 * len(begun) >= len(lines) > 1
    whole = [_parses(line) for line in lines if line[:1] == b"{"]
    # The last line may be cut off with the head.
    records = sum(whole) + (lines[-1][:1] == b"{" and not whole[-1])
    return any(whole) and 2 * records >= len(lines) > 1 and records > 1


def _parses(text: bytes) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
