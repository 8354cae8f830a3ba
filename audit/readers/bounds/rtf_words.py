"""Words of Rich Text Format: signs, code pages, and groups that are no part of the text."""

import codecs
import re
from collections.abc import Mapping
from typing import Final

CODE_PAGES: Final[Mapping[int, str]] = {
    0: "cp1252",
    77: "mac_roman",
    78: "shift_jis",
    79: "cp949",
    80: "gbk",
    81: "cp950",
    84: "mac_arabic",
    85: "mac_greek",
    86: "mac_turkish",
    88: "mac_latin2",
    89: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""Code pages of the character sets that fonts are of."""
PLATFORMS: Final[Mapping[bytes, str]] = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
SIGNS: Final[Mapping[bytes, str]] = {
    b"par": "\n",
    b"line": "\n",
    b"lbr": "\n",
    b"sect": "\n",
    b"page": "\n",
    b"column": "\n",
    b"row": "\n",
    b"nestrow": "\n",
    b"cell": "\t",
    b"nestcell": "\t",
    b"tab": "\t",
    b"emdash": "—",
    b"endash": "–",
    b"emspace": "\u2003",
    b"enspace": "\u2002",
    b"qmspace": "\u2005",
    b"bullet": "•",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"zwj": "\u200d",
    b"zwnj": "\u200c",
    b"ltrmark": "\u200e",
    b"rtlmark": "\u200f",
}
SYMBOLS: Final[Mapping[bytes, str]] = {
    b"~": "\u00a0",
    b"_": "-",
    b"-": "",
    b"\n": "\n",
    b"\r": "\n",
    b"\t": "\t",
}
ESCAPED: Final = (b"\\", b"{", b"}")
"""Signs that stand for themselves, or for the second byte of a character."""
HIDDEN: Final = frozenset((b"v", b"deleted"))
"""Words that hide characters until they are said again with a 0."""
ASIDE: Final = frozenset(
    (
        *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"fldinst", b"pict", b"objdata"),
        *(b"nonshppict", b"shprslt", b"upr", b"xe", b"tc", b"annotation", b"footnote"),
        *(b"shptxt", b"dptxbxtext"),
        *(b"header", b"headerl", b"headerr", b"headerf"),
        *(b"footer", b"footerl", b"footerr", b"footerf"),
    )
)
"""Destinations that are known without a star."""
SHOWN: Final = frozenset((b"shptxt", b"dptxbxtext"))
"""What stands in a drawing, as of two generations of programs."""
DRAWN: Final = re.compile(r"/(?:shpinst|do)(?![^/])")
"""Groups of drawings; `shprslt` repeats one for programs of before."""
UNICODE: Final = b"ud"
"""The same as the group before it, in Unicode."""


def known_page(number: int) -> str:
    """Return the name of a code page that can be decoded, or empty."""
    name = {65001: "utf-8", 10000: "mac_roman", 936: "gbk"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
