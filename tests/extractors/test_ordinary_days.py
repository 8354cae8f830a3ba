"""Papers as they come: the days that they speak of are not their own."""

import pytest

from audit.extractors import conflicts, extract_all

TITLE = "The old ferry bell hangs again"
PROSE = (
    "The old ferry bell was taken down in the winter, and nobody on the quay could say how long it"
    " had hung there, nor who had paid for it when the first landing stage was built.\n"
)


def chosen(evidence, property_):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == property_]


def quarrels(evidence):
    return [each.reason for each in conflicts(evidence.claims)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A service will be held on 1 December 2017 at the quay.",
        "The fair takes place on 1 December 2017.",
        "Das Fest findet am 1. Dezember 2017 statt.",
        "La fête aura lieu le 1er décembre 2017 au port.",
        "La fiesta se celebrará el 1 de diciembre de 2017.",
    ],
)
def test_a_day_to_come_is_not_that_of_the_text(document, sentence):
    evidence = extract_all(
        document(f"{TITLE}\n\nBy Ada Lind\n21 November 2017\n\n{PROSE}\n{sentence}\n")
    )
    assert (chosen(evidence, "issued"), quarrels(evidence)) == (["2017-11-21"], [])


@pytest.mark.parametrize(
    "label",
    [
        "Data publikacji: ",
        "Δημοσίευση: ",
        "प्रकाशित: ",
        "Közzétéve: ",
        "Опубліковано: ",
        "Diterbitkan: ",
        "Đăng ngày: ",
        "Objavljeno: ",
        "Publicerat: ",
    ],
)
def test_days_that_are_labelled_in_many_languages(document, label):
    evidence = extract_all(document(f"{TITLE}\n{label}2021-11-23\n\n{PROSE * 2}"))
    assert chosen(evidence, "issued") == ["2021-11-23"]


@pytest.mark.parametrize(
    "label",
    [
        "Ostatnia aktualizacja: ",
        "Τελευταία ενημέρωση: ",
        "अंतिम अपडेट: ",
        "Frissítve: ",
        "Оновлено: ",
        "Diperbarui: ",
        "Cập nhật: ",
        "최종 수정일: ",
        "עודכן: ",
    ],
)
def test_changes_that_are_labelled_in_many_languages(document, label):
    text = f"{TITLE}\n2021-11-20\n{label}2021-11-23\n\n{PROSE * 2}"
    evidence = extract_all(document(text))
    assert chosen(evidence, "modified") == ["2021-11-23"]
    assert chosen(evidence, "issued") == ["2021-11-20"]


@pytest.mark.parametrize(
    "changes",
    [
        "- 2.1.0 (2022-03-04): lists\n- 2.0.0 (2021-11-30): a new format\n",
        "## [2.1.0] - 2022-03-04\n\n- lists\n\n## [2.0.0] - 2021-11-30\n\n- a new format\n",
        "v2.1.0 - 2022-03-04\n  lists\nv2.0.0 - 2021-11-30\n  a new format\n",
        "* 4 March 2022: version 2.1\n* 30 November 2021: version 2.0\n",
    ],
)
def test_the_versions_of_a_program_give_its_manual_no_day(document, changes):
    text = f"# {TITLE}\n\nA small tool that counts bells.\n\n## Changelog\n\n{changes}"
    evidence = extract_all(document(text, media_type="text/markdown"))
    assert (chosen(evidence, "issued"), quarrels(evidence)) == ([], [])


def test_a_version_may_name_the_day_of_its_text(document):
    evidence = extract_all(document(f"{TITLE}\nVersion 1.2, 4 March 2022\n\n{PROSE * 2}"))
    assert chosen(evidence, "issued") == ["2022-03-04"]


def test_a_comment_right_below_a_short_text_gives_it_no_day(document):
    text = (
        f"{TITLE}\nBy Ada Lind\nIt was rung for the first time on a cold evening, by a child.\n"
        "Comments\nK. Lund on 1 January 2019\nToo loud.\n"
    )
    assert chosen(extract_all(document(text)), "issued") == []


def test_what_is_linked_below_a_headline_opens_no_comments(document):
    text = (
        f"{TITLE}\nIt was rung for the first time on a cold evening, by a child.\n"
        f"Comments\n1 January 2019\n{PROSE * 2}"
    )
    assert chosen(extract_all(document(text)), "issued") == ["2019-01-01"]


@pytest.mark.parametrize(
    "line",
    [
        "The Weir, by Per Dahl. Quay Press, 180 pages. Published 3 October 2019.",
        "The Weir. ISBN 978-0-00-000000-2. Published 3 October 2019.",
        "Das Wehr, von Per Dahl, 180 Seiten, erschienen am 3. Oktober 2019",
    ],
)
def test_the_book_of_a_review_came_out_on_another_day(document, line):
    text = f"{TITLE}\nBy Ines Falk\n18 January 2020\n\n{PROSE}\n{line}\n"
    evidence = extract_all(document(text))
    assert (chosen(evidence, "issued"), quarrels(evidence)) == (["2020-01-18"], [])


