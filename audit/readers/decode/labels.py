"""What files call their encodings, and which of ours that is."""

from typing import Final

_labels: Final = {
    "windows-1252": "ascii us-ascii latin1 l1 cp819 ansi iso8859-1 iso88591 x-cp1252",
    "iso-8859-2": "latin2 l2 iso8859-2",
    "iso-8859-15": "latin9 l9 iso8859-15",
    "windows-1254": "latin5 l5 iso-8859-9 iso8859-9",
    "cp874": "windows-874 tis-620 tis620 iso-8859-11 iso8859-11",
    "gb18030": "gb2312 gbk gb-2312-80 x-gbk cp936 euc-cn chinese",
    "cp932": "shift-jis shiftjis sjis x-sjis ms-kanji windows-31j",
    "cp949": "euc-kr ks-c-5601-1987 ksc5601 ks-c-5601-1989 windows-949 korean",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5",
    "euc_jp": "euc-jp x-euc-jp eucjp",
    "iso2022_jp": "iso-2022-jp",
    "koi8-r": "koi koi8 koi8-r cskoi8r",
    "koi8-u": "koi8-u koi8-ru",
    "cp866": "ibm866 866 cp866",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "mac-roman": "macintosh mac x-mac-roman",
    "utf-8": "utf8 utf-8 unicode-1-1-utf-8 x-unicode20utf8",
}
"""What pages call an encoding, as browsers take it (WHATWG Encoding)."""
_pages: Final = range(1250, 1259)
_parts: Final = (3, 4, 5, 6, 7, 8, 10, 13, 14, 16)
_codecs: Final = {
    **{f"windows-{n}": f"windows-{n}" for n in _pages},
    **{f"cp{n}": f"windows-{n}" for n in _pages},
    **{f"iso-8859-{n}": f"iso-8859-{n}" for n in _parts},
    **{label: name for name, labels in _labels.items() for label in (name, *labels.split())},
    "iso-8859-1": "windows-1252",
}


def codec(label: str) -> str:
    """Return the encoding that a page means by *label*, or empty where nobody knows it."""
    return _codecs.get(label.strip().strip("\"'").lower().replace("_", "-"), "")
