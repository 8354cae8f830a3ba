"""Declared metadata in YAML, TOML-like lines or JSON: scalars as text, each with its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NoReturn

import yaml

from audit.claims.conflicts import wrong_weekday
from audit.claims.intervals import INTERVAL, stated_date
from audit.claims.nodes import told
from audit.claims.nothing import is_nothing
from audit.claims.people import Form, names, without_mail
from audit.claims.rights import statement
from audit.claims.speech import tags_of
from audit.claims.support import DATES
from audit.claims.words import squeeze
from audit.lines import Lines

DEPTH: Final = 20
"""Levels of nesting that are read."""
MOST: Final = 2_000
"""Values of one file that are read."""
LONGEST: Final = 200_000
"""Characters of one file that are read."""

PROPERTIES: Final[Mapping[str, str]] = {
    "title": "title",
    "headline": "title",
    "creator": "creator",
    "creators": "creator",
    "author": "creator",
    "authors": "creator",
    "byline": "creator",
    "written_by": "creator",
    "publisher": "publisher",
    "published_by": "publisher",
    "site": "publisher",
    "site_name": "publisher",
    "issued": "issued",
    "date": "issued",
    "published": "issued",
    "publication_date": "issued",
    "date_published": "issued",
    "datepublished": "issued",
    "modified": "modified",
    "updated": "modified",
    "lastmod": "modified",
    "date_modified": "modified",
    "created": "created",
    "captured": "captured",
    "accessed": "captured",
    "retrieved": "captured",
    "capture_date": "captured",
    "language": "language",
    "lang": "language",
    "rights": "rights",
    "license": "rights",
    "licence": "rights",
    "rights_holder": "rights_holder",
    "copyright_holder": "rights_holder",
    "identifier": "identifier",
    "id": "identifier",
    "doi": "identifier",
    "url": "url",
    "canonical": "url",
    "type": "type",
    "section": "section",
    "category": "section",
    "source": "source",
    "contact": "contact",
    "email": "contact",
    "generator": "generator",
}
"""Keys that are understood, without a prefix `dc:` or `dcterms.`, in lower case."""
_ADDRESS = re.compile(r"[^\s<>\"]{0,300}[:/.][^\s<>\"]{1,2000}")
_LINKED = re.compile(r"\[\[(?:[^\[\]|]{1,300}\|)?([^\[\]|]{1,300})\]\]")
"""How notes name a note of its own: `[[Ann Lind]]`, `[[people/lind|Ann Lind]]`."""
_JOINED = str.maketrans("- ", "__")
_PREFIX = re.compile(r"^(?:dc|dcterms|schema|og)[:._]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A value for a property at characters [start, end) of the file."""

    property: str
    value: str
    start: int
    end: int


def yaml_entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a YAML or JSON mapping; raise BrokenError where it is broken.

    Nothing is resolved: no tags, no aliases, no dates, `no` stays `no`. What declares nothing, as
    `null` does, is no entry.
    """
    for key, value in _pairs(text):
        property_ = property_named(getattr(key, "value", ""))
        if property_:
            yield from _entries(text, property_, value)


def keys(text: str) -> Iterator[tuple[str, int]]:
    """Yield the keys of a YAML or JSON mapping, each with the character at which it stands."""
    for key, _ in _pairs(text):
        if isinstance(key, yaml.ScalarNode):
            yield key.value, key.start_mark.index


@lru_cache(maxsize=1)  # the slips of a file are looked for when its claims were
def _pairs(text: str) -> Sequence[tuple[Any, Any]]:
    """Return the keys and the values of a YAML or JSON mapping as nodes."""
    if len(text) > LONGEST:
        raise BrokenError(f"over {LONGEST:,} characters; keep what describes the document", 1, 1)
    try:
        _check(text)
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise _broken(text, error) from error
    return root.value if isinstance(root, yaml.MappingNode) else ()


def normalized(entry: Entry) -> Iterator[str]:
    """Yield what *entry* says in normal form; a byline may name several people."""
    text = _LINKED.sub(r"\1", squeeze(entry.value)[:1000])
    if entry.property in DATES:
        date = stated_date(text)
        if date:
            yield date.normalized
    elif entry.property == "creator":
        yield from names(text, Form.DECLARED) or (text,)
    elif entry.property == "rights":
        yield statement(text) or _named(text) or text
    elif entry.property == "language":
        yield from tags_of(text) or ("",)
    elif entry.property == "url":
        yield text if is_address(text) else ""
    elif entry.property == "contact":
        yield text.removeprefix("mailto:").lower()
    else:
        yield without_mail(text) if entry.property == "publisher" else text


def _named(text: str) -> str:
    """Return the licence that *text* names as a field of it does, where it tells which version."""
    return statement(f"License: {text}") if any(map(str.isdecimal, text)) else ""


def is_address(text: str) -> bool:
    """Tell whether *text* may be an address: a URL, a URN, a path, a name of a host."""
    return _ADDRESS.fullmatch(text) is not None


def doubt(entry: Entry) -> str:
    """Return what a reason must add for an interval, or for a wrong day of the week."""
    date = stated_date(squeeze(entry.value)[:1000]) if entry.property in DATES else None
    if date and date.reason == INTERVAL:
        return f"; {INTERVAL}"
    return wrong_weekday(date)


class BrokenError(ValueError):
    """Say why what is declared cannot be read and what to do, and where: from line 1, column 1."""

    def __init__(self, why: str, line: int, column: int) -> None:
        super().__init__(why)
        self.line = line
        self.column = column


def _broken(text: str, error: Exception) -> BrokenError:
    mark = getattr(error, "problem_mark", None)
    at = mark.index if mark else getattr(error, "position", 0)
    lines = Lines(text)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "nested too deep"
    why = f"neither YAML nor JSON: {said[:120]}; write one `key: value` a line"
    return BrokenError(why, lines.line(at), lines.column(at))


def _check(text: str) -> None:
    """Walk the events first: composing is recursive, and aliases can grow without end."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            _refuse("an alias, which is not followed; write the value out", event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEPTH:
            _refuse(f"nested over {DEPTH} deep; write one `key: value` a line", event)


def _refuse(why: str, event: Any) -> NoReturn:
    mark = event.start_mark
    raise BrokenError(why, mark.line + 1, mark.column + 1)


def property_named(key: Any) -> str:
    """Return the property that *key* means, or empty: `dc:date`, `dcterms.issued`, `Author`."""
    return PROPERTIES.get(plain_key(key), "") if isinstance(key, str) else ""


def plain_key(key: str) -> str:
    """Return *key* as it stands among those that are understood: without its prefix, lower case."""
    return _PREFIX.sub("", key.strip().lower()).translate(_JOINED)


def _entries(text: str, property_: str, node: Any) -> Iterator[Entry]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value[:MOST]:
            yield from (
                _entries(text, property_, item) if not isinstance(item, yaml.SequenceNode) else ()
            )
    elif isinstance(node, yaml.MappingNode):
        for said in told(property_, node):
            start, end = _place(text, said.node)
            yield Entry(property=property_, value=said.text, start=start, end=end)
    elif not is_nothing(node.value.strip()):
        start, end = _place(text, node)
        yield Entry(property=property_, value=node.value.strip(), start=start, end=end)


def _place(text: str, node: Any) -> tuple[int, int]:
    """Return where a scalar stands, without its quotation marks."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in {'"', "'"}:
        return start + 1, end - 1
    raw = text[start:end]
    return start, start + len(raw.rstrip())
