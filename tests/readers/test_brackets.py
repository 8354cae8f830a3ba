"""Brackets of lines with words from right to left are turned to what they enclose."""

import pytest

from audit.readers.bounds.brackets import ALL, ROUND, bracketed

SAID = {
    "قال: »نعم« ثم »لا«.": "قال: «نعم» ثم «لا».",
    "»المكتبة (الفرع [الأول[( قرب الميناء« مفتوحة.":
        "«المكتبة (الفرع [الأول]) قرب الميناء» مفتوحة.",
    "המאמר 5)2((א) לחוק": "המאמר 5(2)(א) לחוק",
    ") הסניף ] הראשון [ ( .": "( הסניף [ הראשון ] ) .",
    "f(g(x)) של עיר": "f(g(x)) של עיר",
    "foo() של )עיר(": "foo() של (עיר)",
    "א) ראשון ב) שני": "א) ראשון ב) שני",
    "א ) ראשון": "א ) ראשון",
    "))עיר( הנמל(": "((עיר) הנמל)",
    "גדול מן הנמל) וקטן": "גדול מן הנמל) וקטן",
    "פונקציה seek()\u200e של [:עיר]": "פונקציה seek()\u200e של [:עיר]",
    "()": "()",
    "": "",
}  # fmt: skip


@pytest.mark.parametrize(("line", "said"), SAID.items())
def test_a_line_with_brackets(line, said):
    assert bracketed(line, ALL) == said
    assert bracketed(said, ALL) == said


def test_quotes_of_other_languages_are_left():
    line = "Das Wort »עיר« (עיר( heißt Stadt"
    assert bracketed(line, ROUND) == "Das Wort »עיר« (עיר) heißt Stadt"
