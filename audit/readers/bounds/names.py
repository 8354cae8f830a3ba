"""Names of members: refused where they leave their archive, unique where they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from unicodedata import is_normalized, normalize

from audit.errors import ReadError

TOOLS: Final = frozenset((".git", ".hg", ".svn", ".DS_Store", "Thumbs.db", "desktop.ini"))
"""Files and folders that tools keep for themselves, wherever they work."""
_LONGEST: Final = 500
_TOLD: Final = 3
_NAMELESS: Final = "content"
_drive: Final = re.compile(r"[A-Za-z]:")
_packed: Final = re.compile(r"(.+)\.(?:gz|bz2|xz)", re.IGNORECASE | re.DOTALL)


def member_name(name: str) -> str:
    """Return *name* as a path inside its container; raise ReadError where it leads out of it."""
    readable = name.encode("utf-8", "backslashreplace").decode()
    parts = readable.replace("\\", "/").split("/")
    if "\x00" in name:
        raise ReadError("its name holds a NUL character; refused")
    if readable.startswith(("/", "\\")) or _drive.match(readable):
        raise ReadError("its name is an absolute path; refused")
    if ".." in parts:
        raise ReadError("its name leads out of the archive; refused")
    kept = "/".join(part for part in readable.split("/") if part not in ("", "."))
    if not kept:
        raise ReadError("it has no name; refused")
    return kept[:_LONGEST]


def is_of_tools(name: str) -> bool:
    """Tell whether a member is one that tools keep, or lies in such a folder."""
    return not TOOLS.isdisjoint(name.split("/"))


def unpacked_name(path: str) -> str:
    """Return what the one file that is packed in *path* is called where nothing else names it."""
    found = _packed.fullmatch(path.rpartition("/")[2])
    try:
        return member_name(found[1]) if found else _NAMELESS
    except ReadError:
        return _NAMELESS


def unique(name: str, taken: set[str]) -> str:
    """Return *name*, numbered where it is taken already, and take it."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name} ({number})"
    taken.add(found)
    return found


def shown(name: str) -> str:
    """Return *name* for a message: in quotation marks, and not too long."""
    return repr(name if len(name) <= 120 else f"{name[:117]}...")  # noqa: PLR2004  # a line


def left_out(names: Sequence[str]) -> Iterator[str]:
    """Yield what to say of the members *names*, which are not read because tools keep them."""
    if names:
        members = "1 member is" if len(names) == 1 else f"{len(names):,} members are"
        which = "it is called" if len(names) == 1 else "the first is"
        yield f"{members} kept by tools, not by people: {which} {shown(names[0])}; not read"


def duplicates(seen: Mapping[str, int]) -> Iterator[str]:
    """Yield what to say of names that several members bear: tools differ in which they take.

    Names that differ in capitals, or in how an accent is written, are one name where files of
    macOS and Windows lie: of such members one is left when the archive is unpacked there.
    """
    alike: dict[str, list[str]] = {}
    for name, count in seen.items():
        alike.setdefault(normalize("NFC", normalize("NFC", name).casefold()), []).append(name)
        if count > 1:
            yield f"{count} members are called {shown(name)}; each is read, the later ones numbered"
    for names in alike.values():
        if len(names) > 1:
            told = " and ".join(f"{shown(name)}{_form(name)}" for name in names[:_TOLD])
            more = f" and {len(names) - _TOLD} more" if names[_TOLD:] else ""
            yield f"members {told}{more} are one name on other systems, which would keep but one"


def _form(name: str) -> str:
    """Return how the accents of *name* are written, where they are not of one piece."""
    return "" if is_normalized("NFC", name) else " (accents apart)"
