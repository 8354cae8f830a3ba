"""The values of manifests: what was expected, what was seen, and the verdict on every file.

What is made once for every file is a tuple: a frozen dataclass costs as much as opening the file.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from audit.model import FileDigest

DigestFiles = Callable[[Sequence[str], Sequence[str]], Iterable[FileDigest]]
"""Digest every path by every algorithm, results in the order of the paths."""
DigestAgain = Callable[[FileDigest], FileDigest]
"""Read one file a second time, from the storage."""


digits: Final[Mapping[str, int]] = {
    "sha512": 128,
    "blake2b": 128,
    "sha3_512": 128,
    "sha384": 96,
    "sha256": 64,
    "blake2s": 64,
    "sha3_256": 64,
    "sha224": 56,
    "sha1": 40,
    "md5": 32,
}
"""Hexadecimal digits of a digest by its algorithm, strongest first."""


class Format(StrEnum):
    """How the lines of a manifest are written."""

    SUMS = "sums"
    """`HEX  NAME`, as sha256sum writes it; BSD and OpenSSL tag lines may stand between."""
    BAGIT = "bagit"
    HASHDEEP = "hashdeep"


class State(StrEnum):
    """What became of one file; every file has exactly one of these."""

    OK = "ok"
    MODIFIED = "modified"
    MOVED = "moved"
    MISSING = "missing"
    NEW = "new"
    UNREADABLE = "unreadable"


class Expected(NamedTuple):
    """One line of a manifest; *path* is relative to the root of the manifest, with `/` only."""

    path: str
    algorithm: str
    digest: str
    """Lower-case hexadecimal digits."""
    line: int
    """Counts from 1; for NUL-ended manifests it is the number of the record."""
    other: str = ""
    """The path that the same line means where another tool wrote it, or empty."""
    size: int = -1
    """Bytes, where the manifest tells; else -1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A manifest that was read; *remarks* say what a person must know of the reading."""

    path: str
    format: Format
    entries: Sequence[Expected]
    repeated: Sequence[str] = ()
    """Each line that says once more what another line has said, with its place."""
    remarks: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What lies under a root: paths relative to it, with `/` only, each list sorted."""

    files: Sequence[str]
    skipped: Mapping[str, str] = field(default_factory=dict)
    """Why something is not read, by its path: a link, a pipe, a device."""
    closed: Mapping[str, str] = field(default_factory=dict)
    """Why a folder could not be listed, by its path; `.` is the root."""
    left_out: Sequence[str] = ()
    """Files and folders that no manifest lists: manifests themselves and `.audit`."""


class Listed(NamedTuple):
    """One file as all manifests together expect it."""

    path: str
    other: str
    digests: Mapping[str, str]
    manifest: str
    line: int
    size: int = -1


class Verdict(NamedTuple):
    """What became of one file.

    *path* is where it is now (where it is missing: where it was), *listed* the path in the
    manifest or empty; *expected* and *found* are digests by *algorithm*, empty where unknown.
    """

    path: str
    state: State
    listed: str = ""
    algorithm: str = ""
    expected: str = ""
    found: str = ""
    manifest: str = ""
    line: int = 0
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The verdicts on all files, sorted by path, and what is wrong or notable beyond them.

    *failures* break the package itself (a wrong Payload-Oxum); *remarks* are only said.
    """

    verdicts: Sequence[Verdict]
    failures: Sequence[str] = ()
    remarks: Sequence[str] = ()

    def count(self, state: State) -> int:
        """Return how many files are in *state*."""
        return sum(verdict.state is state for verdict in self.verdicts)

    @property
    def listed(self) -> int:
        """Return how many files the manifests list."""
        return sum(bool(verdict.listed) for verdict in self.verdicts)

    @property
    def here(self) -> int:
        """Return how many files lie under the root, as far as it could be looked at."""
        gone = (State.MISSING,)
        return sum(verdict.state not in gone for verdict in self.verdicts)
