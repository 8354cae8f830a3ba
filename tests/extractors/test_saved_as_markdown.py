"""Pages that a program has saved as Markdown: menus, the name of the site, broken lines."""

import pytest

from audit.extractors import extract_all
from audit.model import Source
from audit.readers import reader_for
from audit.readers.formats import identify

MENU = "".join(f"  * [{name}](/{name.lower()})\n" for name in ("Home", "News", "Ships", "Tides"))
PROSE = (
    "The lamp of the lighthouse was lit on Tuesday for the first time since the storm, and the "
    "harbour master said that all ships in the bay were told of it in the morning."
)


def chosen(page, path="a.md"):
    data = page.encode()
    source = Source(uri=path, path=path, location=path, size=len(data), modified=0, inode=0)
    document = reader_for(identify(path, data).media_type).read(source, data, "")
    return {claim.property: claim for claim in extract_all(document).claims if claim.chosen}


def said(page, name, path="a.md"):
    claim = chosen(page, path).get(name)
    return claim.normalized if claim else ""


@pytest.mark.parametrize(
    "site",
    [
        "# [Hallby Herald](https://herald.example/)",
        '# [Hallby Herald](/ "Home of the Herald")',
        "#  [ **Hallby Herald** ](https://herald.example/index.html)",
        "# [Hallby\nHerald](https://web.archive.org/web/20200512/https://herald.example/)",
    ],
)
@pytest.mark.parametrize("sign", ["#", "##"])
def test_a_heading_that_leads_home_names_the_site(site, sign):
    page = f"{site}\n\n{MENU}\n{sign} The lamp is lit\n\n{PROSE}\n\n### Share this\n\n{PROSE}\n"
    assert said(page, "title") == "The lamp is lit"


def test_a_heading_that_leads_to_its_own_page_is_a_title():
    page = f"# [The lamp is lit](https://herald.example/2020/the-lamp-is-lit)\n\n{PROSE}\n"
    assert said(page, "title") == "The lamp is lit"


def test_headings_of_menus_do_not_hide_the_title():
    page = f"# Quick\n\n{MENU}\n# Service\n\n{MENU}\n# The lamp of Lindby is lit again\n\n{PROSE}\n"
    assert said(page, "title") == "The lamp of Lindby is lit again"


def test_sections_below_text_are_no_titles():
    page = f"The lamp is lit\n\n{PROSE}\n\n## Ships\n\n{PROSE}\n\n## Tides\n\n{PROSE}\n"
    assert said(page, "title") == "The lamp is lit"


@pytest.mark.parametrize(
    "day", ["  * 12 May 2020", "## 12 May 2020", "**12 May 2020**", "[12 May 2020](/2020/5/12)"]
)
def test_a_day_may_be_an_item_a_heading_or_a_link(day):
    assert said(f"# The lamp is lit\n\n{day}\n\n{PROSE}\n", "issued") == "2020-05-12"


@pytest.mark.parametrize(
    "byline",
    [
        "By [Jane Grey](/jane)",
        "By **Jane Grey** | _12 May 2020_",
        "[ Jane Grey ](/jane) | [12 May 2020](/2020/5)",
        "  * By [Jane Grey](/jane)",
    ],
)
def test_who_wrote_may_be_a_link(byline):
    assert said(f"# The lamp is lit\n\n{byline}\n\n{PROSE}\n", "creator") == "Jane Grey"


def test_a_title_is_without_the_marks_in_it_and_stands_where_its_words_do():
    page = f"{MENU}\n# The **lamp** of [Lindby](/l) is \\- again \\- lit\n\n{PROSE}\n"
    claim = chosen(page)["title"]
    assert claim.normalized == "The lamp of Lindby is - again - lit"
    assert claim.line == 6


