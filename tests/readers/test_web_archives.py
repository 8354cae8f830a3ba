"""WARC, ARC and WACZ: every capture a document with its address and its day."""

import base64
import gzip
import hashlib
import json
import warnings

import pytest

from audit.readers import Limits

PAGE = b"<html><head><title>Boats</title></head><body><p>The boats are in.</p></body></html>"
URL = "https://harbour.example/boats.html"
DAY = "2024-07-24T10:00:00Z"
VERSION = b"1 0 Harbour\nURL IP-address Archive-date Content-type Archive-length\n"


def arc_record(url: str, content_type: str, block: bytes) -> bytes:
    return f"{url} 10.0.0.1 20040724100000 {content_type} {len(block)}\n".encode() + block + b"\n"


def record(kind: str, url: str, content_type: str, block: bytes, **more: str) -> bytes:
    """Write one record as the standard has it."""
    digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000000>",
        "WARC-Date": DAY,
        "WARC-Target-URI": url,
        "WARC-Block-Digest": f"sha1:{digest}",
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value)
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def capture(url: str, kind: str, status: str, content_type: str, body: bytes) -> bytes:
    if kind != "response":
        return record(kind, url, content_type, body)
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Language: en\r\n\r\n"
    return record(kind, url, "application/http; msgtype=response", head.encode() + body)


def archive(*captures: tuple[str, str, str, str, bytes], packed: bool = True) -> bytes:
    """Write a WARC of (url, kind, status, content type, body)."""
    info = record("warcinfo", "", "application/warc-fields", b"software: test\r\n")
    records = [info, *(capture(*each) for each in captures)]
    return b"".join(gzip.compress(each) if packed else each for each in records)


RESPONSE = (URL, "response", "200 OK", "text/html; charset=utf-8", PAGE)


@pytest.mark.parametrize("packed", [True, False])
def test_captures_of_a_warc(packed, unfold, claims):
    found = unfold("a.warc.gz" if packed else "a.warc", archive(RESPONSE, packed=packed))
    name = "a.warc.gz" if packed else "a.warc"
    assert set(found) == {name, f"{name}!/{URL}"}
    assert found[name].problems == ()
    item = found[f"{name}!/{URL}"]
    assert item.media_type == "text/html"
    assert "The boats are in." in item.document.text
    assert item.sha256 == hashlib.sha256(PAGE).hexdigest()
    chosen = claims(item)
    assert chosen["captured"].normalized.startswith("2024-07-24")
    assert chosen["captured"].extractor == "warc"
    assert chosen["captured"].origin == "embedded"
    assert chosen["url"].value == URL
    assert chosen["title"].value == "Boats"
    assert chosen["language"].normalized == "en"


def test_what_is_no_document_is_said(unfold, said):
    missing = ("https://a.example/", "response", "404 No", "text/html", b"x")
    found = unfold("a.warc.gz", archive(RESPONSE, missing))
    assert set(found) == {"a.warc.gz", f"a.warc.gz!/{URL}"}
    assert said(found["a.warc.gz"]) == ["captures of redirects and errors, left out: 1"]
    assert not any(remark.incomplete for remark in found["a.warc.gz"].problems)


BOATS = "sha1:" + base64.b32encode(hashlib.sha1(b"The boats are in.").digest()).decode()


def revisit(**more: str) -> bytes:
    """Write a record that says that nothing had changed a year later."""
    later = {"WARC_Date": "2025-07-24T10:00:00Z", **more}
    return record("revisit", URL, "application/http", b"HTTP/1.1 304 Not Modified\r\n\r\n", **later)


