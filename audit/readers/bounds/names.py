"""Names of members: refused where they leave their archive, unique where they stand."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from audit.errors import ReadError

_LONGEST: Final = 500
_drive: Final = re.compile(r"[A-Za-z]:")


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


def duplicates(seen: Mapping[str, int]) -> Iterator[str]:
    """Yield what to say of names that several members bear: tools differ in which they take."""
    for name, count in seen.items():
        if count > 1:
            yield f"{count} members are called {shown(name)}; each is read, the later ones numbered"
