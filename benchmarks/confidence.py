"""Compare how sure the chosen values are with how often they are right.

    python benchmarks/confidence.py PAGES LABELS [MORE] [--shown 0.6]

The pages are those of metadata.py (`even` and `open`), as HTML and as bare texts; MORE is a folder
of headline_pages.py, whose titles count as well. For every twentieth of confidence it prints how
many values were chosen and the share that is right; a value of a page without a label is wrong.
With `--shown` the wrong ones up to a confidence are printed.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from metadata import answers, bare, fold, gold_of, part, read, together

from audit.extractors import extract_all

STEP = 20


def right(label, name, evidence):
    """Tell whether what is chosen is what the label says, all of it."""
    gold, found = gold_of(label, name), answers(evidence, name)
    if name == "creator" and gold:
        found = together(label["author"], gold, found)
    return bool(gold) and gold in found


def pages(options):
    """Yield the file and the label of every page, and the properties it is labelled with."""
    for row in options.labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(row)
        if part(label["file"]) != "shut" and (options.pages / label["file"]).is_file():
            yield options.pages / label["file"], label, ("title", "issued", "creator")
    rows = (options.more / "labels.jsonl").read_text(encoding="utf-8") if options.more else ""
    for row in rows.splitlines():
        label = json.loads(row)
        if label["part"] != "shut":
            yield options.more / label["file"], label, ("title",)


def main():
    """Print a table for each property of each form."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("more", type=Path, nargs="?")
    parser.add_argument("--shown", type=float, default=0.0)
    options = parser.parse_args()
    counts = defaultdict(lambda: [0, 0])
    for path, label, names in pages(options):
        document = read(path)
        for form, given in (("html", document), ("text", bare(document))):
            evidence = extract_all(given)
            for name in names:
                chosen = [c for c in evidence.claims if c.chosen and c.property == name]
                if not chosen:
                    continue
                sure, is_right = chosen[0].confidence, right(label, name, evidence)
                count = counts[form, name, int(sure * STEP) / STEP]
                count[0] += 1
                count[1] += is_right
                if sure < options.shown and not is_right:
                    said = [fold(one.normalized)[:60] for one in chosen]
                    print(f"{sure:.2f} {form} {name} {said} not {gold_of(label, name)[:60]!r}")
    for (form, name, sure), (chosen, rights) in sorted(counts.items()):
        print(f"{form} {name:8} {sure:.2f} {chosen:4} chosen {rights / chosen:.2f} right")


if __name__ == "__main__":
    main()
