"""Which of the days in a bare text is its own: named by its words, its place, its name."""

import pytest

from audit.extractors import extract_all

TITLE = "The ferry bell has a new rope"
PROSE = (
    "The old ferry bell was taken down on Monday, and nobody on the quay could say how long it had"
    " hung there, nor who had paid for it when the first landing stage was built.\n"
)
MENU = "Home\nNews\nTides\nLetters\nNotices\nContact\nSearch\nLog in\n"


def issued(evidence):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "issued"]


def lines(*names):
    return "".join(f"{name}\n" for name in names)


OTHERS = [f"A note on pier {n}{{}}{n} May 2021" for n in range(10, 16)]


@pytest.mark.parametrize("row", [f"{TITLE}{{}}3 May 2021", f"{TITLE}{{}}3 May 2021, 10:15"])
@pytest.mark.parametrize("between", [" ", "", "\n"])
def test_a_list_that_names_the_text_names_its_day(document, row, between):
    rows = [each.format(between) for each in (*OTHERS[:3], row, *OTHERS[3:])]
    rows = lines(*(f"{row}\nof the harbour" for row in rows))
    evidence = extract_all(document(f"{MENU}{TITLE}\n{PROSE * 5}Read on\n{rows}"))
    assert issued(evidence) == ["2021-05-03"]
    (claim,) = [c for c in evidence.claims if c.chosen and c.property == "issued"]
    assert "beside the name of the text" in claim.reason


def test_in_a_list_of_days_above_names_the_day_below_is_of_the_next(document):
    rows = lines(*(f"{n} May 2021\nA note on pier {n}" for n in range(10, 13)))
    rows += f"3 May 2021\n{TITLE}\n{rows}"
    assert issued(extract_all(document(f"{MENU}{TITLE}\n{PROSE * 5}Read on\n{rows}"))) == []


def test_a_headline_that_stands_twice_has_its_day_below_either(document):
    months = lines(*(f"{m} 2021" for m in ("May", "June", "July", "August")))
    text = f"{TITLE}\n3 comments\n{MENU * 2}{months}{TITLE}\nWritten by Ada on 3 May 2021\n"
    assert issued(extract_all(document(text + PROSE * 5))) == ["2021-05-03"]


@pytest.mark.parametrize(
    "line",
    [
        "Last changed: 3 May 2021",
        "Harbour/Bells (last edited 3 May 2021 13:28:18 by AdaLovelane of the harbour office)",
        "Stand: 3. Mai 2021",
        "最近更新：Ada（2021-05-03）",
    ],
)
def test_a_line_of_the_last_change_may_stand_below_the_text(document, line):
    text = f"{MENU}{TITLE}\n{PROSE * 9}Share\nPrint\nSend\nRead on\nTop\nHelp\n{line}\n"
    assert issued(extract_all(document(text))) == ["2021-05-03"]


def test_a_note_of_when_a_source_was_read_is_not_the_day_of_the_text(document):
    rows = lines(*(f"{n}. 港口．[引用日期2021-05-{n}]" for n in (10, 13, 19)))
    text = f"{MENU}{TITLE}\n{PROSE * 5}{rows}\n最近更新：Ada（2021-05-03）\n"
    assert issued(extract_all(document(text))) == ["2021-05-03"]


def test_the_only_day_of_a_text_may_stand_right_above_its_headline(document):
    evidence = extract_all(document(f"Monday, 3 May 2021\n{TITLE}\n{PROSE * 3}"))
    assert issued(evidence) == ["2021-05-03"]
    text = f"Monday, 3 May 2021\n{MENU}{TITLE}\n{PROSE * 3}"
    assert issued(extract_all(document(text))) == []
    text = f"Monday, 3 May 2021\n{TITLE}\nPublished 1 May 2021\n{PROSE * 3}"
    assert issued(extract_all(document(text))) == ["2021-05-01"]


def test_the_line_of_a_version_is_no_headline_with_its_day(document):
    text = f"{MENU}Version: 9.04 - of 3 May 2021\n{PROSE * 3}"
    assert issued(extract_all(document(text))) == []


