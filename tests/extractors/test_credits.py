"""What Markdown says of its pictures, and a text of other works, is not said of the text."""

import pytest

from audit.extractors import extract_all
from audit.model import Source
from audit.readers import reader_for

PROSE = (
    "The quay was mended in the year in which the library was opened, and the ships came every "
    "day to the stairs below the museum."
)
LINK = "https://creativecommons.org/licenses/by/4.0/"


def rights(text, media_type="text/markdown"):
    data = text.encode()
    source = Source(uri="a", path="a", location="a", size=len(data), modified=0, inode=0)
    evidence = extract_all(reader_for(media_type).read(source, data, ""))
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "rights"]


def page(said):
    return f"# Tides of Hallby\n\n{PROSE}\n\n{said}\n\n{PROSE}\n"


@pytest.mark.parametrize(
    "said",
    [
        "![The quay](q.jpg)\n\nThe quay by Ann Berg, CC BY 4.0",
        "![The quay](q.jpg)\n*The quay by Ann Berg, CC BY 4.0*",
        "![The quay](q.jpg) Ann Berg / CC BY 4.0",
        "[![The quay](q.jpg)](https://a.example/q_(2))\n\nAnn Berg, CC BY 4.0",
        "![The quay][q]\n\nAnn Berg, CC BY 4.0\n\n[q]: q.jpg",
        '<img src="q.jpg">\n\nAnn Berg, CC BY 4.0',
        '<figure><img src="q.jpg">\n<figcaption>Ann Berg, CC BY 4.0</figcaption></figure>',
        f"![The quay](q.jpg)\n\nThe quay by Ann Berg ([licence]({LINK}))",
        "## Image credits\n\nAnn Berg, CC BY 4.0",
        "## Bildnachweise\n\nThe quay\n\nAnn Berg, CC BY 4.0",
        "## Photos\n\n### The quay\n\nAnn Berg, CC BY 4.0",
        "- The quay at dusk by Ann Berg, CC BY 4.0",
        f"1. [The quay](https://a.example) by [Ann Berg](https://b.example), [CC BY 4.0]({LINK})",
    ],
)
def test_the_licence_of_a_picture_is_not_that_of_the_text(said):
    assert rights(page(said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "![The quay](q.jpg)\n\nThis text is under CC BY 4.0",
        f"![The quay](q.jpg)\n\n{PROSE}\n\nCC BY 4.0",
        "![The quay](q.jpg)\n\n## Licence\n\nCC BY 4.0",
        "[![CC BY](https://licensebuttons.net/l/by/4.0/88x31.png)]\n\nAnn Berg, CC BY 4.0",
        "## Photos\n\nThe quay by Ann Berg, CC BY-SA 2.0\n\n## Licence\n\nCC BY 4.0",
        "Tides of Hallby by Ann Berg is licensed under CC BY 4.0",
        "- Licence: CC BY 4.0\n- Published by Hallby Museum",
        "Text by Ann Berg, CC BY 4.0",
        "Written by Ann Berg, CC BY 4.0",
    ],
)
def test_what_is_said_of_the_text_beside_pictures_holds(said):
    assert rights(page(said)) == ["CC-BY-4.0"]


def test_a_notice_with_its_year_below_a_picture_is_that_of_the_text():
    said = "![Hallby](h.jpg)\n\n© 2020 Hallby Museum. All rights reserved."
    assert rights(page(said)) == ["all-rights-reserved"]


@pytest.mark.parametrize("name", ["The quay at dusk", '"A quay in fog"'])
def test_a_credit_in_plain_text_names_the_work_that_it_is_of(name):
    text = f"Tides of Hallby\n\n{PROSE}\n\n{name} by Ann Berg, CC BY 4.0\n\n{PROSE}\n"
    assert rights(text, "text/plain") == []
    own = text.replace(name, "Tides of Hallby")
    assert rights(own, "text/plain") == ["CC-BY-4.0"]


def test_a_link_and_its_words_are_one_voice():
    said = f"The harbour office uses texts under [a Creative Commons licence]({LINK}) as well."
    assert rights(page(said)) == []


@pytest.mark.parametrize(
    "piece",
    ["![a](", "<img ", "](a", "![a](b)\n", "<figure>", "# Photos\n", "](((((", "\n- a by B"],
)
def test_hostile_pictures_take_linear_time(piece):
    assert rights(piece * (200_000 // len(piece)) + "\nCC BY 4.0") is not None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Portions created by Ann Berg are Copyright (C) Ann Berg. All Rights Reserved.",
         ["all-rights-reserved"]),
        ("* Copyright (C) 2004 by Quay Boats, LLC. All rights reserved.", ["all-rights-reserved"]),
        ("- Bells rung by Ann Berg\n- Licence: CC BY 4.0", ["CC-BY-4.0"]),
    ],
)  # fmt: skip
def test_a_notice_that_names_who_made_a_part_is_no_credit(line, said):
    assert rights(f"Tides of Hallby\n\n{PROSE}\n\n{line}\n", "text/plain") == said
