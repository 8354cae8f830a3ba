import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.extractors import choose, conflicts, extract_all
from audit.model import Chunk, Claim, Document, Origin, Source, Span

RELEASE = """Wednesday, 18 Muharram 1446 | 2024/07/24

Harbour Office > Press releases |
Home
News
The harbour basin is dredged again
Home
News
The harbour basin is dredged again
By Ada Lovelane
Port Town, 18 Muharram 1446 (29 July 2024): The harbour office said on Monday that the basin
of the old harbour will be dredged in autumn, after three years in which nobody could enter it.
Ref. No. 2024/117
Write to [email\u00a0protected] or press [at] harbour [dot] example.
Leave a comment
Related
The crane is painted
3 May 2023
The crane is old
4 May 2022
The crane is new
5 May 2021
© 2019-2024 Harbour Office. All rights reserved.
"""

PAGE = """<!DOCTYPE html><html lang="en-GB"><head>
<title>The lighthouse is open again | Town Museum</title>
<meta property="og:site_name" content="Town Museum">
<meta property="article:published_time" content="2023-05-04T08:00:00+00:00">
<meta name="author" content="By Grace Harbour">
<link rel="canonical" href="https://museum.example/2023/05/04/lighthouse">
<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
 {"@type": "NewsArticle", "headline": "The lighthouse is open again",
  "datePublished": "2023-05-04", "author": {"@id": "#grace"},
  "publisher": {"@type": "Organization", "name": "Town Museum"}},
 {"@type": "Person", "@id": "#grace", "name": "Grace Harbour"}]}
</script></head><body>
<h1>The lighthouse is open again</h1><time datetime="2023-05-04">4 May 2023</time>
<a href="mailto:info%40museum.example">Write</a>
<a data-cfemail="543535143536">hidden</a>
</body></html>
"""


def chosen(evidence, name):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == name]


def part_of(document, claim):
    parts = {"text": document.text, "markup": document.markup, "sidecar": document.declared}
    return parts[claim.part]


def test_a_release_in_plain_text(document):
    evidence = extract_all(document(RELEASE))
    assert evidence.problems == ()
    assert chosen(evidence, "title") == ["The harbour basin is dredged again"]
    assert chosen(evidence, "creator") == ["Ada Lovelane"]
    assert chosen(evidence, "publisher") == ["Harbour Office"]
    assert chosen(evidence, "section") == ["Press releases"]
    assert chosen(evidence, "captured") == ["2024-07-24"]
    assert chosen(evidence, "rights") == ["all-rights-reserved"]
    assert chosen(evidence, "rights_holder") == ["Harbour Office"]
    assert chosen(evidence, "identifier") == ["2024/117"]
    assert chosen(evidence, "contact") == ["press@harbour.example"]
    lines = {(c.property, c.line) for c in evidence.claims if c.chosen}
    assert {("title", 9), ("publisher", 3), ("captured", 1), ("rights", 23)} <= lines


def test_a_contact_that_was_lost_says_so(document):
    claims = extract_all(document(RELEASE)).claims
    (lost,) = [c for c in claims if c.property == "contact" and not c.normalized]
    assert "lost at capture" in lost.reason
    assert not lost.chosen


def test_the_impossible_pair_is_kept_and_named(document):
    claims = extract_all(document(RELEASE)).claims
    both = {c.normalized for c in claims if c.property == "issued" and c.line == 11}
    assert both == {"2024-07-24", "2024-07-29"}
    reasons = [found.reason for found in conflicts(claims)]
    assert "two calendars in one line, 5 days apart" in reasons
    stamp = {n for n, c in enumerate(claims) if c.line == 1}
    assert not any({f.number, f.other_number} <= stamp for f in conflicts(claims))


def test_dates_of_related_lists_are_never_the_publication(document):
    claims = extract_all(document(RELEASE)).claims
    assert not any(c.normalized[:4] in {"2021", "2022", "2023"} for c in claims)


