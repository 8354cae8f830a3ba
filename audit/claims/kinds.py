"""What a line is that stands around a headline: who and when, buttons, fields, menus."""

import re
from typing import Final

from audit.claims.introduced import COLON, LABELS, SHORT_CUES
from audit.claims.words import fold_case

_SHORT: Final = 90
"""Characters of a line of who and when, at most."""
_BUTTON: Final = 40
_FIELD: Final = 45
_SAID: Final = 4
"""Words of a line that says something, at least."""
_FIRST: Final = 13
"""Characters of a line in which its first word and the blank behind it stand."""
_PART: Final = 22
"""Characters of an item of a menu that is written in one line."""

_CUES: Final = (
    r"by|von|par|por|da|door|av|af|autor(?:in)?|author|words|text|"
    r"kolumnist\W{0,2}in|posted|published|publi\w{2,10}|veröffentlicht|geschrieben|verfasst|"
    r"erstellt|eingestellt|written|updated|aktualisiert|zuletzt|themenstarter|redaktion|"
    r"übersetzt|erschienen|appeared|paru"
)
_STARTS: Final = frozenset(cue[:2] for cue in f"{_CUES}|{LABELS}|{SHORT_CUES}".split("|"))
"""How the cues begin: a cheap look before the dear one."""
_BY = re.compile(
    r"(?:\W{0,3}|\w{3,12} (?=\S{1,12} \S{1,40} \S))"
    rf"(?:{_CUES})\b(?! (?:the|a|das|die|der|el|la|los|las) )|"
    rf"(?:{LABELS})\s{{0,2}}{COLON}|(?:{SHORT_CUES})(?:\s|{COLON})"
)
"""How a line begins that says who wrote the text, or when; not so a sentence.

Behind another word (`Article by`) a name of two words follows, or more.
"""
_SMALL: Final = (
    " a afp al and ansa ap apa at auf auteur bei bin correspondent da das de del den der des di "
    "die dos dpa du e editor efe el en epa et for für i il im in la las le los of on our par por "
    "redaktion reporter reuters sda staff the um und us van von writer y your zu "
)
"""Small words of bylines, each between blanks."""
_WHO = re.compile(r"(?:by|von|par|por)\s")
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(
    r"\d(?:[:h]\d{2}\b|\s?min(?:\b|ut)| comments?\b| kommentare?\b| shares?\b| likes?\b)"
)
"""A time of day, how long it takes to read, how many answered."""
_WHEN: Final = (
    ("lesezeit", re.compile("lesezeit")),
    ("reading time", re.compile("reading time")),
    ("lectur", re.compile(r"lectura|lecture\b")),
    ("ago", re.compile(r"\bago\b")),
    ("hace ", re.compile(r"\bhace \d")),
    ("vor ", re.compile(r"\bvor \d")),
    ("il y a ", re.compile(r"il y a \d")),
    ("comment", re.compile(r"comments?\s?:?\s?\d")),
    ("kommentar", re.compile(r"kommentare?\s?:?\s?\d")),
)
"""The same, and an age, in other words; each asked only where its stem stands."""
_STEMS: Final = tuple(stem for stem, _ in _WHEN)
_SHARE = re.compile(
    r"(?:teilen|share|tweet|twittern|facebook|whatsapp|drucken|print|e-?mail|merken|pin it|"
    r"pinterest|compartir|partager|twitter|kopieren|copy link|flipboard|linkedin|mailen|"
    r"mitteilen|telegram|weiterleiten)\b"
)
_NAMED = re.compile(r"[^\W\d_][\w*/ -]{1,18}:(?:\s|$)")
_LIST = re.compile(r"(?:[^,.:;!?]{2,24}, ){2,12}[^,.:;!?]{2,24}")
_TRAIL = re.compile(r"[←→«‹<+]|\d{1,2}/\d{1,2}\b")
_PARTED = re.compile(r" [-•] |\s?\|\s?")
_GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")


def is_mark(text: str) -> bool:
    """Tell whether *text* says who wrote, when, or how long it takes to read."""
    if len(text) >= _SHORT:
        return False
    folded = fold_case(text)
    if _may_be_by(folded) and _BY.match(folded) is not None and not _is_told(text, folded):
        return True
    if _DIGIT.search(folded) is None:
        return False
    return _NUMBERED.search(folded) is not None or _says_when(folded)


def _may_be_by(folded: str) -> bool:
    """Tell cheaply whether a cue may open a line, or follow its first word."""
    if folded[:2] in _STARTS or not folded[:1].isalnum():
        return True
    second = folded.find(" ", 1, _FIRST) + 1
    return second > 1 and folded[second : second + 2] in _STARTS


def _is_told(text: str, folded: str) -> bool:
    """Tell whether a line that begins as bylines do goes on in words: `By boat to Lindby`."""
    if folded.count(" ") < _SAID - 1 or _WHO.match(folded) is None or _DIGIT.search(folded):
        return False
    return not is_byline(text)


def is_byline(text: str) -> bool:
    """Tell whether nothing but names and small words follows the first word of *text*."""
    return all(
        not word[:1].islower() or f" {word.strip('.,:')} " in _SMALL for word in text.split()[1:]
    )


def _says_when(folded: str) -> bool:
    if not any(map(folded.__contains__, _STEMS)):
        return False
    return any(said.search(folded) for _, said in _WHEN)


def is_button(text: str) -> bool:
    """Tell whether *text* is a button that passes the page on."""
    return len(text) < _BUTTON and _SHARE.match(fold_case(text)) is not None


def is_field(text: str) -> bool:
    """Tell whether *text* is a name, a colon and a value, as in a table of facts."""
    return len(text) < _FIELD and ":" in text and bool(_NAMED.match(text))


def is_enumeration(text: str) -> bool:
    """Tell whether *text* is nothing but short items between commas."""
    return text.count(", ") > 1 and bool(_LIST.fullmatch(text))


def is_menu_line(text: str) -> bool:
    """Tell whether *text* is a menu in one line: short items between bars, dots or dashes."""
    if text.count(" - ") + text.count("|") + text.count(" • ") < 2:  # noqa: PLR2004  # a title
        return False
    parts = _PARTED.split(text)
    return len(parts) > 2 and max(map(len, parts)) <= _PART  # noqa: PLR2004  # two are a title


def is_trail(text: str) -> bool:
    """Tell whether *text* points to another page, or is one picture of many."""
    return text[-1] in "→»›" or (not text[0].isalpha() and bool(_TRAIL.match(text)))


def is_glued(text: str) -> bool:
    """Tell whether two words of *text* stand together without a space, as items of a menu do."""
    return bool(_GLUED.search(text))
