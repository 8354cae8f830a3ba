"""Plain texts of many kinds: theses, ordinances, judgments, manuals, newspapers."""

import pytest

from audit.extractors import extract_all

PROSE = (
    "The old ferry bell was taken down in the winter, and nobody on the quay\n"
    "could say how long it had hung there, nor who had paid for it when the\n"
    "first landing stage was built by the owners of the northern lighthouse.\n"
)
GERMAN = (
    "Die alte Glocke der Fähre wurde im Winter abgenommen, und niemand am Kai\n"
    "konnte sagen, wie lange sie dort gehangen hatte oder wer sie bezahlt hat,\n"
    "als die erste Landungsbrücke von den Reedern im Norden gebaut wurde.\n"
)


def said(document, text, property_="title"):
    claims = extract_all(document(text)).claims
    return [c.normalized for c in claims if c.property == property_ and c.chosen]


TABBED = (
    "\t\tThe Winter Trade of the Northern Harbours,\n\t\t\t      1850-1914\n\n"
    "\t\t\t\t  by\n\n\t\t\t      Clara Holm\n\n\n"
    "\t    A dissertation submitted in partial fulfilment\n"
    "\t     of the requirements for the degree of\n\t\t      Doctor of Philosophy\n\n"
    f"\t\t     UNIVERSITY OF WESTMARK\n\n\t\t\t    May 1999\n\n\n{PROSE}\n{PROSE}"
)


def test_a_title_page_that_is_centred_by_tabs(document):
    assert said(document, TABBED) == ["The Winter Trade of the Northern Harbours, 1850-1914"]
    assert said(document, TABBED, "creator") == ["Clara Holm"]


@pytest.mark.parametrize(
    ("issuer", "kind"),
    [
        ("Universität Lindhafen", "Dissertation"),
        ("Philosophische Fakultät", "Diplomarbeit"),
        ("University of Westmark", "Doctoral Thesis"),
        ("Università degli Studi di Portolindo", "Tesi di laurea"),
    ],
)
def test_neither_a_university_nor_the_kind_of_a_paper_is_its_title(document, issuer, kind):
    page = 74
    lines = [issuer, "", "Die Winterhäfen der Ostküste im Spiegel", "ihrer Rechnungsbücher", ""]
    head = "\n".join(line.center(page).rstrip() for line in [*lines, kind, "", "2008"])
    text = f"{head}\n\n\n{GERMAN}\n{GERMAN}"
    assert said(document, text) == [f"{lines[2]} {lines[3]}"]


@pytest.mark.parametrize(
    "number", ["ORDINANCE NO. 2011-14", "Ordinance No. 1187", "Resolution No. 14 of 2011"]
)
def test_an_ordinance_has_a_long_title_below_its_number(document, number):
    title = "AN ORDINANCE REGULATING THE MOORING OF VESSELS AT THE TOWN QUAY"
    text = f"TOWN OF OLDHAVEN\n{number}\n\n{title}\nAND PROVIDING FEES\n\nWHEREAS, {PROSE}"
    assert said(document, text) == [f"{title} AND PROVIDING FEES"]


def test_a_title_at_the_left_edge_that_was_broken_is_whole(document):
    text = (
        "TREATY BETWEEN WESTMARK AND OSTLAND\nCONCERNING THE LIGHTS OF THE SOUND\n\n"
        f"Signed at Lindby, March 14, 1857\n\n{PROSE}"
    )
    whole = "TREATY BETWEEN WESTMARK AND OSTLAND CONCERNING THE LIGHTS OF THE SOUND"
    assert said(document, text) == [whole]


def test_lines_below_a_title_that_are_something_else_are_no_part_of_it(document):
    title = "The lights of the Sound and their keepers"
    text = f"{title}\nvon Eva Busch\n\n{PROSE}"
    assert said(document, text) == [title]
    apart = f"{title}\n\nof the northern shore\n\n{PROSE}"
    assert said(document, apart) == [title]


@pytest.mark.parametrize("number", ["4 O 112/02", "1 BvR 1234/05"])
def test_the_number_of_a_case_is_no_title(document, number):
    title = "Urteil vom 14. Mai 2003"
    text = f"Landgericht Lindhafen\nAktenzeichen: {number}\n\n{title}\n\n{GERMAN}"
    assert said(document, text) == [title]