def test_revisits_name_the_capture_whose_content_they_share(unfold, said):
    first = record(
        "response", URL, "application/http", b"HTTP/1.1 200 OK\r\n\r\nThe boats are in.",
        WARC_Record_ID="<urn:uuid:1>", WARC_Payload_Digest=BOATS,
    )  # fmt: skip
    by_id = revisit(WARC_Refers_To="<urn:uuid:1>")
    by_digest = revisit(WARC_Payload_Digest=BOATS)
    elsewhere = revisit(WARC_Refers_To="<urn:uuid:9>", WARC_Refers_To_Date="2019-01-02T03:04:05Z")
    found = unfold("a.warc", first + by_id + by_digest + elsewhere + revisit() * 20)
    again = f"'{URL}' was captured again on 2025-07-24T10:00:00Z; its content is"
    messages = said(found["a.warc"])
    assert messages[:1] == ["more revisit records, whose content is kept elsewhere: 3"]
    assert messages[1:5] == [
        f"{again} that of the capture of {DAY}",
        f"{again} that of the capture of {DAY}",
        f"{again} that of 2019-01-02T03:04:05Z, which is not in this file",
        f"{again} an earlier one, which is not in this file",
    ]
    assert len(messages) == 21
    assert not any(remark.incomplete for remark in found["a.warc"].problems)


WRONG = [f"sha1:{'z' * 40}", f"sha1:{'1' * 32}", f"sha1:{'é' * 28}"]


@pytest.mark.parametrize(
    "digest", ["sha1:BOATS", "sha1:", "sha1:\N{SNOWMAN}", "BOATS", "x:=====", *WRONG]
)
def test_what_is_no_digest_stops_nothing(digest, unfold, said):
    bad = record(
        "response", f"{URL}?1", "application/http", b"HTTP/1.1 200 OK\r\n\r\nThe boats are in.",
        WARC_Payload_Digest=digest,
    )  # fmt: skip
    found = unfold("a.warc", bad + archive(RESPONSE, packed=False))
    assert found[f"a.warc!/{URL}?1"].document.text == "The boats are in."
    assert f"a.warc!/{URL}" in found
    messages = " ".join(said(found["a.warc"]))
    assert "its payload digest is none" in messages or "unknown hash" in messages


def test_headers_of_the_server_are_claims(unfold):
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Generator: Press 5\r\n"
        "Last-Modified: Mon, 20 May 2024 09:00:00 GMT\r\n"
        'Link: <https://a.example/x>; rel="next", '
        '<https://creativecommons.org/licenses/by/4.0/>; rel="license"\r\n\r\n'
    )
    data = record("response", URL, "application/http", head.encode() + PAGE)
    item = unfold("a.warc", data)[f"a.warc!/{URL}"]
    said = {field.property: (field.value, field.place) for field in item.document.fields}
    assert said["captured"] == (DAY, "record header WARC-Date")
    assert said["url"] == (URL, "record header WARC-Target-URI")
    assert said["generator"] == ("Press 5", "HTTP header X-Generator")
    assert said["modified"][0].startswith("2024-05-20T09:00")
    assert said["rights"][0] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("stated", "encoding", "meta", "remarks"),
    [
        ("windows-1251", "windows-1251", "", 0),
        ('"KOI8-R"', "koi8-r", "", 0),
        ("iso-8859-1", "utf-8", "utf-8", 0),
        ("iso-8859-1", "utf-8", "", 0),
        ("utf-8", "windows-1251", "windows-1251", 0),
        ("utf-8", "windows-1251", "", 1),
    ],
)
@pytest.mark.parametrize("kind", ["html", "plain"])
def test_the_charset_of_the_server_counts(kind, stated, encoding, meta, remarks, unfold):  # noqa: PLR0913, PLR0917
    text = "Городская библиотека будет открыта в субботу, сообщил представитель музея."
    head = f'<meta charset="{meta}">' if meta and kind == "html" else ""
    body = f"<html>{head}<p>{text}</p></html>" if kind == "html" else text
    sent = f"HTTP/1.1 200 OK\r\nContent-Type: text/{kind}; charset={stated}\r\n\r\n".encode()
    data = record("response", URL, "application/http", sent + body.encode(encoding))
    document = unfold("a.warc", data)[f"a.warc!/{URL}"].document
    assert document.text.strip() == text
    if kind == "html":
        assert len(document.remarks) == remarks


