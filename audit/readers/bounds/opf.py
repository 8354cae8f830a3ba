"""The package document of a book: Dublin Core, with the roles and kinds that refine it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from audit.model import Field
from audit.readers.bounds import LIMITS, Limits
from audit.readers.bounds.fields import DUBLIN_CORE, dublin_core
from audit.readers.bounds.xml import Handler, local, parse

_sure: Final = 0.85
_BESIDE: Final = 0.45
"""Confidence of a subtitle, or of somebody who only worked with the author: never chosen."""
_authors: Final = frozenset(("", "aut", "cre"))
_editors: Final = frozenset(("edt", "com"))
"""Who made a book that has no author."""
_events: Final = {
    "": "issued",
    "publication": "issued",
    "ops-publication": "issued",
    "creation": "created",
    "modification": "modified",
}
_own: Final = ("modified", "created", "issued", "rights", "license")
"""Terms that stand in a `meta` of their own."""
_named: Final = {"title": "title-type", "creator": "role", "identifier": "scheme"}
_inner: Final = frozenset(("uuid", "calibre", "mobi-asin"))


@dataclass(slots=True)
class _Said:
    """An element of the metadata that *means* a property, or refines another element.

    *kinds* are its attributes and what refines it, by name.
    """

    name: str
    means: str
    kinds: dict[str, str]
    identity: str = ""
    refines: str = ""
    pieces: list[str] = field(default_factory=list)

    @property
    def value(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def kind(self) -> str:
        """The kind of title or the role, in lower case; empty where it is not said."""
        name = _named.get(self.means, "event")
        return self.kinds.get(name, "").strip().lower()


def opf_fields(data: bytes, place: str, limits: Limits = LIMITS) -> tuple[Field, ...]:
    """Return what a package document says of its book."""
    said: list[_Said] = []
    _read(data, said, limits)
    _refine(said)
    told = [each for each in said if each.means and each.value]
    return tuple(_fields(told, place))


def _read(data: bytes, said: list[_Said], limits: Limits) -> None:
    within: list[_Said | None] = [None]

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        kinds = {local(key): value for key, value in attributes.items()}
        found = None
        if local(name) == "meta" and "property" in kinds:
            found = _meta(kinds)
        elif property_ := dublin_core(name):
            found = _Said(local(name), property_, kinds, kinds.get("id", ""))
        if found:
            said.append(found)
        within.append(found or within[-1])

    def text(characters: str, _at: int) -> None:
        if within[-1]:
            within[-1].pieces.append(characters)

    def end(_name: str, _at: int) -> None:
        within.pop()

    parse(data, Handler(start, end, text), limits)


def _meta(kinds: Mapping[str, str]) -> _Said:
    """Return a `meta`, which says something of the book, or of the element that it refines."""
    prefix, _, term = kinds["property"].strip().rpartition(":")
    refines = kinds.get("refines", "").strip().removeprefix("#")
    is_own = prefix == "dcterms" and term in _own and not refines
    return _Said(term, DUBLIN_CORE[term] if is_own else "", {}, refines=refines)


def _refine(said: list[_Said]) -> None:
    known = {each.identity: each for each in said if each.identity}
    for each in said:
        if each.refines in known:
            known[each.refines].kinds.setdefault(each.name, each.value)


def _is_inner(said: _Said) -> bool:
    """Tell whether an identifier is one that a program gave its copy, and no number of the book."""
    return said.kind in _inner or said.value.lower().startswith("urn:uuid:")


def _fields(said: list[_Said], place: str) -> Iterator[Field]:
    has_author = any(e.means == "creator" and e.kind in _authors for e in said)
    has_number = any(e.means == "identifier" and not _is_inner(e) for e in said)
    has_main = any(e.means == "title" and e.kind in ("", "main") for e in said)
    for each in said:
        property_, is_beside = each.means, False
        if each.name == "date":
            property_ = _events.get(each.kind, "")
        elif property_ == "creator":
            is_beside = each.kind not in _authors and (has_author or each.kind not in _editors)
        elif property_ == "identifier":
            is_beside = has_number and _is_inner(each)
        elif property_ == "title":
            is_beside = has_main and each.kind not in ("", "main")
        if property_:
            kind = f" ({each.kind[:40]})" if is_beside else ""
            yield Field(
                property=property_,
                value=each.value[:2_000],
                by="epub",
                place=f"{place}, {each.name}{kind}",
                confidence=_BESIDE if is_beside else _sure,
            )
