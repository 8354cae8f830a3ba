"""PDF: text of pages, fields, and what a reader must refuse."""

import io

import pypdf
import pytest

from audit.extractors import extract_all
from audit.readers import reader_for

TEXT = "The boats of the harbour are in by seven on the summer evenings."
XMP = b"""<?xpacket?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<rdf:Description><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Boats of the harbour</rdf:li>
</rdf:Alt></dc:title><xmp:CreateDate>1998-05-04T10:00:00+02:00</xmp:CreateDate>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def pdf(*pages: str, extra: bytes = b"", info: bytes = b"", xmp: bytes = b"") -> bytes:
    """Write a PDF of one line a page."""
    numbers = range(10, 10 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    meta = b"/Metadata 4 0 R" if xmp else b""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R" + meta + extra + b">>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        4: stream(xmp, b"/Type/Metadata/Subtype/XML"),
        5: b"<<" + info + b">>",
    }
    for number, text in zip(numbers, pages, strict=True):
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {number + 1} 0 R"
        objects[number] = page.encode() + b"/Resources<</Font<</F 3 0 R>>>>>>"
        objects[number + 1] = stream(f"BT /F 12 Tf 50 700 Td ({text}) Tj ET".encode())
    return assembled(objects)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<" + more + f"/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def assembled(objects: dict[int, bytes]) -> bytes:
    out = b"%PDF-1.7\n"
    table = [b"0000000000 65535 f \n"] * (max(objects) + 1)
    for number, body in objects.items():
        table[number] = f"{len(out):010} 00000 n \n".encode()
        out += f"{number} 0 obj".encode() + body + b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(table)}\n".encode() + b"".join(table)
    trailer = f"trailer<</Size {len(table)}/Root 1 0 R/Info 5 0 R>>\nstartxref\n{start}\n"
    return out + trailer.encode() + b"%%EOF\n"


def test_text_and_fields(unfold, claims):
    info = b"/Title(Boats of the harbour)/Author(Anna Berg)/CreationDate(D:19980504100000+02'00')"
    item = unfold("a.pdf", pdf(TEXT, "Second page.", info=info, xmp=XMP))["a.pdf"]
    assert item.document.text == f"{TEXT}\nSecond page.\n"
    chosen = claims(item)
    assert chosen["title"].value == "Boats of the harbour"
    assert chosen["title"].origin == "embedded"
    assert "also said by" in chosen["title"].reason
    assert chosen["creator"].normalized == "Anna Berg"
    assert chosen["created"].normalized.startswith("1998-05-04")
    assert {"pdf-info", "xmp"} >= {chosen["created"].extractor}
    assert item.problems == ()


def test_a_zero_byte_that_ends_a_field_is_none_of_it(unfold, claims):
    item = unfold("a.pdf", pdf(TEXT, info=b"/Title(Boats of the harbour\\000)"))["a.pdf"]
    assert claims(item)["title"].value == "Boats of the harbour"


def test_active_content_is_said(unfold):
    action = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
    item = unfold("a.pdf", pdf(TEXT, extra=action))["a.pdf"]
    assert "active content: JavaScript; never run" in item.document.remarks


def test_active_content_in_disguise_is_said(unfold):
    hidden = b"/OpenAction<</S/J#61vaScript>>/Names<</Embedd#65dFiles<<>>>>/AcroForm<</XF#41[]>>"
    item = unfold("a.pdf", pdf(TEXT, extra=hidden))["a.pdf"]
    assert item.document.remarks == [
        "active content: JavaScript; never run",
        "active content: EmbeddedFile; never run",
        "active content: XFA; never run",
    ]


def test_a_page_that_cannot_be_read_is_named(unfold):
    torn = pdf(TEXT, TEXT, TEXT).replace(b"12 0 obj", b"12 0 xxx")
    document = unfold("a.pdf", torn)["a.pdf"].document
    assert document.text == f"{TEXT}\n" * 2
    assert "page 2 cannot be read" in document.lost[0]


def test_a_page_whose_contents_are_missing_is_named(unfold):
    torn = pdf(TEXT, TEXT).replace(b"/Contents 13 0 R", b"/Contents 99 0 R")
    document = unfold("a.pdf", torn)["a.pdf"].document
    assert document.text == f"{TEXT}\n"
    assert list(document.lost) == ["page 2: what it shows is missing"]


def test_a_page_packed_in_an_unknown_way_is_named(unfold, claims):
    info = b"/Title(Boats of the harbour)"
    whole = pdf(TEXT, "Second page.", info=info)
    at = whole.index(b"13 0 obj<<") + len(b"13 0 obj<<")
    item = unfold("a.pdf", whole[:at] + b"/Filter/FlatterDecode" + whole[at:])["a.pdf"]
    assert item.document.text.startswith(f"{TEXT}\n")
    assert claims(item)["title"].value == "Boats of the harbour"
    assert item.document.lost[0] == (
        "page 2: what it shows is packed in an unknown way: Unsupported filter /FlatterDecode"
    )


def test_an_unknown_way_to_pack_what_it_says_of_itself_is_named(unfold):
    packed = pdf(TEXT, xmp=XMP).replace(b"/Subtype/XML", b"/Filter/Flatter")
    (lost,) = unfold("a.pdf", packed)["a.pdf"].document.lost
    assert lost == "its XMP packet cannot be read: Unsupported filter /Flatter"


@pytest.mark.parametrize("before", [b"junk\n" * 9, bytes(600), b"HTTP/1.1 200 OK\r\n\r\n"])
def test_what_stands_before_a_pdf(before, unfold):
    document = unfold("a.pdf", before + pdf(TEXT))["a.pdf"].document
    assert document.text == f"{TEXT}\n"
    assert list(document.remarks) == [f"{len(before)} bytes before its beginning, left out"]


def test_a_form_is_said(unfold):
    form = b"/AcroForm<</Fields[20 0 R]>>"
    document = unfold("a.pdf", pdf(TEXT, extra=form))["a.pdf"].document
    assert "it is a form: what its fields hold is not read" in document.remarks


def test_pages_without_text(unfold):
    item = unfold("a.pdf", pdf(""))["a.pdf"]
    assert any("no text in it" in remark for remark in item.document.remarks)


@pytest.mark.parametrize("cut", [20, 300, -200])
def test_torn_files(cut, unfold):
    """A torn file is repaired or a problem, never a crash."""
    item = unfold("a.pdf", pdf(TEXT)[:cut])["a.pdf"]
    assert item.problems or item.document


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"])
def test_what_nobody_may_change_is_read_without_a_password(algorithm, unfold, claims, tmp_path):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(TEXT, info=b"/Author(Anna Berg)")))
    writer.encrypt("", owner_password="keeper", algorithm=algorithm)
    writer.write(tmp_path / "a.pdf")
    item = unfold("a.pdf", (tmp_path / "a.pdf").read_bytes())["a.pdf"]
    assert item.document.text == f"{TEXT}\n"
    assert claims(item)["creator"].normalized == "Anna Berg"
    assert item.document.lost == []


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_locked_file(algorithm, unfold, said, tmp_path):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm=algorithm)
    writer.write(tmp_path / "a.pdf")
    item = unfold("a.pdf", (tmp_path / "a.pdf").read_bytes())["a.pdf"]
    assert said(item) == ["it is locked with a password"]


def test_pdf_is_never_read_in_this_process():
    assert not reader_for("application/pdf").linear


PACKET = """<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:m="http://ns.adobe.com/xap/1.0/mm/">
<rdf:Description xmp:ModifyDate="1999-06-05">{}</rdf:Description></rdf:RDF></x:xmpmeta>"""
TWO = """<dc:creator>
  <rdf:Seq>
    <rdf:li>Anna Berg</rdf:li>
    <rdf:li rdf:parseType="Resource"><rdf:value>Ola
      Nord</rdf:value><m:role>drawings</m:role></rdf:li>
  </rdf:Seq>
