"""Styles of office documents, one made of another: which of them hide what is set in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from audit.errors import ReadError
from audit.readers.bounds import Limits
from audit.readers.bounds.xml import Handler, local, parse

_off: Final = frozenset(("0", "false", "off"))
_TABLES: Final = "tblStylePr"
"""What a style says of parts of a table."""

Attributes = Mapping[str, str]


@dataclass(slots=True)
class Styles:
    """What styles say of hiding, by what they are for and their name."""

    _said: dict[tuple[str, str], tuple[str, bool | None]] = field(default_factory=dict)

    def add(self, key: tuple[str, str], base: str, hides: bool | None) -> None:
        """Take a style that is made of *base*."""
        self._said[key] = base, hides

    def hides(self, family: str, name: str) -> bool | None:
        """Tell whether a style hides, None where neither it nor what it is made of says so."""
        way: list[tuple[str, str]] = []
        found: bool | None = None
        key = family, name
        while found is None and (said := self._said.get(key)):
            base, found = said
            way.append(key)
            # What is known now is not looked for again; a style made of itself says nothing.
            self._said[key] = "", found
            key = family, base
        for passed in way:
            self._said[passed] = "", found
        return found


def styles_of_word(data: bytes, limits: Limits, lost: list[str]) -> Styles:
    """Return the styles of a Word file; say in *lost* where they cannot be read."""
    found = _Sheet()
    try:
        if data:
            parse(data, Handler(found.start, found.end, lambda _text, _at: None), limits)
    except ReadError as error:
        lost.append(f"its styles cannot be read: {error}")
    return found.styles


class _Sheet:
    """The styles of a Word file on their way into a table."""

    def __init__(self) -> None:
        self.styles = Styles()
        self._key = ("", "")
        self._base = ""
        self._hides: bool | None = None
        self._is_aside = False

    def start(self, name: str, attributes: Attributes, _at: int) -> None:
        """Begin an element."""
        element = local(name)
        if element == "style":
            self._key = said(attributes, "type"), said(attributes, "styleId")
            self._base, self._hides = "", None
        elif element == "basedOn":
            self._base = said(attributes, "val")
        elif element == _TABLES:
            self._is_aside = True
        elif element == "vanish" and not self._is_aside:
            self._hides = is_on(attributes)

    def end(self, name: str, _at: int) -> None:
        """End an element."""
        element = local(name)
        if element == "style":
            self.styles.add(self._key, self._base, self._hides)
        elif element == _TABLES:
            self._is_aside = False


def said(attributes: Attributes, name: str) -> str:
    """Return the attribute *name* of any space, empty where there is none."""
    return next((value for key, value in attributes.items() if local(key) == name), "")


def is_on(attributes: Attributes) -> bool:
    """Tell whether a property of Word is set: it is where nothing else is said."""
    return said(attributes, "val") not in _off
