"""Write a manifest: every regular file of a folder, in a format that can carry every name."""

import contextlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from audit.errors import ManifestError, NothingToAudit, UsageError
from audit.manifests import bags
from audit.manifests.paths import encode_percent, escape, explicit
from audit.manifests.tree import walk
from audit.manifests.values import DigestFiles, Tree, digits


class Style(StrEnum):
    """How a manifest is written."""

    SUMS = "sums"
    BSD = "bsd"
    OPENSSL = "openssl"
    BAGIT = "bagit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A manifest before it is stored; *remarks* say what it does not list."""

    data: bytes
    files: int
    size: int
    """Bytes of all files."""
    remarks: Sequence[str] = ()


def _sum_line(path: str, _: str, digest: str) -> str:
    name = escape(path)
    return f"{'' if name == path else chr(92)}{digest}  {explicit(name)}\n"


def _bsd_line(path: str, algorithm: str, digest: str) -> str:
    name = escape(path)
    return f"{'' if name == path else chr(92)}{_tag(algorithm)} ({explicit(name)}) = {digest}\n"


def _openssl_line(path: str, algorithm: str, digest: str) -> str:
    if "\n" in path or "\r" in path:
        raise ManifestError(f"{path!r}: OpenSSL's lines cannot carry this name; use --style sums")
    return f"{_tag(algorithm)}({explicit(path)})= {digest}\n"


def _bag_line(path: str, _: str, digest: str) -> str:
    try:
        path.encode()
    except UnicodeEncodeError:
        reason = "the name is not UTF-8, which BagIt asks for; use --style sums"
        raise ManifestError(f"{path!r}: {reason}") from None
    return f"{digest}  {explicit(encode_percent(path))}\n"


def _tag(algorithm: str) -> str:
    return {"blake2b": "BLAKE2b", "blake2s": "BLAKE2s"}.get(
        algorithm, algorithm.upper().replace("_", "-")
    )


_line: Final[dict[Style, Callable[[str, str, str], str]]] = {
    Style.SUMS: _sum_line,
    Style.BSD: _bsd_line,
    Style.OPENSSL: _openssl_line,
    Style.BAGIT: _bag_line,
}


def manifest_text(listed: Iterable[tuple[str, str]], algorithm: str, style: Style) -> bytes:
    """Return a line for each path and digest of *listed*.

    Raise ManifestError for a name that *style* cannot carry.
    """
    line = _line[style]
    text = "".join(line(path, algorithm, digest) for path, digest in listed)
    return text.encode("utf-8", "surrogateescape")


def make_manifest(
    root: str, algorithm: str, style: Style, own: str, digest_files: DigestFiles
) -> Written:
    """Digest every regular file under *root*; *own* is the manifest's path, which it leaves out.

    With BagIt's style the manifests in *root* are left out too, and in a bag all but `data/`.
    Raise UsageError, ManifestError where a file cannot be read, NothingToAudit.
    """
    if algorithm not in digits:
        raise UsageError(f"the algorithm {algorithm!r} is not known: {', '.join(digits)}")
    if not Path(root).is_dir():
        raise UsageError(f"{root}: it is not a folder")
    tree = walk(root, _left_out(root, style, own))
    if tree.closed:
        raise ManifestError("\n".join(f"{path}: {why}" for path, why in tree.closed.items()))
    if not tree.files:
        raise NothingToAudit(f"{root}: there is no file to list")
    paths = [f"{root}/{path}" for path in tree.files]
    found = dict(zip(tree.files, digest_files(paths, [algorithm]), strict=True))
    if broken := [f"{path}: {each.error}" for path, each in found.items() if each.error]:
        raise ManifestError(
            "\n".join(["a manifest must list every file, so none is written", *broken])
        )
    listed = [(path, each.digests[algorithm]) for path, each in found.items()]
    return Written(
        data=_comment(tree, style) + manifest_text(listed, algorithm, style),
        files=len(found),
        size=sum(each.size for each in found.values()),
        remarks=[*_remarks(tree), *_stale(root, style)],
    )


def _left_out(root: str, style: Style, own: str) -> Callable[[str], bool]:
    outside = {os.path.relpath(Path(own).resolve(), Path(root).resolve())} if own else set()
    if style is not Style.BAGIT:
        return outside.__contains__
    if bags.declaration(root):
        return lambda path: not path.startswith("data/")
    return (outside | set(bags.manifest_names(root))).__contains__


def _comment(tree: Tree, style: Style) -> bytes:
    if style is not Style.SUMS or not _remarks(tree):
        return b""
    return b"# not listed: folders called .audit, links, and what is neither a file nor a folder\n"


def _remarks(tree: Tree) -> list[str]:
    folders = [path for path in tree.left_out if path.rpartition("/")[2] == ".audit"]
    return [
        *(f"{path!r}: not listed, {why}" for path, why in tree.skipped.items()),
        *(f"{path!r}: not listed, it holds a catalogue" for path in folders),
    ]


def _stale(root: str, style: Style) -> list[str]:
    if style is not Style.BAGIT:
        return []
    names = filter(bags.is_tag_manifest, bags.manifest_names(root))
    return [f"{name}: it speaks of the manifests before this one" for name in names]


def bag_manifest(root: str, algorithm: str) -> str:
    """Return the path that BagIt gives the manifest of *root* by *algorithm*."""
    return f"{root}/manifest-{algorithm.replace('_', '')}.txt"


def refuse_existing(path: str) -> None:
    """Raise UsageError where *path* exists, before hours of reading go into its replacement."""
    if os.path.lexists(path):
        raise UsageError(f"{path}: it exists already; --force replaces it")


def store(data: bytes, path: str, *, replace_it: bool) -> None:
    """Write *data* to *path* whole or not at all; raise UsageError where it exists already."""
    target = Path(path)
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not replace_it:
            # Taking the name fails where somebody has it, even since a moment ago.
            target.touch(exist_ok=False)
        part.replace(target)
    except FileExistsError:
        raise UsageError(f"{path}: it exists already; --force replaces it") from None
    except OSError as error:
        raise UsageError(f"{path}: it cannot be written: {error.strerror}") from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
