"""Bytes to text: byte order marks, declared charset, UTF-8, UTF-16, then an educated guess.

Never fails: bytes that are no text in the encoding become U+FFFD, and a remark counts them.
"""

import codecs
import re
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from audit.readers.decode.labels import codec
from audit.readers.decode.legacy import guess
from audit.readers.decode.wide import wide_encoding

__all__ = ["Choice", "Decoded", "codec", "decode", "wide_encoding"]

_marks: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


_iso_2022: Final = (
    (re.compile(rb"\x1b\$(?:[@B]|\(D)"), ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext")),
    (re.compile(rb"\x1b\$\)C"), ("iso2022_kr",)),
)
_switching: Final = {
    "utf-7": "utf_7",
    "unicode-1-1-utf-7": "utf_7",
    "hz-gb-2312": "hz",
    "hz": "hz",
}
"""Encodings in ASCII alone: nothing but what is declared tells them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and how it was made; *confidence* is 0 to 1, 1 where there is no doubt."""

    text: str
    encoding: str
    confidence: float
    basis: str
    """How the encoding was decided."""
    remarks: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode *data*; *declared* is the charset that the file itself names, or empty.

    Every character of the file stays in the text, line ends too; only a byte order mark goes.
    """
    decoded = _decoded(data, declared)
    zeros = decoded.text.count("\0")
    if not zeros:
        return decoded
    line = decoded.text.count("\n", 0, decoded.text.index("\0")) + 1
    remark = f"{zeros:,} zero bytes in it, from line {line:,} on: damaged, or no text"
    return replace(decoded, remarks=(*decoded.remarks, remark))


def _decoded(data: bytes, declared: str) -> Decoded:
    for mark, encoding in _marks:
        if data.startswith(mark):
            sure = Choice(encoding, 1.0, "byte order mark")
            return _strict(data, sure) or _replaced(data, sure._replace(confidence=0.9))
    return (
        _escaped(data, declared)
        or _utf8(data, codec(declared), declared)
        or _declared(data, declared)
        or _wide(data)
        or _damaged_utf8(data, declared)
        or _guessed(data, declared)
    )


class Choice(NamedTuple):
    """An encoding, how sure it is, 0 to 1, and why it was chosen."""

    encoding: str
    confidence: float
    basis: str


def _strict(data: bytes, choice: Choice, *remarks: str) -> Decoded | None:
    try:
        text = data.decode(choice.encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text=text, **choice._asdict(), remarks=remarks)


def _replaced(data: bytes, choice: Choice, *remarks: str) -> Decoded:
    encoding = choice.encoding
    text = data.decode(encoding, "replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        count = text.count("\ufffd") - _honest(data, encoding)
        where = "1 place" if count == 1 else f"{count:,} places"
        remark = f"not {encoding} in {where}, {_lines(data, encoding, error.start)}"
        why = ": damaged or mixed encodings" if encoding == "utf-8" else ""
        remarks = (*remarks, f"{remark}, replaced by U+FFFD{why}")
    return Decoded(text=text, **choice._asdict(), remarks=remarks)


def _lines(data: bytes, encoding: str, start: int) -> str:
    """Return the lines in which bytes do not fit, of which that at *start* is the first."""
    numbers = [data[:start].decode(encoding, "replace").count("\n") + 1]
    if encoding.startswith("utf-8"):  # no other encoding can be cut at its line feeds
        lines = data.split(b"\n")
        numbers = [number for number, line in enumerate(lines, 1) if not _fits(line, encoding)]
    if len(numbers) == 1:
        return f"line {numbers[0]:,}"
    shown = ", ".join(f"{number:,}" for number in numbers[:_NAMED])
    more = len(numbers) - _NAMED
    return f"lines {shown}" + (f" and {more:,} more" if more > 0 else "")


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _honest(data: bytes, encoding: str) -> int:
    """Return how many U+FFFD the file itself holds; a code page has none."""
    return data.count("\ufffd".encode()) if encoding.startswith("utf-8") else 0


def _escaped(data: bytes, declared: str) -> Decoded | None:
    """Read what is ASCII with escape sequences: ISO 2022, and what is *declared* as the like."""
    if b"\x1b$" in data:
        for start, encodings in _iso_2022:
            if start.search(data):
                choices = (Choice(name, 0.95, "its escape sequences") for name in encodings)
                return next(filter(None, (_strict(data, choice) for choice in choices)), None)
    encoding = _switching.get(declared.strip().strip("\"'").lower().replace("_", "-"), "")
    if not encoding or not data.isascii():
        return None
    return _strict(data, Choice(encoding, 0.95, "declared, and every byte fits"))


def _utf8(data: bytes, encoding: str, declared: str) -> Decoded | None:
    if b"\x00" in data[:4096] and wide_encoding(data):
        return None
    if data.isascii():
        return _strict(data, Choice("utf-8", 1.0, "every byte is ASCII"))
    found = _strict(data, Choice("utf-8", 1.0, "every byte fits"))
    if found is None or not encoding:
        return found
    if encoding == "utf-8":
        return replace(found, basis="declared, and every byte fits")
    against = f"declared as {declared[:40]!r}, but every byte is UTF-8"
    return replace(found, confidence=0.9, basis=against, remarks=(against,))


def _declared(data: bytes, declared: str) -> Decoded | None:
    encoding = codec(declared)
    if encoding in ("", "utf-8"):
        return None
    sound, bad = _sequences(data)
    if bad and sound >= _MOSTLY * bad:
        against = f"declared as {declared[:40]!r}, but most bytes beyond ASCII are UTF-8"
        return _replaced(data, Choice("utf-8", 0.6, against), against)
    found = _strict(data, Choice(encoding, 0.95, "declared, and every byte fits"))
    return found and (_sounder(data, found, declared) or found)


def _wide(data: bytes) -> Decoded | None:
    encoding = wide_encoding(data)
    if not encoding:
        return None
    choice = Choice(encoding, 0.9, "zero bytes at every second place")
    return _strict(data, choice) or _replaced(data, choice._replace(confidence=0.7))


def _damaged_utf8(data: bytes, declared: str) -> Decoded | None:
    """Read UTF-8 with damage, or with lines in another encoding, as UTF-8."""
    sound, bad = _sequences(data)
    if sound >= _MOSTLY * bad:
        return _replaced(data, Choice("utf-8", 0.8, "most bytes beyond ASCII fit"))
    if sound >= (0.5 * bad if codec(declared) == "utf-8" else max(_MIXED * bad, _FEW)):
        return _replaced(data, Choice("utf-8", 0.4, "more bytes beyond ASCII fit than not"))
    return None


def _sequences(data: bytes) -> tuple[int, int]:
    """Return how many sound sequences of UTF-8 *data* has, and in how many places it has none."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - _honest(data, "utf-8")
    return len(text) - len(data.translate(None, _high)) - bad, bad


_high: Final = bytes(range(128, 256))
_MOSTLY: Final = 10
"""Sound sequences for each bad place that prove UTF-8, whatever is declared."""
_MIXED: Final = 2
_FEW: Final = 4
"""Sound sequences, for each bad place and at least, that no code page makes by chance: samples of
ten scripts in seventeen code pages stay below."""
_NAMED: Final = 3
"""Lines that are named; the rest are counted."""


def _guessed(data: bytes, declared: str) -> Decoded:
    encoding = codec(declared)
    if encoding not in ("", "utf-8"):
        torn = _replaced(data, Choice(encoding, 0.5, "declared, but not every byte fits"))
        return _sounder(data, torn, declared) or torn
    found, confidence = guess(data)
    remark = f"{_unhelped(declared)}; {found} is a guess from its letters"
    return _replaced(data, Choice(found, confidence, "a guess from its letters"), remark)


def _sounder(data: bytes, read: Decoded, declared: str) -> Decoded | None:
    """Return another reading of *data* that leaves no damage where *read* leaves much of it."""
    beyond = len(read.text) - len(read.text.encode("ascii", "ignore"))
    harmed = len(_harm.findall(read.text))
    if harmed < _PLENTY or harmed * _MOSTLY < beyond:
        return None
    found, confidence = guess(data)
    if confidence < _TRUSTED or found == read.encoding:
        return None
    against = f"declared as {declared[:40]!r}, which leaves damaged characters"
    remark = f"{against}; {found} is a guess from its letters"
    other = _strict(data, Choice(found, confidence, "a guess from its letters"), remark)
    return None if other is None or _harm.search(other.text) else other


_harm: Final = re.compile("[\ufffd\x80-\x9f\ue000-\uf8ff]")
"""Characters that nobody writes: replaced ones, controls, those without a meaning."""
_PLENTY: Final = 8
_TRUSTED: Final = 0.5
"""Confidence that a guess needs to stand against what a file says."""


def _unhelped(declared: str) -> str:
    """Return why what the file says of its encoding does not help."""
    if not declared.strip():
        return "the file does not say its encoding"
    is_known = "but its bytes do not fit" if codec(declared) else "which is not known here"
    return f"declared as {declared[:40]!r}, {is_known}"
