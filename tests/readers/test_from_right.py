"""Lines of Arabic and Hebrew as a page shows them, in the order in which they are read."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audit.readers.bounds.from_right import (
    goes_from_right,
    in_order,
    is_from_right,
    is_led_from_left,
)

SHOWN = {
    "https://a.example/c?id=7 عقوملاو ،0199 555 11 966+ وأ i@a.example :لاؤسلل":
        "للسؤال: i@a.example أو +966 11 555 0199، والموقع https://a.example/c?id=7",
    "(ةنيدملا تيقوتب) 10:30 ةعاسلا 24-11-2026 خيراتب":
        "بتاريخ 2026-11-24 الساعة 10:30 (بتوقيت المدينة)",
    "(ריעה ןועש) 10:30 העשב 2026-11-24": "2026-11-24 בשעה 10:30 (שעון העיר)",
    ".(םישדח םהמ 40%) םירפס 1,250 הבו": "ובה 1,250 ספרים (40% מהם חדשים).",
    ".Windows 11 يف (PDF) ليلدلا": "الدليل (PDF) في Windows 11.",
    '"Quay Museum" ريدملا لاق': 'قال المدير "Quay Museum"',
    "٢٠٢٦/١١/٢٤ قفاوملا": "الموافق ٢٠٢٦/١١/٢٤",
    "ه 1448 ةرخآلا ىدامج 14": "14 جمادى الآخرة 1448 ه",
    ".info@quay.example": "info@quay.example.",
    "Harbour Museum (Old Town) ىلا": "الى Harbour Museum (Old Town)",
    ".Harbour Museum (Old Town) ىلا": "الى Harbour Museum (Old Town).",
    "انه (Harbour Museum) دنع": "عند (Harbour Museum) هنا",
    "GB 5 صرقو 10GB ةركاذ": "ذاكرة 10GB وقرص 5 GB",
    "3D-ו 5G, 4K תשר": "רשת 5G, 4K ו-3D",
    "Windows 11 ליגרת": "תרגיל Windows 11",
    '."1984" לש "The Bell" יתארק': 'קראתי "The Bell" של "1984".',
    "The harbour bell": "The harbour bell",
}  # fmt: skip
WIDE = 6.0
HIGH = 12.0


def boxes(shown):
    """Return the place of each sign of a line in which all are as wide."""
    return [(WIDE * at, WIDE * (at + 1), HIGH) for at in range(len(shown))]


@pytest.mark.parametrize(("shown", "said"), SHOWN.items(), ids=range(len(SHOWN)))
def test_a_line_as_it_is_drawn(shown, said):
    places = boxes(shown)
    # pdfium gives each word of such a script in the order of its letters: no matter here
    assert turned(in_order(shown, places.__getitem__)) == said


def turned(line):
    """Return a line whose words from the right were left as they are drawn."""
    return "".join(
        part[::-1] if part[0] > "\u0590" and not part[0].isdigit() else part for part in words(line)
    )


def words(line):
    start = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or kind(line[at]) != kind(line[start]):
            yield line[start:at]
            start = at


def kind(sign):
    return sign > "\u0590" and sign.isalpha()


@given(st.permutations(range(5)))
def test_the_order_in_which_parts_are_given_does_not_matter(order):
    assume(abs(order.index(0) - order.index(4)) > 1)  # two words side by side are one
    shown = ["לספ", " ", "10:30", " ", "העיר"]
    starts = [WIDE * sum(map(len, shown[:at])) for at in range(5)]
    given = "".join(shown[at] for at in order)
    places = [
        (starts[at] + WIDE * nth, starts[at] + WIDE * (nth + 1), HIGH)
        for at in order
        for nth in range(len(shown[at]))
    ]
    assert in_order(given, places.__getitem__) == "העיר 10:30 לספ"


def test_a_day_whose_figures_are_given_astray():
    drawn = "2026-11-24 העש"
    given = [4, 7, *range(8, 10), 10, *range(5, 7), 10, *range(4), 10, *range(11, 14)]
    line = "".join(drawn[at] for at in given)
    places = [(WIDE * at, WIDE * (at + (drawn[at] != " ")), HIGH) for at in given]
    assert turned(in_order(line, places.__getitem__)) == "שעה 2026-11-24"


def test_guessed_blanks_stand_where_there_is_room():
    line = "עיר( 10 לא"  # the blank behind the bracket has no width, that before it no sign
    places = [(60.0, 66.0, HIGH)] * 3 + [(51.0, 57.0, HIGH), (51.0, 51.0, HIGH)]
    places += [(39.0, 45.0, HIGH), (45.0, 51.0, HIGH), (36.0, 39.0, HIGH)]
    places += [(30.0, 36.0, HIGH)] * 2
    assert in_order(line, places.__getitem__) == "עיר (10 לא"


def test_a_mark_for_itself_stands_behind_the_letter_it_is_drawn_at():
    line = "\u064b شيئا 7"
    places = [(33.0, 35.0, HIGH), (35.0, 35.0, HIGH), (48.0, 54.0, HIGH), (42.0, 48.0, HIGH)]
    places += [(36.0, 42.0, HIGH), (30.0, 36.0, HIGH), (24.0, 30.0, HIGH), (12.0, 18.0, HIGH)]
    assert in_order(line, places.__getitem__) == "شيئا\u064b 7"


def test_two_words_that_are_parted_stay_so():
    line = "עיר לא"
    places = [(60.0, 66.0, HIGH)] * 3 + [(60.0, 60.0, HIGH)] + [(54.0, 60.0, HIGH)] * 2
    assert in_order(line, places.__getitem__) == line


def test_words_from_right_to_left_in_a_line_that_goes_the_other_way():
    line = "It is called למנה תיירפס and it is old."
    said = turned(in_order(line, boxes(line).__getitem__, from_right=False))
    assert said == "It is called ספריית הנמל and it is old."


@pytest.mark.parametrize(
    ("line", "usual", "from_right"),
    [
        ("למידע: desk@quay.example או https://quay.example/bell", False, True),
        ("The library is called ספריית הנמל here", True, False),
        ("של Harbour Library (PDF) לגרסה", True, True),
        ("Name שם", False, False),
        ("Name שם", True, True),
        (".The Old Man and the Sea ארק", True, True),
        ('."1984" מע "The Old Man and the Sea" ארק', True, True),
        ('."1984" מע "The Old Man and the Sea" ארק', False, False),
    ],
)
def test_words_tell_the_direction_of_a_line(line, usual, from_right):
    assert goes_from_right(line, usual=usual) == from_right


@pytest.mark.parametrize(
    ("said", "from_left"),
    [
        ("ספר הנמל :Title", True),
        ("ספר הנמל .12", True),
        ("ספר 12.", False),
        ("ספר הנמל :Title of it", True),
        ("ספר: Title", False),
    ],
)
def test_a_label_tells_that_a_line_goes_from_left(said, from_left):
    assert is_led_from_left(said) == from_left


def test_most_letters_tell_the_direction_of_a_page():
    assert is_from_right("עיר הנמל quay")
    assert not is_from_right("The quay of עיר")


@pytest.mark.parametrize("more", ["1 ", ") ", ")1", "(a", "-1", "«", "\u05b0 "])
def test_a_long_line_takes_no_time(more):
    line = "עיר " + more * 30_000 + "a"
    places = boxes(line)[::-1]
    assert len(in_order(line, places.__getitem__)) == len(line)
