"""What stands beside a day in its line and names it as that of something else."""

import re
from typing import Final

from audit.calendars import FoundDate
from audit.claims.events import CLOCK
from audit.claims.mainpart import WRAPPED
from audit.claims.words import MODIFIED, PUBLISHED

_WEEKDAY: Final = r"(?:[^\W\d_]{2,12}\.?,?\s{1,2})?"
_OTHER = re.compile(
    r"\b(?:(?:no|not) later than|on or before|due|(?:re)?built|anniversary of|week of|"
    r"woche vom|semaine du|semana del|broadcast|angenommen|accepté|aceptado|accettato|"
    r"taken|shot|gedruckt|gespeichert|heruntergeladen|"
    r"eingegangen|empfangen|aufgenommen|gegründet|erbaut|spätestens|imprimé|reçu|fondée?|"
    r"stampato|ricevuto|fondat[oa]|impreso|recibido|fundad[oa]|founding|"
    r"deadline|closing|expiry|expires|inkrafttreten|in kraft|bewerbungsschluss|anmeldeschluss|"
    r"einsendeschluss|échéance)"
    rf"\s?:?\s{{0,2}}(?:(?:on|am|le|el|il|bis|zum|den|at)\s)*{_WEEKDAY}\Z",
    re.IGNORECASE,
)
"""Something was done, or is due, on the day that follows; a weekday may stand there."""
_VERBS: Final = (
    "elected|appointed|crowned|ordained|married|baptised|baptized|christened|buried|inaugurated|"
    "opened|closed|founded|established|erected|restored|destroyed|wrecked|discovered|joined|"
    "visited|accessed|retrieved|archived|printed|saved|downloaded|received|accepted|captured|"
    "photographed|filmed|recorded|aired|televised|premiered|performed|exhibited|acquired"
)
"""What is done on a day to something else than the text; acts are introduced, filed, adopted."""
_DONE = re.compile(
    rf"\b(?:{_VERBS})(?:\s(?:from|at|in)\s[^\d\n]{{2,30}})?\s?:?(?:\son)?\s{{1,2}}{_WEEKDAY}\Z",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(
    (
        *("on", "am", "at", "le", "la", "el", "il", "em", "en", "à", "den", "the", "of"),
        *("du", "vom", "von", "by", "par", "por", "de", "del", "di", "da", "and", "und"),
        *("et", "y", "in", "dne", "dnia", "this", "day", "d", "no", "nr", "vol", "zu"),
        *("uhr", "från", "dags"),
    )
)
"""Words in small letters that stand in a dateline."""
_GIVEN: Final = (
    *("given", "dated", "done", "signed", "fait", "gegeben", "geschehen", "dado", "dato", "held"),
    *("gehalten", "tenu", "celebrad", "дано", "minutes", "protokoll", "procès"),
    *("read first time", "read the first time", "first reading", "prefiled"),
)
_OWN_DAY = re.compile(
    r"\s{0,9}(?:(?:fait|done|given|dad[oa]|dat[oa]|gegeben|geschehen|utfärdat|utferdiget)\s"
    r"(?:à|at|in|en|em|zu|i|a)\s[^\d\n]{2,40}?,?\s?(?:the|le|a|den|am|addì|il|on|em)?\s{0,2}|"
    r"(?:dated|datiert)(?:\s?:|\sthis|\sthe){0,2}\s{0,3}(?:[^\W\d_][^\d\n]{1,40}[,\n]\s{0,80})?|"
    r"(?:introduced\sand\s)?read\s(?:the\s)?first\stime(?:\s?:|\son)?\s{1,3}|(?:opinion\s)?(?:pre-?filed|filed|decided|rendered|entered|verkündet|prononcée?)(?:\s?:|\son|\sam|\sle)?\s{1,3}|"
    r"(?:sent|gesendet|envoyé|enviad[oa]|inviato|verzonden|skickat|sendt|wysłano|odesláno|отправлено|"
    r"tarih|kelt|dátum|dato|päiväys|ημερομηνία|दिनांक|วันที่|tanggal|kuupäev|datums|תאריך|تاریخ|날짜|日付|"
    r"ngày)\s?[:：]\s{0,3})(?:[^\W\d_]{2,12}\.?,?\s{1,2}){0,2}",
    re.IGNORECASE,
)
"""How the line of a date begins that a paper gives itself: `Fait à Brest, le`, `Dated:`."""
GAP: Final = " " * 6
"""What parts the columns of a line of a print."""
_LINE: Final = 120
_STOPS: Final = (".", "!", "?", "。", "।", "۔", "؟")
_LEADS: Final = 8
"""Characters of the small word that may stand before a day that opens a sentence."""
_WORDS: Final = 3
_SPOKEN: Final = 6
"""How a sentence goes on at least: words, or characters where words are not parted."""
_WIRED = re.compile(r"\s?[电電讯訊]")
"""What follows the day on which a news agency sent a text."""
_LABELS = re.compile(r"[:：|/]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_POINT = re.compile(r"\A\s{0,9}(?:[-*•–]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s{1,9}")
"""How a point of a list begins."""
_APPROVED = re.compile(
    r",?\s{1,2}(?:were|was|be|are|is|having been|wurden?|werden|wird|ist|a été|est|fue|foi|è)"
    r"\s{1,2}(?:\w{1,12}\s){0,2}(?:agreed|approved|confirmed|signed|adopted|accepted|"
    r"taken as read|read|genehmigt|angenommen|verlesen|approuvé|adopté|aprobad|aprovad|approvat)",
    re.IGNORECASE,
)
"""What is said behind the day of the minutes of the meeting before."""
_APPROVAL = re.compile(
    r"\b(?:minutes|protokolls?|procès-verbal|acta|ata|verbale)\b[^\n]{0,60}\Z", re.IGNORECASE
)
_TO_APPROVE = re.compile(
    r"\b(?:approval|confirmation|genehmigung|approbation|adoption|aprobación|aprovação|approvazione)"
    r"\s(?:of|der|des|du|del?|da|dell[ao])\s",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"(?:\s{0,9}(?:[-*+•]|#{1,6})\s{1,3}|\s{0,9}(?=\[))[\[*`]{0,3}v?\d{1,4}\.\d{1,4}"
    r"[\w.+-]{0,20}[\]*`]{0,3}\s{0,3}[-–—:(]{0,2}\s{0,3}\Z",
    re.IGNORECASE,
)
"""A version in a list of changes, up to its day: `- 2.1.0 (`, `## [2.1.0] - `."""
_BOOK = re.compile(
    r"\bISBN\b|\b\d{2,4}\s?(?:pages|pp\b|p\.|seiten|s\.|páginas|págs?|pagine|pagg?\b|sidor|sider|blz)",
    re.IGNORECASE,
)
"""What stands before the day on which a book came out that a text speaks of."""
_PAGE = re.compile(r"\b(?:page|seite|página|pagina|sida|strona)\s\d.{0,12}\Z", re.IGNORECASE)
_YOURS = re.compile(
    r"\b(?:yours?|ihre?[mnrs]?|deine?[mnrs]?|votre|vos|ta|vostr[ao]|su|uw|ers?|ваше\w{0,2})\b"
    r"[^\d\n]{0,30}\b(?:of|from|dated|vom|von|du|del?|van|av|af|от)\s?:?\s{1,2}\Z",
    re.IGNORECASE,
)
"""The letter that is answered."""
_QUOTED = re.compile(
    r"[^\n]{0,60}\b(?:wrote|writes|schrieb|schreibt|a écrit|escribió|escreveu|ha scritto|skrev|"
    r"schreef|napisał\w?|писал\w?|пишет)\s?:\s{0,3}\Z",
    re.IGNORECASE,
)
"""How mail introduces what it answers."""
_DATE: Final = frozenset(("date", "datum", "fecha", "data", "dato", "dates"))
_LABEL = re.compile(r"(?:\A|[|\t])\s{0,3}([^\d:|\t\n]{3,40}?)\s?:\s{0,3}\Z")
_WORD = re.compile(r"[^\W\d_]+")
_NEUTRAL: Final = frozenset(
    (
        *("the", "a", "of", "on", "and", "und", "et", "y", "e", "le", "la", "du", "de"),
        *("der", "des", "den", "vom", "am", "el", "il", "time", "place", "ort", "uhrzeit"),
        *("zeit", "heure", "lieu", "hora", "ora", "lugar", "luogo", "day", "month", "year"),
        *("entry", "article", "blog", "document", "letter", "original", "full", "issue"),
        *("issued", "upload", "uploaded", "added", "created", "creation", "written"),
        *("sent", "file", "first", "last", "report", "news", "media", "press"),
    )
)
_OWN: Final = (
    *("publi", "post", "erschein", "veröffentl", "erstell", "ausgabe", "paru", "édit", "edit"),
    *("rédac", "mise", "update", "modif", "änder", "stand", "emis", "releas", "submi", "druck"),
    *("rechnung", "invoice", "factur", "fattur", "ausstell", "bescheid", "statement"),
    *("revis", "actual", "aktual", "ajout", "brief", "schreiben", "pubbl", "ausfertig", "verkünd"),
)
"""What a label says of the day of publication, or of a change."""


def column(before: str) -> str:
    """Return what stands before a date in its column, where wide gaps part those of a print."""
    if GAP not in before:
        return before
    columns = [part for part in before.split(GAP) if part.strip()]
    end = " " if before[-1].isspace() else ""
    return f"{columns[-1].strip()}{end}" if columns else ""


def is_given(text: str, start: int, date: FoundDate) -> bool:
    """Tell whether the line from *start* to the *date* says that it is that of the paper."""
    if text[start : date.start].isspace() and not text[date.end : date.end + 2].strip(" .\n"):
        start = text.rfind("\n", 0, max(start - 1, 0)) + 1  # the label stands above
    return _OWN_DAY.fullmatch(text, start, date.start) is not None


def names_other(before: str, after: str) -> bool:
    """Tell whether the day between *before* and *after* in a line is named as another's."""
    return (
        _is_done(before)
        or bool(_OTHER.search(before) or _YOURS.search(before) or _PAGE.search(before))
        or bool(_QUOTED.fullmatch(after))
        or _is_qualified(before)
        or _BOOK.search(before) is not None
        or _is_approved(before, after)
        or _CHANGES.fullmatch(before) is not None
    )


def _is_approved(before: str, after: str) -> bool:
    """Tell whether minutes of that day are agreed to: those of the meeting before."""
    spoken = _APPROVAL.search(before)
    listed = spoken is not None and _POINT.match(before) is not None
    return spoken is not None and bool(
        listed or _TO_APPROVE.search(before) or _APPROVED.match(after)
    )


def _is_qualified(before: str) -> bool:
    """Tell whether a label names a date of its own kind: `Closing date:`, `Geburtsdatum:`."""
    found = _LABEL.search(before)
    label = found[1].lower() if found else ""
    if not label or any(stem in label for stem in _OWN):
        return False
    words = _WORD.findall(label)
    if any(word.endswith("datum") and word != "datum" for word in words):
        return True
    others = [word for word in words if word not in _DATE and word not in _NEUTRAL]
    return bool(others) and not _DATE.isdisjoint(words)


def ends_paragraph(text: str, start: int, before: str, after: str) -> bool:
    """Tell whether the line at *start* is the last one of a paragraph that speaks of the day."""
    if not before.lstrip()[:1].islower() or not after.rstrip().endswith(_STOPS):
        return False
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()
    words = f"{above} {before}".lower()
    given = any(stem in words for stem in _GIVEN) or PUBLISHED.are_said(words)
    return len(above) >= WRAPPED and not (given or MODIFIED.are_in(words))


def is_sentence(before: str, after: str) -> bool:
    """Tell whether a line is a sentence that speaks of the day, with its full stop."""
    behind = after.strip()
    if not behind.endswith(_STOPS) or behind[:1] in "-–—:|(" or len(before + after) > _LINE:
        return False
    folded = before.lower()
    if any(stem in folded for stem in _GIVEN) or PUBLISHED.are_said(before):
        return False
    if MODIFIED.are_in(before):
        return False
    words = [word for word in _WORD.findall(before) if word.islower() and word not in _SMALL]
    if not words:
        return _goes_on(before, after) or _is_caseless(before, after)
    return _POINT.sub("", before, count=1)[:1].isupper()


def _is_caseless(before: str, after: str) -> bool:
    """Tell whether words of a script without capitals lead to the day, as in no dateline."""
    caseless = before.lower() == before.upper() and not _WIRED.match(after)
    return caseless and not _LABELS.search(before) and _speaks(before)


def _goes_on(before: str, after: str) -> bool:
    """Tell whether a sentence that begins with the day, and at most a small word, goes on from it.

    `On 12 June 2003 the tower was listed.` Capitals are those of names; some scripts have none.
    """
    if len(before.strip()) > _LEADS or any(map(before.__contains__, ",:：")):
        return False
    if (
        after.startswith(".")
        or CLOCK.search(after)
        or PUBLISHED.are_said(after)
        or MODIFIED.are_in(after)
    ):
        return False
    folded = after.lower()
    if any(stem in folded for stem in _GIVEN):
        return False
    return _speaks(after)


def _speaks(words: str) -> bool:
    """Tell whether so many words stand there that they are part of a sentence."""
    found = [word for word in _WORD.findall(words) if word == word.lower()]
    if _UNSPACED.search(words):
        return sum(map(len, found)) >= _SPOKEN
    return sum(word not in _SMALL for word in found) >= _WORDS


def _is_done(before: str) -> bool:
    said = PUBLISHED.are_said(before) or MODIFIED.are_in(before)
    return not said and _DONE.search(before) is not None
