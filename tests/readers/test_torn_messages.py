"""Messages as torn copies, old programs and mailing lists leave them."""

import base64

import pytest

HEAD = b"Subject: Boats\r\nFrom: Anna Berg <anna@harbour.example>\r\nMIME-Version: 1.0\r\n"
WORDS = (
    b"The ferry bell of the harbour is heard in fog by all on the quay, and the boats come in.\r\n"
)
PACKED = base64.encodebytes(WORDS * 4).replace(b"\n", b"\r\n")
MIXED = b'Content-Type: multipart/mixed; boundary="B"\r\n\r\n'
BASE64 = b"Content-Transfer-Encoding: base64\r\n\r\n"


def parts(*each: bytes, end: bytes = b"--B--\r\n", kind: bytes = b"mixed") -> bytes:
    head = MIXED.replace(b"mixed", kind)
    return HEAD + head + b"".join(b"--B\r\n" + part + b"\r\n" for part in each) + end


PLAIN = b"Content-Type: text/plain\r\n\r\n" + WORDS
MARKED = b"Content-Type: text/html\r\n\r\n<p>" + WORDS + b"</p>\r\n"
INNER = b"Content-Type: message/rfc822\r\n\r\nSubject: Inner\r\n\r\n" + WORDS
LOST = [
    (parts(PLAIN, PLAIN, end=b""), "it breaks off: its last part has no end"),
    (HEAD + MIXED.replace(b'"B"', b"other") + b"--B\r\n" + PLAIN, "its parts are not parted"),
    (HEAD + b"Content-Type: multipart/mixed\r\n\r\n--B\r\n" + PLAIN, "its parts are not parted"),
    (parts(kind=b"alternative", end=b"") + WORDS, "its parts are not parted"),
    (HEAD + BASE64 + PACKED[:301], "what is packed in it as base64 breaks off"),
    (HEAD + BASE64 + PACKED[:300], "what is packed in it as base64 breaks off"),
    (HEAD + BASE64 + PACKED[:303], "what is packed in it as base64 breaks off"),
    (
        HEAD + b'Content-Type: message/partial; number=1; total=3; id="x"\r\n\r\n\r\n' + WORDS,
        "it is one part of a message",
    ),
]


@pytest.mark.parametrize(("data", "lost"), LOST)
def test_what_of_a_message_is_lost_is_said(data, lost, unfold):
    document = unfold("a.eml", data)["a.eml"].document
    assert "The ferry bell" in document.text
    assert lost in document.lost[0]


READ = [
    (parts(b"Content-Type: text/plain\r\n\r\n \r\n", MARKED, kind=b"alternative"), 1),
    (parts(b"Content-Type: text/plain\r\n\r\nSee below.\r\n", INNER), 1),
    (HEAD + INNER, 1),
    (parts(b"\r\nSubject: a\r\n\r\n" + WORDS, b"\r\n\r\n" + WORDS, kind=b"digest"), 2),
    (HEAD + b"Content-Disposition: attachment\r\n\r\n" + WORDS, 1),
    (b"\xef\xbb\xbf" + HEAD + b"\r\n" + WORDS, 1),
    (b"\r\n\r\n" + HEAD + b"\r\n" + WORDS, 1),
    (HEAD + BASE64 + PACKED + b"\r\n____\r\nharbour mailing list\r\n", 4),
    (HEAD + BASE64 + base64.b64encode(WORDS) + b"\r\n" + base64.b64encode(WORDS + b"x"), 2),
    (HEAD + BASE64 + WORDS * 3, 3),
]


@pytest.mark.parametrize(("data", "times"), READ)
def test_the_text_of_a_message_is_read(data, times, unfold, claims):
    item = unfold("a.eml", data)["a.eml"]
    assert item.document.text.count("The ferry bell") == times
    assert "Subject" not in item.document.text
    assert "�" not in item.document.text
    assert list(item.document.lost) == []
    assert claims(item)["title"].value == "Boats"


def test_what_a_list_adds_below_what_is_packed_is_text(unfold):
    data = HEAD + BASE64 + PACKED + b"\r\n____\r\nharbour mailing list\r\n"
    document = unfold("a.eml", data)["a.eml"].document
    assert document.text.endswith("____\r\nharbour mailing list\r\n")
    assert document.remarks == ("lines that are not packed as base64, as it says: 2",)


def test_words_after_the_last_part_are_said(unfold):
    document = unfold("a.eml", parts(PLAIN) + WORDS)["a.eml"].document
    assert document.remarks == (f"{len(WORDS.strip())} characters after its last part, left out",)


def test_lines_that_flow_without_their_blanks(unfold):
    kind = b"Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n"
    data = HEAD + kind + b"The har \r\nbour  \r\nopens.\r\n> a \r\n> b\r\n-- \r\nAnna\r\n"
    text = unfold("a.eml", data)["a.eml"].document.text
    assert text == "The harbour opens.\r\n> a \r\n> b\r\n-- \r\nAnna\r\n"


FROM = b"From anna@harbour.example Mon May  4 10:00:00 1998\n"
MESSAGE = b"Subject: Boats\n\n" + WORDS.replace(b"\r\n", b"\n") + b"\n"
BOX = FROM + MESSAGE + FROM + MESSAGE


