"""Front matter: the YAML or TOML block at the top of a Markdown document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, final

from msgspec import structs

from audit.calendars.untold import no_date
from audit.claims.declared import (
    BrokenError,
    Entry,
    doubt,
    normalized,
    yaml_entries,
)
from audit.claims.headed import is_front_matter
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.claims.support import DATES
from audit.claims.toml import toml_entries
from audit.extractors import Extractor
from audit.model import Claim, Document, Origin

_yaml = re.compile(r"\A\ufeff?---[ \t]*(?:\r\n|\r|\n)")
_toml = re.compile(r"\A\ufeff?\+\+\+[ \t]*(?:\r\n|\r|\n)")
_ends: Final = {
    "yaml": re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?![^\r\n])"),
    "toml": re.compile(r"(?<![^\r\n])\+\+\+[ \t]*(?![^\r\n])"),
}
_web = re.compile(r"https?://\S{3,2000}\Z", re.IGNORECASE)
LONGEST: Final = 100_000
"""Characters in which front matter must end."""


@final
class FrontMatter(Extractor):
    """What the head of the file says, every scalar as it is written."""

    id = "front-matter"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the claims of the block in its order; raise BrokenError where it is broken."""
        page = page_of(document)
        part = "markup" if document.markup else "text"
        entries = list(_entries(document.markup if part == "markup" else document.text))
        for entry, worth in (*_plain(entries), *_clipped(entries)):
            place = Place(entry.start, entry.end, part)
            values, said = list(normalized(entry)), worth
            if not values and entry.property in DATES and (why := no_date(entry.value)):
                values, said = [""], Worth(confidence=0.2, reason=why)
            for value in values:
                claim = page.claim(entry.property, place, value, said, self.id)
                yield structs.replace(claim, origin=Origin.EMBEDDED)


def _plain(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Worth]]:
    for entry in entries:
        reason = f"front matter of the document{doubt(entry)}"
        yield entry, Worth(confidence=0.92, reason=reason)


def _clipped(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Worth]]:
    """Yield where and when a page was clipped: its source is an address, and it was created then.

    So browsers write that save pages as notes.
    """
    sources = [each for each in entries if each.property == "source" and _web.match(each.value)]
    for entry in sources[:1]:
        worth = Worth(confidence=0.6, reason="front matter: the address that it was clipped from")
        yield replace(entry, property="url"), worth
    for entry in entries if sources else ():
        if entry.property == "created":
            worth = Worth(confidence=0.55, reason="front matter: created, from an address")
            yield replace(entry, property="captured"), worth


def _entries(text: str) -> Iterator[Entry]:
    opened = _yaml.match(text)
    if opened:
        closed = _ends["yaml"].search(text, opened.end(), opened.end() + LONGEST)
        if closed and is_front_matter(text[opened.end() : closed.start()]):
            yield from _shifted(text, opened.end(), closed.start())
        return
    opened = _toml.match(text)
    if opened:
        closed = _ends["toml"].search(text, opened.end(), opened.end() + LONGEST)
        if closed:
            yield from toml_entries(text, opened.end(), closed.start())


def _shifted(text: str, start: int, end: int) -> Iterator[Entry]:
    try:
        for entry in yaml_entries(text[start:end]):
            yield replace(entry, start=entry.start + start, end=entry.end + start)
    except BrokenError as error:
        raise BrokenError(str(error), error.line + 1, error.column) from error
