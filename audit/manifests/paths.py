"""Paths in manifests: how each format writes a name, and which paths are refused unread."""

import re
import unicodedata
from typing import Final

_escapes: Final = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
_percents: Final = {"%0a": "\n", "%0d": "\r", "%25": "%"}
_drive: Final = re.compile(r"[A-Za-z]:[\\/]")
_plain: Final = re.compile(r"(?:[^/\\.~:\0][^/\\:\0]*/)*[^/\\.~:\0][^/\\:\0]*")
_home: Final = re.compile(r"~[^\\/]*[\\/]")


def is_plain(path: str) -> bool:
    """Tell whether *path* is surely in the folder and written in its shortest form: most are."""
    return bool(_plain.fullmatch(path))


def refusal(path: str) -> str:
    """Return why *path*, as a manifest writes it, must not be opened; empty where it may."""
    if "\0" in path:
        return "the path holds a NUL"
    if path.startswith(("/", "\\\\")):
        return "the path is absolute"
    if _drive.match(path):
        return "the path names a drive"
    if path == "~" or _home.match(path):
        return "the path begins in a home folder (a folder of that name is written ./~name)"
    if ".." in path.split("/"):
        return "the path leaves the folder through '..'"
    return "the path is a folder" if path.endswith("/") or not normal(path) else ""


def normal(path: str) -> str:
    """Return *path* without empty and `.` components."""
    if "./" not in path and "//" not in path and not path.endswith("/."):
        return path if path != "." else ""
    return "/".join(part for part in path.split("/") if part not in ("", "."))


def explicit(path: str) -> str:
    """Return *path* so that no reader takes its first character for something else."""
    return (
        f"./{path}"
        if path.startswith(("~", " ", "\t", "*", "\\\\")) or _drive.match(path)
        else path
    )


def unescape(name: str) -> str:
    r"""Return the name behind GNU's `\\`, `\n` and `\r`; raise ValueError for any other escape."""
    return re.sub(r"\\.?", _unescape_one, name, flags=re.DOTALL)


def _unescape_one(match: re.Match[str]) -> str:
    try:
        return _escapes[match.group()]
    except KeyError:
        raise ValueError(
            f"{match.group()!r} is not an escape (only \\\\, \\n and \\r are)"
        ) from None


def escape(name: str) -> str:
    r"""Return *name* with GNU's escapes; it differs from *name* exactly where a `\` is to lead."""
    return name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def decode_percent(name: str) -> str:
    """Return *name* with `%0A`, `%0D` and `%25` decoded, and only those (RFC 8493, 2.1.3)."""
    if "%" not in name:
        return name
    return re.sub("%(?:0[AaDd]|25)", lambda found: _percents[found.group().lower()], name)


def encode_percent(name: str) -> str:
    """Return *name* with `%`, line feed and carriage return encoded (RFC 8493, 2.1.3)."""
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def form(path: str) -> str:
    """Return what two spellings of one name have in common: its NFC form."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def spelling(path: str) -> str:
    """Return the name of the Unicode form that *path* is in."""
    for name in ("NFC", "NFD"):
        if unicodedata.is_normalized(name, path):
            return name
    return "mixed form"
