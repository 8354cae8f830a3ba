"""What stands beside a day in its line and names it as that of something else."""

import re
from typing import Final

_WEEKDAY: Final = r"(?:[^\W\d_]{2,12}\.?,?\s{1,2})?"
_OTHER = re.compile(
    r"\b(?:(?:no|not) later than|on or before|due|founded|established|built|anniversary of|"
    r"taken|shot|printed|saved|downloaded|received|gedruckt|gespeichert|heruntergeladen|"
    r"eingegangen|empfangen|aufgenommen|gegründet|erbaut|spätestens|imprimé|reçu|fondée?|"
    r"stampato|ricevuto|fondat[oa]|impreso|recibido|fundad[oa]|founding|"
    r"deadline|closing|expiry|expires|inkrafttreten|in kraft|bewerbungsschluss|anmeldeschluss|"
    r"einsendeschluss|échéance)"
    rf"\s?:?\s{{0,2}}(?:(?:on|am|le|el|il|bis|zum|den|at)\s)*{_WEEKDAY}\Z",
    re.IGNORECASE,
)
"""Something was done, or is due, on the day that follows; a weekday may stand there."""
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
        *("the", "a", "of", "on", "and", "und", "et", "y", "e", "le", "la", "du", "de", "der"),
        *(
            "des",
            "den",
            "vom",
            "am",
            "el",
            "il",
            "time",
            "place",
            "ort",
            "uhrzeit",
            "zeit",
            "heure",
        ),
        *("lieu", "hora", "ora", "lugar", "luogo", "day", "month", "year", "entry", "article"),
        *(
            "blog",
            "document",
            "letter",
            "original",
            "full",
            "issue",
            "issued",
            "upload",
            "uploaded",
        ),
        *("added", "created", "creation", "written", "sent", "file", "first", "last", "report"),
        *("news", "media", "press"),
    )
)
_OWN: Final = (
    *("publi", "post", "erschein", "veröffentl", "erstell", "ausgabe", "paru", "édit", "edit"),
    *("rédac", "mise", "update", "modif", "änder", "stand", "emis", "releas", "submi", "druck"),
    *("revis", "actual", "aktual", "ajout", "brief", "schreiben", "pubbl"),
)
"""What a label says of the day of publication, or of a change."""


def names_other(before: str, after: str) -> bool:
    """Tell whether the day between *before* and *after* in a line is named as another's."""
    return (
        bool(_OTHER.search(before) or _YOURS.search(before) or _PAGE.search(before))
        or bool(_QUOTED.fullmatch(after))
        or _is_qualified(before)
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
