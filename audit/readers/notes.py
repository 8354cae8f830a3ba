"""Notes that Evernote exported (ENEX): every note is a document of its own."""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final, final

from audit.model import Field
from audit.readers import Budget, Container, Record, Remark
from audit.readers.bounds.exports import Item, items_of

_PLAIN: Final = {
    "title": "title",
    "created": "created",
    "updated": "modified",
    "author": "creator",
    "source-url": "url",
    "source-application": "generator",
}
_stamp: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?")
_PROLOGUE: Final = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE[^>\[]{0,300}>\s*)?")
_KEPT: Final = frozenset((*_PLAIN, "content"))


@final
class Enex(Container):
    """Take exported notes apart: every note is a page, called by its number and its title."""

    id = "enex"
    media_types = ("application/enex+xml",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the notes in their order; raise ReadError where the file is broken or refused."""
        number = attached = 0
        for number, note in enumerate(items_of(file, "note", _KEPT, "resource", budget.limits), 1):
            budget.another(budget.limits.records, "records")
            attached += note.parts
            yield _record(number, note)
        if not number:
            yield Remark(message="no note is in it", incomplete=False)
        if attached:
            said = "1 attachment is" if attached == 1 else f"{attached:,} attachments are"
            yield Remark(message=f"{said} not read", incomplete=False)


def _record(number: int, note: Item) -> Record:
    content = note.first("content")
    page = content[_PROLOGUE.match(content).end() :]  # type: ignore[union-attr]  # fits any text
    title = " ".join(note.first("title").split())
    return Record(
        name=f"{number} {title[:80]}".strip().replace("/", "_"),
        data=page.encode("utf-8", "replace"),
        media_type="text/html",
        charset="utf-8",
        fields=tuple(_fields(note.values)),
    )


def _fields(values: Mapping[str, list[str]]) -> Iterator[Field]:
    for name, property_ in _PLAIN.items():
        for said in values.get(name, ())[:1]:
            value = " ".join(said.split())[:2_000]
            if value:
                yield Field(
                    property=property_,
                    value=value,
                    normalized=_day(value) if name in ("created", "updated") else "",
                    by="enex",
                    place=f"element {name} of the note",
                    confidence=0.93 if name == "title" else 0.85,
                )


def _day(stamp: str) -> str:
    """Return a stamp such as `20240517T100000Z` in the long form of ISO 8601, or empty."""
    found = _stamp.fullmatch(stamp)
    return "{}-{}-{}T{}:{}:{}+00:00".format(*found.groups()) if found else ""
