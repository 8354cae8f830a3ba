"""JSON: the text in the field that holds it, the other fields as what they say of it."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final, NamedTuple, final

from audit.errors import ReadError
from audit.model import Chunk, Document, Field, Source
from audit.readers import (
    LIMITS,
    Budget,
    Container,
    Limits,
    Reader,
    Record,
    Remark,
    check_text,
)
from audit.readers.bounds.members import Members, Value, items_of, members_of, skip, steps
from audit.readers.bounds.names import shown
from audit.readers.bounds.objects import FEEDS, TEXT, fields_of_object, posts_in, text_of_object
from audit.readers.bounds.tagged import page_in, through
from audit.readers.decode import decode

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
        page = page_in(text, source, limits) if found.text else None
        if page:
            chunks = tuple(through(page.chunks, chunks, len(page.text)))
            text = page.text
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
            furniture=page.furniture if page else (),
            fields=[field for members in found.objects for field in fields_of_object(members)],
            remarks=(*decoded.remarks, *found.remarks, *_repeated(found)),
            lost=(*found.lost, *(page.lost if page else ())),
        )

    def apart(self, data: bytes) -> Container | None:
        """Return what takes a list of objects apart that hold a text each, most of them."""
        is_list = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")
        if not is_list and not any(map(data.__contains__, FEEDS)):
            return None
        markup, said = decode(data).text, tuple[Field, ...]()
        at = skip(markup, 0)
        if is_list:
            items = items_of(markup, at)
        else:
            items, said = posts_in(markup, members_of(markup, at))
        objects = [item for item in items.values() if isinstance(item.value, dict)]
        if not objects or len(objects) < len(items) or self._is_said(items):
            return None
        texts = sum(1 for item in objects if self._has_text(markup, item))
        is_enough = 2 * texts >= len(items) if is_list else texts > 0
        return JsonList(markup, items, said) if is_enough else None

    def _is_said(self, items: Members) -> bool:
        """Tell whether the field with the text is named from the list on."""
        first, *rest = steps(self._text_field)
        return first in items and isinstance(_within(items[first].value, rest), str)

    def _has_text(self, markup: str, item: Value) -> bool:
        if self._text_field:
            return isinstance(_within(item.value, steps(self._text_field)), str)
        return text_of_object(markup, members_of(markup, item.start)) is not None


@final
class JsonList(Container):
    """Take a list of objects apart: every one is a record, called by its number, as of lines."""

    id = "json-list"
    media_types = ()  # only who has read all of it knows that it is one

    def __init__(
        self, markup: str = "", items: Members | None = None, said: Sequence[Field] = ()
    ) -> None:
        """Take apart *items*, which stand in *markup*, and of each of which something is *said*."""
        self._markup = markup
        self._said = tuple(said)
        self._items = items or Members()

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the objects in their order, and what follows the list."""
        del file
        for number, item in enumerate(self._items.values(), 1):
            budget.another(budget.limits.records, "records")
            yield Record(
                name=str(number),
                data=self._markup[item.start : item.end].encode("utf-8", "replace"),
                media_type="application/json",
                fields=self._said,
                is_whole=len(self._items) == 1,
            )
        for lost in _after(self._markup, "list"):
            yield Remark(message=lost)


def _usual(markup: str) -> _Found:
    """Return the first field with a usual name that holds a text, best one that says something."""
    at = skip(markup, 0)
    members = members_of(markup, at)
    if text := text_of_object(markup, members):
        return _Found(text, (members,), lost=_after(markup))
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


def _within(value: object, names: Sequence[str]) -> object:
    """Return what stands in *value* on the way of *names*, None where there is nothing."""
    for name in names:
        if isinstance(value, list):
            value = value[int(name)] if name.isdecimal() and int(name) < len(value) else None
        else:
            value = value.get(name) if isinstance(value, dict) else None
    return value


def _after(markup: str, what: str = "object") -> tuple[str, ...]:
    """Return what must be said of characters that follow the first value."""
    try:
        _, end = _decoder.raw_decode(markup, skip(markup, 0))
    except (ValueError, RecursionError):
        return ("nested too deep to be understood as a whole",)
    rest = markup[end:].strip()
    if not rest:
        return ()
    line = markup.count("\n", 0, markup.index(rest, end)) + 1
    return (f"{len(rest):,} characters after the end of its {what}, left out, from line {line:,}",)


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