@pytest.mark.parametrize("kind", ["b16encode", "b32encode", "b64encode", "urlsafe_b64encode"])
@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
def test_digests_in_every_form_are_checked(algorithm, kind, unfold, said):
    for text in (b"The boats are in.", b"The boats are on."):
        digest = getattr(base64, kind)(hashlib.new(algorithm, text).digest()).decode()
        data = record(
            "response", URL, "application/http", b"HTTP/1.1 200 OK\r\n\r\nThe boats are in.",
            WARC_Payload_Digest=f"{algorithm}:{digest}",
        )  # fmt: skip
        messages = said(unfold("a.warc", data)["a.warc"])
        assert len(messages) == (b"on" in text)


def test_a_warc_that_is_packed_as_a_whole_is_read(unfold, said):
    captures = [(f"https://a.example/{number}", *RESPONSE[1:]) for number in range(3)]
    found = unfold("a.warc.gz", gzip.compress(archive(*captures, packed=False)))
    assert {f"a.warc.gz!/https://a.example/{number}" for number in range(3)} < set(found)
    assert len(found) == 4
    assert found["a.warc.gz"].problems == ()


@pytest.mark.parametrize("packed", [True, False])
def test_a_capture_that_is_cut_off_is_said(packed, unfold, said):
    whole = archive(RESPONSE, packed=False)
    data = whole[: whole.index(b"boats are in")]
    found = unfold("a.warc", gzip.compress(data) if packed else data)
    (capture, *_) = said(found["a.warc"])
    assert capture.startswith(f"capture of '{URL}': cut off, ")
    torn = unfold("a.warc.gz", gzip.compress(whole)[:-200])
    assert "the packed file breaks off" in said(torn["a.warc.gz"])[-1]


def test_a_head_that_is_cut_off_is_said(unfold, said):
    data = archive(RESPONSE, packed=False) + b"WARC/1.0\r\nWARC-Date: 2024"
    assert said(unfold("a.warc", data)["a.warc"])


def test_a_record_that_does_not_end_where_it_says(unfold, said):
    data = archive(RESPONSE, RESPONSE, packed=False)
    length = data.rfind(b"Content-Length: ")
    end = data.index(b"\r\n", length)
    number = int(data[length + 16 : end])
    torn = data[: length + 16] + str(number - 9).encode() + data[end:]
    messages = said(unfold("a.warc", torn)["a.warc"])
    assert "records that do not end where they say: number 3" in messages


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2024-02-30T10:00:00Z", "its WARC-Date is no day: '2024-02-30T10:00:00Z'"),
        ("", "its header states no WARC-Date"),
        ("2024-07", ""),
    ],
)
def test_a_capture_without_a_day_is_said(day, told, unfold):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    data = record("response", URL, "application/http", head + PAGE, WARC_Date=day)
    found = unfold("a.warc", data)
    assert f"a.warc!/{URL}" in found
    remarks = [remark for remark in found["a.warc"].problems if remark.message.endswith(told)]
    assert len(remarks) == bool(told)
    assert not any(remark.incomplete for remark in found["a.warc"].problems)


def test_one_address_twice_and_resources(unfold):
    text = ("urn:note", "resource", "", "text/plain", b"A note on the boats.")
    found = unfold("a.warc", archive(RESPONSE, RESPONSE, text, packed=False))
    assert set(found) == {
        "a.warc",
        f"a.warc!/{URL}",
        f"a.warc!/{URL} (2)",
        "a.warc!/urn:note",
    }
    assert found["a.warc!/urn:note"].document.text == "A note on the boats."