def test_a_page_with_everything_in_its_head(document):
    page = document("The lighthouse is open again\n4 May 2023\n", markup=PAGE)
    evidence = extract_all(page)
    assert chosen(evidence, "title") == ["The lighthouse is open again"]
    assert chosen(evidence, "creator") == ["Grace Harbour"]
    assert chosen(evidence, "publisher") == ["Town Museum"]
    assert chosen(evidence, "issued") == ["2023-05-04"]
    assert chosen(evidence, "rights") == ["CC-BY-SA-4.0"]
    assert chosen(evidence, "language") == ["en-GB"]
    assert chosen(evidence, "url") == ["https://museum.example/2023/05/04/lighthouse"]
    assert "info@museum.example" in chosen(evidence, "contact")
    headline = next(
        c for c in evidence.claims if c.extractor == "json-ld" and c.property == "title"
    )
    assert headline.line == 10
    assert page.markup[headline.start : headline.end] == "The lighthouse is open again"
    assert not conflicts(evidence.claims)


@pytest.mark.parametrize(
    ("markup", "property_", "value"),
    [
        (
            "<h1>Write to ada.<b>lovelace</b>@<i>harbour-town</i>.example</h1>",
            "title",
            "Write to ada.lovelace@harbour-town.example",
        ),
        ('<h1>The h<span title="a>b">arb</span>our opens</h1>', "title", "The harbour opens"),
        ("<h1>The harbour<br>opens<!-- > --> again</h1>", "title", "The harbour opens again"),
        ("<h1>The <script>quay<b></script>harbour</h1>", "title", "The harbour"),
        (
            "<p class=author><span>Ada</span><span>Lund</span></p>",
            "creator",
            "Ada Lund",
        ),
    ],
)
def test_a_word_goes_through_the_tags_through_which_a_browser_lets_it_go(
    document, markup, property_, value
):
    claims = extract_all(document(markup=f"<html><body>{markup}</body></html>")).claims
    found = {(claim.property, claim.normalized) for claim in claims}
    assert (property_, value) in found


def test_an_address_among_tags_is_no_creator(document):
    markup = "<html><p class=author>ada.<span>lund</span>@<a>town</a>.example</p></html>"
    claims = extract_all(document(markup=markup)).claims
    assert [claim for claim in claims if claim.property == "creator"] == []


def test_lines_of_the_text_are_those_of_the_file(document):
    page = document(
        "Notice\nBy Ada Lovelane\n",
        markup="<p>\n\n<b>Notice</b>\n<i>By Ada Lovelane</i>",
        chunks=(Chunk(start=0, source=8), Chunk(start=7, source=22)),
    )
    (claim,) = [c for c in extract_all(page).claims if c.property == "creator"]
    assert (claim.line, claim.value) == (4, "Ada Lovelane")


def test_nothing_is_chosen_from_bare_years_and_notices(document):
    text = "© 2014 Town Library\nThe library in 2015\nA long story about the year 1999.\n"
    evidence = extract_all(document(text))
    assert chosen(evidence, "issued") == []


def test_furniture_gives_rights_but_no_title_or_date(document):
    text = "Menu of the town library\n3 May 2021\nReading room\n© 2021 Town Library\n"
    page = document(text, markup="<p>", furniture=(Span(start=0, end=len(text)),))
    evidence = extract_all(page)
    assert chosen(evidence, "rights_holder") == ["Town Library"]
    assert chosen(evidence, "title") == []
    assert chosen(evidence, "issued") == []


def test_front_matter_stays_as_it_is_written(document):
    text = (
        "---\ntitle: 'The crane: old and new'\nauthors: [Ada Lovelane, Bo Ray]\n"
        "date: 2012-10-11T23:39:45-04:00\nlang: no\nlicense: CC BY 4.0\n---\nText\n"
    )
    evidence = extract_all(document(text, media_type="text/markdown"))
    assert chosen(evidence, "title") == ["The crane: old and new"]
    assert chosen(evidence, "creator") == ["Ada Lovelane", "Bo Ray"]
    assert chosen(evidence, "issued") == ["2012-10-11"]
    assert chosen(evidence, "language") == ["no"]
    assert chosen(evidence, "rights") == ["CC-BY-4.0"]
    title = next(c for c in evidence.claims if c.extractor == "front-matter")
    assert (title.line, title.value) == (2, "The crane: old and new")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("block", ["---|title: Cranes|---|Text|", '+++|title = "Cranes"|+++|Text|'])