BROKEN = "# Old lamp of the lighthouse of Lindby is lit for the first time since the\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"{BROKEN}Storm\n", f"{BROKEN[2:-1]} Storm"),
        (f"{BROKEN[:-4]}Shore-\nSide lights\n", f"{BROKEN[2:-4]}Shore-Side lights"),
        (f"{BROKEN[:-4]}day-\nand night\n", f"{BROKEN[2:-4]}day- and night"),
        (f"{BROKEN[:-4]}\nstorm came to the bay.\n", BROKEN[2:-4].strip()),
        ("# The lamp is lit\nIn the bay\n", "The lamp is lit"),
    ],
)
def test_headings_that_a_program_broke_are_whole(head, title):
    assert said(f"{head}\n{PROSE}\n", "title") == title


def test_addresses_that_a_program_broke_are_no_words():
    page = f"# The lamp is lit\n\nBy [Jane Grey](https://herald.example/who-we-\nare/jane-grey)\n\n{PROSE}\n"
    assert said(page, "creator") == "Jane Grey"


def test_a_text_that_is_markdown_is_read_as_such_and_may_be_called_txt():
    page = f"{MENU}\n# The **lamp** is lit\n\nBy [Jane Grey](/jane)\n\n{PROSE}\n"
    form = identify("a.txt", page.encode())
    assert (form.media_type, form.stated) == ("text/markdown", "")
    assert form.basis == "extension match txt; content match Markdown"
    assert said(page, "title", "a.txt") == "The lamp is lit"


@pytest.mark.parametrize(
    "text",
    [
        "# lists\nx = a[0](1)\n# more\ny = b[1](2)\n# end\n",
        f"#!/bin/sh\n\n# Rings the bell.\n\n## it rings ##\nring\n\n# And again.\n\nring\n{PROSE}",
        f"# One\n\n{PROSE}\n\n# Two\n\n{PROSE}\n\n# Three\n\n{PROSE}\n",
        f"See [1](one) and [2](two), f[3](three).\n\n# of a list\n\n{PROSE}",
    ],
)
def test_other_texts_with_such_signs_are_no_markdown(text):
    assert identify("a.txt", text.encode()).media_type == "text/plain"


def test_headings_of_lower_levels_make_a_text_markdown():
    text = f"# One\n\n{PROSE}\n\n## Two\n\n{PROSE}\n\n## Three\n\n{PROSE}\n"
    assert identify("a.txt", text.encode()).media_type == "text/markdown"
    assert identify("a.csv", text.encode()).media_type == "text/csv"


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("[Jane Grey](/author/jane-grey/)", "Jane Grey"),
        ("[ **Jane Grey** ](https://herald.example/autoren/jane-grey.html)", "Jane Grey"),
        ('[Jane Grey](https://herald.example/?author=12 "All of her texts")', "Jane Grey"),
        ("![Jane](jane.png) [Jane Grey](/staff/jane-grey)", "Jane Grey"),
        ("[the old lamp](https://herald.example/author/jane-grey/the-old-lamp)", ""),
        ("[All articles by](/author/jane-grey)", ""),
        ("`[Jane Grey](/author/jane-grey)`", ""),
        ("[Jane Grey](/ships/jane-grey)", ""),
    ],
)
def test_a_link_to_the_page_of_an_author_names_who_wrote(link, name):
    assert said(f"# The lamp is lit\n\n{link}\n\n{PROSE}\n", "creator") == name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "harbour.py",
            '"""The [lamp](https://a.example/), [rope](/b) and [bell](#c)."""\n# Two lamps.\n',
        ),
        (
            "harbour",
            "#!/bin/sh\n# Rings the bell.\n\necho '[lamp](/a), [rope](/b), [bell](/c)'\n",
        ),
        ("a.txt", "x = 1\n\n### Lamps\n\ny = 2\n\n### Ropes\n\nz = 3\n\n### Bells\n\nw = 4\n"),
        (
            "a.txt",
            "x\n\n## -- Lamps --\n\ny\n\n## -- Ropes --\n\nz\n\n## -- Bells --\n\nw\n",
        ),
    ],
)
def test_programs_are_no_markdown(name, text):
    assert identify(name, text.encode()).media_type == "text/plain"


def test_extensions_of_markdown_with_more_in_it_are_known():
    for name in ("a.mdx", "a.qmd", "a.rmd"):
        assert identify(name, b"# Harbour").media_type == "text/markdown"
