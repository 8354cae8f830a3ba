"""Propose rules for a collection, from what an audit of it saw."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from audit.model import Audit, DocumentRecord, Severity
from audit.rules import packs
from audit.rules.mistakes import shown

SCHEMA: Final = ".audit/schema.json"
"""Where editors find the schema: beside the catalogue, made anew at will."""

_TEXTS: Final = ("read", "short", "empty")
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,10}")
_BLOCKS: Final = 5
_COLUMN: Final = 40
_WEB: Final = ("url", "captured")


def propose(audit: Audit) -> str:
    """Return the text of a rules file, with a comment for everything that was seen."""
    documents = list(audit.documents)
    parts = [_head(len(documents)), _pack(audit, documents), _documents(documents)]
    parts += [_boilerplate(audit), _rules(audit)]
    return "\n".join("\n".join(part) + "\n" for part in parts)


def _head(count: int) -> list[str]:
    return [
        f"# yaml-language-server: $schema={SCHEMA}",
        f"# Written by `audit init`, which saw {count:,} documents. Change what is not right.",
        "# `audit check` asks these rules, `audit rules list` shows all of them,",
        "# `audit explain RULE` says what one means, `audit rules test` tries your own.",
        f"# `audit rules schema > {SCHEMA}` renews what your editor knows.",
        "audit: 1",
    ]


def _pack(audit: Audit, documents: Sequence[DocumentRecord]) -> list[str]:
    pages = {one.path for one in documents if one.media_type == "text/html"}
    pages |= {claim.path for claim in audit.claims if claim.chosen and claim.property in _WEB}
    web = 2 * len(pages) >= len(documents)
    chosen = "web-captures" if web else "archive"
    others = ", ".join(name for name in packs() if name != chosen)
    seen = f"# saved web pages among them: {len(pages):,}; other packs: {others}"
    return [seen, f"extends: [audit:{chosen}]"]


def _documents(documents: Sequence[DocumentRecord]) -> list[str]:
    texts = Counter(_suffix(one) for one in documents if one.state in _TEXTS)
    others = Counter(_suffix(one) for one in documents if one.state not in _TEXTS)
    lines = ["# Which files are documents; everything else is left alone.", "documents:"]
    if "" in texts or not texts:
        return [*lines, '  include: ["**"]']
    lines += [f"  # {_counted(texts)}", f"  include: [{', '.join(_globs(texts))}]"]
    only = Counter({suffix: number for suffix, number in others.items() if suffix not in texts})
    if only:
        lines.append(f"  # not texts, of which only digests can be kept: {_counted(only)}")
    return lines


def _suffix(one: DocumentRecord) -> str:
    suffix = PurePosixPath(one.path).suffix
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def _globs(suffixes: Counter[str]) -> Iterator[str]:
    yield from (f'"**/*{suffix}"' for suffix in sorted(suffixes))


def _counted(suffixes: Counter[str]) -> str:
    ranked = sorted(suffixes.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{number:,} {suffix or 'without a suffix'}" for suffix, number in ranked)


def _boilerplate(audit: Audit) -> list[str]:
    blocks = sorted(audit.boilerplate, key=lambda one: (-len(one.places), -one.words, one.block))
    if not blocks:
        return ["# Files whose text is known to repeat; nothing repeats here yet.", _DECLARED]
    lines = [
        "# Text that several documents share. `audit boilerplate` shows all of it; save what is"
    ]
    lines += ["# no document's own in a file, and name the file below: comparisons leave it out."]
    for one in blocks[:_BLOCKS]:
        documents = len({place.path for place in one.places})
        opening = shown(" ".join(one.text[:400].split()), 50)
        lines.append(f"#   {one.words:,} words in {documents:,} documents: “{opening}”")
    lines += [f"#   and {len(blocks) - _BLOCKS:,} more"] if len(blocks) > _BLOCKS else []
    return [*lines, _DECLARED]


_DECLARED: Final = "# boilerplate: [known-text/*.txt]"


def _rules(audit: Audit) -> list[str]:
    found = Counter(finding.rule for finding in audit.findings)
    severities = {rule.id: rule.severity for rule in audit.rules}
    lines = ["# Rules that found something: as they are now; `off` turns one off."]
    if not found:
        return ["# No rule found anything. Your own go here.", "# rules:"]
    lines += ["rules:"]
    for name in sorted(found, key=lambda name: (_RANKS.index(severities[name]), name)):
        noun = "finding" if found[name] == 1 else "findings"
        lines.append(f"{f'  {name}: {severities[name]}':<{_COLUMN}}# {found[name]:,} {noun}")
    return lines


_RANKS: Final = tuple(Severity)
