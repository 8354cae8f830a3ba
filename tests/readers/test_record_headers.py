"""Headers of records and of servers are kept as written, also of what is not read."""

import gzip
import json

import pytest

from audit.examine.rows import Reading
from audit.readers import Limits
from audit.readers.bounds.headers import LONGEST
from audit.readers.warc.arc import ArcHeader

PAGE = b"<html><head><title>Boats</title></head><body><p>The boats are in.</p></body></html>"
URL = "https://harbour.example/boats.html"
HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: nginx\r\n"
    b"Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Long: one\r\n two\r\n\r\n"
)
VERSION = b"1 0 Harbour\nURL IP-address Archive-date Content-type Archive-length\n"


def record(block: bytes, more: str = "", url: str = URL, end: bytes = b"\r\n\r\n") -> bytes:
    return (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:7>\r\n"
        f"WARC-Date: 2024-07-24T10:00:00Z\r\nWARC-Target-URI: {url}\r\n{more}"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    ).encode() + (block + end)


def arc_record(line: str, block: bytes, end: bytes = b"\n") -> bytes:
    return f"{line} {len(block)}\n".encode() + block + end


def test_a_capture_keeps_both_headers_in_their_order(unfold):
    more = "WARC-IP-Address: 10.0.0.1\r\nX-Crawler-Note: bell at dusk\r\n"
    item = unfold("a.warc", record(HEAD + PAGE, more))[f"a.warc!/{URL}"]
    block = len(HEAD + PAGE)
    assert [tuple(header) for header in item.headers] == [
        ("warc", "WARC-Type", "response"),
        ("warc", "WARC-Record-ID", "<urn:uuid:7>"),
        ("warc", "WARC-Date", "2024-07-24T10:00:00Z"),
        ("warc", "WARC-Target-URI", URL),
        ("warc", "WARC-IP-Address", "10.0.0.1"),
        ("warc", "X-Crawler-Note", "bell at dusk"),
        ("warc", "Content-Type", "application/http; msgtype=response"),
        ("warc", "Content-Length", str(block)),
        ("http", "status-line", "HTTP/1.1 200 OK"),
        ("http", "Content-Type", "text/html"),
        ("http", "Server", "nginx"),
        ("http", "Set-Cookie", "a=1"),
        ("http", "Set-Cookie", "b=2"),
        ("http", "X-Long", "one two"),
    ]


def test_a_saved_answer_keeps_its_header(unfold):
    item = unfold("boats.html", HEAD + PAGE)["boats.html!/body"]
    assert [tuple(header)[1:] for header in item.headers] == [
        ("status-line", "HTTP/1.1 200 OK"),
        ("Content-Type", "text/html"),
        ("Server", "nginx"),
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
        ("X-Long", "one two"),
    ]


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n and no more", b""])
def test_what_is_not_read_has_its_address_and_its_day(body, unfold):
    data = record(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + body)
    item = unfold("a.warc", data)[f"a.warc!/{URL}"]
    assert item.document is None
    known = Reading(item, "a.warc").known
    said = {field.property: field.value for field in known.fields}
    assert said == {"captured": "2024-07-24T10:00:00Z", "url": URL}
    assert [header.name for header in item.headers][-2:] == ["status-line", "Content-Type"]


def test_too_many_header_fields_of_a_capture_are_told(unfold, said):
    more = "".join(f"X-{number}: x\r\n" for number in range(12))
    found = unfold("a.warc", record(HEAD + PAGE, more) + record(PAGE), Limits(headers=18))
    assert said(found["a.warc"])[0] == (
        f"capture of '{URL}': 23 header fields, over the limit of 18 (limits: headers)"
    )
    assert found["a.warc"].problems[0].incomplete


