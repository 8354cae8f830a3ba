"""Blocks of code in Markdown, in which every sign is shown: between fences, or indented."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from audit.model import Span

_fence: Final = re.compile(
    r"(?<![^\r\n])(?P<in>[ \t]{0,40}+(?:>[ \t]{0,4}+){0,9}"
    r"(?P<point>(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}+){0,3}))"
    r"(?:(?P<mark>`{3,})(?P<more>[^`\r\n]*)|(?P<tildes>~{3,})[^\r\n]*)(?![^\r\n])"
)
_NEAR: Final = 3
"""Blanks by which the end of fenced code may stand off from where it began."""
_indented: Final = re.compile(r"\n(?: {0,3}\t| {4})")
_line: Final = re.compile(
    r"^(?:(?P<holds>[ \t]{0,40}+(?:(?:[-*+:]|\d{1,9}[.)])[ \t]|\[\^[^\]\n]{1,200}\]:|!!!|\?\?\?|"
    r"===[ \t]))"
    r"|(?P<indented>(?: {4}| {0,3}\t)[ \t]*+[^\s][^\n]*)"
    r"|(?P<outer> {0,3}[^\s])"
    r"|(?P<blank>[ \t\r]*$))",
    re.MULTILINE,
)
"""Lines by how they begin; points, notes and the like hold the indented ones below them."""
_link: Final = re.compile(r"\]\([ \t]{0,9}<?[^\s()<>]{0,2000}[/.:#]")
_INNER: Final = "  "
"""What a line begins with that is still of the point of a list above it."""


def code_in(markup: str, start: int) -> Sequence[Span]:
    """Return the blocks of code of *markup* from *start* on, in order."""
    fenced = list(_fenced(markup, start))
    if not _indented.search(markup, start):
        return fenced
    return sorted([*fenced, *_set_in(markup, start, fenced)], key=lambda block: block.start)


def _fenced(markup: str, start: int) -> Iterator[Span]:
    """Yield what stands between fences; at the edge one without its end reaches to the last line.

    In a list or a quotation it ends with it, and without its end it is left as it is.
    """
    opened: re.Match[str] | None = None
    for fence in _fence.finditer(markup, start):
        if opened is None or _is_over(opened, fence):
            opened = fence
        elif _closes(fence, opened):
            yield Span(start=opened.start(), end=fence.end())
            opened = None
    if opened and not opened["in"].strip() and len(opened["in"]) <= _NEAR:
        yield Span(start=opened.start(), end=len(markup))


def _is_over(opened: re.Match[str], fence: re.Match[str]) -> bool:
    """Tell whether *fence* stands outside of the list or the quotation with the one before."""
    was, now = opened["in"], fence["in"]
    return now.count(">") < was.count(">") or len(was) - len(now) > _NEAR


def _closes(fence: re.Match[str], opened: re.Match[str]) -> bool:
    was, now = opened["in"], fence["in"]
    is_level = now.count(">") == was.count(">") and len(now) - len(was) <= _NEAR
    mark = opened["mark"] or opened["tildes"]
    shown = fence[0][len(now) :]
    is_mark = shown.startswith(mark) and not shown.strip(f"{mark[0]} \t")
    return is_level and is_mark and not fence["point"]


def _set_in(markup: str, start: int, fenced: Sequence[Span]) -> Iterator[Span]:
    """Yield the lines that are indented below a blank one, where no point of a list holds them.

    Programs that save pages indent text as well, which is told by the links in it.
    """
    is_below_blank, is_held = True, False
    blocks = iter((*fenced, Span(start=len(markup) + 1, end=len(markup) + 1)))
    block = next(blocks)
    while start <= len(markup) and (line := _line.search(markup, start)):
        start = line.end() + 1
        while block.end <= line.start():
            block = next(blocks)
        if block.start <= line.start():
            start = block.end
            continue
        kind = line.lastgroup
        if kind == "indented" and is_below_blank and not is_held:
            if not _link.search(line[0]):
                yield Span(start=line.start(), end=line.end())
            continue
        if kind == "outer" and is_below_blank and not line[0].startswith(_INNER):
            is_held = False
        is_held |= kind == "holds"
        is_below_blank = kind == "blank"
