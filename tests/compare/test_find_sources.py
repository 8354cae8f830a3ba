"""What the collection knows: furniture is no title and no date, and it names its site."""

import pytest

from audit.pipeline import audited
from audit.settings import Settings

CHROME = (
    "Our activities in the weeks to come, each with tea\n"
    "The rope walk is open to visitors every day but Monday from 3 May 2021\n"
    "Children may sleep in the lighthouse when the lamp is out and the keeper is away\n"
    "On the last Sunday of each month the steam crane lifts a piano over the dock\n"
)
BODIES = {
    "a.txt": "crane kettle orchard weather barge lantern ledger window",
    "b.txt": "garden meadow candle record copper notice parish bridge",
    "c.txt": "survey harvest slate index warden column anchor stair",
}


def body(words):
    return "".join(
        f"The {a} of the {b} was moved to the {c}, and nobody in the {d} asked about a {e}.\n"
        for a, b, c, d, e in (
            [words.split()[(n + k * step) % 8] for k in range(5)]
            for n, step in enumerate((1, 3, 5, 7, 1, 3))
        )
    )


@pytest.fixture
def claims(tmp_path):
    """Audit texts by name; return their claims by path and property, the chosen ones."""

    def run(texts):
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        with audited(Settings(paths=(str(tmp_path),), catalogue=False, jobs=1)) as audit:
            return list(audit.claims)

    return run


def chosen(claims, path, name):
    return [c.normalized for c in claims if c.chosen and (c.path, c.property) == (path, name)]


def test_pages_of_one_site_have_its_publisher(claims):
    texts = {name: body(words) + CHROME for name, words in BODIES.items()}
    texts["b.txt"] = "Town Museum > News |\n" + texts["b.txt"]
    found = claims(texts)
    assert {chosen(found, path, "publisher")[0] for path in BODIES} == {"Town Museum"}
    (claim,) = [c for c in found if c.path == "a.txt" and c.extractor == "site-chrome"]
    assert claim.value == "Our activities in the weeks to come, each with tea"
    assert claim.line == 7
    assert "b.txt, whose line 1" in claim.reason
    assert claim.confidence < 0.68


def test_publishers_that_disagree_name_nobody(claims):
    texts = {name: body(words) + CHROME for name, words in BODIES.items()}
    texts["b.txt"] = "Town Museum > News |\n" + texts["b.txt"]
    texts["c.txt"] = "Harbour Gazette > News |\n" + texts["c.txt"]
    found = claims(texts)
    assert chosen(found, "a.txt", "publisher") == []


def test_furniture_is_no_title_and_gives_no_date(claims):
    texts = {name: CHROME + body(words) for name, words in BODIES.items()}
    found = claims(texts)
    for path in BODIES:
        assert chosen(found, path, "issued") == []
        assert "Our activities in the weeks to come, each with tea" not in (
            chosen(found, path, "title")
        )
    barred = [c for c in found if "page furniture" in c.reason]
    assert barred
    assert all(c.confidence <= 0.3 for c in barred)


def test_a_day_of_its_own_in_words_of_all_is_that_of_the_text(claims):
    days = ("24 July 2024", "29 July 2024", "13 August 2024")
    texts = {
        name: f"Town Council of Hallby\nMinutes of the ordinary session, held in the town hall\n"
        f"Published: {day}, by the clerk of the council, after approval of the chair\n\n"
        f"{body(words)}"
        for day, (name, words) in zip(days, BODIES.items(), strict=True)
    }
    found = claims(texts)
    issued = [chosen(found, path, "issued") for path in BODIES]
    assert issued == [["2024-07-24"], ["2024-07-29"], ["2024-08-13"]]
    (claim,) = [c for c in found if c.path == "a.txt" and c.property == "issued"]
    assert claim.reason.endswith("; the words around it stand in 3 documents")
    assert claim.confidence < 0.7


def dated(text, words):
    return f"Harbour Gazette > News |\nThe news of {words.split()[0]}\nPublished: {text}\n" + body(
        words
    )


