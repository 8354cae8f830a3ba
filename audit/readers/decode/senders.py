"""Who sent a message: the names and addresses of one header field, as programs write them."""

import re
from collections.abc import Iterator
from typing import Final

from audit.readers.decode.headers import without_words

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|\([^()]*\)|<[^<>]*>|[^",;(<]+|.', re.DOTALL)
_ADDRESS = re.compile(
    r'<\s*(?:\([^()]*\)\s*)?(?:mailto:)?(?:@[^<>:\s]+:)?(?P<address>(?:"[^"<>]*"|[^\s"<>()]+)@[^\s<>()]+)'
    r"\s*(?:\([^()]*\)\s*)?>\s*(?:\([^()]*\)\s*)?\Z"
)
"""What stands behind a name, whatever is in the name; routes are gone."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")
_ASIDE = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
_BARE = re.compile(
    r"""(?:"[^"@]*"|[^\s"<>()\[\],;:@]+)@(?:\[[^\]\s]*\]|[^\s"<>()\[\],;:@]+)"""
    r"|[^\s\"<>()\[\],;:@]+ at [\w-]+(?:\.[\w-]+)+"
)
"""An address, also as archives of lists write it: `ann at harbour.example`."""
_NOBODY = re.compile(r"(?::\s*;?|\A)\s*\Z")
"""The end of a group of nobody, `Undisclosed recipients:;`, or of all."""
_GROUP = re.compile(r'\s*[^"<>@,;:]{1,200}:\s*(?=[^\s;])')
"""The name of a group, before the first of its members (RFC 5322, 3.4)."""
_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*")|\s*\((?:[^()\\]|\\.)*\)')
_NESTED: Final = 5
_MOST: Final = 60
"""Senders that are read; one is usual."""


def senders(value: str) -> Iterator[tuple[str, str]]:
    """Yield the name, its encoded words read, and the address of each who sent a message."""
    is_grouped = ";" in value
    for _, piece in zip(range(_MOST), _parted(value), strict=False):
        bare = _uncommented(piece)
        group = _GROUP.match(bare) if is_grouped else None
        for written in (bare[group.end() :],) if group else (piece, bare):
            if found := _ADDRESS.search(written):
                yield without_words(_plain(written[: found.start()].strip())), found["address"]
                break
        else:
            if not _NOBODY.search(bare):
                name, address = _loose(piece)
                yield without_words(name), address


def _uncommented(piece: str) -> str:
    """Return *piece* without comments, also those in comments; what is quoted keeps its own."""
    for _ in range(_NESTED):
        piece, count = _COMMENT.subn(lambda found: found[1] or "", piece)
        if not count:
            break
    return piece


def _plain(named: str) -> str:
    """Return a name without its quotation marks and what they escape."""
    return _QUOTED.sub(lambda quoted: _ESCAPED.sub(r"\1", quoted[1]), named)


def _loose(piece: str) -> tuple[str, str]:
    """Return name and address of a sender whose address is in no brackets: `ann@… (Ann Berg)`.

    Written here, because what `email.utils.parseaddr` says of such a one differs by its release.
    """
    aside = _ASIDE.search(piece)
    said = aside[1] if aside else ""
    rest = _ASIDE.sub(" ", piece)
    if found := _BARE.search(rest):
        return _name(rest[: found.start()].rpartition(":")[2]) or _name(said), found[0]
    if found := _BARE.search(said):
        return _name(rest), found[0]
    return _name(piece), ""


def _name(written: str) -> str:
    return " ".join(_plain(written).strip('"<>;, \t').split())


def _parted(value: str) -> Iterator[str]:
    """Yield the senders in *value*; a comma within a name, `Berg, Ann <ann@…>`, parts none.

    Programs for offices write a semicolon between them.
    """
    held, is_whole = list[str](), False
    for piece in (found[0] for found in _PIECE.finditer(value)):
        if piece in (",", ";") and is_whole:
            yield "".join(held)
            held, is_whole = [], False
        else:
            held.append(piece)
            is_whole = is_whole or "@" in piece
    if "".join(held).strip():
        yield "".join(held)
