"""Two documents side by side: what they state, what changed, where, and what was folded."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from audit.diff import NUMBERS, QUIET, QUOTATION, Hunk, Kind, visible
from audit.diff.documents import ClaimChange, Comparison, Statement
from audit.reports import safe_path
from audit.reports.terminal.sheet import Part, Sheet
from audit.reports.terminal.words import several

CONTEXT: Final = 5
"""Words shown before and after a change."""
LONG: Final = 240
"""Characters of a change that are shown on a terminal; elsewhere all of them are."""

_PLURALS: Final = {
    Kind.LAYOUT: "layout",
    Kind.TYPOGRAPHY: "typography",
    Kind.ENCODING: "encoding",
    Kind.CASE: "case",
    Kind.PUNCTUATION: "punctuation",
    Kind.SPELLING: "spelling",
    Kind.WORDING: "wording",
    Kind.MOVED: "moved",
}
_REMOVED: Final = "yellow"
_ADDED: Final = "cyan"
_BREAK: Final = re.compile(r"\n[^\S\n]*+\n")
_REACH: Final = 40
"""Characters of context a word that are looked at."""


def write(comparison: Comparison, sheet: Sheet, context: int = CONTEXT) -> None:
    """Write the comparison; *context* words stand before and after every change."""
    paths = safe_path(comparison.a.path), safe_path(comparison.b.path)
    sheet.wrap((f"{paths[0]} -> {paths[1]}", "bold"))
    for line in _summary(comparison, everything=sheet.page.everything):
        sheet.wrap(line)
    for change in comparison.claims:
        sheet.wrap((f"  {change.property:<12} ", "quiet"), *_claim(change))
    shown = visible(comparison.diff, everything=sheet.page.everything)
    drawn = _Drawn(comparison, sheet, context)
    digits = len(str(len(shown)))
    for number, hunk in enumerate(shown, 1):
        place = f" {number:>{digits}}  {_lines(hunk):<10}  "
        sheet.wrap((place, "quiet"), (f"{_label(hunk):<12} ", "bold"), *drawn.parts(hunk))
    for line in _notes(comparison):
        sheet.wrap((line, "quiet"))


class _Drawn:
    """How the hunks of one comparison are written."""

    def __init__(self, comparison: Comparison, sheet: Sheet, context: int) -> None:
        self.texts = comparison.a.document.text, comparison.b.document.text
        self.long = LONG if sheet.terminal else 0
        self.context = context

    def parts(self, hunk: Hunk) -> Iterator[Part]:
        """Yield the parts of the line about *hunk*."""
        if hunk.kind is Kind.MOVED:
            words = several(len(hunk.before.split()), "word")
            yield f'{words}: "{self._cut(_flat(hunk.before))}"'
            return
        text, start, end = self._side(hunk)
        changed = text[start:end]
        quiet = hunk.kind in QUIET
        yield self._before(text, start) + (" " if changed[:1].isspace() and not quiet else "")
        if hunk.before:
            yield f"[-{self._cut(_shown(hunk, hunk.before))}-]", _REMOVED
        if hunk.after:
            yield f"{{+{self._cut(_shown(hunk, hunk.after))}+}}", _ADDED
        yield (" " if changed[-1:].isspace() and not quiet else "") + self._after(text, end)

    def _side(self, hunk: Hunk) -> tuple[str, int, int]:
        """Return the text whose words stand around: that of A, of B for what was put in."""
        if hunk.before:
            return self.texts[0], hunk.a_start, hunk.a_end
        return self.texts[1], hunk.b_start, hunk.b_end

    def _before(self, text: str, start: int) -> str:
        found = _BREAK.split(text[max(0, start - _REACH * self.context) : start])[-1]
        words = found.split()
        kept = " ".join(words[len(words) - min(self.context, len(words)) :])
        space = " " if kept and found[-1:].isspace() else ""
        cut = start - len(found) > 0 or len(words) > self.context
        return f"{'..' if cut and kept else ''}{kept}{space}"

    def _after(self, text: str, end: int) -> str:
        found = _BREAK.split(text[end : end + _REACH * self.context], maxsplit=1)[0]
        words = found.split()
        kept = " ".join(words[: self.context])
        space = " " if kept and found[:1].isspace() else ""
        cut = len(words) > self.context or end + len(found) < len(text)
        return f"{space}{kept}{'..' if cut and kept else ''}"

    def _cut(self, text: str) -> str:
        if not self.long or len(text) <= self.long:
            return text
        half = self.long // 2
        return f"{text[:half].rstrip()} .. {text[-half:].lstrip()}"


def _summary(comparison: Comparison, *, everything: bool) -> Iterator[str]:
    a, b, diff = comparison.a, comparison.b, comparison.diff
    if a.sha256 == b.sha256:
        yield " identical: the same bytes"
        return
    if not diff.hunks:
        yield f" the same text in other bytes: {a.document.encoding}, {b.document.encoding}"
        return
    loud = [_counted(kind, count) for kind, count in diff.counts.items() if kind not in QUIET]
    quiet = [_counted(kind, count) for kind, count in diff.counts.items() if kind in QUIET]
    hint = "" if everything or not quiet else f" ({', '.join(quiet)}: --all)"
    listed = [*loud, *(quiet if everything else ())]
    yield f" {', '.join(listed) or 'no word changed'}{hint}"
    yield (
        f" {several(diff.words_same, 'word')} the same, {diff.words_removed:,} removed, "
        f"{diff.words_added:,} added, {diff.words_moved:,} moved"
    )


def _counted(kind: Kind, count: int) -> str:
    return f"{count:,} {_PLURALS[kind]}" if kind in _PLURALS else several(count, kind.value)


def _notes(comparison: Comparison) -> Iterator[str]:
    diff = comparison.diff
    if diff.words_folded_a or diff.words_folded_b:
        yield (
            f" folded: boilerplate, {several(diff.words_folded_a, 'word')} of the first, "
            f"{several(diff.words_folded_b, 'word')} of the second (--no-fold shows them)"
        )
    if diff.coarse:
        yield (
            f" coarse: {several(diff.coarse, 'block')} too different to be aligned word by word, "
            "shown as replaced in whole"
        )


def _claim(change: ClaimChange) -> Iterator[Part]:
    yield f"[-{_stated(change.before)}-]", _REMOVED
    yield f"{{+{_stated(change.after)}+}}", _ADDED


def _stated(statements: Sequence[Statement]) -> str:
    return "; ".join(f"{one.value} ({_place(one)})" for one in statements) or "none"


def _place(statement: Statement) -> str:
    return f"L{statement.line}" if statement.line else "in a field"


def _lines(hunk: Hunk) -> str:
    if hunk.a_line == hunk.b_line:
        return f"L{hunk.a_line}"
    return f"L{hunk.a_line} -> L{hunk.b_line}"


def _label(hunk: Hunk) -> str:
    marks = {QUOTATION: '""', NUMBERS: "#"}
    return " ".join([hunk.kind.value.upper(), *(marks[flag] for flag in hunk.flags)])


def _shown(hunk: Hunk, text: str) -> str:
    return text if hunk.kind in QUIET else _flat(text)


def _flat(text: str) -> str:
    return " ".join(text.split())
