"""Rights lines in the text: the statement, the years, and who holds the rights."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, final

from msgspec import structs

from audit.claims.bodies import is_person
from audit.claims.credited import is_of_another
from audit.claims.holders import SHORT, Notice
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.rights import (
    IN_COPYRIGHT,
    LICENCE,
    Mention,
    Sense,
    is_choice,
    is_reserved,
    mentions,
    told,
    years,
)
from audit.claims.rights.granted import SOME, is_granted
from audit.claims.words import fold_site, holds_small
from audit.extractors import Extractor
from audit.lines import source_offset
from audit.model import Claim, Document

_SAYS: Final = {
    Sense.SAID: (0.72, "rights line"),
    Sense.UNSURE: (0.4, "a sentence about rights, perhaps those of another work"),
    Sense.PART: (0.25, "rights of a picture or another part"),
}
_LESS: Final = ("crown-copyright", "some-rights-reserved", "no-rights-reserved", IN_COPYRIGHT)
"""Statements beside which another says more."""
_LITTLE: Final = 0.6
_OTHER: Final = 0.7
"""The licence that allows more, where one line tells two."""
_PARAGRAPH: Final = 0.45
_HOLDER: Final = 0.74
"""Confidence in a holder of rights that a notice with a year or the word for it names."""
_SEVERAL: Final = 0.4
_LABEL = re.compile(r"[>*_-]{0,6}\s?licen[sc]e[*_]{0,2}\s?:[\s*_]{0,4}(?=\S)", re.IGNORECASE)
_BY_NAME: Final = 2
"""The rank of a licence of software that is told by its name."""
_NO_PUBLISHER = re.compile(
    r"crown|(?:(?:the|die|der|les?|los|el|gli|os?|the respective)\s)?(?:(?:individual|original)\s)?"
    r"(?:authors?|autor(?:in|en|innen|e|es)?|auteurs?|verfasser(?:in|innen)?|autori)"
    r"(?:\(\w{1,3}\))?(?:,? (?:and|or|&) .{1,40})?|"
    r"[^,]{3,40}, .{1,80} and (?:(?:various|other|all|many) )?(?:contributors|others)",
    re.IGNORECASE,
)
"""Who holds rights without a name, or people and those who helped them."""
_CREDIT: Final = Worth(confidence=0.25, reason="name in the credit of a picture or another part")
_CAPTION: Final = Worth(confidence=0.25, reason="in a caption")
_ANOTHER: Final = Worth(confidence=0.4, reason="a credit of a work by its name")


@final
class Rights(Extractor):
    """Statements of rights and their holders, page furniture included."""

    id = "rights"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the statements line by line, each line once."""
        page = page_of(document)
        claims = list(_claims(page))
        holders = {fold_site(claim.normalized) for claim in claims if _is_sure_holder(claim)}
        several = len({name for name in holders if not _is_part(name, holders)}) > 1
        claims = [_of_several(claim) if several else claim for claim in claims]
        is_of_parts = len(set(_labelled(page, claims))) > 1
        yield from (_of_part(claim) if is_of_parts else claim for claim in claims)


def _is_sure_holder(claim: Claim) -> bool:
    """Tell whether a claim names who holds rights; a sign and a name may be below a picture."""
    is_sure = claim.property == "rights_holder" and claim.confidence >= _HOLDER
    return is_sure and not _NO_PUBLISHER.fullmatch(claim.normalized)


