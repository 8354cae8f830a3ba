"""What pypdf would refuse by limits of its own, it refuses by those of the rules."""

import zlib

import pypdf
import pytest

from audit.readers import Limits
from audit.readers.bounds.pdf_limits import PdfLimits

TEXT = b"BT /F1 12 Tf 72 700 Td (The boats are in, and the bell rings in fog.) Tj ET\n"


def assembled(*objects: bytes) -> bytes:
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(data)


def spread(blanks: int) -> bytes:
    """Write a page whose stream is mostly white space."""
    packed = zlib.compress(TEXT + b" " * blanks, 9)
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed)
    font = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources %b/Contents 4 0 R>>" % font
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return assembled(b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream)


def nested(depth: int) -> bytes:
    """Write a tree of pages that has one below so many nodes."""
    nodes = [
        b"<</Type/Pages/Count 1/Kids[%d 0 R]%b>>" % (at + 1, b"/Parent %d 0 R" % (at - 1))
        for at in range(2, 2 + depth)
    ]
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]>>" % (1 + depth)
    return assembled(b"<</Type/Catalog/Pages 2 0 R>>", *nodes, page)


@pytest.mark.parametrize(
    ("data", "limits", "why"),
    [
        (spread(3_000_000), Limits(), "unpacks to more than 100 times its size (limits: ratio)"),
        (
            spread(3_000_000),
            Limits(ratio=5_000, unpacked=1_500_000),
            "over the limit of 1,500,000: Limit reached while decompressing.",
        ),
        (nested(30), Limits(depth=20), "over the limit of 20: Maximum page tree depth"),
        (nested(60), Limits(pages=1), "over the limit of 1: Maximum page tree entry limit"),
    ],
)
def test_limits_of_the_rules_are_named(data, limits, why, unfold, said):
    item = unfold("a.pdf", data, limits)["a.pdf"]
    assert item.document is None
    assert said(item)[0].startswith(why)
    assert "(limits: " in said(item)[0]
    assert item.problems[0].incomplete


def test_a_document_within_wider_limits_is_read(unfold):
    item = unfold("a.pdf", spread(3_000_000), Limits(ratio=5_000))["a.pdf"]
    assert item.document.text.strip() == "The boats are in, and the bell rings in fog."
    assert item.document.lost == []


def test_pypdf_is_told_its_limits_for_as_long_as_a_document_is_read():
    before = pypdf.get_configuration()
    with PdfLimits(Limits(unpacked=400_000_000, depth=7), 90_000_000).applied():
        told = pypdf.get_configuration()
        assert told.zlib_maximum_output_length == 400_000_000
        assert told.array_based_stream_maximum_output_length == 400_000_000
        assert told.page_tree_maximum_depth == 7
    assert pypdf.get_configuration() == before


def test_what_no_rule_moves_is_called_a_limit_of_pypdf():
    said = PdfLimits(Limits(), 9).over("Recovery limit reached while decompressing. 5 bytes.")
    assert said.startswith("over a limit of pypdf's own: Recovery limit")
