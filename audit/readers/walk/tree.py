"""Everything below a folder, without following one link."""

import os
import re
import stat
from collections import Counter
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from audit.model import Problem
from audit.readers.bounds.names import TOOLS

_kept: Final = ".audit"
"""Where audits keep what they know; not counted, like what they write: the first finds none."""
_rules: Final = frozenset(("audit.yml", "audit.yaml", "audit-baseline.jsonl"))
_bag: Final = re.compile(r"(?:tag)?manifest-[\w-]+\.txt|bagit\.txt|bag-info\.txt|fetch\.txt")
_surrogate: Final = re.compile(r"[\ud800-\udfff]|\\(?=x[0-9a-f]{2}|u[0-9a-f]{4})")
_kinds: Final = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def visible(name: str) -> str:
    r"""Return *name* with every byte that is not UTF-8 written `\xNN`; no two names become one."""
    return _surrogate.sub(_written, name) if not name.isascii() or "\\" in name else name


def _written(found: re.Match[str]) -> str:
    code = ord(found[0])
    byte = code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code  # noqa: PLR2004  # PEP 383
    return f"\\x{byte:02x}" if byte <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004  # one byte


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A plain file below the root."""

    path: str
    location: str
    size: int
    modified: int
    inode: int
    changed: int


@dataclass(slots=True, kw_only=True)
class Tree:
    """What was found below *root*; *inside* are the real places that links may lead to."""

    root: str
    inside: tuple[str, ...]
    closed: Callable[[str], bool]
    """Tells folders that nobody wants to look into."""
    ours: AbstractSet[str] = frozenset()
    """Where the files really are that the audit itself reads or writes."""
    files: list[Found] = field(default_factory=list)
    locations: dict[str, str] = field(default_factory=dict)
    """Where each plain file is, by its path."""
    tags: dict[str, str] = field(default_factory=dict)
    """Where each manifest and tag file of a BagIt package is, by its path: no documents."""
    scanned: set[str] = field(default_factory=set)
    """Folders with a file that was named itself, whose other files are in `locations`."""
    problems: list[Problem] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)

    def add_folder(self, location: str) -> None:
        """Add everything below the folder at *location*."""
        waiting = [location]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(folder) as entries:
                    listed = sorted(entries, key=_name)
            except OSError as error:
                self._fail(folder, f"the folder cannot be read: {_why(error)}")
                continue
            names = {entry.name for entry in listed}
            is_bag = "bagit.txt" in names
            waiting += [entry.path for entry in listed if self._take(entry, folder, is_bag=is_bag)]

    def add_file(self, location: str) -> None:
        """Add one file that was named itself, and the files beside it as possible sidecars."""
        real = os.path.realpath(location) if os.path.islink(location) else location  # noqa: PTH114
        try:
            status = os.stat(real, follow_symlinks=False)  # noqa: PTH116  # a string
            self._look_beside(os.path.dirname(location))  # noqa: PTH120  # a string
        except OSError as error:
            self._fail(location, f"cannot be read: {_why(error)}")
            return
        self._add(location, real, status)

    def _look_beside(self, folder: str) -> None:
        """Note where the plain files of *folder* are, once for all that are named in it."""
        if folder in self.scanned:
            return
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False):
                    self.locations.setdefault(self._path(entry.path), entry.path)
        self.scanned.add(folder)

    def _take(self, entry: "os.DirEntry[str]", folder: str, *, is_bag: bool) -> bool:
        """Add a file, note what is none, and return whether *entry* is a folder to look into."""
        if self._is_ours(entry.name, folder):
            return False
        try:
            if is_bag and _bag.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                self.tags[self._path(entry.path)] = entry.path
                self.skipped["manifests"] += 1
            elif entry.is_symlink():
                self._link(entry.path)
            elif entry.is_dir(follow_symlinks=False):
                return not self._is_closed(entry.path)
            else:
                self._add(entry.path, entry.path, entry.stat(follow_symlinks=False))
        except OSError as error:
            self._fail(entry.path, f"cannot be read: {_why(error)}")
        return False

    def _is_ours(self, name: str, folder: str) -> bool:
        reason = ""
        if name == _kept or self._is_written(name, folder):
            return True
        if name in TOOLS:
            reason = "kept by tools, not by people"
        elif folder == self.root and name in _rules:
            reason = "rules or baseline"
        if reason:
            self.skipped[reason] += 1
        return bool(reason)

    def _is_written(self, name: str, folder: str) -> bool:
        if not any(one.endswith(os.sep + name) for one in self.ours):
            return False
        return os.path.realpath(os.path.join(folder, name)) in self.ours  # noqa: PTH118  # strings

    def _is_closed(self, location: str) -> bool:
        is_closed = self.closed(self._path(location))
        self.skipped.update(["folders left out by the rules"] if is_closed else [])
        return is_closed

    def _add(self, location: str, real: str, status: os.stat_result) -> None:
        if not stat.S_ISREG(status.st_mode):
            kind = next((name for test, name in _kinds if test(status.st_mode)), "no plain file")
            self._fail(location, f"is {kind}, not a document")
            return
        path = self._path(location)
        self.locations[path] = real
        self.files.append(
            Found(
                path=path,
                location=real,
                size=status.st_size,
                modified=status.st_mtime_ns,
                inode=status.st_ino,
                changed=status.st_ctime_ns,
            )
        )

    def _link(self, location: str) -> None:
        """Count a link to something that is audited anyway; any other leaves the audit short."""
        target = visible(os.readlink(location))  # noqa: PTH115  # a string
        try:
            real = os.path.realpath(location, strict=True)
        except FileNotFoundError:
            self._fail(location, f"is a link to {target!r}, which does not exist")
        except OSError:
            self._fail(location, f"is a link to {target!r}, which leads round in a circle")
        else:
            if any(real == place or real.startswith(_below(place)) for place in self.inside):
                self.skipped["links within the folder"] += 1
            else:
                self._fail(location, f"is a link out of the folder, not followed: {target!r}")

    def _fail(self, location: str, message: str) -> None:
        self.problems.append(Problem(path=self._path(location), stage="walk", message=message))

    def _path(self, location: str) -> str:
        below = location[len(_below(self.root)) :] or "."
        return visible(below.replace(os.sep, "/") if os.sep != "/" else below)


def _below(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it vanished while the folder was read"
    return (error.strerror or type(error).__name__).lower()