def _labelled(page: Page, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield what stands in each field for a licence, `License: MIT`, whether it is known or not."""
    known = {claim.start: claim.normalized for claim in claims if claim.property == "rights"}
    for start, end in page.rights_lines:
        line = page.text[start:end].lstrip()
        label = _LABEL.match(line)
        if label:
            yield known.get(end - len(line)) or line[label.end() :].strip().casefold()


def _of_part(claim: Claim) -> Claim:
    """Return a claim of a text whose fields name several licences: each is that of a part."""
    if claim.property != "rights":
        return claim
    sure = min(claim.confidence, _SEVERAL)
    reason = f"{claim.reason}; fields of the text name several licences"
    return structs.replace(claim, confidence=sure, reason=reason)


def _claims(page: Page) -> Iterator[Claim]:
    for start, end in page.rights_lines:
        raw = page.text[start:end]
        place = Place(start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()))
        found = list(_line(page, place))
        worth = _told_of(page, place) if found else None
        for said in (_as_granted(page, claim) for claim in found):
            yield _as_told_of(said, worth) if worth else said


def _is_part(name: str, names: Collection[str]) -> bool:
    """Tell whether a name is told in full elsewhere: `Hallby` beside `Hallby Museum`."""
    return any(name in other and name != other for other in names)


def _of_several(claim: Claim) -> Claim:
    """Return a claim of a text in which several hold rights: which of them published it is open."""
    if claim.property != "publisher":
        return claim
    sure = min(claim.confidence, _SEVERAL)
    return structs.replace(claim, confidence=sure, reason=f"{claim.reason}; others hold rights too")


def _as_granted(page: Page, claim: Claim) -> Claim:
    """Return a claim; where the text grants permission below it some rights are kept, not all."""
    is_kept = claim.property == "rights" and is_reserved(claim.normalized)
    if not is_kept or not is_granted(page.text, claim.start):
        return claim
    sure = min(claim.confidence, _LITTLE)
    reason = f"{claim.reason}; permission is granted below it"
    return structs.replace(claim, normalized=SOME, confidence=sure, reason=reason)


def _told_of(page: Page, place: Place) -> Worth | None:
    """Return how far a line is believed that speaks of a picture, or of a work by its name."""
    if page.is_caption(source_offset(page.document.chunks, place.start)):
        return _CAPTION
    return _ANOTHER if is_of_another(page, place.start) else None


def _as_told_of(claim: Claim, worth: Worth) -> Claim:
    """Return a claim of a line that speaks of no more than a part, or of another work."""
    if worth is _ANOTHER and not LICENCE.fullmatch(claim.normalized):
        return claim
    sure = min(claim.confidence, worth.confidence)
    return structs.replace(claim, confidence=sure, reason=f"{claim.reason}; {worth.reason}")


def _line(page: Page, place: Place) -> Iterator[Claim]:
    short = place.end - place.start <= SHORT
    found = list(mentions(page.text, place.start, place.end))
    best = told(found)
    dated = _dated(page.text[place.start : place.end])
    beside = _beside(page.text, found, best)
    parts = [m for m in found if m.sense is Sense.PART][:1]
    doubted = [m for m in found if _is_second(m, (*best, *beside))][:1]
    for number, each in enumerate((*best, *beside, *doubted, *parts)):
        worth = _worth(each, dated, short)
        if beside and each.is_licence and each.sense is Sense.SAID:
            reason = f"one of several licences in a line{dated}"
            worth = Worth(confidence=min(worth.confidence, _LITTLE), reason=reason)
        if number and each.contradicts(best[0]):
            worth = structs.replace(worth, confidence=min(worth.confidence, _OTHER))
        yield page.claim("rights", place, each.normalized, worth, Rights.id)
    if not short:
        return
    noticed, held = page.held(place.start, place.end)
    if noticed and not any(each.sense is Sense.SAID for each in best):
        yield page.claim("rights", place, IN_COPYRIGHT, _noticed(noticed, dated), Rights.id)
    if held:
        yield from _holder(page, held)


def _beside(text: str, found: Sequence[Mention], best: Sequence[Mention]) -> list[Mention]:
    """Return the licences of software that `and` or `or` joins to the best one."""
    named = [m for m in found if m.is_licence and m.sense is Sense.SAID and m.rank == _BY_NAME]
    named = [m for m in named if not m.normalized.startswith("CC-")]
    first = next((m for m in named if m in best), None)
    if first is None:
        return []
    return [m for m in named if m.start > first.start and is_choice(text, first, m)]


def _is_second(each: Mention, told_of: Sequence[Mention]) -> bool:
    """Tell whether a licence may be meant beside one that is told: `CC BY 4.0 or CC BY-SA 4.0`."""
    others = [m for m in told_of if m.is_licence and m.sense is Sense.SAID]
    if not (each.is_licence and each.sense is Sense.UNSURE and others):
        return False
    return all(m.normalized != each.normalized for m in told_of)


def _dated(line: str) -> str:
    span = years(line)
    if span is None:
        return ""
    return f", year {span[1]}" if span[0] == span[1] else f", years {span[0]} to {span[1]}"


def _worth(each: Mention, dated: str, short: bool) -> Worth:
    confidence, reason = _SAYS[each.sense]
    if each.sense is Sense.SAID and not short:
        return Worth(confidence=_PARAGRAPH, reason=f"a paragraph that speaks of rights{dated}")
    if each.sense is Sense.SAID and each.normalized in _LESS:
        confidence = _LITTLE
    return Worth(confidence=confidence, reason=f"{reason}{dated}")


def _noticed(noticed: Sequence[Notice], dated: str) -> Worth:
    """Tell how far a line that is a notice of copyright alone can be believed."""
    own = [notice for notice in noticed if not notice.is_credit]
    if not own:
        reason = f"a notice of copyright of a picture or another part{dated}"
        return Worth(confidence=_CREDIT.confidence, reason=reason)
    sure = any(notice.is_sure for notice in own)
    confidence = _LITTLE if sure else 0.52
    return Worth(confidence=confidence, reason=f"a notice of copyright{dated}")


def _holder(page: Page, found: Notice) -> Iterator[Claim]:
    place = Place(found.first, found.last)
    name = page.text[place.start : place.end]
    if found.is_credit:
        yield page.claim("rights_holder", place, name, _CREDIT, Rights.id)
        return
    confidence = _HOLDER if found.is_sure else 0.64
    held = Worth(confidence=confidence, reason="name in the rights line")
    yield page.claim("rights_holder", place, name, held, Rights.id)
    if not _NO_PUBLISHER.fullmatch(name):
        yield page.claim("publisher", place, name, _published(page, name, found), Rights.id)


def _names_a_host(page: Page, name: str) -> bool:
    """Tell whether an address of the page has *name* in its host: `annberg.example`."""
    host = f"{fold_site(name)}."
    return holds_small(page.markup, host) or holds_small(page.text, host)


def _published(page: Page, name: str, found: Notice) -> Worth:
    """Tell how far the holder of the rights is the publisher; a person is one of an own site."""
    reason = "holder of the rights, so perhaps the publisher"
    if is_person(name) and not _names_a_host(page, name):
        return Worth(confidence=0.35, reason=f"{reason}, but the name may be a person's")
    return Worth(confidence=0.52 if found.is_sure else 0.51, reason=reason)
