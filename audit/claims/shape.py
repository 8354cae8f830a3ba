"""Which shapes of a line speak for a headline, and which against it."""

# ruff: noqa: PLR2004 - the lengths are the rule itself

import re
from collections.abc import Iterator
from typing import Final

from audit.claims import weights as w
from audit.claims.called import is_imprint, is_reference, names_issuer, names_kind
from audit.claims.kinds import is_enumeration, is_menu_line, is_trail
from audit.claims.mainpart import is_dense
from audit.claims.weights import Found
from audit.claims.words import fold_case

STOPS: Final = frozenset(".!?…。؟।")
CLOSING: Final = "\"'”’»“)]"
_BARS = re.compile(r"\w\s?[|·•/]\s")
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s")
"""How an item of a list begins, or a paragraph of a law."""

_NUMBERED = re.compile(r"\(?\d{1,3}[.)]?\s{1,4}[^\W\d]")

_VERBS: Final = (
    " are",
    " is",
    " was",
    " were",
    " that",
    " which",
    " ist",
    " sind",
    " est",
    " sont",
)
"""Words with which no title ends, and lines of sentences do."""
_DENSE: Final = "\u1100"
"""The first sign of scripts whose signs are syllables or words."""
_SENTENCES = re.compile(r"[.!?…][\"”»“)\]]?\s{1,4}\S|[。！？].")
_PARAGRAPH: Final = 50
"""Signs of such a script that are a paragraph, where they are more than a sentence."""


def shape(text: str) -> Iterator[Found]:
    """Yield what the length of a line says, its ends, and what it is made of."""
    size = len(text) << is_dense(text)
    if size < 12:
        yield (w.TINY if size < 8 else w.BRIEF), 1
    yield from _ends(text)
    yield from _made_of(text)
    folded = fold_case(text)
    if names_kind(folded):
        yield w.KIND, 1
    if names_issuer(text):
        yield w.ISSUER, 1
    if is_imprint(folded):
        yield w.IMPRINT, 1
    if is_reference(folded):
        yield w.REFERENCE, 1


def ends_as_sentence(text: str) -> bool:
    """Tell whether a full stop or the like ends *text*."""
    return text.rstrip(CLOSING)[-1:] in STOPS and bool(text)


def is_numbered(text: str) -> bool:
    """Tell whether *text* begins with a number as a point of a list does: small, and no day."""
    return text[0] in "(0123456789" and bool(_NUMBERED.match(text))


def is_dense_prose(text: str) -> bool:
    """Tell whether *text* is sentences in a script of syllables or words, shorter than others."""
    if text.isascii() or len(text) < _PARAGRAPH or not ends_as_sentence(text):
        return False
    many = 2 * sum([sign >= _DENSE for sign in text if sign.isalpha()]) > len(text)
    return many and bool(_SENTENCES.search(text))


def goes_on(text: str, below: str) -> bool:
    """Tell whether a line is cut: a bracket is closed by the one *below*, or a verb ends it."""
    is_open = "(" in text and text.count("(") > text.count(")")
    return (is_open and below.count(")") > below.count("(")) or text.endswith(_VERBS)


def _ends(text: str) -> Iterator[Found]:
    end = text.rstrip(CLOSING)[-1:]
    if end in STOPS:
        yield (w.ASKS if end in "?!" else w.FULL_STOP), 1
    elif end in ";,:；，：、":
        yield w.OPEN_END, 1
    if text[0].islower():
        yield w.SMALL_START, 1
    if _ITEM.match(text):
        yield w.ITEM, 1
    if is_trail(text):
        yield w.TRAIL, 1


def _made_of(text: str) -> Iterator[Found]:
    has_bars = "|" in text or "/" in text or "·" in text or "•" in text
    if has_bars and _BARS.search(text):
        yield w.PARTED, 1
    if "\t" in text:
        yield w.COLUMNS, 1
    words = text.split()
    if 3 * sum([word[0].isalpha() for word in words]) < 2 * len(words):
        yield w.NO_WORDS, 1
    if is_menu_line(text):
        yield w.MENU_LINE, 1
    if is_enumeration(text):
        yield w.ENUMERATION, 1
