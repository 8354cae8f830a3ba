"""Words that say to whom rights belong, before a name and behind it."""

import re

_LEADS = re.compile(
    r"\A(?:(?i:(?:bản quyền\s)?thuộc (?:về )?|bản quyền (?:của )?)|"
    r"M{1,3}(?:[CDXLVI]{1,9})?[,.]?\s(?=[^\W\d_a-z]))"
)
"""What stands between the sign and the name: that it belongs to, a year in Roman numerals."""
_BELONGS = re.compile(
    r"(?:متعلق به|محفوظة ل(?:ـ|دى)|محفوظ برای)\s?(?P<name>[^\W\d_][^.،\n]{1,60}?)"
    r"(?=\s(?:است|می|بوده|©|\d)|[.،\n]|\Z)"
)
"""A name behind the words that say that the rights are its own."""


def without_leads(name: str) -> str:
    """Return *name* without what stands before it in a notice of copyright."""
    return _LEADS.sub("", name, count=1)


def named_behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where in [start, end) the name stands to whom the rights are said to belong."""
    found = _BELONGS.search(text, start, end)
    return found.span("name") if found else None