def test_a_value_without_end_is_cut_and_said(unfold, said):
    long = "x" * (LONGEST + 1)
    found = unfold("a.warc", record(HEAD + PAGE, f"X-Note: {long}\r\n"))
    values = {header.name: header.value for header in found[f"a.warc!/{URL}"].headers}
    assert values["X-Note"] == "x" * LONGEST
    assert said(found["a.warc"]) == [
        f"member '{URL}': its header field 'X-Note' is kept up to 8,192 characters, it has 8,193"
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_records_of_an_arc_without_an_empty_line_between_them(packed, unfold, said):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nThe boats are in."
    line = "http://harbour.example/{} 10.0.0.1 20040724100000 text/html"
    records = [
        arc_record("filedesc://a.arc 0.0.0.0 20040724100000 text/plain", VERSION),
        arc_record(line.format(1), block, end=b""),
        arc_record(line.format(2), block, end=b""),
        arc_record(line.format(3), block),
    ]
    found = unfold("a.arc", b"".join(map(gzip.compress, records) if packed else records))
    for number in (1, 2, 3):
        item = found[f"a.arc!/http://harbour.example/{number}"]
        assert item.document.text == "The boats are in."
        assert [tuple(header) for header in item.headers[:5]] == [
            ("arc", "URL", f"http://harbour.example/{number}"),
            ("arc", "IP-address", "10.0.0.1"),
            ("arc", "Archive-date", "20040724100000"),
            ("arc", "Content-type", "text/html"),
            ("arc", "Archive-length", str(len(block))),
        ]
    assert said(found["a.arc"]) == ["records with no empty line after them: number 2, 3"]
    assert not found["a.arc"].problems[0].incomplete


def test_records_of_a_warc_without_an_empty_line_between_them(unfold, said):
    data = record(HEAD + PAGE, end=b"") + record(HEAD + PAGE, url=f"{URL}?2")
    found = unfold("a.warc", data)
    assert {f"a.warc!/{URL}", f"a.warc!/{URL}?2"} < set(found)
    assert said(found["a.warc"]) == ["records with no empty line after them: number 1"]


def test_a_record_that_goes_on_does_not_end_the_reading(unfold, said):
    longer = record(HEAD + PAGE, end=b"and more\nof it,\n\nand still more\r\n\r\n")
    found = unfold("a.warc", longer + record(HEAD + PAGE, url=f"{URL}?2"))
    assert f"a.warc!/{URL}?2" in found
    assert said(found["a.warc"]) == ["records that do not end where they say: number 1"]
    assert found["a.warc"].problems[0].incomplete


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("20040724100000", "2004-07-24T10:00:00Z"),
        ("200407241000", "2004-07-24T10:00Z"),
        ("20040724", "2004-07-24"),
        ("200407", "2004-07"),
        ("2004", "2004"),
        ("20041341100000", "2004-13-41T10:00:00Z"),
        ("yesterday", "yesterday"),
    ],
)
def test_the_day_of_an_arc_record_is_what_it_says(stamp, day, unfold):
    block = b"HTTP/1.1 200 OK\r\n\r\nThe boats are in."
    data = arc_record("filedesc://a.arc 0.0.0.0 20040724100000 text/plain", VERSION)
    data += arc_record(f"http://harbour.example/ 10.0.0.1 {stamp} text/plain", block)
    item = unfold("a.arc", data)["a.arc!/http://harbour.example/"]
    said = {field.property: field.value for field in item.document.fields}
    assert said["captured"] == day


class Line:
    """A line as warcio parts it: whatever it holds, the last four words and the rest."""

    def __init__(self, line: str) -> None:
        names = ("uri", "ip-address", "archive-date", "content-type", "length")
        self.headers = list(zip(names, line.rsplit(" ", 4), strict=True))


def test_the_ten_fields_of_the_second_version_of_arc():
    line = "http://harbour.example/a b 10.0.0.1 20040724100000 text/html 200 - - 120 a.arc 900"
    header = ArcHeader(Line(line))
    assert header.get_header("WARC-Target-URI") == "http://harbour.example/a%20b"
    assert header.get_header("WARC-Date") == "2004-07-24T10:00:00Z"
    assert header.get_header("Content-Length") == "900"
    assert header.get_header("WARC-Payload-Digest") is None
    assert dict(header.headers)["Result-code"] == "200"


