"""What JSON-LD of a page says comes back under every key that is asked for."""

import json
import time

import pytest

from audit.claims.page import page_of
from audit.claims.structured import read
from audit.extractors.json_ld import JsonLd

DEED = "https://creativecommons.org/licenses/by/4.0/"
PARTS = {"@type": "Person", "givenName": "Ada", "familyName": "Lovelane"}
TONGUE = {"@type": "Language", "name": "Svenska", "alternateName": "sv"}


@pytest.fixture
def page(document):
    """Return a function that makes a page with one thing of JSON-LD."""
    return lambda thing: document(
        markup=f'<script type="application/ld+json">{json.dumps(thing)}</script>'
    )


@pytest.mark.parametrize(
    ("key", "value", "claim"),
    [
        ("headline", "The old ferry bell", ("title", "The old ferry bell")),
        ("name", "The old ferry bell", ("title", "The old ferry bell")),
        ("author", "Ada Lovelane", ("creator", "Ada Lovelane")),
        ("author", {"name": "Ada Lovelane"}, ("creator", "Ada Lovelane")),
        ("creator", [{"name": "Ada Lovelane"}], ("creator", "Ada Lovelane")),
        ("author", [PARTS, "https://quay.example/ada"], ("creator", "Ada Lovelane")),
        ("author", {"@list": [{"name": {"@value": "Ada Lovelane"}}]}, ("creator", "Ada Lovelane")),
        ("author", {"@id": "#ada"}, ("creator", "Ada Lovelane")),
        ("author", {"name": None, "@id": "#ada"}, ("creator", "Ada Lovelane")),
        ("creator", "Ada Lovelane", ("creator", "Ada Lovelane")),
        ("publisher", {"name": "Quay Post"}, ("publisher", "Quay Post")),
        ("publisher", ["Quay Post"], ("publisher", "Quay Post")),
        ("copyrightHolder", {"name": "Quay Post"}, ("rights_holder", "Quay Post")),
        ("copyrightHolder", {"@id": "#ada"}, ("rights_holder", "Ada Lovelane")),
        ("copyrightHolder", "Quay Post", ("rights_holder", "Quay Post")),
        ("datePublished", "2021-05-03", ("issued", "2021-05-03")),
        ("datePublished", {"@type": "Date", "@value": "2021-05-03"}, ("issued", "2021-05-03")),
        ("datePublished", [{"@value": "2021-05-03"}], ("issued", "2021-05-03")),
        ("dateModified", "2021-05-03", ("modified", "2021-05-03")),
        ("dateCreated", "2021-05-03", ("created", "2021-05-03")),
        ("inLanguage", "en_GB", ("language", "en-GB")),
        ("inLanguage", {"@value": "en"}, ("language", "en")),
        ("inLanguage", {"@type": "Language", "name": "Swedish"}, ("language", "sv")),
        ("inLanguage", TONGUE, ("language", "sv")),
        ("articleSection", "Harbour", ("section", "Harbour")),
        ("license", DEED, ("rights", "CC-BY-4.0")),
        ("license", {"@id": DEED}, ("rights", "CC-BY-4.0")),
        ("license", [{"@type": "CreativeWork", "url": DEED}], ("rights", "CC-BY-4.0")),
        ("license", {"@type": "CreativeWork", "name": "CC BY 4.0"}, ("rights", "CC-BY-4.0")),
        ("license", {"@id": "#deed"}, ("rights", "CC-BY-4.0")),
    ],
)
def test_every_key_that_the_extractor_asks_for_is_read(page, key, value, claim):
    others = [{"@id": "#ada", **PARTS}, {"@id": "#deed", "@type": "CreativeWork", "url": DEED}]
    claims = JsonLd().extract(page({"@graph": [{"@type": "WebPage", key: value}, *others]}))
    assert [(each.property, each.normalized) for each in claims] == [claim]


@pytest.mark.parametrize("named", [{"name": "Quay Post"}, {"publisher": {"name": "Quay Post"}}])
def test_the_names_of_a_site_are_read(page, named):
    assert page_of(page({"@type": "Organization", **named})).sites == {"quaypost"}


def test_authors_as_texts_and_things_are_all_read_where_they_stand(page):
    both = page({"@type": "Article", "author": ["Bo Ray", PARTS, {"name": "Kim Dahl"}]})
    claims = list(JsonLd().extract(both))
    assert {claim.normalized for claim in claims} == {"Bo Ray", "Ada Lovelane", "Kim Dahl"}
    stood = {claim.normalized: both.markup[claim.start : claim.end] for claim in claims}
    assert stood == {"Bo Ray": "Bo Ray", "Ada Lovelane": "Lovelane", "Kim Dahl": "Kim Dahl"}


def test_a_name_of_parts_never_stands_at_an_empty_one(page):
    nobody = {"@type": "Person", "familyName": "", "givenName": " "}
    both = page({"@graph": [nobody, {"@type": "Article", "author": PARTS}]})
    assert [claim.value for claim in JsonLd().extract(both)] == ["Lovelane"]


def test_a_holder_goes_behind_the_line_of_rights(page):
    (claim,) = JsonLd().extract(page({"@type": "Article", "copyrightHolder": "Quay Post"}))
    assert claim.confidence == 0.6


def test_nothing_else_is_kept():
    script = '{"@type": "Article", "articleBody": "So it was.", "author.name": "Ada"}'
    (thing,) = read(script, 0, len(script)).things
    assert thing.values == {}


@pytest.mark.parametrize("order", [1, -1])
def test_a_reference_with_a_type_hides_no_thing(page, order):
    person = {"@type": "Person", "@id": "#ada"}
    nodes = [{**person, "name": "Ada Lovelane"}, {"@type": "Article", "author": person}]
    claims = JsonLd().extract(page({"@graph": nodes[::order]}))
    assert [claim.normalized for claim in claims] == ["Ada Lovelane"]


def test_things_that_are_called_by_things_take_linear_time():
    script = '{"@type": "A", "@id": ' * 800 + f'"{"x" * 400_000}"' + ', "name": "A"}' * 800
    began = time.process_time()
    assert len(read(script, 0, len(script)).things) == 800
    assert time.process_time() - began < 1
