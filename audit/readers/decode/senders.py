"""Who sent a message: the names and addresses of one header field, as programs write them."""

import re
from collections.abc import Iterator
from email.utils import parseaddr
from typing import Final

from audit.readers.decode.headers import without_words

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|\([^()]*\)|<[^<>]*>|[^",(<]+|.', re.DOTALL)
_ADDRESS = re.compile(
    r'<\s*(?:\([^()]*\)\s*)?(?:@[^<>:\s]+:)?(?P<address>(?:"[^"<>]*"|[^\s"<>()]+)@[^\s<>()]+)'
    r"\s*(?:\([^()]*\)\s*)?>\s*(?:\([^()]*\)\s*)?\Z"
)
"""What stands behind a name, whatever is in the name; routes are gone."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")
_MOST: Final = 60
"""Senders that are read; one is usual."""


def senders(value: str) -> Iterator[tuple[str, str]]:
    """Yield the name, its encoded words read, and the address of each who sent a message."""
    for _, piece in zip(range(_MOST), _parted(value), strict=False):
        found = _ADDRESS.search(piece)
        if found:
            yield without_words(_plain(piece[: found.start()].strip())), found["address"]
        else:
            name, address = _parsed(piece)
            yield without_words(name), address


def _plain(named: str) -> str:
    """Return a name without its quotation marks and what they escape."""
    return _QUOTED.sub(lambda quoted: _ESCAPED.sub(r"\1", quoted[1]), named)


def _parsed(piece: str) -> tuple[str, str]:
    try:
        return parseaddr(piece)
    except RecursionError:
        return "", ""


def _parted(value: str) -> Iterator[str]:
    """Yield the senders in *value*; a comma within a name, `Berg, Ann <ann@…>`, parts none."""
    held = ""
    for piece in (found[0] for found in _PIECE.finditer(value)):
        if piece == "," and "@" in held:
            yield held
            held = ""
        else:
            held += piece
    if held.strip():
        yield held
