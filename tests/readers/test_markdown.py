import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lines import source_offset
from audit.model import Source
from audit.readers.markdown import Markdown

SOURCE = Source(uri="a.md", path="a.md", location="a.md", size=0, modified=0, inode=0)


def read(page):
    return Markdown().read(SOURCE, page.encode("utf-8", "replace"), "")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("# Hall\n\nOpen.", "# Hall\n\nOpen."),
        ("---\ntitle: Hall\n---\nOpen.\n", "Open.\n"),
        ("---\r\ntitle: Hall\r\n---\r\nOpen.\r\n", "Open.\r\n"),
        ("---\ntitle: Hall\n...\nOpen.", "Open."),
        ("---\n---\nOpen.", "Open."),
        ("---\nno end", "---\nno end"),
        ("---\n\n\n---\nOpen.", "Open."),
        ("---\n# Hall\n---\nOpen.", "---\n# Hall\n---\nOpen."),
        ("---\nThe hall is open.\n---\n", "---\nThe hall is open.\n---\n"),
        ("---\r\n- a\r\n- b\r\n---\r\n", "---\r\n- a\r\n- b\r\n---\r\n"),
        ("a\n---\nb\n---\n", "a\n---\nb\n---\n"),
        ('the [hall](https://a.example/b_(c) "Hall"), ![boat](b.png)!', "the hall, !"),
        ("see <https://a.example/x> (now)", "see https://a.example/x (now)"),
        ("By Ann\\\nBo and\\\n", "By Ann\nBo and\\\n"),
        ("[a](<b c.md>), [d](e 'f\\'s') and [g](h (i))", "a, d and g"),
        (f"a ![map](data:image/png;base64,{'iVBO' * 2000}) b", "a  b"),
        ("a <!-- not [b](c) --> d <!-- e", "a  d <!-- e"),
        ("Write `<!--` first.\n\nThen go on.", "Write `<!--` first.\n\nThen go on."),
        ("Write `<!--` and ``-->`` here.", "Write `<!--` and ``-->`` here."),
        ("`[a](b)` and [c](d)", "`[a](b)` and c"),
        ("one ` tick\n\n[a](b) and ` one", "one ` tick\n\na and ` one"),
        ("Write \\<!-- first, --> last.", "Write <!-- first, --> last."),
        ("    <!-- code\n\nText.", "    <!-- code\n\nText."),
        ("```\n``` python\n[a](b)\n```\n[c](d)", "```\n``` python\n[a](b)\n```\nc"),
        ("```code``` [a](b)", "```code``` a"),
        ("---\rtitle: Hall\r---\rOpen.\r", "Open.\r"),
        ("```\r[a](b)\r```\r[c](d)", "```\r[a](b)\r```\rc"),
        ('+++\ntitle = "Hall"\n+++\nOpen.', "Open."),
        ("+++\nOpen.\n+++\n", "+++\nOpen.\n+++\n"),
        ("```\n[a](b)\n```\n[c](d)", "```\n[a](b)\n```\nc"),
        ("~~~\n[a](b) <!-- x -->", "~~~\n[a](b) <!-- x -->"),
        ("The **old** _bell_, ***rung*** by __Ann__.", "The old bell, rung by Ann."),
        ("**Be**ll, bell_rope_end, 2*3*4, 2 * 3 * 4", "Bell, bell_rope_end, 2*3*4, 2 * 3 * 4"),
        ("Price* and **sum\n\nof** it", "Price* and **sum\n\nof** it"),
        ("* one\n* *two*\n***\n", "* one\n* two\n***\n"),
        ("1\\. May \\- _June_, C:\\dir", "1. May - June, C:\\dir"),
        ("\\*not\\* and \\[a](b)", "*not* and [a]"),
        ("[![built](b.png)](c) [the [old] hall](d)", " the [old] hall"),
        (
            "[Bell][b], ![Map][B], [c] and [x][y]\n\n[b]: https://a.example\n",
            "Bell, , [c] and [x][y]\n\n\n",
        ),
        ("[c], [d][]\n\n[C]: <a> 'T'\n[d]: b\n[^e]: note", "c, d\n\n\n\n[^e]: note"),
        ("```\n[b]: c\n```\n[b]", "```\n[b]: c\n```\n[b]"),
        ("- [ ] ring [1] the bell [sic]", "- [ ] ring [1] the bell [sic]"),
        (f"[![a\n\n](data:image/png;base64,{'iVB+/' * 9_000}=)\nb](c)", "[![a\n\n]\nb]"),
        ("[a\n\nb](c)", "[a\n\nb]"),
        ("[Ann]: yes\n[09:30]: closed\n", "[Ann]: yes\n[09:30]: closed\n"),
        ("[b]\n\n[b]: COPYING\n[c]: NEWS\n", "b\n\n\n[c]: NEWS\n"),
        ("Text.\n\n    a __b__ \\*\n\n\t*c*\n\n*End*", "Text.\n\n    a __b__ \\*\n\n\t*c*\n\nEnd"),
        ("Text.\n\n    [Ann](ann/b) *now*\n", "Text.\n\n    Ann now\n"),
        ("Text.\n\n    * *Ann*\n\n    *Bo*\n", "Text.\n\n    * Ann\n\n    Bo\n"),
        ("Text\n    *goes* on.\n", "Text\n    goes on.\n"),
        ("- A\n\n    *of it*\n\nB\n\n    *c*\n", "- A\n\n    of it\n\nB\n\n    *c*\n"),
        (
            "1. A\n\n    of *it*\n\n2. B\n\n        *c*\n",
            "1. A\n\n    of it\n\n2. B\n\n        c\n",
        ),
        ("[^1]: A\n\n    of *it*\n", "[^1]: A\n\n    of it\n"),
        ("A\r\n\r\n    *b*\r\n\r\n*c*", "A\r\n\r\n    *b*\r\n\r\nc"),
        (
            "- A\n\n    ```\n    *b*\n\n    *c*\n    ```\n\n*d*",
            "- A\n\n    ```\n    *b*\n\n    *c*\n    ```\n\nd",
        ),
        ("> ```\n> *b*\n> ```\n> *c*", "> ```\n> *b*\n> ```\n> c"),
        ("```\n        ```\n*a*\n```\n*b*", "```\n        ```\n*a*\n```\nb"),
        ("- A\n\n        ```\n\n*b*", "- A\n\n        ```\n\nb"),
        ("Water is H<sub>2</sub>O, <B class='a_b_'>deep</B>.", "Water is H2O, deep."),
        ('<span id="bell"></span>The bell <img src="b.png"\n alt="Bell"> rings', "The bell  rings"),
        ("one<br />two<br>three <br>four<br/>\nfive", "one two three four\nfive"),
        ("`<b>` and \\<b> and a <b and c> d", "`<b>` and <b> and a  d"),
        (
            "Text.\n\n    <b>code</b>\n\n```\n<i>\n```\n",
            "Text.\n\n    <b>code</b>\n\n```\n<i>\n```\n",
        ),
        ("<bell> <details>\n<p>More</p> <title>", "<bell> <details>\nMore <title>"),
        ("<ul><li>One</li><li>Two</li></ul>", "\nOne\n\nTwo\n"),
        ("<tr><td>One</td><td>Two</td></tr>", " One  Two "),
        ('By <a href="https://a.example/?b=c">Ann</a> of<p>Quay', "By Ann of\nQuay"),
        ('<h1 align="center">The bell</h1>\n\nIt rings.', "# The bell\n\nIt rings."),
        ('  <H2>\n  <br>\n <a href="a"><img src="b.png"></a>\n The bell</H2>', "## The bell"),
        ("See<h1>Bell</h1>", "See\n# Bell"),
        ('<h1><img src="bell.png"></h1>\nIt rings.', "\nIt rings."),
        ('A <img alt="a > b" src=x>bell <b x=\'>\'>rings</b> <b a="x>on</b>.', "A bell rings on."),
        ("<style>\np { a: b }\n</style>\nOpen.<SCRIPT>a('<b>')</Script >", "\nOpen."),
        ("<script>Open.", "<script>Open."),
        (
            "&copy;&nbsp;2021 A&amp;B &#8212; &bell; &lt;b&gt; `&copy;`",
            "©\xa02021 A&B — &bell; <b> `&copy;`",
        ),
    ],
)
def test_text(page, text):
    document = read(page)
    assert document.text == text
    assert document.markup == page


