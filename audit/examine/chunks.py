"""Where the characters of a text stand in the file that a person opens, by line and column."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from audit.lines import Lines
from audit.model import Document

Numbers = npt.NDArray[np.int64]


class Places(NamedTuple):
    """Pieces of a text: text[start:] stands in the file from *line*, *column* on.

    Lines and columns count from 1, starts increase; all three are of one length.
    """

    starts: Numbers
    lines: Numbers
    columns: Numbers

    def line(self, starts: Numbers) -> Numbers:
        """Return the lines of the characters *starts* of the text."""
        found: Numbers = self.lines[np.maximum(self.starts.searchsorted(starts, "right") - 1, 0)]
        return found


def places_of(document: Document) -> Places:
    """Return where the text of *document*, which has chunks, stands in its markup."""
    starts, sources = np.array(document.chunks, dtype=np.int64).T
    ends = np.append(starts[1:], len(document.text)) - starts + sources
    heads = np.array(Lines(document.markup).starts, dtype=np.int64)
    # A line of the file that begins within a chunk begins a piece of its own.
    of = np.maximum(sources.searchsorted(heads, "right") - 1, 0)
    inside = (heads > sources[of]) & (heads < ends[of])
    starts = np.append(starts, (starts[of] + heads - sources[of])[inside])
    sources = np.append(sources, heads[inside])
    order = np.argsort(starts, kind="stable")
    starts, sources = starts[order], sources[order]
    lines = heads.searchsorted(sources, "right")
    return Places(starts, lines, sources - heads[lines - 1] + 1)
