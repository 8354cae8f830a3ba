"""What documents are to each other: versions, copies, quotations, templates."""

import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from audit.pipeline import audited
from audit.settings import Settings

Relations = dict[tuple[str, str], str]
FOOTER = (
    "Town Library, 4 Quay Street, open Monday to Friday from nine to five, closed on holidays. "
    "Books are lent for four weeks. Ask at the desk for a reader's card and a list of new titles."
)


def prose(seed: int, words: int) -> list[str]:
    """Return words that hardly meet in another prose."""
    dice = random.Random(seed)
    return ["".join(dice.choices("abcdeilmnorstu", k=dice.randint(2, 9))) for _ in range(words)]


def edited(words: list[str], seed: int, share: float) -> list[str]:
    dice = random.Random(seed)
    return [f"new{dice.randrange(999)}" if dice.random() < share else word for word in words]


def wrapped(words: list[str], width: int = 11) -> str:
    return "\n".join(" ".join(words[at : at + width]) for at in range(0, len(words), width)) + "\n"


@pytest.fixture
def related(tmp_path: Path) -> Callable[[dict[str, str]], Relations]:
    def audit(texts: dict[str, str]) -> Relations:
        (tmp_path / "audit.yml").write_text("audit: 1\n")
        for name, text in texts.items():
            file = tmp_path / "texts" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        settings = Settings(paths=(str(tmp_path / "texts"),), catalogue=False, jobs=1)
        with audited(settings) as result:
            return {(pair.a, pair.b): pair.relation.value for pair in result.pairs}

    return audit


def test_relations_of_two(related):
    base, other = prose(1, 300), prose(2, 300)
    found = related(
        {
            "a.txt": wrapped(base),
            "b.txt": wrapped(base),
            "c.txt": wrapped([word.upper() for word in base], 7),
            "d.txt": wrapped(edited(base, 5, 0.04)),
            "e.txt": wrapped(other[:150] + base[40:80] + other[150:]),
            "f.txt": wrapped(base[100:220]),
            "g.txt": wrapped(prose(9, 200)),
        }
    )
    assert found["a.txt", "b.txt"] == "identical"
    assert found["a.txt", "c.txt"] == "same-text"
    assert found["a.txt", "d.txt"] == "near-duplicate"
    assert found["a.txt", "e.txt"] == "quotes"
    assert found["a.txt", "f.txt"] == "contains"
    assert not any("g.txt" in pair for pair in found)


def test_a_footer_makes_nobody_alike(related):
    texts = {f"{n}.txt": wrapped(prose(n, 70)) + FOOTER for n in range(6)}
    assert set(related(texts).values()) <= {"boilerplate-only"}


def test_two_pages_of_one_site_say_the_same_below_the_footer(related):
    texts = {f"{n}.txt": wrapped(prose(n, 70)) + FOOTER for n in range(6)}
    texts["copy.txt"] = wrapped(edited(prose(0, 70), 3, 0.02)) + FOOTER
    found = related(texts)
    assert found.pop(("0.txt", "copy.txt")) == "near-duplicate"
    assert set(found.values()) <= {"boilerplate-only"}


def test_versions_are_no_boilerplate(related):
    base = prose(1, 300)
    texts = {f"{n:02}.txt": wrapped(edited(base, n, 0.02)) for n in range(11)}
    assert set(related(texts).values()) == {"near-duplicate"}


def test_every_version_meets_the_one_before(related):
    """Also where it is of another family by then, or a revert to an early one."""
    words, texts = prose(1, 300), {}
    for number in range(14):
        texts[f"{number:02}.txt"] = wrapped(words)
        words = edited(words, number, 0.02)
    texts["07.txt"] = texts["02.txt"]
    found = related(texts)
    assert found["02.txt", "07.txt"] == "identical"
    names = [*sorted(texts)]
    names[7] = "02.txt"
    for one, other in pairwise(names):
        assert found[min(one, other), max(one, other)] in {"near-duplicate", "contains"}


def test_short_documents_are_compared_by_digest_alone(related):
    found = related(
        {"a.txt": "Closed today.\n", "b.txt": "Closed today.\n", "c.txt": "closed today"}
    )
    assert found == {("a.txt", "b.txt"): "identical", ("a.txt", "c.txt"): "same-text"}


def test_empty_files_are_no_copies(related):
    found = related({"a.txt": "", "b.txt": "", "c.txt": "...\n", "d.txt": "...\n"})
    assert {pair for pair in found if "a.txt" in pair or "b.txt" in pair} == set()


def test_the_order_of_names_counts_for_nothing(related, tmp_path):
    base = prose(1, 200)
    texts = {"a.txt": wrapped(base), "b.txt": wrapped(edited(base, 1, 0.05))}
    assert related(texts) == {("a.txt", "b.txt"): "near-duplicate"}
    turned = {"a.txt": texts["b.txt"], "b.txt": texts["a.txt"]}
    assert related(turned) == {("a.txt", "b.txt"): "near-duplicate"}
