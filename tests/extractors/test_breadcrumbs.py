"""Breadcrumbs name publisher and section; quotations, comparisons and sentences do not."""

import pytest

from audit.extractors import extract_all
from audit.readers import reader_for

PROSE = "The old ferry bell was taken down on Monday, and nobody could say how long it had hung.\n"


def said(evidence, name):
    return [claim.normalized for claim in evidence.claims if claim.property == name]


@pytest.mark.parametrize(
    ("line", "publisher", "section"),
    [
        ("Quay Museum > News |", "Quay Museum", "News"),
        ("Quay Museum › News › The ferry bell", "Quay Museum", "News"),
        ("Musée du quai » Actualités » La cloche du bac", "Musée du quai", "Actualités"),
        ("quay museum > archive > 2003 |", "quay museum", "2003"),
        ("Музей пристани » Новости |", "Музей пристани", "Новости"),
    ],
)
def test_a_breadcrumb_names_the_site(document, line, publisher, section):
    evidence = extract_all(document(f"{line}\nThe ferry bell\n{PROSE * 3}"))
    assert (said(evidence, "publisher"), said(evidence, "section")) == ([publisher], [section])


def test_a_section_begins_with_a_letter(document):
    evidence = extract_all(document(f"Quay Museum > > Text\nThe ferry bell\n{PROSE * 3}"))
    assert said(evidence, "section") == []


@pytest.mark.parametrize(
    "line",
    [
        "Le maire parle d'un lieu « vivant » et gai.",
        "Exposition « Ports et phares » au musée",
        "Мэр сказал « наконец » и ушёл.",
        "Han sade » äntligen » och gick.",
        "Er sagte › endlich › und ging",
        "Herring > cod > eel in the order of the price",
        "Depth > 5 m",
        "Salt > sugar",
        "Low water: 1800 » 2800 m; at the quay: 2 » 8 °C; T 3000 m: -6 » -1 °C",
        "Men in the boat > women on the quay?",
        "Berth 1 > Berth 2",
        "2: ! 2 B > H ( R",
        "sort berths > berths.txt",
        "Index:\t%  ' > [  (  ]",
    ],
)
def test_quotations_and_comparisons_are_no_breadcrumbs(document, line):
    for text in (f"{line}\n{PROSE * 3}", f"The ferry bell\n{PROSE}{line}\n{PROSE * 3}"):
        evidence = extract_all(document(text))
        assert said(evidence, "publisher") == said(evidence, "section") == []


@pytest.mark.parametrize(
    "home",
    [
        *("Home", "Front page", "Startseite", "Accueil", "Inicio", "Portada", "Página inicial"),
        *("Voorpagina", "Hem", "Hjem", "Forside", "Etusivu", "Strona główna", "Domů", "Úvod"),
        *("Kezdőlap", "Ana Sayfa", "Trang chủ", "Beranda", "Главная", "Головна", "Αρχική"),
        *("الرئيسية", "خانه", "דף הבית", "होम", "หน้าแรก", "ホーム", "トップページ", "홈"),
        *("首頁", "首页", "ANA SAYFA", "[Home]", "You are here: Home", "現在位置：ホーム"),
    ],
)
def test_the_home_page_is_no_publisher(document, home):
    for sign in (">", "/"):
        line = f"{home} {sign} Quay {sign} Ferry"
        evidence = extract_all(document(f"{line}\n\nThe ferry bell\n\n{PROSE * 3}"))
        assert said(evidence, "publisher") == []


def test_a_name_that_begins_with_a_word_for_the_home_page_is_a_name(document):
    evidence = extract_all(document(f"Home of the Sea > News |\nThe ferry bell\n{PROSE * 3}"))
    assert said(evidence, "publisher") == ["Home of the Sea"]


def test_a_command_far_below_the_headline_is_no_breadcrumb(document):
    lines = (f"Step {number} of the sorting takes a while and needs care." for number in range(9))
    text = "How the harbour sorts its lists\n\n" + PROSE * 3 + "\n".join(lines)
    for command in ("sort berths > sorted", "Ropes > Tackle", "Depth\t12 » The sill"):
        evidence = extract_all(document(f"{text}\n{command}\n{PROSE * 3}"))
        assert said(evidence, "publisher") == said(evidence, "section") == []


def test_code_of_a_page_is_no_breadcrumb(document):
    pre = "<pre>count berths &gt; list</pre>"
    markup = f"<h1>Counting berths</h1>{pre}<p>{PROSE * 3}</p>".encode()
    evidence = extract_all(reader_for("text/html").read(document().source, markup, ""))
    assert said(evidence, "publisher") == said(evidence, "section") == []
