"""Notes stand behind the text, comments and tracked changes are told and not read."""

import pytest

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
O = (  # noqa: E741  # as the standard abbreviates it
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
KIND = "application/vnd.oasis.opendocument.text"
LEFT = ["comments, not read: 2", "tracked changes, read as accepted: 3"]


def paragraph(text):
    return f"<w:p><w:r>{text}</w:r></w:p>"


def test_what_reviewers_left_in_word_is_told(unfold, zipped):
    said = (
        f'<w:document {W}><w:body>{paragraph("<w:t>The crane</w:t>")}<w:p><w:ins w:id="1"><w:r>'
        '<w:t xml:space="preserve">comes </w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>goes'
        '</w:delText></w:r></w:del><w:moveFrom w:id="3"><w:r><w:t>up</w:t></w:r></w:moveFrom>'
        '<w:moveTo w:id="4"><w:r><w:t>down.</w:t></w:r></w:moveTo></w:p></w:body></w:document>'
    )
    comment = f'<w:comment w:id="0">{paragraph("<w:t>Why?</w:t>")}</w:comment>'
    data = zipped(
        ("word/document.xml", said),
        ("word/comments.xml", f"<w:comments {W}>{comment * 2}</w:comments>"),
    )
    document = unfold("a.docx", data)["a.docx"].document
    assert document.text == "The crane\ncomes down.\n"
    assert list(document.remarks) == LEFT
    assert list(document.lost) == []


NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Of iron.</text:p>"
    "</text:note-body></text:note>"
)
COMMENT = "<office:annotation><text:p>Why?</text:p></office:annotation>"
CHANGES = f"<text:tracked-changes>{'<text:changed-region/>' * 3}</text:tracked-changes>"
BODY = (
    f"<office:body><office:text>{CHANGES}<text:p>The crane{NOTE} comes{COMMENT} down{COMMENT}."
    "</text:p><text:p>So it is.</text:p></office:text></office:body>"
)


@pytest.mark.parametrize("is_flat", [True, False])
def test_a_note_of_opendocument_does_not_break_its_line(is_flat, unfold, zipped):
    if is_flat:
        data = f'<office:document {O} office:mimetype="{KIND}">{BODY}</office:document>'.encode()
    else:
        content = f"<office:document-content {O}>{BODY}</office:document-content>"
        data = zipped(("mimetype", KIND), ("content.xml", content))
    name = "a.fodt" if is_flat else "a.odt"
    document = unfold(name, data)[name].document
    assert document.text == "The crane comes down.\nSo it is.\nOf iron.\n"
    assert list(document.remarks) == LEFT


SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK = [
    ("xl/workbook.xml", f"<workbook {SHEET}><sheets><sheet name='Boats'/></sheets></workbook>"),
    ("xl/worksheets/sheet1.xml", f"<worksheet {SHEET}><sheetData/></worksheet>"),
]


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("xl/comments1.xml", "<comments><commentList><comment ref='A1'/></commentList></comments>"),
        ("xl/commentsExtended.xml", ""),
        ("xl/threadedComments/threadedComment1.xml", ""),
    ],
)
def test_comments_on_cells_are_told(name, part, unfold, zipped):
    data = zipped(*BOOK, (name, part or "<x><comment ref='A1'/></x>"))
    remarks = unfold("a.xlsx", data)["a.xlsx"].document.remarks
    assert ("comments, not read: 1" in remarks) is bool(part)
