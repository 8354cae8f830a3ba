"""JSON and JSON Lines: the text in the field that holds it, the other fields as what they say."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, Final, NamedTuple, final

from audit.claims.structured import texts_of
from audit.errors import ReadError
from audit.model import Chunk, Document, Field, Source
from audit.readers import LIMITS, Budget, Container, Limits, Reader, Record, Remark, check_text
from audit.readers.bounds.fields import DUBLIN_CORE
from audit.readers.bounds.members import Members, Value, items_of, members_of, skip, steps
from audit.readers.bounds.names import shown
from audit.readers.decode import decode

TEXT: Final = ("text", "content", "body", "articleBody", "raw_content", "full_text")
"""Fields that hold the text, best first."""
_properties: Final = {
    **DUBLIN_CORE,
    "headline": "title",
    "author": "creator",
    "authors": "creator",
    "published": "issued",
    "datePublished": "issued",
    "dateModified": "modified",
    "timestamp": "captured",
    "warc_date": "captured",
    "dateCreated": "created",
    "lang": "language",
    "inLanguage": "language",
    "licence": "rights",
    "copyrightHolder": "rights_holder",
    "rights_holder": "rights_holder",
    "url": "url",
    "id": "identifier",
    "site_name": "publisher",
}
_POST: Final = {
    "created_at": "issued",
    "account": "creator",
    "user": "creator",
    "id_str": "identifier",
    "language": "language",
}
"""Fields of posts of Twitter and Mastodon."""
_POSTED: Final = frozenset(("full_text", "spoiler_text", "retweet_count", "favourites_count"))
_CALLED: Final = ("display_name", "name", "username", "screen_name")
_ADDRESSED: Final = frozenset(("rights", "url"))
_MOST: Final = 20
"""Values of one field that are read."""
_decoder: Final = json.JSONDecoder()
_AS_WRITTEN: Final = "read as it is written"
_escape: Final = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}|u[0-9a-fA-F]{4}|.)")


class _Found(NamedTuple):
    """The field that holds the text, if there is one, and the objects on the way to it."""

    text: Value | None
    objects: tuple[Members, ...]
    remarks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@final
class Json(Reader):
    """Read an object with a text field as that text; any other JSON as it is written."""

    id = "json"
    media_types = ("application/json",)

    def __init__(self, text_field: str = "") -> None:
        """Take the text from *text_field*, `/a/b` or `a.b`; empty: from one with a usual name."""
        self._text_field = text_field

    def with_text_field(self, name: str) -> "Json":
        """Return a reader that takes the text from the field *name*."""
        return Json(name) if name != self._text_field else self

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit or without its text field."""
        decoded = decode(data)
        found = _named(decoded.text, self._text_field) if self._text_field else _usual(decoded.text)
        text, chunks = _text(decoded.text, found.text) if found.text else (decoded.text, ())
        check_text(text, limits)
        return Document(
            source=source,
            media_type="application/json",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
            markup=decoded.text if found.text else "",
            chunks=chunks,
            fields=[field for members in found.objects for field in _fields(members)],
            remarks=(*decoded.remarks, *found.remarks, *_repeated(found)),
            lost=found.lost,
        )


