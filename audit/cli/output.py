"""Where results go: standard output, and files that are whole or not there."""

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from audit.cli import hush
from audit.errors import AuditError, ReportError, UsageError
from audit.model import Audit
from audit.reports import Page, Report, safe_path

FOR_PEOPLE: Final = ("full", "concise", "table")
"""Formats in the encoding of the terminal; all others are UTF-8 whatever the locale."""

_TINY: Final = 8
"""Bytes of a file that holds nothing: an empty list, a line feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sink:
    """A report and the file it goes to; no file is standard output."""

    report: Report
    file: str = ""

    def write(self, audit: Audit) -> None:
        """Write the report of *audit*; raise ReportError where it fails by itself."""
        deliver(self.report.id, lambda out: self._write(audit, out), self.file)

    def _write(self, audit: Audit, out: TextIO) -> None:
        try:
            self.report.write(audit, out)
        except (AuditError, OSError):
            raise
        except Exception as error:
            said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
            where = "(AUDIT_DEBUG=1 shows where)"
            raise ReportError(f"the report “{self.report.id}” failed: {said} {where}") from error


def sinks(form: str, files: Sequence[str], page: Page) -> list[Sink]:
    """Return the reports that were asked for; raise UsageError before any work is done."""
    found = [Sink(report=_report(form, page))]
    taken = _standard_output()
    for text in files:
        name, separator, file = text.partition("=")
        if not separator or not file:
            raise UsageError(f"-o {text}: not FORMAT=FILE, like sarif=audit.sarif")
        if file == "-":
            raise UsageError(f"-o {text}: standard output is for -f; write -f {name}")
        found.append(Sink(report=_report(name, page), file=file))
        same = _identity(file)
        if same in taken:
            raise UsageError(f"-o {text}: {taken[same]} goes to that file already")
        taken |= {same: f"-o {text}"} if same else {}
    _spare_documents(found, page.paths or (".",))
    return found


def _spare_documents(wanted: Sequence[Sink], paths: Sequence[str]) -> None:
    """Raise UsageError where a report would take the place of what lies below *paths*."""
    tops = [os.path.realpath(path) for path in paths]
    for sink in wanted:
        real = os.path.realpath(sink.file)
        inside = any(os.path.commonpath([top, real]) == top for top in tops)
        if sink.file and inside and not _is_report(real, sink.report.mark.encode()):
            said = f"-o {sink.report.id}={safe_path(sink.file)}"
            raise UsageError(f"{said}: is a document, and no older report; name another file")


def _is_report(file: str, mark: bytes) -> bool:
    """Tell whether *file* is not there, is nothing to speak of, or is a report with *mark*."""
    path = Path(file)
    if not path.is_file() or path.stat().st_size < _TINY:
        return True
    return mark in path.read_bytes()


Identity = tuple[object, ...]
"""What tells one file from another, however its path is spelled; empty for a device."""


def _identity(file: str) -> Identity:
    try:
        return _of(os.stat(file))  # noqa: PTH116  # a path may hold a lone surrogate
    except OSError:
        return ("path", os.path.realpath(file))


def _of(found: os.stat_result) -> Identity:
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else ()


def _standard_output() -> dict[Identity, str]:
    try:
        same = _of(os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError, AttributeError):  # no file at all, as in a test
        return {}
    return {same: "standard output"} if same else {}


def _report(name: str, page: Page) -> Report:
    from audit.registry import members

    known = members("audit.reports", Report)  # type: ignore[type-abstract]  # its members are concrete
    if name not in known:
        from audit.rules.mistakes import suggestion

        near = suggestion(name, known) or f"; there are {', '.join(known)}"
        raise UsageError(f"there is no format “{name}”{near}")
    return known[name](page)


def deliver(form: str, write: Callable[[TextIO], None], file: str = "") -> None:
    """Write to *file* or to standard output; a reader that went away is no error."""
    if file:
        with _file(file) as out:
            write(out)
        return
    with contextlib.suppress(AttributeError, ValueError):  # a stream that is not a text file
        _prepare(form)
    try:
        write(sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        hush()


def _prepare(form: str) -> None:
    if form in FOR_PEOPLE:
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    else:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]


@contextlib.contextmanager
def _file(name: str) -> Iterator[TextIO]:
    """Give a stream whose text becomes the file *name* when all of it is written."""
    path = Path(os.path.realpath(name))
    whole = not path.exists() or path.is_file()  # a device or a pipe cannot be replaced
    target = path.with_name(f".{path.name}.{os.getpid()}") if whole else path
    try:
        with target.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        if whole:
            target.replace(path)
    except OSError as error:
        raise AuditError(f"cannot write {safe_path(name)}: {error.strerror}") from None
    finally:
        if whole:
            target.unlink(missing_ok=True)
