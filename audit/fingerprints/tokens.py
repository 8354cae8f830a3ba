"""Words of texts as 64-bit hashes with the characters they stand on, whole batches at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
import regex

from audit.codes import code_points
from audit.fingerprints import characters, scans

Hashes = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int32]

SEPARATOR: Final = "\0"
"""Between texts that are cut together: a line end would join a hyphen to the text behind it."""
SPACELESS_SHARE: Final = 0.3
WORDS_IN_SHINGLE: Final = 5
CHARACTERS_IN_SHINGLE: Final = 12

_HYPHENATED: Final = regex.compile(r"(?<=\p{Ll})[-\u2010]\r?\n[ \t]{0,40}(?=\p{Ll})")
_HYPHENS: Final = {hyphen: re.compile(f"{hyphen}\r?\n") for hyphen in "-\u2010"}
"""How what `_HYPHENATED` finds begins; a cheap look before the dear one."""
_POWERS: Final = np.cumprod(
    np.array([1] + [characters.MULTIPLIER] * 4095, dtype=np.uint64), dtype=np.uint64
)
_DOT_ABOVE: Final = 0x307
_LETTERS_I: Final = np.array(
    [ord(letter) for letter in "IiİıÌÍÎÏìíîïĨĩĪīĬĭĮįǏǐȈȉȊȋḬḭḮḯỈỉỊị"], dtype=np.uint32
)
"""With every mark that may be composed with them, so that composed and decomposed agree."""
NUMBER: Final = np.uint64(characters.mix(0x6E756D626572))
"""What every whole number is with its digits masked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words of one text.

    *hashes* (n,) of the folded words; *masked* (n,) the same with digits masked; *starts* and
    *ends* (n,) characters of the original text; *shingle* the length of its shingles in tokens.
    """

    hashes: Hashes
    masked: Hashes
    starts: Positions
    ends: Positions
    shingle: int


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text cut into words: code points, the letters among them, and the marks on letters."""

    codes: npt.NDArray[np.uint32]
    core: npt.NDArray[np.intp]
    """Indices of letters and digits."""
    first: npt.NDArray[np.intp]
    """Indices into *core* at which a word begins."""
    marks: npt.NDArray[np.intp]
    """Indices of combining marks that stand on a letter."""
    base: npt.NDArray[np.intp]
    """For each of *marks* the index into *core* of its letter."""
    ends: npt.NDArray[np.intp]
    """For each word the index behind its last character."""

    def word_of(self, letters: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
        """Return the word in which each of *letters* (indices into *core*) stands."""
        return np.searchsorted(self.first, letters, side="right") - 1


def tokenize(texts: Sequence[str], *, scanned: bool = False) -> list[Tokens]:
    """Split each of *texts* into words (UAX #29, without its exceptions for numbers).

    Runs of Han, Kana, Thai, Lao, Khmer and Myanmar are split into characters; apostrophes inside
    a word count for nothing; a word hyphenated at a line end is one word. In *scanned* texts
    what scanning confuses is one letter.
    """
    joined = SEPARATOR.join(texts)
    codes = codes_of(joined)
    if scanned:
        codes = scans.folded(codes)
    kinds = characters.learn(codes)
    _join_hyphenated(joined, kinds)
    if scanned:
        scans.without_marks(codes, kinds)
        _skip(scans.HYPHENATED, joined, kinds)
        _skip(scans.SPECK, joined, kinds)
    cut = _cut(codes, kinds)
    hashes, masked = _hash(cut)
    starts = cut.core[cut.first]
    single = kinds[starts] == characters.SINGLE
    bounds = np.cumsum([0] + [len(text) + 1 for text in texts])
    cuts = np.searchsorted(starts, bounds)
    offsets = np.repeat(bounds[:-1], np.diff(cuts))
    starts = (starts - offsets).astype(np.int32)
    ends = (cut.ends - offsets).astype(np.int32)
    return [
        Tokens(
            hashes=hashes[low:high],
            masked=masked[low:high],
            starts=starts[low:high],
            ends=ends[low:high],
            shingle=_shingle_length(single[low:high]),
        )
        for low, high in pairwise(cuts.tolist())
    ]


def codes_of(text: str) -> npt.NDArray[np.uint32]:
    """Return the code points of *text*, lone surrogates included, in 32 bits."""
    return code_points(text).astype(np.uint32, copy=False)


def _join_hyphenated(text: str, kinds: npt.NDArray[np.uint8]) -> None:
    for hyphen, begins in _HYPHENS.items():
        if hyphen not in text:  # which is found out ten times as fast
            continue
        for begun in begins.finditer(text):
            if found := _HYPHENATED.match(text, begun.start()):
                kinds[found.start() : found.end()] = characters.SKIP


def _skip(pattern: regex.Pattern[str], text: str, kinds: npt.NDArray[np.uint8]) -> None:
    for match in pattern.finditer(text):
        kinds[match.start() : match.end()] = characters.SKIP


def _cut(codes: npt.NDArray[np.uint32], kinds: npt.NDArray[np.uint8]) -> _Cut:
    core = np.flatnonzero((kinds == characters.WORD) | (kinds == characters.SINGLE))
    begins = np.ones(core.size, dtype=np.bool_)
    begins[1:] = np.diff(core) > 1
    single = kinds[core] == characters.SINGLE
    begins[1:] |= single[1:] | single[:-1]
    attached = np.flatnonzero(kinds >= characters.MARK) if core.size else core
    base = np.searchsorted(core, attached) - 1
    _bridge(begins, core, kinds, (attached, base))
    first = np.flatnonzero(begins)
    ends = core[np.append(first[1:], core.size) - 1] + 1 if core.size else core
    marks, base = _on_letters(codes, kinds, core, (attached, base))
    if marks.size:
        np.maximum.at(ends, np.searchsorted(first, base, side="right") - 1, marks + 1)
    return _Cut(codes, core, first, marks, base, ends)


def _bridge(
    begins: npt.NDArray[np.bool_],
    core: npt.NDArray[np.intp],
    kinds: npt.NDArray[np.uint8],
    placed: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]],
) -> None:
    """Let no word begin behind a gap of marks, invisible characters and at most one apostrophe."""
    attached, base = placed
    inside = (base >= 0) & (base < core.size - 1)
    attached, base = attached[inside], base[inside]
    gaps, count = np.unique(base, return_counts=True)
    joiners = np.bincount(base[kinds[attached] == characters.JOINER], minlength=core.size)[gaps]
    whole = (core[gaps + 1] - core[gaps] - 1 == count) & (joiners <= 1)
    words = (kinds[core[gaps]] == characters.WORD) & (kinds[core[gaps + 1]] == characters.WORD)
    begins[gaps[whole & words] + 1] = False


