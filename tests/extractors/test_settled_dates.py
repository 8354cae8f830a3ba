"""What decides between day and month, and what a relative date is told from."""

import pytest

from audit.extractors import conflicts, extract_all

BODY = "\n\nThe old crane on the quay comes down after ninety years of work for the harbour.\n" * 3


def issued(document, text, **more):
    evidence = extract_all(document(text, **more))
    found = [c for c in evidence.claims if c.property == "issued" and c.part == "text"]
    return found[0]


@pytest.mark.parametrize(
    ("text", "more", "day", "why"),
    [
        ("Published: Friday, 03/04/2015", {}, "2015-04-03", "Friday decides"),
        ("Published: 03/04/2015\nSee 28/02/2015.", {}, "2015-04-03", "day and month as elsewhere"),
        (
            "Published: 03/04/2015\nOn 3 April 2015.",
            {},
            "2015-04-03",
            "as another date of the text",
        ),
        (
            "Published: 03/04/2015",
            {"declared": "captured: 2015-03-10\n"},
            "2015-03-04",
            "the other day is after the capture, 2015-03-10 by the file beside it",
        ),
    ],
)
def test_what_decides_is_named(document, text, more, day, why):
    claim = issued(document, f"The crane comes down\n{text}{BODY}", **more)
    assert claim.normalized == day
    assert why in claim.reason


def test_the_address_of_a_page_decides(document):
    text = f"The crane comes down\nPublished: 03/04/2015{BODY}"
    link = '<link rel="canonical" href="https://town.example/2015/04/03/crane">'
    claim = issued(document, text, markup=f"<html><head>{link}</head><body>{text}</body></html>")
    assert (claim.normalized, claim.value) == ("2015-04-03", "03/04/2015")
    assert "as its address or path has it" in claim.reason


def test_the_address_that_is_declared_decides(document):
    text = f"The crane comes down\nPublished: 03/04/2015{BODY}"
    declared = "url: https://town.example/2015/04/03/crane\n"
    claim = issued(document, text, declared=declared)
    assert claim.normalized == "2015-04-03"
    assert "as its address or path has it" in claim.reason


def test_nothing_decides_and_the_date_stays_open(document):
    claim = issued(document, f"The crane comes down\nPublished: 03/04/2015{BODY}")
    assert (claim.normalized, claim.chosen) == ("2015-03-04/2015-04-03", False)


SPANISH = (
    "\n\nLa vieja grúa del muelle se desmonta después de noventa años de trabajo para el puerto, y"
    " su cadena va al museo de la ciudad, donde la gente la puede ver desde el lunes.\n"
) * 3


def test_the_language_decides_last(document):
    claim = issued(document, f"La grúa se va\nPublicado: 03/04/2015{SPANISH}")
    assert claim.normalized == "2015-04-03"
    assert "the day first, as in texts of its language (es)" in claim.reason
    more = {"declared": "captured: 2015-03-10\n"}
    claim = issued(document, f"La grúa se va\nPublicado: 03/04/2015{SPANISH}", **more)
    assert claim.normalized == "2015-03-04"


def test_a_relative_date_is_told_from_the_capture_and_says_so(document):
    text = f"The crane comes down\nPosted 2 days ago by Ada Lund{BODY}"
    claim = issued(document, text, declared="captured: 2024-07-24\n")
    assert (claim.normalized, claim.value, claim.line) == ("2024-07-22", "2 days ago", 2)
    assert claim.chosen
    assert claim.reason == "told from the day of capture, 2024-07-24 by the file beside it"


def test_a_stamp_on_the_first_line_is_a_capture(document):
    text = f"2024-07-24\n\nThe crane comes down\nYesterday{BODY}"
    assert issued(document, text).normalized == "2024-07-23"


def test_without_a_capture_a_relative_date_stays_unresolved_and_says_so(document):
    claim = issued(document, f"The crane comes down\nPosted yesterday{BODY}")
    assert (claim.normalized, claim.chosen, claim.value) == ("", False, "yesterday")
    assert "unresolved" in claim.reason


def test_words_for_days_in_prose_are_no_dates(document):
    text = f"The crane comes down\n{BODY}\nThe keeper said that he had seen it only yesterday.\n"
    evidence = extract_all(document(text, declared="captured: 2024-07-24\n"))
    assert not [c for c in evidence.claims if c.property == "issued"]


@pytest.mark.parametrize(
    "dateline",
    [
        "12 Muharram 1446 AH, 2 July 2024",
        "۱۴۰۳/۰۵/۰۳ (29 July 2024)",
        "18 Tammuz 5784 (29 July 2024)",
        "24 กรกฎาคม 2567 (2024-07-29)",
        "令和6年7月24日 (2024-07-29)",
    ],
)
def test_two_calendars_of_one_line_that_contradict_each_other(document, dateline):
    evidence = extract_all(document(f"The old crane comes down\n{dateline}{BODY}"))
    reasons = [each.reason for each in conflicts(evidence.claims)]
    assert any(reason.startswith("two calendars in one line") for reason in reasons)


def test_two_calendars_that_agree_are_no_conflict(document):
    evidence = extract_all(
        document(f"The old crane comes down\n18 Tammuz 5784, 24 July 2024{BODY}")
    )
    assert conflicts(evidence.claims) == ()
    assert [c.normalized for c in evidence.claims if c.property == "issued" and c.chosen] == [
        "2024-07-24"
    ]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Today, 14:30", ["2024-07-24"]),
        ("Today", []),
        ("Your weather today", []),
        ("Yesterday", ["2024-07-23"]),
        ("Hier", []),
        ("5 hours ago by Ada Lund", ["2024-07-23/2024-07-24"]),
    ],
)
def test_a_word_for_a_day_needs_a_cue_and_its_own_language(document, line, days):
    body = "The old crane on the quay comes down after ninety years of work for the harbour, and "
    text = f"The crane comes down\n{line}\n\n{(body + 'its chain goes to the museum. ') * 5}\n"
    evidence = extract_all(document(text, declared="captured: 2024-07-24\n"))
    assert [c.normalized for c in evidence.claims if c.property == "issued"] == days


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("令和元年4月1日", "the era 令和 began on 2019-05-01"),
        ("昭和65年1月7日", "the era 昭和 ended on 1989-01-07"),
        ("2024年(令和5年)7月24日", "the other calendar in the line says another day"),
        ("۱۴۰۳/۵/۳ برابر با 2024/7/25", "the other calendar in the line says another day"),
    ],
)
def test_a_day_that_cannot_be_is_seen_but_not_chosen(document, line, why):
    found = extract_all(document(f"The crane comes down\n\n{line}{BODY}")).claims
    claims = [claim for claim in found if claim.property in {"issued", "captured"}]
    assert claims
    assert not any(claim.chosen for claim in claims)
    assert why in claims[0].reason


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Wednesday, 18 Muharram 1446 | 2024/07/24", "the other calendar in the line says so too"),
        ("18 Muharram 1446 | 2024/07/25", "the other calendar in the line says the day beside it"),
        ("18 Muharram 1446", ""),
    ],
)
def test_two_calendars_in_a_line_check_each_other(document, line, said):
    claim = issued(document, f"The crane comes down\n{line}{BODY}")
    assert claim.normalized == "2024-07-24"
    assert said in claim.reason
    assert ("other calendar" in claim.reason) is bool(said)
