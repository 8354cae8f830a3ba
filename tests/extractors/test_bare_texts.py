"""Captures of pages without a tag: which line is the headline, which date is the document's."""

import pytest

from audit.claims.named import name_words
from audit.extractors import extract_all

PROSE = (
    "The old ferry bell was taken down on Monday, and nobody on the quay could say how long it had"
    " hung there, nor who had paid for it when the first landing stage was built.\n"
)
TEASERS = tuple(enumerate(("Bells", "Ropes", "Boats", "Nets", "Ships", "Tides"), 1))
MENU = "Home\nNews\nTides\nLetters\nNotices\nContact\nSearch\nLog in\n"


def chosen(evidence, name):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == name]


def test_the_line_between_menu_and_prose(document):
    text = MENU + "The ferry bell has a new rope\n3 September 2024\n" + PROSE * 3 + MENU
    evidence = extract_all(document(text))
    assert chosen(evidence, "title") == ["The ferry bell has a new rope"]
    assert chosen(evidence, "issued") == ["2024-09-03"]
    (claim,) = [c for c in evidence.claims if c.chosen and c.property == "title"]
    assert claim.line == 9
    assert "a date or a byline follows" in claim.reason


@pytest.mark.parametrize(
    "kicker",
    ["Photo: the bell by the quay", "© Harbour Museum, the ferry bell", "FERRY AND PORT NOTICES"],
)
def test_credits_and_capitals_are_no_headline(document, kicker):
    text = MENU + f"The ferry bell has a new rope\n{kicker}\n" + PROSE * 3
    assert chosen(extract_all(document(text)), "title") == ["The ferry bell has a new rope"]


def test_a_line_in_the_middle_of_a_paragraph_is_no_headline(document):
    lines = [
        f"and the {n} boats of the harbour were painted in the same colour then" for n in "abcd"
    ]
    evidence = extract_all(document("\n".join(lines) + "\n"))
    assert chosen(evidence, "title") == []


def test_the_long_title_of_an_act(document):
    text = "HOUSE\n\n1\n\n2\n\nAN ACT RELATING TO FERRY BELLS\n\n" + PROSE * 2
    assert chosen(extract_all(document(text)), "title") == ["AN ACT RELATING TO FERRY BELLS"]


def test_the_name_of_an_act_among_longer_lines(document):
    text = MENU + "The Ferry Bell and Rope Act\n" + "Who has ever rung the bell?\n" + PROSE * 2
    (claim,) = [c for c in extract_all(document(text)).claims if c.chosen and c.property == "title"]
    assert claim.normalized == "The Ferry Bell and Rope Act"
    assert "called an act or a bill" in claim.reason


@pytest.mark.parametrize(
    ("line", "issued", "modified"),
    [
        ("Published: 3 May 2021 | Updated: 9 June 2022", ["2021-05-03"], ["2022-06-09"]),
        ("Updated 9 June 2022", ["2022-06-09"], ["2022-06-09"]),
        ("Posted 3 May 2021\nUpdated 9 June 2022", ["2021-05-03"], ["2022-06-09"]),
        ("For all bells of the harbour they meet again on 3 May 2021 on the old quay", [], []),
        ("This text was posted among the notices of the bells, on 3 May 2021", ["2021-05-03"], []),
        ("ISBN: 978-1\nReleased: 3 May 2021\nPrice: 9 crowns", [], []),
        ("3 May 1921\nThe bell ringer, born 3 May 1921, rang twice", [], []),
        ("3 May 2021 | 12 comments", ["2021-05-03"], []),
        ("3 May 2021, Ada Lovelane, leave a comment", ["2021-05-03"], []),
        ("Posted on 3 May 20219 June 2022 by Ada", ["2021-05-03"], []),
        ("Bells from 1. - 3 May 2021", [], []),
        ("For bells rung after 3 May 2021", [], []),
        ("Deadline: 3 May 2021", [], []),
        ("Ada Lovelane on 3 May 2021 at 9:52", ["2021-05-03"], []),
    ],
)
def test_what_a_date_is_the_date_of(document, line, issued, modified):
    text = MENU + f"The ferry bell has a new rope\n{line}\n" + PROSE * 3
    evidence = extract_all(document(text))
    assert chosen(evidence, "issued") == issued
    assert chosen(evidence, "modified") == modified


def test_dates_of_comments_are_not_those_of_the_page(document):
    text = (
        "The ferry bell has a new rope\n"
        + PROSE * 9
        + "2 comments\nAda says:\n3 May 2021 at 9:52\nWell rung.\n"
        + "Bo says:\n4 May 2021 at 8:00\nNo.\n"
    )
    evidence = extract_all(document(text))
    assert chosen(evidence, "issued") == []
    assert all("comment" in c.reason for c in evidence.claims if c.property == "issued")


