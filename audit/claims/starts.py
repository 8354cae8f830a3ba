"""Many strings looked for in a long text in one go, by the letters that they begin with."""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.codes import CodePoints, code_points

_LETTERS: Final = 4
"""Letters of a string that are looked for first."""
_FEW: Final = 3
"""Strings that are looked for one by one."""
_KEYS: Final = 1 << 16
_FACTOR: Final = 31


class Letters:
    """A text in which several `Starts` are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def codes(self) -> CodePoints:
        """The text as numbers."""
        return code_points(self.text)

    @cached_property
    def keys(self) -> npt.NDArray[np.uint16]:
        """A number for each letter and the three behind it."""
        return _keys(self.codes)


class Starts:
    """Strings that are looked for together; one by one, a hundred of them take ten times as long.

    None of them is the beginning of another.
    """

    def __init__(self, strings: Collection[str]) -> None:
        self._few: list[str] = []
        self._many: dict[int, tuple[str, ...]] = {}
        self._is_key = np.zeros(_KEYS, dtype=np.bool_)
        for string in strings:
            if len(string) < _LETTERS or len(strings) <= _FEW:
                self._few.append(string)
                continue
            key = int(_keys(code_points(string[:_LETTERS]))[0])
            self._many[key] = (*self._many.get(key, ()), string)
            self._is_key[key] = True

    def places(self, letters: Letters) -> list[int]:
        """Return where in the text of *letters* one of the strings begins, in no order."""
        text = letters.text
        if len(text) < _LETTERS or not self._many:
            return [at for string in self._few for at in _places(text, string)]
        last = chr(letters.codes.max()) if self._few else ""
        found = [at for string in self._few if string[0] <= last for at in _places(text, string)]
        places = np.flatnonzero(self._is_key.take(letters.keys))
        pairs = zip(places.tolist(), letters.keys[places].tolist(), strict=True)
        return found + [at for at, key in pairs if text.startswith(self._many[key], at)]


def _keys(letters: CodePoints) -> npt.NDArray[np.uint16]:
    """Return a number for each of the *letters* and the three behind it."""
    short = letters.astype(np.uint16)
    keys = short[: 1 - _LETTERS].copy()
    for more in range(1, _LETTERS):
        keys *= _FACTOR
        keys += short[more : len(short) - _LETTERS + 1 + more]
    return keys


def _places(text: str, string: str) -> Iterator[int]:
    at = text.find(string)
    while at >= 0:
        yield at
        at = text.find(string, at + len(string))
