"""Lines of nothing but names, below a title and above the text: who wrote it, and no title."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from audit.claims.bodies import is_body
from audit.claims.labels import is_label

if TYPE_CHECKING:
    from audit.claims.headline import Line

_LONGEST: Final = 160
_WORDS: Final = 3
"""Words of the line above at least; a masthead has fewer."""
_BELOW: Final = 12
"""Lines below in which a name comes again of whom the text tells."""
_SHORT: Final = 3
"""Letters of a word that stands in others by chance."""
_PART: Final = r"[^\W\d_a-zß-ÿ](?:['’]?[^\W\d_]{1,20}(?:[-'’][^\W\d_]{1,20})?|\.)"
_SMALL: Final = r"(?:van|von|der|den|de|del|della|da|di|du|la|le|al|el|bin|ibn|zu|ter|dos|das)"
_NAME: Final = rf"{_PART}(?:\s(?:{_SMALL}|{_PART})){{0,3}}\s{_PART}"
_TITLED: Final = re.compile(
    rf"(?:(?:Prof|Dr|Mag|Rev|Mrs?|Ms|Sir|Dame|Fr|Herr|Frau)\.?\s){{1,3}}{_NAME}(?=, |\Z)"
)
_JOINED: Final = r"(?:,\s(?:and\s)?|\s(?:and|und|et|y|e|og|och|en|&)\s)"
_NAMES: Final = re.compile(rf"{_NAME}(?:{_JOINED}{_NAME}){{0,6}}")
JOIN: Final = re.compile(_JOINED)
_WORD: Final = re.compile(r"[^\W\d_]+")
_CUE: Final = re.compile(
    r"(?:written |compiled |edited |drawn up )?(?:by|von|par|por|di|door|av|af)\s?:?", re.IGNORECASE
)
"""What stands alone above the name of whoever wrote."""
_OWN: Final = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]{2,}")


def names_who_wrote(lines: "Sequence[Line]", number: int) -> bool:
    """Tell whether the line *number* is names alone below a title, that the text does not repeat.

    What stands below nothing but `by` is a name, however it is written.
    What has capitals as names have, and is none, has words that the text takes up.
    """
    above = lines[number - 1].text if number else ""
    if above and _CUE.fullmatch(above):
        return True
    if not above or not is_names(lines[number].text):
        return False
    if len(above) > _LONGEST or above.count(" ") < _WORDS - 1 or above[-1:] in ".,;:":
        return False
    if is_names(above) or is_label(above):
        return False
    below = " ".join([line.text for line in lines[number + 1 : number + 1 + _BELOW]])
    low, words = below.lower(), frozenset(_WORD.findall(below))
    return not any(
        word in below or word.lower() in (low if len(word) > _SHORT else words)
        for word in _OWN.findall(_named(lines[number].text))
    )


def _named(text: str) -> str:
    """Return the names in *text* without what their bearers are."""
    titled = _TITLED.match(text)
    return titled[0].rpartition(". ")[2] if titled else text


def is_names(text: str) -> bool:
    """Tell whether *text* is one name of a person or several; behind `Dr.` what they are, too."""
    if len(text) > _LONGEST or any(map(_is_acronym, text.split())):
        return False
    if _TITLED.match(text):
        return True
    return bool(_NAMES.fullmatch(text)) and not any(map(is_body, JOIN.split(text)))


def _is_acronym(word: str) -> bool:
    return len(word) > _SHORT - 1 and word.isupper()
