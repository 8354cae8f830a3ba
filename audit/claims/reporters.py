"""Lines that say who reports, though no word such as `by` stands in them."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from audit.claims.headline import Line

_LONGEST: Final = 80
_NAME: Final = r"(?P<name>[^\W\d_a-z][^\W\d_'’.-]{0,20}(?:[ -][^\W\d_a-z][^\W\d_]{0,20}\.?){1,3})"
_REPORTER = re.compile(
    rf"{_NAME}, (?:[^\W\d_-]{{2,16}}[ -]){{0,2}}(?i:reporter|correspondent|editor|writer|columnist|"
    r"journalist|reporterin|redakteur(?:in)?|korrespondent(?:in)?|journalistin|rédacteur|rédactrice|"
    r"journaliste|correspondante?|periodista|redactora?|corresponsal|giornalista|redattore|repórter|"
    r"jornalista|verslaggever|redacteur|journalista)",
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
