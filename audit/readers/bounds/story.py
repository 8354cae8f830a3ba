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
