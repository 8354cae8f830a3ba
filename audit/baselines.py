"""Baselines: findings that were there before; a file of one entry a line, sorted, without times.

An entry is keyed by what a finding is about, never by lines or dates, so that it stays true when
unrelated things change, merges line by line, and ends when the matter itself changes.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from audit.errors import AuditError
from audit.model import Finding

NAME: Final = "audit-baseline.jsonl"
"""What a baseline is called where nobody says otherwise."""

FORMAT: Final = 2
"""Grows when a key comes to mean something else; entries of another format know nothing."""

HEAD: Final = {"type": "baseline", "format": FORMAT}
_KEYS: Final = ("path", "rule", "key")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """One known finding; *path* is for people, *rule* and *key* are its identity."""

    path: str
    rule: str
    key: str


Known = Mapping[str, Entry]
"""Entries by their key, which holds the rule already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What the findings of a run have more and less than a baseline, sorted by path."""

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]


def read(path: str, data: bytes | None = None) -> Known:
    """Return the entries of the file at *path*, or in *data*; raise AuditError, with the line."""
    if data is None:
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            reason = f"baseline {path}: {error.strerror}; `audit baseline --accept-new` writes one"
            raise AuditError(reason) from None
    lines = data.splitlines()
    _check_head(path, lines[0] if lines else b"")
    entries = [_entry(path, number, line) for number, line in enumerate(lines[1:], 2)]
    return {entry.key: entry for entry in entries}


def _check_head(path: str, line: bytes) -> None:
    found = _object(line)
    if found == HEAD:
        return
    if isinstance(found, dict) and found.get("type") == "baseline":
        other = f"its keys are of another format than {FORMAT}"
        how = "delete it, then `audit baseline --accept-new` writes it anew"
        raise AuditError(f"baseline {path}:1: {other}; {how}")
    raise AuditError(f"baseline {path}:1: not a baseline; the first line is {_line(HEAD)}")


def write(path: str, entries: Iterable[Entry]) -> None:
    """Write *entries*, sorted, to the file at *path*, which is whole or as it was."""
    lines = [_line(HEAD), *(_line(_told(entry)) for entry in sorted(set(entries)))]
    target = Path(os.path.realpath(path))
    made = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        made.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
        made.replace(target)
    except OSError as error:
        raise AuditError(f"cannot write {path}: {error.strerror}") from None
    finally:
        made.unlink(missing_ok=True)


def entry_of(finding: Finding) -> Entry:
    """Return the entry that stands for *finding*."""
    return Entry(path=finding.location.path, rule=finding.rule, key=finding.key)


def difference(known: Known, findings: Iterable[Finding]) -> Difference:
    """Compare a baseline with *findings*; what a waiver excuses needs no entry."""
    found = {finding.key: entry_of(finding) for finding in findings if not finding.waived}
    return Difference(
        added=tuple(sorted(found[key] for key in found.keys() - known.keys())),
        removed=tuple(sorted(known[key] for key in known.keys() - found.keys())),
    )


def recognized(
    findings: Sequence[Finding], known: Known | None, *, complete: bool
) -> tuple[Sequence[Finding], list[str]]:
    """Return *findings* with those marked that are *known*, and what must be said of the rest."""
    if known is None:
        return findings, []
    marked = [replace(one, known=one.key in known and not one.waived) for one in findings]
    gone = len(difference(known, findings).removed)
    if not (gone and complete):
        return marked, []
    noun = "entry has" if gone == 1 else "entries have"
    said = f"{gone:,} {noun} no finding any more; `audit baseline --prune` takes them out"
    return marked, [f"baseline: {said}"]


def _entry(path: str, number: int, line: bytes) -> Entry:
    found = _object(line)
    if not isinstance(found, dict) or set(found) != set(_KEYS):
        raise AuditError(f"baseline {path}:{number}: not an entry with {', '.join(_KEYS)}")
    if not all(isinstance(value, str) for value in found.values()):
        raise AuditError(f"baseline {path}:{number}: every value of an entry is a text")
    return Entry(**found)


def _object(line: bytes) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _told(entry: Entry) -> dict[str, object]:
    return {"path": entry.path, "rule": entry.rule, "key": entry.key}


def _line(value: Mapping[str, object]) -> str:
    # In ASCII: a name may hold anything, and no reader must disagree about where a line ends.
    return json.dumps(value, separators=(",", ":"))
