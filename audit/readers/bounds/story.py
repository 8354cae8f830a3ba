"""A text that grows by paragraphs, with the parts of it that are furniture."""

from dataclasses import dataclass, field

from audit.model import Span


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
