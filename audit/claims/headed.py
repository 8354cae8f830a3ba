"""Front matter, told from text that stands between two thematic rules of Markdown."""

import re
from typing import Final

_KEY: Final = re.compile(
    r"[ \t]{0,20}(?:\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'"
    r"|[\w.@$][\w.@$/:-]{0,60}(?:[ ][\w.()/-]{1,40}){0,2})[ \t]{0,9}:(?:[ \t]|\Z)"
)
"""A key of at most three words; `Nobody knew what he had said: it was late` is a sentence."""
_BRACES: Final = re.compile(r"\s{0,99}\{\s{0,99}(?:\"[^\"\n]{1,80}\"|[\w.@$-]{1,80})\s{0,99}:")
_INSIDE: Final = (" ", "\t", "- ", "]", "}", "#")
"""How lines begin that belong to the key above them, or are comments."""
_TITLED: Final = re.compile(r"[ \t]{0,99}\r?\n\s{0,99}#{1,6}[ \t]")


def is_front_matter(block: str) -> bool:
    """Tell whether what stands between `---` and `---` is meant as a YAML mapping.

    One that is broken is meant as one, where as many lines as not begin with a key. A blank line
    and a heading begin a section of text.
    """
    lines = [line for line in block.splitlines() if line.strip()]
    said = [line for line in lines if not line.lstrip().startswith("#")]
    if not said:
        return not lines
    if _TITLED.match(block):
        return False
    if _BRACES.match(block):
        return True
    if not _KEY.match(said[0]):
        return False
    keyed = [bool(_KEY.match(line)) for line in said if not line.startswith(_INSIDE)]
    return 2 * sum(keyed) >= len(keyed)
