"""Texts as arrays of code points, and what in them is not ASCII."""

from typing import Final

import numpy as np
import numpy.typing as npt

CodePoints = npt.NDArray[np.uint8] | npt.NDArray[np.uint32]

_ASCII: Final = bytes(range(128))


def code_points(text: str) -> CodePoints:
    """Return the code points of *text*, lone surrogates included; of ASCII, bytes are enough."""
    if text.isascii():  # a quarter of the memory
        return np.frombuffer(text.encode("ascii"), dtype=np.uint8)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def beyond_ascii(text: str) -> str:
    """Return the signs of *text* that are not ASCII: few, of a long text in most languages."""
    if text.isascii():
        return ""
    written = text.encode("utf-8", "surrogatepass")
    return written.translate(None, _ASCII).decode("utf-8", "surrogatepass")
