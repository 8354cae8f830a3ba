"""Pages of a manual: their first section says what a program is called and what it does."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from audit.claims.headline import Line

_TOP: Final = 12
"""Lines at the top in which the first section stands."""
_MOST: Final = 4
"""Lines of its one sentence, at most."""
_FURTHER: Final = 60
"""Lines below in which another section stands."""
_NAMES: Final = frozenset(
    (
        "name",
        "nom",
        "nombre",
        "nome",
        "bezeichnung",
        "naam",
        "nazwa",
        "имя",
        "название",
        "名前",
        "名称",
    )
)
_SECTIONS: Final = frozenset(
    (
        "synopsis",
        "description",
        "options",
        "library",
        "syntax",
        "usage",
        "sinopsis",
        "übersicht",
        "beschreibung",
        "descripción",
        "descrizione",
        "opis",
        "описание",
        "обзор",
        "書式",
        "説明",
    )
)
_AUTHORS: Final = frozenset(
    (
        "author",
        "authors",
        "autor",
        "autoren",
        "auteur",
        "auteurs",
        "autores",
        "autore",
        "autori",
        "автор",
        "авторы",
        "著者",
        "作者",
    )
)
_IS: Final = re.compile(r"\S[^\n-]{0,200}?\s\\?(?:-{1,2}|–|—)\s{1,3}\S")
"""What a program is called, and behind a dash what it does."""
_FRAME: Final = re.compile(r"\S{1,40}\(\d\w{0,3}\)\s.{0,80}\(\d\w{0,3}\)")
"""The first line of such a page: `TIDES(1)   Harbour Utilities   TIDES(1)`."""


class Manual(NamedTuple):
    """Where the lines are that say what the page is about, who wrote it and when."""

    name: "Sequence[Line]"
    authors: "Sequence[Line]"
    foot: "Line | None"


def manual(lines: "Sequence[Line]") -> Manual | None:
    """Return what the *lines* of a page of a manual say of it; other texts: none."""
    at = next((at for at, line in enumerate(lines[:_TOP]) if _heads(line, _NAMES)), None)
    if at is None or at + 1 >= len(lines) or not _IS.match(lines[at + 1].text):
        return None
    further = range(at + 2, min(at + _FURTHER, len(lines)))
    end = next((place for place in further if _heads(lines[place], _SECTIONS)), None)
    if end is None:
        return None
    stop = next((place for place in range(at + 2, end) if lines[place].text.isupper()), end)
    authors = [line for above, line in pairwise(lines) if _heads(above, _AUTHORS)]
    foot = lines[-1] if _FRAME.fullmatch(lines[0].text) else None
    return Manual(lines[at + 1 : min(stop, at + 1 + _MOST)], authors, foot)


def _heads(line: "Line", words: frozenset[str]) -> bool:
    """Tell whether a line is nothing but one of the *words* with which sections are headed."""
    return len(line.text) <= len("beschreibung:") and line.text.rstrip(":").lower() in words
