import pytest

from audit.checks.duplicate import Duplicate


@pytest.fixture
def copies(world):
    world.document(1, "a.txt", sha256="one")
    world.document(2, "b.txt", sha256="one")
    world.document(3, "c.txt", sha256="two")
    world.document(4, "empty.txt", sha256="nothing", size=0)
    world.document(5, "void.txt", sha256="nothing", size=0)
    world.add("copies", doc=2, head=1, relation="identical")
    world.add("copies", doc=3, head=1, relation="same-text")
    world.add("copies", doc=5, head=4, relation="identical")
    return world


def test_same_bytes(copies):
    assert copies.said(Duplicate()) == [("b.txt", 1, "the same bytes as a.txt")]


def test_same_words(copies):
    assert copies.said(Duplicate(compare="text")) == [("c.txt", 1, "the same words as a.txt")]


def test_either(copies):
    assert [place for place, _, _ in copies.said(Duplicate(compare="either"))] == ["b.txt", "c.txt"]


def test_the_later_document_is_accused(copies):
    copies.add("claims", doc=1, property="issued", normalized="2024-05-02")
    copies.add("claims", doc=2, property="issued", normalized="2024-05-01T10:00:00Z")
    (one,) = copies.ask(Duplicate())
    assert (one.location.path, one.related[0].path) == ("a.txt", "b.txt")


def test_a_date_that_is_not_believed_or_not_exact_enough_decides_nothing(copies):
    copies.add("claims", doc=1, property="issued", normalized="2024-05-02")
    copies.add("claims", doc=2, property="issued", normalized="2023-05-01", chosen=False)
    copies.add("claims", doc=2, property="issued", normalized="2024")
    (one,) = copies.ask(Duplicate())
    assert one.location.path == "b.txt"


def test_the_key_is_the_content_whatever_it_is_called(copies):
    before = [one.key for one in copies.ask(Duplicate())]
    copies.database.execute("update documents set path = 'z' || path where doc = 1")
    (one,) = copies.ask(Duplicate())
    assert one.location.path == "za.txt"
    assert [one.key] == before == [("one", "one")]
