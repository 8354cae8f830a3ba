"""`audit manifest`: write a list of digests, and verify files against one."""

import os
import stat
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from audit import manifests
from audit.manifests import Package, Style, Verification
from audit.model import FileDigest


class Lines(StrEnum):
    """The formats of a verification."""

    FULL = "full"
    CONCISE = "concise"
    JSONL = "jsonl"


def register(app: typer.Typer) -> None:
    """Add the commands of this file to *app*."""
    group = typer.Typer(no_args_is_help=True, help="Write and verify lists of digests.")
    group.command("write")(write)
    group.command("verify")(verify)
    app.add_typer(group, name="manifest")


def write(
    path: Annotated[str, typer.Argument(help="The folder to list.")] = ".",
    algorithm: Annotated[
        str, typer.Option("--algorithm", "-a", help="sha256, sha512, blake2b, ... md5.")
    ] = "sha256",
    style: Annotated[Style, typer.Option(help="How the lines are written.")] = Style.SUMS,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file to write, - for standard output.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace a manifest that exists.")] = False,
) -> None:
    """List every file under PATH with its digest.

    BagIt manifests go beside the files (in a bag: they list data/), the others to standard output.
    """
    if not output and style is Style.BAGIT:
        output = manifests.bag_manifest(path, algorithm)
    printed = output in ("", "-")
    own = _redirected() if printed else output
    if not printed and not force:
        manifests.refuse_existing(output)
    made = manifests.make_manifest(path, algorithm, style, own, _digest_files)
    _say(made.remarks)
    if printed:
        sys.stdout.buffer.write(made.data)
    else:
        manifests.store(made.data, output, replace_it=force)
        _say([f"{output}: {made.files} files, {made.size} bytes"])


def verify(
    manifest: Annotated[str, typer.Argument(help="A manifest, or a folder that has its own.")],
    path: Annotated[
        str, typer.Argument(help="The folder it speaks of; else the folder it lies in.")
    ] = "",
    form: Annotated[Lines, typer.Option("--format", "-f", help="What is printed.")] = Lines.FULL,
) -> None:
    """Tell for every file whether it is ok, modified, moved, missing, new or unreadable.

    Exit 0 where all are ok, 1 where any is not, 2 where one cannot be read or the manifest is bad.
    """
    package = manifests.open_package(manifest, path)
    verification = manifests.verify(package, _digest_files, _digest_again)
    for line in _told(package, verification, form):
        sys.stdout.write(f"{line}\n")
    raise typer.Exit(manifests.exit_code(verification))


def _told(package: Package, verification: Verification, form: Lines) -> Iterable[str]:
    from audit.reports import safe_path

    if form is Lines.JSONL:
        names = ", ".join(each.path for each in package.manifests)
        return manifests.json_lines(verification, {"root": package.root, "manifest": names})
    tell = manifests.full if form is Lines.FULL else manifests.concise
    return tell(verification, safe_path)


def _say(lines: Iterable[str]) -> None:
    from audit.reports import safe_path

    for line in lines:
        sys.stderr.write(f"{safe_path(line)}\n")


def _digest_files(paths: Iterable[str], names: Iterable[str]) -> Iterable[FileDigest]:
    from audit.fingerprints.digests import digest_files

    return digest_files(list(paths), list(names))


def _digest_again(first: FileDigest) -> FileDigest:
    from audit.fingerprints.digests import confirm

    return confirm(first)[1]


def _redirected() -> str:
    """Return the file that standard output goes to: it must not list itself, half written."""
    try:
        if stat.S_ISREG(os.fstat(1).st_mode):
            return str(Path("/proc/self/fd/1").readlink())
    except OSError:
        pass
    return ""
