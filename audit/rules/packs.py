"""Where rules files come from: packs that are shipped, and files of one folder."""

import os
import stat
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from audit.errors import RuleError
from audit.rules.mistakes import Mistakes, Place, shown, suggestion
from audit.rules.nodes import LARGEST
from audit.rules.pinned import Pin, kept

PREFIX: Final = "audit:"
NAME: Final = "audit.yml"


def shipped() -> Path:
    """Return the folder of the packs: inside the wheel, or the live one of a checkout."""
    packed = Path(str(files("audit") / "_rules"))
    return packed if packed.is_dir() else Path(__file__).parents[2] / "rules"


def packs() -> tuple[str, ...]:
    """Return the names of the shipped packs, sorted."""
    return tuple(sorted(path.stem for path in shipped().glob("*.yml")))


def find(start: str) -> str | None:
    """Return the nearest `audit.yml` in the folder *start* (or of the file) or above it.

    The path is relative to the working directory where that is shorter, as a person would say it.
    What bears that name and is no file is found as well: that no rules are in force must be said.
    """
    here = Path(start).absolute()
    for folder in (here, *here.parents):
        if os.path.lexists(folder / NAME):
            return min(os.path.relpath(folder / NAME), str(folder / NAME), key=len)
    return None


def top(path: str) -> bytes:
    """Return the bytes of the file that a person named; raise RuleError."""
    try:
        return _bytes(Path(path))
    except (OSError, ValueError) as error:
        raise RuleError(f"{shown(path, 300)}: {_why(error)}") from None


def pack(name: str) -> bytes:
    """Return the bytes of a shipped pack; raise KeyError for another name."""
    if name not in packs():
        raise KeyError(name)
    return (shipped() / f"{name}.yml").read_bytes()


def owner(rule: str) -> str:
    """Return which shipped pack has the *rule* that is looked for in vain, in words, or nothing."""
    head = f"\n  {rule}:\n    ".encode(errors="replace")
    having = next((name for name in packs() if head in pack(name)), None)
    return f"; {PREFIX}{having} has it: write “extends: [{PREFIX}{having}]”" if having else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to extend: how mistakes call it, what tells it from others, its folder and bytes."""

    name: str
    identity: str
    folder: str
    data: bytes


def extended(wanted: str, place: Place, base: str, mistakes: Mistakes) -> Found | None:
    """Return what *wanted* at *place* stands for, nothing outside of *base*; note what fails.

    An empty *base* is that of a pack or a fetched file: such a file extends shipped packs only.
    """
    try:
        return _shipped(wanted) if wanted.startswith(PREFIX) else _local(wanted, place, base)
    except KeyError:
        known = [f"{PREFIX}{name}" for name in packs()]
        near = suggestion(wanted, known) or f"; there are {', '.join(known)} and ./local.yml"
        mistakes.add(place, f"nothing is called “{shown(wanted)}”{near}")
    except (OSError, ValueError) as error:
        mistakes.add(place, f"“{shown(wanted)}” {_why(error)}")
    return None


def pinned(pin: Pin, place: Place, mistakes: Mistakes) -> Found | None:
    """Return the file that *pin* at *place* stands for, if it was fetched; note what fails."""
    try:
        data = kept(pin)
    except ValueError as error:
        mistakes.add(place, f"what was fetched from {shown(pin.url)} {error}")
        return None
    if data is None:
        mistakes.add(place, f"{shown(pin.url)} is not here yet; `audit rules fetch` fetches it")
        return None
    return Found(name=pin.url, identity=pin.sha256, folder="", data=data)


def _shipped(wanted: str) -> Found:
    data = pack(wanted.removeprefix(PREFIX))
    return Found(name=wanted, identity=wanted, folder="", data=data)


def _local(wanted: str, place: Place, base: str) -> Found:
    if "://" in wanted:
        raise ValueError("needs its digest: {url: https://…, sha256: …}")
    if not wanted.endswith((".yml", ".yaml")):
        raise KeyError(wanted)
    if not base:
        raise ValueError("is a file; packs and fetched files extend shipped packs only")
    root, named = Path(base).resolve(), Path(wanted)
    if named.is_absolute():
        raise ValueError("must be relative to this file, as in ./more.yml")
    path = (Path(place.file.folder) / named).resolve()
    if not path.is_relative_to(root):
        raise ValueError("lies outside of the folder of the rules file")
    name = path.relative_to(root).as_posix()
    return Found(name=name, identity=str(path), folder=str(path.parent), data=_bytes(path))


def _bytes(path: Path) -> bytes:
    # A pipe or a device would never end.
    if not stat.S_ISREG(path.stat().st_mode):
        raise ValueError("is not a file")
    with path.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _why(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else ""
    return f"cannot be read: {reason}" if reason else str(error)
