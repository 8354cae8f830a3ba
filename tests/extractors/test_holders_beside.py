"""Who published a page below whose pictures others are credited."""

import pytest

from audit.extractors import extract_all

PROSE = (
    "The lamp of the lighthouse was lit on Tuesday for the first time since the storm, and the "
    "harbour master said that all ships in the bay were told of it in the morning.\n\n"
)


def publishers(document, text):
    claims = extract_all(document(text)).claims
    return [claim.normalized for claim in claims if claim.chosen and claim.property == "publisher"]


@pytest.mark.parametrize("credit", ["© Bergfoto", "Photo: © Bergfoto", "(C) Ann Berg - Bergfoto"])
def test_the_credit_of_a_picture_does_not_hide_the_publisher(document, credit):
    text = f"The lamp is lit\n\n{PROSE}{credit}\n\n{PROSE}© 2022 Hallby Herald\n"
    assert publishers(document, text) == ["Hallby Herald"]


def test_several_holders_give_no_publisher(document):
    text = f"{PROSE}Copyright 1999 Hallby Museum\nCopyright 2004 Lindby Harbour Board\n"
    assert publishers(document, text) == []
