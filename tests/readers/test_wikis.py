"""Exports of MediaWiki: every page as its last revision has it."""

import pytest

WORDS = "'''The tide mill''' at the quay turns twice a day, and nobody pays for the sea."
SPACE = 'xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en"'


def revision(day, text):
    return (
        f"<revision><id>2</id><timestamp>{day}T10:00:00Z</timestamp><contributor><username>Bo"
        f'</username></contributor><text xml:space="preserve">{text}</text></revision>'
    )


def page(title, *revisions, more=""):
    return f"<page><title>{title}</title><ns>0</ns><id>1</id>{more}{''.join(revisions)}</page>"


WIKI = (
    f"<mediawiki {SPACE}><siteinfo><sitename>Townwiki</sitename><generator>MediaWiki 1.40"
    "</generator></siteinfo>"
    + page("Mill", revision("2024-06-01", f"{WORDS} New."), revision("2024-05-17", WORDS))
    + page("Quay/Crane", revision("2024-05-18", WORDS))
    + page("Mills", revision("2024-05-18", "#REDIRECT [[Mill]]"), more='<redirect title="Mill" />')
    + page("Nothing", revision("2024-05-18", ""))
    + "</mediawiki>"
)


@pytest.mark.parametrize("head", ["", '<?xml version="1.0" encoding="utf-8"?>\n'])
def test_every_page_of_a_wiki_is_a_document(head, unfold, claims, said):
    found = unfold("wiki.xml", f"{head}{WIKI}".encode())
    assert set(found) == {"wiki.xml", "wiki.xml!/Mill", "wiki.xml!/Quay_Crane"}
    item = found["wiki.xml!/Mill"]
    assert item.document.text == f"{WORDS} New."
    chosen = {name: claim.normalized for name, claim in claims(item).items()}
    assert chosen["title"] == "Mill"
    assert chosen["modified"] == "2024-06-01"
    assert chosen["publisher"] == "Townwiki"
    assert chosen["generator"] == "MediaWiki 1.40"
    assert {"creator", "issued"}.isdisjoint(chosen)
    assert said(found["wiki.xml"]) == [
        "earlier revisions of pages, not read: 1",
        "pages that only lead to others, left out: 1",
        "pages without a text, left out: 1",
    ]


def test_a_wiki_that_breaks_off_keeps_what_came_before(unfold, said):
    found = unfold("wiki.xml", WIKI[:-700].encode())
    assert "wiki.xml!/Mill" in found
    assert "broken XML" in said(found["wiki.xml"])[-1]
