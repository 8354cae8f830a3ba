"""How many planted quotations are found under the noise of scanning, with and without its profile.

    python benchmarks/scans.py [--each N]

From a fixed seed: 60 documents of 400 words of a vocabulary of 6,000 (Zipf), each holding a run of
15 to 120 words of another. Then a share of the characters of every document is damaged: letters
that look alike (half of it), strokes read as two letters or one, diacritics, dirt inside words,
lost punctuation, and any letter for any other (a fifth).
"""

import argparse
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.pipeline import audited
from audit.settings import Settings

SEED = 20_261_124
DOCUMENTS, WORDS, VOCABULARY = 60, 400, 6_000
ALIKE = dict(zip("ilocesfnuhb1", "1l0ecfsunbhl", strict=True))
STROKES = {"m": "rn", "w": "vv", "d": "cl"}
ACCENTS = {"a": "\u00e0", "e": "\u00e9", "o": "\u00f6", "u": "\u00fc", "c": "\u00e7"}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
COMMON = "etaoinshrdlcumwfgypbvkjxqz"


@dataclass(frozen=True, slots=True)
class Plant:
    """A run of *words* words of one document in another."""

    source: str
    host: str
    words: int


def vocabulary(dice: random.Random) -> list[str]:
    weights = [1 / (rank + 2) for rank in range(len(COMMON))]
    made = {"".join(dice.choices(COMMON, weights, k=dice.randint(2, 10))) for _ in range(9_000)}
    return sorted(made)[:VOCABULARY]


def collection(dice: random.Random) -> tuple[dict[str, list[str]], list[Plant]]:
    """Return the words of documents, and which runs of them stand in another."""
    known = vocabulary(dice)
    dice.shuffle(known)
    weights = [1 / (rank + 3) for rank in range(len(known))]
    texts = {f"{n:02}.txt": dice.choices(known, weights, k=WORDS) for n in range(DOCUMENTS)}
    names, plants = sorted(texts), []
    for number, host in enumerate(names[: DOCUMENTS // 2]):
        source = names[DOCUMENTS // 2 + number]
        size, first = dice.randint(15, 120), dice.randrange(250)
        at = dice.randrange(WORDS)
        texts[host][at:at] = texts[source][first : first + size]
        plants.append(Plant(source, host, size))
    return texts, plants


def damaged(text: str, share: float, dice: random.Random) -> str:
    """Return *text* with a *share* of its characters damaged."""
    return "".join(_read(each, dice) if dice.random() < share else each for each in text)


def _read(letter: str, dice: random.Random) -> str:
    kind = dice.random()
    if not letter.isalpha():
        return "" if letter in ".," else letter
    if kind < 0.5 and letter in ALIKE:
        return ALIKE[letter]
    if kind < 0.65 and letter in STROKES:
        return STROKES[letter]
    if kind < 0.75 and letter in ACCENTS:
        return ACCENTS[letter]
    if kind < 0.8:
        return letter + dice.choice(".'`")
    return dice.choice(LETTERS)


def found(texts: dict[str, str], profile: str) -> set[frozenset[str]]:
    """Return which documents share a passage."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "texts"
        folder.mkdir()
        rules = Path(place) / "audit.yml"
        rules.write_text(f"audit: 1\ndocuments: {{profile: {profile}}}\n")
        for name, text in texts.items():
            (folder / name).write_text(text)
        settings = Settings(paths=(str(folder),), config=str(rules), catalogue=False, jobs=1)
        with audited(settings) as audit:
            return {frozenset((each.a, each.b)) for each in audit.passages}


def wrapped(words: Sequence[str]) -> str:
    lines = [" ".join(words[at : at + 11]) for at in range(0, len(words), 11)]
    return ",\n".join(lines) + ".\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.parse_args()
    print("| noise | profile | found | of | wrong |")
    print("|---|---|---|---|---|")
    for share in (0.0, 0.01, 0.03, 0.05):
        dice = random.Random(SEED)
        words, plants = collection(dice)
        texts = {name: damaged(wrapped(each), share, dice) for name, each in words.items()}
        truth = {frozenset((plant.source, plant.host)) for plant in plants}
        for profile in ("plain", "ocr"):
            pairs = found(texts, profile)
            print(
                f"| {share:.0%} | {profile} | {len(pairs & truth)} | {len(truth)} "
                f"| {len(pairs - truth)} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
