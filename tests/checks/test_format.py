"""The check `format`: what a document is called, and what it is."""

import pytest

from audit.checks.format import Format

PAGE = {"media_type": "text/html", "basis": "extension mismatch pdf; content match HTML"}


@pytest.fixture
def deposit(world):
    world.document(1, "report.pdf", stated="application/pdf", **PAGE)
    world.document(2, "page.html", media_type="text/html", basis="extension match html")
    world.document(3, "scan.tif", media_type="image/tiff", state="fixity-only")
    world.document(4, "gone.txt", sha256="", state="unreadable")
    return world


def test_a_name_that_promises_something_else(deposit):
    (found,) = deposit.ask(Format())
    assert found.location.path == "report.pdf"
    assert found.values["stated"] == "application/pdf"
    assert found.values["format"] == "text/html"
    assert found.values["reason"] == (
        "stated as application/pdf, but its content is text/html "
        "(extension mismatch pdf; content match HTML)"
    )
    assert found.key == ("digest of report.pdf", "application/pdf", "text/html")


def test_formats_that_are_wanted(deposit):
    found = deposit.ask(Format(among=("text/*", "application/pdf")))
    assert [one.location.path for one in found] == ["scan.tif"]
    assert found[0].values["reason"].endswith("not among text/*, application/pdf")
    everything = deposit.ask(Format(among=("image/*",)))
    assert [one.location.path for one in everything] == ["page.html", "report.pdf"]


def test_patterns_of_media_types_are_checked():
    with pytest.raises(ValueError, match="among: a media type"):
        Format(among=("",))
