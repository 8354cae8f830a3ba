"""What every peer and the exact truth share: the files of a folder and the words of a text.

Written apart from `audit`, with the standard library alone, after the same rules: NFKC, folded
case, an apostrophe inside a word counts for nothing, a word hyphenated at a line end is one word.
"""

import re
import unicodedata
from pathlib import Path

LENGTH = 5
"""Words in a shingle."""
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u2010]\r?\n[ \t]{0,40}(?=[^\W\d_])")
_APOSTROPHE = re.compile(r"(?<=[^\W_])['\u2019](?=[^\W_])")
_WORD = re.compile(r"[^\W_]+")


def words(text):
    """Return the words of *text*."""
    text = unicodedata.normalize("NFKC", _HYPHENATED.sub("", text)).casefold()
    return _WORD.findall(_APOSTROPHE.sub("", text))


def documents(folder):
    """Return path (relative to *folder*) and text of every file, in order."""
    root = Path(folder)
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return [
        (path.relative_to(root).as_posix(), path.read_bytes().decode("utf-8", "replace"))
        for path in paths
    ]


def shingles(text):
    """Return the runs of five words of *text*, each one string, in order."""
    found = words(text)
    return [" ".join(found[at : at + LENGTH]) for at in range(len(found) - LENGTH + 1)]
