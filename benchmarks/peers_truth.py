"""Every two documents of a folder that resemble each other: brute force, no threshold on the way.

    python benchmarks/peers_truth.py FOLDER

An inverted index of all runs of five words, counted for every document against all before it.
Nothing is hashed, winnowed or sampled, and nothing of `audit` is imported. Prints one JSON array a
pair of resemblance .5 or more: path, path, shared runs, runs of either.
"""

import json
import sys

import numpy as np
from peers_words import LENGTH, documents, words


def runs(texts):
    """Return for each of *texts* its distinct runs as numbers, and how many numbers there are."""
    known, rows, sizes = {}, [], []
    for text in texts:
        numbers = np.array([known.setdefault(word, len(known)) for word in words(text)], np.int32)
        count = max(numbers.size - LENGTH + 1, 0)
        rows.append(np.stack([numbers[at : at + count] for at in range(LENGTH)], axis=1))
        sizes.append(count)
    every = np.concatenate(rows)
    order = np.lexsort(every.T)
    fresh = np.any(every[order][1:] != every[order][:-1], axis=1)
    numbers = np.empty(len(every), dtype=np.int64)
    numbers[order] = np.concatenate([[0], np.cumsum(fresh)])
    cuts = np.cumsum(sizes)[:-1]
    return [np.unique(each) for each in np.split(numbers, cuts)], int(fresh.sum()) + 1


def resembling(texts, least=0.5):
    """Return {(a, b): (shared runs, runs of either)} of all places a < b in *texts*."""
    sets, total = runs(texts)
    sizes = np.array([each.size for each in sets])
    together = np.concatenate(sets)
    owners = np.repeat(np.arange(len(sets)), sizes)
    order = np.argsort(together, kind="stable")
    owners, bounds = owners[order], np.searchsorted(together[order], np.arange(total + 1))
    found = {}
    for b, each in enumerate(sets):
        lists = [owners[bounds[run] : bounds[run + 1]] for run in each.tolist()]
        met = np.concatenate(lists) if lists else owners[:0]
        shared = np.bincount(met[met < b], minlength=b)
        either = sizes[:b] + sizes[b] - shared
        for a in np.flatnonzero((shared > 0) & (shared >= least * either)).tolist():
            found[a, b] = (int(shared[a]), int(either[a]))
    return found


def truth(folder):
    """Return {(path, path): resemblance} of the documents in *folder*."""
    found = documents(folder)
    pairs = resembling([text for _, text in found])
    return {
        (found[a][0], found[b][0]): common / either for (a, b), (common, either) in pairs.items()
    }


def main():
    found = documents(sys.argv[1])
    for (a, b), counts in sorted(resembling([text for _, text in found]).items()):
        print(json.dumps([found[a][0], found[b][0], *counts]))


if __name__ == "__main__":
    main()
