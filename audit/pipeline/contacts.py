"""Addresses as they stand in the texts: what is cut out of a text is hidden before it is cut."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from audit.checks import excerpt
from audit.contacts import covered, hidden, letters
from audit.engines import Row
from audit.model import ClaimRecord, Finding, Location

TEXTS: Final = (
    "select s.path, t.text from selected s left join texts t on t.doc = s.doc order by s.path"
)
"""Of every document, those without a text too: their names are told."""
_SHORT: Final = 4
"""Characters that are replaced in a sentence even where no quotation marks stand around them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Where addresses stand in the texts of a run, and what messages may quote of them."""

    letters: dict[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    cuts: dict[str, dict[str, str]] = field(default_factory=dict)
    """By path: the beginning of something, as a message quotes it, and the same hidden."""
    names: list[str] = field(default_factory=list)
    """The paths that hold an address themselves."""

    def shown(self, path: str, start: int, text: str) -> str:
        """Return *text*, which stands at *start* of the text of *path*, with its part hidden."""
        found = self.letters.get(path, ())
        first = bisect_left(found, (start, start))
        last = bisect_left(found, (start + len(text), 0), first)
        return covered(text, [(one - start, end - start) for one, end in found[first:last]])

    def told(self, finding: Finding) -> str:
        """Return the message of *finding* without what it quotes of addresses."""
        message = finding.message
        for path in dict.fromkeys(place.path for place in (finding.location, *finding.related)):
            for said, shown in self.cuts.get(path, {}).items():
                message = message.replace(f"“{said}”", f"“{shown}”")
                if len(said) >= _SHORT:
                    message = message.replace(said, shown)
        return message


def contacts_of(
    texts: Iterable[Row], findings: Iterable[Finding], claims: Iterable[ClaimRecord]
) -> Contacts:
    """Look through the *texts* (path, text) once; remember what *findings* and *claims* quote."""
    found = Contacts()
    wanted: dict[str, dict[Location, None]] = {}
    for finding in findings:
        for place in (finding.location, *finding.related):
            if place.end > place.start:
                wanted.setdefault(place.path, {})[place] = None
    for row in texts:
        path = str(row["path"])
        if letters(path):
            found.names.append(path)
        _look(path, str(row["text"] or ""), wanted, found)
    for claim in claims:
        _quote(found, claim.path, claim.value, hidden(claim.value))
    return found


def _look(
    path: str, text: str, wanted: Mapping[str, Mapping[Location, None]], found: Contacts
) -> None:
    places = letters(text)
    if not places:
        return
    found.letters[path] = places
    for place in wanted.get(path, ()):
        said = text[place.start : place.end]
        _quote(found, path, said, found.shown(path, place.start, said))


def _quote(found: Contacts, path: str, said: str, shown: str) -> None:
    if said != shown:
        found.cuts.setdefault(path, {})[excerpt(said)] = excerpt(shown)