def test_an_invitation_is_dated_where_it_is_signed(document):
    text = (
        "Gemeinde Seedorf\nEinladung zur 14. Sitzung des Rates\n\n"
        "am Dienstag, 22. Oktober 2019, 19:30 Uhr\nim Saal, Hauptstraße 2\n\n"
        "1. Protokoll\n2. Bücherei\n\nSeedorf, 10. Oktober 2019\n"
    )
    assert chosen(extract_all(document(text)), "issued") == ["2019-10-10"]


@pytest.mark.parametrize(
    "line",
    [
        "Fait à Port-Blanc, le 24 août 2020",
        "Dado en Puerto Viejo, a 24 de agosto de 2020.",
        "Gegeben zu Hafenburg, am 24. August 2020",
        "Dated: 24 August 2020",
        "Dated this 24th day of August 2020",
        "Tarih: 24.08.2020",
        "Dátum: 2020. augusztus 24.",
        "Ημερομηνία: 24/08/2020",
        "تاریخ: ۱۳۹۹/۰۶/۰۳",
    ],
)
def test_the_day_on_which_a_paper_was_given(document, line):
    text = f"{TITLE}\n\n{PROSE}\nIt rings again from 1 May 2021 to 3 June 2021.\n\n{line}\n"
    assert chosen(extract_all(document(text)), "issued") == ["2020-08-24"]


@pytest.mark.parametrize(
    "line",
    [
        "The minutes of the meeting of 2 May 2019 were agreed and signed.",
        "The minutes of the last meeting, held on 2 May 2019, were approved.",
        "Das Protokoll der Sitzung vom 2. Mai 2019 wird genehmigt.",
        "1. Genehmigung des Protokolls vom 2. Mai 2019",
        "Le procès-verbal de la séance du 2 mai 2019 est approuvé.",
        "Approval of the minutes of 2 May 2019",
    ],
)
def test_the_meeting_before_this_one_is_not_that_of_the_text(document, line):
    text = (
        "TOWN OF ELMSWICK\nLIBRARY COMMITTEE\nMinutes of the meeting held on Thursday 6 June 2019"
        f" at 7.00 pm\n\nPresent: A. Brown, J. Osei\n\n1. Minutes of the last meeting\n{line}\n\n"
        "2. Opening hours\nSaturday has been well received.\n"
    )
    assert chosen(extract_all(document(text, path="paper.txt")), "issued") in ([], ["2019-06-06"])


def test_minutes_that_were_approved_keep_their_day(document):
    text = f"{TITLE}\nMinutes of 2 May 2019, approved\n\n{PROSE * 2}"
    assert chosen(extract_all(document(text)), "issued") == ["2019-05-02"]


def test_the_number_of_an_issue_is_no_day(document):
    for number in ("Vol. III  No. 4    April 1994", "Heft 4, April 1994", "Issue 4  April 1994"):
        days = {c.normalized for c in extract_all(document(f"{number}\n\n{PROSE}")).claims}
        assert "1994-04-04" not in days


@pytest.mark.parametrize("label", ["Erworben", "Acquired", "Accessioned", "Date acquired"])
def test_a_label_in_the_line_above_names_the_day_of_a_thing(document, label):
    text = f"Model of a barque\nInventory number\n1978/42\n{label}\n12 March 1978\n{PROSE * 2}"
    assert chosen(extract_all(document(text)), "issued") == []


def test_reviews_of_a_thing_give_it_no_day_and_no_author(document):
    sold = (
        '{"@type": "Product", "name": "Bell rope", "review": [{"@type": "Review", "author":'
        ' {"@type": "Person", "name": "Per Dahl"}, "datePublished": "2021-02-12"}]}'
    )
    evidence = extract_all(
        document(markup=f'<script type="application/ld+json">{sold}</script><h1>Bell rope</h1>')
    )
    assert not [c for c in evidence.claims if c.property in ("issued", "creator")]


@pytest.mark.parametrize(
    "heading", ["Customer reviews", "3 customer reviews", "Kundenbewertungen (2)", "Avis clients"]
)
def test_days_of_reviews_are_those_of_readers(document, heading):
    reviews = "Good rope, by K. Lund on 12 February 2021\nToo short, by anonymous on 3 March 2021\n"
    evidence = extract_all(
        document(
            "Bell rope, three strands, four metres\nItem 44\nEUR 7.90\nIn stock\nDescription\n"
            f"{PROSE}\nA rope with a knot at its end.\nIt does not rot.\n\n{heading}\n{reviews}"
        )
    )
    assert (chosen(evidence, "issued"), quarrels(evidence)) == ([], [])


def test_the_day_of_an_event_is_not_that_of_its_page(document):
    event = '{"@type": "MusicEvent", "name": "A concert", "startDate": "2022-08-20T20:00"}'
    page = (
        f'<script type="application/ld+json">{event}</script><h1>Concert on the quay</h1>'
        f"<p>Saturday 20 August 2022, 20:00</p><p>{PROSE}</p>"
    )
    text = f"Concert on the quay\nSaturday 20 August 2022, 20:00\n{PROSE}"
    assert chosen(extract_all(document(text, markup=page)), "issued") == []
