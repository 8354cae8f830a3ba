import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.readers.decode import codec, decode, wide_encoding

WORDS = {
    "de": "Die Größe der Bücherei wächst für die Bürger über das ganze Jahr.",
    "fr": "Le musée de la ville a été fermé à cause de l’orage « dès l’été ».",
    "es": "La biblioteca pública abrirá mañana según el año próximo. ¿Qué más?",
    "sv": "Hamnen öppnar på måndag för båtar från Örebro.",
    "pl": "Biblioteka będzie otwarta również w sobotę, powiedział rzecznik. Książki czekają.",
    "cs": "Městská knihovna bude otevřena také v sobotu, řekl mluvčí. Příští týden začíná výstava.",
    "hu": "A városi könyvtár szombaton is nyitva lesz, mondta a szóvivő. Hétfőtől új kiállítás.",
    "tr": "Şehir kütüphanesi cumartesi günü açık olacak, sözcü söyledi. Işık ve ağaç.",
    "lt": "Miesto biblioteka bus atidaryta ir šeštadienį, sakė atstovė. Įėjimas nemokamas, žmonių.",
    "ru": "Городская библиотека будет открыта в субботу, сообщил представитель музея.",
    "uk": "Міська бібліотека буде відкрита у суботу, повідомив представник музею.",
    "bg": "Градската библиотека ще бъде отворена в събота, съобщи представител на музея.",
    "bg2": "Всеки човек има право на морето.",
    "uk2": "Її життя біля моря, де Євген відкрив ґанок музею.",
    "pt": "A biblioteca não abrirá amanhã, disse o diretor da exposição. É o começo do verão.",
    "el": "Η δημοτική βιβλιοθήκη θα είναι ανοιχτή το Σάββατο, είπε ο εκπρόσωπος.",
    "he": "הספרייה העירונית תהיה פתוחה בשבת, אמר הדובר של המוזיאון.",
    "ar": "ستفتح المكتبة البلدية أبوابها يوم السبت، وقال المتحدث باسم المتحف ذلك.",
    "th": "หอสมุดเมืองจะเปิดในวันเสาร์ โฆษกของพิพิธภัณฑ์กล่าว",
    "zh": "市立图书馆将在星期六开放,发言人说。博物馆的新展览下周开始。",
    "ja": "市立図書館は土曜日も開館すると広報担当者が述べました。新しい展示は来週から。",
    "ko": "시립 도서관은 토요일에도 문을 연다고 대변인이 말했다. 박물관의 새 전시.",
}
PAGES = [
    ("de", "windows-1252"),
    ("de", "cp850"),
    ("fr", "windows-1252"),
    ("es", "windows-1252"),
    ("sv", "windows-1252"),
    ("pl", "windows-1250"),
    ("pl", "iso-8859-2"),
    ("cs", "windows-1250"),
    ("cs", "iso-8859-2"),
    ("hu", "windows-1250"),
    ("tr", "windows-1254"),
    ("lt", "windows-1257"),
    ("ru", "windows-1251"),
    ("ru", "koi8-r"),
    ("ru", "cp866"),
    ("uk", "windows-1251"),
    ("uk2", "koi8-u"),
    ("bg", "windows-1251"),
    ("bg", "mac-cyrillic"),
    ("bg2", "windows-1251"),
    ("sv", "cp850"),
    ("sv", "mac-roman"),
    ("pt", "cp850"),
    ("pt", "mac-roman"),
    ("hu", "cp852"),
    ("tr", "cp857"),
    ("el", "windows-1253"),
    ("he", "windows-1255"),
    ("ar", "windows-1256"),
    ("th", "cp874"),
    ("zh", "gb18030"),
    ("ja", "cp932"),
    ("ja", "euc_jp"),
    ("ja", "iso2022_jp"),
    ("ko", "cp949"),
]


@pytest.mark.parametrize(("language", "encoding"), PAGES)
@pytest.mark.parametrize("times", [1, 30])
def test_legacy_encodings_are_found(language, encoding, times):
    text = (WORDS[language] + "\n") * times
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.confidence < 1


@pytest.mark.parametrize("text", ["Grüße", "café", "naïve “quoted” text", "Привет, мир"])
def test_short_texts(text):
    encoding = "windows-1251" if text[0] == "П" else "windows-1252"
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding) == (text, encoding)
    assert "guess" in found.remarks[0]


@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    ],
)
def test_byte_order_marks(mark, encoding, name):
    found = decode(mark + WORDS["ja"].encode(encoding))
    assert (found.text, found.encoding, found.confidence) == (WORDS["ja"], name, 1.0)
    assert found.remarks == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["de", "ru", "el"])
