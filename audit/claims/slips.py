"""What is declared in vain: keys that are misspelt, and values that are not what their key is."""

import difflib
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from audit.claims.declared import (
    PROPERTIES,
    BrokenError,
    Entry,
    is_address,
    keys,
    plain_key,
    yaml_entries,
)
from audit.claims.intervals import stated_date
from audit.claims.rights.unknown import no_licence
from audit.claims.speech import tags_of
from audit.claims.support import DATES
from audit.lines import Lines

MOST: Final = 5
"""Slips of one file that are told; the rest are counted."""
_NEAR: Final = 0.83
_SHORTEST: Final = 4
_OTHERS: Final = frozenset(
    (
        "issue",
        "resource",
        "resources",
        "tile",
        "site_id",
        "section_id",
        "sections",
        "dated",
        "sited",
    )
)
"""Keys of their own that look like ours."""
_FOREIGN: Final = {
    word: key
    for key, words in {
        "title": "titel titre titolo titulo título tittel otsikko tytuł название заголовок",
        "creator": "autor autorin autoren auteur auteurs autore författare forfatter автор",
        "publisher": "verlag éditeur editeur editore editorial editora utgivare uitgever",
        "issued": "datum fecha datering päivämäärä дата",
        "language": "sprache langue lingua idioma språk sprog taal kieli язык",
        "rights": "rechte droits diritti derechos direitos rättigheter rechten lizenz licencia",
        "contact": "kontakt contacto contatto",
        "source": "quelle fuente fonte källa kilde bron",
    }.items()
    for word in words.split()
}
"""How the keys are called in other languages."""
_SHOWN: Final = 40


class Slip(NamedTuple):
    """What is wrong, with its line, and whether a value of ours is lost by it."""

    said: str
    is_lost: bool


def slips(text: str) -> Iterator[Slip]:
    """Yield what is wrong in a file that declares metadata; broken ones say it themselves.

    A key that looks misspelt may be one of the archive's own, and a licence that nobody knows is
    kept as it is written, so that nothing is lost by them.
    """
    try:
        entries = list(yaml_entries(text))
        values = set(_values(entries))
        others = {*_keys(text), *_doubts(entries)} - values
    except BrokenError:
        return
    lines = Lines(text)
    found = sorted(others | values)
    for slip in found[:MOST]:
        yield Slip(f"line {lines.line(slip[0])}: {slip[1]}", slip in values)
    if len(found) > MOST:
        more = f"{len(found) - MOST:,} more keys or values like these"
        yield Slip(more, not values.isdisjoint(found[MOST:]))


def _keys(text: str) -> Iterator[tuple[int, str]]:
    for key, at in keys(text):
        message = misspelt(key)
        if message:
            yield at, message


def _doubts(entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
    for entry in entries:
        message = doubtful(entry.property, entry.value)
        if message:
            yield entry.start, message


def _values(entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
    for entry in entries:
        message = unfit(entry.property, entry.value)
        if message:
            yield entry.start, message


def misspelt(key: str) -> str:
    """Return which key *key* is a slip for, in a sentence, or empty: archives have their own."""
    name = plain_key(key[:_SHOWN])
    if name in PROPERTIES or name in _OTHERS or len(name) < _SHORTEST:
        return ""
    near = [_FOREIGN[name]] if name in _FOREIGN else []
    near = near or [one for one in _swapped(name) if one in PROPERTIES]
    near = near or difflib.get_close_matches(name, sorted(PROPERTIES), n=1, cutoff=_NEAR)
    return f"the key {key[:_SHOWN]!r} says nothing; did you mean {near[0]!r}?" if near else ""


def _swapped(name: str) -> Iterator[str]:
    """Yield *name* with each two letters that follow each other changed about."""
    for at in range(len(name) - 1):
        yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def unfit(property_: str, value: str) -> str:
    """Return why *value* cannot be taken for the property, in a sentence, or empty."""
    said = f"{property_} {value[:_SHOWN]!r}"
    if property_ in DATES and stated_date(value) is None:
        return f"{said} is no date"
    if property_ == "url" and not is_address(value):
        return f"{said} is no address"
    if property_ == "language" and not tags_of(value):
        return f"{said} is no language that is known; write its tag, `sv`"
    return ""


def doubtful(property_: str, value: str) -> str:
    """Return why *value*, which is taken for the property as it is, may be wrong, or empty."""
    said = no_licence(value) if property_ == "rights" else ""
    return f"{property_} {said}" if said else ""