@pytest.mark.parametrize(
    "line", ["PUBLISHED BY REQUEST", "BY MESSRS. MOORE & HALL", "PAR CES MOTIFS", "By order"]
)
def test_what_follows_by_and_names_nobody(document, line):
    text = f"THE ANCHOR WITHIN THE VEIL\n\n{line}\n\n{PROSE}"
    assert said(document, text, "creator") == []


def test_a_society_that_published_a_text_did_not_write_it(document):
    text = (
        "The Ledgers of the Harbour Trust\nAuthor(s): Clara Holm\n"
        f"Published by: Westmark Historical Society\n\n{PROSE}"
    )
    assert said(document, text, "creator") == ["Clara Holm"]
    assert said(document, text, "publisher") == ["Westmark Historical Society"]


@pytest.mark.parametrize(
    "line", ["Filed: June 4, 1987", "Decided June 4, 1987", "Dated: Lindby\n       June 4, 1987"]
)
def test_the_day_on_which_an_opinion_is_filed(document, line):
    text = f"The fine of the library\n\n{line}\n\n{PROSE}"
    assert said(document, text, "issued") == ["1987-06-04"]


@pytest.mark.parametrize("end", ["conference on April 3, 1998.", "par jugement du 12 mars 2008."])
def test_a_day_at_the_end_of_a_paragraph_is_spoken_of(document, end):
    text = f"The fine of the library\n\n{PROSE}{end}\n"
    assert said(document, text, "issued") == []


def test_a_line_that_names_a_judgment_by_its_day_gives_the_day(document):
    text = f"COUR D'APPEL DE PORT-LIND\n\nARRÊT DU 19 NOVEMBRE 2009\n\n{PROSE}"
    assert said(document, text, "issued") == ["2009-11-19"]


SHORT = (
    "The times in these tables are those of the gauge at the north mole, and\nnot of the quay.\n"
)


@pytest.mark.parametrize(
    "paragraph",
    [
        SHORT,
        (
            "The times in these tables are those of the gauge at the north mole. At\n"
            "the town quay high water is eight minutes later. All times are local\n"
            "time, and no other.\n"
        ),
    ],
)
def test_a_paragraph_of_two_full_lines_is_one(document, paragraph):
    title = "Tide tables of the gauge at Lindby"
    assert said(document, f"{title}\n\n{paragraph}\n{paragraph}") == [title]


def test_sentences_on_lines_of_their_own_are_no_titles(document):
    above = "Permission to copy these tables is granted.\nNothing else is allowed to you.\n"
    assert said(document, f"{above}\n{PROSE}") == []


def test_a_part_of_the_text_that_a_sentence_points_to_is_not_its_title(document):
    text = (
        "Copyright notice\n\nYou can copy and perform the work, even for money, without asking\n"
        "for permission. See Other Information below.\n\nOther Information\n\n"
        f"{PROSE}\n{SHORT}"
    )
    assert said(document, text) == []


@pytest.mark.parametrize(
    "line",
    [
        "[54] Mooring ring with spring",
        "(54) Mooring ring with spring",
        "Project title: Mooring ring",
    ],
)
def test_labels_of_titles_are_left_out(document, line):
    words = "Mooring ring with spring" if "54" in line else "Mooring ring"
    assert said(document, f"{line}\n\n[22] Filed: Jul. 9, 1992\n\n{PROSE}") == [words]


@pytest.mark.parametrize(
    "line",
    [
        "This software is free and unencumbered, released for all to use.",
        "Copies of these tables and parts of them are permitted where these are met:",
        "This book is derived from the tables contributed to the harbour by",
        "Preparation: 20 minutes",
        "Serves 6",
        "Nordhaven Ferries A/S, Norway.",
        "Anno Accademico 2009/2010",
        "Copyright",
    ],
)
def test_what_no_text_is_called(document, line):
    assert line not in said(document, f"{line}\n\n{PROSE}\n{PROSE}")


def test_the_first_of_two_full_lines_is_no_title(document):
    text = (
        "This chart is not subject to any export provision of the United States\n"
        f"Department of Commerce, and may be exported to any country or planet.\n\n{PROSE}"
    )
    assert said(document, text) == []
