"""Words in many scripts: what is one word, what is the same word, and where each stands."""

import unicodedata

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit.fingerprints import characters
from audit.fingerprints.tokens import _HYPHENATED, Tokens, _join_hyphenated, tokenize

texts = st.text(st.characters(exclude_categories=()), max_size=60)
scripts = st.text(
    "aIi\u0131\u0130\u0307\u0301\u0323ßﬁ-\u00ad'’ \n\r\u200c\u200d\u0640ابשל"
    "कखिक्สวัสดี图書館らりーカ도서관\u1112\u1161\u11ab٣7",
    max_size=40,
)


def read(text: str) -> Tokens:
    (tokens,) = tokenize([text])
    return tokens


def words(text: str) -> list[str]:
    tokens = read(text)
    return [text[low:high] for low, high in zip(tokens.starts, tokens.ends, strict=True)]


def same(one: str, other: str) -> bool:
    return read(one).hashes.tolist() == read(other).hashes.tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The library's door, at 9:30!", "The library's door at 9 30"),
        ("Don’t close l'étage; 'quoted' words", "Don’t close l'étage quoted words"),
        ("ice-cream — well-known", "ice cream well known"),
        ("İstanbul IŞIK ışık ılık", "İstanbul IŞIK ışık ılık"),
        ("كتـــاب المكتبة", "كتـــاب المكتبة"),
        ("می‌خواهم کتاب‌ها را", "می‌خواهم کتاب‌ها را"),
        ("הַסִּפְרִיָּה פתוחה", "הַסִּפְרִיָּה פתוחה"),
        ("पुस्तकालय क्षत्रिय हिन्दी", "पुस्तकालय क्षत्रिय हिन्दी"),
        ("도서관은 아침에 열린다", "도서관은 아침에 열린다"),
        ("図書館は9時", "図 書 館 は 9 時"),
        ("カード", "カ ー ド"),
        ("图书馆opens早", "图 书 馆 opens 早"),
    ],
)
def test_words_of_a_text(text, expected):
    assert words(text) == expected.split(" ")


def test_thai_is_cut_into_letters_with_their_marks():
    assert words("ที่นี่") == ["ที่", "นี่"]
    assert read("ห้องสมุดเปิด").shingle == characters_in_shingle()


def characters_in_shingle() -> int:
    return read("図書館図書館").shingle


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café RÉSUMÉ", "Cafe\u0301 re\u0301sume\u0301"),
        ("STRASSE Straße", "strasse STRASSE"),
        ("ﬁle ﬂag", "file flag"),
        ("ＬＩＢＲＡＲＹ", "library"),
        ("the library's", "the library’s"),
        ("“open” «doors» 'today'", '"open" doors today'),
        ("the har-\nbour opens", "the harbour opens"),
        ("the har-\r\n   bour opens", "the harbour opens"),
        ("the har\u00adbour", "the harbour"),
        ("İSTANBUL", "istanbul"),
        ("IŞIK", "ışık"),
        ("كتـــاب", "كتاب"),
        ("می‌خواهم", "میخواهم"),
        ("हिन्‍दी", "हिन्दी"),
        ("도서관", unicodedata.normalize("NFD", "도서관")),
        ("ガラス", "ｶﾞﾗｽ"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("a\u0323\u0301", "a\u0301\u0323"),
        ("\u1eca\u0307", "I\u0323\u0307"),
        ("\u202bשלום\u202c", "שלום"),
    ],
)
def test_the_same_words(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("resume", "résumé"),
        ("הספר", "הַסֵּפֶר"),
        ("well- known", "wellknown"),
        ("Har-\nBour", "harbour"),
        ("the har-\n\nbour", "the harbour"),
        ("कि", "की"),
        ("ab c", "a bc"),
        ("rock''n", "rockn"),
        ("10", "12"),
        ("ab", "ba"),
        ("เข่า", "เข้า"),
    ],
)
def test_other_words(one, other):
    assert not same(one, other)


def test_digits_are_masked_beside_the_plain_words():
    one, other = read("Page 3 of 12, room B4"), read("page 17 of 9, room b7")
    assert one.masked.tolist() == other.masked.tolist()
    assert one.hashes.tolist() != other.hashes.tolist()
    assert read("٣").masked.tolist() == read("2024").masked.tolist()
    assert read("B4").masked.tolist() != read("B44").masked.tolist()


