"""What most papers that begin with a line do not take for their title is none of the others."""

import pytest

NAMES = (
    *("The crane comes down to the quay", "A lantern for the reading room"),
    *("Swifts are back at the grain store", "Why the tide mill needs a new wheel"),
    *("The keeper of the northern light retires", "Bookbinders of the harbour open their shop"),
    *("New pilots", "No rocks on the chart", "Net makers win a bridge"),
)
DAYS = ("4 March", "17 May", "2 August", "30 January", "11 June", "9 April", "3 May", "1 July")


def chosen(audit, name):
    return [c.normalized for c in audit.claims if c.chosen and c.property == name]


@pytest.mark.parametrize("head", ["Harbour Gazette\nPress release\n", "Weekly Report\n"])
def test_house_and_kind_above_each_release_are_no_titles(audited_texts, prose, head):
    texts = {}
    for number, name in enumerate(NAMES):
        day = f"{DAYS[number % len(DAYS)]} 2021"
        text = "\n\n".join(" ".join(prose(12) for _ in range(4)) for _ in range(3))
        texts[f"{number}.txt"] = f"{head}{day}\n{name}\n\n{text}\n"
    audit = audited_texts(texts)
    assert chosen(audit, "title") == list(NAMES)
    barred = [c for c in audit.claims if "page furniture" in c.reason]
    assert {c.normalized for c in barred} <= set(head.splitlines())


def test_the_name_that_several_papers_have_stays_the_title_of_each(audited_texts, prose):
    """Rules of three harbours are called alike, and nothing else in them is like a title."""
    texts = {
        f"{number}.txt": "Rules of the Harbour\n\n" + "\n\n".join(prose(40) for _ in range(5))
        for number in range(4)
    }
    assert chosen(audited_texts(texts), "title") == ["Rules of the Harbour"] * 4
