import pytest

from audit.checks.boilerplate import SHOWN, Boilerplate

LIST = "Our activities\nA walk along the harbour wall, every Sunday at ten"


@pytest.fixture
def pages(world):
    for doc in range(1, 13):
        world.document(doc, f"{doc:02}.txt")
        world.add("texts", doc=doc, text=f"Page {doc:02}\n{LIST}")
        start = len("Page 00\n")
        world.add(
            "boilerplate", block="list", doc=doc, tokens=30, start=start,
            end=start + len(LIST), line=2, end_line=3,
        )  # fmt: skip
    return world


def test_one_finding_a_block_with_the_next_places(pages):
    (one,) = pages.ask(Boilerplate())
    assert (one.location.path, one.location.line, one.location.end_line) == ("01.txt", 2, 3)
    assert (one.location.start, one.location.end) == (8, 8 + len(LIST))
    assert [place.path for place in one.related] == [f"{n:02}.txt" for n in range(2, SHOWN + 2)]
    assert one.related[0].end == 8 + len(LIST)
    assert one.values["count"] == "12"
    assert one.values["excerpt"].startswith("Our activities A walk")


def test_the_place_is_exact_where_the_text_is_that_of_the_file(pages):
    first = len("Page 01\nOur activities\n")
    pages.add("lines", doc=1, number=2, line=2, start=8, end=first - 1)
    pages.add("lines", doc=1, number=3, line=3, start=first, end=8 + len(LIST))
    (one,) = pages.ask(Boilerplate())
    last = len(LIST.splitlines()[1])
    assert (one.location.column, one.location.end_column) == (1, last + 1)


@pytest.mark.parametrize("check", [Boilerplate(words=31), Boilerplate(documents=13)])
def test_what_is_too_short_or_too_rare_is_left_alone(pages, check):
    assert pages.ask(check) == []


def test_twice_in_one_document_is_one_document(world):
    world.document(1, "a.txt")
    for start in (0, 50):
        world.add("boilerplate", block="list", doc=1, tokens=30, start=start, line=1, end_line=1)
    assert world.ask(Boilerplate(documents=2)) == []


def test_the_first_whole_place_stands_for_the_block(world):
    for doc, tokens in ((1, 7), (2, 30), (3, 30)):
        world.document(doc, f"{doc}.txt")
        world.add("boilerplate", block="list", doc=doc, tokens=tokens, line=doc, end_line=doc)
    (one,) = world.ask(Boilerplate())
    assert (one.location.path, one.values["words"], one.values["count"]) == ("2.txt", "30", "3")
    assert [place.path for place in one.related] == ["3.txt", "1.txt"]
