"""Mappings in a file beside a document, or in front matter, where a text is asked for."""

import pytest

from audit.claims.declared import yaml_entries


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("author: {name: Ada Lund, email: a@b}", [("creator", "Ada Lund", "Ada Lund")]),
        ("author: {name: ~}", []),
        ("author: {email: a@b}", []),
        ("author: {name: {first: Ada}}", []),
        ("authors: [{given: Ada, family: Lund}]", [("creator", "Ada Lund", "Lund")]),
        ("author: {given-names: Ada, family-names: Lund}", [("creator", "Ada Lund", "Lund")]),
        ('{"publisher": {"@value": "Quay Post"}}', [("publisher", "Quay Post", "Quay Post")]),
        ('{"license": {"@id": "https://a.example/l"}}', [("rights", "https://a.example/l", "")]),
        ("license: {url: https://a.example/l, name: MIT}", [("rights", "MIT", "MIT")]),
        ("publisher: {url: https://a.example/l}", []),
    ],
)
def test_mappings_say_one_thing_where_it_stands(text, said):
    found = [(one.property, one.value, text[one.start : one.end]) for one in yaml_entries(text)]
    assert found == [(name, value, place or value) for name, value, place in said]
