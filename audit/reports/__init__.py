"""Reports: a finished audit in one format. One format a file.

A report reads the values of `model` and writes text; it never changes a finding and never asks
the engine anything. Machine formats keep true values; formats for people show every control,
escape and bidi character as something visible (`audit.reports.safe` is that border).
"""

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, ClassVar, Final, TextIO

from audit.model import Audit, Finding, Location, Relation, RuleRecord, Run, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a person wants to see a report; machine formats need none of it."""

    width: int = 0
    """Columns; 0: as wide as the terminal."""
    terminal: bool | None = None
    """Whether a terminal shows it; None: ask the stream."""
    colour: str = "auto"
    """`auto`, `always` or `never`."""
    limit: int | None = None
    """Rows of a table; 0: all; None: 20 on a terminal, all elsewhere."""
    everything: bool = False
    """Also show what is said but not accused: shared boilerplate."""
    command: str = "audit check"
    """The command that was given, to be repeated for the rest."""
    paths: tuple[str, ...] = ()
    """The paths that were given."""
    fail_on: Severity = Severity.ERROR
    statistics: bool = False
    """One row a rule instead of the findings."""
    waived: bool = False
    """Also the findings that a waiver or the baseline excuses."""


PAGE: Final = Page()


class Report(ABC):
    """One format."""

    id: ClassVar[str]
    mark: ClassVar[str] = ""
    """What stands in every report of this format, and in hardly anything else."""

    def __init__(self, page: Page = PAGE) -> None:
        self.page = page

    @abstractmethod
    def write(self, audit: Audit, out: TextIO) -> None:
        """Write the whole report to *out*, ended by a line feed."""


# Controls, escapes, bidi controls, invisible fillers, tags, noncharacters, lone surrogates.
_HIDDEN: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_IN_TEXT: Final = re.compile(f"[{_HIDDEN}]")
_IN_LINE: Final = re.compile(f"[{_HIDDEN}\t\n]")
_IN_PATH: Final = re.compile(f"[{_HIDDEN}\t\n\xad\u200c\u200d\u2000-\u200a\u00a0\u3000]")
_NAMES: Final = {"\n": r"\n", "\t": r"\t", "\r": r"\r"}


def safe(text: str, *, line: bool = False) -> str:
    r"""Return *text* with every control, escape and bidi character made visible, like `\x1b`.

    Joiners stay, because Persian, Indic scripts and emoji need them. Line feeds and tabs stay
    too, unless *line* asks for a text that keeps to one line.
    """
    return (_IN_LINE if line else _IN_TEXT).sub(_visible, text)


def safe_path(path: str) -> str:
    """Return *path* as `safe` does, on one line, with joiners and odd spaces visible as well.

    A path that would begin a line with `::`, a command to some CI systems, begins with `./`.
    """
    shown = _IN_PATH.sub(_visible, path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _NAMES:
        return _NAMES[character]
    if code <= 0xFF:  # noqa: PLR2004  # the last code that two digits can write
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004  # four digits


def from_here(run: Run, path: str) -> str:
    """Return *path* as CI systems want it: from the directory the run was started in."""
    joined = PurePath(run.root, path)
    if joined.is_absolute() and joined.is_relative_to(Path.cwd()):
        joined = joined.relative_to(Path.cwd())
    return joined.as_posix()


def uri(path: str) -> str:
    """Return *path* as a relative URI, percent-encoded from its bytes."""
    from urllib.parse import quote

    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    return quote(data, safe="/~")


def to_json(value: Any) -> str:
    r"""Return *value* as JSON on one line, true to the last character.

    What no terminal should get is written `\u009b`, which every JSON parser reads back. JSON in
    UTF-8 cannot hold a lone surrogate: an object that has one is written in ASCII.
    """
    import msgspec

    try:
        encoded = msgspec.json.encode(value).decode()
        return encoded if encoded.isascii() else _IN_TEXT.sub(_escaped, encoded)
    except UnicodeEncodeError:
        import json

        return json.dumps(msgspec.to_builtins(value), separators=(",", ":"))


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def place(location: Location) -> str:
    """Return `path:line:column`, safe to print."""
    return f"{safe_path(location.path)}:{location.line}:{location.column}"


_RANKS: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2, Severity.OFF: 3}


def standing(findings: Iterable[Finding], *, excused: bool = False) -> list[Finding]:
    """Return the findings, worst first, each document in one piece.

    Those that a waiver or the baseline excuses only if *excused*.
    """
    found = [finding for finding in findings if excused or finding.counts]
    worst: dict[str, int] = {}
    for finding in found:
        path, rank = finding.location.path, _RANKS[finding.severity]
        worst[path] = min(rank, worst.get(path, rank))
    return sorted(found, key=lambda finding: (worst[finding.location.path], *_order(finding)))


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that nothing excuses, every error before every warning."""
    return sorted(standing(findings), key=lambda finding: _RANKS[finding.severity])


