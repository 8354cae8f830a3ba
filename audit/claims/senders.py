"""Lines that say who reports or who sent a mail, though no word such as `by` stands in them."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from audit.claims.headline import Line

_LONGEST: Final = 80
_TOP: Final = 3
"""Lines at the top among which the head of a printed mail begins."""
_HEAD: Final = 4
"""Lines of such a head."""
_NAME: Final = r"(?P<name>[^\W\d_a-z][^\W\d_'’.-]{0,20}(?:[ -][^\W\d_a-z][^\W\d_]{0,20}\.?){1,3})"
_REPORTER = re.compile(
    rf"{_NAME}, (?:[^\W\d_-]{{2,16}}[ -]){{0,2}}(?i:reporter|correspondent|editor|writer|columnist|"
    r"journalist|reporterin|redakteur(?:in)?|korrespondent(?:in)?|journalistin|rédacteur|rédactrice|"
    r"journaliste|correspondante?|periodista|redactora?|corresponsal|giornalista|redattore|repórter|"
    r"jornalista|verslaggever|redacteur|journalista)",
)
_MAIL: Final = r"(?:from|von|de|van|från|fra|da|od|от|lähettäjä|kimden|feladó)\s?:\s{1,3}"
_SENDER = re.compile(
    rf"(?i:{_MAIL})(?P<name>[^\n<\[(]{{2,60}}?)\s{{0,3}}(?:[<\[(][^\n]{{0,80}})?\Z"
)
_SENT = re.compile(
    r"(?:sent|date|gesendet|datum|envoyé|fecha|enviado|data|inviato|verzonden|skickat|sendt|dato|"
    r"wysłano|odesláno|отправлено|дата|lähetetty|gönderildi|elküldve)(?: (?:le|el|am|on))?\s?:\s",
    re.IGNORECASE,
)


def is_reporter(text: str) -> bool:
    """Tell whether a line is a name and what its bearer is at the paper."""
    return len(text) <= _LONGEST and ", " in text and _REPORTER.fullmatch(text) is not None


def reporters(lines: "Sequence[Line]") -> "Iterator[tuple[Line, int, int]]":
    """Yield the lines that say who reports, and where in the text the name begins and ends."""
    for line in lines:
        found = _REPORTER.fullmatch(line.text) if ", " in line.text[:_LONGEST] else None
        if found:
            yield line, line.start + found.start("name"), line.start + found.end("name")


def sender(lines: "Sequence[Line]") -> "tuple[Line, int, int] | None":
    """Return the line of a printed mail that says who sent it, and where the name stands."""
    for at, line in enumerate(lines[:_TOP]):
        found = _SENDER.match(line.text)
        if found and any(_SENT.match(below.text) for below in lines[at + 1 : at + _HEAD]):
            return line, line.start + found.start("name"), line.start + found.end("name")
    return None
