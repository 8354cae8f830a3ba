"""Make a collection of any size from a seed: versions, quotations and footers are planted in it.

    python benchmarks/generate.py [--lines] FOLDER DOCUMENTS

Every document has 300 words, of which the last 40 are a footer that 200 documents share. Words
are Zipf-distributed over 50,000. Every tenth document is a version of an earlier one (5 % of its
words edited), every twentieth quotes 20 to 80 words of an earlier one. With `--lines` they are the
records of one file of JSON Lines.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

SEED = 20_261_122
WORDS = 50_000
BODY, FOOTER = 260, 40
BOOK, LICENCE = 75_000, 3_000
SHARE = 200
"""Documents that have one footer."""
IN_FOLDER = 1_000
IN_LINE = 12
VERSION, QUOTATION = 10, 20
REACH = 5_000
"""An earlier document is taken from so many before, so that memory stays bounded."""

Numbers = npt.NDArray[np.int64]


def vocabulary() -> npt.NDArray[np.str_]:
    """Return words of one to four syllables, frequent ones short."""
    parts = np.array([a + b for a in "bdklm" for b in "aeiu"])
    digits = [np.arange(WORDS) // parts.size**place % parts.size for place in range(4)]
    used = [np.arange(WORDS) >= parts.size**place for place in range(4)]
    words = parts[digits[0]]
    for digit, use in zip(digits[1:], used[1:], strict=True):
        words = np.char.add(words, np.where(use, parts[digit], ""))
    return words


def bodies(documents: int) -> Iterator[Numbers]:
    """Yield the words of each body as numbers."""
    dice = np.random.default_rng(SEED)
    limits = np.cumsum(1 / np.arange(1, WORDS + 1))
    earlier: list[Numbers] = []
    for number in range(documents):
        body = np.searchsorted(limits, dice.random(BODY) * limits[-1])
        if earlier and number % VERSION == VERSION - 1:
            old = earlier[int(dice.integers(len(earlier)))]
            body = np.where(dice.random(BODY) < 0.05, body, old)
        elif earlier and number % QUOTATION == QUOTATION // 2:
            size = int(dice.integers(20, 81))
            old = earlier[int(dice.integers(len(earlier)))]
            there, here = (int(dice.integers(BODY - size)) for _ in range(2))
            body[here : here + size] = old[there : there + size]
        if len(earlier) < REACH:
            earlier.append(body)
        else:
            earlier[number % REACH] = body
        yield body


def texts(documents: int) -> Iterator[str]:
    """Yield the text of each document."""
    words = vocabulary()
    footers = np.random.default_rng(SEED + 1).integers(WORDS, size=(documents // SHARE + 1, FOOTER))
    shuffled = np.random.default_rng(SEED + 2).permutation(documents) // SHARE
    for number, body in enumerate(bodies(documents)):
        lines = [body[at : at + IN_LINE] for at in range(0, BODY, IN_LINE)]
        footer = footers[shuffled[number]]
        lines += [footer[: FOOTER // 2], footer[FOOTER // 2 :]]
        yield "".join(" ".join(words[line]) + "\n" for line in lines)


def books(documents: int) -> Iterator[str]:
    """Yield books of 75,000 words; the last 3,000, as a licence, are those of all of them."""
    words = vocabulary()
    dice = np.random.default_rng(SEED)
    limits = np.cumsum(1 / np.arange(1, WORDS + 1))
    licence = np.searchsorted(limits, dice.random(LICENCE) * limits[-1])
    for _ in range(documents):
        book = np.searchsorted(limits, dice.random(BOOK) * limits[-1])
        book[-LICENCE:] = licence
        lines = [words[book[at : at + IN_LINE]] for at in range(0, BOOK, IN_LINE)]
        yield "".join(" ".join(line) + "\n" for line in lines)


def write(folder: Path, documents: int, made: Callable[[int], Iterator[str]] = texts) -> int:
    """Write the documents that are *made* as files, 1,000 in a folder; return their bytes."""
    size = 0
    for number, text in enumerate(made(documents)):
        place = folder / f"{number // IN_FOLDER:04}"
        if number % IN_FOLDER == 0:
            place.mkdir(parents=True, exist_ok=True)
        size += (place / f"{number:07}.txt").write_bytes(text.encode())
    return size


def write_lines(folder: Path, documents: int) -> int:
    """Write the documents as the records of one file of JSON Lines; return its bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    with (folder / "records.jsonl").open("wb") as out:
        for number, text in enumerate(texts(documents)):
            record = {"id": f"{number:07}", "text": text}
            size += out.write(json.dumps(record).encode() + b"\n")
    return size


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--lines", action="store_true")
    options.add_argument("folder", type=Path)
    options.add_argument("documents", type=int)
    given = options.parse_args()
    size = (write_lines if given.lines else write)(given.folder, given.documents)
    print(f"{given.documents:,} documents, {size:,} bytes")


if __name__ == "__main__":
    main()
