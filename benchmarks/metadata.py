"""Measure extracted metadata against labelled pages: python benchmarks/metadata.py PAGES LABELS.

Exact match after NFKC, casefold and folding of quotes, dashes and white space. The rules were
developed on the pages whose name has an even SHA-256; both halves are printed.
"""

import argparse
import hashlib
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from audit.extractors import extract_all
from audit.model import Document, Source
from audit.readers import reader_for

QUOTES = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("–—‒", "-")
)


def fold(value):
    text = unicodedata.normalize("NFKC", value).translate(QUOTES).casefold()
    return " ".join(text.replace("'", '"').split())


def read(path):
    data = path.read_bytes()
    source = Source(
        uri=path.name, path=path.name, location=str(path), size=len(data), modified=0, inode=0
    )
    reader = reader_for("text/html")
    if reader is not None:
        return reader.read(source, data, "benchmark")
    markup = data.decode("utf-8", "replace")
    return Document(
        source=source,
        media_type="text/html",
        basis="benchmark",
        encoding="utf-8",
        encoding_confidence=1.0,
        text="",
        markup=markup,
    )


class Score:
    def __init__(self):
        self.counts = Counter()

    def add(self, gold, answers):
        if not gold:
            self.counts["undated"] += 1
            self.counts["none"] += not answers
            return
        self.counts["gold"] += 1
        self.counts["answered"] += bool(answers)
        self.counts["right"] += gold in answers

    def line(self):
        c = self.counts
        precision = c["right"] / max(c["answered"], 1)
        recall = c["right"] / max(c["gold"], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        none = f"{c['none']}/{c['undated']}"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  (n {c['gold']}, none said {none})"


def half(name):
    return "odd" if hashlib.sha256(name.encode()).digest()[-1] % 2 else "even"


def answers(evidence, name):
    chosen = [claim for claim in evidence.claims if claim.chosen and claim.property == name]
    return {fold(claim.normalized) for claim in chosen}


def gold_of(label, name):
    key = {"title": "title", "creator": "author", "issued": "date"}[name]
    value = label.get(key) or ""
    return fold("; ".join(value) if isinstance(value, list) else value)


def judge(label, evidence, scores, misses):
    """Add one page to the scores; print what was missed where that was asked for."""
    which = half(label["file"])
    for name in ("title", "creator", "issued"):
        gold, found = gold_of(label, name), answers(evidence, name)
        if name == "creator" and found:
            found = together(label["author"], gold, found)
        scores[which, name].add(gold, found)
        wrong = gold not in found if gold else bool(found) and name == "issued"
        if misses == name and wrong and which == "even":
            show(label["file"], gold, found, [c for c in evidence.claims if c.property == name])


def together(authors, gold, found):
    """Return the gold value where the set of names is right, whatever joins them."""
    parts = authors if isinstance(authors, list) else re.split(r"[;,]\s*", authors)
    folded = {fold(part) for part in parts}
    return {gold} if found in (folded, {gold}) else {"; ".join(sorted(found))}


def show(file, gold, found, claims):
    print(f"{file[:45]:46} gold {gold!r} found {sorted(found)}")
    for claim in claims:
        if claim.confidence > 0.3:
            said = f"{claim.confidence:.2f} {claim.normalized[:60]!r}"
            print(f"      {said} {claim.extractor} {claim.reason[:60]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--misses", default="", help="print the misses of one property (even half)")
    options = parser.parse_args()
    scores = {(h, p): Score() for h in ("even", "odd") for p in ("title", "creator", "issued")}
    spent, pages = 0.0, 0
    for row in options.labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(row)
        path = options.pages / label["file"]
        if not path.is_file():
            continue
        document = read(path)
        began = time.process_time()
        evidence = extract_all(document)
        spent, pages = spent + time.process_time() - began, pages + 1
        for problem in evidence.problems:
            print(label["file"], problem, file=sys.stderr)
        judge(label, evidence, scores, options.misses)
    for (which, name), score in scores.items():
        print(f"{which:5} {name:8} {score.line()}")
    print(f"extractors: {pages / max(spent, 1e-9):.0f} pages/s of CPU")


if __name__ == "__main__":
    main()
