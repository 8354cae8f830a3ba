"""Bodies that the server packed: undone, or named; never read as if the packed bytes were text."""

import gzip
import io
import sys
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import ReadError
from audit.readers import Budget, Limits
from audit.readers.bounds.coding import Body

PAGE = (
    b"<html lang=en><head><title>Boats</title></head><body><p>The boats of the harbour are in, and "
    b"the kettle is on from a quarter to seven.</p></body></html>"
)
ZLIB = zlib.compress(PAGE)
CODINGS = {
    "": PAGE,
    "identity": PAGE,
    "utf-8": PAGE,  # as some servers write
    "gzip": gzip.compress(PAGE),
    "X-GZIP ": gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:]),
    "deflate": ZLIB,
    "DEFLATE": ZLIB[2:-4],
    "br": brotli.compress(PAGE),
    "gzip, br": brotli.compress(gzip.compress(PAGE)),
}
BODY = "a.warc!/https://harbour.example/boats"


def warc(stated, sent, chunked=False):
    """Write a WARC of one answer."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    head += f"Content-Encoding: {stated}\r\n".encode() if stated else b""
    if chunked:
        head += b"Transfer-Encoding: Chunked\r\n"
        sent = b"%x\r\n%b\r\n0\r\n\r\n" % (len(sent), sent)
    block = head + b"\r\n" + sent
    fields = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:a>\r\n"
        "WARC-Date: 2024-07-24T10:00:00Z\r\nWARC-Target-URI: https://harbour.example/boats\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return fields.encode() + block + b"\r\n\r\n"


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("coding", CODINGS)
def test_what_the_server_packed_is_read(coding, chunked, unfold, said):
    found = unfold("a.warc", warc(coding, CODINGS[coding], chunked))
    assert said(found["a.warc"]) == []
    assert found[BODY].document.markup.encode() == PAGE
    assert found[BODY].source.size == len(PAGE)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_body_that_is_not_packed_as_stated_is_read_as_it_is(coding, unfold, said):
    found = unfold("a.warc", warc(coding, PAGE))
    address = "member 'https://harbour.example/boats'"
    assert said(found["a.warc"]) == [f"{address}: stated to be packed as {coding}, and is not"]
    assert not found["a.warc"].problems[0].incomplete
    assert found[BODY].document.markup.encode() == PAGE


def noise(size):
    """Return bytes that no coding makes shorter."""
    state, found = 7, bytearray()
    for _ in range(size):
        state = state * 1_103_515_245 + 12_345 & 0x7FFFFFFF
        found.append(97 + (state >> 16) % 26)
    return bytes(found)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_body_that_breaks_off_is_incomplete(coding, unfold, said):
    page = PAGE + noise(9_000)
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[coding]
    found = unfold("a.warc", warc(coding, pack(page)[:-400]))
    (problem,) = found["a.warc"].problems
    assert problem.message.endswith(f"what is packed in it as {coding} breaks off")
    assert problem.incomplete
    assert page.startswith(found[BODY].document.markup.encode())
    assert len(found[BODY].document.markup) > 1_000


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_damage_is_told(coding):
    packed = bytearray(CODINGS[coding])
    packed[len(packed) // 2 :] = bytes(len(packed) - len(packed) // 2)
    body = Body(bytes(packed), coding)
    while body.read(100):
        pass
    assert body.lacks.startswith(f"what is packed in it as {coding} ")


@pytest.mark.parametrize("coding", ["zstd", "compress", "gzip,gzip,gzip,gzip,gzip"])
def test_what_is_not_undone_gets_fixity_and_a_problem(coding, unfold, said):
    found = unfold("a.warc", warc(coding, b"\x28\xb5\x2f\xfd\x04\x00 and more"))
    item = found[BODY]
    assert item.state == "fixity-only"
    assert (item.media_type, item.stated) == ("text/html", "")  # what is packed is no other format
    (problem,) = item.problems
    assert problem.incomplete
    assert problem.message.startswith("its content is packed ")


def test_without_its_library_brotli_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(ReadError, match=r"install provenance-audit\[warc\]"):
        Body(CODINGS["br"], "br")


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_bomb_is_unpacked_no_further_than_the_limit(coding):
    pack = {"gzip": gzip.compress, "br": brotli.compress}[coding]
    body = Body(pack(bytes(30_000_000)), coding)
    with pytest.raises(ReadError, match="over the limit of 1,000,000 bytes"):
        Budget(Limits(file=1_000_000)).take(body, 1_000_000)


@given(st.binary(max_size=3_000), st.lists(st.sampled_from(["gzip", "deflate", "br"]), max_size=3))
def test_what_was_packed_comes_back(data, codings):
    packs = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}
    packed = data
    for coding in codings:
        packed = packs[coding](packed)
    body = Body(packed, ", ".join(codings))
    taken = io.BytesIO()
    while block := body.read(100):
        taken.write(block)
    if not body.remarks:
        assert (taken.getvalue(), body.lacks) == (data, "")


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "br, gzip", "gzip, br"]))
def test_any_bytes_end(data, coding):
    body = Body(data, coding)
    while body.read(100):
        pass


def test_what_was_packed_for_its_way_is_read(unfold, said):
    data = warc("", gzip.compress(PAGE), chunked=True).replace(b": Chunked", b": gzip, chunked")
    size = b"Content-Length: %d\r\n"
    data = data.replace(size % (length := stated(data)), size % (length + len("gzip, ")))
    found = unfold("a.warc", data)
    assert said(found["a.warc"]) == []
    assert found[BODY].document.markup.encode() == PAGE


def stated(data):
    return int(data.split(b"Content-Length: ")[1].split(b"\r\n")[0])


def test_a_part_of_a_document_is_incomplete(unfold, said):
    data = warc("", PAGE).replace(b"200 OK", b"206 No")
    found = unfold("a.warc", data)
    (problem,) = found["a.warc"].problems
    said_so = "the server sent a part of it alone (206, 'no range')"
    assert problem.message == f"capture of 'https://harbour.example/boats': {said_so}"
    assert problem.incomplete


CHUNKED = b"20\r\n" + PAGE[:32] + b"\r\n" + b"%x\r\n" % len(PAGE[32:]) + PAGE[32:] + b"\r\n"


def with_head(head, sent):
    """Write a WARC of an answer of which the server stated *head*, with its status, too."""
    data = warc("", sent)
    length = int(data.split(b"\r\nContent-Length: ")[1].split(b"\r\n")[0])
    longer = length + len(head) - len(b"200 OK")
    return data.replace(b"200 OK", head).replace(b"Length: %d" % length, b"Length: %d" % longer)


def in_chunks(sent):
    """Write a WARC of an answer that is stated to be in chunks, and was sent so."""
    return with_head(b"200 OK\r\nTransfer-Encoding: chunked", sent)


@pytest.mark.parametrize(
    "end", [b"0\r\n\r\n", b"000;a=b\r\n\r\n", b"0\r\n", b"0\r\nX-Sum: 3\r\n\r\n"]
)
def test_what_stands_below_the_last_chunk_is_not_read(end, unfold, said):
    found = unfold("a.warc", in_chunks(CHUNKED + end))
    assert said(found["a.warc"]) == []
    assert found[BODY].document.markup.encode() == PAGE


@pytest.mark.parametrize("sent", [CHUNKED, CHUNKED[:90], CHUNKED[:20]])
def test_chunks_that_end_too_early_are_incomplete(sent, unfold):
    (problem,) = unfold("a.warc", in_chunks(sent))["a.warc"].problems
    said_so = "its last chunk is missing"
    assert problem.message == f"capture of 'https://harbour.example/boats': {said_so}"
    assert problem.incomplete


@pytest.mark.parametrize("sent", [PAGE, b"0\r\n\r\n", b""])
def test_what_is_in_no_chunks_lacks_none(sent, unfold, said):
    assert said(unfold("a.warc", in_chunks(sent))["a.warc"]) == []


def test_a_part_that_is_all_of_it_is_whole(unfold, said):
    stated = b"206 No\r\nContent-Range: bytes 0-%d/%d" % (len(PAGE) - 1, len(PAGE))
    assert said(unfold("a.warc", with_head(stated, PAGE))["a.warc"]) == []


def test_many_members_take_linear_time():
    member = gzip.compress(b"", mtime=0)
    body = Body(member * 150_000 + gzip.compress(PAGE), "gzip")
    assert b"".join(iter(lambda: body.read(65_536), b"")) == PAGE  # else it does not end
    assert body.lacks == ""


@pytest.mark.parametrize("size", [8_190, 8_191, 8_192, 8_193])
def test_members_that_end_where_a_piece_ends(size):
    many = gzip.compress(PAGE, mtime=0)
    room = size - len(many)
    noise = bytes(range(256)) * 40
    first = many + _stored(noise[: room - len(_stored(b""))])
    assert len(first) == size
    body = Body(first + many, "gzip")
    assert b"".join(iter(lambda: body.read(65_536), b"")).endswith(PAGE)
    assert (body.lacks, body.remarks) == ("", [])


def _stored(data):
    """Pack *data* as it is."""
    return gzip.compress(data, compresslevel=0, mtime=0)
