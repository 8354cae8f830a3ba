"""`audit manifest`: write a list of digests, and verify files against one."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TextIO

import typer

from audit.cli.options import Talk, command
from audit.cli.output import deliver
from audit.cli.progress import Watch, watched
from audit.model import FileDigest
from audit.reports import safe_path

if TYPE_CHECKING:
    from audit.manifests import Package, Verification

_SHOWN_EVERY: Final = 64  # files


class Lines(StrEnum):
    """The formats of a verification."""

    FULL = "full"
    CONCISE = "concise"
    JSONL = "jsonl"


class Style(StrEnum):
    """How the lines of a manifest are written; those of `audit.manifests`, loaded when needed."""

    SUMS = "sums"
    BSD = "bsd"
    OPENSSL = "openssl"
    BAGIT = "bagit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a manifest goes."""

    style: Annotated[Style, typer.Option(help="How the lines are written.")] = Style.SUMS
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file to write, - for standard output.")
    ] = ""
    force: Annotated[bool, typer.Option("--force", help="Replace a manifest that exists.")] = False

    def file(self, path: str, algorithm: str) -> str:
        """Return the file to write for the folder *path*, empty for standard output."""
        if not self.output and self.style is Style.BAGIT:
            from audit.manifests import bag_manifest

            return bag_manifest(path, algorithm)
        return "" if self.output == "-" else self.output


def register(app: typer.Typer) -> None:
    """Add the commands of this file to *app*."""
    group = typer.Typer(no_args_is_help=True, help="Write and verify lists of digests.")
    command(group, "write")(write)
    command(group, "verify")(verify)
    app.add_typer(group, name="manifest")


def write(
    target: Target,
    talk: Talk,
    path: Annotated[str, typer.Argument(help="The folder to list.")] = ".",
    algorithm: Annotated[
        str, typer.Option("--algorithm", "-a", help="sha256, sha512, blake2b, ... md5.")
    ] = "sha256",
) -> int:
    """List every file under PATH with its digest.

    BagIt manifests go beside the files (in a bag: they list data/), the others to standard output.
    """
    from audit import manifests

    file = target.file(path, algorithm)
    if file and not target.force:
        manifests.refuse_existing(file)
    with watched(talk) as watch:
        own = file or _redirected()
        style = manifests.Style(target.style)
        made = manifests.make_manifest(path, algorithm, style, own, _Reading(watch=watch))
    _say(made.remarks)
    if file:
        manifests.store(made.data, file, replace_it=target.force)
        _say([f"{file}: {made.files} files, {made.size} bytes"])
    else:
        sys.stdout.buffer.write(made.data)
    return 0


def verify(
    talk: Talk,
    manifest: Annotated[str, typer.Argument(help="A manifest, or a folder that has its own.")],
    path: Annotated[
        str, typer.Argument(help="The folder it speaks of; else the folder it lies in.")
    ] = "",
    form: Annotated[Lines, typer.Option("--format", "-f", help="What is printed.")] = Lines.FULL,
) -> int:
    """Tell for every file whether it is ok, modified, moved, missing, new or unreadable.

    Exit 0 where all are ok, 1 where any is not, 2 where one cannot be read or the manifest is bad.
    """
    from audit import manifests

    package = manifests.open_package(manifest, path)
    with watched(talk) as watch:
        verification = manifests.verify(package, _Reading(watch=watch), _again)
    deliver(form, lambda out: _tell(package, verification, form, out))
    return manifests.exit_code(verification)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Digests files and shows how far it is."""

    watch: Watch

    def __call__(self, paths: Sequence[str], names: Sequence[str]) -> Iterator[FileDigest]:
        from audit.fingerprints.digests import digest_files

        size = 0
        for number, found in enumerate(digest_files(paths, names)):
            size += found.size
            if number % _SHOWN_EVERY == 0:
                self.watch("reading", number, len(paths), size, 0)
            yield found


def _again(first: FileDigest) -> FileDigest:
    from audit.fingerprints.digests import confirm

    return confirm(first)[1]


def _tell(package: "Package", verification: "Verification", form: Lines, out: TextIO) -> None:
    from audit import manifests

    if form is Lines.JSONL:
        names = ", ".join(each.path for each in package.manifests)
        lines = manifests.json_lines(verification, {"root": package.root, "manifest": names})
    else:
        tell = manifests.full if form is Lines.FULL else manifests.concise
        lines = tell(verification, safe_path)
    out.writelines(f"{line}\n" for line in lines)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(f"audit: {safe_path(line)}\n")


def _redirected() -> str:
    """Return the file that standard output goes to: it must not list itself, half written."""
    try:
        if stat.S_ISREG(os.fstat(1).st_mode):
            return str(Path("/proc/self/fd/1").readlink())
    except OSError:
        pass
    return ""
