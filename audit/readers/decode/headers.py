"""Header fields of messages: encoded words, and bytes beyond ASCII that stand there as they are."""

import re
from collections.abc import Sequence
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import Final, NamedTuple

from audit.readers.decode import Decoded, codec, decode

_longest: Final = 1_000
"""Characters of one header field; address parsers are quadratic."""
_sure: Final = 0.9
_words: Final = re.compile(r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?\s]{0,500}\?=")
_no_help: Final = ("ascii", "us-ascii")


class Heard(NamedTuple):
    """What a header field says; *how* is empty where it is ASCII, as it should be."""

    value: str
    how: str = ""
    confidence: float = _sure
    sent: str = ""
    """The same with its encoded words as they are: a comma in one of them parts no names."""


class Headers:
    """The header fields of a message; bytes beyond ASCII are UTF-8, or as its text is.

    *charset* is what the message says of its text, *whole* how all of it was read.
    """

    def __init__(self, message: Message, charset: str, whole: Decoded) -> None:
        self._raw = [(name.lower(), _bytes(value)) for name, value in message.raw_items()]
        self._charset = "" if charset.lower() in _no_help else charset
        self._whole = whole

    def named(self, name: str, most: int) -> Sequence[Heard]:
        """Return the first *most* fields called *name*, without those that say nothing."""
        values = [value for key, value in self._raw if key == name.lower()][:most]
        found = [self._heard(value) for value in values]
        return [each for each in dict.fromkeys(found) if each.value]

    def _heard(self, raw: bytes) -> Heard:
        if raw.isascii():
            sent = raw.decode("ascii")
            return Heard(without_words(sent), sent=_in_one_line(sent))
        encoding, why, confidence = self._encoding(raw)
        text = " ".join(raw.decode(encoding, "replace")[:_longest].split())
        value = _words.sub(lambda word: without_words(word[0]), text)
        return Heard(value, f"bytes beyond ASCII read as {encoding}{why}", confidence, value)

    def _encoding(self, raw: bytes) -> tuple[str, str, float]:
        """Return how to read *raw*, why, and how sure that is."""
        if _fits(raw, "utf-8"):
            return "utf-8", "", _sure
        stated = codec(self._charset)
        if stated and stated != "utf-8" and _fits(raw, stated):
            return stated, ", the charset of its text", _sure
        guessed = self._whole
        if not _fits(raw, guessed.encoding):
            guessed = decode(raw)
        return guessed.encoding, f", {guessed.basis}", _sure * guessed.confidence


def _bytes(value: object) -> bytes:
    return str(value).encode("utf-8", "surrogateescape")


def _fits(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _in_one_line(value: str) -> str:
    return " ".join(value[:_longest].split())


def without_words(value: str) -> str:
    """Return *value* with its encoded words read, those with bytes that do not fit too."""
    value = _in_one_line(value)
    try:
        pieces = [_read(piece, charset) for piece, charset in decode_header(value)]
        return _in_one_line(str(make_header(pieces)))
    except (ValueError, LookupError, MessageError):
        return value


def _read(piece: bytes | str, charset: str | None) -> tuple[bytes | str, str | None]:
    """Return a piece of a header field; what it says of its charset may be another name of it."""
    if charset is None or isinstance(piece, str):
        return piece, charset
    return decode(piece, charset).text.encode(), "utf-8"
