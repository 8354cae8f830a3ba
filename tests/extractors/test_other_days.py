"""Days in a text that are not its own: lives, spans, events, programmes, numbers."""

import pytest

from audit.extractors import conflicts, extract_all

TITLE = "The ferry bell has a new rope"
PROSE = (
    "The old ferry bell was taken down on Monday, and nobody on the quay could say how long it had"
    " hung there, nor who had paid for it when the first landing stage was built.\n"
)


def issued(evidence):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "issued"]


def quarrels(evidence):
    return [each.reason for each in conflicts(evidence.claims) if each.property == "issued"]


@pytest.mark.parametrize(
    "line",
    [
        "(12 May 1931 – 3 June 1999)",
        "12.5.1931 - 3.6.1999",
        "* 12. Mai 1931 in Bremen; † 3. Juni 1999 in Hamburg",
        "*12.5.1931 †3.6.1999",
        "(12 May 1931, Oldhaven – 3 June 1999, Newport)",
        "b. 12 May 1931, d. 3 June 1999",
        "Maler (geb. 12. Mai 1931, gest. 3. Juni 1999)",
        "12 June 2021 – 3 August 2021",
        "12 June 2021 to Sunday, 3 August 2021",
        "12 June to 3 August 2021",
        "12.6. – 3.8.2021",
        "Samstag, 12. Juni 2021 bis Sonntag, 13. Juni 2021",
        "12 juin 2021 au 3 août 2021",
    ],
)
def test_the_ends_of_a_life_or_of_a_span_are_no_day_of_issue(document, line):
    evidence = extract_all(document(f"{TITLE}\n{line}\n\n{PROSE * 2}"))
    assert (issued(evidence), quarrels(evidence)) == ([], [])
    named = extract_all(document(f"{TITLE}\n{line}\n\nPublished 10 June 2022\n\n{PROSE * 2}"))
    assert (issued(named), quarrels(named)) == (["2022-06-10"], [])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 3 May 2021 – 5 May 2021", "2021-05-03"),
        ("18 Muharram 1446 - 24 July 2024", "2024-07-24"),
        ("3 May 2021 - Ada Lovelane", "2021-05-03"),
        ("Part Three – 3 May 2021", "2021-05-03"),
    ],
)
def test_a_dash_alone_makes_no_span(document, line, day):
    assert issued(extract_all(document(f"{TITLE}\n{line}\n\n{PROSE * 2}"))) == [day]


EVENTS = [
    "Saturday 12 June 2021, 7 pm",
    "Samstag, 12. Juni 2021, 19 Uhr",
    "Samstag, 12. Juni 2021, ab 19.30 Uhr",
    "Samedi 12 juin 2021 à 20 h",
    "Samedi 12 juin 2021 à 20h30, entrée libre",
    "Sábado, 12 de junio de 2021, a las 20 horas",
    "Saturday 12 June 2021, 7–9 pm",
    "12 June 2021, 10:00 - 16:30",
    "When: Saturday 12 June 2021",
    "Save the date: 12 June 2021",
    "Runs from 12 June 2021",
]


@pytest.mark.parametrize("line", EVENTS)
def test_the_day_of_an_event_is_none_of_issue_and_contradicts_none(document, line):
    text = f"Summer concert on the pier\n\n{line}\n\n{PROSE * 2}"
    assert issued(extract_all(document(text))) == []
    evidence = extract_all(document(f"{text}Posted on 3 May 2021 by Ada Lovelane\n"))
    assert (issued(evidence), quarrels(evidence)) == (["2021-05-03"], [])


@pytest.mark.parametrize(
    "line",
    [
        "12. Juni 2021, 19:30 Uhr",
        "12 June 2021 7:04 pm",
        "Publié le 12 juin 2021 à 20 h",
        "12 June 2021 | Ada | 7 comments",
    ],
)
def test_the_minute_of_a_dateline_makes_no_event(document, line):
    text = f"{TITLE}\n{line}\n\n{PROSE * 2}"
    assert issued(extract_all(document(text))) == ["2021-06-12"]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_the_days_of_a_programme_are_no_day_of_issue(document, between):
    days = ("12 June 2021", "19 June 2021", "26 June 2021")
    rows = "".join(f"{day}{between}Songs of the quay\n" for day in days)
    evidence = extract_all(document(f"Programme of the season\n\n{rows}\n{PROSE * 2}"))
    assert (issued(evidence), quarrels(evidence)) == ([], [])


@pytest.mark.parametrize(
    "opening", ["Oldhaven, 3 May 2021 – ", "Published 3 May 2021\n\n", "Posted on 3 May 2021\n"]
)
def test_a_day_that_the_text_names_as_its_own_goes_before_those_it_speaks_of(document, opening):
    text = f"{TITLE}\n\n{opening}{PROSE}\nThe new crane opens on 12 June 2021.\n"
    evidence = extract_all(document(text))
    assert (issued(evidence), quarrels(evidence)) == (["2021-05-03"], [])


def test_two_days_that_are_both_named_contradict_each_other(document):
    text = f"{TITLE}\n\nPublished 3 May 2021\n\n{PROSE}\nPublished: 12 June 2021\n"
    assert quarrels(extract_all(document(text)))