</dc:creator>"""
TONGUES = """<dc:title><rdf:Alt><rdf:li xml:lang="de">Boote</rdf:li>
<rdf:li xml:lang="x-default">Boats of the harbour</rdf:li></rdf:Alt></dc:title>"""

LANGUAGE = "<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>"


@pytest.mark.parametrize(
    ("inner", "property_", "values"),
    [
        (TWO, "creator", ["Anna Berg", "Ola Nord"]),
        (TONGUES, "title", ["Boats of the harbour"]),
        (TONGUES.replace("x-default", "en"), "title", ["Boote"]),
        (TONGUES.replace("x-default", "en-GB") + LANGUAGE, "title", ["Boats of the harbour"]),
        (TONGUES + LANGUAGE.replace("en", "de"), "title", ["Boats of the harbour"]),
        ("<dc:title>Boats</dc:title>", "title", ["Boats"]),
        ("<prism:publicationDate>2024-05-17</prism:publicationDate>", "issued", ["2024-05-17"]),
        ("<xmp:CreatorTool>Quay Writer</xmp:CreatorTool>", "generator", ["Quay Writer"]),
        ('<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>',
         "rights", ["https://creativecommons.org/licenses/by/4.0/"]),
        ("<xmpRights:Owner><rdf:Bag><rdf:li>Town Museum</rdf:li></rdf:Bag></xmpRights:Owner>",
         "rights_holder", ["Town Museum"]),
        (("<xmpRights:UsageTerms><rdf:Alt><rdf:li>All rights reserved</rdf:li></rdf:Alt>"
         "</xmpRights:UsageTerms>"), "rights", ["All rights reserved"]),
        ("<xmpRights:WebStatement>https://museum.example/terms</xmpRights:WebStatement>",
         "rights", ["https://museum.example/terms"]),
        (("<m:History><rdf:Seq><rdf:li><rdf:Description><dc:title>Old</dc:title></rdf:Description>"
         "</rdf:li></rdf:Seq></m:History>"), "title", []),
        ("", "modified", ["1999-06-05"]),
    ],
)  # fmt: skip
def test_lists_and_languages_of_xmp_are_taken_apart(inner, property_, values, unfold):
    item = unfold("a.pdf", pdf(TEXT, xmp=PACKET.format(inner).encode()))["a.pdf"]
    assert item.document, item.problems
    found = [f.value for f in item.document.fields if (f.by, f.property) == ("xmp", property_)]
    assert found == values


def test_a_licence_in_xmp_beats_the_words_beside_it(unfold):
    inner = (
        "<dc:rights>(c) Town Museum</dc:rights>"
        '<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>'
    )
    item = unfold("a.pdf", pdf(TEXT, xmp=PACKET.format(inner).encode()))["a.pdf"]
    claims = [c for c in extract_all(item.document).claims if c.property == "rights" and c.chosen]
    assert [claim.normalized for claim in claims] == ["CC-BY-4.0"]


@pytest.mark.parametrize(
    ("xmp", "why"),
    [
        (b"<x:xmpmeta>", "broken XML: unbound prefix: line 1, column 0"),
        (XMP[:-9], "broken XML: "),
        (b"<!DOCTYPE n [<!ENTITY a 'b'>]><n/>", "a DOCTYPE with declarations of its own; refused"),
    ],
)
def test_a_broken_xmp_packet_costs_neither_text_nor_information(xmp, why, unfold, claims):
    item = unfold("a.pdf", pdf(TEXT, info=b"/Title(Boats)", xmp=xmp))["a.pdf"]
    assert item.document.text == f"{TEXT}\n"
    assert claims(item)["title"].value == "Boats"
    (lost,) = item.document.lost
    assert lost.startswith(f"its XMP packet cannot be read: {why}")


def test_words_on_rights_are_believed_before_the_address_of_a_page(unfold, claims):
    page = "<xmpRights:WebStatement>https://museum.example/terms</xmpRights:WebStatement>"
    words = "<xmpRights:UsageTerms>All rights reserved</xmpRights:UsageTerms>"
    item = unfold("a.pdf", pdf(TEXT, xmp=PACKET.format(page + words).encode()))["a.pdf"]
    assert claims(item)["rights"].normalized == "all-rights-reserved"


PICTURE = stream(
    b"\x80",
    b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
)


def with_page(shown: bytes, more: bytes) -> bytes:
    """Write a PDF of a page of text and one that shows something else."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]"
    font = b"/Resources<</Font<</F 3 0 R>>>>"
    return assembled(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 2/Kids[10 0 R 12 0 R]>>",
            3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            5: b"<<>>",
            10: page + b"/Contents 11 0 R" + font + b">>",
            11: stream(f"BT /F 12 Tf 50 700 Td ({TEXT}) Tj ET".encode()),
            12: page + b"/Contents 13 0 R" + more + b">>",
            13: stream(shown),
            14: PICTURE,
        }
    )


