"""How fast and how exact `audit.diff` is beside difflib and plain diff-match-patch.

    python benchmarks/diff.py [--limit SECONDS] [CASE ...]

Prose is generated from a fixed seed, edits of eleven kinds are planted in turn, and every tool
compares the two texts in a process of its own with a time limit. `touched` counts the words and
marks that a tool shows as removed or added; white space, quotes and dashes are left out of it,
because `audit` reports those apart. `mid` counts edges of changes inside a word.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

SEED = 20_261_121
TOKEN = re.compile(r"\w+|[^\w\s]")
QUIET = re.compile(r"[\s\"'“”‘’–-]*")
NAMES = ["Rossi", "Vidal", "Moreau", "Lindqvist", "Okafor", "Tanaka", "Brandt", "Costa"]
Change = tuple[int, int, int, int]
"""Characters [start, end) of A and of B."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts, and how many words and marks of them the planted edits touch."""

    a: str
    b: str
    touched: int
    moved: int = 0


def vocabulary(dice: random.Random) -> list[str]:
    parts = ["ta", "ri", "mo", "len", "sha", "qui", "ver", "don", "pel", "u", "cor", "ne", "bri"]
    words = {"".join(dice.choices(parts, k=dice.randint(1, 4))) for _ in range(6_000)}
    return sorted(words)


