"""Signs that nobody sees: they stay in what was found, and are no part of what it means."""

import re
from typing import Final

_JOINED: Final = (
    "\u0600-\u06dc\u06de-\u070e\u0710-\u180d\u180f-\u1cff"
    "\ua800-\uabff\ufb50-\ufefe\U00010800-\U00011fff\U0001e900-\U0001eeff"
)
"""Letters of scripts in which a joiner, or a sign that keeps letters apart, changes the writing."""
_PICTURES: Final = "\u2190-\u2bff\U0001f000-\U0001faff"
_MARKS: Final = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
_MAY_BE = re.compile(f"[{_MARKS}\u200c\u200d\U000e0001\U000e0020-\U000e007f]")
"""One set, which is looked for in a tenth of the time."""
_UNSEEN = re.compile(
    f"[{_MARKS}]+"
    f"|(?<![{_JOINED}])\u200c+|\u200c+(?![{_JOINED}])"
    f"|(?<![{_JOINED}\ufe0f{_PICTURES}])\u200d+|(?<=[\ufe0f{_PICTURES}])\u200d+(?![{_PICTURES}])"
    # Tags spell the flag of a region behind a black flag, and nothing elsewhere.
    "|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0001\U000e0020-\U000e007f]+"
)


def without_unseen(text: str) -> str:
    """Return *text* without soft hyphens, marks of direction and other characters of no width.

    Joiners stay where a script needs them, and in pictures that are joined of several.
    """
    return _UNSEEN.sub("", text) if _MAY_BE.search(text) else text
