import pytest

from audit.claims.conflicts import conflicts
from audit.model import Claim, Origin


def claim(property_, normalized, origin=Origin.FOUND, *, value="", confidence=0.8, **more):
    return Claim(
        property=property_,
        value=value or normalized,
        normalized=normalized,
        extractor="test",
        origin=origin,
        line=more.pop("line", 1),
        start=0,
        end=0,
        confidence=confidence,
        reason=more.pop("reason", ""),
        **more,
    )


def reasons(*claims):
    return [each.reason for each in conflicts(claims)]


@pytest.mark.parametrize("name", ["publisher", "title", "creator"])
def test_a_declared_name_against_the_one_that_is_found(name):
    declared = claim(name, "Harbour Office", Origin.DECLARED)
    assert reasons(declared, claim(name, "The harbour office of Hallby")) == []
    assert reasons(declared, claim(name, "Town Library", confidence=0.3)) == []
    assert reasons(declared, claim(name, "Town Library")) == [
        f"the declared {name} shares no word with the one found"
    ]


def test_of_several_creators_one_in_common_is_enough():
    declared = [claim("creator", name, Origin.DECLARED) for name in ("Ada Lund", "Bo Ray")]
    assert reasons(*declared, claim("creator", "Bo Ray"), claim("creator", "Cy Dahl")) == []
    assert len(reasons(*declared, claim("creator", "Cy Dahl"), claim("creator", "Di Ek"))) == 1


@pytest.mark.parametrize(
    ("said", "apart"),
    [
        ("CC-BY-4.0", True),
        ("MIT", True),
        ("GPL-3.0-only", True),
        ("https://creativecommons.org/licenses/by/3.0/fr/", True),
        ("Gazette", False),
        ("www.gazette.example", False),
        ("Harbour Office 2024", False),
        ("in-copyright", False),
    ],
)
def test_only_a_licence_contradicts_reserved_rights(said, apart):
    found = reasons(claim("rights", "all-rights-reserved"), claim("rights", said))
    assert found == ([f"{said} against all rights reserved"] if apart else [])


@pytest.mark.parametrize(
    ("said", "ours", "same"),
    [
        ("text/html", "text/html", True),
        ("application/xhtml+xml", "text/html", True),
        ("application/x-gzip", "application/gzip", True),
        ("text/plain", "text/markdown", True),
        ("", "text/html", True),
        ("application/pdf", "text/html", False),
        ("text/html", "text/csv", False),
    ],
)
def test_the_format_of_a_register_against_the_content(said, ours, same):
    found = reasons(
        claim("format", "fmt/1", Origin.DECLARED, value=f"fmt/1 {said}".strip()),
        claim("format", ours),
    )
    assert found == ([] if same else [f"fmt/1 is {said}, but the content is {ours}"])
