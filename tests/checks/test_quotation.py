import pytest

from audit.checks.quotation import Quotation
from audit.model import Location

SAID = "As the Harbour Office writes:\n"
TEXT = "Before. The old harbour wall was built by hand, stone by stone, in forty years. After."
END = TEXT.index(" After.")


@pytest.fixture
def pair(world):
    world.document(1, "a.txt")
    world.document(2, "b.txt")
    world.add("texts", doc=1, text=TEXT)
    world.add("texts", doc=2, text=SAID + TEXT)
    world.add("pairs", a=1, b=2, relation="quotes")
    world.add(
        "passages", a=1, b=2, a_start=8, a_end=END, a_line=1, b_start=8 + len(SAID),
        b_end=END + len(SAID), b_line=2, words=14,
    )  # fmt: skip
    world.add("lines", doc=1, number=1, line=1, start=0, end=len(TEXT))
    world.add("lines", doc=2, number=1, line=1, start=0, end=len(SAID) - 1)
    world.add("lines", doc=2, number=2, line=2, start=len(SAID), end=len(SAID) + len(TEXT))
    return world


def test_a_passage_is_found_on_both_sides(pair):
    (one,) = pair.ask(Quotation(words=14))
    start, end = len(SAID) + 8, len(SAID) + END
    assert one.location == Location(
        path="b.txt", line=2, column=9, end_line=2, end_column=END + 1, start=start, end=end
    )
    assert one.related[0] == Location(
        path="a.txt", line=1, column=9, end_line=1, end_column=END + 1, start=8, end=END
    )
    assert one.values["excerpt"].startswith("The old harbour wall")


def test_a_page_of_markup_has_lines_and_no_columns(pair):
    """Its text is not what stands in the file; a column of one would be wrong in the other."""
    pair.database.execute("update documents set media_type = 'text/html' where doc = 2")
    (one,) = pair.ask(Quotation(words=14))
    assert (one.location.line, one.location.column, one.location.start) == (2, 1, len(SAID) + 8)
    assert one.related[0].column == 9


def test_a_short_passage_is_left_alone(pair):
    assert pair.ask(Quotation(words=15)) == []


def test_boilerplate_is_no_quotation(world):
    world.document(1, "a.txt")
    world.document(2, "b.txt")
    world.add("texts", doc=1, text=TEXT)
    world.add("passages", a=1, b=2, a_end=20, a_line=1, b_line=1, words=50, boilerplate=True)
    assert world.ask(Quotation()) == []


def test_versions_are_left_to_another_check(pair):
    pair.database.execute("update pairs set relation = 'near-duplicate'")
    assert pair.ask(Quotation(words=14)) == []


def test_naming_the_source_is_enough_where_asked(pair):
    check = Quotation(words=14, unattributed=True)
    assert len(pair.ask(check)) == 1
    pair.add("claims", doc=1, number=1, property="publisher", value="Harbour Office")
    assert pair.ask(check) == []
    assert len(pair.ask(Quotation(words=14))) == 1


def test_the_earlier_one_need_not_name_the_later(pair):
    pair.add("claims", doc=2, number=1, property="title", value="stone by stone")
    assert len(pair.ask(Quotation(words=14, unattributed=True))) == 1


def test_two_documents_are_one_finding_at_the_longest_passage(pair):
    pair.add(
        "passages", a=1, b=2, number=1, a_start=8, a_end=20, a_line=1, b_start=2, b_end=9, b_line=2,
        words=15,
    )  # fmt: skip
    (one,) = pair.ask(Quotation(words=14))
    assert (one.location.line, one.values["words"]) == (2, "15")
    assert (one.values["passages"], one.values["total"]) == ("2", "29")
