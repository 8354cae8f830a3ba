"""How a statement of rights is meant: of this text, a part of it, perhaps another, or denied."""

import re
from enum import Enum
from typing import Final

from audit.claims.rights import subjects, wording
from audit.claims.rights.commons import without_names
from audit.claims.rights.leads import LEAD, PARTICLES, SOME
from audit.claims.rights.sentences import Around, around


class Sense(Enum):
    """What a statement of rights says, from most to least."""

    SAID = 0
    UNSURE = 1
    PART = 2
    DENIED = 3


class Kind(Enum):
    """What is stated; the words that take it back differ."""

    LICENCE = "licence"
    STATE = "state"
    KEPT = "kept"
    RESERVED = "reserved"


_CLAUSE = re.compile(r"[,;،，、]|\s[–—-]\s|:\s")
_COMMA = re.compile(r"[,;،，、]")
_QUESTION: Final = frozenset("?？؟")
_FOR = re.compile(
    r"\s(?:for|on|to|in|an|für|auf|sur|sobre|su)\s(?:(?:the|all|any|our|der|die|den|les|los|las)\s){0,2}",
    re.IGNORECASE,
)
"""How it goes on whose rights are kept: `for the photographs`."""
_SUBJECT = re.compile(r"[.:;,،、](?=\s)|\s[–—-]\s")
_IS_OF = re.compile(
    r"(?:\s(?:are|is|sind|ist|sont|est|by|von|par|di|de))?\s?:?\s?\Z", re.IGNORECASE
)
"""What stands between pictures and the sign of copyright."""
_COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_](?:[\w'’.&/-]*\w)?")
_BY_NAME = re.compile(
    r"\b(?:by|von|par|por|di|da|av|af|door)\s(?-i:[A-ZÀ-Þ])|[“”„«»\"]", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"(?:\b(?:that|which|who|whose|qui|dont|que|che)|,\s(?:die|der|das|welche[rs]?))"
    r"\s(?:\w{2,12}\s){0,2}\Z",
    re.IGNORECASE,
)
_DENIED_RESERVED = re.compile(
    r"\b(?:not|nicht|non|no|pas|не|ikke|inte|niet)\W{1,2}\Z", re.IGNORECASE
)
_MENTIONED = re.compile(
    r"[\"”»'’]?\s(?:is|was|are|were|means?|meant|ist|war|heißt|bedeutet|est|signifie|es|"
    r"significa|è|in)\s"
)
_IS = re.compile(
    r"[\"”»'’]{0,2}\s(?:is|was|are|were|means?|ist|war|heißt|bedeutet|est|signifie|es|significa|è)\s"
)
"""How a sentence goes on that speaks of the licence itself."""
_QUOTES: Final = frozenset("\"“„«'‘")
_GRANTED = re.compile(
    r"redistribute it and or modify it under (?:the terms (?:and conditions )?(?:of )?)?(?:the )?"
    r"(?:version [\d.]{1,3} of the )?\Z".replace(" ", r"\W{1,6}"),
    re.IGNORECASE,
)
"""How the grant of a GNU licence begins, in lines of a program too."""
_SEE = re.compile(r"\b(?:see|refer to)\s(?:\W{1,3}\s)?the\s(?:\W{1,3}\s)?\Z", re.IGNORECASE)
_FEW: Final = 8
"""Characters, or words of a name, that are no sentence."""
_NOTICE: Final = 14
"""Words of a notice before its last ones: `all rights reserved`."""
_ASIDE = re.compile(r",\s(?:which|that|die|der|das|qui|que|che)\s[^,]{1,80},")
_BLANKS = re.compile(r"\s+")
_HEAD: Final = 3
"""Words of a subject to which a relative clause belongs: `this old text, which is …`."""


def judge(text: str, start: int, end: int, kind: Kind) -> Sense:
    """Return how the statement in [start, end) of *text* is meant."""
    said = around(text, start, end)
    said = said._replace(before=_BLANKS.sub(" ", said.before), after=_BLANKS.sub(" ", said.after))
    if said.end in _QUESTION and said.end and "(" not in said.after:
        return Sense.DENIED
    if kind is Kind.RESERVED:
        return _reserved(said, text[start])
    clear = wording.EXCEPT.sub(" ", without_names(said.before))
    plain = wording.BESIDES.sub(" ", clear)
    taken = _taken_back(plain, wording.EXCEPT.sub(" ", said.after), kind)
    if taken is not Sense.SAID:
        return taken
    if _of_pictures(plain, said, text[start:end]):
        return Sense.PART
    if any(subjects.SELF.search(besides[0]) for besides in wording.BESIDES.finditer(clear)):
        return Sense.UNSURE
    return _about(plain, said.after, kind)


def is_of_pictures(text: str, start: int, end: int) -> bool:
    """Tell whether a notice in [start, end) of *text* is the credit of a picture."""
    said = around(text, start, end)
    if subjects.STOCK.search(text[start:end] + said.after):
        return True
    return _is_about_pictures(said.before) is True or _ends_with_pictures(said.before)


def _reserved(said: Around, first: str) -> Sense:
    if _DENIED_RESERVED.search(said.before):
        return Sense.DENIED
    clause = _COMMA.split(said.before)[-1]
    if _is_credit(clause) or _keeps_pictures(said):
        return Sense.PART
    if said.before[-1:] in _QUOTES and _residue(said.before):
        return Sense.UNSURE
    is_short = len(_WORD.findall(said.before)) <= _NOTICE
    if (
        (is_short and _COPYRIGHT.search(said.before))
        or _is_bare(clause)
        or subjects.SELF.search(clause)
    ):
        return Sense.UNSURE if _MENTIONED.match(said.after) else Sense.SAID
    if _MENTIONED.match(said.after) or not first.isupper():
        return Sense.UNSURE
    return Sense.SAID


def _keeps_pictures(said: Around) -> bool:
    """Tell whether the rights of pictures are kept: `images © Kari Moe`, `for photographs`."""
    behind = _FOR.match(said.after)
    if behind and subjects.PICTURE_NEXT.match(said.after[behind.end() :]):
        return True
    noticed = said.before if _WORD.search(said.before) else said.left
    sign = list(_COPYRIGHT.finditer(noticed))[-1:]
    return bool(sign) and _ends_with_pictures(noticed[: sign[0].start()])


def _ends_with_pictures(before: str) -> bool:
    """Tell whether pictures and nothing else is what a notice speaks of: `..., but the images`."""
    clauses = _SUBJECT.split(wording.BUT.sub(", ", _IS_OF.sub("", before)))
    return subjects.CREDITS.fullmatch(clauses[-1].strip()) is not None


def _taken_back(before: str, after: str, kind: Kind) -> Sense:
    """Tell whether the words before or behind deny a statement, or leave it open."""
    if wording.NOT_AFTER.match(after):
        return Sense.DENIED
    text = before[[0, *(turn.end() for turn in wording.BUT.finditer(before.lower()))][-1] :]
    clauses = _CLAUSE.split(text)
    last = clauses.pop()
    while clauses and len(_WORD.findall(last)) < 2:  # noqa: PLR2004  # too short to stand alone
        last = f"{clauses.pop()} {last}"
    if _is_open(last, kind):
        return Sense.DENIED
    if any(_is_open(clause, kind) for clause in clauses):
        return Sense.UNSURE
    if kind is Kind.LICENCE and wording.UNTIL.match(after):
        return Sense.UNSURE
    if kind is Kind.STATE and (wording.IF_AFTER.match(after) or wording.THERE.match(after)):
        return Sense.UNSURE
    return Sense.SAID


def _is_open(clause: str, kind: Kind) -> bool:
    small = re.sub(r"\bMay\b(?=\s\d)", " ", clause).lower()
    if wording.NOT.search(small) or wording.IF.search(small):
        return True
    return kind is Kind.STATE and wording.WILL.search(small) is not None


def _of_pictures(before: str, said: Around, own: str) -> bool:
    if subjects.STOCK.search(said.after) or subjects.STOCK.search(before):
        return True
    about = _is_about_pictures(before)
    if about is not None:
        return about
    if _is_credit(said.left) or subjects.STOCK.search(said.left):
        return True
    return bool(subjects.PICTURE_NEXT.match(said.after)) and not subjects.MEDIA.search(own)


def _is_about_pictures(before: str) -> bool | None:
    """Tell what the nearest words that name pictures or the text are about, if there are any."""
    for piece in reversed([piece for piece in _COMMA.split(before) if piece.strip()]):
        if subjects.are_both(piece):
            return False
        if _is_credit(piece):
            return True
        if subjects.SELF.search(piece):
            return False
    return None


def _is_credit(piece: str) -> bool:
    return bool(subjects.OF_PICTURES.search(piece)) and not subjects.are_both(piece)


def _about(before: str, after: str, kind: Kind) -> Sense:
    """Tell whether the statement is about this text, or may be about another."""
    if _GRANTED.search(before):
        return Sense.SAID
    if kind is Kind.LICENCE and wording.GOES_ON.match(after) and not wording.IS.search(before):
        return Sense.UNSURE
    relative = _RELATIVE.search(before)
    if relative:
        head = before[: relative.start()]
        is_self = subjects.SELF.search(head) and len(_WORD.findall(head)) <= _HEAD
        return Sense.SAID if is_self else Sense.UNSURE
    if subjects.SELF.search(before):
        return Sense.SAID if _is_plain(before) else Sense.UNSURE
    if kind in {Kind.STATE, Kind.KEPT}:
        is_said = not _residue(before) and (kind is Kind.KEPT or _ends(after))
    else:
        is_named = _COPYRIGHT.search(before) or _BY_NAME.search(before) or _is_bare(before)
        is_said = bool(is_named) and not _IS.match(after)
    is_said = is_said and not _SEE.search(before) and not subjects.OTHERS.search(before)
    return Sense.SAID if is_said else Sense.UNSURE


def _ends(after: str) -> bool:
    return len(_WORD.findall(after)) <= _FEW and not re.match(r"\s[^\W\d_]{3,}", after)


def _is_plain(before: str) -> bool:
    """Tell whether a sentence about the text has only words of a notice, and names."""
    if not SOME.isdisjoint(word.lower() for word in _WORD.findall(before)):
        return False
    plain = subjects.THIS_ONE.sub(" ", _ASIDE.sub(" ", before))
    rest = [word for word in _residue(plain) if not subjects.is_known(word)]
    return all(not word[0].islower() or "." in word or word.lower() in PARTICLES for word in rest)


def _residue(before: str) -> list[str]:
    words = _WORD.findall(before)
    return [w for w in words if w.lower() not in LEAD and not w[0].isdigit()]


def _is_bare(before: str) -> bool:
    """Tell whether nothing but a name, a label or the words of a notice stands before."""
    rest = _residue(before)
    caseless = sum(len(word) for word in rest if word[0].lower() == word[0].upper())
    if caseless:
        return caseless <= _FEW
    names = [word for word in rest if word.lower() not in PARTICLES]
    return len(names) <= _FEW and all(word[0].isupper() or "." in word for word in names)
