"""Versions of two texts are compared where the first of each cannot speak for them."""

from audit.model import Relation


def test_a_short_version_of_a_version_is_said_though_the_heads_are_apart(prose, audited_texts):
    words = prose(120).split()
    audit = audited_texts(
        {
            "a.txt": " ".join(words),
            "b.txt": " ".join(words[:98]),
            "c.txt": prose(60),
            "d.txt": " ".join(words[:56]) + " " + prose(3),
        }
    )
    found = {(pair.a, pair.b): pair for pair in audit.pairs}
    assert found["a.txt", "b.txt"].raw.resemblance >= 0.8
    assert found["a.txt", "d.txt"].raw.resemblance < 0.5
    assert found["b.txt", "d.txt"].relation is Relation.NEAR_DUPLICATE


def test_heads_that_are_near_duplicates_speak_for_their_families(prose, audited_texts):
    words = prose(300).split()
    other = [*words[:230], *prose(60).split()]
    texts = {"a1.txt": words, "a2.txt": [*words[:-9], "ebb"], "a3.txt": [*words[:-5], "flood"]}
    texts |= {"b1.txt": other, "b2.txt": [*other[:-9], "ebb"], "b3.txt": [*other[:-5], "flood"]}
    audit = audited_texts({name: " ".join(each) for name, each in texts.items()})
    across = {(pair.a, pair.b) for pair in audit.pairs if pair.a[0] != pair.b[0]}
    assert ("a1.txt", "b1.txt") in across
    assert ("a2.txt", "b2.txt") not in across
