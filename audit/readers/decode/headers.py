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
            return Heard(_unfolded(raw.decode("ascii")))
        encoding, why, confidence = self._encoding(raw)
        text = " ".join(raw.decode(encoding, "replace")[:_longest].split())
        value = _words.sub(lambda word: _unfolded(word[0]), text)
        return Heard(value, f"bytes beyond ASCII read as {encoding}{why}", confidence)

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


def _unfolded(value: str) -> str:
    value = " ".join(value[:_longest].split())
    try:
        return " ".join(str(make_header(decode_header(value))).split())
    except (ValueError, LookupError, MessageError):
        return value
