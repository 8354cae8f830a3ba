"""What stands between two rules at the top of a Markdown text: front matter, or a section."""

import time

import pytest

from audit.claims.headed import is_front_matter
from audit.extractors import extract_all
from audit.model import Source
from audit.readers.markdown import Markdown

SECTION = """---

# The harbour museum opens again

After the fire --- and two winters --- the doors stand open.

Note: children pay nothing.

---

The keeper of the museum spoke for an hour about the old crane, and nobody left before the end.
"""


@pytest.mark.parametrize(
    "block",
    [
        "", "\n", "title: Hall\n", "\ntitle: Hall\n\nauthor: Ada\n", "# ours\ntitle: Hall\n",
        "title: Hall: the sequel\nauthor: Ada\n", 'title: "Hall\nauthor: Ada\n',
        "title: Hall\nauthor Ada\n", "dc:date: 2024\n", "'date created': 2024\n",
        "date created: 2024\n",
        "tags:\n- a\n- b\ntext: |\n  Much\n\n  of it\n", '{"title": "Hall"}\n',
        "{\n title: Hall\n}\n",
        "  title: Hall\n  author: Ada\n", "标题: 海港\n", "title:\r\nauthor: Ada\r\n",
    ],
)  # fmt: skip
def test_a_mapping_is_front_matter(block):
    assert is_front_matter(block)


@pytest.mark.parametrize(
    "block",
    [
        "# Hall\n", "\n# Hall\n\nNote: open.\n", "The hall is open.\n", "- a\n- b\n", "1. a\n",
        "> said: nothing\n", "**Note:** open.\n", "| a | b |\n", "{% raw %}\n", "https://a.example/b\n",
        "Nobody knew what he had said: it was late.\n", "12:30 the hall opens\n",
        "Note: the hall is open.\n\nIt was closed for long.\n\nNobody came.\n",
    ],
)  # fmt: skip
def test_text_between_rules_is_text(block):
    assert not is_front_matter(block)


def test_a_section_between_rules_is_read_and_accuses_nobody():
    source = Source(uri="a.md", path="a.md", location="", size=0, modified=0, inode=0)
    document = Markdown().read(source, SECTION.encode(), "")
    assert document.text == SECTION
    found = extract_all(document)
    assert found.problems == ()
    titles = [claim.normalized for claim in found.claims if claim.property == "title"]
    assert titles == ["The harbour museum opens again"]


def test_front_matter_that_is_broken_is_still_told(document):
    page = "---\ntitle: Hall: the sequel\n---\nOpen.\n"
    (problem,) = extract_all(document(page)).problems
    assert problem.startswith("its front-matter, line 2, column 12: neither YAML nor JSON")


def test_hostile_blocks_take_linear_time():
    for piece in ("a ", "a:", '"', "# \n", "a b c", " \n", "{ ", "a.b-"):
        before = time.process_time()
        is_front_matter(piece * (100_000 // len(piece)))
        assert time.process_time() - before < 1
