"""Templates and texts: what several sites carry is a text, what one site repeats is a template."""

import random

import pytest

from audit.model import Relation
from audit.pipeline import audited
from audit.settings import Settings

SITES = 4
ARTICLE = 300
TOP = 50


def prose(dice: random.Random, words: int) -> str:
    letters = "aeioubcdfglmnprst"
    made = ("".join(dice.choices(letters, k=dice.randint(3, 9))) for _ in range(words))
    return " ".join(made).capitalize() + "."


def write_sites(folder, footer: int) -> None:
    """Write three pages each of four sites; the second page of all is one republished article."""
    dice = random.Random(3)
    shared = "\n\n".join(prose(dice, 60) for _ in range(ARTICLE // 60))
    for site in range(SITES):
        top, bottom = prose(dice, TOP), prose(dice, footer)
        for page in range(3):
            own = "\n\n".join(prose(dice, 60) for _ in range(ARTICLE // 60))
            text = shared if page == 1 else own
            (folder / f"s{site}_{page}.txt").write_text(f"{top}\n\n{text}\n\n{bottom}\n")


@pytest.mark.parametrize("footer", [60, 250, 400], ids=lambda words: f"{words}-words")
def test_an_article_of_four_sites_is_no_boilerplate(tmp_path, footer):
    write_sites(tmp_path, footer)
    with audited(Settings(paths=(str(tmp_path),), catalogue=False, jobs=1)) as audit:
        accused = {
            (pair.a, pair.b): pair.relation
            for pair in audit.pairs
            if pair.relation is not Relation.BOILERPLATE_ONLY
        }
        blocks = [(block.words, len(block.places)) for block in audit.boilerplate]
    articles = [f"s{site}_1.txt" for site in range(SITES)]
    pairs = {(a, b) for a in articles for b in articles if a < b}
    assert accused == dict.fromkeys(pairs, Relation.NEAR_DUPLICATE)
    assert sorted(blocks) == sorted([(TOP, 3), (footer, 3)] * SITES)


def test_menus_longer_than_articles_accuse_nobody(tmp_path):
    dice = random.Random(5)
    menu = "\n".join(prose(dice, 3) for _ in range(80))
    footer = prose(dice, 150)
    for page in range(5):
        (tmp_path / f"p{page}.txt").write_text(f"{menu}\n\n{prose(dice, 70)}\n\n{footer}\n")
    with audited(Settings(paths=(str(tmp_path),), catalogue=False, jobs=1)) as audit:
        assert {pair.relation for pair in audit.pairs} == {Relation.BOILERPLATE_ONLY}
        assert sorted(block.words for block in audit.boilerplate) == [150, 240]


def test_versions_with_footers_of_their_own_are_no_boilerplate(tmp_path):
    """A few words differ here and there, and so does all that stands below."""
    dice = random.Random(7)
    words = prose(dice, ARTICLE).split()
    for version in range(4):
        text = list(words)
        for place in dice.sample(range(ARTICLE), 9):
            text[place] = prose(dice, 1)
        (tmp_path / f"v{version}.txt").write_text(f"{' '.join(text)}\n\n{prose(dice, 40)}\n")
    with audited(Settings(paths=(str(tmp_path),), catalogue=False, jobs=1)) as audit:
        found = [pair.relation for pair in audit.pairs]
        assert len(found) == 6
        assert set(found) <= {Relation.NEAR_DUPLICATE, Relation.CONTAINS}
        assert list(audit.boilerplate) == []


@pytest.mark.parametrize(("top", "footer"), [(10, 20), (0, 20), (0, 40), (8, 150)])
def test_a_menu_longer_than_the_text_accuses_nobody(prose, audited_texts, top, footer):
    """Pages of one site, in one folder, each with a title of its own above the menu."""
    head, menu, foot = (prose(words) if words else "" for words in (top, 150, footer))
    pages = {
        f"page{number}.txt": "\n\n".join([head, prose(12), menu, prose(60), prose(60), foot])
        for number in range(6)
    }
    audit = audited_texts(pages)
    assert {pair.relation for pair in audit.pairs} <= {Relation.BOILERPLATE_ONLY}
