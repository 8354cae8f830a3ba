"""BagIt packages: the declaration, the manifests of a folder, and what RFC 8493 asks of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from audit.errors import ManifestError
from audit.manifests.lines import algorithm_named
from audit.manifests.paths import decode_percent, normal, refusal
from audit.manifests.reading import Dialect, bag_name, read_manifest
from audit.manifests.values import Manifest

_version: Final = re.compile(r"BagIt-Version: (\d{1,3})\.(\d{1,3})")
_encoding: Final = re.compile(r"Tag-File-Character-Encoding: (\S{1,40})")
_oxum: Final = re.compile(r"Payload-Oxum:[ \t]*(\d{1,20})\.(\d{1,20})[ \t]*", re.MULTILINE)
_fetch: Final = re.compile(r"\S{1,65536}[ \t]+(?:\d{1,20}|-)[ \t]+(.+)", re.DOTALL)
_shown: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What `bagit.txt` says."""

    version: tuple[int, int]
    encoding: str

    @property
    def dialect(self) -> Dialect:
        """Return how the manifests of this bag are to be read."""
        name = "utf-8" if self.encoding.lower() in ("utf-8", "utf8") else self.encoding
        return Dialect(encoding=name, encoded=self.version >= (1, 0))


undeclared: Final = Declaration(version=(1, 0), encoding="UTF-8")
"""How manifests beside the files are read where there is no `bagit.txt` (an open bag)."""


def declaration(root: str) -> Declaration | None:
    """Read `bagit.txt` in *root*, None where there is none; raise ManifestError where it is bad."""
    path = Path(root, "bagit.txt")
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            data = file.read(1000)
    except OSError as error:
        raise ManifestError(f"bagit.txt: it cannot be read: {error.strerror}") from None
    if data.startswith(b"\xef\xbb\xbf"):
        raise ManifestError("bagit.txt:1: a byte order mark is forbidden here")
    rows = re.split("\r\n|\r|\n", data.decode("utf-8", "replace").rstrip("\r\n"))
    version, encoding = (
        _version.fullmatch(rows[0]),
        _encoding.fullmatch(rows[1:2][0] if rows[1:] else ""),
    )
    if not version:
        raise ManifestError("bagit.txt:1: the line must be `BagIt-Version: M.N`, to the letter")
    if not encoding:
        raise ManifestError("bagit.txt:2: the line must be `Tag-File-Character-Encoding: NAME`")
    if len(rows) > 2:  # noqa: PLR2004  # the RFC says two lines
        raise ManifestError("bagit.txt:3: the file must have exactly two lines")
    return Declaration(version=(int(version[1]), int(version[2])), encoding=encoding[1])


def manifest_names(root: str) -> list[str]:
    """Return the names of BagIt's manifests in the folder *root*, sorted; raise ManifestError."""
    try:
        names = [path.name for path in Path(root).iterdir()]
    except OSError as error:
        raise ManifestError(f"{root}: the folder cannot be read: {error.strerror}") from None
    return sorted(name for name in names if bag_name.fullmatch(name))


def is_tag_manifest(name: str) -> bool:
    """Tell whether *name* is that of a manifest of tag files."""
    return name.startswith("tagmanifest-")


def read_all(root: str, names: Sequence[str], dialect: Dialect) -> tuple[list[Manifest], list[str]]:
    """Read the manifests *names* of *root*; those of unknown algorithms become remarks."""
    manifests, remarks = [], []
    for name in names:
        found = bag_name.fullmatch(name)
        if found and not algorithm_named(found[2]):
            remarks.append(f"{name}: not read, the algorithm {found[2]!r} is not known")
        else:
            manifests.append(read_manifest(f"{root}/{name}", name, dialect))
    return manifests, remarks


def failures(manifests: Sequence[Manifest], version: tuple[int, int]) -> list[str]:
    """Return how *manifests* break the rules of a bag, each with its place."""
    found = [*_misplaced(manifests)]
    if version >= (1, 0):
        found += [text for manifest in manifests for text in manifest.repeated]
        found += _unequal([each for each in manifests if not is_tag_manifest(each.path)])
    return found


def _misplaced(manifests: Sequence[Manifest]) -> Iterator[str]:
    for manifest in manifests:
        tags = is_tag_manifest(manifest.path)
        for entry in manifest.entries:
            place = f"{manifest.path}:{entry.line}: {entry.path!r}"
            if tags and is_tag_manifest(entry.path):
                yield f"{place} is a tag manifest, which no tag manifest may list"
            elif tags == entry.path.startswith("data/"):
                yield f"{place} is {'' if tags else 'not '}in data/"


def _unequal(manifests: Sequence[Manifest]) -> Iterator[str]:
    sets = [{entry.path for entry in manifest.entries} for manifest in manifests]
    everything = set().union(*sets)
    for manifest, paths in zip(manifests, sets, strict=True):
        for path in islice(sorted(everything - paths), _shown):
            yield f"{manifest.path}: {path!r} is not listed here, but in another manifest"


def fetched(root: str, dialect: Dialect) -> dict[str, int]:
    """Return the line of `fetch.txt` that promises a file, by its path; raise ManifestError."""
    promised = {}
    for number, row in enumerate(_tag_lines(root, "fetch.txt"), 1):
        if not row:
            continue
        found = _fetch.fullmatch(row)
        path = found[1] if found else ""
        path = decode_percent(path) if dialect.encoded else path
        if not found or refusal(path):
            reason = refusal(path) if found else "the line must be `URL LENGTH PATH`"
            raise ManifestError(f"fetch.txt:{number}: {reason}")
        promised[normal(path)] = number
    return promised


def payload_sum(root: str) -> tuple[int, int] | None:
    """Return the bytes and the files that `Payload-Oxum` in `bag-info.txt` tells, or None."""
    for row in _tag_lines(root, "bag-info.txt"):
        if found := _oxum.fullmatch(row):
            return int(found[1]), int(found[2])
    return None


def _tag_lines(root: str, name: str) -> list[str]:
    path = Path(root, name)
    if path.is_symlink() or not path.is_file():
        return []
    try:
        with path.open("rb") as file:
            return re.split("\r\n|\r|\n", file.read(1 << 26).decode("utf-8", "surrogateescape"))
    except OSError as error:
        raise ManifestError(f"{name}: it cannot be read: {error.strerror}") from None
