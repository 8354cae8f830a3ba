"""What the header of a message may cost, before it is parsed; what is damaged in its parts."""

import binascii
import codecs
import re
from collections.abc import Sequence
from email.message import Message
from typing import Final, NamedTuple

from audit.errors import ReadError
from audit.readers.bounds import Limits

_head_end: Final = re.compile(rb"\r?\n\r?\n")
_header: Final = re.compile(rb"^[!-9;-~]+:", re.MULTILINE)
_bounds: Final = re.compile(rb"\bboundary[ \t]*=", re.IGNORECASE)
_base64: Final = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
_ENDS: Final = (
    (b"%PDF-", b"%%EOF"),
    (b"\x89PNG\r\n\x1a\n", b"IEND"),
    (b"\xff\xd8\xff", b"\xff\xd9"),
    (b"PK\x03\x04", b"PK\x05\x06"),
)
"""How formats begin, and what stands in every whole file of them."""
_filled: Final = re.compile(rb"[A-Za-z0-9+/]{20,}=[A-Za-z0-9+/=]*")
"""Base64 that goes on behind its end, or is filled beyond it."""
_ALPHABET: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_UNFILLED: Final = "its base64 is not filled up at its end: perhaps a character is missing"
_FULL: Final = "it ends with a full line of base64: perhaps it breaks off there"
_STUB: Final = 40
"""Words that a plain text has at most which only says that there is another one."""
_TIMES: Final = 4
"""How many times as many words the other one has."""
_word: Final = re.compile(rb"[\w\x80-\xff]+")
_marked: Final = re.compile(
    rb"<(style|script|title)\b[^<>]{0,1000}>[^<]{0,200000}</\1|<[^<>]{0,5000}>|&[#\w]{1,20};",
    re.IGNORECASE,
)
_HIDDEN: Final = {
    "multipart/encrypted": "encrypted",
    "application/pkcs7-mime": "encrypted",
    "application/x-pkcs7-mime": "encrypted",
    "application/ms-tnef": "packed as only Outlook does",
}
_DIGITS: Final = 15
"""Of a length; what has more is none."""
_flowing: Final = re.compile(r"^((?!>|-- \r?\n)[^\n]*) \r?\n(?!>)", re.MULTILINE)
_LINE: Final = 20
"""Characters of a line at least that is base64 for sure; one word may look like it."""


def check_headers(data: bytes, limits: Limits) -> None:
    """Raise ReadError where a message has more header fields or parts than *limits* allow."""
    end = _head_end.search(data)
    count = sum(1 for _ in _header.finditer(data, 0, end.start() if end else len(data)))
    if count > limits.headers:
        raise ReadError(
            f"{count:,} header fields, over the limit of {limits.headers:,} (limits: headers)"
        )
    parts = sum(1 for _ in _bounds.finditer(data))
    if parts > limits.parts:
        raise ReadError(
            f"{parts:,} parts within parts, over the limit of {limits.parts:,} (limits: parts)"
        )


class Unpacked(NamedTuple):
    """What a part holds, once it is decoded, and what is odd or missing in it."""

    data: bytes
    remark: str = ""
    lost: str = ""
    unfilled: str = ""
    """What to say where something ends it that is no sign of base64: perhaps too early."""


def unpacked(part: Message, *, is_bounded: bool) -> Unpacked:
    """Return what *part* holds; what follows base64, or stands in its place, is as it stands.

    Base64 may lack its filling where something else *is_bounded* to end it, else it is torn.
    Mailing lists write below what is packed as if it were not, and some programs pack line by line.
    """
    if str(part.get("content-transfer-encoding", "")).strip().lower() != "base64":
        return Unpacked(_decoded(part))
    lines = str(part.get_payload()).encode("utf-8", "surrogateescape").splitlines(keepends=True)
    pieces, end = _pieces(lines)
    rest = lines[end:]
    if any(_is_packed(line.strip()) for line in rest):
        return Unpacked(_decoded(part), lost="what is packed in it as base64 is damaged")
    data = b"".join((*map(_bytes_of, pieces), *rest))
    last = pieces[-1]
    is_torn = any(map(_is_odd, pieces)) or (len(last) % 4 and not is_bounded)
    is_torn = is_torn or _ends_within(part, data)
    count = sum(1 for line in rest if line.strip())
    remark = f"lines that are not packed as base64, as it says: {count:,}" if count else ""
    if not (is_torn or remark or is_bounded or data.endswith(b"\n")) and _is_full(lines):
        remark = _FULL
    lost = "what is packed in it as base64 breaks off" if is_torn else ""
    return Unpacked(data, remark, lost, "" if is_torn or not len(last) % 4 else _UNFILLED)


def _is_packed(line: bytes) -> bool:
    """Tell whether *line* is base64 for sure, though it may be damaged where it is filled."""
    return (
        len(line) > _LINE and (_base64 if b"=" not in line else _filled).fullmatch(line) is not None
    )


