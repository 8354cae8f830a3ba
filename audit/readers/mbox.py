"""Mailboxes: every message between two lines that begin with `From ` is a record."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, Final, final

from audit.errors import ReadError
from audit.readers import HEAD, Budget, Container, Limits, Record, Remark

_MONTHS: Final = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_separator: Final = re.compile(
    rb"From (?:[^\n]{1,300}? )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +"
    rb"(?:" + _MONTHS + rb" +\d{1,2}|\d{1,2}[ -]" + _MONTHS + rb"[ -]\d{4}),? +\d{1,2}:\d\d"
)
"""A sender and a date of `asctime`, or one as messages have it; prose has no clock there."""
_mark: Final = b"From "
_own: Final = re.compile(rb"^Subject:[^\n]{0,80}FOLDER INTERNAL DATA", re.MULTILINE)


@final
class Mbox(Container):
    """Take a mailbox apart: every message is a record, called by its number."""

    id = "mbox"
    media_types = ("application/mbox",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the messages, without the `From ` line that parts them."""
        number = 0
        for number, data in enumerate(_messages(_in_lines(file), budget.limits), 1):
            budget.another(budget.limits.records, "records")
            if number == 1 and _own.search(data, 0, HEAD):
                said = "its first message is a note of the mail program for itself, left out"
                yield Remark(message=said, incomplete=False)
                continue
            yield Record(name=str(number), data=data, media_type="message/rfc822")
        if not number and file.tell():
            raise ReadError("no message is in it")


def _in_lines(file: BinaryIO) -> BinaryIO:
    """Return *file* from where its first line begins, with line feeds also where it has none."""
    head = file.read(HEAD)
    start = head.removeprefix(codecs.BOM_UTF8)
    file.seek(len(head) - len(start.lstrip(b"\r\n")))
    if b"\n" in head or b"\r" not in head:
        return file
    return io.BytesIO(file.read().replace(b"\r", b"\n"))


def _messages(file: BinaryIO, limits: Limits) -> Iterator[bytes]:
    lines: list[bytes] = []
    size = 0
    after_blank, has_dates = True, None
    while line := file.readline(limits.file + 1):
        is_dated = line.startswith(_mark) and bool(_separator.match(line))
        if has_dates is None:
            has_dates = is_dated  # a programme writes all of them alike
        if after_blank and (is_dated or (not has_dates and line.startswith(_mark))):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        else:
            lines.append(line)
            size += len(line)
        if size > limits.file:
            raise ReadError(f"a message is over the limit of {limits.file:,} bytes (limits: file)")
        after_blank = line in (b"\n", b"\r\n")
    if lines:
        yield b"".join(lines)
