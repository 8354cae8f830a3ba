"""What files call their encodings, and which of ours that is."""

import codecs
import re
from functools import lru_cache
from typing import Final

_labels: Final = {
    "windows-1252": "ascii us-ascii latin1 l1 cp819 ansi iso8859-1 iso88591 x-cp1252",
    "iso-8859-2": "latin2 l2 iso8859-2 iso88592",
    "iso-8859-8": "iso-8859-8-i iso-8859-8-e csiso88598i csiso88598e logical visual",
    "iso-8859-6": "iso-8859-6-i iso-8859-6-e csiso88596i csiso88596e",
    "iso-8859-7": "sun-eu-greek",
    "iso-8859-15": "latin9 l9 iso8859-15 iso885915 csisolatin9",
    "windows-1254": "latin5 l5 iso-8859-9 iso8859-9 iso88599",
    "cp874": "windows-874 tis-620 tis620 iso-8859-11 iso8859-11 iso885911 dos-874",
    "gb18030": "gb2312 gbk gb-2312 gb-2312-80 x-gbk cp936 euc-cn chinese csgb2312",
    "cp932": "shift-jis shiftjis sjis x-sjis ms-kanji windows-31j csshiftjis",
    "cp949": "euc-kr ks-c-5601-1987 ksc5601 ksc-5601 ks-c-5601-1989 windows-949 korean "
    "cseuckr csksc56011987 iso-ir-149",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5",
    "euc_jp": "euc-jp x-euc-jp eucjp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp",
    "koi8-r": "koi koi8 koi8-r cskoi8r",
    "koi8-u": "koi8-u koi8-ru",
    "cp866": "ibm866 866 cp866",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "mac-latin2": "x-mac-ce x-mac-centraleurroman",
    "mac-roman": "macintosh mac x-mac-roman csmacintosh",
    "utf-8": "utf8 utf-8 utf-8-sig utf8mb4 unicode-1-1-utf-8 x-unicode20utf8",
}
"""What pages call an encoding, as browsers take it (WHATWG Encoding)."""
_pages: Final = range(1250, 1259)
_parts: Final = (3, 4, 5, 6, 7, 8, 10, 13, 14, 16)
_codecs: Final = {
    **{f"windows-{n}": f"windows-{n}" for n in _pages},
    **{f"{sign}{n}": f"windows-{n}" for n in _pages for sign in ("cp", "x-cp")},
    **{
        f"{iso}{n}": f"iso-8859-{n}" for n in _parts for iso in ("iso-8859-", "iso8859-", "iso8859")
    },
    **{label: name for name, labels in _labels.items() for label in (name, *labels.split())},
    "iso-8859-1": "windows-1252",
}
_label = re.compile(r"[a-z\d][a-z\d.:-]{0,39}")
_ascii: Final = bytes(range(32, 127))
_no_charset: Final = ("unicode-escape", "raw-unicode-escape", "charmap", "idna", "punycode")
"""What Python reads as text and nobody writes pages in."""


@lru_cache(maxsize=200)
def codec(label: str) -> str:
    """Return the encoding that a page means by *label*, or empty where nobody knows it."""
    name = label.strip().strip("\"'").lower().replace("_", "-")
    return _codecs.get(name) or _of_python(name)


def _of_python(name: str) -> str:
    """Return the encoding of Python called *name* that has ASCII in it, as every page has."""
    if not _label.fullmatch(name):
        return ""
    try:
        found = codecs.lookup(name).name
        reads_ascii = found not in _no_charset and _ascii.decode(found) == _ascii.decode("ascii")
    except (LookupError, UnicodeError):
        return ""
    return _codecs.get(found, found) if reads_ascii else ""
