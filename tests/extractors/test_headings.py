"""Headings that Markdown and plain texts mark: they go before whatever else looks like a title."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.claims.markdown import markdown_titles
from audit.extractors import extract_all
from audit.readers import reader_for

PROSE = (
    "The old ferry bell was taken down on Monday, and nobody on the quay could say how long it had"
    " hung there, nor who had paid for it when the first landing stage was built.\n"
)
BELL = "The bell and the rope of the harbour ferry"


def titles(document, text, media_type="text/markdown"):
    claims = extract_all(document(text, media_type=media_type)).claims
    return [claim.normalized for claim in claims if claim.chosen and claim.property == "title"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("# Bell\n", "Bell"),
        ("Bell\n====\n", "Bell"),
        ("Bell\r\n====\r\n", "Bell"),
        ("# The bell #\n", "The bell"),
        ("# **Tides**\n", "Tides"),
        ("# [Tides]\n", "Tides"),
        ("# __tides__ of the quay\n", "__tides__ of the quay"),
        ("# *bells and **ropes\n", "*bells and **ropes"),
        ("# **Bells** of the quay\n", "**Bells** of the quay"),
        ("# Tides ![map] and winds\n", "Tides ![map] and winds"),
        ("Tides\n=====\n\nOur mission\n-----------\n", "Tides"),
        ("# -*- coding: utf-8 -*-\n\n# Tides\n", "Tides"),
        ("# Table of contents\n\n- Bells\n\n# Tides\n", "Tides"),
        ("<pre>\n# make the bell\n</pre>\n\n# Tides\n", "Tides"),
        ("<details>\n# Hidden\n</details>\n\n# Tides\n", "Tides"),
        ('<div align="center">\n\n# Tides\n\n</div>\n', "Tides"),
        ("# Tides [![built][badge]][here]\n", "Tides"),
        ("# Tides ![](a.png)\n", "Tides"),
        ("# Tides {#tides}\n", "Tides"),
        ("# Tides {: #tides .first}\n", "Tides"),
        ("# Tides {#tides .first lang=en}\n", "Tides"),
        ("# Tides{.first #tides}\n", "Tides"),
        ("# Tides ## {#tides}\n", "Tides"),
        ("# **Tides** {#tides}\n", "Tides"),
        ("# Tides ![](a.png) {#tides}\n", "Tides"),
        ("Tides {#tides}\n=====\n", "Tides"),
        ('# <a name="tides"></a>Tides\n', "Tides"),
        ('# <a name="tides"/> Tides\n', "Tides"),
        ('# <a name="one"></a><a name="two"></a> **Tides**\n', "Tides"),
        ('# Tides <a id="tides"></a>\n', "Tides"),
        ('# <A NAME="tides"></A>Tides\n', "Tides"),
        ("# **Tides **\n", "Tides"),
        ('# <a id="tides">Tides</a>\n', "Tides"),
        ("# Tides {one} and {two}\n", "Tides {one} and {two}"),
        ("# Tides of {#one} quay\n", "Tides of {#one} quay"),
        ("# <a>Tides</a> and <a>winds</a>\n", "<a>Tides</a> and <a>winds</a>"),
        ("# List<abbr></abbr>\n", "List<abbr></abbr>"),
        ("# {#tides}\n", "{#tides}"),
        ("<details>\n\n# Hidden\n\n</details>\n\n# Tides\n", "Tides"),
        ("<details open>\n<summary>More</summary>\n\n# Hidden\n</details>\n\n# Tides\n", "Tides"),
        ("<details><details>\n\n</details>\n\n# Hidden\n\n</details>\n\n# Tides\n", "Tides"),
        ("<DETAILS>\n\nHidden\n===\n\nends </DETAILS>\n\n# Tides\n", "Tides"),
        ("<details>\n\n```\n</details>\n```\n\n# Hidden\n\n</details>\n\n# Tides\n", "Tides"),
        ("`<details>` opens\n\n# Tides\n", "Tides"),
        ("<detailsx>\n\n# Tides\n", "Tides"),
        ("</details>\n\n# Tides\n", "Tides"),
        ("Tides at the quay\n-----------------\n", "Tides at the quay"),
        ("## Tides at the quay\n", "Tides at the quay"),
        ("[A badge]\n\n# Tides\n", "Tides"),
        ("## Notices\n\n# Tides\n", "Tides"),
        ("Cookies Policy\n--------------\n", "Cookies Policy"),
        ("```sh\n# install it\n```\n\n# Tides\n", "Tides"),
        ("~~~\nBell\n====\n```\n# Rope\n~~~\n# Tides\n", "Tides"),
        ("```\n``` sh\n# install it\n```\n# Tides\n", "Tides"),
        ("```inline``` code helps\n\n# Tides\n", "Tides"),
    ],
)
def test_the_first_heading_of_markdown_is_its_title(document, head, title):
    more = "" if "## " in head or "---" in head else f"\n# Rope\n\n{PROSE}"
    text = f"{head}\n{PROSE}\n## {BELL}\n\n{PROSE * 3}{more}"
    assert titles(document, text) == [title]


@pytest.mark.parametrize(
    "title", ["# {} {{#tides}}", '# <a name="x"></a>{}', '{} <a id="x"></a>\n===']
)
def test_a_title_without_its_anchors_stands_where_its_words_do(document, title):
    text = f"{title.format(BELL)}\n\n{PROSE * 3}"
    claims = extract_all(document(text, media_type="text/markdown")).claims
    (chosen,) = [claim for claim in claims if claim.chosen and claim.property == "title"]
    assert (chosen.start, chosen.end) == (text.index(BELL), text.index(BELL) + len(BELL))
    assert (chosen.value, chosen.normalized) == (BELL, BELL)


@pytest.mark.parametrize("sign", ["![a][b]", "[![a]][b]", " ##", " {#a}", '<a id="x"></a>', "<a "])
def test_signs_at_the_end_of_a_title_cost_little(document, sign):
    began = time.process_time()
    titles(document, f"# Tides {sign * 25}x\n\n{PROSE * 3}")
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#tides",
        "#",
        "===\n",
        "- Bell\n====\n",
        "> Bell\n===\n",
        ">Bell\n===\n",
        "---\n===\n",
        "* * *\n===\n",
        "| Bell |\n===\n",
        "    Bell\n===\n",
        "One.\n\nTwo\n---\n",
        "One\n\n===\n",
        "```\n# Bell",
    ],
)
def test_what_is_no_title_of_markdown(text):
    assert list(markdown_titles(text)) == []


def test_a_policy_about_cookies_is_called_so_and_a_banner_is_not(document):
    """Though its name stands once more, at the end."""
    said = (
        "We updated our policy on 2 November 2023. [View our previous policy.](https://a.example)"
    )
    text = f"{{0}}\n--------------\n\n{said}\n\n{PROSE * 3}\n{said}\n\n{{0}}\n\n{PROSE}"
    for name in ("Cookies Policy", "Town Cookie Notice", "Politique de cookies"):
        assert titles(document, text.format(name)) == [name]
    assert titles(document, text.format("This site uses cookies")) != ["This site uses cookies"]


@pytest.mark.parametrize("head", ["", "By Ann Berg\n\n"])
def test_a_heading_below_a_paragraph_is_that_of_a_part(document, head):
    text = f"A new pontoon for the harbour\n\n{head}{PROSE * 4}\n# Further reading\n\n{PROSE}"
    assert titles(document, text) == ["A new pontoon for the harbour"]
    assert list(markdown_titles(text)) == []


def test_the_name_of_a_site_may_stand_above_the_title(document):
    title = "The harbour of the town has a new pontoon"
    text = f"# Herald\n\n## {title}\n\nThe new pontoon of the harbour is in place. {PROSE * 3}"
    assert list(markdown_titles(text)) == ["# Herald", f"## {title}"]


@pytest.mark.parametrize("text", ["3 May 2021, Hallby\n---\n\nTides\n", "Menu\n----\n"])
def test_what_is_underlined_and_no_title(text):
    assert list(markdown_titles(text)) == []


def test_a_banner_is_no_title(document):
    text = f"# This site uses cookies\n\n## The bell of the harbour\n\n{PROSE * 3}"
    assert titles(document, text) == ["The bell of the harbour"]


def test_a_heading_of_level_two_is_no_text_to_underline():
    assert list(markdown_titles("## a\n--\n")) == ["## a"]


@given(st.text(alphabet="#=-`~ab \t\n>|*", max_size=60))
def test_a_title_of_markdown_is_one_of_its_lines(text):
    found = markdown_titles(text)
    assert len(found) <= 2
    assert set(found) <= set(text.split("\n"))


@pytest.mark.parametrize("text", ["How cookies are baked\n=====\n", "# Cookies at the quay\n"])
def test_an_underlined_title_of_a_plain_text_may_speak_of_cookies(document, text):
    title = text.splitlines()[0].removeprefix("# ")
    assert titles(document, f"{text}\n{PROSE * 3}", "text/plain") == [title]


def test_a_day_with_its_label_is_a_line_however_the_line_goes_on(document):
    text = (
        "# Terms of the harbour ferry\n\n"
        "Last updated: April 27, 2026 By entering the ferry, and as long as you stay on board, you "
        "agree to its terms. They go before whatever the harbour master says on the quay.\n\n"
        f"{PROSE * 9}\nLast update: October 22, 2014.\n"
    )
    claims = extract_all(document(text, media_type="text/markdown")).claims
    found = {c.property: c.normalized for c in claims if c.chosen and c.property != "title"}
    assert (found["issued"], found["modified"]) == ("2026-04-27", "2026-04-27")


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_what_stands_in_code_is_neither_title_nor_author(document, fence):
    code = f"{fence} sh\nRing the bell of the old quay\nby Ann Berg\n{fence}\n"
    text = f"The bells of the quay are rung in these ways.\n\n{code}\n{PROSE}{PROSE}"
    claims = extract_all(document(text, media_type="text/markdown")).claims
    said = {c.normalized for c in claims if c.chosen and c.property in {"title", "creator"}}
    assert said.isdisjoint({"Ring the bell of the old quay", "Ann Berg"})


def test_a_text_that_is_fenced_as_a_whole_has_a_title(document):
    assert titles(document, f"```\nThe bell of the quay\n\n{PROSE}{PROSE}```\n") == [
        "The bell of the quay"
    ]


SITE = "# Hallby Herald\n\n## News of the harbour\n\n  * Start\n  * Contact\n\n"


def test_a_heading_above_a_menu_names_the_site(document):
    assert titles(document, f"{SITE}# The bell comes home\n\n12 June 2021\n\n{PROSE}{PROSE}") == [
        "The bell comes home"
    ]


@pytest.mark.parametrize(
    "list_", ["- [Rope](#rope)\n- [Chime](#chime)\n", "* Rope\n* Chime\n* Rust\n", "Read it all.\n"]
)
def test_a_heading_above_a_list_of_its_parts_is_the_title(document, list_):
    text = f"# The bell\n\n{list_}\n# Rope\n\n{PROSE}\n# Chime\n\n{PROSE}"
    assert titles(document, text) == ["The bell"]


def test_the_heading_of_a_part_is_no_title_beside_that_of_the_title_element(document):
    title = "The state of the shelves in the old granary"
    parts = "".join(f"<h1>{name}</h1><p>{PROSE}</p>" for name in ("Summary", "Method"))
    head = f"<header><h1>{title}</h1><p>Ann Lind</p></header>"
    page = f"<html><head><title>{title}</title></head><body>{head}{parts}</body></html>"
    read = reader_for("text/html").read(document().source, page.encode(), "")
    claims = extract_all(read).claims
    assert [c.normalized for c in claims if c.property == "title" and c.chosen] == [title]