def test_a_text_that_tells_only_its_last_change_says_so(document):
    evidence = extract_all(document(f"The bell\nUpdated 9 June 2022\n{PROSE}"))
    (claim,) = [c for c in evidence.claims if c.property == "issued"]
    assert "no other day" in claim.reason


def test_a_masthead_is_the_day_on_which_the_page_was_seen(document):
    text = f"{MENU}Monday, 3 May 2021\n{MENU}The bell rope\n1 May 2021\n{PROSE * 3}"
    assert chosen(extract_all(document(text)), "issued") == ["2021-05-01"]


def test_a_day_below_the_headline_is_no_masthead(document):
    text = f"{MENU}The bell rope\nMonday, 3 May 2021\n{PROSE * 3}Tides\n1 May 2021\n"
    assert chosen(extract_all(document(text)), "issued") == ["2021-05-03"]


def test_a_day_above_the_prose_needs_no_headline(document):
    line = "3 May 2021\n4 May 2021, 18:00\n"

    def worth(text):
        claims = extract_all(document(text)).claims
        return max(c.confidence for c in claims if c.normalized == "2021-05-03")

    assert worth(f"1\n2\n{line}{PROSE * 2}") > worth(f"1\n2\n{line}1\n2\n3\n4\n5\n6\n")


def test_the_only_day_of_a_text_may_stand_below_it(document):
    text = MENU + "The ferry bell has a new rope\n" + PROSE * 9 + "Share\nPrint\n3 May 2021\n"
    assert chosen(extract_all(document(text)), "issued") == ["2021-05-03"]


@pytest.mark.parametrize("item", ["{day} Bells and ropes", "Bells and ropes{day} - 12:15", "{day}"])
def test_the_dates_of_a_list_are_not_those_of_the_page(document, item):
    days = [f"{item.format(day=f'{n} May 2021')}\nof the harbour\n" for n in range(3, 9)]
    text = MENU + "The ferry bell has a new rope\n" + PROSE * 3 + "Read on\n" + "".join(days)
    assert chosen(extract_all(document(text)), "issued") == []


def test_a_byline_goes_on_while_a_comma_ends_it(document):
    text = "The ferry bell has a new rope\nBy Ada Lovelane, Bo Ray,\nCy Moe, Dan Roe\n" + PROSE * 3
    found = chosen(extract_all(document(text)), "creator")
    assert found == ["Ada Lovelane", "Bo Ray", "Cy Moe", "Dan Roe"]


def test_an_office_keeps_its_name(document):
    text = "The ferry bell has a new rope\nBy Committee on Bells and Ropes\n" + PROSE * 3
    assert chosen(extract_all(document(text)), "creator") == ["Committee on Bells and Ropes"]


def test_an_abbreviation_keeps_what_it_stands_for(document):
    text = "The ferry bell\n" + PROSE + "© 2015 HOFB – Harbour Office for Bells.\n"
    holder = chosen(extract_all(document(text)), "rights_holder")
    assert holder == ["HOFB – Harbour Office for Bells"]


META = '<meta property="article:published_time" content="2021-05-03T08:00:00Z">'


def test_a_date_in_the_head_that_no_reader_sees_decides_nothing_alone(document):
    ld = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2021-05-03"}'
    evidence = extract_all(document("The bell\n" + PROSE, markup=f"{META}{ld}</script><p>x</p>"))
    assert chosen(evidence, "issued") == []
    reasons = [c.reason for c in evidence.claims if c.property == "issued"]
    assert len(reasons) == 2
    assert all("no reader sees it" in reason for reason in reasons)


def test_the_address_of_the_page_confirms_a_hidden_date(document):
    link = '<link rel="canonical" href="https://quay.example/2021/05/03/bell">'
    evidence = extract_all(document("The bell\n" + PROSE, markup=META + link))
    assert chosen(evidence, "issued") == ["2021-05-03"]


def test_a_date_that_only_a_list_shows_is_a_hidden_one(document):
    days = "".join(f"Bells of pier {n}, 3 May 2021\n" for n in range(4))
    evidence = extract_all(document("The bell\n" + PROSE * 5 + days, markup=META + "<p>x</p>"))
    assert chosen(evidence, "issued") == []


def test_the_day_beside_it_in_a_sentence_confirms_no_hidden_date(document):
    told = "The ropes of that bell were bought on 2 May 2021, says a note that hangs beside it.\n"
    text = "The bell\n" + PROSE * 12 + told
    evidence = extract_all(document(text, markup=META + "<p>x</p>"))
    assert chosen(evidence, "issued") == []


def test_a_comment_is_no_voice_for_a_date_away_from_the_headline(document):
    page = '<h1>The bell</h1><i class="comment-date">3 May 2021</i>'
    text = "The bell\n" + PROSE * 12 + "Harbour hall\n3 May 2021, 18:00\nDoors open\n"
    evidence = extract_all(document(text, markup=page))
    assert chosen(evidence, "issued") == []