def _order(finding: Finding) -> tuple[str, int, int, int, str, str, str]:
    at = finding.location
    rank = _RANKS[finding.severity]
    return at.path, rank, at.line, at.column, finding.rule, finding.message, finding.key


def advised(audit: Audit) -> list[RuleRecord]:
    """Return the rules whose findings count and that say what to do, the worst finding first."""
    rules = {rule.id: rule for rule in audit.rules if rule.help}
    found = dict.fromkeys(finding.rule for finding in by_severity(audit.findings))
    return [rules[name] for name in found if name in rules]


def excuse(finding: Finding) -> str:
    """Return why *finding* does not count, or nothing."""
    if finding.waived:
        return f"waived: {finding.waived}"
    return "known to the baseline" if finding.known else ""


def total(audit: Audit) -> str:
    """Return the one line that counts findings, waivers and problems."""
    counts = Counter(finding.severity for finding in audit.findings if finding.counts)
    waived = sum(1 for finding in audit.findings if finding.waived)
    known = sum(1 for finding in audit.findings if finding.known)
    said = [_count(counts[severity], severity.value) for severity in _RANKS if counts[severity]]
    parts = [", ".join(said) or "no findings"]
    parts += [f"{waived:,} waived"] if waived else []
    parts += [f"{known:,} known"] if known else []
    parts += [_count(len(audit.problems), "problem")] if audit.problems else []
    return "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


_STATES: Final = {
    "short": "short",
    "empty": "empty",
    "fixity-only": "fixity_only",
    "unreadable": "unreadable",
}
_CLAIMED: Final = ("title", "publisher", "creator", "issued", "rights")
COUNTS: Final = (
    *("documents", *_STATES.values(), "bytes", "words", "boilerplate_words", "blocks"),
    *(relation.value for relation in Relation),
)
"""What a summary tells of texts; a run that counts it itself saves reports from counting."""
ORIGINS: Final = (*(f"with_{name}" for name in _CLAIMED), "conflicts")
"""Documents that have a value for a property, and those whose claims contradict each other."""


def tally(audit: Audit) -> Mapping[str, int]:
    """Return every count of `COUNTS` and `ORIGINS`: the run's own, else counted one by one."""
    known = audit.run.counts
    texts = {} if all(name in known for name in COUNTS) else _texts(audit)
    origins = {} if all(name in known for name in ORIGINS) else _origins(audit)
    return {**dict.fromkeys((*COUNTS, *ORIGINS), 0), **texts, **origins, **known}


def _texts(audit: Audit) -> Mapping[str, int]:
    counts = Counter(pair.relation.value for pair in audit.pairs)
    for document in audit.documents:
        counts["documents"] += 1
        counts[_STATES.get(document.state, "read")] += 1
        counts["bytes"] += document.size
        counts["words"] += document.words
        counts["boilerplate_words"] += round(document.words * document.boilerplate_share)
    counts["blocks"] = sum(1 for _ in audit.boilerplate)
    return counts


def _origins(audit: Audit) -> Mapping[str, int]:
    chosen = set()
    conflicts = set()
    for claim in audit.claims:
        if claim.chosen and claim.property in _CLAIMED:
            chosen.add((claim.property, claim.path))
        if claim.conflict:
            conflicts.add(claim.path)
    return {**Counter(f"with_{name}" for name, _ in chosen), "conflicts": len(conflicts)}
