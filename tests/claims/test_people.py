"""Names of people: upright from the form of catalogues, and without what stands behind them."""

import pytest

from audit.claims.choose import choose
from audit.claims.conflicts import conflicts
from audit.claims.people import Form, names
from audit.model import Claim, Origin


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Berg, Ann", ["Ann Berg"]),
        ("Berg, Ann.", ["Ann Berg"]),
        ("BERG, ANN", ["ANN BERG"]),
        ("Berg, Ann; Dahl, Per", ["Ann Berg", "Per Dahl"]),
        ("Berg, Ann & Dahl, Per", ["Ann Berg", "Per Dahl"]),
        ("Berg, A., Dahl, P.", ["A. Berg", "P. Dahl"]),
        ("Berg, AB", ["AB Berg"]),
        ("Lind, Karl, 1850-1910", ["Karl Lind"]),
        ("Lind, Karl (1850-1910), editor", ["Karl Lind"]),
        ("Lind, Karl Olaf, Jr.", ["Karl Olaf Lind Jr."]),
        ("Müller-Lund, Karl Friedrich von", ["Karl Friedrich von Müller-Lund"]),
        ("von der Quaye, Ursula", ["Ursula von der Quaye"]),
        ("Di Porto, Carla", ["Carla Di Porto"]),
        ("Ruiz y Mar, José", ["José Ruiz y Mar"]),
        ("Ruiz Mar, J. M.", ["J. M. Ruiz Mar"]),
        ("d'Quaye, Ursula", ["Ursula d'Quaye"]),
        ("al-Mina, Yusuf", ["Yusuf al-Mina"]),
        ("Berg, Ann (Town Museum)", ["Ann Berg"]),
        ("Berg, Ann [ed.]", ["Ann Berg"]),
        ("Berg, Ann, Herausgeberin", ["Ann Berg"]),
        ("Berg, Ann, Oslo", ["Ann Berg"]),
        ("Mu\u0308ller, Jo\u0308rg", ["Jörg Müller"]),
        ("Karl Lind, Jr.", ["Karl Lind Jr."]),
        ("Линд, Карл", ["Карл Линд"]),
        ("港, 花子", ["港花子"]),
    ],
)
def test_declared_names_are_set_upright_where_their_form_is_certain(raw, found):
    assert list(names(raw, Form.DECLARED)) == found


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Ruiz Mar, Gabriel", ["Ruiz Mar, Gabriel"]),
        ("ميناء، نجيب", ["ميناء، نجيب"]),
        ("शर्मा, राम", ["शर्मा, राम"]),
        ("Ann Berg, harbour master", ["Ann Berg"]),
        ("Ann Berg, Harbour Master", ["Ann Berg"]),
        ("Ann Berg, Hafenmeisterin", ["Ann Berg"]),
        ("Berg, Oslo", ["Berg"]),
        ("Ann Berg, Oslo", ["Ann Berg"]),
        ("Ann Berg, Reuters", ["Ann Berg"]),
        ("Ann Berg, QPN", ["Ann Berg"]),
        ("Ann Berg, PhD", ["Ann Berg"]),
        ("Ann Berg, Per Dahl", ["Ann Berg", "Per Dahl"]),
        ("Redaktion, Hamburg", ["Redaktion"]),
        ("Council of Trade, Oslo", ["Council of Trade, Oslo"]),
        ("Hallby Harbour Office", ["Hallby Harbour Office"]),
    ],
)
def test_a_role_a_place_or_an_open_form_is_never_set_before_a_name(raw, found):
    assert list(names(raw, Form.DECLARED)) == found


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Text: Ann Berg Photo: Per Dahl", ["Ann Berg"]),
        ("Texte : Ann Berg Photos : Per Dahl", ["Ann Berg"]),
        ("Text und Bilder: Ann Berg", ["Ann Berg"]),
        ("Words: Ann Berg Pictures by Per Dahl", ["Ann Berg"]),
        ("Text: Ann Berg, Foto Per Dahl", ["Ann Berg"]),
        ("Creator: Karl Lind", ["Karl Lind"]),
        ("By Ann Berg, Staff Writer, Hallby Gazette", ["Ann Berg"]),
        ("By: Senator(s) Berg, Dahl, Lind, Quaye", ["Senator Berg", "Dahl", "Lind", "Quaye"]),
        ("By Representative(s) Berg", ["Representative Berg"]),
        ("By Ann Berg, Staff Writer, Per Dahl, Chief Photographer", ["Ann Berg", "Per Dahl"]),
        ("Von Ann Berg, Leiterin Hafenmuseum", ["Ann Berg"]),
        ("By Ann Berg, Port of Hallby", ["Ann Berg"]),
        ("By Ann Berg, Per Dahl and Bo Ek", ["Ann Berg", "Per Dahl", "Bo Ek"]),
        ("By Ann Berg, Karl Hofmeister", ["Ann Berg", "Karl Hofmeister"]),
        ("By Smith, Boston", ["Smith"]),
        ("By Berg, Ann", ["Berg, Ann"]),
        ("By Ann Berg, Hallby", ["Ann Berg"]),
    ],
)
def test_what_a_byline_says_of_its_authors_is_no_further_author(raw, found):
    assert list(names(raw)) == found


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Berg, Ann", ["Ann Berg"]),
        ("Berg, Ann; Dahl, Per", ["Ann Berg", "Per Dahl"]),
        ("Ann Berg, Hallby", ["Ann Berg"]),
    ],
)
def test_markup_and_labels_are_believed_where_the_form_is_certain(raw, found):
    assert list(names(raw, Form.MARKED)) == found


