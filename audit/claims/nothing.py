"""What stands in a field where nothing is declared: `null`, `~`, `N/A`, `unknown`."""

import re
from typing import Final

_WORDS: Final = frozenset(
    (
        *("null", "nil", "none", "undefined", "unknown", "n/a", "n.a.", "n.a", "n. a."),
        *("not available", "not applicable", "not known", "not stated", "not given"),
        *("not specified", "none given", "none stated"),
    )
)
_AS_WRITTEN: Final = frozenset(("NA", "NaN"))
"""How tables of statistics leave a cell empty; in small letters they are tags of languages."""
_LONGEST: Final = 20
_SIGNS: Final = re.compile(r"[-‐‑‒–—―−~?.…_/*#\s]{0,20}")
_BRACKETS: Final = "()[]<>\"' "


def is_nothing(value: str) -> bool:
    """Tell whether a field with this *value* declares nothing, rather than a name or a title."""
    if len(value) > _LONGEST:
        return False
    plain = value.strip(_BRACKETS)
    return plain.casefold() in _WORDS or plain in _AS_WRITTEN or _SIGNS.fullmatch(plain) is not None