@pytest.mark.parametrize(
    "data", [BOX, BOX.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + BOX, b"\n\n" + BOX, b"\r\n" + BOX]
)
def test_mailboxes_of_any_system(data, unfold, said):
    found = unfold("a.mbox", data)
    assert set(found) == {"a.mbox", "a.mbox!/1", "a.mbox!/2"}
    assert "The ferry bell" in found["a.mbox!/2"].document.text
    assert said(found["a.mbox"]) == []


def test_a_mailbox_without_a_message(unfold, said):
    assert said(unfold("a.mbox", FROM)["a.mbox"]) == ["no message is in it"]


def attached(kind: str, data: bytes, keep: int = -1) -> bytes:
    lines = base64.encodebytes(data).splitlines(keepends=True)
    head = f"Content-Type: {kind}\r\nContent-Disposition: attachment\r\n".encode()
    return head + BASE64 + b"".join(lines[:keep] if keep > 0 else lines)


PDF = b"%PDF-1.4\n" + bytes(range(256)) * 4 + b"\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4 + b"IEND\xaeB`\x82"


@pytest.mark.parametrize(("kind", "data"), [("application/pdf", PDF), ("image/png", PNG)])
def test_an_attachment_that_breaks_off_is_told(kind, data, unfold):
    torn = unfold("a.eml", parts(PLAIN, attached(kind, data, 5)))["a.eml"].document
    assert torn.lost == ["an attachment breaks off"]
    assert unfold("a.eml", parts(PLAIN, attached(kind, data)))["a.eml"].document.lost == []


@pytest.mark.parametrize("ends", [b"\r\n", b"\n"])
def test_a_message_that_is_shorter_than_it_announces_is_told(ends, unfold):
    whole = (HEAD + b"Content-Length: %d\r\n\r\n" % len(WORDS * 3) + WORDS * 3).replace(
        b"\r\n", ends
    )
    assert unfold("a.eml", whole)["a.eml"].document.lost == []
    (lost,) = unfold("a.eml", whole[:-40])["a.eml"].document.lost
    assert lost.startswith("it announces 270 bytes, 2")


def test_base64_that_ends_with_a_full_line_may_break_off(unfold):
    packed = base64.encodebytes(WORDS.rstrip() * 4)
    lines = packed.splitlines(keepends=True)
    cut = unfold("a.eml", HEAD + BASE64 + b"".join(lines[:3]))["a.eml"].document
    assert cut.remarks == ("it ends with a full line of base64: perhaps it breaks off there",)
    assert unfold("a.eml", HEAD + BASE64 + packed)["a.eml"].document.remarks == ()


def test_base64_that_ends_within_a_character_breaks_off(unfold):
    head = HEAD + b"Content-Type: text/plain; charset=utf-8\r\n" + BASE64
    words = "Der Hafen: ägyptische Boote".encode()
    cut = unfold("a.eml", head + base64.encodebytes(words[:12]))["a.eml"].document
    assert cut.lost == ["what is packed in it as base64 breaks off"]
    whole = unfold("a.eml", head + base64.encodebytes(words))["a.eml"].document
    assert whole.lost == []


KIND = b"Content-Type: text/plain; charset=utf-8\r\n"
CUT = "what is packed in it as base64 breaks off"
DAMAGED = "what is packed in it as base64 is damaged"
UNFILLED = "its base64 is not filled up at its end: perhaps a character is missing"


@pytest.mark.parametrize("is_bounded", [True, False])
@pytest.mark.parametrize("width", [76, 1_000])
@pytest.mark.parametrize("size", [85, 86, 87])
@pytest.mark.parametrize("wrong", ["short", "shorter", "first", "long", "longer", "filled"])
def test_base64_of_a_character_too_few_or_too_many_is_incomplete(
    is_bounded, width, size, wrong, unfold
):
    packed = base64.b64encode(WORDS[:size])
    bare = packed.rstrip(b"=")
    sent = {
        "short": bare[:-1] + packed[len(bare) :],
        "shorter": bare[:-1],
        "first": packed[1:],
        "long": packed + b"A",
        "longer": bare + b"A" + packed[len(bare) :],
        "filled": packed + b"=",
    }[wrong]
    lines = b"\r\n".join(sent[at : at + width] for at in range(0, len(sent), width))
    part = KIND + BASE64 + lines
    data = parts(part) if is_bounded else HEAD + part + b"\r\n"
    lost = unfold("a.eml", data)["a.eml"].document.lost
    assert lost
    assert lost[0] in (CUT, DAMAGED, UNFILLED)


@pytest.mark.parametrize("size", [85, 86, 87])
def test_base64_as_it_should_be_is_whole(size, unfold):
    part = KIND + BASE64 + base64.encodebytes(WORDS[:size])
    for data in (parts(part), HEAD + part):
        document = unfold("a.eml", data)["a.eml"].document
        assert document.lost == []
        assert document.text == WORDS[:size].decode()


def test_the_note_of_a_mail_program_for_itself_is_no_message(unfold, said):
    note = (
        b"Subject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA\nX-IMAP: 1 2\n\nNothing.\n\n"
    )
    found = unfold("a.mbox", FROM + note + FROM + MESSAGE)
    assert set(found) == {"a.mbox", "a.mbox!/2"}
    assert said(found["a.mbox"]) == [
        "its first message is a note of the mail program for itself, left out"
    ]
