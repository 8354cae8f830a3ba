"""UTF-16 and UTF-32 without a byte order mark, told from where their zero bytes stand."""

import re
import unicodedata
from typing import Final

_SAMPLE: Final = 4_096
_east: Final = re.compile(
    "[\t\n\r\f -~\u2010-\u2027\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]"
)
"""What texts in Chinese, Japanese and Korean are made of."""
_pairs: Final = re.compile("[\u2020-\u7e7e]")
_FEWEST: Final = 8
"""Characters that can speak for UTF-32."""


def wide_encoding(data: bytes) -> str:
    """Return the name of the wide encoding that the zero bytes of *data* speak for, else empty.

    `utf-16-le`, `utf-16-be`, `utf-32-le` or `utf-32-be`. Looks at the first 4,096 bytes: zeros
    where these have them, and characters that people write.
    """
    sample = data[:_SAMPLE]
    if 0 not in sample:
        return ""
    return _of_four(sample) or _of_two(sample[: len(sample) & ~1]) or _of_the_east(sample)


def _of_four(sample: bytes) -> str:
    sample = sample[: len(sample) & ~3]
    units = len(sample) // 4
    if units < _FEWEST:
        return ""
    for encoding, first, second in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        is_likely = sample[first::4].count(0) == units and max(sample[second::4]) <= 0x10  # noqa: PLR2004
        if is_likely and _is_written(sample.decode(encoding, "replace")):
            return encoding
    return ""


def _of_two(sample: bytes) -> str:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 50 < len(sample) // 2 or min(even, odd) * 20 > max(even, odd):
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample.decode(encoding, "replace")
    return encoding if text and _is_written(text) and not _is_narrow(text) else ""


def _of_the_east(sample: bytes) -> str:
    """Tell scripts that have few zeros, and most of these in characters of their own."""
    sample = sample[: len(sample) & ~1]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if len(_east.findall(text)) * 20 >= len(text) * 19 and not _is_narrow(text):
            return encoding
    return ""


def _is_written(text: str) -> bool:
    return sum(1 for character in text if _strange(character)) * 50 <= len(text)


def _is_narrow(text: str) -> bool:
    """Tell whether most characters of *text* are two of ASCII each: it is wide by mistake."""
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    pairs = [ord(each) & 0xFF for each in _pairs.findall(text)]
    return sum(0x20 <= low <= 0x7E for low in pairs) * 2 > beyond  # noqa: PLR2004


def _strange(character: str) -> bool:
    return character == "\ufffd" or (
        character not in "\t\n\r\f" and unicodedata.category(character)[0] == "C"
    )