def test_front_matter_with_the_line_ends_of_any_system(block, line_end, document):
    evidence = extract_all(document(block.replace("|", line_end), media_type="text/markdown"))
    assert chosen(evidence, "title") == ["Cranes"]


@pytest.mark.parametrize(
    "declared", ["a: &x [1]\nb: *x\n", "title: [", "[" * 5000, "- " * 3000 + "a", "\ttitle: x"]
)
def test_a_broken_sidecar_is_one_problem(document, declared):
    evidence = extract_all(document("Text\n", declared=declared))
    assert len(evidence.problems) == 1
    assert "\n" not in evidence.problems[0]


@pytest.mark.parametrize(
    ("declared", "where", "what"),
    [
        ("title: &x [a]\nsource: [*x, *x]\n", "line 2, column 10", "write the value out"),
        ("title: " + "[" * 5000, "line 1, column 27", "nested over 20 deep"),
        ("date: 2024\ntitle: a: b\n", "line 2, column 9", "write one `key: value` a line"),
        ("title: a\nsource: \x01\n", "line 2, column 9", "special characters"),
        ("title: " + "a" * 200_001, "line 1, column 1", "over 200,000 characters"),
    ],
)
def test_a_broken_sidecar_says_its_file_its_place_and_what_to_do(document, declared, where, what):
    (problem,) = extract_all(document(declared=declared), "crane.meta.yml").problems
    assert problem.startswith(f"the file crane.meta.yml beside it, {where}: ")
    assert what in problem
    assert "Error" not in problem


def test_broken_front_matter_says_its_line_in_the_document(document):
    text = "---\ntitle: a: b\n---\nThe crane is gone.\n"
    (problem,) = extract_all(document(text)).problems
    assert problem.startswith("its front-matter, line 2, column 9: neither YAML nor JSON: ")


def test_a_sidecar_in_json_or_yaml(document):
    for declared in (
        '{"title": "Log", "issued": "2020-01"}',
        "title: Log\nissued: 2020-01\nx: y\n",
    ):
        evidence = extract_all(document("Text\n", declared=declared))
        assert chosen(evidence, "title") == ["Log"]
        assert chosen(evidence, "issued") == ["2020-01"]
        assert {c.origin for c in evidence.claims} == {Origin.DECLARED}


@pytest.mark.parametrize(
    "script",
    ["[" * 100_000, '{"a":' * 50_000, '{"@type": "NewsArticle", "headline": 1}', "{", "null"],
)
def test_hostile_json_does_not_stop_the_others(document, script):
    markup = f'<title>Quay news</title><script type="application/ld+json">{script}</script>'
    evidence = extract_all(document("Quay news\n", markup=markup))
    assert chosen(evidence, "title") == ["Quay news"]


@pytest.mark.parametrize(("program", "publisher"), [("quaypress", []), ("Tides 3", ["QuayPress"])])
def test_the_program_that_made_a_page_did_not_publish_it(document, program, publisher):
    script = '{"@type": "BlogPosting", "headline": "Tides", "publisher": {"name": "QuayPress"}}'
    markup = (
        f'<meta name="generator" content="{program}">'
        f'<script type="application/ld+json">{script}</script><title>Tides</title>'
    )
    assert chosen(extract_all(document("Tides\n", markup=markup)), "publisher") == publisher


def claim(name, normalized, confidence=0.8, **changes):
    values = {
        "property": name,
        "value": normalized,
        "normalized": normalized,
        "extractor": "a",
        "origin": Origin.FOUND,
        "line": 1,
        "start": 0,
        "end": 1,
        "confidence": confidence,
        "reason": "r",
    }
    return Claim(**(values | changes))


def test_agreement_supports_and_is_named():
    found = choose([claim("title", "Quay", 0.6), claim("title", "QUAY", 0.6, extractor="b")])
    assert found[0].confidence > 0.6
    assert "also said by b" in found[0].reason
    assert [c.chosen for c in found] == [True, False]