def test_the_form_of_a_catalogue_and_that_of_a_byline_name_one_person():
    said = [
        _claim("García Márquez, Gabriel", Origin.DECLARED, "sidecar", 0.95),
        _claim("Gabriel García Márquez", Origin.FOUND, "byline", 0.66),
    ]
    chosen = choose(said)
    assert [claim.chosen for claim in chosen] == [True, False]
    assert all("also said by" in claim.reason for claim in chosen)
    assert conflicts(chosen) == ()


def _claim(name, origin, extractor, confidence):
    return Claim(
        property="creator", value=name, normalized=name, extractor=extractor, origin=origin,
        line=1, start=0, end=1, confidence=confidence, reason="said",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("By Agent 47", ["Agent 47"]),
        ("By Agent 47, Oslo", ["Agent 47"]),
        ("Posted by seagull99 on Monday", ["seagull99"]),
        ("Submitted on Mon, 2019-01-21 13:49", []),
        ("seagull99 5 May 2021", ["seagull99"]),
        ("The Covid-19 Desk", ["The Covid-19 Desk"]),
        ("Covid-19 Desk, 3 May", ["Covid-19 Desk"]),
        ("Ann Berg 3 May 2021", ["Ann Berg"]),
        ("Ann Berg 10:30", ["Ann Berg"]),
        ("Ann Berg 3", ["Ann Berg"]),
        ("Ann Berg1, Bo Ray2", ["Ann Berg", "Bo Ray"]),
        ("PC-0231", []),
        ("DESKTOP-7F3K2", []),
        ("scan0231", []),
        ("user12", []),
        ("3 May 2021", []),
    ],
)
def test_a_name_is_not_cut_at_a_digit_that_belongs_to_it(raw, found):
    assert list(names(raw)) == found


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Written by Anna Lind.", "Anna Lind"),
        ("Анна Линд.", "Анна Линд"),
        ("Anna L.", "Anna L."),
        ("Peter Holm Esq.", "Peter Holm Esq."),
        ("Anna Lind Ph.D.", "Anna Lind Ph.D."),
    ],
)
def test_the_stop_of_a_sentence_is_no_part_of_a_name(raw, found):
    assert list(names(raw)) == [found]
