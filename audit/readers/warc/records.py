"""The records of a WARC or ARC file by warcio, and whether the file ends where it should."""

import gzip
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from audit.errors import ReadError
from audit.readers import Remark
from audit.readers.bounds import Readable
from audit.readers.warc.arc import with_header

_PACKED: Final = b"\x1f\x8b"
_ARC: Final = b"filedesc://"
_BLOCK: Final = 65_536
_NAMED: Final = 20
"""Records that are named; the rest are counted."""


class _Unpacked:
    """What gzip packed, record by record or as a whole; where it breaks off that is an error."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = gzip.GzipFile(fileobj=file)

    def read(self, size: int = -1) -> bytes:
        """Return some bytes, none at the end; raise ReadError where the file breaks off."""
        try:
            # Unlike `read`, this gives what there is before it complains of what there is not.
            return self._file.read1(size)
        except EOFError:
            # For warcio the end of a file is nothing to speak of.
            raise ReadError("the packed file breaks off") from None
        except (OSError, zlib.error):
            raise ReadError("the packed file is damaged") from None

    def tell(self) -> int:
        """Return how many bytes have been read."""
        return self._file.tell()


def is_arc(file: BinaryIO) -> bool:
    """Tell whether *file* is an ARC and no WARC; it is read from its beginning again."""
    start = file.read(len(_ARC))
    file.seek(0)
    if start.startswith(_PACKED):
        try:
            start = gzip.GzipFile(fileobj=file).read(len(_ARC))
        except (OSError, EOFError, zlib.error):
            start = b""
        file.seek(0)
    return start == _ARC


def records_of(file: BinaryIO, *, from_arc: bool) -> Iterator[Any]:
    """Yield the records of warcio, then what must be said; raise ReadError where it breaks off."""
    from audit.readers.warc.ends import Records

    magic = file.read(len(_PACKED))
    file.seek(0)
    stream = _Unpacked(file) if magic == _PACKED else file
    records = Records(stream, "arc" if from_arc else "warc")
    count = 0
    try:
        for record in with_header(records) if from_arc else records:
            yield record
            count += 1
    except ReadError:
        raise
    except Exception as error:  # noqa: BLE001  # warcio raises of every kind
        raise ReadError(_broken(count, error)) from None
    if records.longer:
        yield Remark(message=f"records that do not end where they say: {_listed(records.longer)}")
    if records.joined:
        said = f"records with no empty line after them: {_listed(records.joined)}"
        yield Remark(message=said, incomplete=False)
    # Where the head of a record ends with the file, warcio takes that for the end of the records.
    if records.next_line or not count:
        raise ReadError(f"the header of record {count + 1} breaks off")


def all_of(stream: Readable, most: int) -> bytes:
    """Return all that is left of *stream*; raise ReadError over *most* bytes (limits: file)."""
    blocks, size = list[bytes](), 0
    while block := stream.read(_BLOCK):
        blocks.append(block)
        size += len(block)
        if size > most:
            raise ReadError(f"over the limit of {most:,} bytes (limits: file)")
    return b"".join(blocks)


def cut_off(record: Any) -> str:
    """Return what is missing of *record*, empty where it is whole; read what is left of it."""
    stream = record.raw_stream
    while stream.read(_BLOCK):
        pass
    stated = record.rec_headers.get_header("Content-Length") or ""
    if record.length is None or not stated.strip().isdigit():
        return "its header says no length or breaks off"
    return f"cut off, {stream.limit:,} of its bytes are missing" if stream.limit > 0 else ""


def _listed(numbers: list[int]) -> str:
    """Return the numbers of some records, and how many more there are."""
    shown = ", ".join(f"{number:,}" for number in numbers[:_NAMED])
    more = len(numbers) - _NAMED
    return f"number {shown}" + (f" and {more:,} more" if more > 0 else "")


def _broken(count: int, error: Exception) -> str:
    """Return why nothing is read after *count* records."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    number = f"record {count + 1:,}"
    if isinstance(error, StatusAndHeadersParserException):
        said = f"{number} holds no answer of an HTTP server"
    elif isinstance(error, ArchiveLoadFailed):
        said = f"what should be {number} begins like none"
    else:
        said = f"the header of {number} is damaged or breaks off"
    return f"{said}; the rest is not read"