def test_content_against_what_the_server_said(unfold):
    wrong = ("https://a.example/x", "response", "200 OK", "application/pdf", PAGE)
    item = unfold("a.warc", archive(wrong, packed=False))["a.warc!/https://a.example/x"]
    assert item.media_type == "text/html"
    assert item.basis == "not as stated, application/pdf; content match HTML"


def test_a_changed_record_is_not_that_of_its_digest(unfold, said):
    data = archive(RESPONSE, packed=False).replace(b"The boats are in.", b"The boats are on.")
    found = unfold("a.warc", data)
    (problem,) = found["a.warc"].problems
    assert problem.incomplete
    assert problem.message.startswith(
        f"capture of '{URL}': its bytes are not those of its block digest, 'sha1:"
    )
    assert "The boats are on." in found[f"a.warc!/{URL}"].document.text


CHUNKS = b"4\r\nThe \r\nd\r\nboats are in.\r\n0\r\n\r\n"
GOOD = BOATS
AS_SENT = f"sha1:{base64.b32encode(hashlib.sha1(CHUNKS).digest()).decode()}"
OTHER = f"sha1:{'A' * 32}"


def answer(payload: bytes, headers: str, **digests: str) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n{headers}\r\n".encode()
    block = "sha1:" + base64.b32encode(hashlib.sha1(head + payload).digest()).decode()
    stated = {"WARC_Block_Digest": "", "WARC_Payload_Digest": "", **digests}
    stated = {name: value.replace("GOOD", block) for name, value in stated.items()}
    return record("response", URL, "application/http", head + payload, **stated)


@pytest.mark.parametrize(
    ("payload", "block", "digest", "is_whole", "end"),
    [
        (b"The boats are in.", "", GOOD, True, ""),
        (b"The boats are in.", "", OTHER, False, f"its payload digest, '{OTHER}'"),
        (b"The boats are in.", OTHER, GOOD, False, f"its block digest, '{OTHER}'"),
        (b"The boats are in.", "GOOD", OTHER, True, "but those of its block digest"),
        (CHUNKS, "", GOOD, True, ""),
        (CHUNKS, "", AS_SENT, True, ""),
        (CHUNKS, "", OTHER, False, f"its payload digest, '{OTHER}'"),
    ],
)
def test_which_digest_is_wrong(payload, block, digest, is_whole, end, unfold):  # noqa: PLR0913, PLR0917
    headers = "Transfer-Encoding: chunked\r\n" if payload == CHUNKS else ""
    digests = {"WARC_Block_Digest": block, "WARC_Payload_Digest": digest}
    found = unfold("a.warc", answer(payload, headers, **digests))
    assert found[f"a.warc!/{URL}"].document.text == "The boats are in."
    assert [each.incomplete for each in found["a.warc"].problems] == [not is_whole] * bool(end)
    assert all(each.message.endswith(end) for each in found["a.warc"].problems)


def test_a_packed_answer_in_chunks_is_read(unfold):
    packed = gzip.compress(b"The boats are in.", mtime=0)
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    headers = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
    digest = base64.b32encode(hashlib.sha1(packed).digest()).decode()
    found = unfold("a.warc", answer(chunks, headers, WARC_Payload_Digest=f"sha1:{digest}"))
    assert found[f"a.warc!/{URL}"].document.text == "The boats are in."
    assert found["a.warc"].problems == ()


def test_an_algorithm_that_nobody_knows_accuses_nobody(unfold):
    found = unfold("a.warc", answer(b"words", "", WARC_Payload_Digest="sm3000:ABC"))
    assert [each.incomplete for each in found["a.warc"].problems] == [False]