def _bytes_of(piece: bytearray) -> bytes:
    """Return what *piece* holds, of its last characters as many as make a byte."""
    bare = piece.rstrip(b"=")
    last = bare[len(bare) // 4 * 4 :]
    whole = bare[: len(bare) - len(last)]
    if len(last) > 1:  # two characters are a byte, three are two
        whole += last.ljust(4, b"=")
    return binascii.a2b_base64(whole)


def _is_odd(piece: bytearray) -> bool:
    """Tell whether *piece* has a character too few or too many.

    It is not filled to fours, or the last character, where nothing fills it, holds more than bytes.
    """
    bare = piece.rstrip(b"=")
    left = len(bare) % 4
    if left == 1 or (len(piece) > len(bare) and len(piece) % 4):
        return True
    if not left or len(piece) > len(bare):
        return False
    spare = 0b1111 if left == 2 else 0b11  # noqa: PLR2004  # two characters are a byte
    return bool(_ALPHABET.index(bare[-1]) & spare)


def _ends_within(part: Message, data: bytes) -> bool:
    """Tell whether *data* is UTF-8 that ends within a character."""
    charset = str(part.get_param("charset") or "").lower()
    if charset not in {"utf-8", "utf8"}:
        return False
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        return False
    return bool(decoder.getstate()[0])


def _is_full(lines: Sequence[bytes]) -> bool:
    """Tell whether the last line is as long as those before it: one of fifty whole texts has it."""
    lengths = [len(bare) for line in lines if (bare := line.strip())]
    return len(lengths) > 1 and len(set(lengths)) == 1 and not lines[-1].rstrip().endswith(b"=")


def short_of(message: Message, data: bytes) -> str:
    """Return what to say of a message that announces more bytes than it has, line ends aside."""
    said = str(message.get("content-length", "")).strip()
    end = _head_end.search(data)
    if not end or not (said.isascii() and said.isdecimal() and len(said) < _DIGITS):
        return ""
    body = data[end.end() :]
    longest = len(body) + body.count(b"\n") - body.count(b"\r\n")
    if int(said) <= longest + len(b"\r\n"):
        return ""
    return f"it announces {int(said):,} bytes, {len(body):,} of them are here"


def torn_attachment(part: Message) -> str:
    """Return what to say of an attachment that breaks off, by its base64 or by its format."""
    if str(part.get("content-transfer-encoding", "")).strip().lower() != "base64":
        return ""
    data, _, lost, _ = unpacked(part, is_bounded=True)
    is_open = any(data.startswith(start) and end not in data for start, end in _ENDS)
    return "an attachment breaks off" if lost or is_open else ""


def hidden_text(message: Message) -> str:
    """Return what to say of a message without a text whose text is in a part that hides it."""
    for part in message.walk():
        kind = part.get_content_type()
        is_signed = str(part.get_param("smime-type")).lower() == "signed-data"
        if how := _HIDDEN.get(kind, "") if not is_signed else "packed with its signature":
            return f"its text is {how} ({kind}): not read"
    return ""


def best_of(parts: Sequence[Message]) -> tuple[Message, str]:
    """Return the first plain one of *parts*, else the last that is a page, and what to say of it.

    A plain one may say little beside the page, as `see this in a browser`: the page is the text.
    """
    plain = next((part for part in parts if part.get_content_type() == "text/plain"), None)
    pages = [(part, page) for part in parts if (page := _page_in(part))]
    if plain is None or not pages:
        return plain or (pages[-1][0] if pages else parts[-1]), ""
    said = len(_word.findall(_decoded(plain)))
    shown = len(_word.findall(_marked.sub(b" ", _decoded(pages[-1][1]))))
    if said > _STUB or shown < max(_TIMES * said, _TIMES):
        return plain, ""
    return pages[-1][0], "its plain text is but a note, so that the one in HTML is read"


def _page_in(part: Message) -> Message | None:
    return next((each for each in part.walk() if each.get_content_type() == "text/html"), None)


def unflowed(part: Message, text: str) -> str:
    """Return *text* with its flowing lines joined; those that are quoted stay as they are.

    Only where the blank at the end of a line is none of the text (RFC 3676, 4.1).
    """
    said = (str(part.get_param(name) or "").lower() for name in ("format", "delsp"))
    loses_blanks = part.get_content_type() == "text/plain" and tuple(said) == ("flowed", "yes")
    return _flowing.sub(r"\1", text) if loses_blanks else text


def _pieces(lines: Sequence[bytes]) -> tuple[list[bytearray], int]:
    """Return what is base64 at the start of *lines*, and how many of them are."""
    pieces = [bytearray()]
    for number, line in enumerate(lines):
        bare = line.strip()
        is_new = len(pieces) > 1 and not pieces[-1]
        if bare and (not _base64.fullmatch(bare) or (is_new and len(bare) < _LINE)):
            return pieces, number
        pieces[-1] += bare
        if bare.endswith(b"="):
            pieces.append(bytearray())
    return pieces, len(lines)


def _decoded(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
