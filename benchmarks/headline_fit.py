"""Fit the weights of the signs of a headline: python benchmarks/headline_fit.py PAGES LABELS.

The pages are read as bare texts, of the parts `even` and `open` of metadata.py alone; `shut` is
never read. Every line that may be the headline has its signs; the weights are those of a
conditional logit (the labelled line against all other lines of its text), with a penalty on how
far a weight goes from nought, or from the one set by hand where a sign is rare. Printed are the
weights, rounded as in audit/claims/weights.py, beside those there; and the share of pages whose
best line is right, for weights that never saw the page: fitted ten times to nine tenths.
"""

import argparse
import hashlib
import json
from pathlib import Path

import metadata
import numpy as np

from audit.claims import weights
from audit.claims.headline import Known
from audit.claims.kickers import kicker_end, without_domain
from audit.claims.labels import is_label
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
    "OFTEN": -0.6,
    "NO_PROSE": -1.0,
    "UNDER_TRAIL": 0.7,
}
"""What was set by hand before the fit: rare signs."""
KEPT = ("HEADING", "UNDERLINED", "LEVEL_ONE", "LABELLED", "LONG_TITLE", "FIRST_LINE", "PAGE_TITLE")
KEPT += ("CUT", "SITE", "LISTED", "NAMED_ACT")
"""Rarer still, and not fitted at all."""


def lines_of(page, gold):
    """Return a row of signs for every line that may be the headline, and which ones are it."""
    known = Known(headings=page.headings, sites=page.sites, dated=page.dated)
    signs = Signs(page.top, known)
    columns = {id(sign): column for column, sign in enumerate(NAMES.values())}
    rows, right = [], []
    for number in signs.able():
        line = page.top[number]
        if is_label(line.text):
            continue
        row = np.zeros(len(columns))
        for look in (signs.by_place, signs.by_shape, signs.by_words):
            for sign, amount in look(number):
                row[columns[id(sign)]] += amount
        start, end = words_of(page, line)
        title = line.text[start:end]
        title = page.title(without_domain(title[kicker_end(title, page.text) :]))
        rows.append(row)
        right.append(metadata.fold(title) == gold)
    return np.array(rows), np.array(right)


def read(pages, labels):
    """Yield the part, the name and the lines of every page that has a title and may be read."""
    for row in labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(row)
        part, gold = metadata.part(label["file"]), metadata.gold_of(label, "title")
        if part == "shut" or not gold or not (pages / label["file"]).is_file():
            continue
        page = Page(metadata.bare(metadata.read(pages / label["file"])))
        yield part, label["file"], lines_of(page, gold)


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


def fold_of(name, seed):
    return hashlib.sha256(f"{seed} {name}".encode()).digest()[-1] % FOLDS


def out_of_fold(known, first, penalty):
    """Return for every seed and page whether its best line is right by weights of the others."""
    hits = np.zeros((len(SEEDS), len(known)), bool)
    for place, seed in enumerate(SEEDS):
        folds = [fold_of(name, seed) for _, name, _ in known]
        for fold in range(FOLDS):
            others = [lines for (_, _, lines), own in zip(known, folds, strict=True) if own != fold]
            at = fit([lines for lines in others if lines[1].any()], first, penalty, rounds=8)
            for number, (_, _, (rows, right)) in enumerate(known):
                if folds[number] == fold and len(right):
                    hits[place, number] = right[np.argmax(rows @ np.round(at / ROUNDED))]
    return hits


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("labels", type=Path)
    options = parser.parse_args()
    known = list(read(options.pages, options.labels))
    now = np.array([sign.weight for sign in NAMES.values()])
    first = np.array([NAMES[n].weight if n in KEPT else HAND.get(n, 0.0) for n in NAMES])
    penalty = np.array([FIXED if n in KEPT else STRONG if n in HAND else WEAK for n in NAMES])
    at = fit([lines for _, _, lines in known if lines[1].any()], first, penalty)
    for name, weight, old in zip(NAMES, at, now, strict=True):
        print(f"{name:14} {round(weight / ROUNDED) * ROUNDED:5.1f} now {old:5.1f}")
    hits = out_of_fold(known, first, penalty)
    parts = np.array([part for part, _, _ in known])
    able = np.array([lines[1].any() for _, _, lines in known])
    ours = [bool(len(right)) and right[np.argmax(rows @ now)] for _, _, (rows, right) in known]
    for name in ("even", "open", "all"):
        of = (parts == name) | (name == "all")
        share = f"{np.array(ours)[of].mean():.3f} by the weights as they are"
        print(
            f"{name:5} {hits[:, of].mean():.3f} out of fold, {share}, {able[of].mean():.3f} at all"
        )


if __name__ == "__main__":
    main()
