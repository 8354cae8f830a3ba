"""Sites: what each of several sites has once is a text that travelled, not a template."""

from collections.abc import Callable

import pytest

from audit.model import Audit, Relation

SITES, PAGES, ARTICLE, OTHER = 4, 3, 60, 190
ADDRESS = "---\nurl: https://www.harbour{site}.example/news/{page}.html\n---"
NOTICE = (
    "Copyright 2024 Northern Wire. All rights reserved. This material may not be published, "
    "broadcast, rewritten or redistributed without the written consent of the agency.\n"
)


def sites(prose: Callable[[int], str], address: str, shared: str) -> dict[str, str]:
    """Return three pages each of four sites; the second of each has *shared* in its middle."""
    texts = {}
    for site in range(SITES):
        footer = prose(40)
        for page in range(PAGES):
            head = address.format(site=site, page=page)
            middle = shared if page == 1 else prose(ARTICLE)
            around = prose(OTHER // 2), prose(OTHER // 2)
            folder = "" if head else f"s{site}/"
            texts[f"{folder}s{site}p{page}.md"] = "\n\n".join(
                [head, around[0], middle, around[1], footer, ""]
            ).lstrip()
    return texts


def accused(audit: Audit) -> set[tuple[str, str]]:
    quiet = Relation.BOILERPLATE_ONLY
    return {(pair.a[-7:], pair.b[-7:]) for pair in audit.pairs if pair.relation is not quiet}


ALL = {(f"s{a}p1.md", f"s{b}p1.md") for a in range(SITES) for b in range(a + 1, SITES)}


@pytest.mark.parametrize("address", [ADDRESS, ""], ids=["url", "folder"])
def test_a_short_article_of_four_sites_is_reuse(audited_texts, address, prose):
    audit = audited_texts(sites(prose, address, prose(ARTICLE)))
    assert accused(audit) == ALL
    assert [block.words for block in audit.boilerplate] == [40] * SITES


def test_a_notice_of_rights_on_many_sites_is_boilerplate(audited_texts, prose):
    audit = audited_texts(sites(prose, ADDRESS, NOTICE))
    assert accused(audit) == set()


def test_what_every_page_of_every_site_has_is_chrome(audited_texts, prose):
    shared = prose(50)
    texts = {name: f"{text}\n{shared}\n" for name, text in sites(prose, "", prose(ARTICLE)).items()}
    audit = audited_texts(texts)
    assert accused(audit) == ALL


def test_declared_boilerplate_of_many_sites_stays_boilerplate(audited_texts, tmp_path, prose):
    shared = prose(ARTICLE)
    (tmp_path / "known.txt").write_text(shared)
    audit = audited_texts(sites(prose, "", shared), "audit: 1\nboilerplate: [known.txt]\n")
    assert accused(audit) == set()


def test_folders_of_one_page_are_no_sites(audited_texts, prose):
    footer = prose(40)
    texts = {f"{n}/index.txt": f"{prose(120)}\n\n{footer}\n" for n in range(5)}
    audit = audited_texts(texts)
    assert accused(audit) == set()
    assert [block.words for block in audit.boilerplate] == [40]


def test_a_long_footer_under_short_articles_accuses_no_page_of_its_site(audited_texts, prose):
    shared, texts = prose(ARTICLE), {}
    for site in range(SITES):
        footer = prose(OTHER)
        for page in range(PAGES):
            text = shared if page == 1 else prose(ARTICLE)
            texts[f"s{site}p{page}.md"] = f"{text}\n\n{footer}\n"
    audit = audited_texts(texts)
    assert accused(audit) == ALL
    assert [block.words for block in audit.boilerplate] == [OTHER] * SITES


def test_folders_of_days_are_no_sites(audited_texts, prose):
    footers = [prose(40) for _ in range(12)]
    texts = {
        f"2024-05-{day:02}/s{site}.txt": f"{prose(ARTICLE)}\n\n{footer}\n"
        for day in range(1, 7)
        for site, footer in enumerate(footers)
    }
    audit = audited_texts(texts)
    assert accused(audit) == set()
    assert sorted(block.words for block in audit.boilerplate) == [40] * 12


def travelled(prose: Callable[[int], str], words: int, *, footer: bool) -> dict[str, str]:
    """Return three folders that have the same twelve texts of so many words, each in its pages."""
    shared = [prose(words) for _ in range(12)]
    return {
        f"s{site}/{number:02}.txt": f"{prose(60)}\n\n{text}\n\n{prose(60)}\n\n{foot}\n"
        for site, foot in enumerate([prose(40) if footer else "" for _ in range(3)])
        for number, text in enumerate(shared)
    }


def numbers(audit: Audit) -> set[tuple[str, str]]:
    return {(a[-6:-4], b[-6:-4]) for a, b in accused(audit)}


@pytest.mark.parametrize(("words", "footer"), [(ARTICLE, True), (150, False)])
def test_many_texts_that_travelled_between_folders_are_reuse(audited_texts, prose, words, footer):
    audit = audited_texts(travelled(prose, words, footer=footer))
    assert numbers(audit) == {(f"{number:02}",) * 2 for number in range(12)}


def test_scattered_blocks_in_folders_of_their_own_hide_nothing(audited_texts, prose):
    lines = [prose(20) for _ in range(40)]
    decoys = {
        f"x{folder}/{page}.txt": "\n\n".join([*lines, prose(300)])
        for folder in range(3)
        for page in range(3)
    }
    audit = audited_texts(travelled(prose, ARTICLE, footer=True) | decoys)
    assert {(f"{number:02}",) * 2 for number in range(12)} <= numbers(audit)


def test_set_phrases_make_no_folder_a_lot(audited_texts, prose):
    """Each of three folders has twelve phrases of ten words, and one text that travelled."""
    phrases, shared = [prose(10) for _ in range(12)], prose(17)
    texts = {
        f"s{site}/{page}.md": "\n\n".join(
            [*(f"{prose(40)}\n\n{phrase}" for phrase in phrases[page::2]), prose(60)]
            + [shared, prose(60)] * (page == 0)
        )
        for site in range(3)
        for page in range(4)
    }
    assert ("s0/0.md", "s1/0.md") in accused(audited_texts(texts))
