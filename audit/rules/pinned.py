"""Rules files of others: fetched once, on demand, and known by their digest ever after.

Loading rules never uses the network. What `fetch` brought lies in a folder of the user, under its
SHA-256; every load computes the digest anew, so that nobody can change it there unseen.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.rules.nodes import LARGEST

ELSEWHERE: Final = "AUDIT_CACHE_DIR"
"""The variable of the environment that names another folder."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Pin:
    """An address and the digest of what must be there."""

    url: str
    sha256: str


def folder() -> Path:
    """Return the folder in which fetched files lie; it may not be there yet."""
    if given := os.environ.get(ELSEWHERE):
        return Path(given) / "rules"
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".cache") / "audit" / "rules"


def kept(pin: Pin) -> bytes | None:
    """Return the bytes of *pin*; None where they are not here. Raise ValueError for other bytes."""
    try:
        with (folder() / f"{pin.sha256}.yml").open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return None
    check(pin, data)
    return data


def keep(pin: Pin, data: bytes) -> None:
    """Put the bytes of *pin* where `kept` finds them; raise ValueError for other bytes."""
    check(pin, data)
    target = folder() / f"{pin.sha256}.yml"
    made = target.with_name(f".{target.name}.{os.getpid()}")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        made.write_bytes(data)
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)


def check(pin: Pin, data: bytes) -> None:
    """Raise ValueError where *data* are not the bytes that *pin* promises."""
    if len(data) > LARGEST:
        raise ValueError(f"is larger than {LARGEST:,} bytes")
    found = hashlib.sha256(data).hexdigest()
    if found != pin.sha256:
        raise ValueError(f"has the sha256 {found}, not {pin.sha256}")