@final
class JsonLines(Container):
    """Take JSON Lines apart: every line is a record, called by its number."""

    id = "json-lines"
    media_types = ("application/jsonl",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the lines that hold something."""
        number = 0
        while line := file.readline(budget.limits.file + 1):
            number += 1
            if len(line) > budget.limits.file:
                raise ReadError(f"line {number} is over the limit of {budget.limits.file:,} bytes")
            if line.strip():
                budget.another(budget.limits.records, "records")
                kind = "application/json"
                yield Record(name=str(number), data=line.rstrip(b"\r\n"), media_type=kind)


def _usual(markup: str) -> _Found:
    """Return the first field with a usual name that holds a text, best one that says something."""
    at = skip(markup, 0)
    members = members_of(markup, at)
    texts = [members[name] for name in TEXT if name in members]
    texts = [found for found in texts if isinstance(found.value, str)]
    for found in (*(each for each in texts if each.value.strip()), *texts):
        return _Found(found, (members,), lost=_after(markup))
    lost = () if members else _broken(markup)
    return _Found(None, (), () if lost else _whole(members, items_of(markup, at)), lost)


def _whole(members: Members, items: Members) -> tuple[str, ...]:
    """Return what must be said of JSON whose text nobody can tell from the rest of it."""
    if members:
        return (f"no field called {' or '.join(TEXT[:3])} in it: {_AS_WRITTEN}",)
    if any(isinstance(item.value, dict) for item in items.values()):
        return (
            f"a list of {len(items):,} values, not taken apart as JSON Lines is: {_AS_WRITTEN}",
        )
    return ()


def _repeated(found: _Found) -> Iterator[str]:
    """Yield what must be said of fields that stand more than once."""
    for members in found.objects:
        for name, times in members.repeated.items():
            yield f"its field {shown(name)} stands {times} times; the last one counts"


def _named(markup: str, name: str) -> _Found:
    """Return the field *name*; raise ReadError where it is not there or holds no text."""
    at = skip(markup, 0)
    objects: list[Members] = []
    found = None
    for step in steps(name):
        members = members_of(markup, at) or items_of(markup, at)
        if step not in members:
            why = "; ".join(_broken(markup)) or f"no field {shown(name)} in it"
            raise ReadError(f"{why}: its text is not read")
        objects.append(members)
        found = members[step]
        at = found.start
    if found is None or not isinstance(found.value, str):
        raise ReadError(f"its field {shown(name)} is no text: it is not read")
    return _Found(found, tuple(objects), lost=_after(markup))


def _broken(markup: str) -> tuple[str, ...]:
    """Return what is wrong with a text that is no JSON."""
    try:
        json.loads(markup)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in markup.strip() else ""
        return (f"broken JSON ({line}column {error.colno}: {_said(error)}), {_AS_WRITTEN}",)
    except (ValueError, RecursionError):
        return (f"JSON that is nested too deep or has too long a number, {_AS_WRITTEN}",)
    return ()


def _said(error: json.JSONDecodeError) -> str:
    """Return the message without the preposition before the place that we write ourselves."""
    return error.msg.lower().removesuffix(" at").removesuffix(" starting")


def _after(markup: str) -> tuple[str, ...]:
    """Return what must be said of characters that follow the first value."""
    try:
        _, end = _decoder.raw_decode(markup, skip(markup, 0))
    except (ValueError, RecursionError):
        return ("nested too deep to be understood as a whole",)
    rest = markup[end:].strip()
    if not rest:
        return ()
    line = markup.count("\n", 0, markup.index(rest, end)) + 1
    return (f"{len(rest):,} characters after the end of its object, left out, from line {line:,}",)


def _text(markup: str, found: Value) -> tuple[str, tuple[Chunk, ...]]:
    """Return the string at *found* and where its characters stand between its escapes."""
    start = found.start + 1
    chunks = [Chunk(start=0, source=start)]
    length = 0
    for escape in _escape.finditer(markup, start, found.end - 1):
        length += escape.start() - start + 1
        start = escape.end()
        chunks.append(Chunk(start=length, source=start))
    return found.value, tuple(chunks)


def _called(value: object) -> object:
    """Return the name of an account, of all that is said of it."""
    names = [value.get(name) for name in _CALLED] if isinstance(value, dict) else []
    return next((name for name in names if isinstance(name, str) and name.strip()), value)


def _fields(members: Members) -> Iterator[Field]:
    known = {**_properties, **_POST} if _POSTED & members.keys() else _properties
    for name, found in members.items():
        property_ = known.get(name, "")
        value = _called(found.value) if name in {"account", "user"} else found.value
        said = texts_of(value, has_address=property_ in _ADDRESSED) if property_ else ()
        for value in islice(said, _MOST):
            yield Field(
                property=property_,
                value=value.strip()[:2_000],
                by="json",
                place=f"field {name}",
                part="markup",
                start=found.start,
                end=found.end,
            )
