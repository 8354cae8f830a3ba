"""Digests as web archives write them: in base 16, 32 or 64, by the whim of the programme."""

import base64
import hashlib
import re
from typing import Final

_forms: Final = (
    (re.compile(r"[0-9A-Fa-f]+"), base64.b16encode, bytes.fromhex),
    (re.compile(r"[A-Z2-7]+=*"), base64.b32encode, base64.b32decode),
    (re.compile(r"[A-Za-z0-9+/]+=*"), base64.b64encode, base64.b64decode),
    (re.compile(r"[\w-]+=*", re.ASCII), base64.urlsafe_b64encode, base64.urlsafe_b64decode),
)
"""How a digest may be written; its length tells which."""


def in_base_32(stated: str) -> str | None:
    """Return a digest in the form that warcio never mistakes for another, None where it is none."""
    algorithm, _, value = stated.partition(":")
    try:
        size = hashlib.new(algorithm, usedforsecurity=False).digest_size
        for form, encode, decode in _forms:
            if len(encode(bytes(size))) == len(value) and form.fullmatch(value):
                return f"{algorithm}:{base64.b32encode(decode(value)).decode()}"
    except ValueError:
        return stated if value else None  # warcio says that it does not know the algorithm
    return None