REQUEST = record("request", URL, "application/http", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")


@pytest.mark.parametrize("last", ["response", "request", "metadata", "revisit"])
def test_a_warc_that_ends_within_a_record_says_so(last, unfold):
    """But where its length is complete, only the empty lines after it are missing."""
    records = {
        "response": archive(RESPONSE, packed=False).partition(b"\r\n\r\nWARC/")[2],
        "request": REQUEST.removeprefix(b"WARC/"),
        "metadata": record("metadata", URL, "text/plain", b"seen: 1").removeprefix(b"WARC/"),
        "revisit": revisit().removeprefix(b"WARC/"),
    }
    whole = archive(RESPONSE, packed=False)
    data = whole + b"WARC/" + records[last]
    for end in range(len(whole) + 1, len(data), 7):
        found = unfold("a.warc", data[:end])
        said = [each.message for each in found["a.warc"].problems if each.incomplete]
        assert len(said) == (end < len(data) - 4), data[:end][-40:]
        assert not any("object" in message or "Error" in message for message in said)


@pytest.mark.parametrize("packed", [True, False])
def test_what_follows_the_records_and_is_none(packed, unfold, said):
    data = archive(RESPONSE, packed=packed)
    more = b"and nothing more of that kind\r\n\r\n"
    found = unfold("a.warc", data + (gzip.compress(more) if packed else more))
    assert f"a.warc!/{URL}" in found
    assert said(found["a.warc"]) == [
        "what should be record 3 begins like none; the rest is not read"
    ]


def test_a_torn_warc_keeps_what_came_before(unfold):
    data = archive(RESPONSE, ("https://a.example/", *RESPONSE[1:]))
    found = unfold("a.warc.gz", data[:-200])
    assert f"a.warc.gz!/{URL}" in found
    assert found["a.warc.gz"].problems


def test_arc(unfold, claims):
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    data = arc_record("filedesc://a.arc", "text/plain", VERSION)
    data += arc_record("http://harbour.example/", "text/html", body)
    found = unfold("a.arc", data)
    item = found["a.arc!/http://harbour.example/"]
    assert "The boats are in." in item.document.text
    assert claims(item)["captured"].normalized.startswith("2004-07-24")
    places = {field.property: field.place for field in item.document.fields}
    assert places == {"captured": "record header Archive-date", "url": "record header URL"}


def test_a_packed_arc(unfold):
    records = [
        arc_record("filedesc://a.arc", "text/plain", VERSION),
        arc_record("http://a.example/", "text/plain", b"HTTP/1.1 200 OK\r\n\r\nwords"),
        arc_record("http://b.example/", "text/plain", b"HTTP/1.1 404 No\r\n\r\nnothing"),
    ]
    found = unfold("a.arc.gz", b"".join(map(gzip.compress, records)))
    assert found["a.arc.gz!/http://a.example/"].document.text == "words"
    assert "a.arc.gz!/http://b.example/" not in found


def test_wacz(unfold, zipped, said):
    warc = archive(RESPONSE)
    digest = hashlib.sha256(warc).hexdigest()
    resources = [{"path": "archive/data.warc.gz", "hash": f"sha256:{digest}"}]
    package = json.dumps({"resources": resources})
    data = zipped(("archive/data.warc.gz", warc), ("datapackage.json", package))
    found = unfold("a.wacz", data)
    assert set(found) == {
        "a.wacz",
        "a.wacz!/archive/data.warc.gz",
        f"a.wacz!/archive/data.warc.gz!/{URL}",
    }
    assert found["a.wacz"].problems == ()
    wrong = package.replace(digest, "0" * 64).replace(
        "]", ', {"path": "pages/pages.jsonl", "hash": ""}]'
    )
    found = unfold("a.wacz", zipped(("archive/data.warc.gz", warc), ("datapackage.json", wrong)))
    messages = said(found["a.wacz"])
    assert "'archive/data.warc.gz' is not what datapackage.json says" in messages[0]
    assert "'pages/pages.jsonl' is in datapackage.json but not here" in messages[1]
    found = unfold("a.wacz", zipped(("archive/data.warc.gz", warc)))
    assert "digests are not checked" in said(found["a.wacz"])[0]
    digest = {"path": "datapackage.json", "hash": f"sha256:{'0' * 64}"}
    members = (
        ("archive/data.warc.gz", warc),
        ("datapackage.json", package),
        ("datapackage-digest.json", json.dumps(digest)),
    )
    (message,) = said(unfold("a.wacz", zipped(*members))["a.wacz"])
    assert message.startswith("'datapackage.json' is not what datapackage-digest.json says")


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("md5:{md5}", ""),
        ("SHA512:{sha512}", ""),
        ("sha512:{md5}", "is not what datapackage.json says"),
        ("", "states no digest"),
        ("{md5}", "states no digest"),
        ("crc32:0", "states no digest"),
        (None, "is here but not in datapackage.json"),
    ],
)
@pytest.mark.parametrize("name", ["archive/a.warc.gz", "pages/pages.jsonl"])
def test_what_a_wacz_does_not_list_is_said(name, stated, message, unfold, zipped):
    data = archive(RESPONSE)
    digests = {each: hashlib.new(each, data).hexdigest() for each in ("md5", "sha512")}
    resources = [] if stated is None else [{"path": name, "hash": stated.format(**digests)}]
    package = json.dumps({"resources": resources})
    found = unfold("a.wacz", zipped((name, data), ("datapackage.json", package)))
    problems = found["a.wacz"].problems
    assert [message in each.message for each in problems] == [True] * bool(message)
    is_wrong = stated == "sha512:{md5}"
    assert all(each.incomplete == (is_wrong or "warc" in name) for each in problems)
    assert (f"a.wacz!/{name}!/{URL}" in found) == ("warc" in name)