def test_utf16_without_a_mark(encoding, language):
    found = decode((WORDS[language] + "\r\n").encode(encoding) * 5)
    assert (found.encoding, found.text[-2:]) == (encoding, "\r\n")


def test_declared_charset():
    assert decode("Привет".encode("koi8-r"), "KOI8-R").text == "Привет"
    assert decode("“a”".encode("windows-1252"), "iso-8859-1").text == "“a”"
    found = decode("é".encode(), "windows-1252")
    assert found.text == "é"
    assert "every byte is UTF-8" in found.remarks[0]
    assert decode(b"a\x81\xe9", "iso-8859-1").encoding == "windows-1252"


@pytest.mark.parametrize(
    ("word", "declared", "encoding"),
    [
        ("Größe", "IBM850", "cp850"),
        ("Größe", "cp437", "cp437"),
        ("žluťoučký kůň", "ibm852", "cp852"),
        ("Ćma i pająk", "x-mac-ce", "mac-latin2"),
        ("қазақ тілі", "ptcp154", "ptcp154"),
        ("ספר ישן", "iso-8859-8-i", "iso-8859-8"),
        ("Größe", "latin-1", "windows-1252"),
        ("Größe", "ISO_8859-1:1987", "windows-1252"),
        ("Ελλάδα", "greek", "iso-8859-7"),
        ("Привет", "x-cp1251", "windows-1251"),
    ],
)
def test_whatever_python_reads_may_be_declared(word, declared, encoding):
    found = decode(word.encode(encoding), declared)
    assert (found.text, found.encoding, found.remarks) == (word, encoding, ())


def test_codecs_that_are_no_charsets_are_unknown():
    names = ("rot13", "idna", "unicode_escape", "", "utf-7", "undefined", "cp037", "charmap")
    assert [codec(name) for name in (*names, "raw_unicode_escape", "../os", "x" * 99)] == [""] * 11
    assert [codec(name) for name in ("utf-16", "hz", "punycode", "mbcs")] == [""] * 4
    assert codec(' "Shift_JIS" ') == "cp932"


def test_damaged_utf8_stays_utf8_and_says_where():
    found = decode(("é" * 30).encode() + b"\xff" + b" end")
    assert found.encoding == "utf-8"
    assert found.text == "é" * 30 + "\ufffd end"
    assert found.remarks == (
        "not utf-8 in 1 place, line 1, replaced by U+FFFD: damaged or mixed encodings",
    )


LINE = "Größe für Müller, à côté de l’été, así mañana – “så”\n"


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ("uuul", "in 15 places, line 4"),
        ("luuuu", "in 15 places, line 1"),
        ("ululuuu", "in 30 places, lines 2, 4"),
        ("lululuuluuuuuuu", "in 60 places, lines 1, 3, 5 and 1 more"),
    ],
)
def test_utf8_with_lines_in_another_encoding_stays_utf8_and_names_them(lines, where):
    codecs_ = {"u": "utf-8", "l": "windows-1252"}
    found = decode(b"".join(LINE.encode(codecs_[each]) for each in lines))
    assert (found.encoding, found.confidence) == ("utf-8", 0.4)
    assert found.text.count(LINE) == lines.count("u")
    (remark,) = found.remarks
    assert remark == f"not utf-8 {where}, replaced by U+FFFD: damaged or mixed encodings"


@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1252", "iso-8859-1", "koi8-r"])
def test_one_line_in_another_encoding_is_no_reason_to_misread_all_others(declared):
    data = LINE.encode() * 20 + LINE.encode("windows-1252")
    found = decode(data, declared)
    assert found.encoding == "utf-8"
    assert found.confidence < 0.9
    assert "line 21, replaced by U+FFFD" in found.remarks[-1]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WORDS["th"], "cp874"),
        (WORDS["ja"], "cp932"),
        (WORDS["ja"], "euc_jp"),
        (WORDS["zh"], "gb18030"),
        (WORDS["ru"], "cp866"),
        (WORDS["uk"], "koi8-u"),
        (LINE, "windows-1252"),
    ],
)
def test_what_is_declared_and_fits_is_not_taken_for_utf8(text, encoding):
    for times in (1, 40):
        found = decode((text * times).encode(encoding), encoding)
        assert (found.text, found.encoding) == (text * times, encoding)


