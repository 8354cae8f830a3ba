import pytest

from audit.errors import ReadError
from audit.model import Source
from audit.readers.plain_text import PlainText

SOURCE = Source(uri="a", path="a", location="a", size=0, modified=0, inode=0)


def test_the_text_is_the_file():
    document = PlainText().read(SOURCE, "Hall\r\n\tcafé\r".encode(), "because")
    assert document.text == "Hall\r\n\tcafé\r"
    assert (document.markup, document.chunks, document.furniture) == ("", (), ())
    assert (document.encoding, document.encoding_confidence) == ("utf-8", 1.0)
    assert document.basis == "because"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Hall\rcrane\r", "Hall\ncrane\n"),
        (b"Hall\rcrane\rquay\n", "Hall\ncrane\nquay\n"),
        ("Kåre\rkai\r".encode("mac-roman"), "Kåre\nkai\n"),
        (b"10 %\r20 %\nHall\nquay\n", "10 %\r20 %\nHall\nquay\n"),
    ],
)
def test_lines_of_old_macintoshes_are_lines(data, text):
    document = PlainText("mac-roman").read(SOURCE, data, "")
    assert document.text == text
    assert len(document.text) == len(data)


def test_a_guess_is_said():
    document = PlainText().read(SOURCE, "café".encode("windows-1252"), "")
    assert document.text == "café"
    assert document.remarks


def test_a_line_over_the_limit():
    with pytest.raises(ReadError, match="line 2: "):
        PlainText().read(SOURCE, b"a\n" + b"x" * 1_000_001, "")
