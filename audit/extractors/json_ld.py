"""JSON-LD of schema.org: what a page says of itself for search engines."""

from collections.abc import Iterator, Sequence
from typing import Final, final

from msgspec import structs

from audit.calendars import parse_date
from audit.calendars.untold import no_date
from audit.claims.nothing import is_nothing
from audit.claims.page import Page, page_of
from audit.claims.parts import HIDDEN, UNSEEN, Element, Place, Worth
from audit.claims.people import Form, names
from audit.claims.rights import statement
from audit.claims.shown import shows
from audit.claims.speech import tag_of
from audit.claims.structured import NAME_PARTS, Script, Thing, literals
from audit.claims.words import squeeze
from audit.extractors import Extractor
from audit.model import Claim, Document

_PAGES: Final = frozenset(("WebPage", "ItemPage", "AboutPage", "CollectionPage", "ImageObject"))
_CLIPS: Final = frozenset(("VideoObject", "Product", "Event", "AudioObject", "MediaObject"))
_DATES: Final = {"datePublished": "issued", "dateModified": "modified", "dateCreated": "created"}
_BEST: Final = 0.93
_PAGE: Final = 0.72
_CLIP: Final = 0.45
_NONE: Final = 0.2
_BROKEN: Final = 0.9
"""How far what a broken script says is believed, against the same in a whole one."""
_HOLDER: Final = 0.6
"""How far a holder of rights is believed: many programs write the name of the site there, and the
line of rights below the page, which has the company, goes before.
"""

_ALL_THE_SAME: Final = "read as it seems to be meant"


@final
class JsonLd(Extractor):
    """Title, people, dates, publisher, rights and language of the article in a JSON-LD script."""

    id = "json-ld"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield what the things that are articles, pages or clips say."""
        page = page_of(document)
        if not page.is_html:
            return
        for element, script in page.scripts:
            said = [(thing, _weight(thing)) for thing in script.things]
            if any(weight for _, weight in said):
                written = script.written or list(literals(page.markup, element.start, element.end))
                whole = structs.replace(script, written=written)
                for thing, weight in said:
                    if weight:
                        yield from _Reading(page, element, whole, thing, weight).claims()

    def remarks(self, document: Document) -> Iterator[str]:
        """Yield where a script is broken."""
        page = page_of(document)
        for _, script in page.scripts if page.is_html else ():
            if script.fault >= 0:
                line = page.line(script.fault, "markup")
                column = script.fault - page.markup.rfind("\n", 0, script.fault)
                yield f"its JSON-LD, line {line}, column {column}: broken; {_ALL_THE_SAME}"


def _weight(thing: Thing) -> float:
    """Return how far a thing speaks of the document itself; 0: not at all."""
    for kind in thing.types:
        if kind.endswith(("Article", "Posting", "Report", "Review", "Recipe")):
            return _BEST if kind != "Review" else _CLIP
        if kind in _PAGES:
            return _PAGE if kind != "ImageObject" else 0
        if kind in _CLIPS:
            return _CLIP
    return 0


def _is_program(page: Page, name: str) -> bool:
    """Tell whether the page was made by a program called *name*."""
    made = [e.value("content") for e in page.elements("meta") if e.value("name") == "generator"]
    return name.casefold() in map(str.casefold, made)


class _Reading:
    """One thing, and where its strings stand."""

    def __init__(
        self,
        page: Page,
        element: Element,
        script: Script,
        thing: Thing,
        weight: float,
    ) -> None:
        self.page = page
        self.element = element
        self.places = script.written
        self.thing = thing
        self.weight = weight if script.fault < 0 else weight * _BROKEN
        self.note = "" if script.fault < 0 else ", which is broken"

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of the thing."""
        yield from self._titles()
        yield from self._people()
        for key, property_ in _DATES.items():
            for value in self._values(key):
                yield from self._dated(property_, key, value)
        yield from self._others()

    def _dated(self, property_: str, key: str, value: str) -> Iterator[Claim]:
        date = parse_date(value)
        if date:
            hidden = property_ == "issued" and not shows(self.page, date)
            yield self._claim(property_, key, value, date.normalized, hidden=hidden)
        elif not is_nothing(value) and (why := no_date(value)):
            claim = self._claim(property_, key, value, "")
            yield structs.replace(claim, reason=why, confidence=_NONE)

    def _titles(self) -> Iterator[Claim]:
        for key in ("headline", "name"):
            for value in self._values(key):
                clean = self.page.title(squeeze(value))
                if clean and (key == "headline" or self.weight < _BEST):
                    yield self._claim("title", key, value, clean)

    def _people(self) -> Iterator[Claim]:
        for key in ("author", "creator"):
            said = self._named(key)
            for value in said:
                for clean in names(value, Form.MARKED):
                    yield self._claim("creator", key, value, clean)
            if said:
                return

    def _others(self) -> Iterator[Claim]:
        for value in self._named("publisher"):
            claim = self._claim("publisher", "publisher", value, squeeze(value))
            if _is_program(self.page, value):
                reason = f"{claim.reason}, but that is the program that made the page"
                claim = structs.replace(claim, confidence=_NONE, reason=reason)
            yield claim
        for value in self._named("copyrightHolder"):
            claim = self._claim("rights_holder", "copyrightHolder", value, squeeze(value))
            yield structs.replace(claim, confidence=min(claim.confidence, _HOLDER))
        for value in self._named("inLanguage"):
            tag = tag_of(value) or value.replace("_", "-")
            yield self._claim("language", "inLanguage", value, tag)
        for value in self._values("articleSection"):
            yield self._claim("section", "articleSection", value, squeeze(value))
        for value in (*self._values("license"), *self._values("license.name")):
            found = statement(value)
            if found:
                yield self._claim("rights", "license", value, found)

    def _named(self, key: str) -> Sequence[str]:
        """Return the names under *key*, and what is written there as a text, but no addresses."""
        texts = [value for value in self._values(key) if not value.startswith("http")]
        return [*self._values(f"{key}.name"), *texts]

    def _values(self, key: str) -> Sequence[str]:
        values = self.thing.values.get(key, ())[:8]
        return [value for value in values if not is_nothing(value.strip())]

    def _claim(
        self, property_: str, key: str, value: str, normalized: str, *, hidden: bool = False
    ) -> Claim:
        start, end = self._place(key, value)
        note = self.note + (f", {UNSEEN}" if hidden else "")
        worth = Worth(
            confidence=min(self.weight, HIDDEN) if hidden else self.weight,
            reason=f"{key} of the {self.thing.types[0][:40]} in the page's JSON-LD{note}",
        )
        return self.page.claim(property_, Place(start, end, "markup"), normalized, worth, self.id)

    def _place(self, key: str, value: str) -> tuple[int, int]:
        """Return where *value* stands, preferably behind its own key."""
        equal = [place for place in self.places if place.value == value]
        same_key = [place for place in equal if place.key == key]
        parts = [e for e in self.places if e.key in NAME_PARTS and e.value.strip()]
        part_of = [part for part in parts if value.endswith(part.value.strip())]
        for place in [*same_key, *equal, *part_of]:
            return place.start, place.end
        return self.element.start, self.element.start

    id = JsonLd.id
