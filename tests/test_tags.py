import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.tags import ATTRIBUTES, Tag, attributes, tags


def seen(page: str) -> list[str]:
    return [("/" if tag.closing else "") + tag.name for tag in tags(page)]


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("<p>one<br/>two</P >", ["p", "br", "/p"]),
        ("<!doctype html><!-- <b> --><i>", ["!", "!", "i"]),
        ("<!--><b>", ["!", "b"]),
        ("<!-- never ends <b>", ["!"]),
        ("3 < 4 and 5 > 4", []),
        ("<a title='a > b'>x</a>", ["a", "/a"]),
        ('<a title="never ends>x</a>', ["a", "/a"]),
        ("<script>if (a<b) '<p>'</script ><p>", ["script", "/script", "p"]),
        ("<title>a <b> c</title>", ["title", "/title"]),
        ("<svg><title/><g></svg><p>", ["svg", "title", "/title", "g", "/svg", "p"]),
        ("<script>never ends <p>", ["script"]),
        ("<script/><p>", ["script", "/script", "p"]),
        ("<script/><p></script>", ["script", "/script"]),
        ("<?xml?><script/><p></script>", ["!", "script", "/script", "p", "/script"]),
        ("<a <b <c", []),
        ("</3 hearts><i>", ["!", "i"]),
    ],
)
def test_tags(page, names):
    assert seen(page) == names


def test_offsets_are_those_of_the_page():
    page = "ab<p class=x>c</p>"
    assert list(tags(page)) == [Tag("p", False, 2, 13), Tag("p", True, 14, 18)]


def test_attributes_with_their_places():
    page = """<meta CONTENT = "a &amp; b" name='x' data-n=1/2 hidden name=later>"""
    found = attributes(page, next(tags(page)))
    assert [(one.name, one.value) for one in found.values()] == [
        ("content", "a & b"),
        ("name", "x"),
        ("data-n", "1/2"),
        ("hidden", ""),
    ]
    assert [page[one.start : one.end] for one in found.values()] == ["a &amp; b", "x", "1/2", ""]


def test_a_reference_of_thousands_of_digits():
    page = f"<a title='a&#{'0' * 5_000}64;b&#{'9' * 5_000};c&amp;'>"
    (tag,) = tags(page)
    assert attributes(page, tag)["title"].value == "a@b\ufffdc&"


def test_more_attributes_than_anyone_needs():
    page = "<p " + " ".join(f"a{number}" for number in range(3 * ATTRIBUTES)) + ">"
    assert len(attributes(page, next(tags(page)))) == ATTRIBUTES


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<a ", "<a b='>' ", '<a b="', "<script>", "<", "</", "<a ='", "<!", "<a b==", "<div>"],
)
def test_hostile_pages_take_linear_time(piece):
    page = piece * (200_000 // len(piece))
    before = time.process_time()
    for tag in tags(page):
        attributes(page, tag)
    assert time.process_time() - before < 3


@given(st.text(alphabet="<>!/-a='\" \n&;", max_size=60))
def test_tags_follow_each_other(page):
    end = 0
    for tag in tags(page):
        assert end <= tag.start < tag.end <= len(page)
        for one in attributes(page, tag).values():
            assert tag.start <= one.start <= one.end <= tag.end or not one.value
        end = tag.end
