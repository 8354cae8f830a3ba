"""Packages of Office in one file of XML: parts, as those of a zip."""

from collections.abc import Mapping

from audit.readers.bounds import Limits
from audit.readers.bounds.hiding import said
from audit.readers.bounds.xml import Handler, local, parse


class Flat:
    """The parts of a package; those that are no XML have a name alone."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Find the parts; raise ReadError."""
        self.lost: list[str] = []
        self._data = _in_utf8(data)
        self._places: dict[str, tuple[int, int]] = {}
        self._name = ""
        self._start = -1
        parse(self._data, Handler(self._open, self._close, lambda _text, _at: None), limits)

    @property
    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._places)

    def get(self, name: str) -> bytes:
        """Return the bytes of the part *name*, nothing where there is none."""
        start, end = self._places.get(name, (0, 0))
        return self._data[start:end]

    def spare(self, name: str) -> bytes:
        """Return the bytes of a part that may be missing."""
        return self.get(name)

    def _open(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        element = local(name)
        if element == "part":
            self._name, self._start = said(attributes, "name").lstrip("/"), -1
            self._places.setdefault(self._name, (0, 0))
        elif element == "xmlData":
            self._start = self._data.find(b">", at) + 1

    def _close(self, name: str, at: int) -> None:
        if local(name) == "xmlData" and self._start >= 0:
            self._places[self._name] = self._start, at
            self._start = -1


def _in_utf8(data: bytes) -> bytes:
    """Return *data* so that its parts can be read by themselves."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    text = data.decode("utf-16", "replace")
    declared = text.find("?>") + 2 if text.startswith("<?xml") else 0
    return text[declared:].encode()
