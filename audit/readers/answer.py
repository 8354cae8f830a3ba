"""Saved answers of web servers: status and headers above the body (`curl -i`)."""

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final, NamedTuple, final

from audit.errors import ReadError
from audit.model import Field
from audit.readers import Budget, Container, Record, Remark
from audit.readers.bounds import SpentError
from audit.readers.bounds.answers import (
    announced,
    codings,
    is_chunked,
    length,
    part,
    stated,
    told,
)
from audit.readers.bounds.chunked import unchunked
from audit.readers.bounds.coding import Body
from audit.readers.bounds.fields import mail_date
from audit.readers.bounds.headers import STATUS_LINE, check_number, kept
from audit.readers.bounds.names import shown

_status: Final = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})[ \t]*([^\r\n]{0,200})[^\r\n]*\r?\n")
_end: Final = re.compile(rb"\r?\n(\r?\n)|\A\r?\n")
_SCHEMES: Final = ("http://", "https://")
_MOST: Final = 100
"""Answers in one file."""
_BODILESS: Final = ("1", "204", "304")
_MOVED: Final = "3"
_GOOD: Final = "2"


class _Answer(NamedTuple):
    """One answer: its status, in words too, its head as written, its body as it was sent."""

    status: str
    said: str
    head: list[tuple[str, str]]
    fields: dict[str, str]
    """The fields by their names in lower case, those of one name joined."""
    body: bytes
    lacks: str = ""

    def header(self, name: str) -> str:
        """Return the value of a field, empty where there is none."""
        return self.fields.get(name, "")


@final
class Http(Container):
    """Take a saved answer apart: its body is a document, its headers say of it what they say."""

    id = "http"
    media_types = ("application/http",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the body of the last answer, and of those before it that were no mere steps."""
        answers = tuple(_answers(budget.take(file, budget.limits.file), budget.limits.headers))
        if not answers:
            raise ReadError("no answer of an HTTP server is in it")
        url = ""
        for number, answer in enumerate(answers, 1):
            moved = answer.header("location")
            is_good = answer.status.startswith(_GOOD)
            if number == len(answers) or (is_good and answer.body):
                yield from _document(answer, url, budget, is_last=number == len(answers))
            elif not is_good:
                to = f", to {shown(moved[:500])}" if moved else ""
                yield Remark(message=f"an answer before it: {answer.said}{to}", incomplete=False)
            is_step = answer.status.startswith(_MOVED) and moved.lower().startswith(_SCHEMES)
            url = moved if is_step else ""


def _answers(data: bytes, most: int) -> Iterator[_Answer]:
    """Yield the answers in *data*; one ends where it says, if another one begins there."""
    at = 0
    for _ in range(_MOST):
        found = _status.match(data, at)
        if not found:
            return
        end = _end.search(data, found.end() - 1)
        stop = end.start() if end else len(data)
        head = _head(data[found.end() : stop], most)
        said = f"{found[1].decode()} {found[2].decode('utf-8', 'replace')}".strip()
        status = (STATUS_LINE, found[0].decode("utf-8", "replace").strip())
        answer = _Answer(found[1].decode(), shown(said), [status, *head], _by_name(head), b"")
        body, lacks, at = _sent(data, end.end() if end else len(data), answer)
        yield answer._replace(body=body, lacks=lacks or ("" if end else "its header breaks off"))


def _head(head: bytes, most: int) -> list[tuple[str, str]]:
    """Return the header fields in their order; raise ReadError over the limit."""
    lines = re.sub(rb"\r?\n[ \t]+", b" ", head).splitlines()
    check_number(len(lines), most)
    parted = (line.decode("utf-8", "replace").partition(":") for line in lines)
    return [(name.strip(), value.strip()) for name, _, value in parted]


def _by_name(head: list[tuple[str, str]]) -> dict[str, str]:
    fields: dict[str, list[str]] = {}
    for name, value in head:
        fields.setdefault(name.lower(), []).append(value)
    return {name: ", ".join(filter(None, values)) for name, values in fields.items()}


def _sent(data: bytes, start: int, answer: _Answer) -> tuple[bytes, str, int]:
    """Return the body without its chunks, what it lacks, and where the next answer begins."""
    if _status.match(data, start) and (answer.status[0] != _GOOD or not length(answer.header)):
        return b"", "", start
    if answer.status.startswith(_BODILESS):
        return data[start:], "", len(data)
    if is_chunked(answer.header):
        return unchunked(data, start)
    end = start + (length(answer.header) or 0)
    end = end if _status.match(data, end) else len(data)
    return data[start:end], announced(answer.header, end - start), end


def _document(
    answer: _Answer, url: str, budget: Budget, *, is_last: bool
) -> Iterator[Record | Remark]:
    """Yield the body, and before it what makes it incomplete."""
    unread = ""
    try:
        body = Body(answer.body, codings(answer.header))
    except ReadError as error:
        body, unread = Body(answer.body, ""), str(error)
    try:
        data = budget.take(body, budget.limits.file)
    except SpentError:
        raise
    except ReadError as error:
        yield Remark(message=f"its body: {error}")
        return
    for message in filter(None, (answer.lacks, body.lacks, part(answer.header, answer.status))):
        yield Remark(message=message)
    if not answer.status.startswith(_GOOD):
        yield Remark(message=f"the server answered {answer.said}", incomplete=False)
    headers, cut = kept("http", answer.head)
    media_type, charset = stated(answer.header("content-type"))
    yield Record(
        name=url[:500] or "body",
        data=data,
        media_type=media_type,
        charset=charset,
        fields=_fields(answer, url),
        headers=headers,
        remarks=(*cut, *body.remarks),
        unread=unread,
        is_whole=is_last,
    )


def _fields(answer: _Answer, url: str) -> tuple[Field, ...]:
    found: Sequence[Field] = tuple(told(answer.header, "http"))
    if day := mail_date(answer.header("date")):
        found = (_field("captured", answer.header("date"), day, "Date", 0.93), *found)
    if url:
        found = (_field("url", url, "", "Location of the answer before it", 0.9), *found)
    return tuple(found)


def _field(property_: str, value: str, normalized: str, name: str, confidence: float) -> Field:
    return Field(
        property=property_,
        value=value,
        normalized=normalized,
        by="http",
        place=f"HTTP header {name}",
        confidence=confidence,
    )