def test_the_text_below_front_matter_keeps_its_place():
    page = "---\ntitle: Hall\n---\nOpen."
    assert source_offset(read(page).chunks, 0) == page.index("Open")


def test_hostile_pages_take_linear_time():
    for piece in (
        "](",
        "<!--",
        "```\n",
        "[a]: b\n```\n```\n",
        "](a(",
        "<http://",
        "---\n",
        '](x "',
        "`",
        "`a",
        "``",
        "+++\n",
        "[",
        "![",
        "[a",
        "[a]",
        "[a][",
        "*a ",
        "**a",
        "_a*b",
        "a*",
        "\\",
        "[a]: b\n",
        "\n \n",
        "<b ",
        "<br>a",
        "<img src=_",
        '<img src="',
        '<img src=">',
        "<script>",
        "<h1>",
        "<h1><b>",
        "<h1>" + " " * 99,
        "&copy;",
        "&#8212",
    ):
        before = time.process_time()
        read("---\n" + piece * (120_000 // len(piece)) + "\n")
        assert time.process_time() - before < 3


@given(st.text(alphabet="ab r]![(<!/->`~\n()-*_\\:", max_size=80))
def test_every_character_of_the_text_is_where_the_chunks_say(page):
    document = read(page)
    for offset, character in enumerate(document.text):
        assert document.markup[source_offset(document.chunks, offset)] == character


@given(st.text(alphabet="ab<>/h1pr &#;35x\n", max_size=80))
def test_places_of_what_tags_and_references_show_go_forward(page):
    document = read(page)
    places = [source_offset(document.chunks, at) for at in range(len(document.text))]
    assert places == sorted(places)
    assert all(0 <= place <= len(page) for place in places)
