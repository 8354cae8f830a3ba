"""Word 97 to 2003: the text as it is read, then notes; headers and footers are furniture."""

import importlib.util
import struct
from collections.abc import Iterator, Mapping
from typing import Final, final

from audit.errors import ReadError
from audit.model import Document, Field, Source
from audit.readers import LIMITS, Limits, MissingExtraError, Reader, check_text
from audit.readers.bounds.compound import Compound
from audit.readers.bounds.fields import custom, field
from audit.readers.bounds.packages import macros, objects
from audit.readers.bounds.property_sets import properties_of
from audit.readers.bounds.word97.fib import fib_of
from audit.readers.bounds.word97.looks import Pages, in_characters, looks_of
from audit.readers.bounds.word97.pieces import pieces_of, text_of
from audit.readers.bounds.word97.styles import hiding
from audit.readers.bounds.word97.told import Told, told

_MAIN: Final = "WordDocument"
_PACKED: Final = "EncryptedPackage"
"""What later documents are in that are locked."""
_SUMMARY, _MORE = "SummaryInformation", "DocumentSummaryInformation"
_summary: Final[Mapping[int, tuple[str, str]]] = {
    2: ("title", "title"),
    4: ("author", "creator"),
    12: ("created", "created"),
    13: ("last saved", "modified"),
    18: ("application", "generator"),
}
_more: Final[Mapping[int, tuple[str, str]]] = {
    2: ("category", "section"),
    15: ("company", "publisher"),
    28: ("language", "language"),
}


@final
class Word97(Reader):
    """Read DOC; what was deleted or is hidden is left out, and so are comments."""

    id = "doc"
    media_types = ("application/msword",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit or where it is locked."""
        if not importlib.util.find_spec("olefile"):
            raise MissingExtraError("doc")
        file = Compound(data)
        found = _told(file, limits)
        check_text(found.story.text, limits)
        lost: list[str] = []
        fields = tuple(_fields(file, lost))
        return Document(
            source=source,
            media_type=self.media_types[0],
            basis=basis,
            encoding="",
            encoding_confidence=1.0,
            text=found.story.text,
            furniture=tuple(found.story.furniture),
            fields=fields,
            remarks=(*found.remarks, *_active(file)),
            lost=(*file.lost, *found.lost, *lost),
        )


def _told(file: Compound, limits: Limits) -> Told:
    """Return what the document tells; raise ReadError."""
    main = file.get(_MAIN)
    if not main:
        is_locked = _PACKED in file.kids()
        raise ReadError("it is locked with a password" if is_locked else f"no {_MAIN} in it")
    fib = fib_of(main)
    table = file.get(fib.table)
    pieces = pieces_of(fib.pieces.of(table), limits)
    text, missing = text_of(main, pieces.table)
    hidden = hiding(fib.styles.of(table))
    pages = Pages(fib.looks.of(table), fib.paragraphs.of(table), hidden)
    found = told(text, fib.parts, in_characters(pieces, looks_of(main, pages)))
    said = (f"characters that are not there: {missing:,}",) if missing else ()
    return found._replace(lost=(*said, *found.lost))


def _active(file: Compound) -> Iterator[str]:
    """Yield what must be said of what could act."""
    yield from macros([name for name in file.kids() if name == "Macros"])
    yield from objects(len(file.kids("ObjectPool")))


def _fields(file: Compound, lost: list[str]) -> Iterator[Field]:
    """Yield what the file says of itself; say in *lost* what of it cannot be read."""
    for stream, by, names in ((_SUMMARY, "doc", _summary), (_MORE, "doc-app", _more)):
        try:
            yield from _of_stream(file.get(f"\5{stream}"), stream, by, names)
        except struct.error:
            lost.append(f"{stream} cannot be read: it breaks off")


def _of_stream(
    data: bytes, stream: str, by: str, names: Mapping[int, tuple[str, str]]
) -> Iterator[Field]:
    """Yield the fields of one stream, whose first set is its own; people add to the second."""
    for number, properties in enumerate(properties_of(data)):
        for said in properties:
            if number:
                yield from custom(said.name, said.value, "doc-custom", stream)
            elif said.number in names:
                name, property_ = names[said.number]
                yield field(property_, said.value, by, f"{stream}, {name}")
