"""What a label of a museum says: who made the work, above its name and its material."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from audit.claims.headline import Line

_FIRST: Final = 4
"""Lines at the top in which the maker stands."""
_BELOW: Final = 6
"""Lines below in which the material stands."""
_LONGEST: Final = 80
_YEAR: Final = r"(?:c(?:a|irca)?\.?\s?)?1\d{3}|20\d\d"
_MAKER = re.compile(
    r"(?P<name>[^\W\d_a-z][^\d(,;:]{3,50}?)(?:\s?\(|,\s)"
    rf"(?:(?:b|d|born|geb|né|née|active|fl)\.?\s)?(?:{_YEAR})(?![\d/])"
    r"(?:[^\d()\n]{0,30}\s?[-–—]\s?[^\d()\n]{0,30}(?:1\d{3}|20\d\d)?[^\d()\n]{0,30})?\)?\Z"
)
_MATERIAL = re.compile(
    r"(?:oils?|watercolou?r|tempera|acrylic|pastel|gouache|chalk|charcoal|"
    r"pen and ink|pencil) (?:on|and)\b|"
    r"(?:etching|engraving|woodcut|lithograph|screenprint|mezzotint|bronze|marble|terracotta|"
    r"gelatin silver|albumen|daguerreotype|c-print|mixed media|cast iron|oak|walnut|silver|"
    r"earthenware|stoneware|porcelain)\b|(?:öl|aquarell|tempera|acryl|kreide|bleistift) auf\b|"
    r"(?:radierung|kupferstich|holzschnitt|lithogra(?:ph|f)ie|bronze|marmor|silbergelatine)|"
    r"(?:huile|aquarelle|gouache|encre|fusain) sur\b|(?:óleo|acuarela|acrílico|tinta) sobre\b|"
    r"olio su\b|acquerello su\b|óleo sobre\b|olieverf op\b|"
    r"olja på\b|olje på\b|olie på\b|öljy kankaalle\b|"
    r"холст, масло|бумага, акварель|tuval üzerine|olej na (?:płótnie|plátně)",
    re.IGNORECASE,
)


def maker(lines: "Sequence[Line]") -> "tuple[int, int] | None":
    """Return which of *lines* names the maker of a work with the years of a life, and its end.

    The material of the work stands a few lines below.
    """
    for at, line in enumerate(lines[:_FIRST]):
        found = _MAKER.match(line.text) if line.numbered and len(line.text) <= _LONGEST else None
        if found and any(map(_is_material, lines[at + 1 : at + 1 + _BELOW])):
            return at, found.end("name")
    return None


def _is_material(line: "Line") -> bool:
    return len(line.text) <= _LONGEST and _MATERIAL.match(line.text) is not None
