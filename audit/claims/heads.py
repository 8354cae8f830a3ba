"""The heads of texts that people read as they are: Pandoc, Org, TeX, reST, roff, packages."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from audit.claims.declared import Entry, property_named, yaml_entries
from audit.claims.packages import package_entries

_HEAD: Final = 8_000
"""Characters in which a head ends."""
_PEOPLE: Final = re.compile(r"\s*;\s*|\s*\\and\b\s*|\s*\\\\\s*")
_pandoc: Final = re.compile(
    r"\A\ufeff?%[ \t]+(?P<title>[^\r\n]{1,300})\r?\n(?:%[ \t]*(?P<creator>[^\r\n]{0,300})\r?\n)"
    r"(?:%[ \t]*(?P<issued>[^\r\n]{0,100})(?:\r?\n|\Z))?"
)
_org: Final = re.compile(r"^#\+([A-Za-z_]{2,20}):[ \t]+([^\r\n]{1,300})", re.MULTILINE)
_list: Final = re.compile(r"^:([A-Za-z][\w -]{1,20}):[ \t]+([^\r\n]{1,300})", re.MULTILINE)
_asciidoc: Final = re.compile(
    r"\A\ufeff?=[ \t]+(?P<title>[^\r\n]{1,300}[^\s=])[ \t]*\r?\n"
    r"(?:(?P<creator>[^\W\d_][^\r\n:<>=]{1,100}?)[ \t]*"
    r"(?:<(?P<contact>[^\s<>]{3,200})>[ \t]*)?\r?\n"
    r"(?:(?:v?[\d.]{1,10},[ \t]*)?(?P<issued>\d{4}-\d\d-\d\d)[^\r\n]{0,100}(?:\r?\n|\Z))?)?"
)
_BELOW: Final = re.compile(r"\\\\(?:(?!\\and\b).){0,500}", re.DOTALL)
"""What a text in TeX sets below the name of who wrote it: where they work, an address."""
_COMMENTED: Final = frozenset(("tex", "ltx", "sty", "cls", "dtx", "ins", "bib", "m", "erl", "ps"))
"""Extensions of files in which the sign of Pandoc's heads begins a comment."""
_tex: Final = re.compile(r"\\(title|author|date)\s{0,9}\{((?:[^{}]|\{[^{}]{0,300}\}){1,2000})\}")
_COMMANDS: Final = re.compile(r"\\(?:thanks|footnote)\{[^{}]{0,300}\}|\\[a-zA-Z]{1,30}\*?\s?|[{}]")
_word: Final = r"[ \t]+(?:\"([^\"\n]{1,200})\"|([^\s\"]\S{0,199}))"
_roff: Final = re.compile(
    rf"^\.(?:TH{_word}{_word}(?:{_word})?|Dt{_word}|Dd[ \t]+([^\n]{{1,60}}))", re.MULTILINE
)
"""The title line of a page of a manual: its name, its section, its day."""
_keys: Final = {
    "revdate": "issued",
    "copyright": "rights",
    "organization": "publisher",
    "contact": "contact",
}
_OWN: Final = ("rst", "adoc", "asciidoc")
_FIELDS: Final = 2
"""Fields of a list from which on it is the head of a text in any file."""
_json: Final = json.JSONDecoder()


def entries_of(text: str, path: str) -> Iterator[Entry]:
    """Yield what the head of *text* says; *path* has the extension of its file."""
    extension = path.rpartition(".")[2].lower()
    head = text[:_HEAD]
    for named in (_manual, _package, _title_block, _document, _fields, _preamble, _object):
        found = list(named(head, extension))
        yield from found
        if found:
            return


def _manual(head: str, _extension: str) -> Iterator[Entry]:
    """Yield the title line of a page of a manual in roff: what it is called, and of which day."""
    if "\n.SH" not in head and "\n.Sh" not in head:
        return
    for found in _roff.finditer(head):
        for groups, property_ in (((1, 2, 7, 8), "title"), ((5, 6, 9), "issued")):
            number = next((each for each in groups if found[each]), 0)
            if number:
                plain = found[number].strip().replace("\\-", "-")
                yield Entry(
                    property=property_,
                    value=plain,
                    start=found.start(number),
                    end=found.end(number),
                )


def _package(head: str, _extension: str) -> Iterator[Entry]:
    """Yield the fields in which a package of a program describes itself."""
    yield from package_entries(head)


def _title_block(head: str, extension: str) -> Iterator[Entry]:
    """Yield the lines with `%` above a text for Pandoc: title, authors, date."""
    found = _pandoc.match(head) if extension not in _COMMENTED else None
    if found and "\\documentclass" not in head:
        yield from _grouped(found)


def _document(head: str, extension: str) -> Iterator[Entry]:
    """Yield the head of AsciiDoc: its title, who wrote it, which revision it is; its attributes."""
    found = _asciidoc.match(head)
    if found and extension in _OWN:
        yield from _grouped(found)
        yield from _listed(_list, head)


def _fields(head: str, extension: str) -> Iterator[Entry]:
    """Yield the settings of Org, or the field list of reStructuredText."""
    found = [*_listed(_org, head)] if "#+" in head else []
    if not found and (head[:1] == ":" or "\n:" in head):
        found = [*_listed(_list, head)]
    if extension in (*_OWN, "org") or len(found) >= _FIELDS:
        yield from found


def _preamble(head: str, _extension: str) -> Iterator[Entry]:
    """Yield what a text in TeX sets above its first page."""
    if "\\documentclass" not in head and "\\documentstyle" not in head:
        return
    for found in _tex.finditer(head):
        property_ = {"title": "title", "author": "creator", "date": "issued"}[found[1]]
        shown = _BELOW.sub(lambda below: " " * len(below[0]), found[2])
        whole = shown if property_ == "creator" else found[2]
        for entry in _split(property_, whole, found.start(2)):
            plain = " ".join(_COMMANDS.sub("", entry.value.replace("~", " ")).split())
            if plain:
                yield replace(entry, value=plain)


def _object(head: str, extension: str) -> Iterator[Entry]:
    """Yield the object of JSON above a text in Markdown."""
    if extension not in {"md", "markdown"} or not head.startswith("{"):
        return
    try:
        _, end = _json.raw_decode(head)
    except (ValueError, RecursionError):
        return
    yield from yaml_entries(head[:end])


def _grouped(found: re.Match[str]) -> Iterator[Entry]:
    for property_, value in found.groupdict().items():
        if value and value.strip():
            yield from _split(property_, value, found.start(property_))


def _listed(pattern: re.Pattern[str], head: str) -> Iterator[Entry]:
    for found in pattern.finditer(head):
        key = found[1].strip().lower()
        property_ = _keys.get(key) or property_named(key)
        if property_:
            yield from _split(property_, found[2].strip(), found.start(2))


def _split(property_: str, value: str, start: int) -> Iterator[Entry]:
    """Yield one entry, or one for each of several people."""
    at = 0
    ends = [each.span() for each in _PEOPLE.finditer(value)] if property_ == "creator" else []
    for stop, after in (*ends, (len(value), len(value))):
        one = value[at:stop]
        if one.strip():
            first = start + at + len(one) - len(one.lstrip())
            said = one.strip()
            yield Entry(property=property_, value=said, start=first, end=first + len(said))
        at = after
