"""The names of meta elements of HTML, and what they mean."""

import re
from typing import Final

_META: Final = {
    "og:title": ("title", 0.86),
    "twitter:title": ("title", 0.72),
    "citation_title": ("title", 0.9),
    "headline": ("title", 0.8),
    "sailthru.title": ("title", 0.8),
    "parsely-title": ("title", 0.8),
    "author": ("creator", 0.76),
    "article:author": ("creator", 0.74),
    "og:author": ("creator", 0.74),
    "article:author_name": ("creator", 0.78),
    "citation_author": ("creator", 0.88),
    "sailthru.author": ("creator", 0.8),
    "parsely-author": ("creator", 0.8),
    "byl": ("creator", 0.8),
    "twitter:data1": ("creator", 0.74),
    "og:site_name": ("publisher", 0.8),
    "application-name": ("publisher", 0.6),
    "publisher": ("publisher", 0.7),
    "article:published_time": ("issued", 0.92),
    "article:published": ("issued", 0.88),
    "og:published_time": ("issued", 0.85),
    "og:article:published_time": ("issued", 0.9),
    "date": ("issued", 0.78),
    "datepublished": ("issued", 0.86),
    "citation_date": ("issued", 0.85),
    "citation_publication_date": ("issued", 0.85),
    "sailthru.date": ("issued", 0.8),
    "parsely-pub-date": ("issued", 0.85),
    "article:modified_time": ("modified", 0.9),
    "og:updated_time": ("modified", 0.8),
    "last-modified": ("modified", 0.7),
    "lastmodified": ("modified", 0.7),
    "lastmod": ("modified", 0.7),
    "datemodified": ("modified", 0.8),
    "datecreated": ("created", 0.7),
    "created": ("created", 0.7),
    "changed": ("modified", 0.7),
    "citation_online_date": ("issued", 0.86),
    "revised": ("modified", 0.7),
    "article:section": ("section", 0.8),
    "language": ("language", 0.6),
    "content-language": ("language", 0.7),
    "og:locale": ("language", 0.6),
    "license": ("rights", 0.8),
    "copyright": ("rights", 0.6),
    "rights": ("rights", 0.7),
    "citation_doi": ("identifier", 0.85),
    "og:url": ("url", 0.8),
    "generator": ("generator", 0.9),
    "og:type": ("type", 0.6),
}
"""The names of meta elements that are believed: the property and how far."""
_DUBLIN_CORE = re.compile(r"dc(?:terms)?[.:](?:date[.:])?([a-z]{4,10})")
_TERMS: Final = {
    "title": ("title", 0.8),
    "creator": ("creator", 0.78),
    "publisher": ("publisher", 0.8),
    "issued": ("issued", 0.88),
    "date": ("issued", 0.72),
    "created": ("created", 0.8),
    "modified": ("modified", 0.86),
    "language": ("language", 0.7),
    "rights": ("rights", 0.8),
    "license": ("rights", 0.85),
    "identifier": ("identifier", 0.7),
}
"""The terms of Dublin Core, however they are prefixed: `dc.date.issued`, `dcterms:issued`."""
_ENDINGS: Final = (
    (re.compile(r"publi(?:sh|shed|cation)?[_-]?(?:date|time)\Z|pub[_-]?date\Z"), ("issued", 0.84)),
    (re.compile(r"modif(?:ied|ication)[_-]?(?:date|time)\Z"), ("modified", 0.8)),
)
"""How names of meta elements end that many makers prefix with their own: `x:published_time`."""


def known_as(key: str) -> tuple[str, float] | None:
    """Return the property of which a meta element of the name *key* speaks, and how far."""
    term = _DUBLIN_CORE.fullmatch(key)
    found = _TERMS.get(term[1]) if term else _META.get(key)
    if found or not key.endswith(("date", "time")):
        return found
    return next((means for ending, means in _ENDINGS if ending.search(key[-40:])), None)
