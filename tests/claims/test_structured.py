"""What JSON-LD of a page says comes back under every key that is asked for."""

import json

import pytest

from audit.claims.page import page_of
from audit.claims.structured import things
from audit.extractors.json_ld import JsonLd


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
        ("publisher", {"name": "Quay Post"}, ("publisher", "Quay Post")),
        ("datePublished", "2021-05-03", ("issued", "2021-05-03")),
        ("dateModified", "2021-05-03", ("modified", "2021-05-03")),
        ("dateCreated", "2021-05-03", ("created", "2021-05-03")),
        ("inLanguage", "en_GB", ("language", "en-GB")),
        ("articleSection", "Harbour", ("section", "Harbour")),
        ("license", "https://creativecommons.org/licenses/by/4.0/", ("rights", "CC-BY-4.0")),
    ],
)
def test_every_key_that_the_extractor_asks_for_is_read(page, key, value, claim):
    claims = JsonLd().extract(page({"@type": "WebPage", key: value}))
    assert [(each.property, each.normalized) for each in claims] == [claim]


@pytest.mark.parametrize("named", [{"name": "Quay Post"}, {"publisher": {"name": "Quay Post"}}])
def test_the_names_of_a_site_are_read(page, named):
    assert page_of(page({"@type": "Organization", **named})).sites == {"quaypost"}


def test_nothing_else_is_kept():
    (thing,) = things('{"@type": "Article", "articleBody": "So it was.", "author.name": "Ada"}')
    assert thing.values == {}