@pytest.mark.parametrize(
    ("others", "day", "why"),
    [
        (("28/02/2015", "17/04/2015"), "2015-04-03", "day first, as in 2 pages of Harbour Gazette"),
        (("02/28/2015", "04/17/2015"), "2015-03-04", "month first, as in 2 pages of Harbour Gaz"),
        (("02/28/2015", "17/04/2015"), "2015-03-04/2015-04-03", "could change places"),
    ],
)
def test_the_habit_of_a_site_settles_an_open_date(claims, others, day, why):
    texts = zip(BODIES, (*others, "03/04/2015"), strict=True)
    found = claims({name: dated(date, BODIES[name]) for name, date in texts})
    (claim,) = [c for c in found if c.path == "c.txt" and c.value == "03/04/2015"]
    assert claim.normalized == day
    assert why in claim.reason
    assert chosen(found, "c.txt", "issued") == ([] if "/" in day else [day])


def test_the_habit_of_an_address_settles_an_open_date(claims):
    """Pages that name no publisher have the host of their address in common."""
    page = (
        '<html><head><link rel=canonical href="https://{}/{}"></head><body><h1>The news of {}</h1>'
        "<p>Published: {}</p><p>{}</p></body></html>"
    )
    hosts = ("news.example", "news.example", "news.example", "other.example")
    days = ("02/28/2015", "04/17/2015", "03/04/2015", "05/06/2015")
    words = (*BODIES.values(), "lantern orchard copper bridge anchor slate kettle meadow")
    found = claims(
        {
            f"{n}.html": page.format(host, n, text.split()[0], day, body(text))
            for n, (host, day, text) in enumerate(zip(hosts, days, words, strict=True))
        }
    )
    (claim,) = [c for c in found if c.path == "2.html" and c.value == "03/04/2015"]
    assert claim.normalized == "2015-03-04"
    assert claim.reason.endswith("month first, as in 2 pages of news.example")
    assert len(str(claim.confidence)) <= len("0.1234")
    assert chosen(found, "2.html", "issued") == ["2015-03-04"]
    assert chosen(found, "3.html", "issued") == []


def test_the_habit_of_another_site_settles_nothing(claims):
    texts = {name: dated("28/02/2015", words) for name, words in BODIES.items()}
    texts["c.txt"] = dated("03/04/2015", BODIES["c.txt"]).replace("Harbour Gazette", "Town Museum")
    found = claims(texts)
    assert chosen(found, "c.txt", "issued") == []


def test_words_that_many_took_over_name_nobody(claims):
    texts = {name: body(words) + CHROME for name, words in BODIES.items()}
    for number, name in enumerate(("d.txt", "e.txt", "f.txt", "g.txt")):
        words = " ".join(word[::-1] + "xyzw"[number] for word in BODIES["c.txt"].split())
        texts[name] = body(words) + CHROME
    texts["b.txt"] = "Town Museum > News |\n" + texts["b.txt"]
    found = claims(texts)
    assert not [c for c in found if c.extractor == "site-chrome"]


NOTICE = (
    "We use small files to make sure that this site remembers the size of its letters for you\n"
    "and if you go on without choosing we shall assume that you are happy with all of them\n"
)


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"b.txt": "© 2024 Coast Reader\n", "c.txt": "© 2024 Coast Reader\n"},
        {
            name: f"url: https://{name[0]}.example/page\n\n"
            for name in ("a1.txt", "a2.txt", *BODIES)
        },
    ],
    ids=["folders", "another name", "hosts"],
)
def test_words_of_another_site_name_no_publisher(claims, tmp_path, head):
    """A notice that comes with a program stands on the pages of strangers."""
    texts = {name: body(words) + NOTICE for name, words in BODIES.items()}
    for number, name in enumerate(("a1.txt", "a2.txt")):
        words = " ".join(word[::-1] + "xy"[number] for word in BODIES["c.txt"].split())
        texts[name] = body(words) + NOTICE
    for name in ("a.txt", "a1.txt", "a2.txt"):
        texts[name] = "Town Museum > News |\n" + texts[name]
    del texts["a.txt"]
    urls = any("url:" in said for said in head.values())
    if not head:
        texts = {f"{name[0]}/{name}": text for name, text in texts.items()}
        for name in texts:
            (tmp_path / name[0]).mkdir(exist_ok=True)
    for name, said in head.items():
        if urls and name in texts:
            (tmp_path / name.replace(".txt", ".meta.yml")).write_text(said.strip() + "\n")
        elif name in texts:
            texts[name] += said
    found = claims(texts)
    assert not [c for c in found if c.extractor == "site-chrome"]


