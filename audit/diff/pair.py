"""Two texts cut into tokens by one vocabulary: what every step after the alignment looks at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.diff.tokens import Tokens, Vocabulary, body, is_word


@dataclass(frozen=True, slots=True)
class Gap:
    """Tokens [a, a_end) of one text against tokens [b, b_end) of the other."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def size(self) -> int:
        """Return the tokens of both sides."""
        return self.a_end - self.a + self.b_end - self.b

    @property
    def longer(self) -> int:
        """Return the tokens of the longer side."""
        return max(self.a_end - self.a, self.b_end - self.b)


@dataclass(frozen=True, slots=True)
class Side:
    """One text: its tokens, of every token whether a sentence ends with it, and the vocabulary."""

    tokens: Tokens
    ends: Sequence[bool]
    vocabulary: Vocabulary

    def bodies(self, first: int, last: int) -> list[str]:
        """Return the tokens [first, last) without their white space."""
        return [body(raw) for raw in self.tokens.raws[max(first, 0) : max(last, 0)]]

    def words(self, first: int, last: int) -> int:
        """Return how many of the tokens [first, last) are words or numbers."""
        return count_words(self.vocabulary, self.tokens.keys[first:last])


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a comparison."""

    a: Side
    b: Side


@dataclass(frozen=True, slots=True)
class Part:
    """One side of a gap: the tokens [first, last) of *side*, and their bodies."""

    side: Side
    first: int
    last: int
    bodies: Sequence[str]

    @classmethod
    def of(cls, side: Side, first: int, last: int) -> "Part":
        """Return the tokens [first, last) of *side*."""
        return cls(side, first, last, side.bodies(first, last))

    @property
    def words(self) -> list[str]:
        """Return the words and numbers."""
        return [token for token in self.bodies if is_word(token)]

    @property
    def numbers(self) -> list[str]:
        """Return the numbers."""
        return [token for token in self.bodies if token[:1].isdecimal()]

    @property
    def text(self) -> str:
        """Return the characters, white space included."""
        return "".join(self.side.tokens.raws[self.first : self.last])

    @property
    def whole(self) -> bool:
        """Tell whether it begins and ends where sentences do."""
        ends = self.side.ends
        return self.first > 0 and ends[self.first - 1] and ends[self.last - 1]


def count_words(vocabulary: Vocabulary, keys: Iterable[int]) -> int:
    """Return how many of the *keys* are words or numbers, and not marks."""
    words = vocabulary.are_words
    return sum(words[key] for key in keys)
