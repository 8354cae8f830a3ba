"""E-mail: the body of a message, its header fields, and mailboxes."""

import base64
from email.message import EmailMessage

import pytest

from audit.claims.conflicts import WRONG_WEEKDAY
from audit.extractors import extract_all
from audit.lines import Lines, source_offset
from audit.readers import Limits

PLAIN = b"""Subject: =?utf-8?q?B=C3=A5ter?=\r
From: Anna Berg <anna@harbour.example>\r
Date: Mon, 4 May 1998 23:30:00 -0200\r
Message-ID: <1@harbour.example>\r
MIME-Version: 1.0\r
Content-Type: text/plain; charset=utf-8\r
\r
The harbour opens at seven.\r
"""


def test_a_plain_message(unfold, claims):
    item = unfold("a.eml", PLAIN)["a.eml"]
    document = item.document
    assert document.text == "The harbour opens at seven.\r\n"
    assert Lines(document.markup).line(source_offset(document.chunks, 0)) == 8
    chosen = claims(item)
    assert chosen["title"].value == "Båter"
    assert chosen["creator"].value == "Anna Berg"
    assert chosen["contact"].normalized == "anna@harbour.example"
    assert chosen["issued"].normalized == "1998-05-04"
    assert chosen["issued"].extractor == "e-mail"


def test_headers_that_stand_twice_are_candidates_and_contradict_each_other(unfold, claims):
    twice = PLAIN.replace(b"Date:", b"From: Per Dahl <per@quay.example>\r\nSubject: Boats\r\nDate:")
    twice = twice.replace(b"Message", b"Date: Tue, 5 May 2009 10:00:00 +0000\r\nMessage")
    item = unfold("a.eml", twice)["a.eml"]
    assert (claims(item)["title"].value, claims(item)["creator"].value) == ("Båter", "Anna Berg")
    found = extract_all(item.document).conflicts
    assert {each.property for each in found} == {"title", "creator", "issued"}


@pytest.mark.parametrize(("day", "is_wrong"), [("Mon", False), ("Fri", True)])
def test_the_weekday_of_a_header_is_looked_at(unfold, day, is_wrong):
    item = unfold("a.eml", PLAIN.replace(b"Mon,", f"{day},".encode()))["a.eml"]
    (issued,) = [c for c in extract_all(item.document).claims if c.property == "issued"]
    assert (WRONG_WEEKDAY in issued.reason) == is_wrong


def test_parts(unfold):
    message = EmailMessage()
    message["Subject"] = "Boats"
    message.set_content("The plain words, å.", charset="iso-8859-1", cte="base64")
    message.add_alternative("<p>The marked words.</p>", subtype="html")
    message.add_attachment(b"xx", maintype="application", subtype="octet-stream", filename="x")
    document = unfold("a.eml", bytes(message))["a.eml"].document
    assert document.text == "The plain words, å.\n"
    assert document.remarks == ("1 attachment is not read",)


def test_html_alone(unfold):
    message = EmailMessage()
    message["Subject"] = "Boats"
    message.set_content("<html><body><p>The marked words.</p></body></html>", subtype="html")
    assert unfold("a.eml", bytes(message))["a.eml"].document.text == "The marked words.\n"


def test_mailbox(unfold, said):
    line = b"From anna@harbour.example Mon May  4 10:00:00 1998\n"
    one = PLAIN.replace(b"\r\n", b"\n")
    found = unfold("a.mbox", line + one + b"\n" + line + one + b">From the quay\nFrom here on\n")
    assert set(found) == {"a.mbox", "a.mbox!/1", "a.mbox!/2"}
    assert found["a.mbox!/1"].media_type == "message/rfc822"
    assert "From here on" in found["a.mbox!/2"].document.text
    few = unfold("a.mbox", (line + one + b"\n") * 5, Limits(records=2))
    assert len(few) == 3
    assert said(few["a.mbox"]) == ["more than 2 records (limits: records); the rest is not read"]


SEPARATORS = [
    "From anna@harbour.example Mon May  4 10:00:00 1998",
    "From MAILER-DAEMON Mon May 14 10:00 1998",
    "From - Mon May  4 10:00:00 1998",
    "From 1234567890@xxx Mon May 04 10:00:00 +0000 1998",
    "From anna at harbour.example  Mon May  4 10:00:00 1998",
    "From anna@harbour.example Mon, 04 May 1998 10:00:00 -0200",
    "From anna@harbour.example Mon May  4 10:00:00 MET DST 1998",
    "From anna@harbour.example",
]
PROSE = [
    "From here on the text goes on and is not a new message at all.",
    "From Monday to Friday the harbour opens at 10:00 in May 1998.",
    "From Mon May on, the office is shut.",
    "From anna@harbour.example we have heard nothing since Mon May 4.",
]