@pytest.mark.parametrize("declared", ["utf-8", "UTF8", "x-harbour"])
def test_a_lie_about_the_encoding_is_told(declared):
    found = decode(LINE.encode("windows-1252") * 3, declared)
    assert (found.text, found.encoding) == (LINE * 3, "windows-1252")
    why = "which is not known here" if declared == "x-harbour" else "but its bytes do not fit"
    assert found.remarks == (
        f"declared as '{declared}', {why}; windows-1252 is a guess from its letters",
    )


def test_replacement_characters_of_the_file_itself_are_not_counted():
    found = decode(("é" * 30 + "\ufffd").encode() + b"\xff")
    assert "in 1 place" in found.remarks[0]


def test_line_ends_are_kept():
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


def test_binary_is_no_utf16():
    assert wide_encoding(bytes(range(256)) * 4) == ""
    assert wide_encoding(b"\x00\x00\x00\x01" * 20) == ""


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "windows-1251", "nonsense"]))
def test_anything_can_be_decoded(data, declared):
    found = decode(data, declared)
    assert 0 < found.confidence <= 1
    if not any("replaced" in remark for remark in found.remarks):
        assert data.decode(found.encoding) == found.text


@given(st.text(max_size=200))
def test_utf8_is_never_misread(text):
    data = text.encode("utf-8", "replace")
    if not data.startswith((b"\xef\xbb\xbf", b"\xff", b"\xfe")) and b"\0" not in data:
        assert decode(data).text in (data.decode(), data.decode("iso2022_jp", "replace"))


@pytest.mark.parametrize(
    ("data", "declared", "basis", "confidence"),
    [
        (b"quay", "", "every byte is ASCII", 1.0),
        ("Büro".encode(), "", "every byte fits", 1.0),
        ("Büro".encode(), "utf-8", "declared, and every byte fits", 1.0),
        ("Büro".encode(), "iso-8859-2", "declared as 'iso-8859-2', but every byte is UTF-8", 0.9),
        ("Büro".encode("cp1252"), "iso-8859-1", "declared, and every byte fits", 0.95),
        ("Büro".encode("utf-8-sig"), "", "byte order mark", 1.0),
        ("Büro".encode("utf-16"), "", "byte order mark", 1.0),
        (("Büro am Kai " * 9).encode("utf-16-le"), "", "zero bytes at every second place", 0.9),
        ("Büro für Öl".encode("cp1252"), "", "a guess from its letters", 0.6),
        (b"\x81\x8d\x8f\x90", "windows-1252", "declared, but not every byte fits", 0.5),
        ("ü".encode() * 30 + b"\xff", "", "most bytes beyond ASCII fit", 0.8),
    ],
)
def test_how_the_encoding_was_decided_and_how_sure(data, declared, basis, confidence):
    found = decode(data, declared)
    assert (found.basis, found.confidence) == (basis, confidence)


JAPANESE = "町の図書館は港の古い倉庫の二階にあり、毎週火曜日の午後に開く。入場は無料です。"
CZECH = "Knihovna už příští týden otevře šest sálů; vstup je možný každý všední den."
RUSSIAN = "Городская библиотека стоит в старой гавани и открыта по вторникам после обеда."


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (JAPANESE, "cp932", "euc-jp"),
        (JAPANESE, "cp932", "iso-8859-1"),
        (RUSSIAN, "windows-1251", "shift-jis"),
        (RUSSIAN, "cp866", "iso-2022-jp"),
        (CZECH, "windows-1250", "iso-8859-2"),
    ],
)
def test_a_declared_encoding_gives_way_where_another_leaves_no_damage(text, encoding, declared):
    found = decode((text * 3).encode(encoding), declared)
    assert (found.text, found.encoding) == (text * 3, encoding)
    assert found.confidence < 0.9
    assert found.remarks[0].startswith(f"declared as {declared!r}, which leaves damaged characters")


def test_a_declared_encoding_with_little_damage_is_believed():
    data = (JAPANESE * 3).encode("euc_jp")[:-1] + b"\xff"
    assert decode(data, "euc-jp").encoding == "euc_jp"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le musée a été réparé après l'été : « très attendu », à côté du théâtre.", "cp850"),
        ("Le musée a été réparé après l'été : « très attendu », à côté du théâtre.", "mac-roman"),
        ("El museo está aquí; mañana abrirán también el jardín de los niños.", "cp850"),
        (f"{RUSSIAN} Моя семья любит её.", "mac-cyrillic"),
        (f"{RUSSIAN} Моя семья любит её.", "windows-1251"),
    ],
)
def test_letters_that_are_punctuation_in_windows(text, encoding):
    assert decode((text * 3).encode(encoding)).text == text * 3
