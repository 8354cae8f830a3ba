"""Lineage: versions in the order that dates prove, and what changed in each."""

import pytest


@pytest.fixture
def notice(prose):
    """Return a function that makes a dated version of one notice."""
    opening, closing = prose(60), prose(60)

    def version(berths: int, day: str, extra: str = "") -> str:
        head = f"---\nmodified: {day}\nissued: 2024-01-02\n---\n" if day else ""
        middle = f"The pontoon has {berths} berths and opens on 4 May 2024."
        return f"{head}{opening}\n\n{middle} {extra}\n\n{closing}\n"

    return version


def test_versions_come_in_the_order_of_their_changes(audited_texts, notice):
    texts = {
        "z.md": notice(48, "2024-01-02"),
        "m.md": notice(84, "2024-02-03"),
        "a.md": notice(84, "2024-03-04", "Bring a rope of your own."),
    }
    first, second, third = audited_texts(texts).versions
    assert [each.path for each in (first, second, third)] == ["z.md", "m.md", "a.md"]
    assert [each.date for each in (first, second, third)] == [
        "2024-01-02",
        "2024-02-03",
        "2024-03-04",
    ]
    assert all(each.dated for each in (first, second, third))
    assert first.evidence == "modified, line 2 (front-matter)"
    assert first.changes is None
    assert second.changes is not None
    assert [(each.before, each.after) for each in second.changes.figures] == [("48", "84")]
    assert (second.changes.before, second.changes.rewritten) == ("z.md", False)
    assert third.changes is not None
    assert (third.changes.words_added, third.changes.words_removed) == (6, 0)
    assert not third.changes.figures


def test_a_date_that_changed_is_named(audited_texts, notice):
    texts = {"a.md": notice(48, ""), "b.md": notice(48, "").replace("4 May 2024", "5 June 2024")}
    _, second = audited_texts(texts).versions
    assert [(each.before, each.after) for each in second.changes.dates] == [("4 May", "5 June")]


def test_without_a_date_of_each_the_order_is_unknown(audited_texts, notice):
    texts = {"a.md": notice(1, "2024-03-01"), "b.md": notice(2, ""), "c.md": notice(3, "")}
    versions = list(audited_texts(texts).versions)
    assert [each.path for each in versions] == ["a.md", "b.md", "c.md"]
    assert not any(each.dated for each in versions)


def test_two_texts_of_one_day_have_no_order_but_copies_may_share_one(audited_texts, notice):
    texts = {"a.md": notice(1, "2024-03-01"), "b.md": notice(2, "2024-03-01")}
    assert not any(each.dated for each in audited_texts(texts).versions)


def test_a_version_that_goes_back_is_a_revert(audited_texts, notice):
    texts = {
        "a.txt": notice(48, ""),
        "b.txt": notice(84, ""),
        "c.txt": notice(48, ""),
    }
    versions = {each.path: each for each in audited_texts(texts).versions}
    assert versions["c.txt"].revert_of == "a.txt"
