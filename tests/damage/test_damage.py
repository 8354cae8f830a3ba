import codecs
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.damage import KINDS, damage

SENTENCES = [
    "The keeper’s lamp, “the old one”, was lit at nine – as on every evening.",
    "Die Bücherei am Öresund öffnet für Gäste aus Ålesund.",
    "Le musée a été fermé à Noël, où l’hôtel brûla.",
    "Музей гавани открыт в понедельник.",
    "Το μουσείο είναι ανοιχτό.",
]


def found(kind, text):
    return [(text[span.start : span.end], span.note) for span in damage([kind], text)]


@pytest.mark.parametrize("text", SENTENCES)
def test_what_was_read_in_a_wrong_encoding_is_found_and_told_what_it_would_be(text):
    """Every piece beyond ASCII is damaged here, on purpose, and every one is found."""
    broken = text.encode().decode("latin-1")
    said = found("mojibake", broken)
    assert "".join(piece for piece, _ in said) == "".join(c for c in broken if not c.isascii())
    assert all("UTF-8 read as" in note for _, note in said)
    assert "\n".join(SENTENCES).count(text) == 1
    assert found("mojibake", text) == []


@pytest.mark.parametrize(
    ("text", "piece", "note"),
    [
        ("itâ€™s", "â€™", "would be ’, UTF-8 read as windows-1252"),
        ("in the cafÃ© now", "Ã©", "would be é, UTF-8 read as windows-1252"),
        ("РџСЂРёРІРµС‚ all", "РџСЂРёРІРµС‚", "would be “Привет”, UTF-8 read as windows-1251"),
        ("caf√© and ‚Äúno", "√©", "would be é, UTF-8 read as Mac Roman"),
        ("PĹ™Ă\xadstav je otevĹ™en", "otevĹ™en"[4:6], "would be ř, UTF-8 read as windows-1250"),
        ("La cĂ´te et l'Ă©glise", "Ă´", "would be ô, UTF-8 read as windows-1250"),
        ("The quayвЂ™s вЂњbellвЂќ", "вЂ™", "would be ’, UTF-8 read as windows-1251"),
        ("itÃ¢â‚¬â„¢s", "Ã¢â‚¬â„¢", "would be ’, UTF-8 read 2 times as windows-1252"),
        ("â€œNoâ€ he said", "â€", "would be ”, UTF-8 read as windows-1252"),
    ],
)
def test_the_place_and_the_explanation(text, piece, note):
    assert (piece, note) in [
        (a, b.replace("ISO 8859-1", "windows-1252")) for a, b in found("mojibake", text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "SÃO PAULO",
            "“IRMÔ",
            "Ångström, Ålesund",
            "10 €",
            "Ñandú",
            "été à Ø",
            "« É »",
            "Â",
            "déjà",
        ),
        *("", "naïve", "São Tomé e Príncipe", "Über „Öl“", "ÀÉÎÕÜ", "РСТУ"),
        *("CETATEA ALBĂ”", "LĂSAŢI „CASĂ” – NOUĂ™", "Ĺ je písmeno; ĹŠ", "Ђорђе у Ђ"),
        *("√2 ≈ 1,41", "Γειά"),
    ],
)
def test_sound_texts_are_left_alone(text):
    assert found("mojibake", text) == []


def test_every_piece_of_a_line_that_lost_a_byte_elsewhere():
    text = "use â€œa few ballsâ€. The makerâ€™s seal is déjà vu."
    assert [(piece, note.split(",")[0]) for piece, note in found("mojibake", text)] == [
        ("â€œ", "would be “"),
        ("â€", "would be ”"),
        ("â€™", "would be ’"),
    ]


def test_lost_characters_show_their_word():
    assert found("replaced", "a caf\ufffd by the sea\n\ufffd\ufffd") == [
        ("\ufffd", "a character is lost in “caf\ufffd”"),
        ("\ufffd\ufffd", "2 characters are lost in “\ufffd\ufffd”"),
    ]


def test_controls_are_told_as_windows_has_them():
    assert found("controls", "It\x92s\ta\r\n\x0cpage \x81\x07") == [
        ("\x92", "U+0092, in windows-1252 “’”"),
        ("\x81", "U+0081, a control character"),
        ("\x07", "U+0007, a control character"),
    ]


def test_the_rarer_style_of_quotes_is_found():
    text = '“One” and “two”\nbut "three" and 5" of rope; don’t, can\'t, won’t\n'
    marks = found("quotes", text)
    assert [mark for mark, _ in marks] == ['"', '"', "'"]
    assert marks[0][1] == "straight quotation marks, where 4 are typographic, the first in line 1"
    assert marks[2][1] == "straight apostrophes, where 2 are typographic, the first in line 2"
    assert found("quotes", "“One” and “two”, don’t") == found("quotes", "\"one\" and 'two'") == []


def test_invisible_characters_but_where_a_script_needs_them():
    assert found("invisible", "\ufeffharbour\u200bmaster so\u00adlid ab\u200dc") == [
        ("\u200b", "U+200B, zero width space"),
        ("\u00ad", "U+00AD, soft hyphen"),
        ("\u200d", "U+200D, zero width joiner"),
    ]
    assert (
        found("invisible", "می\u200cخواهم 👩\u200d🔧 🏴\U000e0067\U000e0062\U000e007f क्\u200dष")
        == []
    )


def test_characters_of_direction_but_marks_in_right_to_left_lines():
    assert found("bidi", "Pay \u202e001\u202c now\u200e") == [
        ("\u202e", "U+202E, right-to-left override"),
        ("\u202c", "U+202C, pop directional formatting"),
        ("\u200e", "U+200E, left-to-right mark"),
    ]
    assert found("bidi", "\u200fשלום\u200e 12") == []


@given(st.text(max_size=200))
def test_places_are_true_whatever_the_text(text):
    for kind in KINDS:
        for span in damage([kind], text):
            assert 0 <= span.start < span.end <= len(text)
            assert span.note


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=100))
def test_nothing_is_found_in_ascii(text):
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    assert all(not found(kind, ascii_) for kind in ("mojibake", "replaced", "invisible", "bidi"))


def test_hostile_texts_take_bounded_time():
    began = time.process_time()
    for piece in ("Ã©", "â€", "Ã ", "Р°" * 3, "\u200d", "a'", '"“', "\ufffd", "é»é»\n", "\x81"):
        text = piece * (30_000 // len(piece))
        for kind in KINDS:
            sum(1 for _ in damage([kind], text))
    assert time.process_time() - began < 4


def test_sound_text_is_read_fast():
    text = "\n".join(SENTENCES * 2_000)
    began = time.process_time()
    for kind in KINDS:
        list(damage([kind], text))
    speed = len(codecs.encode(text, "utf-8")) / (time.process_time() - began)
    assert speed > 2_000_000
