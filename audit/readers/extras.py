"""Libraries that readers and extractors can do without; what is there changes what is read."""

import importlib.util
from functools import cache
from typing import Final

_LIBRARIES: Final = ("brotli", "olefile", "py3langid", "pypdf", "pypdfium2", "warcio")


@cache
def present() -> tuple[str, ...]:
    """Return those of the libraries of the extras that are installed."""
    return tuple(name for name in _LIBRARIES if importlib.util.find_spec(name))
