"""Ask one peer for the alike pairs of a folder: PYTHON benchmarks/peers_run.py PEER FOLDER

Runs in an environment of its own that has the peers; `benchmarks/peers.py --peers PYTHON` runs it.
End to end: files are read, the peer finds candidates in the way its documentation shows, and each
candidate is verified by the exact resemblance of its shingles of five words. Prints one JSON array
a pair: path, path, resemblance. `PEER` alone prints the version, or what is missing.
"""

import contextlib
import importlib.metadata
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from peers_words import documents, shingles

THRESHOLD = 0.5
PERMUTATIONS = 128
SEED = 42
WINDOW = 4
"""Of winnowing: any run of 5 + 4 - 1 words that two documents share is found."""


def verified(sets, candidates):
    """Yield the *candidates* (a < b) that resemble each other enough, with their resemblance."""
    for a, b in candidates:
        common = len(sets[a] & sets[b])
        union = len(sets[a]) + len(sets[b]) - common
        if union and common >= THRESHOLD * union:
            yield a, b, common / union


def pairs_of(answers):
    """Yield each pair once that *answers* hold: for every document the documents like it."""
    for a, found in enumerate(answers):
        yield from ((a, b) for b in found if a < b)


def datasketch(texts, **options):
    """MinHash.bulk and MinHashLSH, as its documentation shows."""
    from datasketch import MinHash, MinHashLSH

    sets = [set(shingles(text)) for text in texts]
    encoded = ([shingle.encode() for shingle in each] for each in sets)
    signatures = MinHash.bulk(encoded, num_perm=PERMUTATIONS, seed=SEED)
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, **options)
    with index.insertion_session() as session:
        for number, signature in enumerate(signatures):
            session.insert(number, signature)
    return verified(sets, pairs_of(index.query(signature) for signature in signatures))


def datasketch_recall(texts):
    """Do the same with the weights that its documentation names for fewer misses."""
    return datasketch(texts, weights=(0.1, 0.9))


def rensa(texts, bands=32):
    """RMinHash and RMinHashLSH in batches; bands of 4 rows are the steepest about one half."""
    from rensa import RMinHash, RMinHashLSH

    lists = [shingles(text) for text in texts]
    signatures = RMinHash.from_token_sets(lists, num_perm=PERMUTATIONS, seed=SEED)
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=bands)
    index.insert_many(signatures)
    return verified([set(each) for each in lists], pairs_of(index.query_all(signatures)))


def rensa_recall(texts):
    """Do the same in bands of 2 rows, which miss fewer."""
    return rensa(texts, bands=64)


def text_dedup(texts):
    """Run `python -m text_dedup.minhash` with its defaults but the numbers; clusters to pairs."""
    with tempfile.TemporaryDirectory() as place:
        asked, answer = Path(place, "asked.jsonl"), Path(place, "answer")
        lines = (json.dumps({"text": text, "number": n}) + "\n" for n, text in enumerate(texts))
        asked.write_text("".join(lines))
        options = {
            "path": "json",
            "data_files": asked,
            "split": "train",
            "cache_dir": Path(place, "cache"),
            "output": answer,
            "column": "text",
            "idx_column": "number",
            "ngram": 5,
            "num_perm": PERMUTATIONS,
            "threshold": THRESHOLD,
        }
        given = [f"--{name}={value}" for name, value in options.items()]
        command = [sys.executable, "-m", "text_dedup.minhash", *given, "--debug"]
        alone = {"HF_HUB_OFFLINE": "1", "HF_HOME": place}
        done = subprocess.run(
            command,
            cwd=place,
            env={**os.environ, **alone},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"text-dedup: {done.stderr.strip().splitlines()[-1]}")
        with (answer / "uf.pkl").open("rb") as file:
            found = pickle.load(file)
    clusters = defaultdict(list)
    for number in sorted(found.parent):
        clusters[found.find(number)].append(number)
    sets = [set(shingles(text)) for text in texts]
    return verified(sets, (pair for each in clusters.values() for pair in combinations(each, 2)))


def copydetect(texts):
    """CodeFingerprint of every text and compare_files of every two, at its default thresholds."""
    import io

    from copydetect import CodeFingerprint, compare_files

    noise, guarantee = 25, 30
    window = guarantee - noise + 1
    prints = [
        CodeFingerprint(str(number), noise, window, filter=False, fp=io.StringIO(text))
        for number, text in enumerate(texts)
    ]
    likely = (
        (a, b)
        for a, b in combinations(range(len(prints)), 2)
        if max(compare_files(prints[a], prints[b])[1]) >= THRESHOLD
    )
    return verified([set(shingles(text)) for text in texts], likely)


def winnowing(texts):
    """Winnow as textreuse and MOSS do, in Python: least hash of every window, inverted index."""
    sets, index = [], defaultdict(list)
    candidates = []
    for number, text in enumerate(texts):
        runs = shingles(text)
        sets.append(set(runs))
        hashes = [hash(run) for run in runs]
        last = max(len(hashes) - WINDOW + 1, min(len(hashes), 1))
        kept = {min(hashes[at : at + WINDOW]) for at in range(last)}
        met = set()
        for each in kept:
            met.update(index[each])
            index[each].append(number)
        candidates += ((other, number) for other in met)
    return verified(sets, candidates)


def set_similarity_search(texts):
    """Search by exact prefixes: every pair, nothing is estimated."""
    from SetSimilaritySearch import all_pairs

    sets = [set(shingles(text)) for text in texts]
    filled = [number for number, each in enumerate(sets) if each]
    answers = all_pairs(
        [list(sets[number]) for number in filled],
        similarity_func_name="jaccard",
        similarity_threshold=THRESHOLD,
    )
    for x, y, resemblance in answers:
        a, b = sorted((filled[x], filled[y]))
        yield a, b, resemblance


PEERS = {
    "datasketch": (datasketch, "datasketch"),
    "datasketch, for recall": (datasketch_recall, "datasketch"),
    "rensa": (rensa, "rensa"),
    "rensa, for recall": (rensa_recall, "rensa"),
    "text-dedup": (text_dedup, "text-dedup"),
    "copydetect": (copydetect, "copydetect"),
    "winnowing in Python": (winnowing, ""),
    "SetSimilaritySearch": (set_similarity_search, "SetSimilaritySearch"),
}


def main():
    name, *folders = sys.argv[1:]
    peer, package = PEERS[name]
    if not folders:
        try:
            print(importlib.metadata.version(package) if package else "")
        except importlib.metadata.PackageNotFoundError:
            sys.exit(f"{name} is missing: {sys.executable} -m pip install {package}")
        return
    found = documents(folders[0])
    paths = [path for path, _ in found]
    with contextlib.redirect_stdout(sys.stderr):
        pairs = list(peer([text for _, text in found]))
    for a, b, resemblance in sorted(pairs):
        print(json.dumps([paths[a], paths[b], resemblance]))


if __name__ == "__main__":
    main()