@pytest.mark.parametrize("prose", PROSE)
@pytest.mark.parametrize("separator", SEPARATORS[:-1])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_of_prose_parts_no_messages(separator, prose, end, unfold):
    message = f"{separator}\nSubject: x\n\nThe boats are in.\n\n{prose}\nThe end.\n\n"
    found = unfold("a.mbox", (message * 2).replace("\n", end).encode())
    assert set(found) == {"a.mbox", "a.mbox!/1", "a.mbox!/2"}
    for number in (1, 2):
        text = found[f"a.mbox!/{number}"].document.text
        assert text.split(end) == ["The boats are in.", "", prose, "The end.", "", ""]


def test_separators_without_a_date_part_messages_where_the_first_has_none(unfold):
    message = f"{SEPARATORS[-1]}\nSubject: x\n\nThe boats are in.\n\n"
    assert len(unfold("a.mbox", (message * 3).encode())) == 4


GERMAN = "Grüße aus dem Hafen, wo die Möwen schreien."


@pytest.mark.parametrize(
    ("charset", "meta", "decoded", "remarks"),
    [
        ("windows-1252", "", ("windows-1252", 0.95), 0),
        ("utf-8", "", ("utf-8", 1.0), 0),
        ("windows-1252", "utf-8", ("windows-1252", 0.95), 0),
        ("utf-8", "windows-1252", ("windows-1252", 0.95), 0),
        ("utf-8", "", ("windows-1252", 0.6), 1),
    ],
)
def test_html_alone_is_in_the_charset_of_the_message(charset, meta, decoded, remarks, unfold):
    encoding, _ = decoded
    head = f'<head><meta charset="{meta}"></head>' if meta else ""
    page = f"<html>{head}<body><p>{GERMAN}</p></body></html>".encode(encoding)
    header = f"Subject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset={charset}\n"
    data = f"{header}Content-Transfer-Encoding: base64\n\n".encode() + base64.encodebytes(page)
    document = unfold("a.eml", data)["a.eml"].document
    assert document.text.strip() == GERMAN
    assert (document.encoding, document.encoding_confidence) == decoded
    assert len(document.remarks) == remarks


RAW = "Subject: Über die Mauer\nFrom: Jörg Müller <joerg@harbour.example>\n{}\nThe wall stands.\n"
LATIN = "Content-Type: text/plain; charset=iso-8859-1\n"


MAILBOX = "From anna@harbour.example Mon May  4 10:00:00 1998\n"
HEARD = [
    ("utf-8", "", "utf-8"),
    ("utf-8", LATIN, "utf-8"),
    ("latin-1", LATIN, "windows-1252, the charset of its text"),
    ("latin-1", "", "windows-1252, a guess from its letters"),
    ("latin-1", LATIN.replace("iso-8859-1", "us-ascii"), "windows-1252, a guess from its"),
    ("latin-1", LATIN.replace("iso-8859-1", "utf-8"), "windows-1252, a guess from its"),
]


@pytest.mark.parametrize(("encoding", "more", "how"), HEARD)
def test_headers_beyond_ascii_are_read_and_it_is_said_how(encoding, more, how, unfold, claims):
    data = RAW.format(more).encode(encoding)
    items = unfold("a.eml", data) | unfold("a.mbox", MAILBOX.encode() + data)
    for path in ("a.eml", "a.mbox!/1"):
        chosen = claims(items[path])
        assert chosen["title"].value == "Über die Mauer"
        assert chosen["creator"].value == "Jörg Müller"
        assert chosen["contact"].value == "joerg@harbour.example"
        assert f"header field Subject; bytes beyond ASCII read as {how}" in chosen["title"].reason


def test_a_header_of_bytes_and_of_encoded_words(unfold, claims):
    data = RAW.format("").replace("die Mauer", "=?utf-8?q?die_B=C3=B6den?=").encode()
    assert claims(unfold("a.eml", data)["a.eml"])["title"].value == "Über die Böden"