def sentence(dice: random.Random, words: Sequence[str]) -> list[str]:
    """Return the tokens of a sentence; common words come often, as in any language."""
    size = dice.randint(6, 26)
    found = [words[int(len(words) * dice.random() ** 4)] for _ in range(size)]
    found[0] = found[0].capitalize()
    if dice.random() < 0.4:
        found[size // 2] = dice.choice(NAMES)
    if dice.random() < 0.4:
        found[size // 3] = f"{dice.randint(2, 9)},{dice.randint(100, 999)}"
    if dice.random() < 0.3:
        found[size // 4] = f'"{found[size // 4]}"'
    if dice.random() < 0.5:
        found[size // 2 - 1] += ","
    found[-1] += "."
    return found


def prose(dice: random.Random, size: int) -> list[list[list[str]]]:
    """Return paragraphs of sentences of words, *size* characters in all."""
    words, paragraphs, done = vocabulary(dice), [], 0
    while done < size:
        paragraph = [sentence(dice, words) for _ in range(dice.randint(2, 7))]
        done += sum(len(word) + 1 for found in paragraph for word in found)
        paragraphs.append(paragraph)
    return paragraphs


def edited(dice: random.Random, found: list[str], kind: int) -> tuple[list[list[str]], int]:
    """Return the sentence with an edit of the *kind*, and the words and marks that it touches."""
    new, at = list(found), dice.randrange(1, len(found) - 1)
    plain = [place for place in range(1, len(new) - 1) if new[place].isalpha()] or [at]
    place = dice.choice(plain)
    size = len(TOKEN.findall(" ".join(found)))
    if kind == 0:
        new[place] = "substituted"
        return [new], 2
    if kind == 1:
        return [[*new[:place], "inserted", *new[place:]]], 1
    if kind == 2:
        return [[*new[:place], *new[place + 1 :]]], 1
    if kind == 3:
        return [new, ["Nobody", "had", "expected", "this", "line."]], 6
    if kind == 4:
        return [], size
    replacements: list[Callable[[], tuple[str, int]]] = [
        lambda: (f"{dice.randint(10, 99)}", 2),
        lambda: ("Zanetti", 2),
        lambda: (f"“{new[place]}”", 0),
        lambda: (new[place].upper(), 2),
        lambda: (new[place] + ";", 1),
        lambda: (new[place] + " ", 0),
    ]
    new[place], touched = replacements[kind - 5]()
    return [new], touched


def planted(size: int, edits: int, moves: int = 0) -> tuple[list[str], list[str], int, int]:
    """Return the paragraphs of both texts, what the edits touch, and the words that moved."""
    dice = random.Random(SEED + size + edits)
    one = prose(dice, size)
    other = [[[found] for found in paragraph] for paragraph in one]
    places = [(p, s) for p, paragraph in enumerate(one) for s in range(len(paragraph))]
    touched = moved = 0
    for number, (p, s) in enumerate(dice.sample(places, min(edits, len(places)))):
        other[p][s], cost = edited(dice, one[p][s], number % 11)
        touched += cost
    a = [" ".join(" ".join(found) for found in paragraph) for paragraph in one]
    b = [" ".join(" ".join(f) for fs in paragraph for f in fs) for paragraph in other]
    for _ in range(moves):
        paragraph = b.pop(dice.randrange(len(b)))
        moved += len(paragraph.split())
        b.insert(dice.randrange(len(b)), paragraph)
    return a, b, touched, moved


def case(name: str) -> Case:
    sizes = {"a": (6_000, 20, 0), "b3": (232_000, 2_000, 0), "c": (2_000_000, 2_000, 10)}
    a, b, touched, moved = planted(*sizes.get(name, (232_000, 200, 0)))
    if name == "b1":
        return Case(" ".join(a), " ".join(b), touched)
    if name == "b2":
        return Case(wrapped(a, 72), wrapped(b, 80), touched)
    return Case("\n\n".join(a), "\n\n".join(b), touched, moved)


def wrapped(paragraphs: list[str], width: int) -> str:
    return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)


def by_audit(a: str, b: str) -> Iterator[Change]:
    from audit.diff import Kind, compare, visible

    for hunk in visible(compare(a, b), everything=False):
        if hunk.kind is not Kind.MOVED:
            yield hunk.a_start, hunk.a_end, hunk.b_start, hunk.b_end


def by_dmp(a: str, b: str) -> Iterator[Change]:
    from diff_match_patch import diff_match_patch

    at_a = at_b = 0
    for what, text in diff_match_patch().diff_main(a, b):
        end_a, end_b = at_a + len(text) * (what <= 0), at_b + len(text) * (what >= 0)
        if what:
            yield at_a, end_a, at_b, end_b
        at_a, at_b = end_a, end_b


def by_difflib(a: str, b: str) -> Iterator[Change]:
    import difflib

    cut_a, cut_b = (re.findall(r"\w+\s*|[^\w\s]\s*|\s+", text) for text in (a, b))
    starts_a, starts_b = (offsets(cut) for cut in (cut_a, cut_b))
    for what, i, j, k, m in difflib.SequenceMatcher(None, cut_a, cut_b).get_opcodes():
        if what != "equal":
            yield starts_a[i], starts_a[j], starts_b[k], starts_b[m]


def offsets(cut: list[str]) -> list[int]:
    found = [0]
    for token in cut:
        found.append(found[-1] + len(token))
    return found


TOOLS: dict[str, Callable[[str, str], Iterator[Change]]] = {
    "audit": by_audit,
    "diff-match-patch": by_dmp,
    "difflib words": by_difflib,
}
CASES = ("a", "b", "b1", "b2", "b3", "c")


def measured(tool: str, name: str) -> dict[str, float]:
    given = case(name)
    list(TOOLS[tool]("One tide.", "Two tides."))
    start = time.process_time()
    changes = list(TOOLS[tool](given.a, given.b))
    seconds = time.process_time() - start
    touched = mid = gone = 0
    for a, a_end, b, b_end in changes:
        before, after = given.a[a:a_end], given.b[b:b_end]
        gone += a_end - a
        if not (QUIET.fullmatch(before) and QUIET.fullmatch(after)):
            touched += len(TOKEN.findall(before)) + len(TOKEN.findall(after))
        mid += sum(
            inside(text, place)
            for text, place in ((given.a, a), (given.a, a_end), (given.b, b), (given.b, b_end))
        )
    return {
        "seconds": seconds,
        "changes": len(changes),
        "touched": touched,
        "mid": mid,
        "all": gone > 0.95 * len(given.a),
    }


def inside(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def cell(tool: str, name: str, limit: float) -> str:
    command = [sys.executable, __file__, "--one", tool, name]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=True)
    except subprocess.TimeoutExpired:
        return f"over {limit:g} s"
    found = json.loads(done.stdout)
    said = "everything" if found["all"] else f"{found['touched']:,} touched"
    mid = f", {found['mid']:,} mid" if found["mid"] else ""
    return f"{found['seconds']:.2f} s, {found['changes']:,} changes, {said}{mid}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--limit", type=float, default=60)
    options.add_argument("--one", nargs=2, metavar=("TOOL", "CASE"))
    options.add_argument("cases", nargs="*", metavar="CASE")
    given = options.parse_args()
    if given.one:
        print(json.dumps(measured(*given.one)))
        return
    print("| case | size | planted |", " | ".join(TOOLS), "|")
    print("|---|---|---|" + "---|" * len(TOOLS))
    for name in given.cases or CASES:
        texts = case(name)
        moved = f", {texts.moved:,} words moved" if texts.moved else ""
        cells = [cell(tool, name, given.limit) for tool in TOOLS]
        size = f"{len(texts.a) / 1000:,.0f} kB"
        print(f"| {name} | {size} | {texts.touched:,} touched{moved} |", " | ".join(cells), "|")


if __name__ == "__main__":
    main()
