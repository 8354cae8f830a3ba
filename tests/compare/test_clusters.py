"""Clusters of duplicates: every two of them resemble each other, and the least is exact."""

from itertools import combinations

import pytest

from audit.fingerprints.shingles import shingles
from audit.fingerprints.tokens import tokenize
from audit.model import Relation


def changed(dice, words, count):
    """Return *words* with *count* of them changed."""
    new = list(words)
    for place in dice.sample(range(len(words)), count):
        new[place] = f"other{dice.randrange(10**6)}"
    return new


def resemblance(one, other):
    sets = [set(shingles(tokens.hashes, 5).tolist()) for tokens in tokenize([one, other])]
    return len(sets[0] & sets[1]) / len(sets[0] | sets[1])


def test_a_chain_is_no_cluster(audited_texts, prose):
    """B is A and C in one; A and C share nothing."""
    one, other = prose(200), prose(200)
    audit = audited_texts({"a.txt": one, "b.txt": f"{one}\n\n{other}\n", "c.txt": other})
    assert {pair.relation for pair in audit.pairs} <= {Relation.NEAR_DUPLICATE, Relation.CONTAINS}
    for cluster in audit.clusters:
        assert not {"a.txt", "c.txt"} <= set(cluster.members)
        assert cluster.minimum >= 0.5


def test_the_least_resemblance_of_a_cluster_is_exact(audited_texts, dice, prose):
    base = prose(300).split()
    texts = {f"v{n}.txt": " ".join(changed(dice, base, 3 * n)) for n in range(6)}
    texts["copy.txt"] = texts["v3.txt"]
    texts["other.txt"] = prose(200)
    (cluster,) = audited_texts(texts).clusters
    members = set(cluster.members)
    assert cluster.cluster == min(members)
    assert members <= texts.keys() - {"other.txt"}
    assert {"copy.txt", "v3.txt"} <= members
    found = min(resemblance(texts[a], texts[b]) for a, b in combinations(sorted(members), 2))
    assert cluster.minimum == pytest.approx(found)


def test_copies_alone_are_a_cluster(audited_texts, prose):
    text = prose(100)
    audit = audited_texts({"a.txt": text, "b.txt": text, "c.txt": text.upper()})
    (cluster,) = audit.clusters
    assert (cluster.minimum, list(cluster.members)) == (1.0, ["a.txt", "b.txt", "c.txt"])
    assert {pair.cluster for pair in audit.pairs} == {"a.txt"}


def test_of_two_dated_carriers_the_earlier_is_named(audited_texts, prose):
    text = prose(120)
    days = {"a.md": "2024-03-02", "b.md": "2024-02-28"}
    heads = {name: f"---\ndate: {day}\n---\n" for name, day in days.items()}
    texts = {name: f"{head}{text}\n\n{prose(20)}\n" for name, head in heads.items()}
    texts["c.md"] = f"{text}\n\n{prose(20)}\n"
    pairs = {(pair.a, pair.b): pair for pair in audited_texts(texts).pairs}
    assert pairs["a.md", "b.md"].first == "b.md"
    assert (pairs["a.md", "b.md"].a_issued, pairs["a.md", "b.md"].b_issued) == tuple(days.values())
    assert pairs["a.md", "c.md"].first == ""


def test_two_are_a_cluster_with_the_score_of_their_pair(audited_texts, dice, prose):
    base = prose(200).split()
    texts = {"a.txt": " ".join(base), "b.txt": " ".join(changed(dice, base, 6))}
    texts["c.txt"] = texts["b.txt"]
    audit = audited_texts(texts)
    (cluster,) = audit.clusters
    assert list(cluster.members) == ["a.txt", "b.txt", "c.txt"]
    assert cluster.minimum == pytest.approx(resemblance(texts["a.txt"], texts["b.txt"]))
