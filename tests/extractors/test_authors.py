"""Who is chosen as author: persons before publishers, and only those of one byline."""

import pytest

from audit.claims.people import names
from audit.extractors import extract_all

TITLE = "The ferry bell has a new rope"
PROSE = (
    "The old ferry bell was taken down on Monday, and nobody could say how long it hung there.\n"
)


def creators(evidence):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "creator"]


@pytest.mark.parametrize("declared", ["Quay Post", "quaypost.example", "Quay Verlag GmbH"])
def test_a_person_in_the_byline_goes_before_the_publisher_in_the_head(document, declared):
    head = '<meta property="og:site_name" content="Quay Post">'
    head += f'<meta name="author" content="{declared}">'
    text = f"{TITLE}\nBy Ada Lovelane\n{PROSE * 3}"
    assert creators(extract_all(document(text, markup=f"{head}<p>x</p>"))) == ["Ada Lovelane"]
    assert creators(extract_all(document(f"{TITLE}\n{PROSE}", markup=head))) == [declared]


def test_authors_of_other_texts_further_down_are_not_chosen(document):
    links = [f'<a rel="author" href="/{n}">{n} Moe</a>' for n in ("Ann", "Bo", "Cy")]
    page = f"<h1>{TITLE}</h1>{links[0]}, {links[1]}{'<p>' + 'rope ' * 300}{links[2]}"
    assert creators(extract_all(document(f"{TITLE}\n{PROSE}", markup=page))) == [
        "Ann Moe",
        "Bo Moe",
    ]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("View all posts by Ada Lovelane →", ["Ada Lovelane"]),
        ("Zeige alle Beiträge von Ada Lovelane", ["Ada Lovelane"]),
        ("Author: Ada Lovelane, Date: 3 May 2021", ["Ada Lovelane"]),
        ("Text & Fotos: Ada Lovelane", ["Ada Lovelane"]),
        ("Artikel von: Ada Lovelane", ["Ada Lovelane"]),
        ("~ Ada Lovelane", ["Ada Lovelane"]),
        ("will not be published here", []),
        ("Please enter your name here", []),
        ("Veröffentlicht am", []),
        ("Ursula von der Quaye", ["Ursula von der Quaye"]),
    ],
)
def test_what_is_no_part_of_a_name(raw, found):
    assert list(names(raw)) == found
