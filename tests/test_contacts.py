import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.contacts import addresses, hidden, hidden_whole, letters, may_be_in


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write to ada.lund@town.example.org now", "Write to ***.****@****.*******.org now"),
        ("mailto:ada%40town.example", "mailto:***%40****.example"),
        ("ada [at] town [dot] example", "*** [at] **** [dot] example"),
        ("ada(at)town.example", "***(at)****.example"),
        ("/cdn-cgi/l/email-protection#a1b2c3d4", "/cdn-cgi/l/email-protection#********"),
        ("[email protected] is lost", "[email protected] is lost"),
        ("look at the town. It is big", "look at the town. It is big"),
        ("2@3", "2@3"),
        ("", ""),
    ],
)
def test_letters_become_asterisks_and_nothing_moves(text, shown):
    assert hidden(text) == shown
    assert len(shown) == len(text)


def test_a_contact_of_any_form_is_hidden():
    assert hidden_whole("a1b2c3") == "******"
    assert hidden_whole("ada@town.example") == "***@****.example"


@given(st.text(alphabet="ab@.%40 [at](dot)\n", max_size=80))
def test_hiding_twice_is_hiding_once(text):
    once = hidden(text)
    assert len(once) == len(text)
    assert hidden(once) == once


def test_hostile_texts_take_linear_time():
    began = time.process_time()
    for piece in ("a@", "a.", "a [at] ", "@", "a" * 70 + "@", "email-protection#a", "a@b."):
        hidden(piece * (200_000 // len(piece)))
        list(addresses(piece * (200_000 // len(piece))))
    for piece in ("<!--", "<a ", "<a x", "&lt;", "%e2%80", "\\u004", "(at", "[@"):
        hidden(piece * (200_000 // len(piece)))
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    ("text", "value", "spelling"),
    [
        ("Write to Ada.Lund@Town.example, please", "ada.lund@town.example", "plain"),
        ("ada&#64;town&#46;example", "ada@town.example", "spelled"),
        ("ada (at) town (dot) example", "ada@town.example", "spelled"),
        ("ada[@]town[.]example.", "ada@town.example", "spelled"),
        ("ada @ town.example", "ada@town.example", "spaced"),
        ("'ada@town.example'", "ada@town.example", "plain"),
        ("&#x61;d\u200ba@town.example", "ada@town.example", "spelled"),
    ],
)
def test_an_address_is_found_where_it_is_written(text, value, spelling):
    (found,) = addresses(text)
    assert (found.value, found.spelling) == (value, spelling)
    written = text[found.start : found.end]
    assert hidden(written) != written
    before, after = text[: found.start], text[found.end :]
    assert hidden(text) == before + hidden(written) + after


@pytest.mark.parametrize(
    "text", ["2@3", "@town.example", "ada@[192.168.0.1]", "a" * 65 + "@town.example", "ada@town.1x"]
)
def test_what_nobody_could_write_to_is_not_found(text):
    assert list(addresses(text)) == []


@given(st.text(alphabet="ab@.%40 [at](dot)<b>&#64;\u200b\n", max_size=80))
def test_what_is_found_is_hidden(text):
    for found in addresses(text):
        local = found.value.split("@")[0]
        assert local not in hidden(text)[found.start : found.end].lower()


@given(
    st.lists(
        st.sampled_from(
            [
                *"ab@.%40 [](){}<>;-#",
                "at",
                "AT",
                "dot",
                "ät",
                "arroba",
                "<b>",
                "</b>",
                "<at>",
                "<A",
                "T>",
                "&#64;",
                "&commat;",
                "&lt;",
                "\\u0040",
                "\u200b",
                "＠",
                "﹫",
                "town.example",
                "email-protection#a1b2c3",
                "data-cfemail='a1b2c3'",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_no_address_is_passed_over(text):
    assert may_be_in(text) or not letters(text)


def test_far_addresses_are_found_at_their_places():
    text = "\n".join(f"{'word ' * 400}ada{n}@town.example" for n in range(20))
    found = list(addresses(text))
    assert [one.value for one in found] == [f"ada{n}@town.example" for n in range(20)]
    assert all(text[one.start : one.end] == one.value for one in found)