def test_an_honest_none():
    assert not any(c.chosen for c in choose([claim("title", "Quay", 0.4)]))
    assert not any(c.chosen for c in choose([claim("issued", "2015-03-04/2015-04-03", 0.9)]))


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        (claim("issued", "2024-01-01"), claim("issued", "2024-01-02"), 0),
        (claim("issued", "2024-01-01"), claim("issued", "2024-01"), 0),
        (claim("issued", "2024-01-01"), claim("issued", "2024-01-05"), 1),
        (claim("issued", "2024-01-05"), claim("captured", "2024-01-01"), 1),
        (claim("issued", "2024-01-02"), claim("captured", "2024-01-01"), 0),
        (claim("rights", "CC-BY-4.0"), claim("rights", "all-rights-reserved"), 1),
        (claim("title", "Quay"), claim("title", "Quay | Town"), 0),
        (claim("publisher", "Town Museum", origin=Origin.DECLARED), claim("publisher", "Port"), 1),
        (
            claim("publisher", "Town Museum", origin=Origin.DECLARED),
            claim("publisher", "The Museum"),
            0,
        ),
    ],
)
def test_conflicts(a, b, count):
    assert len(conflicts([a, b])) == count


def test_a_wrong_weekday_is_a_conflict_with_itself(document):
    claims = extract_all(document("Quay news of the town\nMonday, 24 July 2024\nText\n")).claims
    assert [(f.number == f.other_number) for f in conflicts(claims)] == [True]


SOURCE = Source(uri="a", path="a", location="", size=0, modified=0, inode=0)
WORDS = st.sampled_from(
    [*RELEASE.split("\n"), *PAGE.split("\n"), "\x1b[0m", "<", "<!--", "a@b.example", "©", "\u202e"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25).map("\n".join), st.lists(WORDS, max_size=25).map("\n".join))
def test_every_value_stands_where_the_claim_says(text, markup):
    page = Document(
        source=SOURCE,
        media_type="text/html",
        basis="",
        encoding="utf-8",
        encoding_confidence=1.0,
        text=text,
        markup=markup,
    )
    evidence = extract_all(page)
    assert evidence.problems == ()
    assert evidence == extract_all(page)
    for found in evidence.claims:
        assert part_of(page, found)[found.start : found.end] == found.value
        assert found.line >= 1
        assert 0 <= found.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        *("a@" * 50_000, "© " * 50_000, "(at) " * 20_000, "By A " * 20_000, "2024-01-01 " * 2_000),
        *("A > " * 30_000, "\n" * 100_000, "10.1234/" * 12_000, "No. 1/" * 20_000, "x" * 200_000),
    ],
)
def test_hostile_text_takes_linear_time(document, text):
    began = time.process_time()
    extract_all(document(text))
    extract_all(document("", markup=text))
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("title", "site", "value", "reason"),
    [
        ("Old pier", "Hallby Museum", "Old pier", "title element"),
        ("Old pier &amp; boats", "", "Old pier & boats", "title element"),
        ("Old pier | Hallby Museum", "Harbour", "Old pier | Hallby Museum", "title element"),
        ("Old pier -", "", "Old pier", "title element"),
        ("Old pier | Hallby Museum", "Hallby Museum", "Old pier",
         "title element, without the name of the site"),
    ],
)  # fmt: skip
def test_a_title_says_whether_it_was_shortened(document, title, site, value, reason):
    meta = f'<meta property="og:site_name" content="{site}">' if site else ""
    markup = f"<html><head><title>{title}</title>{meta}</head><body><p>Words.</p></body></html>"
    claims = extract_all(document("Words.", markup=markup)).claims
    (found,) = [c for c in claims if c.property == "title" and c.extractor == "html-meta"]
    assert (found.normalized, found.reason.partition(";")[0]) == (value, reason)


def test_of_two_claims_that_differ_in_confidence_alone_the_better_one_is_first(document):
    text = "The harbour basin is dredged again\n" + "Home\n" * 30 + "Author:\nBy Ada Lovelane\n"
    said = [c for c in extract_all(document(text)).claims if c.extractor == "byline"]
    assert len({c.normalized for c in said}) == 1 < len(said)
    assert [c.confidence for c in said] == sorted([c.confidence for c in said], reverse=True)