def test_a_page_that_tells_its_age_shows_its_date(document):
    text = "The bell rope\nPublished 3 hours ago\n" + PROSE * 3
    evidence = extract_all(document(text, markup=META + "<h1>The bell rope</h1>"))
    assert chosen(evidence, "issued") == ["2021-05-03"]


def test_the_items_of_a_list_are_not_the_date_of_the_page(document):
    items = "".join(f'<li><b class="date">{n} May 2021</b> bells</li>' for n in range(3, 7))
    page = f'<h1>The bell</h1><ul>{items}</ul><p class="date">9 May 2021</p>'
    found = extract_all(document("The bell\n", markup=page)).claims
    marked = [c for c in found if c.extractor == "html-marks" and c.property == "issued"]
    assert all("list" in c.reason for c in marked)


def test_a_microformat_has_its_date_as_a_title(document):
    page = '<h1>The bell</h1><abbr class="published" title="2021-05-03T08:00">at eight</abbr>'
    assert chosen(extract_all(document("The bell\n", markup=page)), "issued") == ["2021-05-03"]


def test_times_among_comments_are_late(document):
    page = (
        '<h1>The bell</h1><div id="comments"><span class="x">'
        '<time datetime="2021-05-03">3 May 2021</time></span></div>'
    )
    evidence = extract_all(document("The bell\n3 May 2021\n", markup=page))
    (claim,) = [
        c for c in evidence.claims if c.extractor == "html-marks" and c.property == "issued"
    ]
    assert "comment" in claim.reason


@pytest.mark.parametrize(
    "title",
    [
        "The old ferry bell | Quay Post | Your paper",
        "Quay Post – The old ferry bell",
        "The old ferry bell –",
    ],
)
def test_a_part_of_the_title_that_is_a_heading_is_the_title(document, title):
    markup = f"<title>{title}</title><h1>The old ferry bell</h1>"
    evidence = extract_all(document(f"The old ferry bell\n{PROSE}", markup=markup))
    assert {c.normalized for c in evidence.claims if c.extractor == "html-meta"} == {
        "The old ferry bell"
    }


def test_a_caption_below_the_dateline_is_no_headline(document):
    text = (
        MENU
        + "The ferry bell of the old quay\nBy Ada Lovelane\n3 September 2024\n"
        + "The old ferry bell on the quay this summer\n"
        + PROSE * 3
    )
    (claim,) = [c for c in extract_all(document(text)).claims if c.chosen and c.property == "title"]
    assert claim.normalized == "The ferry bell of the old quay"
    assert "a date or a byline follows" in claim.reason


@pytest.mark.parametrize(
    "text",
    [
        "1. Minutes of the last meeting\n2. The ferry bell\n3. Any other business\n",
        "3 potatoes of the quay\n2 onions\n" + PROSE,
        "Signed: Ada Lovelane\n",
        "Dear Mr Lund,\n" + PROSE + "Signed: Ada Lovelane\n",
    ],
)
def test_points_of_a_list_and_signatures_are_no_headline(document, text):
    assert chosen(extract_all(document(text)), "title") == []


def test_a_teaser_with_its_day_is_no_headline_of_the_text_below(document):
    teasers = "".join(
        f"{word} of the harbour and the sea\n{day} May 2021\n" for day, word in TEASERS
    )
    text = (
        MENU + teasers + "Home / News / The ferry bell is new\nThe ferry bell is new\n" + PROSE * 9
    )
    (claim,) = [c for c in extract_all(document(text)).claims if c.chosen and c.property == "title"]
    assert claim.normalized == "The ferry bell is new"
    assert "last part of the breadcrumb" in claim.reason


def test_a_short_paragraph_of_syllables_is_no_headline(document):
    text = (
        "등대 옆 작은 도서관\n"
        + "책상 여섯 개와 난로 하나가 있다. 주말이면 아이들이 배를 타고 온다. " * 2
        + "\n"
    )
    assert chosen(extract_all(document(text)), "title") == ["등대 옆 작은 도서관"]


def test_a_headline_far_down_is_found_above_its_text(document):
    text = "Tides\n" * 320 + "The ferry bell has a new rope\n3 September 2024\n" + PROSE * 5
    assert chosen(extract_all(document(text)), "title") == ["The ferry bell has a new rope"]


def test_a_day_in_the_line_of_a_headline_is_not_part_of_it(document):
    text = MENU + "03.05.2021 - The ferry bell has a new rope\n" + PROSE * 3
    (claim,) = [c for c in extract_all(document(text)).claims if c.chosen and c.property == "title"]
    assert (claim.value, claim.start) == ("The ferry bell has a new rope", len(MENU) + 13)


