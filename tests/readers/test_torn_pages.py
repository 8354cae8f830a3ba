"""Pages that break off, or in which something that nobody sees never ends."""

import pytest

from audit.model import Source
from audit.readers.html import Html

SOURCE = Source(uri="a", path="a", location="a", size=0, modified=0, inode=0)
START = "<html><body>\n<p>The boats are in.</p>\n"
WORDS = "<p>The bell rings in fog.</p></body></html>"


def read(page: str):
    return Html().read(SOURCE, page.encode(), "")


@pytest.mark.parametrize(
    ("opened", "name"),
    [
        ("<!-- a note", "comment"),
        ("<script>let a = 1", "script"),
        ("<style>p {", "style"),
        ("<title>Boats", "title"),
        ("<iframe src=x>", "iframe"),
        ("<object data=x>", "object"),
        ("<select><option>a", "select"),
        ("<div><video src=x><p>", "video"),
    ],
)
def test_what_never_ends_and_hides_the_rest_is_said(opened, name, unfold):
    found = unfold("a.html", (START + opened + WORDS).encode())["a.html"].document
    assert found.text == "The boats are in.\n"
    said = f"a {name} that begins in line 3 never ends: what follows is not read"
    assert list(found.lost) == [said]


@pytest.mark.parametrize(
    "page",
    [
        START + "<div><object data=x></div>" + WORDS,
        START + "<svg class=a/>" + WORDS,
        START + "<script src=a.js />" + WORDS,
        START + "<iframe src='a'/>" + WORDS,
        f'<?xml version="1.0"?>{START}<script src="a"/><canvas/>{WORDS}<script>a</script>',
        f'\n<?xml version="1.0"?>{START}<style/><textarea/>{WORDS}',
    ],
)
def test_what_is_closed_in_its_own_tag_hides_nothing(page):
    found = read(page)
    assert found.text == "The boats are in.\nThe bell rings in fog.\n"
    assert list(found.lost) == []


@pytest.mark.parametrize("end", ["", "<!-- -->", "<script>a</script>", "<p", "<!--", "<script>\n"])
def test_pages_that_lose_nothing(end):
    found = read(START + end)
    assert found.text.startswith("The boats are in.\n")
    assert list(found.lost) == []
