"""`audit diff`: what changed between two documents, word by word and by kind."""

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, TextIO

import typer

from audit.cli.options import Talk, command

if TYPE_CHECKING:
    from audit.diff.documents import Comparison, Opened
    from audit.model import Audit, ClaimRecord, Span
    from audit.reports import Page

FEW: Final = 2_000
"""Files of a folder that are audited unasked, to know its boilerplate."""


class Form(StrEnum):
    """For people, or one object a line."""

    FULL = "full"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Which boilerplate is left out."""

    within: Annotated[
        str,
        typer.Option(
            "--within",
            metavar="FOLDER",
            show_default=False,
            help="Fold the boilerplate of this collection; else of the folder that holds both "
            f"files, if it has no more than {FEW:,}.",
        ),
    ] = ""
    no_fold: Annotated[
        bool, typer.Option("--no-fold", show_default=False, help="Compare boilerplate too.")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the changes are shown."""

    everything: Annotated[
        bool,
        typer.Option("--all", show_default=False, help="Also layout, typography and encoding."),
    ] = False
    context: Annotated[
        int, typer.Option("--context", "-U", min=0, max=50, help="Words around a change.")
    ] = 5
    format: Annotated[Form, typer.Option("--format", "-f", help="How it is written.")] = Form.FULL
    mask_contacts: Annotated[
        bool, typer.Option("--mask-contacts", show_default=False, help="Hide mail addresses.")
    ] = False
    exit_code: Annotated[
        bool, typer.Option("--exit-code", show_default=False, help="Exit 1 if anything is shown.")
    ] = False


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(diff)


def diff(
    a: Annotated[str, typer.Argument(metavar="A", help="The earlier document.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The later document.")],
    fold: Fold,
    look: Look,
    talk: Talk,
) -> int:
    """Show what changed from A to B: numbers, dates, names, wording, moved passages."""
    from audit.cli.output import deliver
    from audit.diff.documents import open_document
    from audit.reports import Page

    page = Page(colour=talk.color.value, everything=look.everything)
    opened = open_document(a), open_document(b)
    known = Known(), Known()
    if not fold.no_fold:
        folder = _collection((a, b), fold.within, talk)
        known = _known(folder, opened, talk, asked=bool(fold.within))
    comparison = _compared(*opened, known)
    if look.mask_contacts:
        from audit.pipeline.hidden import hide_comparison

        comparison = hide_comparison(comparison)
    deliver(look.format.value, lambda out: _write(comparison, out, page, look))
    return int(look.exit_code and _differs(comparison, look))


def folds(audit: "Audit", path: str) -> tuple["Span", ...]:
    """Return where boilerplate stands in the document that *audit* calls *path*, in order."""
    from audit.model import Span

    places = [at for block in audit.boilerplate for at in block.places if at.path == path]
    return tuple(
        Span(start=at.start, end=at.end) for at in sorted(places, key=lambda at: (at.start, at.end))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one of the two documents before they are compared."""

    folded: tuple["Span", ...] = ()
    claims: tuple["ClaimRecord", ...] = ()
    audited: bool = False


def _compared(a: "Opened", b: "Opened", known: tuple[Known, Known]) -> "Comparison":
    from dataclasses import replace

    from audit.diff.documents import claim_changes, compare_documents
    from audit.examine.question import claims_of

    comparison = compare_documents(a, b, known[0].folded, known[1].folded)
    claims = [
        one.claims if one.audited else claims_of(opened.document)
        for one, opened in zip(known, (a, b), strict=True)
    ]
    return replace(comparison, claims=claim_changes(*claims))


def _known(
    folder: str, opened: tuple["Opened", "Opened"], talk: Talk, *, asked: bool
) -> tuple[Known, Known]:
    """Return what is folded in both; trouble in *folder* only stops what was *asked* for."""
    from audit.errors import AuditError

    a, b = (Known(folded=tuple(one.document.furniture)) for one in opened)
    if not folder:
        return a, b
    try:
        return _audited(folder, (a, b), (opened[0].path, opened[1].path), talk)
    except AuditError as error:
        if asked:
            raise
        _say(f"boilerplate is not folded: {error}", talk)
        return a, b


def _audited(
    folder: str, known: tuple[Known, Known], paths: tuple[str, str], talk: Talk
) -> tuple[Known, Known]:
    from audit import pipeline
    from audit.cli.progress import watched
    from audit.settings import Settings

    settings = Settings(paths=(folder,), catalogue=False)
    with watched(talk) as watch, pipeline.audited(settings, watch) as audit:
        watch.stop()
        return _with(known[0], audit, paths[0]), _with(known[1], audit, paths[1])


def _with(known: Known, audit: "Audit", path: str) -> Known:
    name = os.path.relpath(os.path.abspath(path), audit.run.root).replace(os.sep, "/")  # noqa: PTH100  # may hold a lone surrogate
    if all(document.path != name for document in audit.documents):
        return known
    return Known(
        folded=(*known.folded, *folds(audit, name)),
        claims=tuple(claim for claim in audit.claims if claim.path == name),
        audited=True,
    )


def _collection(paths: tuple[str, str], within: str, talk: Talk) -> str:
    """Return the folder whose boilerplate is folded, or nothing."""
    from audit.errors import UsageError

    files = [os.path.abspath(path) for path in paths]  # noqa: PTH100  # likewise
    if within:
        root = os.path.join(os.path.abspath(within), "")  # noqa: PTH100, PTH118  # likewise
        for path, file in zip(paths, files, strict=True):
            if not file.startswith(root):
                raise UsageError(f"--within {within}: {path} is not in it")
        return within
    folder = os.path.commonpath([os.path.dirname(file) for file in files])  # noqa: PTH120  # likewise
    if not _together(files, folder):
        _say("the two lie far apart: --within FOLDER folds boilerplate", talk)
        return ""
    if _few(folder):
        return folder
    _say(f"{folder} has over {FEW:,} files: --within FOLDER folds boilerplate", talk)
    return ""


def _together(files: list[str], folder: str) -> bool:
    """Tell whether *folder* may be the collection of both: one lies in it, or it is here."""
    if os.path.dirname(folder) == folder:  # noqa: PTH120  # may hold a lone surrogate
        return False
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118  # likewise
    inside = os.path.join(folder, "").startswith(here)  # noqa: PTH118  # likewise
    return inside or any(os.path.dirname(file) == folder for file in files)  # noqa: PTH120  # likewise


def _few(folder: str) -> bool:
    count = 0
    for _, folders, files in os.walk(folder):
        count += len(files) + len(folders)
        if count > FEW:
            return False
    return True


def _say(message: str, talk: Talk) -> None:
    from audit.reports import safe

    if not talk.quiet:
        sys.stderr.write(f"audit: {safe(message, line=True)}\n")


def _differs(comparison: "Comparison", look: Look) -> bool:
    from audit.diff import visible

    return bool(visible(comparison.diff, everything=look.everything))


def _write(comparison: "Comparison", out: TextIO, page: "Page", look: Look) -> None:
    if look.format is Form.JSONL:
        from audit.reports.changes import write_lines

        write_lines(comparison, out, everything=look.everything)
        return
    from audit.reports.terminal.changes import write
    from audit.reports.terminal.sheet import Sheet

    write(comparison, Sheet(out, page), look.context)
