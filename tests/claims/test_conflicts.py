import pytest

from audit.claims.conflicts import conflicts
from audit.claims.parts import UNSEEN
from audit.claims.rivals import AGAIN, BYLINE
from audit.model import Claim, Origin


def claim(property_, normalized, origin=Origin.FOUND, *, value="", confidence=0.8, **more):
    return Claim(
        property=property_,
        value=value or normalized,
        normalized=normalized,
        extractor=more.pop("extractor", "test"),
        origin=origin,
        line=more.pop("line", 1),
        start=0,
        end=0,
        confidence=confidence,
        reason=more.pop("reason", ""),
        **more,
    )


def reasons(*claims):
    return [each.reason for each in conflicts(claims)]


@pytest.mark.parametrize("name", ["publisher", "title", "creator"])
def test_a_declared_name_against_the_one_that_is_found(name):
    declared = claim(name, "Harbour Office", Origin.DECLARED)
    assert reasons(declared, claim(name, "The harbour office of Hallby")) == []
    assert reasons(declared, claim(name, "Town Library", confidence=0.3)) == []
    assert reasons(declared, claim(name, "Town Library")) == [
        f"the declared {name} shares no word with the one found"
    ]


@pytest.mark.parametrize(
    ("declared", "found", "apart"),
    [
        ("Rules of the ferry", "The harbour light", True),
        ("Regeln für die Fähre", "Das Licht für die Mole", True),
        ("The light of the mole", "The harbour light", False),
        ("The And", "The and", False),
    ],
)
def test_small_words_are_nothing_that_names_have_in_common(declared, found, apart):
    said = reasons(claim("title", declared, Origin.DECLARED), claim("title", found))
    assert bool(said) == apart


def test_of_several_creators_one_in_common_is_enough():
    declared = [claim("creator", name, Origin.DECLARED) for name in ("Ada Lund", "Bo Ray")]
    assert reasons(*declared, claim("creator", "Bo Ray"), claim("creator", "Cy Dahl")) == []
    assert len(reasons(*declared, claim("creator", "Cy Dahl"), claim("creator", "Di Ek"))) == 1


@pytest.mark.parametrize(
    ("said", "apart"),
    [
        ("CC-BY-4.0", True),
        ("MIT", True),
        ("GPL-3.0-only", True),
        ("https://creativecommons.org/licenses/by/3.0/fr/", True),
        ("Gazette", False),
        ("www.gazette.example", False),
        ("Harbour Office 2024", False),
        ("in-copyright", False),
    ],
)
def test_only_a_licence_contradicts_reserved_rights(said, apart):
    found = reasons(claim("rights", "all-rights-reserved"), claim("rights", said))
    assert found == ([f"{said} against all rights reserved"] if apart else [])


@pytest.mark.parametrize(
    ("said", "ours", "same"),
    [
        ("text/html", "text/html", True),
        ("application/xhtml+xml", "text/html", True),
        ("application/x-gzip", "application/gzip", True),
        ("text/plain", "text/markdown", True),
        ("", "text/html", True),
        ("application/pdf", "text/html", False),
        ("text/html", "text/csv", False),
    ],
)
def test_the_format_of_a_register_against_the_content(said, ours, same):
    found = reasons(
        claim("format", "fmt/1", Origin.DECLARED, value=f"fmt/1 {said}".strip()),
        claim("format", ours),
    )
    assert found == ([] if same else [f"fmt/1 is {said}, but the content is {ours}"])


def field(property_, normalized, extractor, reason="", **more):
    more = {"part": "fields", "extractor": extractor, "reason": reason or extractor, **more}
    return claim(property_, normalized, Origin.EMBEDDED, **more)


def byline(name, **more):
    return claim("creator", name, extractor="byline", reason=BYLINE, **more)


@pytest.mark.parametrize("name", ["created", "modified", "issued"])
def test_two_days_of_one_property_are_a_conflict(name):
    said = [field(name, "2019-01-01", "xmp", chosen=True), field(name, "2022-03-10", "pdf-info")]
    assert reasons(*said) == ["2019-01-01 against 2022-03-10, 1164 days apart"]
    assert reasons(said[0], field(name, "2019-01-02", "pdf-info")) == []
    assert reasons(said[0], field(name, "2019", "pdf-info")) == []
    assert reasons(said[0], field("captured", "2022-03-10", "warc")) == []


def test_a_day_for_machines_alone_against_the_one_that_is_shown():
    shown = claim("issued", "2020-01-01", chosen=True)
    hidden = [
        field("issued", "2021-03-03", name, f"head, {UNSEEN}", confidence=0.38, part="markup")
        for name in ("html-meta", "json-ld")
    ]
    assert len(reasons(shown, *hidden)) == 1
    assert reasons(claim("issued", "2020-01-01", confidence=0.4), *hidden) == []
    assert reasons(field("issued", "2020-01-01", "html-meta", part="markup"), *hidden) == []


