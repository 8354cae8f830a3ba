"""The fields with which packages of programs describe themselves: of Python, Debian and R."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from audit.claims.declared import Entry
from audit.claims.nothing import is_nothing

_FIELD: Final = re.compile(
    r"^(?P<key>[A-Za-z][\w-]{1,40}):[ \t]*(?P<value>[^\r\n]{0,500})(?P<more>(?:\r?\n[ \t][^\n]*)?)",
    re.MULTILINE,
)
_END: Final = re.compile(r"^[ \t]*\r?$", re.MULTILINE)
_FIRST: Final[Mapping[str, tuple[str, ...]]] = {
    "metadata-version": ("name", "version"),
    "package": ("version",),
    "format": ("upstream-name",),
    "format-specification": ("upstream-name",),
}
"""How such a head begins, and what else stands in it."""
_TITLES: Final = ("title", "name", "upstream-name", "package")
_PEOPLE: Final = ("author", "author-email")
_RIGHTS: Final = ("license-expression", "license")
_MARK: Final = re.compile(r"<[^<>]*>|\[[^][]*\]|\([^()]*\)|[\w.+-]+@[\w.-]+|\"")
"""What stands beside a name: addresses, and what somebody did."""
_BESIDE: Final = re.compile(r"[ \t]*\+[ \t]*file LICEN[CS]E\s*\Z")
"""What R has behind a licence whose holder another file names."""
_SENTENCE: Final = 8
"""Blanks of what is no name of a licence."""


def package_entries(head: str) -> Iterator[Entry]:
    """Yield what the fields above a text say of the package that it describes."""
    end = _END.search(head)
    fields: dict[str, re.Match[str]] = {}
    for found in _FIELD.finditer(head, 0, end.start() if end else len(head)):
        fields.setdefault(found["key"].lower(), found)
    first = next(iter(fields), "")
    if first not in _FIRST or fields[first].start() or not fields.keys() >= {*_FIRST[first]}:
        return
    for property_, keys in (("title", _TITLES), ("creator", _PEOPLE), ("rights", _RIGHTS)):
        for key in keys:
            entry = _entry(property_, fields[key]) if key in fields else None
            if entry:
                yield entry
                break


def _entry(property_: str, found: re.Match[str]) -> Entry | None:
    """Return what one field says; the words of a whole licence are not its name."""
    value = said = _BESIDE.sub("", found["value"]).strip()
    if property_ == "creator":
        said = " ".join(_MARK.sub("", value).split()).strip(" ,;")
    is_whole = property_ == "rights" and (bool(found["more"]) or said.count(" ") >= _SENTENCE)
    if not said or is_whole or is_nothing(said):
        return None
    start = found.start("value")
    return Entry(property=property_, value=said, start=start, end=start + len(value))
