"""Git, asked with its plumbing: what a commit held and what differs from it; no checkout, ever."""

import os
import subprocess
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from audit.errors import AuditError

SHORT: Final = 10
"""Digits of a commit as people see it."""

_OPTIONS: Final = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
"""A repository under review must not name a programme to run."""

_DROPPED: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What a hook of git sets; it is meant for git at the top of the work tree."""

_FILES: Final = (b"100644", b"100755")
_DEEPER: Final = "this clone is shallow; fetch all of it (`fetch-depth: 0` in actions/checkout)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """The work tree around *folder*; paths are relative to *folder*, bytes as git knows them."""

    folder: str
    top: str
    """The top of the work tree, absolute, without links."""

    def commit(self, ref: str) -> str:
        """Return the commit that *ref* names; raise AuditError where there is none."""
        if not ref.startswith("-"):
            found = self._ask("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
            if found is not None:
                return found.decode().strip()
        raise AuditError(f"{_said(ref)} names no commit here{self._why()}")

    def base(self, ref: str) -> str:
        """Return the commit where this work and *ref* parted; raise AuditError without one."""
        found = self._ask("merge-base", self.commit(ref), self.commit("HEAD"))
        if found is None:
            raise AuditError(f"{_said(ref)} and HEAD have no commit in common{self._why()}")
        return found.decode().split()[0]

    def held(self, commit: str, *, whole: bool = False) -> frozenset[bytes]:
        """Return the paths that *commit* holds below the folder, or in the *whole* tree."""
        listed = self._read("ls-tree", "-r", "-z", "--name-only", *_whole(whole), commit)
        return frozenset(listed.split(b"\0")) - {b""}

    def changed(self, commit: str) -> frozenset[bytes]:
        """Return the paths below the folder whose content is not that of *commit*, gone ones too.

        What git does not know yet is not among them; see `held`.
        """
        options = ("--name-only", "-z", "--relative", "--no-renames", "--no-ext-diff")
        listed = self._read("diff", *options, "--no-textconv", "--ignore-submodules", commit, "--")
        return frozenset(listed.split(b"\0")) - {b""}

    def tracks(self, path: str) -> bool:
        """Tell whether git keeps the file at *path*, in a submodule too, by whatever name.

        Where case does not count, and through links, a file has many.
        """
        state = _state(os.fsencode(path))
        if state is None:
            return False
        options = ("-z", "--full-name", "--recurse-submodules")
        listed = self._read("ls-files", *options, "--", self.top).split(b"\0")
        top = os.fsencode(self.top)
        return any(_state(os.path.join(top, name)) == state for name in listed)  # noqa: PTH118  # bytes

    def content(self, commit: str, path: str) -> bytes | None:
        """Return the file at *path*, from the top, in *commit*; None where none is there."""
        entry = self._read("ls-tree", "-z", "--full-tree", commit, "--", path)
        mode, _, rest = entry.partition(b" ")
        if mode not in _FILES:
            return None
        return self._read("cat-file", "blob", rest.partition(b" ")[2].partition(b"\t")[0].decode())

    def contents(self, commit: str, paths: Collection[str]) -> Mapping[str, bytes]:
        """Return the files of *commit* at *paths*, from the top, with two questions for all."""
        wanted = {os.fsencode(path): path for path in paths}
        if not wanted:
            return {}
        found = {}
        for entry in self._read("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
            head, _, path = entry.partition(b"\t")
            mode, _, rest = head.partition(b" ")
            if path in wanted and mode in _FILES:
                found[wanted[path]] = rest.partition(b" ")[2]
        asked = b"".join(name + b"\n" for name in found.values())
        answer = self._read("cat-file", "--batch", given=asked)
        return dict(zip(found, _blobs(answer), strict=True))

    def _why(self) -> str:
        shallow = self._ask("rev-parse", "--is-shallow-repository")
        return f": {_DEEPER}" if shallow == b"true\n" else ""

    def _ask(self, *arguments: str) -> bytes | None:
        done = _git(self.folder, *arguments)
        return None if done.returncode else done.stdout

    def _read(self, *arguments: str, given: bytes = b"") -> bytes:
        done = _git(self.folder, *arguments, given=given)
        if done.returncode:
            raise AuditError(f"git {arguments[0]} failed: {_first(done.stderr)}")
        return done.stdout


def repository(folder: str, asker: str) -> Repository:
    """Return the repository around *folder*; raise AuditError, for the option *asker*."""
    if not os.path.isdir(folder):  # noqa: PTH112  # a path may hold a lone surrogate
        raise AuditError(f"{_said(folder)} does not exist")
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        reason = _first(done.stderr)
        if "not a git repository" in reason:
            reason = f"{_said(folder)} is in no git repository"
        raise AuditError(f"{asker}: {reason}")
    return Repository(folder=folder, top=os.fsdecode(done.stdout).removesuffix("\n"))


def _blobs(answer: bytes) -> Iterator[bytes]:
    """Yield each content of what `cat-file --batch` says: a line that ends in its size, and it."""
    at = 0
    while at < len(answer):
        start = answer.index(b"\n", at) + 1
        size = int(answer[at:start].rpartition(b" ")[2])
        yield answer[start : start + size]
        at = start + size + 1


def _git(folder: str, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {key: value for key, value in os.environ.items() if key not in _DROPPED}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    environment |= {"GIT_LITERAL_PATHSPECS": "1"}
    try:
        return subprocess.run(  # noqa: S603  # a fixed programme, and no shell
            ["git", *_OPTIONS, *arguments],  # noqa: S607  # the one on the path is the user's
            cwd=folder,
            env=environment,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise AuditError("git is not installed here") from None


def _state(path: bytes) -> tuple[int, int] | None:
    """Return what tells the file at *path* from every other, None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116  # bytes
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _whole(whole: bool) -> tuple[str, ...]:
    return ("--full-tree",) if whole else ()


def _first(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "it said nothing"


def _said(name: str) -> str:
    return f"“{name}”"
