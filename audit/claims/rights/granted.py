"""Permission that a text grants beside its notice: then not all of the rights are reserved."""

import re
from typing import Final

from audit.claims.late import Late

SOME: Final = "some-rights-reserved"
_REACH: Final = 600
"""Characters behind a notice in which the permission begins."""
_GAP: Final = r"[\s#%*/;\"'\\.-]{1,12}"
"""What stands between two words of a text that may be a comment in a program."""
_ON: Final = r"(?:\n[.']\\\"|[^.:;])"
"""What goes on a sentence; comments of pages of a manual begin with a stop."""
_GRANT: Final = Late(
    r"(?:\A|[.:;\n][\s#%*/;\"'\\(.-]{0,20})(?:"
    + "|".join(
        each.replace(" ", _GAP)
        for each in (
            r"permission is (?:also |hereby )?granted",
            rf"permission to {_ON}{{0,300}}?\b(?:is|are) (?:hereby )?granted",
            rf"(?:re)?distribution {_ON}{{0,200}}?\b(?:is|are) (?:hereby )?permitted",
            rf"(?:it|this {_ON}{{1,60}}?) may be {_ON}{{0,60}}?\bunder the (?:terms|conditions)",
            rf"(?:it|this {_ON}{{1,60}}?) is free(?: software)?[;:,.] you (?:can|may) ",
        )
    )
    + ")",
    re.IGNORECASE,
    stems="permission|distribution|under|you",
)


def is_granted(text: str, at: int) -> bool:
    """Tell whether *text* grants permission soon behind *at*, in a sentence of its own."""
    return _GRANT.search(text, at, min(len(text), at + _REACH)) is not None
