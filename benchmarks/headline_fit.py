"""Fit the weights of the signs of a headline: python benchmarks/headline_fit.py PAGES LABELS MORE.

The pages are read as bare texts: of the parts `even` and `open` of metadata.py, and, in MORE, those
of headline_pages.py, three of a site at most. Every line that may be the headline has its signs;
the weights are those of a conditional logit (the labelled line against all other lines of its
text), with a penalty on how far a weight goes from nought, or from the one set by hand where a sign
is rare. Every page counts twice, with the name of its file and without: names may say nothing.
Printed are the weights, rounded as in audit/claims/weights.py, beside those there; and the share of
pages whose best line is right, for weights that never saw a page of the same site: fitted ten times
to nine tenths. With `--shut` the share of the pages in MORE that are kept blind is printed alone.
"""

import argparse
import hashlib
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import metadata
import numpy as np

from audit.claims import weights
from audit.claims.headline import is_no_title
from audit.claims.kickers import kicker_end, without_domain
from audit.claims.page import Page
from audit.claims.signs import Signs
from audit.claims.weights import Sign
from audit.extractors.headline import words_of

FOLDS = 10
SEEDS = (1, 2, 3)
ROUNDED = 0.1
WEAK = 0.7
"""The penalty of a sign that is fitted."""
STRONG = 4.0
"""The penalty of a sign that was set by hand."""
FIXED = 1e6
"""The penalty of a sign that stays as it is."""
A_SITE = 3
"""Pages of one site that are gathered, at most."""
NAMES = {name: sign for name, sign in vars(weights).items() if isinstance(sign, Sign)}
HAND = {
    "TINY": -1.0,
    "BRIEF": -0.9,
    "FULL_STOP": -1.0,
    "OPEN_END": -4.0,
    "SMALL_START": -1.0,
    "ITEM": -2.0,
    "PARTED": -0.5,
    "COLUMNS": -1.0,
    "NO_WORDS": -0.8,
    "MENU_LINE": -1.0,
    "ENUMERATION": -1.5,
    "FIELD": -1.0,
    "CREDIT": -1.0,
    "TRAIL": -0.7,
    "LABEL": -2.5,
    "OFTEN": -0.6,
    "NO_PROSE": -1.0,
    "UNDER_TRAIL": 0.7,
}
"""What was set by hand before the fit: rare signs."""
NAMELESS = np.array([not name.startswith("FILE_NAME") for name in NAMES], float)
"""The signs that need no name of a file."""
KEPT = ("HEADING", "UNDERLINED", "LEVEL_ONE", "LABELLED", "LONG_TITLE", "FIRST_LINE", "PAGE_TITLE")
KEPT += ("CUT", "SITE", "LISTED", "NAMED_ACT")
"""Rarer still, and not fitted at all."""


def lines_of(page, gold):
    """Return a row of signs for every line that may be the headline, and which ones are it."""
    signs = Signs(page.top, page.known)
    columns = {id(sign): column for column, sign in enumerate(NAMES.values())}
    rows, right = [], []
    for number in signs.able:
        line = page.top[number]
        looks = (signs.by_place, signs.by_shape, signs.by_words)
        found = [each for look in looks for each in look(number)]
        if is_no_title(line.text, found):
            continue
        row = np.zeros(len(columns))
        for sign, amount in found:
            row[columns[id(sign)]] += amount
        start, end = words_of(page, line)
        title = line.text[start:end]
        title = page.title(without_domain(title[kicker_end(title, page.text) :]))
        rows.append(row)
        right.append(metadata.fold(title) == gold)
    return np.array(rows), np.array(right)


class Known(NamedTuple):
    """A page whose title is known: its lines with the name of its file, and which are right."""

    part: str
    site: str
    rows: np.ndarray
    right: np.ndarray

    @property
    def unnamed(self):
        """Return the rows without what the name of the file says."""
        return self.rows * NAMELESS if len(self.right) else self.rows

    def hit(self, weights, *, named=True):
        """Tell whether the best line is right."""
        rows = self.rows if named else self.unnamed
        return bool(len(self.right)) and bool(self.right[np.argmax(rows @ weights)])


def known_page(part, site, path, name, gold):
    """Return the lines of the page at *path*, read as a bare text with the name *name*."""
    document = metadata.bare(metadata.read(path))
    named = replace(document, source=replace(document.source, path=name))
    return Known(part, site, *lines_of(Page(named), gold))


def labelled(pages, labels):
    """Yield the pages of the parts that may be looked at."""
    for row in labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(row)
        file = label["file"]
        part, gold = metadata.part(file), metadata.gold_of(label, "title")
        if part != "shut" and gold and (pages / file).is_file():
            yield known_page(part, file, pages / file, file, gold)


