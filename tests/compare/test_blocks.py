"""Blocks of boilerplate: one block each, with its variants, whole, whatever stands in it."""

import random

import pytest

from audit.model import Relation

MONTHS = ["January", "February", "March", "April", "May", "June", "July"]


def dated(dice: random.Random, parts: tuple[str, ...]) -> str:
    """Return *parts* with a date behind the first and a count behind the second."""
    day = f"{dice.randint(1, 28)} {dice.choice(MONTHS)} {dice.randint(2010, 2024)}"
    slots = [day, f"{dice.randint(100, 9_999)}", ""]
    return " ".join(f"{part} {slot}" for part, slot in zip(parts, slots, strict=True)).strip()


@pytest.fixture
def winnowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.compare.EVERY_SHINGLE", 0)


def blocks(audit):
    return [(block.words, len(block.places)) for block in audit.boilerplate]


def test_a_date_and_a_count_make_variants_of_one_block(audited_texts, dice, prose):
    parts = prose(14)[:-1], prose(13)[:-1], prose(12)[:-1]
    pages = {f"{n}.txt": f"{prose(120)}\n\n{dated(dice, parts)}\n" for n in range(24)}
    audit = audited_texts(pages)
    assert blocks(audit) == [(14 + 3 + 13 + 1 + 12, 24)]
    (block,) = audit.boilerplate
    assert block.variants == 24


@pytest.mark.usefixtures("winnowed")
def test_a_winnowed_index_gives_whole_blocks(audited_texts, prose):
    footers, other = (prose(40), prose(43)), prose(30)
    pages = {}
    for n in range(36):
        below = (other, prose(40), "")[n % 3]
        pages[f"{n}.txt"] = f"{prose(150)}\n\n{footers[n % 2]}\n\n{below}\n"
    found = sorted(blocks(audited_texts(pages)), reverse=True)
    assert [places for _, places in found] == [18, 18, 12]
    assert [words for words, _ in found] == pytest.approx([43, 40, 30], abs=7)


def test_short_menu_lines_count_where_they_stand_in_a_run(audited_texts, dice, prose):
    """Every page lacks another item and has one of its own."""
    items = [prose(dice.randint(1, 3))[:-1] for _ in range(24)]
    pages = {}
    for n in range(8):
        menu = [item for item in items if dice.random() > 0.08]
        menu.insert(dice.randint(0, 20), prose(2)[:-1])
        lines = "\n".join(menu)
        pages[f"{n}.txt"] = f"{lines}\n\n{prose(100)}\n"
    audit = audited_texts(pages)
    assert {pair.relation for pair in audit.pairs} == {Relation.BOILERPLATE_ONLY}
    block = max(audit.boilerplate, key=lambda block: block.words)
    assert block.words >= 25
    assert {place.path for place in block.places} == set(pages)


def test_menus_in_any_order_are_no_body(audited_texts, dice, prose):
    items = [prose(dice.randint(1, 3))[:-1] for _ in range(24)]
    pages = {}
    for n in range(6):
        lines = "\n".join(dice.sample(items, 20))
        pages[f"{n}.txt"] = f"{lines}\n\n{prose(100)}\n"
    audit = audited_texts(pages)
    for document in audit.documents:
        assert 0.2 < document.boilerplate_share < 0.35


@pytest.mark.parametrize("words", [25, 40, 70])
def test_menus_many_times_longer_than_the_article_accuse_nobody(audited_texts, words, prose):
    menu = "\n".join(prose(3) for _ in range(80))
    footer = prose(150)
    pages = {f"{n}.txt": f"{menu}\n\n{prose(words)}\n\n{footer}\n" for n in range(5)}
    audit = audited_texts(pages)
    assert {pair.relation for pair in audit.pairs} == {Relation.BOILERPLATE_ONLY}
    assert sorted(blocks(audit)) == [(150, 5), (240, 5)]


def test_versions_with_a_paragraph_added_or_changed_stay_versions(audited_texts, prose):
    paragraphs = [prose(40) for _ in range(8)]
    pages = {}
    for n in range(5):
        if n:
            paragraphs[n] = prose(40)
        text = "\n\n".join(paragraphs)
        pages[f"{n}.txt"] = f"{text}\n"
    audit = audited_texts(pages)
    assert blocks(audit) == []
    assert Relation.NEAR_DUPLICATE in {pair.relation for pair in audit.pairs}
    assert Relation.BOILERPLATE_ONLY not in {pair.relation for pair in audit.pairs}
