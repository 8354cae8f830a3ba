"""Marks of Markdown that a reader of the page does not see, and where they stand in the file."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from audit.model import Span
from audit.readers.bounds.raw_html import HTML, Gap, Hidden, html_gap

_TARGET: Final = (
    r"\(\s{0,9}+(?:<[^<>\n]{1,2000}>|"
    r"(?:[^()\s\\]++|\\.|\([^()\s]{0,500}\)|(?<=[-/])\r?\n(?=[^\s()])){0,2000})"
    r"(?:\s{1,9}+(?:\"(?:[^\"\\]|\\.){0,500}\"|'(?:[^'\\]|\\.){0,500}'|"
    r"\((?:[^()\\]|\\.){0,500}\)))?\s{0,9}+\)"
)
"""The (target "title") of a link; programs that break lines break addresses at their hyphens."""
_ESCAPED: Final = r"\\(?:[!-/:-@\[-`{-~]|(?=\r?\n[ \t]{0,20}[^\s]))"
"""A sign without its meaning, or the end of a line within a paragraph."""
_token: Final = re.compile(
    rf"(?P<escape>{_ESCAPED})"
    r"|(?P<code>(?<!`)(?P<ticks>`{1,3})(?!`)"
    r"(?:[^`\r\n]|\r?+\n(?![ \t]{0,20}\r?\n)){1,1000}(?P=ticks)(?!`))"
    rf"|(?P<close>\](?P<target>{_TARGET}|\[(?P<label>[^][\n]{{0,200}})\])?)"
    r"|(?P<open>!?\[)"
    r"|(?P<stress>\*+|_+)"
    rf"|{HTML}"
    r"|(?P<address><https?://[^\s<>]{1,2000}>)"
    r"|(?P<end>\n[ \t]{0,200}\r?\n)"
)
_definition: Final = re.compile(
    r"^ {0,3}\[((?!\^)(?:[^][\\\n]|\\.){1,200})\]:[ \t]{0,20}(<?[^\s<>]{1,2000}>?)"
    r"(?:[ \t]{1,20}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?[ \t\r]*$",
    re.MULTILINE,
)
"""What a label of a link stands for, in a line of its own."""
_address: Final = re.compile(r"<|[a-z]{2,20}:\S|.*[/#]|.*[^\W\d_]\.[^\W_]", re.IGNORECASE)
_label: Final = re.compile(r"\[((?:[^][\\\n]|\\.){1,200})\](?!:)")
_STRONGEST: Final = 3
_LABEL: Final = 1000
"""Characters of words in brackets that may be the label of a link, at most."""
_OPEN: Final = 50
"""Brackets and stresses that are open at once; more are no marks."""


def unseen(markup: str, start: int, code: Sequence[Span]) -> Sequence[Gap]:
    """Return what of *markup* from *start* on shows no word, in order; *code* shows everything.

    That is targets and brackets of links, pictures with what stands for them, marks of stress,
    strokes that take the meaning of the sign behind them, comments, tags of HTML, and references,
    with the sign they show (CommonMark 0.31.2, 2.4, 2.5, 4.6, 4.7 and 6). A mark without its
    partner is kept.
    """
    marks = _Marks(markup)
    definitions = [] if "]:" not in markup else list(_definitions(markup, start, code))
    marks.labels = {_folded(found[1]) for found in definitions}
    marks.gaps += [Gap(*found.span()) for found in definitions]
    for found in _tokens(markup, start, code):
        marks.take(found)
    return list(_merged(marks.gaps))


def _definitions(markup: str, start: int, code: Sequence[Span]) -> Iterator[re.Match[str]]:
    """Yield what labels stand for: an address, or what another place asks for by its label.

    Whoever speaks may stand in brackets too: `[Ann]: yes`.
    """
    asked = {_folded(found[1]) for found in _label.finditer(markup, start)}
    starts = [block.start for block in code]
    for found in _definition.finditer(markup, start):
        nth = bisect_right(starts, found.start()) - 1
        is_code = nth >= 0 and found.start() < code[nth].end
        if not is_code and (_address.match(found[2]) or _folded(found[1]) in asked):
            yield found


def _tokens(markup: str, start: int, code: Sequence[Span]) -> Iterator[re.Match[str]]:
    blocks = iter(code)
    block = next(blocks, None)
    hidden = Hidden(markup)
    while found := _token.search(markup, start):
        while block and block.end <= found.start():
            block = next(blocks, None)
        if block and block.start <= found.start():
            start = block.end
            continue
        start = found.end()
        if found["end"]:
            start -= 1  # the end of this line begins the next one
        if found["comment"] or found["raw"]:
            start = hidden.end(found)
            if start == found.end():
                continue  # what never ends is none
        yield found


class _Marks:
    """The marks of a text as they are met, with those that wait for their partner."""

    def __init__(self, markup: str) -> None:
        self.gaps: list[Gap] = []
        self.labels: Collection[str] = ()
        self._markup = markup
        self._brackets: list[re.Match[str]] = []
        self._stresses: list[re.Match[str]] = []

    def take(self, found: re.Match[str]) -> None:
        """Take the next mark."""
        match found.lastgroup:
            case "escape":
                self._leave(found.start(), found.start() + 1)
            case "comment" | "raw" | "tag" | "reference":
                self.gaps += filter(None, [html_gap(self._markup, found)])
            case "address":
                self._leave(found.start(), found.start() + 1)
                self._leave(found.end() - 1, found.end())
            case "open" | "close":
                self._bracket(found)
            case "stress":
                self._stress(found)
            case "end":
                self._brackets.clear()
                self._stresses.clear()

    def _leave(self, start: int, end: int) -> None:
        self.gaps.append(Gap(start, end))

    def _bracket(self, found: re.Match[str]) -> None:
        if found["open"]:
            del self._brackets[:-_OPEN]
            self._brackets.append(found)
            return
        opened = self._brackets.pop() if self._brackets else None
        is_link = self._leads(found, opened)
        if not is_link:
            return
        if opened is None:
            self._leave(found.start() + 1, found.end())
        elif opened[0] == "![":
            self._leave(opened.start(), found.end())
        else:
            self._leave(opened.start(), opened.end())
            self._leave(found.start(), found.end())

    def _leads(self, found: re.Match[str], opened: re.Match[str] | None) -> bool:
        """Tell whether the brackets that *found* closes are those of a link or a picture."""
        if found["target"] and found["label"] is None:
            return True
        if opened is None or not self.labels:
            return False
        words = self._markup[opened.end() : min(found.start(), opened.end() + _LABEL)]
        return _folded(found["label"] or words) in self.labels

    def _stress(self, found: re.Match[str]) -> None:
        mark, markup = found[0], self._markup
        if len(mark) > _STRONGEST:
            return
        before = markup[found.start() - 1 : found.start()]
        after = markup[found.end() : found.end() + 1]
        may_be_inside = mark.startswith("**")  # as `**Be**ll`; `2*3*4` is no stress
        waiting = [item[0] for item in self._stresses]
        if before.strip() and mark in waiting and (may_be_inside or not after.isalnum()):
            at = len(waiting) - 1 - waiting[::-1].index(mark)
            opened = self._stresses[at]
            del self._stresses[at:]
            self._leave(opened.start(), opened.end())
            self._leave(found.start(), found.end())
        elif after.strip() and (may_be_inside or not before.isalnum()):
            del self._stresses[:-_OPEN]
            self._stresses.append(found)


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _merged(gaps: Sequence[Gap]) -> Iterator[Gap]:
    """Yield *gaps* in order, those within others with them."""
    end = 0
    for gap in sorted(gaps, key=lambda gap: (gap.start, -gap.end)):
        if gap.end > end:
            yield gap._replace(start=max(gap.start, end))
            end = gap.end