def gathered(more, part):
    """Yield the pages of *part* that were gathered, a few of every site."""
    taken = Counter()
    for row in sorted((more / "labels.jsonl").read_text(encoding="utf-8").splitlines()):
        label = json.loads(row)
        if label["part"] != part or taken[label["site"]] == A_SITE:
            continue
        taken[label["site"]] += 1
        yield known_page("more", label["site"], more / label["file"], label["name"], label["title"])


class Pages:
    """Lines of pages under each other."""

    def __init__(self, pages):
        self.rows = np.vstack([rows for rows, _ in pages])
        self.right = np.concatenate([right for _, right in pages])
        sizes = [len(right) for _, right in pages]
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        self.page = np.repeat(np.arange(len(pages)), sizes)

    def shares(self, scores, among):
        """Return the share of each line in its page, and the logarithms of the sums."""
        scores = np.where(among, scores, -1e9)
        most = np.maximum.reduceat(scores, self.starts)
        powers = np.exp(scores - most[self.page])
        sums = np.add.reduceat(powers, self.starts)
        return powers / sums[self.page], most + np.log(sums)


def fit(pages, first, penalty, rounds=25):
    """Return the weights by Newton's method, from *first*, to which the penalty pulls."""
    given = Pages(pages)
    everything = np.ones(len(given.right), bool)

    def looked(at):
        scores = given.rows @ at
        shares, sums = given.shares(scores, everything)
        wanted, parts = given.shares(scores, given.right)
        return (parts - sums).sum() - 0.5 * (penalty * (at - first) ** 2).sum(), shares, wanted

    at = first.copy()
    value, shares, wanted = looked(at)
    for _ in range(rounds):
        slope = given.rows.T @ (wanted - shares) - penalty * (at - first)
        shared = given.rows * shares[:, None]
        means = np.add.reduceat(shared, given.starts, axis=0)
        curve = given.rows.T @ shared - means.T @ means + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        for _ in range(10):
            new, shares, wanted = looked(at + step)
            if new >= value:
                break
            step /= 2
        at, gained, value = at + step, new - value, new
        if gained < 1e-3:
            break
    return at


def fitted(known, first, penalty, rounds):
    """Return the weights for pages with the names of their files and without."""
    able = [page for page in known if page.right.any()]
    both = [(page.rows, page.right) for page in able] + [
        (page.unnamed, page.right) for page in able
    ]
    return fit(both, first, 2 * penalty, rounds)


def fold_of(site, seed):
    return hashlib.sha256(f"{seed} {site}".encode()).digest()[-1] % FOLDS


def out_of_fold(known, first, penalty):
    """Return for every seed and page whether its best line is right by weights of other sites.

    The first is with the names of files, the second without.
    """
    hits = np.zeros((2, len(SEEDS), len(known)))
    for place, seed in enumerate(SEEDS):
        folds = [fold_of(page.site, seed) for page in known]
        for fold in range(FOLDS):
            others = [page for page, own in zip(known, folds, strict=True) if own != fold]
            at = np.round(fitted(others, first, penalty, rounds=8) / ROUNDED)
            for number, page in enumerate(known):
                if folds[number] == fold:
                    hits[:, place, number] = page.hit(at), page.hit(at, named=False)
    return hits


def shares(known, now, hits):
    """Print the share of pages whose best line is right, by parts."""
    parts = np.array([page.part for page in known])
    able = np.array([page.right.any() for page in known])
    for named, fold in zip((True, False), hits, strict=True):
        ours = np.array([page.hit(now, named=named) for page in known])
        for name in (*dict.fromkeys(parts), "all"):
            of = (parts == name) | (name == "all")
            print(
                f"{name:5} {'with' if named else 'without'} names: {fold[:, of].mean():.3f} out of "
                f"fold, {ours[of].mean():.3f} by the weights as they are, {able[of].mean():.3f} at "
                f"all, of {of.sum()}"
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("more", type=Path)
    parser.add_argument("--shut", action="store_true", help="ask for the pages kept blind alone")
    options = parser.parse_args()
    now = np.array([sign.weight for sign in NAMES.values()])
    if options.shut:
        blind = list(gathered(options.more, "shut"))
        shares(blind, now, np.full((2, 1, len(blind)), np.nan))
        return
    known = [*labelled(options.pages, options.labels), *gathered(options.more, "fit")]
    first = np.array([NAMES[n].weight if n in KEPT else HAND.get(n, 0.0) for n in NAMES])
    penalty = np.array([FIXED if n in KEPT else STRONG if n in HAND else WEAK for n in NAMES])
    at = fitted(known, first, penalty, rounds=25)
    for name, weight, old in zip(NAMES, at, now, strict=True):
        print(f"{name:14} {round(weight / ROUNDED) * ROUNDED:5.1f} now {old:5.1f}")
    shares(known, now, out_of_fold(known, first, penalty))


if __name__ == "__main__":
    main()
