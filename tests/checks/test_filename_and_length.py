import msgspec
import pytest

from audit.checks.filename import Filename
from audit.checks.length import Length


@pytest.mark.parametrize(
    ("path", "pattern", "good"),
    [
        ("collections/2003/2003-05-11_fire.txt", r"\d{4}/\d{4}-\d\d-\d\d_[a-z]+\.txt", True),
        ("2003/2003-05-11_fire.txt", r"\d{4}/\d{4}-\d\d-\d\d_[a-z]+\.txt", True),
        ("x2003/2003-05-11_fire.txt", r"\d{4}/\d{4}-\d\d-\d\d_[a-z]+\.txt", False),
        ("2003/Copy (2).txt", r"[a-z]+\.txt", False),
        ("a.txt", "b|a\\.txt", True),
        ("x\ny/a.txt", "a\\.txt", True),
        ("x/a.txt", "(?x) [a-z] \\.txt  # one letter", True),
        ("x/ab.txt", "(?x) [a-z] \\.txt  # one letter", False),
    ],
)
def test_file_names(world, path, pattern, good):
    world.document(1, path)
    assert (world.ask(Filename(matches=pattern)) == []) is good


def test_no_pattern_is_refused():
    with pytest.raises(msgspec.ValidationError, match="not a pattern"):
        msgspec.convert({"matches": "("}, Filename)


def test_too_short(world):
    world.document(1, "a.txt", words=9, state="short")
    world.document(2, "b.txt", words=10)
    world.document(3, "c.png", words=0, state="fixity-only")
    world.document(4, "d.txt", words=0, state="empty")
    assert world.said(Length()) == [
        ("a.txt", 1, "only 9 words; fewer than 10"),
        ("d.txt", 1, "only 0 words; fewer than 10"),
    ]