def test_a_message_in_cyrillic_letters_says_its_title(unfold, claims):
    text = "Subject: Ремонт стены гавани\nFrom: Ольга <olga@harbour.example>\n\n{}\n"
    data = text.format("Совет города решил починить стену гавани весной.").encode("koi8-r")
    assert claims(unfold("a.eml", data)["a.eml"])["title"].value == "Ремонт стены гавани"


def test_a_message_of_apple_mail_is_read_without_what_is_around_it(unfold):
    letter = b"Message-ID: <1@a.example>\nSubject: Boats\nFrom: a@b.example\n\nThe boats are in.\n"
    marks = b'<?xml version="1.0"?>\n<plist><dict><key>flags</key></dict></plist>\n'
    whole = b"%d      \n" % len(letter) + letter + marks
    item = unfold("1.emlx", whole)["1.emlx"]
    assert (item.media_type, item.stated) == ("message/rfc822", "")
    assert item.document.text == "The boats are in.\n"
    assert item.document.lost == []
    torn = unfold("1.emlx", whole[: len(letter) - 4])["1.emlx"].document
    assert torn.lost == ["it breaks off: 13 of its bytes are missing"]


HIDDEN = [
    ("application/pkcs7-mime; smime-type=enveloped-data", "encrypted (application/pkcs7-mime)"),
    ("application/pkcs7-mime; smime-type=signed-data", "packed with its signature"),
    ('application/ms-tnef; name="winmail.dat"', "packed as only Outlook does"),
    ("application/pdf", ""),
]


@pytest.mark.parametrize(("kind", "said"), HIDDEN)
def test_a_text_that_is_hidden_is_told(kind, said, unfold):
    data = f"Subject: a\nMIME-Version: 1.0\nContent-Type: {kind}\n\nMIAG\n"
    lost = unfold("a.eml", data.encode())["a.eml"].document.lost
    assert len(lost) == bool(said)
    assert said in "".join(lost)


TOLD = "its plain text is but a note, so that the one in HTML is read"
LONG = "The old crane comes down on Friday, and all of the town come to see it at the quay."


@pytest.mark.parametrize(
    ("plain", "page", "is_page"),
    [
        ("This message needs HTML.", f"<p>{LONG}</p>", True),
        (LONG, f"<p>{LONG}</p>", False),
        ("See it in a browser.", "<style>a b c d e f g h i j k l m n</style><p>See it</p>", False),
        ("See it go.", "<img src='a.png' alt='The old crane comes down on Friday'>", False),
        (f"{LONG} " * 3, f"<p>{LONG}</p>" * 20, False),
    ],
)
def test_a_plain_text_that_only_names_the_other_is_not_the_text(plain, page, is_page, unfold):
    message = EmailMessage()
    message["Subject"] = "a"
    message.set_content(plain)
    message.add_alternative(page, subtype="html")
    document = unfold("a.eml", message.as_bytes())["a.eml"].document
    assert document.text.strip() == (LONG if is_page else plain.strip())
    assert list(document.remarks) == [TOLD] * is_page


def test_what_is_attached_to_the_other_text_is_counted(unfold):
    message = EmailMessage()
    message["Subject"] = "a"
    message.set_content(LONG)
    message.add_alternative(f"<p>{LONG}</p>", subtype="html")
    message.get_payload()[1].make_mixed()
    message.get_payload()[1].add_attachment(b"%PDF", maintype="application", subtype="pdf")
    document = unfold("a.eml", message.as_bytes())["a.eml"].document
    assert document.text.strip() == LONG
    assert document.remarks == ("1 attachment is not read",)


@pytest.mark.parametrize(("plain", "told"), [(" \n", []), ("See below.", [TOLD])])
def test_an_invitation_is_not_the_text_of_a_message(plain, told, unfold):
    message = EmailMessage()
    message["Subject"] = "a"
    message.set_content(plain)
    message.add_alternative(f"<p>{LONG}</p>", subtype="html")
    message.add_alternative("BEGIN:VCALENDAR\nEND:VCALENDAR\n", subtype="calendar")
    document = unfold("a.eml", message.as_bytes())["a.eml"].document
    assert document.text == f"{LONG}\n"
    assert list(document.remarks) == told