def test_names_in_a_wacz(unfold, zipped, said):
    warc = archive(RESPONSE)
    with warnings.catch_warnings(action="ignore"):
        data = zipped(
            ("datapackage.json", '{"resources": []}'),
            ("archive/a.warc.gz", warc),
            ("archive/a.warc.gz", warc),
            ("../archive/b.warc.gz", warc),
        )
    found = unfold("a.wacz", data)
    assert f"a.wacz!/archive/a.warc.gz (2)!/{URL}" in found
    assert not any("b.warc" in path for path in found)
    unlisted = "'archive/a.warc.gz' is here but not in datapackage.json: it is not checked"
    assert said(found["a.wacz"]) == [
        unlisted,
        unlisted,
        "member '../archive/b.warc.gz': its name leads out of the archive; refused",
        "2 members are called 'archive/a.warc.gz'; each is read, the later ones numbered",
    ]


def test_limits_of_captures(unfold, said):
    big = ("https://a.example/big", *RESPONSE[1:4], PAGE * 100)
    found = unfold("a.warc.gz", archive(big, RESPONSE), Limits(file=5_000))
    assert set(found) == {"a.warc.gz", f"a.warc.gz!/{URL}"}
    assert "over the limit of 5,000 bytes" in said(found["a.warc.gz"])[0]
    found = unfold("a.warc.gz", archive(*[RESPONSE] * 9), Limits(records=4))
    assert len(found) == 4
    assert "more than 4 records" in said(found["a.warc.gz"])[0]


RULES = """\
audit: 1
rules:
  all: {check: text, forbid: {contains: [boats]}, severity: error}
  site: {check: metadata, fields: {rights: required}, paths: ["a.warc!/https://harbour.example/**"]}
  other: {check: metadata, fields: {rights: required}, paths: ["a.warc!/https://quay.example/**"]}
"""


def test_rules_reach_the_captures(here):
    (here.cwd / "audit.yml").write_text(RULES)
    (here.cwd / "a.warc").write_bytes(archive(RESPONSE, packed=False))
    outcome = here("check", ".", "-f", "jsonl", "-q", "--no-catalogue")
    rows = [json.loads(line) for line in outcome.out.splitlines()]
    found = {(row["path"], row["rule"]) for row in rows if row["type"] == "finding"}
    assert found == {(f"a.warc!/{URL}", "all"), (f"a.warc!/{URL}", "site")}
    assert outcome.code == 1