def test_the_day_of_an_event_is_not_that_of_the_text(document):
    text = (
        f"{MENU}{TITLE}\nDate: 3 May 2021\nDoors: 18:00\nVenue: The old harbour hall\n{PROSE * 3}"
    )
    assert issued(extract_all(document(text))) == []


def test_days_of_reviews_in_microdata_are_not_that_of_the_page(document):
    days = "".join(f'<meta itemprop="datePublished" content="2021-05-0{n}">' for n in (3, 5, 7))
    text = "".join(f"Review of Ann on 0{n}.05.2021\n{PROSE * 2}" for n in (3, 5, 7))
    evidence = extract_all(document(f"{TITLE}\n{PROSE * 3}{text}", markup=f"<p>x</p>{days}"))
    assert issued(evidence) == []
    hidden = [c for c in evidence.claims if c.extractor == "html-meta" and c.property == "issued"]
    assert all("a date of a list" in claim.reason for claim in hidden)


@pytest.mark.parametrize("name", ["x:published_time", "my-pubdate", "y.publicationDate"])
def test_a_name_that_ends_in_the_day_of_publication(document, name):
    page = f'<meta name="{name}" content="2021-05-03T08:00"><h1>{TITLE}</h1>'
    evidence = extract_all(document(f"{TITLE}\n3 May 2021\n{PROSE * 3}", markup=page))
    assert "html-meta" in {c.extractor for c in evidence.claims if c.property == "issued"}


def test_a_page_without_marks_is_believed_as_a_text_is(document):
    text = f"{MENU}{TITLE}\nOf the harbour\n3 May 2021\n{PROSE * 3}"
    plain, marked = (
        next(
            c.confidence
            for c in extract_all(document(text, markup=page)).claims
            if c.property == "issued" and c.extractor == "dateline"
        )
        for page in ("<p>x</p>", "<p>x</p><time>now</time>")
    )
    assert plain > marked


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("31 May 2021", "3 May 2021, Ada Lovelane", "2021-05-03"),
        ("", "3 May 2021 | Ada | 12 comments", "2021-05-03"),
        ("3 May 2021", "Meeting: Monday, 10 May 2021 at 10:30", "2021-05-03"),
        (
            "",
            f"Meeting: Monday, 10 May 2021 at 10:30\nOldhaven, 3 May 2021 – {PROSE}",
            "2021-05-03",
        ),
    ],
)
def test_the_line_that_is_most_like_a_dateline(document, above, below, day):
    text = f"{MENU}{above}\nSearch for:\nHarbour\n{TITLE}\n{below}\n{PROSE * 3}"
    assert issued(extract_all(document(text))) == [day]


