"""The fields of headers that stand above a document, kept as they are written, within bounds."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from audit.errors import ReadError
from audit.model import HeaderField
from audit.readers.bounds.names import shown

STATUS_LINE: Final = "status-line"
LONGEST: Final = 8_192
"""Characters of a value that are kept."""
_NAME: Final = 200


def check_number(number: int, most: int) -> None:
    """Raise ReadError where a header has more fields than *most*."""
    if number > most:
        raise ReadError(f"{number:,} header fields, over the limit of {most:,} (limits: headers)")


def kept(
    kind: str, written: Iterable[tuple[str, str]]
) -> tuple[tuple[HeaderField, ...], list[str]]:
    """Return the fields of a header, and what must be said of those that are not kept whole."""
    fields = [HeaderField(kind, name, value) for name, value in written]
    return tuple(map(_cut, fields)), list(_said(fields))


def _cut(field: HeaderField) -> HeaderField:
    return field._replace(name=field.name[:_NAME], value=field.value[:LONGEST])


def _said(fields: Sequence[HeaderField]) -> Iterator[str]:
    for field in fields:
        if len(field.value) > LONGEST or len(field.name) > _NAME:
            yield (
                f"its header field {shown(field.name[:60])} is kept up to {LONGEST:,} characters,"
                f" it has {len(field.value):,}"
            )
