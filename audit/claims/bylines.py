"""Who wrote a text, said without a word at the beginning of a line: beside its day, or below it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from audit.claims.bodies import is_body, is_person
from audit.claims.elsewhere import asks, leads_on
from audit.claims.given import has_given_name
from audit.claims.headline import Line
from audit.claims.kinds import is_button, is_glued
from audit.claims.nobody import is_nobody, is_of_event
from audit.claims.page import Page
from audit.claims.remarks import first_remark_below_prose
from audit.claims.signed import JOIN, is_names
from audit.claims.words import fold_site

INTRODUCED: Final = "after the day near the headline"
BESIDE: Final = "a name alone beside the day near the headline"
KIND: Final = "after a word for the text, near the headline"
BELOW: Final = "a name alone below the headline"
AGAIN: Final = "a name alone below the headline, and again elsewhere"
_WEAK: Final = 0.42
"""Confidence in who may as well be a place, a thing or somebody that the text tells of."""
_LISTED: Final = 3
"""Lines of a name beside a day that are a list of other things."""
_LONGEST: Final = 120
_NEAR: Final = range(-2, 6)
"""Lines from the headline in which its day and its author stand."""
_CLOSE: Final = range(1, 5)
"""Lines below the headline in which a name stands alone."""
_DAY: Final = "\n"
"""What stands for each character of a day, a clock."""
_PARTS: Final = "|·•~/,()–—"
"""Signs that part who from when."""
_GAP: Final = _PARTS + " \xa0"
_PIECE = re.compile(rf"[^{_PARTS}{_DAY}]+")
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?(?:uhr|[ap]\.?m\.?|hrs?|h)\b)?", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\w{1,15}[\s,.]{1,3}\Z")
_SMALL: Final = (
    r"stand|aktualisiert|updated|published|posted|publi[ée]e?|publicado|veröffentlicht|erstellt|"
    r"on|am|le|el|il|um|at|à|den|vom|the|di|de|del|a las|alle|kl|uhr|gmt|utc|cest?|[ep][sd]t|bst"
)
_EDGE = re.compile(rf"^(?:(?:{_SMALL})\b[\s:.]*)+|(?:[\s:]+(?:{_SMALL})\b[.:]?)+$", re.IGNORECASE)
_CUE = re.compile(
    rf"(?:[\s{_DAY}{_PARTS}-]|(?:{_SMALL})\b[.:]?)*"
    r"\b(?:(?:posted|written|published|escrito|publicado|écrit|publié|geschrieben) )?"
    r"(?:by|von|par|por|da|door|av|af|przez|от|autor(?:in)?|author|auteur|redaktion)\b\s?:?\s+"
    rf"(?P<name>[^{_PARTS}{_DAY}]{{2,60}})",
    re.IGNORECASE,
)
"""A word that introduces a name behind the day: `12 June 1921 by Jane Grey`."""
_POSTED = re.compile(
    r"posted|published|publi[ée]|publicado|veröffentlicht|eingestellt", re.IGNORECASE
)
_ENDS = re.compile(
    r"\s(?:in|on|am|at|um|under|unter|dans|en|with|mit)\s|\s-\s|\d|"
    r"\s(?:(?:no|kein|ein|un|leave a|schreibe) )?(?:comments?|kommentare?|commentaires?)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:(?:eine?|an?|une?|una|el|la|the)\s)?"
    r"(?:kolumne|gastbeitrag|gastkommentar|kommentar|essay|analyse|interview|reportage|glosse|"
    r"rezension|kritik|column|review|report|opinion|analysis|feature|guest post|tribune|chronique|"
    r"entretien|columna|crónica|análisis|reportaje|(?P<post>gepostet|geposted|themenstarter))\s"
    r"(?P<cue>(?:von|by|par|por|di|de)\s)?"
    rf"(?P<name>[^{_PARTS}\n\d]{{3,60}}?)(?:\s*[|·•].*)?",
    re.IGNORECASE,
)
"""A word for the text, and whose it is: `Eine Kolumne von Max Berg`."""
_TIME = re.compile(rf"{_DAY}\s?(?:to|until|till|bis)\s?{_DAY}")
_BELOW: Final = 12
"""Lines below a name that tell whether the text is about its bearer."""
_TINY: Final = 3
"""Characters of a small word on a line of its own: `am`."""
_WORD = re.compile(r"[^\W\d_]+")
_PROSE: Final = 80
"""Characters of a paragraph, at least."""


class Signed(NamedTuple):
    """Where a name stands in the text, how far it is believed, and why."""

    start: int
    end: int
    confidence: float
    reason: str


def signed(page: Page) -> Iterator[Signed]:
    """Yield who may have written *page*, from the lines around its headline."""
    if page.headline is None:
        return
    at = bisect_left(page.top_numbers, page.headline.number)
    lines = []
    for step in _NEAR:
        if step and 0 <= at + step < len(page.top):
            line = page.top[at + step]
            found = list(_signed(page, at, step)) if len(line.text) <= _LONGEST else []
            if found and line.number < first_remark_below_prose(page):
                lines.append(found)
    is_list = sum(found[0].reason == BESIDE for found in lines) >= _LISTED
    for each in chain.from_iterable(lines):
        yield each._replace(confidence=_WEAK) if is_list and each.reason == BESIDE else each


def _signed(page: Page, at: int, step: int) -> Iterator[Signed]:
    line = page.top[at + step]
    masked = _masked(page, line)
    if _DAY in masked:
        introduced = list(_introduced(page, line, masked))
        yield from introduced or _beside(page, at + step, masked)
    elif (kind := _KIND.fullmatch(line.text)) and not kind["name"][0].islower():
        is_named = _is_named if kind["cue"] else has_given_name
        sure = kind["post"] or is_named(kind["name"])
        yield _place(line, kind.span("name"), 0.62 if sure else _WEAK, KIND)
    elif step in _CLOSE and _may_be_person(page, at + step, line.text):
        is_dated = any(_is_dated(page, near) for near in _beside_of(page, at + step))
        sure = _is_person(page, line.text) and (is_dated or _stands_again(page.text, line))
        reason = AGAIN if sure and not is_dated else BELOW
        yield _place(line, (0, len(line.text)), 0.54 if sure else _WEAK, reason)


def _beside_of(page: Page, number: int) -> Iterator[int]:
    """Yield the lines above and below; beyond one of a small word, the next."""
    yield number - 1
    below = number + 1
    is_small = below < len(page.top) and len(page.top[below].text) <= _TINY
    yield below + is_small


def _stands_again(text: str, line: Line) -> bool:
    """Tell whether the words of *line* stand again below it, and not above, as those of menus."""
    return text.find(line.text) >= line.start and text.find(line.text, line.end) > 0


def _introduced(page: Page, line: Line, masked: str) -> Iterator[Signed]:
    """Yield whom a word behind the day introduces."""
    cue = _CUE.match(masked, masked.rindex(_DAY))
    if cue is None:
        return
    start = cue.start("name")
    end = _ENDS.search(masked, start + 1, cue.end("name"))
    name = line.text[start : end.start() if end else cue.end("name")].rstrip()
    is_handle = " " not in name and _POSTED.search(line.text) is not None
    if name and (is_handle or not name[0].islower()):
        is_word = f" {name.lower()} " in page.text or is_nobody(name)
        sure = is_handle or _is_named(name) or not (" " in name or is_word)
        yield _place(line, (start, start + len(name)), 0.64 if sure else _WEAK, INTRODUCED)


def _beside(page: Page, number: int, masked: str) -> Iterator[Signed]:
    """Yield whose name stands right beside the day, with a sign between."""
    line = page.top[number]
    for piece in _PIECE.finditer(masked):
        start, end = _trimmed(masked, piece.start(), piece.end())
        before, after = masked[: piece.start()], masked[piece.end() :]
        leads = after.lstrip(_GAP)[:1] == _DAY
        follows = before.rstrip(_GAP)[-1:] == _DAY
        text = line.text[start:end]
        if not (leads or follows) or not _may_be_person(page, number, text):
            continue
        signs = after[: len(after) - len(after.lstrip(_GAP))] if leads else ""
        signs = signs or before[len(before.rstrip(_GAP)) :]
        is_parted = not set(signs).isdisjoint(_PARTS)
        is_labelled = leads and end < piece.end() - (masked[piece.end() - 1 : piece.end()] == " ")
        sure = (is_parted or is_labelled) and _is_person(page, text) and not _TIME.search(masked)
        yield _place(line, (start, end), 0.56 if sure else _WEAK, BESIDE)


def _is_named(name: str) -> bool:
    """Tell whether *name* is that of a person or a body, not `Tuesday`, `Montag bis Freitag`."""
    if has_given_name(name) or is_body(name):
        return True
    return is_names(name) and not is_nobody(name)


def _is_person(page: Page, names: str) -> bool:
    return has_given_name(names) and not (page.headline and is_of_event(page.headline.text))


def _trimmed(masked: str, start: int, end: int) -> tuple[int, int]:
    text = masked[start:end]
    inner = text.strip()
    start += len(text) - len(text.lstrip())
    bare = _EDGE.sub("", inner)
    at = inner.find(bare) if bare else 0
    return start + at, start + at + len(bare)


def _masked(page: Page, line: Line) -> str:
    """Return the text of *line* with a sign for each character of a day or a clock."""
    text = line.text.replace(" - ", " | ").replace("\xa0\xa0", "||")
    first = bisect_left(page.dates, line.start, key=lambda date: date.start)
    for date in page.dates[first:]:
        if date.end > line.end:
            break
        if date.precision == "day":
            start, end = date.start - line.start, date.end - line.start
            if date.weekdays and (weekday := _WEEKDAY.search(text[:start])):
                start = weekday.start()
            text = text[:start] + _DAY * (end - start) + text[end:]
    if _DAY in text:
        text = _CLOCK.sub(lambda clock: _DAY * len(clock[0]), text)
    return text


def _may_be_person(page: Page, number: int, text: str) -> bool:
    """Tell whether *text*, of one of the lines, is a name and nothing that the text is about."""
    return (
        is_names(text)
        and (" and " in text or ", " in text or is_person(text) or not text.isascii())
        and text != text.lower()
        and not is_nobody(text)
        and not (is_button(text) or is_glued(text) or leads_on(text) or asks(text))
        and fold_site(text) not in page.sites
        and not _is_told(page, number, text)
    )


def _is_told(page: Page, number: int, names: str) -> bool:
    """Tell whether the headline or a paragraph soon below has the last of one of the *names*.

    Words that all stand in the text in small letters as well are no name either.
    """
    below = page.top[number + 1 : number + _BELOW]
    told = [line.text for line in below if len(line.text) >= _PROSE]
    told += [page.headline.text] if page.headline else []
    words = frozenset(_WORD.findall(" ".join(told)))
    found = list(map(_WORD.findall, JOIN.split(names)))
    return any(name and name[-1] in words for name in found) or all(
        f" {word.lower()} " in page.text for name in found for word in name
    )


def _is_dated(page: Page, number: int) -> bool:
    """Tell whether a day stands in a line that is not the headline."""
    if not 0 <= number < len(page.top) or page.top[number] == page.headline:
        return False
    return len(page.top[number].text) <= _LONGEST and _DAY in _masked(page, page.top[number])


def _place(line: Line, span: tuple[int, int], confidence: float, reason: str) -> Signed:
    return Signed(line.start + span[0], line.start + span[1], confidence, reason)
