"""What others list or were published with is a document's own, and no furniture."""

import pytest

NAMES = (
    "The crane comes down to the quay",
    "A lantern for the reading room",
    "Swifts are back at the grain store",
    "Why the tide mill needs a new wheel",
    "The keeper of the northern light retires",
    "Bookbinders of the harbour open their shop",
)
DAYS = (
    "4 March 2021",
    "17 May 2021",
    "2 August 2021",
    "30 January 2022",
    "11 June 2022",
    "9 April 2023",
)
ISO = ("2021-03-04", "2021-05-17", "2021-08-02", "2022-01-30", "2022-06-11", "2023-04-09")
HEAD = "Harbour Gazette\nHome\nNews\nEvents\nContact\n\n"
FOOT = "The Gazette is printed on Thursdays above the fish market and sent to every pier.\n"


def article(prose, number, line):
    return f"{NAMES[number]}\n{line}\n\n" + "".join(f"{prose(40)}\n\n" for _ in range(4))


def published(number):
    return f"Published on {DAYS[number]} by the editors"


def items(numbers):
    return "".join(f"{NAMES[n]}\n{published(n)}\n" for n in numbers)


def chosen(audit, name):
    return [
        claim.normalized for claim in audit.claims if claim.chosen and claim.property == name
    ]  # sorted by path


def test_a_headline_that_other_pages_list_is_the_title(audited_texts, prose):
    count = len(NAMES)
    texts = {
        f"{n}.txt": article(prose, n, published(n))
        + "Related articles\n"
        + items((n + step) % count for step in (1, 2, 4, 5))
        + FOOT
        for n in range(count)
    }
    audit = audited_texts(texts)
    assert chosen(audit, "title") == list(NAMES)
    assert chosen(audit, "issued") == list(ISO)
    titles = [claim for claim in audit.claims if claim.chosen and claim.property == "title"]
    assert not [claim.reason for claim in titles if "documents" in claim.reason]


def test_a_headline_among_the_first_news_of_all_pages_is_the_title_of_its_own(audited_texts, prose):
    top = "Top stories\n" + items((5, 4, 3)) + "\n"
    texts = {
        f"{n}.txt": HEAD + top + article(prose, n, published(n)) + FOOT for n in range(len(NAMES))
    }
    audit = audited_texts(texts)
    assert chosen(audit, "title") == list(NAMES)
    assert set(chosen(audit, "issued")) <= set(ISO)
    for claim in audit.claims:
        if claim.chosen and claim.property == "issued":
            assert claim.normalized == ISO[int(claim.path[0])]


def test_a_heading_that_other_pages_list_stays_above_the_name_of_the_site(audited_texts, prose):
    count = len(NAMES)
    texts = {}
    for n in range(count):
        others = [(n + step) % count for step in (1, 2, 4)]
        listed = "".join(f"<li>{NAMES[o]} <time>{DAYS[o]}</time></li>" for o in others)
        texts[f"{n}.html"] = (
            f"<html><head><title>{NAMES[n]} - Riverside Library</title></head><body>"
            f"<header><h1>Riverside Library</h1></header><main><h2>{NAMES[n]}</h2><p>{DAYS[n]}</p>"
            + "".join(f"<p>{prose(40)}</p>" for _ in range(4))
            + f"</main><aside><h3>More news</h3><ul>{listed}</ul></aside></body></html>"
        )
    assert chosen(audited_texts(texts), "title") == list(NAMES)


@pytest.mark.parametrize("place", ["above", "below", "end"])
def test_the_day_of_an_edition_is_that_of_all_of_its_articles(audited_texts, prose, place):
    line = "Posted on 6 May 2024 by the editors in News, Harbour and Coast"
    texts = {}
    for n in range(len(NAMES)):
        text = article(prose, n, line if place == "below" else "")
        first, last = (f"{line}\n" if place == each else "" for each in ("above", "end"))
        texts[f"{n}.txt"] = HEAD + first + text + last + FOOT
    audit = audited_texts(texts)
    assert chosen(audit, "issued") == ["2024-05-06"] * len(NAMES)


def test_the_day_in_the_head_of_pages_of_other_days_is_nobodys(audited_texts, prose):
    """It is the day of capture; pages without a day of their own have none."""
    head = "Harbour Gazette\nHome | News | Events | Weather\nMonday 6 May 2024\n\n"
    texts = {
        f"{n}.txt": head + article(prose, n, published(n) if n % 2 else "") + FOOT
        for n in range(len(NAMES))
    }
    assert chosen(audited_texts(texts), "issued") == [ISO[1], ISO[3], ISO[5]]


def test_a_day_amid_the_furniture_of_all_pages_is_nobodys(audited_texts, prose):
    head = "Harbour Gazette\nMonday 6 May 2024\nHome | News | Events | Weather\n\n"
    texts = {f"{n}.txt": head + article(prose, n, "") + FOOT for n in range(len(NAMES))}
    assert chosen(audited_texts(texts), "issued") == []


def test_what_is_furniture_contradicts_nothing(audited_texts, prose):
    """Neither a masthead the declared title nor the day of capture the day of publication."""
    head = (
        "Town Museum Bulletin\nOccasional papers of the Town Museum, printed by volunteers\n"
        "Monday 6 May 2024, the tide is high\nHome | News | Events | Weather | Shop\n\n"
    )
    texts = {f"{n}.txt": head + article(prose, n, DAYS[n]) + FOOT for n in range(len(NAMES))}
    texts |= {f"{n}.meta.yml": f"title: {NAMES[n]}\n" for n in range(len(NAMES))}
    rules = "audit: 1\nrules:\n  agree: {check: metadata, agree: true}\n"
    audit = audited_texts(texts, rules)
    assert chosen(audit, "issued") == list(ISO)
    barred = [claim for claim in audit.claims if "page furniture" in claim.reason]
    assert {claim.property for claim in barred} == {"title", "issued"}
    assert [claim for claim in audit.claims if claim.conflict] == []
    assert [finding.message for finding in audit.findings] == []


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Riverside Library", "<p>Riverside Library</p>"),
        ("Riverside Library", "<h1>Riverside Library</h1>"),
        ("", "<h1>Welcome to the Riverside Library</h1>"),
    ],
)
def test_what_stands_above_every_page_of_a_site_is_no_title_in_its_markup(
    audited_texts, prose, title, head
):
    menu = "<a>Home</a> <a>News</a> <a>Events</a> <a>Collections and archives</a> <a>Visit us</a>"
    texts = {
        f"{n}.html": f"<html><head><title>{title}</title></head><body><div>{head}</div>"
        f"<div>{menu}</div><div><h2>{NAMES[n]}</h2><p>{DAYS[n]}</p>"
        + "".join(f"<p>{prose(40)}</p>" for _ in range(4))
        + "</div></body></html>"
        for n in range(len(NAMES))
    }
    assert chosen(audited_texts(texts), "title") == list(NAMES)
