"""The text of a part of a Word file, of XML of any of its generations, as it is read."""

from collections.abc import Mapping
from typing import Final

from audit.readers.bounds import Limits
from audit.readers.bounds.hiding import Styles, is_on, said
from audit.readers.bounds.story import Paragraphs, Story
from audit.readers.bounds.xml import Handler, local, parse

_gone: Final = frozenset(("del", "moveFrom", "rt", "rPrChange", "pPrChange"))
"""What was deleted or is read elsewhere, how characters are spoken, and how they looked before."""
_marks: Final = frozenset(("pPr", "sdtPr", "sdtEndPr"))
"""What tells how the mark of a paragraph looks, or what somebody may write into a form."""
_looks: Final = frozenset((*_marks, "pStyle", "rStyle", "vanish"))
_signs: Final[Mapping[str, str]] = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}
_NOTED: Final = "annotation"
_asides: Final = frozenset(
    f"Word.{what}" for what in ("Deletion", "Comment", "Formatting", "Numbering")
)
"""What Word 2003 writes where later ones have elements for it."""


class WordText:
    """The paragraphs of the parts of a Word file on their way into a story."""

    def __init__(self, story: Story, styles: Styles) -> None:
        self.hidden = 0
        """Characters that are there and not shown."""
        self._story, self._styles = story, styles
        self._paragraphs = Paragraphs()
        self._hides = [False]
        """Whether each paragraph that is open is of a style that hides."""
        self._runs = [False]
        """Whether each run that is open is hidden."""
        self._inside = self._is_mark = False
        self._skipped = 0
        self._chosen = [False]
        """Whether what is open in another form was read in a better one."""

    def read(self, data: bytes, limits: Limits) -> None:
        """Add the paragraphs of one part; raise ReadError."""
        if data:
            parse(data, Handler(self.start, self.end, self.text), limits)
        self._story.end_line()

    def start(self, name: str, attributes: Mapping[str, str], _at: int) -> None:
        """Begin an element."""
        element = local(name)
        if element == "AlternateContent":
            self._chosen.append(False)
        elif element == "Choice":
            self._chosen[-1] = True
        is_skipped = element in _gone or (element == "Fallback" and self._chosen[-1])
        is_skipped |= element == _NOTED and said(attributes, "type") in _asides
        if self._skipped or is_skipped:
            self._skipped += 1
            return
        self._inside = element == "t"
        if element == "p":
            self._paragraphs.begin(self._story)
            self._hides.append(False)
        elif element == "r":
            self._runs.append(self._hides[-1])
        elif element in _looks:
            self._look(element, attributes)
        elif element in _signs and not self._is_unsaid(element):
            self._words.add(_signs[element])

    @property
    def _words(self) -> Story:
        return self._paragraphs.words or self._story

    def _look(self, element: str, attributes: Mapping[str, str]) -> None:
        """Take what says how a paragraph or a run looks, but for the mark of a paragraph."""
        if element in _marks:
            self._is_mark = True
        elif element == "pStyle":
            self._hides[-1] = bool(self._styles.hides("paragraph", said(attributes, "val")))
        elif self._is_mark:
            return
        elif element == "rStyle":
            # What both styles say cancels out.
            hides = bool(self._styles.hides("character", said(attributes, "val")))
            self._runs[-1] = self._hides[-1] != hides
        else:
            self._runs[-1] = is_on(attributes)

    def _is_unsaid(self, element: str) -> bool:
        return self._is_mark or self._runs[-1] or (element == "tab" and self._words.ends_line)

    def end(self, name: str, _at: int) -> None:
        """End an element."""
        self._inside = False
        element = local(name)
        if element == "AlternateContent":
            self._chosen.pop()
        if self._skipped:
            self._skipped -= 1
        elif element == "p":
            self._paragraphs.end()
            self._hides.pop()
        elif element == "r":
            self._runs.pop()
        elif element in _marks:
            self._is_mark = False
        elif element == "tr":
            self._words.end_line()

    def text(self, text: str, _at: int) -> None:
        """Add characters."""
        if self._skipped or not self._inside:
            return
        if self._runs[-1]:
            self.hidden += len(text)
        else:
            self._words.add(text)
