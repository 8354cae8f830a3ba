"""Links to licences: what a page links to in a rights line is what it says of its rights."""

import pytest

from audit.extractors import extract_all
from audit.model import Source
from audit.readers import reader_for

BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"
PROSE = (
    "The lamp of the lighthouse was lit on Tuesday for the first time since the storm, and the "
    "harbour master said that all ships in the bay were told of it in the morning."
)
HTML = "<html><body><h1>The lamp is lit</h1><p>{prose}</p><div>{said}</div></body></html>"
MARKDOWN = "# The lamp is lit\n\n{prose}\n\n{said}\n"


def rights(page, media_type):
    data = page.encode()
    source = Source(uri="a", path="a", location="a", size=len(data), modified=0, inode=0)
    document = reader_for(media_type).read(source, data, "")
    found = [claim for claim in extract_all(document).claims if claim.property == "rights"]
    return document, found


def said(page, media_type):
    return [claim.normalized for claim in rights(page, media_type)[1] if claim.chosen]


def html(words, url=BY_SA):
    return HTML.format(prose=PROSE, said=words.format(f'<a href="{url}">', "</a>"))


def markdown(words, url=BY_SA):
    return MARKDOWN.format(prose=PROSE, said=words.format("[", f"]({url})"))


@pytest.mark.parametrize(
    "words",
    [
        "© 2020 Hallby Herald · {}Licence{}",
        "Licensed under {}this licence{}.",
        "The text may be used under {}these terms{}.",
        "{}some rights reserved{}",
    ],
)
def test_a_link_to_a_licence_says_which_it_is(words):
    assert said(html(words), "text/html") == ["CC-BY-SA-4.0"]
    assert said(markdown(words), "text/markdown") == ["CC-BY-SA-4.0"]


@pytest.mark.parametrize(
    "words",
    [
        "<a rel='license' href='{0}'><img src='b.png'></a><br>This work is under {1} terms.",
        "<a rel='license' href='{0}'><img src='b.png'></a>",
        "This work is under <a rel='license' href='{0}'>CC BY-SA</a>.",
        "This work is under a Creative Commons licence: <a href='{0}'>terms</a>.",
    ],
)
def test_a_link_that_calls_itself_one_to_the_licence_tells_its_version(words):
    page = HTML.format(prose=PROSE, said=words.format(BY_SA, "Creative Commons BY-SA"))
    assert said(page, "text/html") == ["CC-BY-SA-4.0"]


@pytest.mark.parametrize(
    "words",
    [
        "Photo: Ann Berg, {}licence{}",
        "The pictures are under {}a free licence{}, the text is not.",
        "This text is not under {}a free licence{}.",
    ],
)
def test_a_licence_of_a_picture_or_none_is_not_that_of_the_page(words):
    assert "CC-BY-SA-4.0" not in said(html(words), "text/html")
    assert "CC-BY-SA-4.0" not in said(markdown(words), "text/markdown")


def test_a_button_without_words_is_a_link_as_well():
    assert said(html('{}<img src="cc.png">{}'), "text/html") == ["CC-BY-SA-4.0"]
    assert said(markdown("{}![CC](cc.png){}"), "text/markdown") == ["CC-BY-SA-4.0"]


def test_the_claim_stands_where_the_address_does():
    for page, media_type in (
        (html("Under {}this licence{}"), "text/html"),
        (markdown("Under {}this licence{}"), "text/markdown"),
    ):
        document, found = rights(page, media_type)
        (claim,) = [each for each in found if each.extractor == "licence-link"]
        assert document.markup[claim.start : claim.end] == BY_SA
        assert claim.part == "markup"


def test_what_no_reader_sees_links_to_nothing():
    page = HTML.format(prose=PROSE, said=f'<!-- <a href="{BY_SA}">Licence</a> -->')
    assert said(page, "text/html") == []
    code = MARKDOWN.format(prose=PROSE, said=f"```\n[Licence]({BY_SA})\n```")
    assert [c.extractor for c in rights(code, "text/markdown")[1]] != ["licence-link"]


@pytest.mark.parametrize(
    "words",
    [
        "The text may be used under [these terms][cc].",
        "The text may be used under [these terms][CC].",
        "Licensed under [cc].",
        "Licensed under [cc][].",
        "[![CC](cc.png)][cc]",
        "[![CC][sign]][cc]\n\n[sign]: cc.png",
    ],
)
def test_the_address_of_a_licence_may_stand_below(words):
    page = MARKDOWN.format(prose=PROSE, said=f'{words}\n\n[cc]: <{BY_SA}> "Licence"')
    assert said(page, "text/markdown") == ["CC-BY-SA-4.0"]
    document, found = rights(page, "text/markdown")
    assert {document.markup[c.start : c.end] for c in found if c.chosen} == {BY_SA}


@pytest.mark.parametrize(
    "words",
    [
        "Photo: Ann Berg, [licence][cc]",
        "```\n[Licence][cc]\n```",
        "Nobody asks for it.",
        "The clock [ticks][bell].",
    ],
)
def test_an_address_below_that_the_text_does_not_ask_for_is_no_licence_of_it(words):
    page = MARKDOWN.format(prose=PROSE, said=f"{words}\n\n[cc]: {BY_SA}")
    assert said(page, "text/markdown") == []


def test_links_to_other_pages_are_no_licences():
    for url in ("https://creativecommons.org/about/", "https://a.example/creativecommons.org/"):
        assert said(html("See {}this{}", url), "text/html") == []
        assert said(markdown("See {}this{}", url), "text/markdown") == []


def test_a_page_about_licences_is_under_none_of_them():
    kinds = [
        f"https://creativecommons.org/licenses/{kind}/4.0/" for kind in ("by", "by-sa", "by-nd")
    ]
    links = "</p><p>".join(f'<a href="{url}">One licence</a>' for url in kinds)
    assert said(HTML.format(prose=PROSE, said=f"<p>{links}</p>"), "text/html") == []


@pytest.mark.parametrize(
    "part",
    [
        "<figure><img src=a.png><figcaption>The pier, by Ann Berg, {}</figcaption></figure>",
        "<figure><img src=a.png><figcaption>Ann Berg<br>{}</figcaption></figure>",
        '<div class="wp-caption"><img src=a.png><p>Ann Berg</p><p>{}</p></div>',
        "<template>Licensed under {}</template>",
    ],
)
def test_captions_and_templates_say_nothing_of_the_page(part):
    link = f'<a href="{BY_SA}">CC BY-SA 4.0</a>'
    assert said(HTML.format(prose=PROSE, said=part.format(link)), "text/html") == []


def test_a_notice_in_a_caption_names_no_publisher():
    part = "<figure><img src=a.png><figcaption>© 2020 Hallby Museum</figcaption></figure>"
    page = HTML.format(prose=PROSE, said=part)
    data = page.encode()
    source = Source(uri="a", path="a", location="a", size=len(data), modified=0, inode=0)
    claims = extract_all(reader_for("text/html").read(source, data, "")).claims
    assert not [c for c in claims if c.chosen and c.property in {"publisher", "rights"}]


def test_a_figure_that_never_ends_holds_nothing():
    words = "<figure><img src=a.png>Licensed under {}this licence{}."
    assert said(html(words), "text/html") == ["CC-BY-SA-4.0"]
