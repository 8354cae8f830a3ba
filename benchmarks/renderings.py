"""Ask for titles, authors and days of pages that other programs have saved as text.

python benchmarks/renderings.py PAGES LABELS RENDERER [--shut], where RENDERER is the Python of an
environment with html2text, inscriptis and beautifulsoup4 (whichever is missing is left out). Each
way of saving a page is read as a file called `.txt`, as people keep it: the format is told by the
content. A page counts as right where what is chosen is what the label says, all of it.

`PYTHON benchmarks/renderings.py` without arguments is the renderer: it reads one JSON string a
line, and writes one JSON object of texts.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

NAMES = ("title", "creator", "issued")


def plain(page):
    import html2text

    return html2text.html2text(page)


def unbroken(page):
    import html2text

    maker = html2text.HTML2Text()
    maker.body_width = 0
    return maker.handle(page)


def without_links(page):
    import html2text

    maker = html2text.HTML2Text()
    maker.ignore_links = maker.ignore_images = maker.ignore_emphasis = True
    return maker.handle(page)


def laid_out(page):
    from inscriptis import get_text

    return get_text(page)


def strings(page):
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "lxml")
    for element in soup(["script", "style", "noscript", "template", "head"]):
        element.decompose()
    lines = map(str.strip, soup.get_text("\n").split("\n"))
    return "\n".join(filter(None, lines))


WAYS = {
    "html2text": plain,
    "html2text, lines not broken": unbroken,
    "html2text, without links": without_links,
    "inscriptis": laid_out,
    "beautifulsoup, get_text by lines": strings,
}


def render():
    """Write how each page of the standard input is as text."""
    for line in sys.stdin:
        page, texts = json.loads(line), {}
        for name, way in WAYS.items():
            try:
                texts[name] = way(page)
            except ImportError:
                continue
        print(json.dumps(texts), flush=True)


@dataclass
class Score:
    """What was right and what was said of one way, by property."""

    right: Counter = field(default_factory=Counter)
    told: Counter = field(default_factory=Counter)
    asked: Counter = field(default_factory=Counter)

    def add(self, name, gold, found):
        self.asked[name] += bool(gold)
        self.told[name] += bool(found)
        self.right[name] += bool(gold) and found == gold

    def shown(self, name):
        right, told, asked = (each[name] for each in (self.right, self.told, self.asked))
        return f"{name} {right}/{asked} = {right / max(asked, 1):.3f} at {right / max(told, 1):.3f}"


def judge(text, file, label, score):
    """Read *text* as the file of a page that somebody has saved, and count what is right."""
    from metadata import answers, gold_of, source_of

    from audit.extractors import extract_all
    from audit.readers import reader_for
    from audit.readers.formats import identify

    data = text.encode("utf-8", "replace")
    reader = reader_for(identify(f"{file}.txt", data).media_type)
    evidence = extract_all(reader.read(source_of(file, len(data)), data, "benchmark"))
    for name in NAMES:
        found = "; ".join(sorted(answers(evidence, name)))
        gold = "; ".join(sorted(gold_of(label, name).split("; ")))
        score.add(name, gold, found)


def main():
    from metadata import part, read

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("renderer", help="the Python of an environment with the programs")
    parser.add_argument("--shut", action="store_true", help="report on the part never looked at")
    options = parser.parse_args()
    labels = [json.loads(line) for line in options.labels.read_text("utf-8").splitlines()]
    wanted = [(label, options.pages / label["file"]) for label in labels]
    wanted = [
        (label, path)
        for label, path in wanted
        if path.is_file() and (part(label["file"]) == "shut") is options.shut
    ]
    documents = [read(path) for _, path in wanted]
    asked = "".join(json.dumps(document.markup) + "\n" for document in documents)
    run = subprocess.run(
        [options.renderer, "-W", "ignore", __file__],
        input=asked,
        text=True,
        check=True,
        capture_output=True,
    )
    scores = {}
    rendered = map(json.loads, run.stdout.splitlines())
    for (label, path), document, texts in zip(wanted, documents, rendered, strict=True):
        for way, text in {"as this program reads it": document.text, **texts}.items():
            judge(text, path, label, scores.setdefault(way, Score()))
    for way, score in scores.items():
        print(f"{way}: " + ", ".join(map(score.shown, NAMES)))


if __name__ == "__main__":
    main() if len(sys.argv) > 1 else render()
