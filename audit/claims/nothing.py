"""What stands in a field where nothing is declared: `null`, `~`, `N/A`, `unknown`."""

import re
from typing import Final

_WORDS: Final = frozenset(
    (
        *("null", "nil", "none", "undefined", "unknown", "n/a", "n.a.", "n.a", "n. a."),
        *("not available", "not applicable", "not known", "not stated", "not given"),
        *("not specified", "none given", "none stated"),
    )
)
_AS_WRITTEN: Final = frozenset(("NA", "NaN"))
"""How tables of statistics leave a cell empty; in small letters they are tags of languages."""
_LONGEST: Final = 20
_SIGNS: Final = re.compile(r"[-‐‑‒–—―−~?.…_/*#\s]{0,20}")
_PLACE: Final = re.compile(
    r"\{\{[^{}\n]{1,200}\}\}|\{%[^%\n]{1,200}%\}|<%[^%\n]{1,200}%>|\$\{[^{}\n]{1,200}\}|%%?[A-Z_]{2,80}%%?"
)
"""A place of a template that nobody has filled."""
_BRACKETS: Final = "()[]<>\"' "
_UNSET: Final = "1601-01-01"
_LEFT: Final = frozenset(("2013-12-23T23:15:00Z",))
"""When templates were made that libraries fill: theirs is no day of what is written into them."""
_USERS: Final = frozenset(
    (
        *("user", "owner", "admin", "administrator", "root", "guest", "author", "default user"),
        *("windows user", "windows-benutzer", "utilisateur windows", "usuario de windows"),
        *("microsoft office user", "microsoft office-anwender", "benutzer", "utilisateur"),
        *("usuario", "utente", "gebruiker", "user1", "ein zufriedener microsoft office anwender"),
        *("python-docx", "openpyxl", "apache poi", "unknown creator", "un-named"),
    )
)
"""Whom programs name as the author of a document before anybody has told them a name."""
_MAKERS: Final = frozenset(
    (
        *("hewlett-packard", "hewlett-packard company", "hewlett packard", "hp", "hp inc."),
        *("dell", "dell inc.", "dell computer corporation", "acer", "acer inc.", "asus", "toshiba"),
        *("lenovo", "sony", "sony electronics, inc.", "compaq", "gateway", "fujitsu", "samsung"),
        *("microsoft", "home", "organization", "company", "privat", "private", "personal"),
    )
)
"""For whom programs are registered that came with a machine, or that nobody told a name."""
_NEW: Final = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - )?(?:(?:untitled|unbenannte?s?|sans titre|"
    r"sin título|senza titolo|sem título|naamloos)(?: (?:document|dokument|\d{1,3}))?|"
    r"(?:document|dokument|documento|présentation|presentation|präsentation|presentación|book|"
    r"mappe|slide|folie|diapositive) ?\d{1,3}|powerpoint[- ](?:presentation|präsentation)|"
    r"new page ?\d{1,3}|présentation powerpoint|presentación de powerpoint|"
    r"presentazione standard di powerpoint)"
    r"(?:\.\w{2,5})?",
    re.IGNORECASE,
)
"""What programs call a document before anybody has told them a title."""
_FILE: Final = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel|publisher) - .{1,200}|[a-z]:\\.{1,200}|[^\s]{1,80})"
    r"\.(?:docx?|dotx?|rtf|odt|wpd|wps|pptx?|xlsx?|pub|indd|qx[dp]|p65|pm6|tex|dvi|ps|eps|cdr|ai|"
    r"tmp|txt|pdf|tiff?|jpe?g)",
    re.IGNORECASE,
)
"""The name of the file from which a program made another one."""


def is_nothing(value: str) -> bool:
    """Tell whether a field with this *value* declares nothing, rather than a name or a title."""
    if len(value) > _LONGEST or _PLACE.fullmatch(value):
        return _PLACE.fullmatch(value) is not None
    plain = value.strip(_BRACKETS)
    return plain.casefold() in _WORDS or plain in _AS_WRITTEN or _SIGNS.fullmatch(plain) is not None


def is_unset(date: str) -> bool:
    """Tell whether a normalized *date* is that of a clock of Windows that nobody set."""
    return date.startswith(_UNSET)


def is_left(time: str) -> bool:
    """Tell whether a *time* as it is written was left by the template that a library fills."""
    return time in _LEFT


def is_user(name: str) -> bool:
    """Tell whether a program names so whoever uses it."""
    return name.strip().casefold() in _USERS


def is_maker(name: str) -> bool:
    """Tell whether a program is registered so before anybody has told it a name."""
    return name.strip().casefold() in _MAKERS


def is_new(title: str) -> bool:
    """Tell whether a program calls so what nobody has given a title: by a number, by its file."""
    plain = title.strip()
    return bool(_NEW.fullmatch(plain) or _FILE.fullmatch(plain))