@pytest.mark.parametrize(
    ("stated", "shown", "is_conflict"),
    [
        ("Olaf Lind", "Lena Holm", True),
        ("Lena Maria Holm", "L. Holm", False),
        ("Holm Lund, Lena", "Lena Holm Lund", False),
        ("Harbour Office", "Lena Holm", False),
        ("Quay Post", "Lena Holm", False),
        ("lholm", "Lena Holm", False),
        ("Office User", "Lena Holm", False),
        ("Olaf Lind", "Redaktion", False),
    ],
)
@pytest.mark.parametrize("extractor", ["pdf-info", "tei", "html-meta"])
def test_whom_a_document_states_against_its_byline(stated, shown, is_conflict, extractor):
    part = "fields" if extractor == "pdf-info" else "markup"
    site = claim("publisher", "Quay Post")
    said = [field("creator", stated, extractor, part=part), byline(shown), site]
    wanted = [f"{extractor} and {BYLINE} have nobody in common"] if is_conflict else []
    assert reasons(*said) == wanted


def test_people_whom_a_page_names_elsewhere_contradict_nobody():
    head = field("creator", "Olaf Lind", "html-meta", part="markup")
    other = field("creator", "Lena Holm", "json-ld", part="markup")
    listed = field("creator", "Lena Holm", "html-marks", part="markup")
    far = claim("creator", "Lena Holm", extractor="byline", reason="byline away from the headline")
    mail = field("creator", "Olaf Lind", "e-mail")
    assert reasons(head, other, listed, far) == []
    assert reasons(mail, byline("Lena Holm")) == []
    assert reasons(head, byline("Lena Holm"), byline("Olaf Lind")) == []


@pytest.mark.parametrize(
    ("one", "other", "is_conflict"),
    [
        ("Tide tables of 2022", "Charts of the bay", True),
        ("Tide tables of 2022", "Tide tables", False),
        ("Tide tables of 2022", "Microsoft Word - x", False),
        ("Tide tables of 2022", "draft.docx", False),
        ("Tide tables of 2022", "Untitled", False),
    ],
)
def test_two_titles_in_one_file_that_share_no_word(one, other, is_conflict):
    said = [field("title", one, "xmp"), field("title", other, "pdf-info")]
    assert reasons(*said) == (["xmp and pdf-info have no word in common"] if is_conflict else [])
    on_a_page = [field("title", one, "json-ld", part="markup"), claim("title", other)]
    assert reasons(*on_a_page) == []


def test_a_header_that_may_stand_once_stands_again():
    said = [
        field("creator", "ann@quay.example", "e-mail", "From"),
        field("creator", "per@quay.example", "e-mail", f"From{AGAIN}"),
    ]
    assert len(reasons(*said)) == 1


def test_a_day_that_no_reader_sees_may_not_lie_behind_the_capture():
    captured = field("captured", "2024-06-01", "warc")
    hidden = field("issued", "2024-09-20", "html-meta", f"head, {UNSEEN}", confidence=0.38)
    assert reasons(hidden, captured) == ["published 111 days after it was captured"]
    assert reasons(hidden, captured, claim("issued", "2024-05-30")) == []
    of_a_list = field("issued", "2024-09-20", "html-meta", "a date of a list", confidence=0.25)
    assert reasons(of_a_list, captured) == []


@pytest.mark.parametrize("name", ["created", "modified"])
def test_what_was_made_or_changed_after_the_capture_is_another_file(name):
    captured = field("captured", "2024-06-01", "warc")
    assert reasons(field(name, "2024-06-04", "pdf-info"), captured) == [
        f"{name} 3 days after it was captured"
    ]
    assert reasons(field(name, "2024-06-02", "pdf-info"), captured) == []


def test_two_declared_languages_where_the_text_tells_none():
    lang = field("language", "de", "html-meta", "lang of the html element", chosen=True)
    header = field("language", "fr-CA", "http", "Content-Language")
    assert reasons(lang, header) == ["declared de, and declared fr-CA"]
    assert reasons(lang, header, field("language", "fr", "xmp")) == [
        "declared de, and declared fr-CA"
    ]
    assert reasons(lang, header, field("language", "de-AT", "http", "Content-Language")) == []
    assert reasons(lang, header, claim("language", "", confidence=0.1)) != []
    assert reasons(lang, field("language", "fr", "html-meta", confidence=0.4)) == []
    assert reasons(lang, header, claim("language", "de")) == ["declared fr-CA, but the text is de"]


def test_a_place_that_declares_the_language_of_the_text_beside_others_is_believed():
    both = [field("language", name, "sidecar", "declared beside it") for name in ("en", "de")]
    assert reasons(*both, claim("language", "en")) == []
    assert reasons(*both, claim("language", "fr")) == [
        "declared en, but the text is fr",
        "declared de, but the text is fr",
    ]
    elsewhere = field("language", "de", "html-meta", "lang of the html element")
    assert reasons(*both, elsewhere, claim("language", "en")) == ["declared de, but the text is en"]