@pytest.mark.parametrize(
    "line",
    [
        "Version 1.12.2021",
        "1.12.2021 as a version",
        "Release 1.12.2021",
        "Firmware 2.10.2020",
        "Tel. 04.12.2021",
        "Call +49 40 12.10.20",
        "020 12.10.20",
        "Section 12.10.2020",
        "§ 3.4.12 Ropes",
        "Art. 3.4.2012",
        "p. 12/10/2020",
        "Gen. 1.12.21",
        "Size 12.10.20 cm",
        "12.05.98 EUR",
        "EUR 12.05.98",
        "Patent 12.10.2020",
        "Signatur 4.12.2021",
        "3.4.11 Bells\n3.4.12 Ropes\n3.4.13 Chains",
    ],
)
def test_a_number_that_looks_like_a_day_is_none(document, line):
    assert issued(extract_all(document(f"{TITLE}\n\n{line}\n\n{PROSE * 2}"))) == []


@pytest.mark.parametrize(
    "line",
    ["Press release 1.12.2021", "Oldhaven 1.12.2021", "Ada Lund, 1.12.2021", "No. 7, 1.12.2021"],
)
def test_a_day_in_numbers_behind_other_words_is_one(document, line):
    assert issued(extract_all(document(f"{TITLE}\n\n{line}\n\n{PROSE * 2}"))) == ["2021-12-01"]


@pytest.mark.parametrize(
    "line",
    [
        "Closing date: 3 May 2021",
        "Date limite: 3 mai 2021",
        "Date of birth: 3 May 1921",
        "Geburtsdatum: 3. Mai 1921",
        "Due date 3 May 2021",
        "Bewerbungsschluss: 3. Mai 2021",
        "Applications must reach us no later than 3 May 2021",
        "Printed on 3 May 2021",
        "Photo taken 3 May 1921",
        "Founded 3 May 1887",
        "Page 1 of 3   3 May 2021",
        "Opening hours from 3 May 2021",
        "Olaf Berg (b. 3 May 1887) was a painter of the harbour and a poet of the quay.",
        "On 3 May 2021 the bell fell. On 7 May 2021 it was found. On 9 May 2021 it hung again.",
        "The harbour was opened on 3 May 1887.",
        "Der Hafen wurde am 3. Mai 1887 eröffnet.",
        "Le port fut inauguré le 3 mai 1887.",
        "Elected on 3 May 2021",
        "Archived from the original on 3 May 2021",
        "Week of 3 May 2021",
        "Tuesdays 3, 10, 17 May 2021",
        "8 & 9 May 2021",
        "3–9 May 2021",
        "del 3 de mayo al 7 de junio de 2021",
    ],
)
def test_a_day_that_its_line_names_as_another_is_not_that_of_the_text(document, line):
    assert issued(extract_all(document(f"{TITLE}\n\n{line}\n\n{PROSE * 2}"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "Date of publication: 3 May 2021",
        "Erscheinungsdatum: 3. Mai 2021",
        "Article date: 3 May 2021",
        "Date and place: 3 May 2021",
        "Post date: 3 May 2021",
        "Added on 3 May 2021",
        "Introduced 3 May 2021",
        "Adopted on 3 May 2021",
        "Oldhaven, 3 May 2021.",
        "Held at the Custom House on 3 May 2021.",
        "Posted by the harbour office on 3 May 2021.",
    ],
)
def test_a_label_of_the_text_itself_names_its_day(document, line):
    assert issued(extract_all(document(f"{TITLE}\n\n{line}\n\n{PROSE * 2}"))) == ["2021-05-03"]


ANSWER = "On 27 April 2021 Olaf wrote:\n> the rope"
MEETING = "The board meets on Monday 7 June 2021 at 10 am in the Custom House."


@pytest.mark.parametrize(
    "head",
    [
        "Oldhaven, 3 May 2021\n\nDear Ms Lund,\n\nthank you for your letter of 27 April 2021.",
        "Received 9 May 2021\n\nOldhaven, 3 May 2021\n\nDear Ms Lund,",
        "Ihre Nachricht vom: 27.04.2021\nDatum: 03.05.2021\n\nSehr geehrte Frau Lund,",
        f"From: Ada Lund\nDate: Mon, 3 May 2021 10:15\n\n{ANSWER}",
        f"Harbour Board\n\nNotice of Meeting\n\nOldhaven, 3 May 2021\n\n{MEETING}",
    ],
)
def test_a_letter_is_of_its_own_day_not_of_that_which_it_answers(document, head):
    evidence = extract_all(document(f"{head}\n\n{PROSE * 2}"))
    assert (issued(evidence), quarrels(evidence)) == (["2021-05-03"], [])


def test_the_posts_of_a_thread_are_no_programme(document):
    days = [f"ada, {day} May 2021 10:15\n\n{PROSE}\n" for day in (3, 4, 6)]
    assert issued(extract_all(document(f"{TITLE}\n\n{''.join(days)}"))) == ["2021-05-03"]
