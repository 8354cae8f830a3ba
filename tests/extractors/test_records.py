"""Fields of records, points of lists and what programs are told: none of them is a title."""

import pytest

from audit.extractors import extract_all

PROSE = (
    "The harbour clock is wound twice a week, and nobody on the quay could say how long it had been"
    " so, nor who had paid for it when the first landing stage was built.\n"
)


def titles(evidence):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "title"]


@pytest.mark.parametrize(
    "text",
    [
        "Name: clock\nVersion: 3\nSummary: The clock of the harbour and how to wind it\n"
        "Author: Ada Lind\n\n" + PROSE,
        "Form: 1.0\nClock-Name: tower\nSource: https://clock.example\n\nFiles: *\n"
        "Holder: 2009 Ada Lind\n"
        "  2010 Bo Ray\nTerms: lent to the museum for good\n\n" + PROSE,
        "Licence: free for all\n " + PROSE,
        "clock (3-1) steady\n\n  * Wind the harbour clock twice a week\n\n -- Ada Lind\n",
        "  * Wind the clock of\n    Harbours of Hallby and Lindby\n\n" + PROSE,
        "  * Wound:\n" + "    - a clock\n" * 9 + "      Clock of the Harbours\n\n" + PROSE,
        "* Wind the harbour clock twice a week\n* Oil the wheels of the clock\n\n" + PROSE,
        '.TH CLOCK 1\n.SH "HOW TO WIND THE CLOCK"\n.\\" The clock of the harbour\n' + PROSE,
        "%%Pages of the harbour clock\n.. The clock of the harbour\n" + PROSE,
    ],
)
def test_what_is_set_out_in_lines_is_no_title(document, text):
    found = titles(extract_all(document(text)))
    assert [title for title in found if title != "CLOCK"] == []


@pytest.mark.parametrize("sign", ["*", "+", "-"])
@pytest.mark.parametrize(
    "text",
    [
        "* Wind the harbour clock twice a week\n* Oil the wheels of the clock\n\n",
        "  * Wind the clock of\n    Harbours of Hallby and Lindby\n\n",
        "The clock:\n* Wound\n    * Wind the Clock of the Harbours\n* Oiled\n\n",
    ],
)
@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_a_point_of_a_list_is_no_title_whether_its_sign_is_shown_or_not(
    document, text, sign, media_type
):
    text = text.replace("*", sign)
    assert (
        titles(extract_all(document(text + PROSE, markup=text + PROSE, media_type=media_type)))
        == []
    )


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("# Older entries of the clock book\n\n", ["Older entries of the clock book"]),
        ("# Older entries of the clock book\n# Wound by hand: see there\n\n", []),
        ("# Older entries of the clock book\n#\n#\n\n", []),
    ],
)
def test_a_remark_of_several_lines_is_no_heading(document, above, found):
    kinds = [
        claim.normalized
        for claim in extract_all(document(above + PROSE)).claims
        if claim.property == "title" and "level one" in claim.reason
    ]
    assert kinds == found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Library: new opening hours\n\nMonday: 9 to 5\nTuesday: 9 to 5\nFriday: 9 to 1\n\n"
         + PROSE,
         "Library: new opening hours"),
        ("Name: clock\nTitle: The clock of the harbour\nYear: none\n\n" + PROSE,
         "The clock of the harbour"),
        ("* The clock of the harbour *\n\n" + PROSE, "The clock of the harbour"),
    ],
)  # fmt: skip
def test_a_title_with_a_colon_or_a_sign_remains_one(document, text, title):
    assert titles(extract_all(document(text))) == [title]


def test_a_field_of_the_record_that_opens_a_text_names_who_wrote_it(document):
    head = "Name: clock\nVersion: 3\nSummary: How to wind\nAuthor: Ada Lind\nLicense: MIT\n\n"
    text = f"{head}{PROSE * 3}\nThe Clock Of The Harbour\n========================\n\n{PROSE * 3}"
    people = [c for c in extract_all(document(text)).claims if c.property == "creator" and c.chosen]
    assert [claim.normalized for claim in people] == ["Ada Lind"]