@pytest.mark.parametrize("label", ["Effective Date", "Comment date", "Deadline on", "Retrieved on"])
def test_a_label_of_another_day_is_stronger_than_the_word_for_a_day(document, label):
    text = f"{MENU}{TITLE}\n{PROSE * 9}Notes\nSession: 21\n{label}: 3 May 2021\n"
    assert issued(extract_all(document(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "港口图书馆开馆\n\n2019年5月12日 星期日\n\n港口图书馆今天开馆。工程于2015年3月3日开工。\n",
        "Ann Lund (3 May 1921 - 14 October 2003)\n\nAnn Lund died on 14 October 2003.\n",
        "Year\tVisitors\tOpened\n2018-01-01\t1200\t12.01.2018\n2019-01-01\t1345\t13.01.2019\n",
        f"Oldhaven, 3 May 2021\n\n{TITLE}\n{PROSE * 3}",
        f"3.5.2021 tarihinde yayımlandı\n{TITLE}\n{PROSE * 3}",
        f"03.05.2021 veröffentlicht\n{TITLE}\n{PROSE * 3}",
        f"2021-05-03 10:15 发布\n{TITLE}\n{PROSE * 3}",
    ],
)
def test_a_stamp_stands_above_everything_and_says_nothing_but_a_day(document, text):
    claims = extract_all(document(text)).claims
    assert not [claim for claim in claims if claim.property == "captured"]


def test_the_reason_of_a_stamp_names_its_true_line(document):
    text = f"Thursday, 18 Muharram 1446 | 2024/07/25\n25 July 2024\n{TITLE}\n{PROSE * 3}"
    claims = [c for c in extract_all(document(text)).claims if c.property == "captured"]
    assert [("first" in c.reason, "second" in c.reason) for c in claims] == [
        (True, False),
        (True, False),
        (False, True),
    ]
    assert all("above the headline" in claim.reason for claim in claims)
    (claim,) = extract_all(document("25 July 2024\nNo.\n")).claims
    assert (claim.property, "headline" in claim.reason) == ("captured", False)


@pytest.mark.parametrize(
    "line",
    [
        "Apply by 30 April 2022",
        "Gültig ab 1. Januar 2022",
        "Valid from Monday, 3 May 2021",
        "The ferry is closed from 24 December 2023 to 2 January 2024.",
        "Geschlossen vom 24.12.2023 bis 2.1.2024",
        "Saturday 8 June 2024, 7 pm\nTickets 8.50 at the door",
        "Rope of the bell 10.11.12",
        "Year\tBells\tDay\n2018-01-01\t12\t12.01.2018\n2019-01-01\t13\t13.01.2019",
    ],
)
def test_a_term_an_event_a_price_and_a_row_of_a_table_are_no_day_of_issue(document, line):
    assert issued(extract_all(document(f"{TITLE}\n\n{line}\n\n{PROSE}"))) == []


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Ferry to ring a new bell on 1 June 2024", ["2024-04-12"]),
        ("Arrêté municipal n° 2020-117 du 4 mai 2020", ["2020-05-04"]),
    ],
)
def test_the_day_in_a_headline_is_of_what_it_speaks_but_for_an_act(document, title, days):
    opening = "OLDHAVEN, 12 April 2024 - " if "Ferry" in title else ""
    vu = "" if opening else "Vu le décret n° 2019-12 du 8 janvier 2019,\n\n"
    text = f"{title}\n\n{vu}{opening}{PROSE}"
    assert issued(extract_all(document(text))) == days


@pytest.mark.parametrize(
    "line", ["Stand 13.11.12", "Berlin, den 13.11.12", "vom 13.11.12", "Publié le 13.11.12"]
)
def test_a_short_year_behind_a_word_for_a_day_is_no_price(document, line):
    assert issued(extract_all(document(f"{TITLE}\n\n{line}\n\n{PROSE}"))) == ["2012-11-13"]


@pytest.mark.parametrize(
    "line",
    [
        "- mended the bell rope of the ferry",
        "• the bell rope of the ferry",
        "Vu la loi du 29 juillet 1881,",
        "the bell of the ferry is mended;",
        "FOR IMMEDIATE RELEASE",
        "Customer no. 12.05.1998-K",
        "Sunday lunch from 12.30 to 3.15",
        "The library will be closed from 24 December 2023 to 2 January 2024.",
    ],
)
def test_a_line_that_nobody_would_call_a_title(document, line):
    claims = extract_all(document(f"{line}\n\n3 May 2021\n\n{PROSE * 2}")).claims
    assert not [c.value for c in claims if c.chosen and c.property == "title"]


def test_the_number_of_a_version_is_no_day(document):
    text = f"{TITLE}\n\n1.1.2002 (2003-01-02)\n\n{PROSE}"
    assert issued(extract_all(document(text))) == ["2003-01-02"]


def test_the_day_behind_a_place_that_opens_the_text_is_stronger_than_that_of_what_was_said(
    document,
):
    said = 'Harbour notice\n"We are glad", said the master on 10 April 2024.\n'
    text = f"{TITLE}\n\nOLDHAVEN, 12 April 2024 - {PROSE}\n{said}"
    assert issued(extract_all(document(text))) == ["2024-04-12"]