def test_what_a_name_begins_with_stays(document):
    text = MENU + "#FerryBell rings for the quay\n3 September 2024\n" + PROSE * 3
    assert chosen(extract_all(document(text)), "title") == ["#FerryBell rings for the quay"]


def test_a_headline_that_is_hardly_ahead_says_so(document):
    text = (
        MENU
        + "A new rope and a summer of ferry work\nThe old ferry bell was taken down\n"
        + PROSE * 3
    )
    claims = [c for c in extract_all(document(text)).claims if c.extractor == "headline"]
    first, second = sorted(claims, key=lambda claim: -claim.confidence)[:2]
    assert {first.normalized, second.normalized} == set(text.split("\n")[8:10])
    assert max(first.confidence, second.confidence) < 0.7  # it says how sure it is


def test_the_title_of_the_page_names_its_heading(document):
    title = "The ferry bell has a new rope"
    text = f"{title} - Quay Post\n{MENU}Notices of the whole old harbour\n{title}\n{PROSE * 3}"
    evidence = extract_all(document(text))
    (claim,) = [c for c in evidence.claims if c.chosen and c.property == "title"]
    assert (claim.normalized, claim.line) == (title, 11)
    assert "the title of the page begins with it" in claim.reason


def test_a_letter_is_of_the_day_at_its_head(document):
    """Not of one that a broken line begins with, nor is it called after whom it greets."""
    text = """12 Quay Street
Oldhaven

3 May 1891

Dear Mr Lund,

I received your letter of April and was glad of it. The boats came home
in the night, and not one was lost. The christening will be in the chapel
on 17 May 1891, and we hope that you will come.

Yours ever,
Thomas Brand
"""
    evidence = extract_all(document(text))
    assert chosen(evidence, "issued") == ["1891-05-03"]
    assert chosen(evidence, "title") != ["Dear Mr Lund,"]


@pytest.mark.parametrize("cells", ["{day}  NW {n}  Left the harbour", "Swallow,{day},NW {n}"])
def test_the_first_row_of_a_short_table_is_not_the_day_of_issue(document, cells):
    rows = [cells.format(day=f"1898-03-0{n}", n=n) for n in range(1, 5)]
    evidence = extract_all(document("\n".join(["LOG OF THE PILOT CUTTER SWALLOW", *rows])))
    assert not chosen(evidence, "issued")


def test_nobody_captured_a_page_before_there_was_a_web(document):
    text = "OLDHAVEN 3 MAY 1911\n\nTO THE HARBOUR MASTER\nSWALLOW SAFE AND ALL HANDS WELL\n"
    assert not chosen(extract_all(document(text)), "captured")
    text = f"3 May 2011\n\nThe ferry bell has a new rope\n{PROSE * 3}"
    assert chosen(extract_all(document(text)), "captured") == ["2011-05-03"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("web/quay-post.example.org.bell.html", {"bell"}),
        ("2021-06-12-the-ferry-bell-has-a-new-rope.txt", {"ferry", "bell", "rope"}),
        ("captures.zip!/news/ferry%20glocke.html", {"ferry", "glocke"}),
        ("Fährglocke am Kai.txt", {"faehrglocke"}),
        ("0a12df42d1764095989ab078ee0f940b.html", set()),
        ("press-release_index_page.txt", set()),
        ("harbour-gazette-0117.txt", set()),
        ("harbour gazette (2).txt", set()),
        ("tide_tables_1987.txt", {"tide", "tables"}),
        ("tide-tables_19870512.txt", {"tide", "tables"}),
        ("tide-tables_1987-05-12.txt", {"tide", "tables"}),
        ("", set()),
    ],
)
def test_words_of_a_name(path, words):
    assert name_words(path) == words


def test_the_name_of_a_file_says_which_of_two_lines_is_the_title(document):
    lines = ("A new rope and a summer of work", "The old ferry bell was taken down")
    text = MENU + "\n".join(lines) + "\n" + PROSE * 3
    for name, title in zip(("new-rope.txt", "old-ferry-bell.txt"), lines, strict=True):
        evidence = extract_all(document(text, path=name))
        assert chosen(evidence, "title") == [title]
        (claim,) = [c for c in evidence.claims if c.chosen and c.property == "title"]
        assert "the name of the file has its words" in claim.reason


def test_the_best_of_lines_for_which_little_speaks_is_no_title(document):
    menu = "Job Opportunities\n\nRules of Sessions\nMembers\nKeyword Search\nFiscal Analyst\n\n"
    evidence = extract_all(document(menu + PROSE * 3, path="a.txt"))
    titles = [c for c in evidence.claims if c.property == "title"]
    assert [c.chosen for c in titles] == [False] * len(titles)
    assert "other lines stand above it, and little speaks for it" in titles[-1].reason