NOTE = b"<</Type/Annot/Subtype/Text/Rect[1 1 9 9]/Contents(Why?)>>"
LINK = b"<</Type/Annot/Subtype/Link/Rect[1 1 9 9]/Contents(x)>>"


@pytest.mark.parametrize(
    ("shown", "more", "remarks"),
    [
        (b"q /I Do Q", b"/Resources<</XObject<</I 14 0 R>>>>",
         ["pages that show pictures and no text: 1 of 2"]),
        (b"q Q", b"", []),
        (b"q Q", b"/Resources 7", []),
        (b"q Q", b"/Annots[" + NOTE + NOTE + LINK + b"]", ["comments, not read: 2"]),
        (b"q Q", b"/Annots[7 0 R 3 null]", []),
    ],
)  # fmt: skip
def test_what_a_page_shows_beside_text_is_told(shown, more, remarks, unfold):
    document = unfold("a.pdf", with_page(shown, more))["a.pdf"].document
    assert document.text.strip() == TEXT
    assert list(document.remarks) == remarks


HALLS = "قاعة قاعة قاعة {} قاعة قاعة"
CHARACTERS = b"""begincmap 1 begincodespacerange <00> <ff> endcodespacerange
6 beginbfchar <61> <0642> <62> <0627> <63> <0639> <64> <0629> <31> <0661> <32> <0662> endbfchar
1 beginbfchar <65> <06440623> endbfchar endcmap"""


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (b"50 700 Td (dcba) Tj", "قاعة"),
        (b"80 700 Td [(a) 1600 (b) 1600 (c) 1600 (d)] TJ", "قاعة"),
        (b"50 700 Td (deba) Tj", "قالأة"),
        (b"50 700 Td (12) Tj", "\u0661\u0662"),
        (b"50 700 Td (dcba dcba port/lost dcba dcba dcba) Tj", HALLS.format("port/lost")),
        (b"50 700 Td (lost dcba ,34 56+ dcba dcba dcba) Tj", "قاعة قاعة قاعة +56 34, قاعة lost"),
        (b"50 700 Td (dcba dcba \\)34\\( dcba dcba dcba) Tj", HALLS.format("(34)")),
    ],
    ids=[
        "drawn",
        "as it is read",
        "two letters in one sign",
        "digits",
        "names",
        "line",
        "brackets",
    ],
)
def test_words_from_right_to_left_in_reading_order(shown, text, unfold):
    document = unfold("a.pdf", with_letters(CHARACTERS, shown))["a.pdf"].document
    assert document.text.strip() == text


