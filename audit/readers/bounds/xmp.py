"""XMP packets: the properties of one resource in RDF, their lists taken apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from audit.model import Field
from audit.readers.bounds import LIMITS, Limits
from audit.readers.bounds.fields import dublin_core
from audit.readers.bounds.fields import field as one_field
from audit.readers.bounds.xml import Handler, local, parse

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DESCRIPTION: Final = f"{_RDF}Description"
_ITEM: Final = f"{_RDF}li"
_LANGUAGE: Final = "http://www.w3.org/XML/1998/namespace}lang"
_DEFAULT: Final = "x-default"
_MOST: Final = 100
"""Values of one property that are read."""
_SURE: Final = {"WebStatement": 0.7, "license": 0.86}
"""Confidence of what says most of the rights, and least: a licence beats words, they a page."""
_PRISM: Final = {"publicationDate": "issued", "doi": "identifier"}
"""What publishers of journals write into their articles."""
_spaces: Final = {
    "http://ns.adobe.com/xap/1.0": {
        "CreateDate": "created",
        "ModifyDate": "modified",
        "CreatorTool": "generator",
    },
    "http://prismstandard.org/namespaces/basic/2.0": _PRISM,
    "http://prismstandard.org/namespaces/basic/2.1": _PRISM,
    "http://prismstandard.org/namespaces/basic/3.0": _PRISM,
    "http://ns.adobe.com/xap/1.0/rights": {
        "WebStatement": "rights",
        "UsageTerms": "rights",
        "Owner": "rights_holder",
    },
    "http://creativecommons.org/ns": {"license": "rights"},
    "http://web.resource.org/cc": {"license": "rights"},
}


@dataclass(slots=True)
class _Value:
    """One value as far as it is read, the language that it is said in, and the byte where."""

    language: str = ""
    pieces: list[str] = field(default_factory=list)
    at: int = 0

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())


@dataclass(slots=True)
class _Property:
    """A property, its own characters or address, and its items where it is a list."""

    name: str
    depth: int
    own: _Value
    items: list[_Value] = field(default_factory=list)
    is_choice: bool = False

    def values(self, language: str) -> Iterator[_Value]:
        """Yield what it says, each once; of one thing in several languages one.

        That is the default, else the one in the *language* of the resource, else the first.
        """
        texts = [each for each in self.items if each.text][:_MOST]
        if self.is_choice:
            texts = sorted(texts, key=lambda each: _rank(each.language, language))[:1]
        found = {each.text: each for each in reversed(texts or [self.own])}
        yield from (each for text, each in reversed(found.items()) if text)


def _rank(tag: str, language: str) -> int:
    if tag == _DEFAULT:
        return 0
    return 1 if language and tag.lower().partition("-")[0] == language else 2


class _Packet:
    """The properties of the resource itself; what is nested in them is of other things."""

    def __init__(self) -> None:
        self._said: list[_Property] = []
        self._open: list[str] = []
        self._property: _Property | None = None

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        parent = self._open[-1] if self._open else ""
        self._open.append(name)
        if self._property:
            self._within(self._property, name, attributes, at)
        elif parent == _DESCRIPTION:
            address = _Value(pieces=[attributes.get(f"{_RDF}resource", "")], at=at)
            self._property = _Property(name, len(self._open), address)
        elif name == _DESCRIPTION:
            for key, value in attributes.items():
                self._said.append(_Property(key, 0, _Value(pieces=[value], at=at)))

    def _within(
        self, property_: _Property, name: str, attributes: Mapping[str, str], at: int
    ) -> None:
        depth = len(self._open) - property_.depth
        if depth == len(("Alt",)):
            property_.is_choice = name == f"{_RDF}Alt"
        elif depth == len(("Alt", "li")) and name == _ITEM:
            address = attributes.get(f"{_RDF}resource", "")
            property_.items.append(_Value(attributes.get(_LANGUAGE, ""), [address], at))

    def text(self, text: str, at: int) -> None:
        """Add characters of a property or an item, or of its `rdf:value` beside qualifiers."""
        if not self._property:
            return
        inner = [name for name in self._open[self._property.depth :] if name not in _wrappers]
        if not inner:
            said = self._property.items[-1] if self._property.items else self._property.own
            said.at = said.at if said.text else at
            said.pieces.append(text)

    def end(self, _name: str, _at: int) -> None:
        if self._property and self._property.depth == len(self._open):
            self._said.append(self._property)
            self._property = None
        self._open.pop()

    def fields(self) -> Iterator[Field]:
        """Yield what is understood, in its order."""
        known = [(each, _known(each.name)) for each in self._said]
        languages = [
            said.text for each, kind in known if kind == "language" for said in each.values("")
        ]
        language = languages[0].lower().partition("-")[0] if languages else ""
        for each, kind in known:
            for said in each.values(language) if kind else ():
                found = one_field(kind, said.text, "xmp", f"XMP, {local(each.name)}")
                sure = _SURE.get(local(each.name), found.confidence)
                yield replace(found, confidence=sure, start=said.at)


def _known(name: str) -> str:
    """Return the property of *name* with its space, or empty."""
    space = name.rpartition("}")[0].rstrip("/#")
    return _spaces.get(space, {}).get(local(name)) or dublin_core(name)


_wrappers: Final = frozenset(
    f"{_RDF}{name}" for name in ("Alt", "Bag", "Seq", "li", "value", "Description")
)


def xmp_fields(packet: bytes, limits: Limits = LIMITS) -> tuple[Field, ...]:
    """Return what *packet* says of its resource, each from the byte on which it stands in there.

    Raise ReadError where it is broken.
    """
    found = _Packet()
    if packet.startswith(b"<"):  # padded in one byte a character
        packet = packet.rstrip(b"\x00")
    if packet:
        parse(packet, Handler(found.start, found.end, found.text), limits)
    return tuple(found.fields())
