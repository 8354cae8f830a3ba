"""Members of JSON objects and lists, each with its place in the text."""

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, Final, NamedTuple

_decoder: Final = json.JSONDecoder()
_space: Final = re.compile(r"[ \t\r\n]*")


class Value(NamedTuple):
    """A value, and the characters [start, end) in which it is written."""

    value: Any
    start: int
    end: int


class Members(dict[str, Value]):
    """The members of an object by name, or of a list by number; the last of equal names."""

    def __init__(self) -> None:
        self.repeated: dict[str, int] = {}
        """How often a name stands that stands more than once."""

    def add(self, name: str, value: Value) -> None:
        """Add a member; one of the same name gives way to it, as JSON is commonly read."""
        if name in self:
            self.repeated[name] = self.repeated.get(name, 1) + 1
        self[name] = value


def members_of(text: str, at: int) -> Members:
    """Return the members of the object at *at*, each with its place; nothing for others."""
    found = Members()
    try:
        while text[at] == "{" if not found else text[at] == ",":
            at = skip(text, at + 1)
            if text[at] != '"':
                return Members()
            key, at = scanstring(text, at + 1, False)
            at = skip(text, at)
            if text[at] != ":":
                return Members()
            value, at = _value(text, at + 1)
            found.add(key, value)
    except (ValueError, IndexError, RecursionError):
        return Members()
    return found if text[at : at + 1] == "}" else Members()


def items_of(text: str, at: int) -> Members:
    """Return the items of the list at *at* by their number from 0; nothing for others."""
    found = Members()
    try:
        while text[at] == "[" if not found else text[at] == ",":
            value, at = _value(text, at + 1)
            found.add(str(len(found)), value)
    except (ValueError, IndexError, RecursionError):
        return Members()
    return found if text[at : at + 1] == "]" else Members()


def steps(name: str) -> list[str]:
    """Return the names on the way to a field: of a JSON Pointer, or between dots."""
    if not name.startswith("/"):
        return name.split(".")
    return [step.replace("~1", "/").replace("~0", "~") for step in name[1:].split("/")]


def skip(text: str, at: int) -> int:
    """Return where the white space at *at* ends."""
    found = _space.match(text, at)
    return found.end() if found else at


def _value(text: str, at: int) -> tuple[Value, int]:
    """Return the value at *at*, and where what follows it begins."""
    start = skip(text, at)
    value, end = _decoder.raw_decode(text, start)
    return Value(value, start, end), skip(text, end)
