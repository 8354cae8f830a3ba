"""Gather more pages to fit headlines on: python benchmarks/headline_pages.py FOLDER LABELS.

The pages are test data of published packages, listed with their digests in `headline_pages.tsv`;
those whose names stand in LABELS are left out. Nobody labelled them by hand: the title of a page is
the heading that two of its own declarations agree on (`title`, `og:title`, `headline` of its
structured data); a page on which none do is left out. FOLDER gets the pages and `labels.jsonl`, a
line each: `file`, `title`, `name` (the last part of its address, as a crawler saves it), `site`
(pages with the same eight lines are of one), and `part`: `fit`, or `shut` for the packages of
which no page is looked at.
"""

import argparse
import hashlib
import html
import io
import json
import re
import tarfile
import urllib.request
from collections import Counter, defaultdict
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import metadata

PACKAGES = Path(__file__).with_suffix(".tsv")
"""The part, the SHA-256 and the address of every package."""
SIZES = range(8_000, 3_000_000)
"""Bytes of a page."""
SHORTEST = 6
"""Characters of a title."""
ALONE = 12
"""Characters of a title that no heading repeats."""
SAME = 8
"""Lines that pages of one site share, of ten characters or more."""
JOINS = r"[|–—·»:•«_-]+"
BEHIND = re.compile(rf"\s*{JOINS}\s+|\s+{JOINS}\s*")
BEFORE = re.compile(rf"{JOINS}\s*\Z")


class Declared(HTMLParser):
    """What a page declares of its title."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.parts = {"title": [], "h1": [], "h2": [], "json": []}
        self.meta, self.address, self.open = {}, "", None
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        given = {key: value or "" for key, value in attrs}
        kind = "json" if tag == "script" and "ld+json" in given.get("type", "") else tag
        if kind in self.parts:
            self.open = kind
            self.parts[kind].append("")
        elif tag == "meta":
            name = (given.get("property") or given.get("name", "")).lower()
            self.meta.setdefault(name, given.get("content", ""))
        elif tag == "link" and given.get("rel") == "canonical":
            self.address = given.get("href", "")
        elif tag == "br" and self.open == "h1":
            self.parts["h1"][-1] += " "

    def handle_endtag(self, tag):
        if tag in ("title", "h1", "h2", "script", "head"):
            self.open = None

    def handle_data(self, data):
        if self.open:
            self.parts[self.open][-1] += data

    def folded(self, kind):
        return [folded for folded in map(metadata.fold, self.parts[kind]) if folded]

    def titles(self):
        """Return the titles that are declared beside the one of the browser, folded."""
        names = ("og:title", "twitter:title", "dc.title", "title")
        given = [self.meta[name] for name in names if self.meta.get(name)]
        return list(map(metadata.fold, [*given, *headlines(self.parts["json"])]))


def headlines(blocks):
    """Yield the headlines of structured data."""
    for block in blocks:
        try:
            nodes = [json.loads(block, strict=False)]
        except ValueError:
            continue
        while nodes:
            node = nodes.pop(0)
            if isinstance(node, dict):
                if isinstance(node.get("headline"), str):
                    yield html.unescape(node["headline"])
                nodes += node.values()
            elif isinstance(node, list):
                nodes += node


def holds(declared, heading):
    """Tell whether *declared* is *heading*, alone or set apart from the name of a site."""
    if declared.startswith(heading):
        rest = declared[len(heading) :]
        return not rest or bool(BEHIND.match(rest))
    return declared.endswith(heading) and bool(BEFORE.search(declared[: -len(heading)]))


def title_of(page):
    """Return the title that the page agrees on, folded; none: an empty text."""
    site = metadata.fold(page.meta.get("og:site_name", ""))
    shown, others = "".join(page.folded("title")[:1]), page.titles()
    first = page.folded("h1")
    found = []
    for heading in dict.fromkeys([*first, *page.folded("h2")[:8]]):
        votes = sum(holds(other, heading) for other in others) + holds(shown, heading)
        if len(heading) >= SHORTEST and heading != site and votes:
            is_first = heading in first
            sure = votes > 1 or is_first or shown != heading
            found += [(votes + is_first, heading)] * sure
    alone = [each for each in others if len(each) >= ALONE and shown != each and holds(shown, each)]
    best = max((votes for votes, _ in found), default=0)
    return next((heading for votes, heading in found if votes == best), "".join(alone[:1]))


def pages_of(address, digest):
    """Yield the names and the bytes of the pages in a package."""
    with urllib.request.urlopen(address, timeout=300) as answer:
        data = answer.read()
    if hashlib.sha256(data).hexdigest() != digest:
        raise SystemExit(f"{address}: not the bytes that were measured")
    with tarfile.open(fileobj=io.BytesIO(data)) as package:
        for member in sorted(package.getmembers(), key=lambda each: each.name):
            if member.isfile() and ".htm" in member.name.lower() and member.size in SIZES:
                yield member.name, package.extractfile(member).read()


def labelled(known):
    """Yield the label and the bytes of every page that agrees on its title."""
    seen = set()
    for row in PACKAGES.read_text(encoding="ascii").splitlines():
        part, digest, address = row.split("\t")
        for name, data in pages_of(address, digest):
            key = hashlib.sha256(data).hexdigest()
            if Path(name).name in known or key in seen:
                continue
            seen.add(key)
            page = Declared(data.decode("utf-8", "replace"))
            title = title_of(page)
            if title:
                url = (page.meta.get("og:url") or page.address).split("?")[0].rstrip("/")
                last = url.rsplit("/", 1)[-1] if url.count("/") > 3 else ""
                yield {"file": f"{key[:16]}.html", "title": title, "name": last, "part": part}, data


def sites(lines):
    """Return the site of every page: the first page with which it shares lines, through others."""
    holders, site = defaultdict(list), {file: file for file in lines}
    for file, held in lines.items():
        for line in held:
            holders[line].append(file)
    shared = Counter()
    for files in holders.values():
        shared.update(combinations(files, 2) if len(files) <= 60 else ())
    for (one, other), many in sorted(shared.items()):
        if many >= SAME:
            first, second = sorted((site[one], site[other]))
            site.update((file, first) for file, its in site.items() if its == second)
    return site


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("labels", type=Path)
    options = parser.parse_args()
    rows = options.labels.read_text(encoding="utf-8").splitlines()
    known = {json.loads(row)["file"] for row in rows}
    options.folder.mkdir(parents=True, exist_ok=True)
    labels, lines = [], {}
    for label, data in labelled(known):
        path = options.folder / label["file"]
        path.write_bytes(data)
        text = metadata.read(path).text
        lines[label["file"]] = {line.strip() for line in text.split("\n") if len(line) >= 10}
        labels.append(label)
    site = sites(lines)
    with (options.folder / "labels.jsonl").open("w", encoding="utf-8") as file:
        for label in labels:
            row = label | {"site": site[label["file"]]}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(
        f"{len(labels)} pages of {len(set(site.values()))} sites",
        Counter(r["part"] for r in labels),
    )


if __name__ == "__main__":
    main()
