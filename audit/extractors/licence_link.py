"""Links to licences: the address behind the words of a rights line, or behind a button."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, final

from audit.claims.credited import is_of_another
from audit.claims.markdown import MARKDOWN
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth, is_inside
from audit.claims.rights import Mention, Sense, mentions
from audit.extractors import Extractor
from audit.lines import source_offset, text_offset
from audit.model import Claim, Document

_MOST: Final = 100
"""Links of a page that are looked at."""
_DUAL: Final = 2
"""Licences of one page; one that links to more speaks of licences."""
_AROUND: Final = 300
"""Characters of the text on each side of a link that are looked at."""
_HOSTS: Final = ("creativecommons.org/", "rightsstatements.org/")
_ADDRESS: Final = re.compile(
    r"(?:https?:)?//(?:www\.)?(?:creativecommons|rightsstatements)\.org/[^\s\"'<>()]{1,200}",
    re.IGNORECASE,
)
_target: Final = re.compile(rf"\]\(\s{{0,9}}<?(?P<address>{_ADDRESS.pattern})", re.IGNORECASE)
_defined: Final = re.compile(
    rf"^ {{0,3}}\[(?P<label>[^][\n]{{1,200}})\]:[ \t]{{0,20}}<?(?P<address>{_ADDRESS.pattern})",
    re.IGNORECASE | re.MULTILINE,
)
_asked: Final = re.compile(
    r"\]\[(?P<label>[^][\n]{1,200})\]|\[(?P<words>[^][\n]{1,200})(?P<end>\])(?!\[[^]]|[(:])"
)
"""A link whose address stands elsewhere, with its label: `[terms][cc]`, `[cc]`."""
_WORTH: Final = {
    Sense.SAID: Worth(confidence=0.72, reason="link to a licence"),
    Sense.UNSURE: Worth(confidence=0.29, reason="link to a licence, perhaps that of another work"),
    Sense.PART: Worth(confidence=0.25, reason="link to a licence of a picture or another part"),
}
"""Unsure ones are too weak to lend their voice to the words of their own line."""


@final
class LicenceLink(Extractor):
    """Licences that pages and Markdown link to, judged by the sentence in which the link stands."""

    id = "licence-link"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the licences in the order of their links."""
        page = page_of(document)
        has_links = page.is_html or document.media_type == MARKDOWN
        links = list(islice(_links(page), _MOST)) if has_links else []
        judged = [(place, end, _judged(page, place, _offset(page, end))) for place, end in links]
        found = [(place, end, said) for place, end, said in judged if said]
        own = {said.normalized for _, _, said in found if said.sense is Sense.SAID}
        for place, end, said in found:
            at = place.start if page.is_html else end
            sense = Sense.PART if page.is_caption(at) else said.sense
            is_other = len(own) > _DUAL or is_of_another(page, _offset(page, end))
            worth = _WORTH[Sense.UNSURE if is_other and sense is Sense.SAID else sense]
            yield page.claim("rights", place, said.normalized, worth, self.id)


def _links(page: Page) -> Iterator[tuple[Place, int]]:
    """Yield where the addresses of links stand in the markup, and where their words end there."""
    if page.document.media_type == MARKDOWN:
        for place, at in (*_told_there(page.markup), *_told_elsewhere(page.markup)):
            if source_offset(page.document.chunks, _offset(page, at)) != at:
                yield place, at  # where the bracket is shown, it is that of an example
    unseen = list(page.within("template"))
    for element in map(page.element, page.tags_that_say(_HOSTS) if page.is_html else ()):
        if is_inside(unseen, element.at):
            continue
        href = element.attributes.get("href")
        if element.name == "a" and href and _ADDRESS.match(href.value.strip()):
            yield Place(href.start, href.end, "markup"), element.end


def _told_there(markup: str) -> Iterator[tuple[Place, int]]:
    for found in _target.finditer(markup):
        yield Place(*found.span("address"), "markup"), found.start()


def _told_elsewhere(markup: str) -> Iterator[tuple[Place, int]]:
    """Yield the addresses of licences that stand with their labels, for each link that asks."""
    told = {_folded(found["label"]): found.span("address") for found in _defined.finditer(markup)}
    for found in _asked.finditer(markup) if told else ():
        place = told.get(_folded(found["label"] or found["words"]))
        if place:
            yield Place(*place, "markup"), found.start("end") if found["end"] else found.start()


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _offset(page: Page, at: int) -> int:
    return text_offset(page.document.chunks, at, len(page.text))


def _judged(page: Page, place: Place, offset: int) -> Mention | None:
    """Return what the line of the text says at *offset* with the address in it."""
    address = page.markup[place.start : place.end].strip()
    first = max(page.text.rfind("\n", 0, offset) + 1, offset - _AROUND)
    last = page.text.find("\n", offset, offset + _AROUND)
    before = page.text[first:offset].strip()
    after = page.text[offset : last if last >= 0 else offset + _AROUND]
    gap = " " if after[:1].isalnum() else ""
    line = f"{before} {address}{gap}{after}"
    start = len(before) + 1
    said = mentions(line, 0, len(line))
    return next((one for one in said if one.end > start and one.start < start + len(address)), None)
