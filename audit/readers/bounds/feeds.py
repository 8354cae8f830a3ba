"""Feeds: what RSS and Atom say of themselves, and of their items."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from audit.model import Field
from audit.readers.bounds.fields import dublin_core, mail_date
from audit.readers.bounds.xml import local

_RSS1: Final = "http://purl.org/rss/1.0/"
_atom: Final = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_spaces: Final = ("", _RSS1, *_atom)
_DEEPEST: Final = 2
"""Depth of the element that makes a feed: below `rdf:RDF` it is the second."""
_wholes: Final = ("channel", "feed")
ITEMS: Final = ("item", "entry")
_elements: Final[Mapping[str, str]] = {
    "title": "title",
    "language": "language",
    "generator": "generator",
    "pubDate": "issued",
    "published": "issued",
    "issued": "issued",
    "updated": "modified",
    "modified": "modified",
    "lastBuildDate": "modified",
    "copyright": "rights",
    "rights": "rights",
    "id": "identifier",
    "guid": "identifier",
}
_people: Final = ("author", "managingEditor")
_ITUNES: Final = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_links: Final = {"license": "rights", "self": "url"}
"""Relations of the addresses to which Atom links, in feeds of RSS too."""
_NAMED: Final = re.compile(r"\S{1,80}@\S{1,80}\s{1,3}\(([^()@]{1,80})\)")
"""How RSS names people: `ada@quay.example (Ada Berg)`."""
_resource: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_TAGGED: Final = frozenset(("title", "description", "encoded", "content", "summary", "subtitle"))
_FEEDS: Final = ("rss", "RDF", *_wholes)
_ENDS: Final = ("expirationDate", "expires", "valid")
_MAPS: Final = ("urlset", "sitemapindex")
_HTML: Final = ("html", "text/html")
_dates: Final = ("issued", "modified", "created")
_BESIDE: Final = 0.45
"""Confidence of what an item says where the feed speaks for itself, or has other items."""


def begins_feed(name: str, depth: int) -> bool:
    """Tell whether the element *name* with its space makes the file a feed at *depth* from 1."""
    if depth == _DEEPEST:
        return name == f"{_RSS1}}}channel"
    if depth > _DEEPEST:
        return False
    return name == "rss" or (local(name) in ("feed", "entry") and _space(name) in _atom)


def feed_property(name: str, within: Sequence[str]) -> str:
    """Return the property of the element *name* with its space, within these local names."""
    parent = within[-1] if within else ""
    if parent == "author" and local(name) == "name":
        return "creator" if len(within) > 1 and _speaks(within[-2]) else ""
    if not _speaks(parent):
        return ""
    if local(name) in _people and _space(name).lower() in ("", _ITUNES):  # those of Atom have parts
        return "creator"
    own = _elements.get(local(name), "") if _space(name) in _spaces else ""
    return own or dublin_core(name)


def linked(name: str, attributes: Mapping[str, str], within: Sequence[str]) -> tuple[str, str]:
    """Return the property and the value of an element that says an address, else two blanks."""
    if not (within and _speaks(within[-1])):
        return "", ""
    if local(name) == "license" and attributes.get(_resource):
        return "rights", attributes[_resource]
    is_link = local(name) == "link" and _space(name) in _atom
    property_ = _links.get(attributes.get("rel", ""), "") if is_link else ""
    return (property_, attributes.get("href", "")) if property_ else ("", "")


def may_hold_page(name: str, within: Sequence[str]) -> bool:
    """Tell whether the element *name*, within these local names, may hold text in HTML."""
    return bool(within) and _speaks(within[-1]) and local(name) in _TAGGED


def holds_page(name: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether the element *name* holds HTML for sure: RSS does not say it, Atom does."""
    return attributes.get("type") in _HTML or local(name) in ("description", "encoded")


def said(property_: str, value: str) -> str:
    """Return what *value* says of *property_* where it is written as a feed does, or empty."""
    if is_date(property_):
        return mail_date(value)
    named = _NAMED.fullmatch(value) if property_ == "creator" else None
    return named[1].strip() if named else ""


def is_date(property_: str) -> bool:
    """Tell whether an element of *property_* is a stamp, which nobody reads as text."""
    return property_ in _dates


def is_of_others(within: Sequence[str]) -> bool:
    """Tell whether what stands within these local names is a day, but not that of what is read.

    Maps of sites have those of pages, feeds say until when an item is worth reading.
    """
    is_of_page = within[0] in _MAPS and within[-1] == "lastmod"
    return is_of_page or (within[0] in _FEEDS and within[-1] in _ENDS)


def opens_item(name: str, within: Sequence[str]) -> bool:
    """Tell whether the element *name*, within these local names, is an item of a feed."""
    return bool(within) and local(name) in ITEMS and _space(name) in _spaces


def settled(said: Sequence[tuple[int, Field]], items: int) -> Iterator[Field]:
    """Yield the fields of a feed; *said* has the number of the item of each, 0 for the feed.

    Where the feed is silent its only item speaks for it, and of several items their creators.
    """
    own = {field.property for number, field in said if not number}
    for number, field in said:
        stands = field.property not in own and (items == 1 or field.property == "creator")
        yield field if not number or stands else replace(field, confidence=_BESIDE)


def _speaks(name: str) -> bool:
    return name in _wholes or name in ITEMS


def _space(name: str) -> str:
    return name.rpartition("}")[0]