INFO = (
    b"software: Lantern/3.1\r\nformat: WARC File Format 1.1\r\noperator: the night\r\n porter\r\n"
    b"publisher: Town Museum\r\n: nothing\r\nno colon\r\n"
)


def info(block: bytes, more: str = "") -> bytes:
    return (
        f"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Date: 2024-07-24T09:00:00Z\r\n{more}"
        f"Content-Type: application/warc-fields\r\nContent-Length: {len(block)}\r\n\r\n"
    ).encode() + (block + b"\r\n\r\n")


def test_a_web_archive_says_of_itself_who_made_it(unfold, said):
    item = unfold("a.warc", info(INFO) + record(HEAD + PAGE))["a.warc"]
    assert [tuple(header)[1:] for header in item.headers if header.kind == "warcinfo"] == [
        ("software", "Lantern/3.1"),
        ("format", "WARC File Format 1.1"),
        ("operator", "the night porter"),
        ("publisher", "Town Museum"),
    ]
    assert ("warc", "WARC-Type", "warcinfo") in item.headers
    known = Reading(item, "a.warc").known
    assert {field.property: (field.value, field.place) for field in known.fields} == {
        "created": ("2024-07-24T09:00:00Z", "record header WARC-Date"),
        "generator": ("Lantern/3.1", "warcinfo record software"),
        "publisher": ("Town Museum", "warcinfo record publisher"),
    }
    assert said(item) == []


def test_many_records_of_what_a_file_says_of_itself(unfold, said):
    item = unfold("a.warc", info(INFO) * 23 + record(HEAD + PAGE))["a.warc"]
    assert len([header for header in item.headers if header.name == "software"]) == 20
    assert said(item) == ["more records of what it says of itself, left out: 3"]


def test_what_several_crawls_in_one_file_do_not_agree_on_is_no_claim(unfold):
    other = INFO.replace(b"Town Museum", b"Harbour Office")
    later = info(other).replace(b"2024-07-24T09", b"2025-01-02T09")
    item = unfold("a.warc", info(INFO) + record(HEAD + PAGE) + later)["a.warc"]
    assert [(field.property, field.value) for field in item.fields] == [
        ("generator", "Lantern/3.1")
    ]
    assert [header.value for header in item.headers if header.name == "publisher"] == [
        "Town Museum",
        "Harbour Office",
    ]


def test_too_many_fields_of_what_a_file_says_of_itself(unfold, said):
    found = unfold("a.warc", info(INFO) + record(HEAD + PAGE), Limits(headers=7))
    assert said(found["a.warc"])[1] == (
        "its warcinfo record: 8 header fields, over the limit of 7 (limits: headers)"
    )


def test_an_arc_says_when_it_was_made(unfold):
    data = arc_record("filedesc://a.arc 0.0.0.0 20040724100000 text/plain", VERSION)
    item = unfold("a.arc", data)["a.arc"]
    assert [tuple(header) for header in item.headers][:1] == [("arc", "URL", "filedesc://a.arc")]
    assert [(field.property, field.value) for field in item.fields] == [
        ("created", "2004-07-24T10:00:00Z")
    ]


@pytest.mark.parametrize(
    ("package", "fields"),
    [
        (
            {
                "title": "The boats\n of 2024",
                "created": "2024-07-24T09:00:00Z",
                "software": "Lantern 3",
                "mainPageUrl": URL,
                "modified": 7,
            },
            {
                "title": "The boats of 2024",
                "created": "2024-07-24T09:00:00Z",
                "generator": "Lantern 3",
                "url": URL,
            },
        ),
        ({"title": ["x"], "software": "", "created": None}, {}),
    ],
)
def test_a_wacz_says_of_itself_what_its_package_says(package, fields, unfold, zipped):
    data = zipped(("datapackage.json", json.dumps({"resources": [], **package})))
    item = unfold("a.wacz", data)["a.wacz"]
    assert {field.property: field.value for field in item.fields} == fields
