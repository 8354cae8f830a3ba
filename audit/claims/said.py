"""What a text says in as many words of which line is its title."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from audit.claims import weights as w
from audit.claims.called import is_called
from audit.claims.weights import Sign

_TITLES: Final = 40
"""Lines at the top among which the title of the page stands, with the name of its site."""
_LEAST: Final = 20
"""Characters from which on the first part of such a line is the title, not the site."""
_SITE = re.compile(r"\s[-|–—»·]\s")
_PARTS = re.compile(r"\w\s[-–|]\s\w")
LABEL: Final = re.compile(
    r"(?:(?:(?:reference |short |full |project )?title|"
    r"subject|betreff|betrifft|titel|titre|título|onderwerp|"
    r"betreft|objet|asunto|oggetto|assunto|ämne|ärende|emne|vedr|aihe|asia|temat|dotyczy|předmět|"
    r"věc|vec|tárgy|subiect|тема|относно|konu|θ[έε]μα|perihal|hal|trích yếu|v/v|yah|kuhusu|الموضوع|"
    r"موضوع|הנדון|נושא|विषय|เรื่อง|件名|제목)\s{0,9}:\s{1,9}|"
    r"(?:主旨|主題|主题|标题|標題|題名|件名|제목|事由)\s?[:：]\s{0,9}|제\s?목\s{2,9}|เรื่อง\s{1,3})(?=\S)",
    re.IGNORECASE,
)
"""What says that the rest of its line is the title."""
_ACT = re.compile(
    r"(?:A BILL|AN ACT|AN ORDINANCE|A RESOLUTION|A bill|An act|An Act|An Ordinance)"
    r"(?: FOR| for)?(?: an act| AN ACT)?,? "
    r"(?:to\b|TO\b|relat|RELAT|concern|CONCERN|[A-Z]{3,20}ING\b)"
)
"""How the long title of an act begins."""
_NAMED = re.compile(r"(?:\S{1,20} ){3,15}(?:Act|Bill|ACT|BILL)(?: of \d{4})?")
"""How an act or a bill is called, in capitals: `The Ferry Bell Act of 1921`."""
_RULES: Final = ("===", "---", "~~~", "***", "___", "^^^")
_UNEVEN: Final = 2
"""Characters by which an underline is shorter than its line, or longer, at most."""
_FIRST: Final = 3
_STARS: Final = 8
"""Stars in a line, at least, that are no more the mark of a break."""
_PLAY: Final = (" One Act", " one act", " ONE ACT")
_ACTS: Final = ("Act", "ACT", "Bill", "BILL")
_SMALL: Final = frozenset(
    ("of", "the", "and", "for", "to", "on", "in", "by", "from", "with", "a", "an")
)


def said(
    numbers: Sequence[int], texts: Sequence[str], below: Sequence[str]
) -> Iterator[tuple[Sign, Sequence[bool]]]:
    """Yield each sign of a title and which of the lines *numbers* have it.

    Their *texts* and what stands *below* them tell.
    """
    beside = list(zip(numbers, texts, below, strict=True))
    yield w.UNDERLINED, [_is_underlined(*each) or _is_starred(*each) for each in beside]
    yield w.LEVEL_ONE, [_is_starred(*each) for each in beside]
    yield w.LABELLED, list(map(is_labelled, texts))
    yield w.LONG_TITLE, [text[0] == "A" and bool(_ACT.match(text)) for text in texts]
    yield w.NAMED_ACT, list(map(_is_named, texts))
    yield w.CALLED, list(map(is_called, texts))
    first = zip(numbers, texts, strict=True)
    yield w.FIRST_LINE, [number == 0 and bool(_PARTS.search(text)) for number, text in first]


def _is_underlined(number: int, text: str, below: str) -> bool:
    """Tell whether a line is underlined; the first of a text by any sign, as long as itself."""
    if below[:3] not in _RULES or below.strip(below[0]):
        return False
    return below[0] == "=" or (number == 0 and abs(len(text) - len(below)) <= _UNEVEN)


def _is_starred(number: int, text: str, below: str) -> bool:
    """Tell whether stars stand below one of the first lines, as many as its signs at least."""
    enough = number <= _FIRST and len(below) >= max(len(text), _STARS)
    return enough and not below.strip("*")


def is_labelled(text: str) -> bool:
    """Tell whether a line says that the rest of it is the title."""
    may_be = ":" in text or "：" in text or text.startswith(("เรื่อง", "제"))
    return may_be and LABEL.match(text) is not None


def _is_named(text: str) -> bool:
    if not text.endswith(_ACTS) and text[-8:-4] != " of ":
        return False
    if text.endswith(_PLAY):
        return False
    words = text.split()
    is_capital = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
    return is_capital and _NAMED.fullmatch(text) is not None


def page_titles(texts: Sequence[str], longest: int) -> frozenset[str]:
    """Return what stands before the name of a site in one of the first lines, up to *longest*."""
    end = longest + len(" - ")
    cuts = [(text, cut) for text in texts[:_TITLES] for cut in _SITE.finditer(text, _LEAST, end)]
    return frozenset(text[: cut.start()] for text, cut in cuts)
