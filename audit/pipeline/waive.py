"""Waive one finding: an entry in the rules file that ends on a day, or when a document changes."""

import datetime as dt
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.errors import RuleError, UsageError
from audit.globs import matcher
from audit.model import Audit, Finding, Waiver
from audit.rules import find, parse
from audit.rules.append import START, entry, with_waiver
from audit.rules.mistakes import suggestion
from audit.rules.packs import NAME
from audit.settings import Settings
from audit.waivers import excuses

_WILD: Final = re.compile(r"[*?\[\]{}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """What a person says to a finding."""

    key: str
    reason: str
    until: dt.date
    by: str = ""


def named(audit: Audit, key: str) -> Finding:
    """Return the finding with the fingerprint *key*; raise UsageError where there is none."""
    found = {finding.key: finding for finding in audit.findings}
    if key not in found:
        near = suggestion(key, found)
        raise UsageError(f"no finding has the fingerprint “{key}”{near or '; see `-f jsonl`'}")
    return found[key]


def waiver_of(audit: Audit, excuse: Excuse) -> Waiver:
    """Return the waiver that *excuse* makes; raise UsageError where it makes no sense."""
    finding = named(audit, excuse.key)
    if finding.waived:
        raise UsageError(f"{excuse.key} is waived already: {finding.waived}")
    if excuse.until < dt.date.fromisoformat(audit.run.today):
        raise UsageError(f"--until {excuse.until}: that day has passed")
    if not excuse.reason.strip():
        raise UsageError("--reason is empty; say why the finding is right and may stay")
    paths = {place.path for place in (finding.location, *finding.related)}
    digests = {one.sha256 for one in audit.documents if one.path in paths and one.sha256}
    return Waiver(
        rule=finding.rule,
        key=finding.key,
        paths=_globs(sorted(paths)),
        digests=tuple(sorted(digests)),
        reason=excuse.reason,
        until=excuse.until,
        by=excuse.by,
    )


def rules_file(settings: Settings) -> str:
    """Return the rules file that is in force; `audit.yml` here where there is none.

    Raise UsageError where a file here would not be in force.
    """
    found = settings.config or find(settings.paths[0])
    if found:
        return found
    here = Path.cwd()
    if not Path(settings.paths[0]).absolute().is_relative_to(here):
        raise UsageError(f"no {NAME} is in force for {settings.paths[0]}; see `audit init`")
    return str(here / NAME)


def write(file: str, waiver: Waiver, finding: Finding) -> list[str]:
    """Add *waiver* to the rules *file* and return its lines; the rest stays byte for byte.

    Raise RuleError where the result would not be what it was and this waiver.
    """
    path = Path(file)
    text = path.read_bytes().decode("utf-8") if path.exists() else START
    made = with_waiver(text, waiver)
    rules = parse(made.encode(), name=file, base=str(path.absolute().parent))
    if not excuses(rules.waivers[-1], finding):
        raise RuleError(f"{file}: such a waiver would not excuse {finding.key}; nothing is written")
    target = Path(os.path.realpath(path))
    new = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        new.write_bytes(made.encode())
        if target.exists():
            shutil.copymode(target, new)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
    return entry(waiver)


def _globs(paths: list[str]) -> tuple[str, ...]:
    """Return globs that fit these paths only; none where a path is too odd for a glob."""
    globs = tuple(_WILD.sub(lambda sign: f"[{sign[0]}]", path) for path in paths)
    try:
        fits = matcher(globs)
    except ValueError:
        return ()
    return globs if all(map(fits, paths)) else ()