def _on_letters(
    codes: npt.NDArray[np.uint32],
    kinds: npt.NDArray[np.uint8],
    core: npt.NDArray[np.intp],
    placed: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]],
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the combining marks with nothing but marks between them and their letter."""
    attached, base = placed
    marks, base = attached[base >= 0], base[base >= 0]
    if not marks.size:
        return marks, base
    letter = core[base]
    first_of_gap = np.searchsorted(base, base)
    touching = marks - letter == np.arange(marks.size) - first_of_gap + 1
    dotted_i = (codes[marks] == _DOT_ABOVE) & np.isin(codes[letter], _LETTERS_I)
    chosen = touching & (kinds[marks] == characters.MARK) & ~dotted_i
    return marks[chosen], base[chosen]


def _hash(cut: _Cut) -> tuple[Hashes, Hashes]:
    """Return the hashes of the words, plain and with digits masked."""
    if not cut.first.size:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.uint64)
    letters = cut.codes[cut.core].astype(np.intp)  # numpy would convert it for every table
    width = characters.widths[letters]
    place = _places(cut, width)
    sums = np.add.reduceat(characters.values[letters] * _POWERS[place], cut.first)
    if cut.marks.size:
        last = (place[cut.base] + width[cut.base] - 1) % _POWERS.size
        values = characters.values[cut.codes[cut.marks]]
        np.add.at(sums, cut.word_of(cut.base), values * _POWERS[last])
    digit = np.flatnonzero(characters.digits[letters])
    hashes = scramble(sums)
    return hashes, _mask_numbers(cut, sums, place, digit) if digit.size else hashes


def _places(cut: _Cut, width: npt.NDArray[np.uint8]) -> npt.NDArray[np.intp]:
    """Return for every letter its position in its word, modulo the number of powers."""
    lengths = np.diff(np.append(cut.first, cut.core.size))
    if width.min() == 1 == width.max():
        before = np.arange(cut.core.size)
    else:
        before = np.cumsum(width, dtype=np.intp) - width
    place = before - np.repeat(before[cut.first], lengths)
    return place % _POWERS.size if place.max() >= _POWERS.size else place


def _mask_numbers(
    cut: _Cut, sums: Hashes, place: npt.NDArray[np.intp], digit: npt.NDArray[np.intp]
) -> Hashes:
    """Return the hashes with every digit read as zero, and every whole number as one word.

    *digit* are indices into the letters of *cut*.
    """
    codes = cut.codes[cut.core[digit]]
    word = cut.word_of(digit)
    sums = sums.copy()
    change = (characters.masked[codes] - characters.values[codes]) * _POWERS[place[digit]]
    np.add.at(sums, word, change)
    masked = scramble(sums)
    lengths = np.diff(np.append(cut.first, cut.core.size))
    masked[np.bincount(word, minlength=lengths.size) == lengths] = NUMBER
    return masked


def scramble(numbers: Hashes) -> Hashes:
    """Scramble 64-bit numbers (SplitMix64), shape kept."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _shingle_length(single: npt.NDArray[np.bool_]) -> int:
    share = np.count_nonzero(single) / max(single.size, 1)
    return CHARACTERS_IN_SHINGLE if share > SPACELESS_SHARE else WORDS_IN_SHINGLE
