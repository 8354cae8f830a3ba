"""One short line that all documents have does not decide what is a copy and what is chrome."""

from collections.abc import Callable, Mapping

import pytest

from audit.model import Relation

SITES, PAGES = 4, 3
LINE = "Saved from the web by the town archive"
NOWHERE = ("", "")
TOP, BOTTOM = (f"{LINE}\n", ""), ("", f"\n{LINE}\n")
PLACES = {"none": NOWHERE, "top": TOP, "bottom": BOTTOM, "both": (TOP[0], BOTTOM[1])}


def pages(prose: Callable[[int], str]) -> dict[str, str]:
    """Return pages of four sites: one article in the chrome of each, and a part of each first."""
    article, part, texts = prose(200), prose(200), {}
    for site in range(SITES):
        menu, footer = prose(20), prose(60)
        middles = [prose(250) for _ in range(PAGES)]
        middles[0] = f"{prose(20 + 100 * site)}\n\n{part}\n\n{prose(20)}"
        for page, middle in enumerate([*middles, article]):
            name = "article" if page == PAGES else f"page{page}"
            title = f"{name} {site}\n"
            texts[f"{name}_{site}.txt"] = f"{title}\n{menu}\n\n{middle}\n\n{footer}\n"
    return texts


def under(line: tuple[str, str], texts: Mapping[str, str]) -> dict[str, str]:
    """Return *texts* with what stands in *line* before and after each."""
    return {name: f"{line[0]}{text}{line[1]}" for name, text in texts.items()}


def pairs_of(name: str) -> set[tuple[str, str]]:
    names = [f"{name}_{site}.txt" for site in range(SITES)]
    return {(a, b) for a in names for b in names if a < b}


@pytest.mark.parametrize("place", PLACES)
def test_a_line_of_all_hides_no_copy(audited_texts, prose, place):
    audit = audited_texts(under(PLACES[place], pages(prose)))
    quiet = Relation.BOILERPLATE_ONLY
    said = {(pair.a, pair.b) for pair in audit.pairs if pair.relation is not quiet}
    assert said == pairs_of("article") | pairs_of("page0")
    chrome = {block.words for block in audit.boilerplate}
    assert max(chrome) < 100
