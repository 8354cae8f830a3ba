"""Read a manifest: find its format, parse every line, and refuse it with all mistakes located."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.errors import ManifestError
from audit.manifests import lines
from audit.manifests.values import Expected, Format, Manifest

bag_name: Final = re.compile(r"(tag)?manifest-([A-Za-z0-9_-]{2,16})\.txt")
"""The names of BagIt's manifests."""

_largest: Final = 1 << 30
_longest: Final = 1 << 16
_mistakes_shown: Final = 20
_hashdeep: Final = "%%%% HASHDEEP-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What the package around a manifest says of it."""

    encoding: str = "utf-8"
    encoded: bool = True
    """Whether BagIt's percent encoding holds (since version 1.0)."""


def read_manifest(path: str, shown: str = "", dialect: Dialect | None = None) -> Manifest:
    """Read the manifest *path*, called *shown* in messages; its content tells the format.

    Raise ManifestError, one line a mistake, where any line is wrong, a path leaves the folder,
    one file has two digests by the same algorithm, or no file is listed.
    """
    shown = shown or path
    dialect = dialect or Dialect()
    text, remarks = _decode(_read(path, shown), shown, dialect.encoding)
    rows, zero = _rows(text)
    form, parse, start = _format(Path(path).name, rows, zero, dialect, shown)
    mistakes: list[str] = []
    repeated: list[str] = []
    comments = form is not Format.BAGIT
    numbered = [
        (number, row)
        for number, row in enumerate(rows, 1)
        if row and number > start and not (comments and row[0] == "#")
    ]
    parsed = _parsed(numbered, parse, shown, mistakes)
    entries = _unique(parsed, shown, mistakes, repeated)
    if mistakes:
        raise ManifestError(_summary(mistakes))
    if not entries:
        raise ManifestError(f"{shown}: no file is listed, so nothing can be verified")
    return Manifest(path=shown, format=form, entries=entries, repeated=repeated, remarks=remarks)


def _read(path: str, shown: str) -> bytes:
    try:
        # O_NONBLOCK: a pipe of that name must not stop the audit.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise ManifestError(f"{shown}: it is not a regular file")
            if status.st_size > _largest:
                raise ManifestError(f"{shown}: a manifest larger than 1 GiB is not read")
            return file.read(_largest)
    except IsADirectoryError:
        raise ManifestError(f"{shown}: it is a folder, not a manifest") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ManifestError(f"{shown}: the manifest cannot be read: {reason}") from None


def _decode(data: bytes, shown: str, encoding: str) -> tuple[str, list[str]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding, remarks = "utf-16", [f"{shown}: the manifest is UTF-16"]
    elif data.startswith(b"\xef\xbb\xbf"):
        data, remarks = data[3:], [f"{shown}: a byte order mark before the first line was passed"]
    else:
        remarks = []
    try:
        # Names are bytes: those that are not UTF-8 survive as surrogates, as in the file system.
        errors = "surrogateescape" if encoding == "utf-8" else "strict"
        return data.decode(encoding, errors), remarks
    except (UnicodeError, LookupError) as error:
        raise ManifestError(f"{shown}: the manifest is not {encoding}: {error}") from None


def _rows(text: str) -> tuple[list[str], bool]:
    """Return the lines of *text* and whether NUL ends them; only LF and CR LF end a line."""
    if text.endswith("\0"):
        return text[:-1].split("\0"), True
    rows = text.split("\n")
    if not rows[-1]:
        rows.pop()
    return [row.removesuffix("\r") for row in rows], False


def _format(
    name: str, rows: Sequence[str], zero: bool, dialect: Dialect, shown: str
) -> tuple[Format, lines.Parser, int]:
    if rows and rows[0].startswith(_hashdeep):
        header = [row for row in rows[:100] if row.startswith(("%%%% ", "## "))]
        try:
            return Format.HASHDEEP, lines.hashdeep(header), 2
        except ValueError as error:
            raise ManifestError(f"{shown}:2: {error}") from None
    if found := bag_name.fullmatch(name):
        algorithm = lines.algorithm_named(found[2])
        if not algorithm:
            raise ManifestError(f"{shown}: the algorithm {found[2]!r} is not known")
        return Format.BAGIT, lines.bag(algorithm, dialect.encoded), 0
    blake = "b2sum" in name.lower() or "blake2b" in name.lower()
    return Format.SUMS, lines.sums(blake=blake, escapes=not zero), 0


def _parsed(
    rows: Sequence[tuple[int, str]], parse: lines.Parser, shown: str, mistakes: list[str]
) -> Iterator[Expected]:
    for number, row in rows:
        try:
            if len(row) > _longest:
                raise ValueError(f"the line is longer than {_longest} characters")  # noqa: TRY301  # told like the others
            yield from parse(row, number)
        except ValueError as error:
            mistakes.append(f"{shown}:{number}: {error}")


def _unique(
    entries: Iterator[Expected], shown: str, mistakes: list[str], repeated: list[str]
) -> list[Expected]:
    first: dict[tuple[str, str], Expected] = {}
    for entry in entries:
        known = first.setdefault((entry.path, entry.algorithm), entry)
        if known is entry:
            continue
        place = f"{shown}:{entry.line}: {entry.path!r} is listed on line {known.line} already"
        if known.digest != entry.digest:
            mistakes.append(f"{place}, with another {entry.algorithm} digest")
        else:
            repeated.append(f"{place}, with the same digest")
    return list(first.values())


def _summary(mistakes: Sequence[str]) -> str:
    shown = list(mistakes[:_mistakes_shown])
    if len(mistakes) > len(shown):
        shown.append(f"... and {len(mistakes) - len(shown)} more mistakes")
    return "\n".join(shown)