@pytest.mark.parametrize(
    ("sent", "names", "addresses"),
    [
        ("Ada Löw", ["Ada Löw"], []),
        ("MAILER-DAEMON", ["MAILER-DAEMON"], []),
        ("Ada Löw (harbour)", ["Ada Löw (harbour)"], []),
        ("Ada ada@quay.example>", ["Ada"], ["ada@quay.example"]),
        ("Ada Löw <ada@quay.example", ["Ada Löw"], ["ada@quay.example"]),
        ("(Ada Löw) ada@quay.example", ["Ada Löw"], ["ada@quay.example"]),
        ("ada@quay.example (Ada (the) Löw)", ["Ada (the) Löw"], ["ada@quay.example"]),
        ("Ada Löw (ada@quay.example)", ["Ada Löw"], ["ada@quay.example"]),
        ("mailto:ada@quay.example", ["ada@quay.example"], ["ada@quay.example"]),
        ("Ada Löw;ada@quay.example", ["Ada Löw"], ["ada@quay.example"]),
        ("office: ada@quay.example;", ["ada@quay.example"], ["ada@quay.example"]),
        ("undisclosed-recipients:;", [], []),
        ("ada@[192.0.2.1]", ["ada@[192.0.2.1]"], ["ada@[192.0.2.1]"]),
        ("ada at quay.example (Ada Löw)", ["Ada Löw"], ["ada@quay.example"]),
        ("<>", [], []),
    ],
)
def test_senders_without_brackets_around_their_address_are_told_under_every_python(
    sent, names, addresses, unfold
):
    data = PLAIN.replace(b"Anna Berg <anna@harbour.example>", sent.encode())
    fields = unfold("a.eml", data)["a.eml"].document.fields
    assert [each.value for each in fields if each.property == "creator"] == names
    contacts = [each for each in fields if each.property == "contact"]
    assert [each.normalized or each.value for each in contacts] == addresses


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("=?iso-8859-1?Q?L=F6w=2C_Ada?= <ada@quay.example>", "Löw, Ada"),
        ("=?gb2312?b?1uzpRg==?= <ada@quay.example>", "朱镕"),
        ("=?ibm850?q?L=94w?= <ada@quay.example>", "Löw"),
        ("=?harbour?q?L=F6w?= <ada@quay.example>", "Löw"),
        ("=?utf-8?b?TMO2dw?= =?utf-8?q?_Ada?= <ada@quay.example>", "Löw Ada"),
    ],
)
def test_encoded_words_are_read_behind_what_parts_a_name_from_its_address(
    sent, name, unfold, claims
):
    data = PLAIN.replace(b"Anna Berg <anna@harbour.example>", sent.encode())
    chosen = claims(unfold("a.eml", data)["a.eml"])
    assert (chosen["creator"].value, chosen["contact"].value) == (name, "ada@quay.example")


def test_encoded_words_with_bytes_that_do_not_fit_are_read_all_the_same(unfold, claims):
    torn = PLAIN.replace(b"=?utf-8?q?B=C3=A5ter?=", b"=?utf-8?q?High_water_at_the_quay_=C3?=")
    found = [c.value for c in extract_all(unfold("a.eml", torn)["a.eml"].document).claims]
    assert "High water at the quay Ã" in found


def test_alternatives_without_any_part_are_no_reason_to_lose_the_rest(unfold):
    twins = (
        b"Subject: Tides\r\nFrom: ada@quay.example\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
        b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/plain\r\n\r\nHigh water at noon.\r\n--b--\r\n"
    )
    assert unfold("a.eml", twins)["a.eml"].document.text == "High water at noon."


@pytest.mark.parametrize(
    ("sent", "names", "addresses"),
    [
        ("Löw, Ada <ada@quay.example>", ["Löw, Ada"], ["ada@quay.example"]),
        ('"Löw, Ada" <ada@quay.example>', ["Löw, Ada"], ["ada@quay.example"]),
        ("office@quay.example <ada@tide.example>", ["office@quay.example"], ["ada@tide.example"]),
        ("ada@quay.example (Ada Löw)", ["Ada Löw"], ["ada@quay.example"]),
        ("ada@quay.example", ["ada@quay.example"], ["ada@quay.example"]),
        (
            '"A. \\"Tide\\" Löw" <ada@quay.example>, Per Dahl <per@quay.example>',
            ['A. "Tide" Löw', "Per Dahl"],
            ["ada@quay.example", "per@quay.example"],
        ),
    ],
)
def test_all_who_sent_a_message_are_told_with_their_addresses(sent, names, addresses, unfold):
    data = PLAIN.replace(b"Anna Berg <anna@harbour.example>", sent.encode())
    fields = unfold("a.eml", data)["a.eml"].document.fields
    assert [each.value for each in fields if each.property == "creator"] == names
    assert [each.value for each in fields if each.property == "contact"] == addresses
