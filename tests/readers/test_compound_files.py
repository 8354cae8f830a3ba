"""What a compound file of OLE2 holds is told by the names in its root, not by its own name."""

import runpy
import struct
from pathlib import Path
from types import SimpleNamespace

import pytest

from audit.readers import identify, stated_as

MADE = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("word_files.py"))))
WORD = MADE.SAMPLE
BOOK = MADE.compound({"Workbook": b"x"})
SLIDES = MADE.compound({"Current User": b"x", "PowerPoint Document": bytes(70_000)})
LETTER = MADE.compound({"__properties_version1.0": b"x"})
LOCKED = MADE.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})
EXCEL, OUTLOOK = "application/vnd.ms-excel", "application/vnd.ms-outlook"
OLE = "application/x-ole-storage"


@pytest.mark.parametrize(
    ("name", "data", "media_type", "basis"),
    [
        ("a.doc", WORD, "application/msword", "match doc; content match OLE2 with WordDocument: W"),
        ("a.dot", WORD, "application/msword", "unknown; content match OLE2 with WordDocument: Wor"),
        ("a", WORD, "application/msword", "no extension; content match OLE2 with WordDocument: Wo"),
        ("a.xls", WORD, "application/msword", "mismatch xls; content match OLE2 with WordDocument"),
        ("a.doc", BOOK, EXCEL, "mismatch doc; content match OLE2 with Workbook: Excel (xls)"),
        ("a.ppt", SLIDES, "application/vnd.ms-powerpoint", "match ppt; content match OLE2 with Po"),
        ("a.msg", LETTER, OUTLOOK, "match msg; content match OLE2 with __properties_version1.0: O"),
        ("a.docx", LOCKED, OLE, "mismatch docx; content match OLE2"),
        ("a.docm", LOCKED, OLE, "mismatch docm; content match OLE2"),
        ("a.doc", LOCKED, "application/msword", "match doc; content match OLE2"),
        ("a", LOCKED, OLE, "no extension; content match OLE2"),
    ],
)
def test_what_is_inside(name, data, media_type, basis):
    found = identify(name, data)
    assert found.media_type == media_type
    assert found.basis.removeprefix("extension ").startswith(basis)


def test_what_a_container_says():
    assert stated_as("application/msword", WORD).stated == ""
    assert stated_as("application/x-msword", WORD).stated == ""
    assert stated_as(EXCEL, LOCKED).media_type == EXCEL
    found = stated_as("application/msword", BOOK)
    assert (found.media_type, found.stated) == (EXCEL, "application/msword")


def test_a_document_in_a_sheet_is_no_document():
    """What lies in the storages of a file has names in the same list."""
    book = MADE.compound({"Workbook": b"x", "WordDocument": b"x"})
    start = (struct.unpack_from("<I", book, 48)[0] + 1) * 512
    at = start + 128 + 72
    alone = book[:at] + struct.pack("<I", 2**32 - 1) + book[at + 4 :]
    assert identify("a", alone).media_type == EXCEL


@pytest.mark.parametrize("size", [70_000, 9_000_000])
def test_a_directory_far_behind_is_found(size, unfold):
    more = {"Data": bytes(size), "1": b"x", "2": b"x", "3": b"x"}
    data = MADE.compound({**more, **MADE.streams(b"The quay opens at seven.\r")})
    assert identify("a", data[:65_536]).media_type == OLE
    assert identify("a", data).media_type == "application/msword"
    assert unfold("a", data)["a"].document.text == "The quay opens at seven.\n"


@pytest.mark.parametrize("cut", range(8, len(WORD), 97))
def test_compound_files_that_break_off(cut, unfold):
    item = unfold("a", WORD[:cut])["a"]
    assert item.media_type in {OLE, "application/msword"}
    assert item.document or item.state


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.dotx", "a.xlsm", "a.ppsx"])
def test_a_locked_document_says_so(name, unfold, said):
    (message,) = said(unfold(name, LOCKED)[name])
    assert message.endswith("and perhaps locked with a password: not read")
