"""Numbers of versions: they look like days of a year in two digits, and are none."""

import pytest

from audit.extractors import extract_all

TITLE = "How to wind the harbour clock"
PROSE = (
    "The harbour clock is wound twice a week, and nobody on the quay could say how long it had been"
    " so, nor who had paid for it when the first landing stage was built.\n"
)


def chosen(evidence, *properties):
    return [c.normalized for c in evidence.claims if c.chosen and c.property in properties]


@pytest.mark.parametrize(
    "line",
    [
        "- Clockwork >= 1.9.10",
        "clockwork==1.9.10",
        "Clockwork 1.9.10 (lasts longer)",
        "clockwork (2.1.25.harbour1-5) steady; urgency=low",
        "Clockwork 2.2.48 (31st of the tests)",
        "1.6.10\n\n4.0.0",
        "Changes since 0.9.3\n\n1.6.10",
        "Tower 2.13.5\n\n1.6.10",
    ],
)
def test_the_number_of_a_version_is_no_day(document, line):
    evidence = extract_all(document(f"{TITLE}\n\n{line}\n\n{PROSE}"))
    assert chosen(evidence, "issued", "modified") == []


@pytest.mark.parametrize(
    "line",
    ["3.5.21", "Lindby, 3.5.21", "Stand: 3.5.21", "Lindby, den 3.5.21", "Publié le 3.5.21"],
)
def test_a_day_in_short_numbers_remains_one(document, line):
    evidence = extract_all(document(f"{TITLE}\n\n{line}\n\n{PROSE}"))
    assert "2021-05-03" in chosen(evidence, "issued", "modified")