@pytest.mark.parametrize("said", ["Town Museum", "house"])
def test_furniture_that_says_the_name_tells_it_in_other_folders(claims, tmp_path, said):
    """What any site may have below its pages does not."""
    foot = CHROME + f"The doors of the {said} are open to all who come by boat or by the old road\n"
    texts = {f"{name[0]}/{name}": body(words) + foot for name, words in BODIES.items()}
    texts["b/b.txt"] = "Town Museum > News |\n" + texts["b/b.txt"]
    for name in texts:
        (tmp_path / name[0]).mkdir()
    found = claims(texts)
    told = {c.path for c in found if c.chosen and c.property == "publisher"}
    assert told == (set(texts) if said == "Town Museum" else {"b/b.txt"})


def test_words_within_the_sentences_of_several_texts_name_no_publisher(audited_texts, prose):
    shared = prose(30).rstrip(".")
    footer = "\n© 2015 Northern Harbour Board\n"
    texts = {
        f"{name}.txt": f"{prose(40)}\n\n{prose(30)[:-1]} {shared} {prose(30)}\n\n{prose(40)}\n{end}"
        for name, end in (("a", footer), ("b", ""), ("c", ""))
    }
    claims = audited_texts(texts).claims
    named = [(claim.path, claim.normalized) for claim in claims if claim.property == "publisher"]
    assert [path.endswith("a.txt") for path, _ in named] == [True]


def test_a_clause_that_some_break_before_names_no_publisher(audited_texts, prose):
    shared = prose(30).rstrip(".").lower()
    footer = "\n© 2015 Northern Harbour Board\n"
    texts = {
        f"{name}.txt": f"{prose(40)}\n\n{prose(30)[:-1]}{gap}{shared}{gap}{prose(30)}\n{end}"
        for name, gap, end in (("a", "\n", footer), ("b", "\n", ""), ("c", " ", ""))
    }
    claims = audited_texts(texts).claims
    named = [(claim.path, claim.normalized) for claim in claims if claim.property == "publisher"]
    assert [path.endswith("a.txt") for path, _ in named] == [True]


def named(audited_texts, shared, prose, behind=""):
    """Return which of four texts have a publisher, of whom three name it, around *shared* words."""
    head = "---\npublisher: Northern Harbour Board\n---\n\n"
    texts = {
        f"{name}.md": f"{said}# Notes of {name}\n\n{prose(40)}\n\n{shared}{end}\n\n{prose(40)}\n"
        for name, said in (("a", head), ("b", head), ("c", head), ("d", ""))
        for end in (f"{behind} {prose(30)}" if behind else "",)
    }
    claims = audited_texts(texts).claims
    return {claim.path[-4] for claim in claims if claim.property == "publisher"}


@pytest.mark.parametrize(
    ("behind", "found"), [("", "abcd"), (".", "abcd"), (",", "abc"), (" and", "abc")]
)
def test_words_that_begin_sentences_of_many_name_no_publisher(behind, found, audited_texts, prose):
    shared = prose(30).rstrip(".")
    assert named(audited_texts, shared, prose, behind) == set(found)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "This work is licensed under a Creative Commons Attribution 4.0 International licence.",
            "abc",
        ),
        ("All rights reserved.", "abcd"),
        ("Northern Harbour Board. Licensed under CC BY 4.0.", "abcd"),
    ],
)
def test_words_with_a_licence_name_no_publisher(said, found, audited_texts, prose):
    assert named(audited_texts, f"{prose(30)} {said}", prose) == set(found)
