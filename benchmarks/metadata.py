"""Measure extracted metadata against labelled pages: python benchmarks/metadata.py PAGES LABELS.

Exact match after NFKC, casefold and folding of quotes, dashes, white space and signs that nobody
sees, in labels and in all answers. The pages fall
into three parts by the SHA-256 of their names: `even` (one half) and `open` (a quarter) are those
on which rules are developed; `shut` (a quarter) is never looked at page by page, and its figures
are printed with `--shut` alone. Every page is asked for twice: as HTML, and as its bare text
without a tag (`text`), where the claim must also stand on the right line. `--peers PYTHON` asks
other tools the same, see metadata_peers.py.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import islice
from pathlib import Path

from audit.calendars import find_dates
from audit.claims.page import let_go
from audit.claims.unseen import without_unseen
from audit.extractors import Extractor, extract_all
from audit.model import Document, Source
from audit.readers import reader_for
from audit.registry import members

QUOTES = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("–—‒", "-")
)


WORK = {
    "reading": "HTML, read alone",
    "html": "extractors, html",
    "text": "extractors, text",
}


def fold(value):
    text = without_unseen(unicodedata.normalize("NFKC", value)).translate(QUOTES).casefold()
    return " ".join(text.replace("'", '"').split())


def source_of(path, size):
    return Source(uri=path.name, path=path.name, location=str(path), size=size, modified=0, inode=0)


def read(path):
    data = path.read_bytes()
    source = source_of(path, len(data))
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


def part(name):
    return ("even", "open", "even", "shut")[hashlib.sha256(name.encode()).digest()[-1] % 4]


def answers(evidence, name):
    chosen = [claim for claim in evidence.claims if claim.chosen and claim.property == name]
    return {fold(claim.normalized) for claim in chosen}


def gold_of(label, name):
    key = {"title": "title", "creator": "author", "issued": "date"}[name]
    value = label.get(key) or ""
    return fold("; ".join(value) if isinstance(value, list) else value)


def bare(document):
    """Return the page as a plain text without a tag."""
    changes = {"media_type": "text/plain", "markup": "", "furniture": (), "chunks": (), "tags": ()}
    return replace(document, **changes)


def judge_lines(label, document, evidence, scores):
    """Add whether title and date of a bare text are right and stand on a line that says so."""
    lines = [fold(line) for line in document.text.split("\n")]
    judge_ceiling(label, lines, document, evidence, scores)
    for name in ("title", "issued"):
        gold = gold_of(label, name)
        found = {
            fold(claim.normalized)
            for claim in evidence.claims
            if claim.chosen
            and claim.property == name
            and (name == "issued" or gold in lines[claim.line - 1])
        }
        scores[part(label["file"]), f"text {name}"].add(gold, found)
    judge_authors(label, evidence, scores, "text creator")


def judge_authors(label, evidence, scores, name):
    gold, found = gold_of(label, "creator"), answers(evidence, "creator")
    scores[part(label["file"]), name].add(
        gold, together(label["author"], gold, found) if found else found
    )


def judge_ceiling(label, lines, document, evidence, scores):
    """Add whether the title is a line at all and among ours, and the date among those found."""
    which, title, day = part(label["file"]), gold_of(label, "title"), gold_of(label, "issued")
    scores[which, "line is title"].add(title, {title} & set(lines))
    ours = {fold(claim.normalized) for claim in evidence.claims if claim.property == "title"}
    scores[which, "title is ours"].add(title, {title} & ours)
    days = {date.normalized for date in islice(find_dates(document.text), 400)}
    scores[which, "date in text"].add(day, {day} & days)


def costs(pages):
    """Return the seconds of CPU of each extractor; what several share counts for the first."""
    spent = Counter()
    for page in pages:
        for name, extractor in members("audit.extractors", Extractor).items():
            began = time.process_time()
            list(extractor().extract(page))
            spent[name] += time.process_time() - began
        let_go()
    return spent


def ask_peers(python, asked):
    """Yield what other tools answer; *asked* are labels with path and bare text."""
    script = Path(__file__).with_name("metadata_peers.py")
    given = "".join(json.dumps(each) + "\n" for each in asked)
    done = subprocess.run(
        [python, str(script)], input=given.encode(), stdout=subprocess.PIPE, check=True
    )
    yield from map(json.loads, done.stdout.decode().splitlines())


def judge_peers(python, asked, labels):
    scores, seconds, failed = defaultdict(Score), Counter(), Counter()
    for answer in ask_peers(python, asked):
        peer, form = answer["peer"], answer["form"]
        seconds[peer, form] += answer["seconds"]
        failed[peer, form] += "error" in answer
        label = labels[answer["file"]]
        for name in ("title", "creator", "issued"):
            if name in answer or ("error" in answer and peer != "htmldate"):
                gold, value = gold_of(label, name), answer.get(name) or ""
                found = {fold(value)} if value else set()
                if name == "creator" and found:
                    found = together(label["author"], gold, set(map(fold, value.split("; "))))
                scores[peer, form, name].add(gold, found)
    for (peer, form, name), score in sorted(scores.items()):
        print(f"{peer:11} {form:4} {name:8} {score.line()}")
    for (peer, form), spent in sorted(seconds.items()):
        many = f"{len(asked) / spent:.0f} pages/s of CPU, {failed[peer, form]} failed"
        print(f"{peer:11} {form:4} {many}")


def judge(label, evidence, scores, misses):
    """Add one page to the scores; print what was missed where that was asked for."""
    which = part(label["file"])
    for name in ("title", "creator", "issued"):
        gold, found = gold_of(label, name), answers(evidence, name)
        if name == "creator" and found:
            found = together(label["author"], gold, found)
        scores[which, name].add(gold, found)
        wrong = gold not in found if gold else bool(found) and name == "issued"
        if misses == name and wrong and which != "shut":
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


def measure(options, scores):
    """Ask for every page twice; return the seconds, what was asked, and the labels by file."""
    spent, asked, labels = Counter(), [], {}
    parts = Counter()
    for row in options.labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(row)
        path = options.pages / label["file"]
        if not path.is_file() or (part(label["file"]) == "shut" and not options.shut):
            continue
        began = time.process_time()
        document = read(path)
        spent["reading"] += time.process_time() - began
        if options.unnamed:
            document = replace(document, source=replace(document.source, path=""))
        text = bare(document)
        parts += costs([document])
        for form, given in (("html", document), ("text", text)):
            began = time.process_time()
            evidence = extract_all(given)
            spent[form] += time.process_time() - began
            for problem in evidence.problems:
                print(label["file"], problem, file=sys.stderr)
            if form == "html":
                judge(label, evidence, scores, options.misses)
            else:
                judge_lines(label, text, evidence, scores)
        labels[label["file"]] = label
        asked.append({"file": label["file"], "path": str(path), "text": text.text})
    for name, seconds in parts.most_common(5):
        print(f"{name:12} {seconds / parts.total():.0%} of the extractors' time on HTML")
    return spent, asked, labels


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--misses", default="", help="print what was missed of one property")
    parser.add_argument("--shut", action="store_true", help="ask for the pages kept blind as well")
    parser.add_argument("--unnamed", action="store_true", help="withhold the names of the files")
    parser.add_argument("--peers", default="", help="the Python of an environment with peers")
    options = parser.parse_args()
    names = ("title", "creator", "issued", "text title", "text issued", "text creator")
    names += ("line is title", "title is ours", "date in text")
    scores = {(each, name): Score() for each in ("even", "open", "shut") for name in names}
    spent, asked, labels = measure(options, scores)
    for (which, name), score in scores.items():
        print(f"{which:5} {name:13} {score.line()}")
    for form, seconds in spent.items():
        print(f"{WORK[form]}: {len(asked) / max(seconds, 1e-9):.0f} pages/s of CPU")
    whole = spent["reading"] + spent["html"]
    print(f"HTML, read and extracted: {len(asked) / max(whole, 1e-9):.0f} pages/s of CPU")
    if options.peers:
        judge_peers(options.peers, asked, labels)


if __name__ == "__main__":
    main()
