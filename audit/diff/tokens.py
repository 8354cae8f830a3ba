"""Words, numbers and marks of a text, each with the white space that follows it."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

from audit.model import Span

_SPACE: Final = r"\s\x1c-\x1f"
_JOINS: Final = r".,:/‐‑–-"
_WITHOUT_SPACES: Final = (
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"  # one token a cluster
)
_LINK: Final = "<>\"'()\\[\\]"
_LONG_MARKS: Final = r"-{2,3}|\.{3}"
_POINTS: Final = ".,;:!?"
_EXTENDING: Final = r"\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}"
_REGIONS: Final = r"\U0001F1E6-\U0001F1FF"

# Texts of these characters alone have one code point a grapheme, but for CR LF.
_UNUSUAL: Final = re.compile(
    "[^\x00-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff"
    "\u2000-\u200a\u2010-\u2027\u202f-\u205f\u20a0-\u20bf\u2100-\u214f]"
)
_PLAIN: Final = re.compile(
    rf"(?:https?://(?>(?:[{_POINTS}]*+[^{_SPACE}{_LINK}{_POINTS}])+)"
    rf"|{_LONG_MARKS}|\d++(?>(?:[{_JOINS}]\d++)*)|\w++(?>(?:['’ʼ]\w++)*)|[^{_SPACE}])[{_SPACE}]*+"
)

_FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´ʼ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        "…": "...",
        **dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff", None),
        **{ligature: unicodedata.normalize("NFKC", ligature) for ligature in "ﬀﬁﬂﬃﬄﬅﬆ"},
    }
)
_DASHES: Final = frozenset(("--", "---"))
_CLOSING: Final = frozenset("\"')]}”’»›」』）")
_TERMINAL: Final = frozenset(".!?…。！？।॥؟")
_FIRST_PREPEND: Final = "\u0600"
_PREPENDS: Final = re.compile("[\u0600-\u0605\u06dd\u070f\u08e2\u0d4e]|[\U000110bd-\U00011f02]")

PARAGRAPH: Final = 2
"""Line feeds that end a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """A text cut into tokens; `"".join(raws) == text`, and the first token holds no word.

    Token *i* is characters [starts[i], starts[i + 1]) of the text; *keys* are numbers of a
    `Vocabulary`, equal where two tokens differ in white space, case or typography alone.
    *folds* are positions in front of which left-out tokens stood, sorted; they held *folded_words*.
    """

    raws: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[int]
    folds: Sequence[int] = ()
    folded_words: int = 0


class Vocabulary(dict[str, int]):
    """The number of every token, the same for all its guises; grows as it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.are_words: list[bool] = []
        self.known: dict[str, int] = {}

    def __missing__(self, raw: str) -> int:
        """Give the token *raw* the number of its key, a new one for a new key."""
        key = fold(body(raw)).casefold()
        number = self.known.setdefault(key, len(self.are_words))
        if number == len(self.are_words):
            self.are_words.append(is_word(key))
        self[raw] = number
        return number


def fold(text: str) -> str:
    """Return *text* composed, with plain quotes and dashes and without invisible characters."""
    if text.isascii() and "`" not in text:
        return "-" if text in _DASHES else text
    return unicodedata.normalize("NFC", text.translate(_FOLDED))


def is_word(token: str) -> bool:
    """Tell whether *token* begins with a letter or a digit."""
    return token[:1].isalnum()


def body(raw: str) -> str:
    """Return the token without the white space that follows it."""
    bare = raw.rstrip()
    if bare[-1:] < _FIRST_PREPEND or not _PREPENDS.match(bare[-1]):
        return bare
    return raw


def raws(text: str) -> list[str]:
    """Return the tokens of *text*, the first without a word; their edges are grapheme edges."""
    # A NUL in front takes the leading white space, with the marks that combine with it.
    found = _cutter(text)("\0" + text)
    found[0] = found[0][1:]
    return ["", *found] if found[0].strip() else found


def tokens(text: str, vocabulary: Vocabulary, folded: Sequence[Span] = ()) -> Tokens:
    """Cut *text* and leave out the tokens that begin inside one of the *folded* spans."""
    cut = raws(text)
    starts = array("q", accumulate(map(len, cut), initial=0))
    ends = array("q", starts[1:])
    del starts[-1]
    keys = [vocabulary[raw] for raw in cut]
    if not folded:
        return Tokens(raws=cut, starts=starts, ends=ends, keys=keys)
    kept, folds = _kept(len(cut), starts, folded)
    words = sum(vocabulary.are_words[key] for key in keys)
    kept_keys = [keys[place] for place in kept]
    return Tokens(
        raws=[cut[place] for place in kept],
        starts=array("q", (starts[place] for place in kept)),
        ends=array("q", (ends[place] for place in kept)),
        keys=kept_keys,
        folds=folds,
        folded_words=words - sum(vocabulary.are_words[key] for key in kept_keys),
    )


def sentence_ends(found: Tokens) -> list[bool]:
    """Tell of every token whether a sentence, a heading or a paragraph ends with it."""
    natures = {raw: _nature(raw) for raw in set(found.raws)}
    ends = []
    open_end = False
    for raw in found.raws:
        sentence, space, paragraph = natures[raw]
        open_end = open_end if sentence is None else sentence
        ends.append(paragraph or (open_end and space))
    ends[0] = True
    ends[-1] = True
    return ends


def _nature(raw: str) -> tuple[bool | None, bool, bool]:
    """Return whether a token ends a sentence (None: closes what stands in front), its line too."""
    first = raw[:1]
    sentence = None if first in _CLOSING else first in _TERMINAL
    return sentence, raw[-1:].isspace(), raw.count("\n") >= PARAGRAPH


def _kept(size: int, starts: Sequence[int], folded: Sequence[Span]) -> tuple[list[int], list[int]]:
    gone = bytearray(size)
    for span in folded:
        first = max(1, bisect_left(starts, span.start))
        last = max(first, bisect_left(starts, span.end))
        gone[first:last] = b"\1" * (last - first)
    kept = [place for place, out in enumerate(gone) if not out]
    folds = [
        number for number, place in enumerate(kept) if number and place != kept[number - 1] + 1
    ]
    return kept, folds


def _cutter(text: str) -> Callable[[str], list[str]]:
    if _UNUSUAL.search(text) is None:
        return _PLAIN.findall
    return _by_graphemes()


@cache
def _by_graphemes() -> Callable[[str], list[str]]:
    import regex

    # Flags come first and by hand: `\X` looks back over all of them, quadratic in a row of flags.
    pattern = rf"""
        (?: [{_REGIONS}]{{1,2}}+ (?![{_EXTENDING}])
          | (?: {_LONG_MARKS} )(?![{_EXTENDING}])
          | https?:// (?: [{_POINTS}]*+ (?=[^{_SPACE}{_LINK}{_POINTS}])\X )++
          | (?: (?=\p{{Nd}})\X )++ (?: (?=[{_JOINS}]\p{{Nd}})\X (?: (?=\p{{Nd}})\X )++ )*+
          | (?: (?=[\p{{L}}\p{{N}}\p{{M}}_])(?![{_WITHOUT_SPACES}])\X )++
            (?: (?=['’ʼ][\p{{L}}\p{{N}}])\X
                (?: (?=[\p{{L}}\p{{N}}\p{{M}}_])(?![{_WITHOUT_SPACES}])\X )++ )*+
          | (?![{_SPACE}])\X )
        (?: (?=[{_SPACE}])\X )*+"""
    find: Callable[[str], list[str]] = regex.compile(pattern, regex.VERBOSE | regex.V1).findall
    return find
