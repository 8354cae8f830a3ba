"""A page that lists the headlines of others with their days keeps its own headline and day."""

import pytest

NAMES = (
    "The crane comes down to the quay",
    "A lantern for the reading room",
    "Swifts are back at the grain store",
    "Why the tide mill needs a new wheel",
    "The keeper of the northern light retires",
    "Bookbinders of the harbour open their shop",
)
PEOPLE = ("Anna Hill", "Tom Weller", "Mary Oakes", "Peter Lund", "Jane Marsh", "Carl Brook")
DAYS = (
    "4 March 2021",
    "11 May 2021",
    "20 July 2021",
    "30 September 2021",
    "2 December 2021",
    "5 February 2022",
)
ISO = ("2021-03-04", "2021-05-11", "2021-07-20", "2021-09-30", "2021-12-02", "2022-02-05")
COUNT = len(NAMES)
HEAD = "Harbour Gazette\nHome\nNews\nEvents\nContact\n\n"
FOOT = "The Gazette is printed on Thursdays above the fish market and sent to every pier.\n"
ITEMS = {
    "day": "{name}\n{day}\n",
    "published": "{name}\nPublished on {day} by the editors\n",
    "byline": "{name}\n{who} | {day}\n",
    "teaser": "{name}\n{day}\nHow it went, and what the people on the quay say about it now.\n",
}
OWN = {
    "day": "{name}\n{day}\n",
    "byline": "{name}\nBy {who}\n{day}\n",
    "above": "{day}\n{name}\n",
    "none": "{name}\nBy {who}\n",
}


def written(form, number):
    return form.format(name=NAMES[number], day=DAYS[number], who=PEOPLE[number])


def latest(own):
    return [number for number in reversed(range(COUNT)) if number != own][:4]


def others(own):
    return [(own + step) % COUNT for step in (1, 2, 3, 4)]


def pages(prose, item, own, listed):
    texts = {}
    for number in range(COUNT):
        top = "".join(written(ITEMS[item], other) for other in listed(number))
        text = "\n\n".join(" ".join(prose(12) for _ in range(4)) for _ in range(5))
        article = f"{written(OWN[own], number)}\n{text}\n\n"
        texts[f"{number}.txt"] = f"{HEAD}Top stories\n{top}\n{article}{FOOT}"
    return texts


def chosen(audit, name):
    return {c.path: c.normalized for c in audit.claims if c.chosen and c.property == name}


@pytest.mark.parametrize("listed", [latest, others])
@pytest.mark.parametrize(
    ("item", "own"),
    [
        *(("day", own) for own in ("day", "byline", "above")),
        *(("byline", own) for own in ("day", "byline")),
        *(("published", "byline"), ("teaser", "day")),
    ],
)
def test_the_day_beside_its_own_headline_is_that_of_the_page(
    audited_texts, prose, item, own, listed
):
    audit = audited_texts(pages(prose, item, own, listed))
    assert chosen(audit, "title") == {f"{n}.txt": name for n, name in enumerate(NAMES)}
    assert chosen(audit, "issued") == {f"{n}.txt": day for n, day in enumerate(ISO)}


@pytest.mark.parametrize("listed", [latest, others])
@pytest.mark.parametrize("item", ["day", "published", "byline"])
def test_the_day_of_a_listed_story_is_none_of_a_page_without_one(
    audited_texts, prose, item, listed
):
    audit = audited_texts(pages(prose, item, "none", listed))
    assert chosen(audit, "issued") == {}


def test_a_claim_says_whose_day_it_is(audited_texts, prose):
    audit = audited_texts(pages(prose, "day", "day", others))
    reasons = {c.normalized: c.reason for c in audit.claims if c.path == "0.txt"}
    assert "; the day of 1.txt, whose headline stands beside it" in reasons[ISO[1]]
    assert "; beside its headline here as in " in reasons[ISO[0]]


def test_one_headline_of_another_is_no_list(audited_texts, prose):
    """Two papers of one house quote a third by its name, and have days of their own below it."""
    texts = {}
    for number in range(COUNT):
        quoted = f"{NAMES[0]}\n{DAYS[number]}\n\n" if number in {1, 2} else ""
        text = "\n\n".join(" ".join(prose(12) for _ in range(4)) for _ in range(5))
        texts[f"{number}.txt"] = (
            f"{HEAD}{written(OWN['day'], number)}\n{text}\n\n{quoted}{prose(60)}\n\n{FOOT}"
        )
    audit = audited_texts(texts)
    assert chosen(audit, "issued") == {f"{n}.txt": day for n, day in enumerate(ISO)}


def test_a_page_that_lists_all_others_has_no_day_of_theirs(audited_texts, prose):
    texts = {
        f"{n}.txt": "Harbour Gazette\n\n"
        + written(OWN["day"], n)
        + "\n".join(f"\n{prose(30)}" for _ in range(4))
        for n in range(COUNT)
    }
    texts["index.txt"] = "Harbour Gazette\nAll stories\n\n" + "".join(
        f"{written(ITEMS['day'], n)}{prose(12)}\n\n" for n in range(COUNT)
    )
    audit = audited_texts(texts)
    assert chosen(audit, "issued") == {f"{n}.txt": day for n, day in enumerate(ISO)}


def test_a_day_that_the_pages_before_and_behind_give_too_is_its_own(audited_texts, prose):
    texts = {}
    for number in range(COUNT):
        text = "\n\n".join(" ".join(prose(12) for _ in range(4)) for _ in range(4))
        beside = "".join(
            f"{word}: {NAMES[other % COUNT]} ({DAYS[other % COUNT]})\n"
            for word, other in (("Previous", number - 1), ("Next", number + 1))
        )
        texts[f"{number}.txt"] = f"{written(OWN['day'], number)}\n{text}\n\n{beside}"
    audit = audited_texts(texts)
    assert chosen(audit, "issued") == {f"{n}.txt": day for n, day in enumerate(ISO)}
