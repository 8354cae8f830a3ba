"""JSON-LD that is no JSON: what can be meant in one way is read, and its places are true."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.claims.lenient import Lenient
from audit.claims.structured import read
from audit.extractors import extract_all

SCRIPT = (
    '{"@type":"NewsArticle","headline":"Harbour opens","datePublished":"2021-05-04",'
    '"author":{"@type":"Person","name":"Ada Berg"}}'
)
SOON = 2.0
WHOLE = {
    "headline": ("Harbour opens",),
    "datePublished": ("2021-05-04",),
    "author.name": ("Ada Berg",),
}


def said(script: str):
    found = read(f"<p>{script}</p>", 3, 3 + len(script))
    return (found.things[0].values if found.things else {}), found


@pytest.mark.parametrize(
    "script",
    [
        f"<!-- {SCRIPT} -->",
        f"//<![CDATA[\n{SCRIPT}\n//]]>",
        f"/*<![CDATA[*/{SCRIPT}/*]]>*/",
        f"<![CDATA[{SCRIPT}]]>",
        f"\ufeff{SCRIPT};",
        f"{SCRIPT}\n{SCRIPT}",
        f"/* of the harbour */ {SCRIPT}",
        SCRIPT.replace(",", ",,"),
        SCRIPT.replace(',"', ' "'),
        SCRIPT.replace('"', "&quot;"),
        SCRIPT.replace('"', "'"),
        SCRIPT.replace('"headline"', "headline"),
        SCRIPT.replace("}}", "},}"),
    ],
)
def test_what_is_odd_but_loses_nothing_is_read_without_a_word(script):
    values, found = said(script)
    assert (values, found.fault) == (WHOLE, -1)


@pytest.mark.parametrize(
    ("written", "headline"),
    [
        ('"Old" Harbour', '"Old" Harbour opens'),
        ('The "Old", "New" and "Third" Harbour', 'The "Old", "New" and "Third" Harbour opens'),
    ],
)
def test_quotation_marks_within_a_text_belong_to_it(written, headline):
    script = SCRIPT.replace("Harbour", written)
    values, found = said(script)
    assert values == {**WHOLE, "headline": (headline,)}
    assert found.fault > 0
    page = f"<p>{script}</p>"
    assert all(page[one.start : one.end] == one.value for one in found.written)


def test_escapes_that_json_does_not_know_are_read():
    values, found = said(SCRIPT.replace("Harbour", r"Ada\'s \x26 Per\u2019s \ud83d\udea2 Harbour"))
    assert values["headline"] == ("Ada's & Per\u2019s \U0001f6a2 Harbour opens",)
    assert found.fault == -1


@pytest.mark.parametrize(
    ("script", "lost"),
    [
        (SCRIPT[:-1], set()),
        (SCRIPT[:-8], {"author.name"}),
        (SCRIPT.replace('"2021-05-04"', ""), {"datePublished"}),
        (SCRIPT + "}", set()),
        (SCRIPT.replace('2021-05-04"', "2021-05-04"), {"datePublished", "author.name"}),
    ],
)
def test_what_is_lost_is_not_made_up(script, lost):
    values, found = said(script)
    assert values == {key: value for key, value in WHOLE.items() if key not in lost}
    assert found.fault > 0


@pytest.mark.parametrize(
    ("script", "values"),
    [
        (
            SCRIPT.replace('r":{', 'r":[{').replace("}}", '},"publisher":{"name":"Press"}}'),
            {**WHOLE, "publisher.name": ("Press",)},
        ),
        (
            SCRIPT.replace('"2021-05-04"', "2021-05-04"),
            {key: value for key, value in WHOLE.items() if key != "datePublished"},
        ),
        (
            SCRIPT.replace("Harbour ", 'Harbour " + "'),
            {key: value for key, value in WHOLE.items() if key != "headline"},
        ),
    ],
)
def test_what_is_broken_says_nothing_of_others(script, values):
    found, script_ = said(script)
    assert found == values
    assert script_.fault > 0


def test_a_text_keeps_its_commas_where_json_has_one_too_many():
    values, found = said(SCRIPT.replace("Harbour", "Harbour [a,]"))
    assert (values["headline"], found.fault) == (("Harbour [a,] opens",), -1)
    values, found = said(SCRIPT.replace("Harbour", "Harbour [a,]").replace("}}", "},}"))
    assert (values["headline"], found.fault) == (("Harbour [a,] opens",), -1)


def test_comments_that_never_end_are_looked_for_once():
    started = time.process_time()
    said("{" + '/* "' * 50_000)
    assert time.process_time() - started < SOON


@given(st.text(st.sampled_from("{}[]\"'\\,:;/*<!-> a1\n&quot;"), max_size=80))
def test_nothing_stops_it(script):
    found = Lenient(script, 0, len(script))
    assert -1 <= found.fault <= len(script)
    assert all(0 <= one.start <= one.end <= len(script) for one in found.literals)


JSON = st.recursive(
    st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=9,
)


@given(st.dictionaries(st.text(max_size=5), JSON))
def test_json_is_read_as_json(value):
    script = json.dumps(value)
    found = Lenient(script, 0, len(script))
    assert (found.values, found.fault) == ([value], -1)


def test_a_broken_script_is_remarked_where_it_stands(document):
    script = SCRIPT.replace("Harbour", '"Old" Harbour')
    evidence = extract_all(
        document(markup=f'<p>\n<script type="application/ld+json">{script}</script>')
    )
    assert evidence.problems == ()
    assert evidence.remarks == (
        "its JSON-LD, line 2, column 72: broken; read as it seems to be meant",
    )
    (title,) = (
        one for one in evidence.claims if one.extractor == "json-ld" and one.property == "title"
    )
    assert title.normalized == '"Old" Harbour opens'
    assert title.reason.endswith("in the page's JSON-LD, which is broken")