MARKED = b"""2 beginbfchar <66> <0639064e> <69> <0642064e> endbfchar
1 beginbfchar <68> <064406440647> endbfchar endcmap"""


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (b"50 700 Td (dfbi) Tj", "قَاعَة"),
        (b"50 700 Td (d) Tj 17 0 Td (i) Tj -7 0 Td (b) Tj -3 0 Td (f) Tj", "قَاعَة"),
        (b"0 1 -1 0 300 300 Tm (dfbi) Tj", "قَاعَة"),
        (b"50 700 Td (hb) Tj", "الله"),
    ],
    ids=["one sign", "given astray", "turned", "the name of God"],
)
def test_letters_and_marks_that_are_one_sign(shown, text, unfold):
    characters = CHARACTERS.replace(b"endcmap", MARKED)
    document = unfold("a.pdf", with_letters(characters, shown))["a.pdf"].document
    assert document.text.strip() == text


def with_letters(characters: bytes, shown: bytes) -> bytes:
    """Write a page whose font says which characters its signs are."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 11 0 R"
    return assembled(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[10 0 R]>>",
            3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 4 0 R>>",
            4: stream(characters),
            10: page + b"/Resources<</Font<</F 3 0 R>>>>>>",
            11: stream(b"BT /F 12 Tf " + shown + b" ET"),
        }
    )


def test_ligatures_with_swapped_bytes_are_read_as_they_are_shown(unfold):
    codes = b"1 begincodespacerange <00> <ff> endcodespacerange"
    characters = b"begincmap " + codes + b" 1 beginbfchar <7e> <66006900> endbfchar endcmap"
    shown = b"50 700 Td (The ~rst bene~t) Tj"
    found = unfold("a.pdf", with_letters(characters, shown))["a.pdf"].document
    assert found.text.strip() == "The first benefit"
    assert list(found.remarks) == ["ligatures with swapped bytes, read as shown: 2"]


def test_a_font_that_does_not_tell_letters_apart_is_said(unfold):
    characters = CHARACTERS.replace(b"<0627>", b"<0642>")
    shown = b"50 700 Td (" + b"ab ba aab c " * 5 + b") Tj"
    document = unfold("a.pdf", with_letters(characters, shown))["a.pdf"].document
    assert list(document.lost) == ["its fonts do not tell letters apart: ق stands for 35 of 40"]
