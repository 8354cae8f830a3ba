"""Which line of a text is its headline; extractors of titles, people and dates all ask."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from audit.claims.page import Line, Page
from audit.claims.words import COPYRIGHT, fold_title

FIRST: Final = 150
"""Lines at the top among which a headline is looked for."""
THRESHOLD: Final = 1.5
_CRUMBS = re.compile(r"\s[>›»]\s|\s\|\s*\Z")
_NO_TITLE = re.compile(r"https?://|www\.|@|\bcookies?\b|javascript|\d{1,2}:\d{2}|^\W*$|[{}<>=]", re.I)
_LABEL = re.compile(r"^(?:by|von|par|por|posted|published|photo|foto|share|menu|search|skip|home)\b", re.I)
_PROSE: Final = 160
_WORDS: Final = range(3, 26)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may be the headline, how much speaks for it, and what."""

    line: Line
    score: float
    reasons: tuple[str, ...]


def candidates(page: Page) -> Sequence[Candidate]:
    """Return the lines that may be the headline, best first, at most five."""
    lines = page.top[:FIRST]
    counts: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        counts.setdefault(fold_title(line.text), []).append(number)
    found = [_judge(page, lines, number, counts) for number in range(len(lines))]
    ranked = sorted((item for item in found if item), key=lambda item: (-item.score, item.line.start))
    return [item for item in ranked[:5] if item.score >= THRESHOLD]


def headline(page: Page) -> Line | None:
    """Return the line of the headline, or None."""
    best = candidates(page)
    return best[0].line if best else None


def _judge(
    page: Page, lines: Sequence[Line], number: int, counts: dict[str, list[int]]
) -> Candidate | None:
    line = lines[number]
    text = line.text
    words = len(text.split())
    if not 1 <= words < _WORDS.stop or _CRUMBS.search(text) or _NO_TITLE.search(text):
        return None
    if COPYRIGHT.search(text) or _LABEL.search(text) or not any(c.isalpha() for c in text):
        return None
    said: list[tuple[float, str]] = [(-2.0 * number / FIRST, "")]
    folded = fold_title(text)
    where = counts[folded]
    if where[0] != number:
        return None
    said += _shape(text, words)
    if folded in page.headings:
        said.append((4.0, "the markup's own heading"))
    if len(where) > 1 and words in _WORDS and where[1] - where[0] <= 30:  # noqa: PLR2004  # near the top
        said.append((2.0, "stands twice near the top"))
    if folded == _last_crumb(lines, number):
        said.append((2.5, "last part of the breadcrumb above"))
    said += _followed(lines, number)
    return Candidate(
        line=line,
        score=sum(score for score, _ in said),
        reasons=tuple(reason for _, reason in said if reason),
    )


def _shape(text: str, words: int) -> list[tuple[float, str]]:
    said = [(1.5, "")] if words in _WORDS else [(-0.5, "")]
    if text[-1] in ".;,:" and not text.endswith("..."):
        said.append((-1.5, ""))
    if text[0].islower():
        said.append((-1.0, ""))
    if text.startswith("# "):
        said.append((2.0, "a heading of level one"))
    return said


def _last_crumb(lines: Sequence[Line], number: int) -> str:
    for line in lines[max(0, number - 12) : number]:
        parts = re.split(r"\s[>›»|]\s", line.text)
        if len(parts) > 1 and _CRUMBS.search(line.text):
            return fold_title(parts[-1])
    return ""


def _followed(lines: Sequence[Line], number: int) -> list[tuple[float, str]]:
    """Say what the next lines add: a long paragraph soon after, or a byline or date at once."""
    said = []
    after = lines[number + 1 : number + 7]
    if any(len(line.text) > _PROSE for line in after):
        said.append((1.5, "a paragraph follows"))
    if any(re.search(r"(?:19|20)\d\d", line.text) and len(line.text) < _PROSE for line in after[:3]):
        said.append((0.5, "a date follows"))
    return said