def test_the_unit_of_shingles_follows_the_script():
    assert read("the library opens").shingle == 5
    assert read("図書館は朝に開く").shingle == 12
    assert read("one two three four five six seven 図").shingle == 5
    assert read("").shingle == 5


def test_hostile_characters_have_their_place():
    text = "a\udcffb \x00c\x00 \u200b d\u2028e \U0010ffff f"
    assert words(text) == ["a", "b", "c", "d", "e", "f"]
    tokens = read("\ud800 library \udfff")
    assert (tokens.starts.tolist(), tokens.ends.tolist()) == ([2], [9])


def test_a_word_longer_than_any_table():
    word = "x" * 10_000
    assert words(f"{word} y") == [word, "y"]
    assert not same(word, word[:-1])


def test_many_marks_on_one_letter():
    heap = "e" + "\u0301\u0323" * 5_000
    assert words(f"{heap} end") == [heap, "end"]


@given(texts | scripts)
def test_offsets_are_those_of_the_text(text):
    tokens = read(text)
    starts, ends = tokens.starts.tolist(), tokens.ends.tolist()
    assert all(low < high for low, high in zip(starts, ends, strict=True))
    assert all(high <= low for high, low in zip(ends, starts[1:], strict=False))
    assert not ends or ends[-1] <= len(text)
    for low, high in zip(starts, ends, strict=True):
        assert unicodedata.category(text[low])[0] in "LN"
        assert unicodedata.category(text[high - 1])[0] in "LNM"


@given(texts | scripts)
def test_every_letter_stands_in_a_word(text):
    tokens = read(text)
    inside = np.zeros(len(text), dtype=bool)
    for low, high in zip(tokens.starts, tokens.ends, strict=True):
        inside[low:high] = True
    assert all(
        inside[place]
        for place, letter in enumerate(text)
        if unicodedata.category(letter)[0] in "LN" and letter not in "\u0640\uff9e\uff9f"
    )


@example(batch=["a-", "a"])
@example(batch=["a'", "a"])
@example(batch=["a\u00ad", "a"])
@given(st.lists(texts | scripts, max_size=6))
def test_a_batch_is_its_texts_one_by_one(batch):
    together = tokenize(batch)
    for text, tokens in zip(batch, together, strict=True):
        alone = read(text)
        for name in ("hashes", "masked", "starts", "ends"):
            assert getattr(tokens, name).tolist() == getattr(alone, name).tolist()
        assert tokens.shingle == alone.shingle


@given(scripts | st.text(max_size=40))
def test_composed_and_decomposed_are_the_same_words(text):
    assert same(unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text))


@given(st.text("abcdefghijklmnoprstuvwxyzäöüéß .,\n", max_size=60))
def test_case_counts_for_nothing(text):
    assert same(text, text.upper())


@given(st.lists(st.text("abcé7", min_size=1, max_size=6), max_size=12), st.randoms())
def test_white_space_counts_for_nothing(found, dice):
    spaces = [dice.choice([" ", "\n", "\t ", "\u00a0", "\r\n\r\n"]) for _ in found]
    assert same(" ".join(found), "".join(a + b for a, b in zip(found, spaces, strict=True)))
    assert len(words(" ".join(found))) == len(found)


@given(st.integers(0, 0x10FFFF))
def test_every_character_has_a_class_of_its_own(code):
    characters.learn(np.array([code], dtype=np.uint32))
    assert characters.classes[code] <= characters.JOINER


@given(st.lists(st.sampled_from([*"aßA1-\u2010\u00ad \t\n\r", "-\n", "\u2010\r\n", "b-\nc"])))
def test_every_hyphen_at_a_line_end_is_seen(pieces):
    text = "".join(pieces)
    kinds = np.full(len(text), characters.OTHER, dtype=np.uint8)
    _join_hyphenated(text, kinds)
    skipped = [at for found in _HYPHENATED.finditer(text) for at in range(*found.span())]
    assert np.flatnonzero(kinds == characters.SKIP).tolist() == skipped
