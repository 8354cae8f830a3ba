"""RTF as office programs, editors and converters write it, whole and torn."""

import pytest

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Serif;}{\f1\fcharset204 Serif CYR;}"
    r"{\f2\fcharset128 Mincho;}}"
)


@pytest.fixture
def told(unfold):
    """Return a function that reads a body in a file of this format."""

    def tell(body: str, head: str = HEAD, end: str = "}"):
        return unfold("a.rtf", f"{head}{body}{end}".encode("latin-1"))["a.rtf"].document

    return tell


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"{\pard \b The quay\par}{\pard opens.\par}", "The quay\nopens.\n"),
        (r"K\'f6nig \endash  \ldblquote Haus\rdblquote\~1", "König – “Haus”\u00a01\n"),
        (r"{\f1 \'cf\'ee\'f0\'f2} caf\'e9", "Порт café\n"),
        (r"\u1605?\u1610?\u1606?\u1575?\u1569?", "ميناء\n"),
        (r"\uc2\u28207\'8d\'60\uc1\u-32671?\u55357?\u56832?", "港聡😀\n"),
        (r"{\field{\*\fldinst HYPERLINK \"x\"}{\fldrslt here}}", "here\n"),
        (r"A{\footnote B.\par} ends.\par", "A ends.\nB.\n"),
        (
            r"{\*\shppict{\pict 00ff}}{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt In a box.}}",
            "In a box.\n",
        ),
        (r"{\upr{?}{\*\ud{\u28207?}}}", "港\n"),
        (r"One\bin5 }}}}}two", "Onetwo\n"),
        (r"a\cell b\cell\row c\_d\-e\{", "a\tb\t\nc-de{\n"),
        (r"{\deleted old}{\v unseen}new{\*\unknown x}", "new\n"),
        (r"{\deleted\v0 old}new", "new\n"),
        (r"{\f1\'cf\plain\'e9}", "Пé\n"),
        (r"{\f2\'95\\\'83e}", "表テ\n"),
        (r"a\u ?b\u0?c", "a?bc\n"),
    ],
)
def test_what_a_reader_of_the_page_sees(body, text, told):
    found = told(body)
    assert found.text == text
    assert list(found.lost) == []


@pytest.mark.parametrize(
    ("field", "text", "remarks"),
    [
        (r"{ EQ \\* jc3 \\o\\al(\\s\\up 11(\u12415?\u12394?),\u28207?)}", "The 港.\n", ()),
        (r"EQ \\f(1,2)", "The .\n", ("formulas in fields, not read: 1",)),
        (r"EQUAL", "The .\n", ()),
    ],
)
def test_words_with_their_sound_above_them(field, text, remarks, told):
    found = told(rf"The {{\field{{\*\fldinst {field}}}{{\fldrslt {{}}}}}}.\par")
    assert (found.text, found.remarks) == (text, remarks)


def test_headers_and_footers_are_furniture(told):
    found = told(r"{\header Harbour office}The boats are in.\par{\footer 3}")
    (span,) = found.furniture
    assert found.text[: span.start] == "The boats are in.\n"
    assert found.text[span.start :].splitlines() == ["Harbour office", "3"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"A{\footnote One.} b{\footnote Two.}.\par", "A b.\nOne.\nTwo.\n"),
        (r"{\shp{\*\shpinst{\shptxt Tides}}}The quay\par", "Tides\nThe quay\n"),
        (
            r"The{\shp{\*\shpinst{\shptxt Tides}}{\shprslt{\*\do{\dptxbxtext Tides}}}} quay\par A",
            "The quay\nTides\nA\n",
        ),
        (r"The{\*\do\dptxbx{\dptxbxtext Tides\par}} quay", "The quay\nTides\n"),
        (r"{\header{\shp{\*\shpinst{\shptxt Office}}}}The quay\par", "The quay\nOffice\n"),
    ],
)
def test_notes_boxes_and_headers_stand_in_lines_of_their_own(body, text, told):
    assert told(body).text == text


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset0 A;}}\f0 ", "é\n"),
        (r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 A;}}\f0 ", "й\n"),
        (r"{\rtf1\ansi\deff1{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}", "й\n"),
        ("\xef\xbb\xbf{\\rtf1 ", "é\n"),
    ],
)
def test_fonts_say_which_code_page_their_characters_are_of(head, text, told):
    assert told(r"\'e9", head).text == text


def test_what_the_file_says_of_itself(told, unfold, claims):
    said = told(
        r"{\info{\title The K\'f6nig quay}{\author Ada Lind}{\*\company Town Library}"
        r"{\creatim\yr2024\mo3\dy4\hr9\min5}{\printim\yr0\mo0\dy0}}"
        r"{\*\userprops{\propname Rights}\proptype30{\staticval CC0-1.0}}"
        r"{\*\generator Writer 1;}The boats are in.\par"
    )
    assert {(field.property, field.normalized or field.value) for field in said.fields} == {
        ("title", "The König quay"),
        ("creator", "Ada Lind"),
        ("publisher", "Town Library"),
        ("created", "2024-03-04T09:05:00"),
        ("rights", "CC0-1.0"),
        ("generator", "Writer 1"),
    }
    assert said.text == "The boats are in.\n"


def test_whoever_changed_a_file_last_is_no_author(told):
    said = told(r"{\info{\author Ada Lind}{\author Bo Berg}{\revtim\yr2024\mo3\dy4}}x")
    assert [field.value for field in said.fields if field.property == "creator"] == ["Ada Lind"]


def test_a_clock_that_was_never_set_dates_nothing(unfold, claims):
    body = r"{\info{\creatim\yr1601\mo1\dy1\hr0\min0}{\revtim\yr2024\mo3\dy4}}x"
    found = claims(unfold("a.rtf", f"{HEAD}{body}}}".encode())["a.rtf"])
    assert found["modified"].normalized == "2024-03-04"
    assert "created" not in found


def test_words_of_destinations_in_one_group_do_not_pile_up(told):
    assert told(r"{" + r"\header x" * 50_000 + "}The quay.").text.endswith("x\n")


@pytest.mark.parametrize(
    ("body", "end", "said"),
    [
        (r"{\b The boats", "", "it breaks off: 2 groups are not closed"),
        (r"\ansicpg932 \'81", "}", "characters that cannot be decoded: 1"),
    ],
)
def test_what_is_lost_is_said(body, end, said, told):
    assert list(told(body, end=end).lost) == [said]


@pytest.mark.parametrize(
    ("body", "end", "said"),
    [
        (r"Seen {\v unseen}", "}", "hidden characters, left out: 6"),
        (r"Seen{\*\annotation no}", "}", "comments, not read: 1"),
        (r"Seen", "}more", "bytes behind its end, left out: 4"),
    ],
)
def test_what_is_left_out_is_said(body, end, said, told):
    assert list(told(body, end=end).remarks) == [said]


def test_groups_in_groups_have_a_limit(unfold, said):
    data = (r"{\rtf1 " + "{" * 100_000).encode()
    (message,) = said(unfold("a.rtf", data)["a.rtf"])
    assert message == "groups in groups, over the limit of 100 (limits: depth)"
