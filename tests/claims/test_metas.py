"""The names of meta elements of HTML, however their makers spell them."""

import pytest

from audit.claims.metas import known_as


@pytest.mark.parametrize(
    ("name", "property_"),
    [
        ("dc.date.issued", "issued"),
        ("dc.issued", "issued"),
        ("dcterms:issued", "issued"),
        ("dc:creator", "creator"),
        ("dcterms.license", "rights"),
        ("dc.date", "issued"),
        ("dc.date.modified", "modified"),
        ("dcterms:created", "created"),
        ("og:author", "creator"),
        ("lastmodified", "modified"),
        ("quay:publish_date", "issued"),
    ],
)
def test_names_that_are_known(name, property_):
    known = known_as(name)
    assert known is not None
    assert known[0] == property_


@pytest.mark.parametrize(
    "name", ["dc.quay", "dc.date.available", "dcterms:valid", "dc.", "dc.creator.address", "update"]
)
def test_names_that_say_nothing(name):
    assert known_as(name) is None
