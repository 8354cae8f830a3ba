"""The elements of a page with telling names, and what the names tell."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.claims import marks
from audit.claims.page import page_of

LOOKS = [
    pytest.param(marks._AUTHOR, marks._AUTHORS, id="author"),
    pytest.param(marks._DATE, marks._DAYS, id="date"),
]
PAGE = """
<div id="Menu"><a rel="author" href="/ada">Ada Lovelane</a></div>
<h1>The old ferry bell</h1>
<p class="lead">It was taken down on Monday.</p>
<span class="Byline">By Ada Lovelane</span>
<b itemprop="author">Ada Lovelane</b>
<i itemprop="datePublished" content="2021-05-03">Monday</i>
<time>3 May 2021</time>
<ol class="comment-list"><li class="comment-author">Bo Moe</li></ol>
"""


@pytest.mark.parametrize(("pattern", "words"), LOOKS)
@settings(max_examples=50)
@given(data=st.data())
def test_one_of_the_words_stands_in_all_that_is_found(pattern, words, data):
    found = re.sub(r"\s", " ", data.draw(st.from_regex(pattern)))
    if pattern.search(found):
        assert any(word in found.lower() for word in words)


@pytest.fixture
def marked(document):
    """Return a function that gives the marks of a page."""
    return lambda markup: list(marks.marks(page_of(document(markup=markup))))


def test_what_stands_where_and_is_called_what(marked):
    found = [
        (mark.element.name, mark.names.split(), mark.prop, mark.after_heading, mark.remark)
        for mark in marked(PAGE)
    ]
    assert found == [
        ("a", ["author"], "", False, False),
        ("h1", [], "", True, False),
        ("span", ["byline"], "", True, False),
        ("b", ["author"], "author", True, False),
        ("i", ["datepublished"], "datepublished", True, False),
        ("time", [], "", True, False),
        ("li", ["comment-author"], "", True, True),
    ]


def test_who_is_the_author_and_what_holds_a_date(marked):
    found = marked(PAGE)
    assert [mark.element.name for mark in found if mark.is_author] == ["a", "b"]
    assert [mark.element.name for mark in found if mark.names_author] == ["a", "span", "b", "li"]
    assert [mark.element.name for mark in found if mark.is_stamp] == ["i", "time"]


def test_a_page_of_no_heading_has_none_before_its_elements(marked):
    (mark,) = marked('<p class="author">Ada Lovelane</p>')
    assert not mark.after_heading


def test_of_many_elements_the_first_are_looked_at(marked):
    assert len(marked('<p class="author">Ada' * 1_000)) == marks._MARKS
