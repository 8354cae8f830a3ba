"""Texts that grow: by paragraphs, with their furniture; out of markup, with their places."""

from dataclasses import dataclass, field

from audit.model import Chunk, Span


@dataclass(slots=True)
class Story:
    """Pieces of a text in their order."""

    pieces: list[str] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    length: int = 0
    ends_line: bool = True

    def add(self, text: str) -> None:
        """Add characters."""
        if text:
            self.pieces.append(text)
            self.length += len(text)
            self.ends_line = text.endswith("\n")

    def end_line(self) -> None:
        """End the line, if one has begun."""
        if not self.ends_line:
            self.add("\n")

    def mark(self, start: int) -> None:
        """Call everything from *start* on furniture."""
        if self.length > start:
            self.furniture.append(Span(start=start, end=self.length))

    @property
    def text(self) -> str:
        """The text as far as it goes."""
        return "".join(self.pieces)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is open."""

    story: Story | None
    """Where it goes, None where nobody sees it."""
    words: Story = field(default_factory=Story)
    beside: list[str] = field(default_factory=list)
    """What stands in boxes that hang on it."""


@dataclass(slots=True)
class Paragraphs:
    """Paragraphs on their way into stories; those in a box follow the one that it hangs on."""

    _open: list[_Paragraph] = field(default_factory=list)

    @property
    def words(self) -> Story | None:
        """Where the words of the innermost paragraph go, None where nobody sees them."""
        return self._open[-1].words if self._open and self._open[-1].story else None

    def begin(self, story: Story | None) -> None:
        """Open a paragraph of *story*, or one that nobody sees."""
        self._open.append(_Paragraph(story))

    def drop(self) -> int:
        """Forget what the innermost paragraph has so far; return how many characters."""
        last = self._open[-1]
        count = last.words.length + sum(map(len, last.beside))
        last.words, last.beside = Story(), []
        return count

    def end(self) -> None:
        """Close the innermost paragraph."""
        ended = self._open.pop()
        if ended.story is None:
            return
        texts = ended.words.text, *ended.beside
        if self._open and self._open[-1].story is ended.story:
            self._open[-1].beside += texts
            return
        ended.story.end_line()
        for text in texts:
            ended.story.add(text)
            ended.story.end_line()


@dataclass(slots=True)
class Marked:
    """Pieces of a text in their order, and where in the markup each of them stands."""

    pieces: list[str] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    length: int = 0
    ends_line: bool = True

    def add(self, text: str, source: int) -> None:
        """Add characters that stand at *source*, but for blanks at the beginning of a line."""
        kept = text.lstrip() if self.ends_line else text
        if not kept:
            return
        source += len(text) - len(kept)
        last = self.chunks[-1] if self.chunks else None
        if last is None or source - last.source != self.length - last.start:
            self.chunks.append(Chunk(start=self.length, source=source))
        self.pieces.append(kept)
        self.length += len(kept)
        self.ends_line = kept.endswith("\n")

    def end_line(self) -> None:
        """End the line, if one has begun."""
        if not self.ends_line:
            self.pieces.append("\n")
            self.length += 1
            self.ends_line = True
