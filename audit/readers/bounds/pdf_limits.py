"""The limits of the rules as those of pypdf, and the name of the one that was hit."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from typing import Any, Final

from audit.readers.bounds import MEGABYTE, Limits

_UNPACKED: Final = (
    "zlib_maximum_output_length",
    "lzw_maximum_output_length",
    "run_length_maximum_output_length",
    "brotli_maximum_output_length",
    "array_based_stream_maximum_output_length",
    "stream_decoding_work_maximum_length",
    "array_maximum_element_count",
    "dictionary_maximum_element_count",
    "flate_maximum_columns",
    "flate_maximum_row_length",
)
"""What pypdf allows one stream or object, in bytes or in elements of a byte at least."""
_NODES: Final = 50
"""Nodes of the page tree for every page that is allowed."""
_COPIES: Final = 1_000
"""Times that a page may stand in the tree, on an average."""
_hit: Final = (
    ("Recovery limit", ""),
    ("while decompressing", "unpacked"),
    ("output bytes", "unpacked"),
    ("decoding work", "unpacked"),
    ("array element count", "unpacked"),
    ("dictionary entries", "unpacked"),
    ("Number of columns", "unpacked"),
    ("Row length", "unpacked"),
    ("Declared stream length", "file"),
    ("page tree depth", "depth"),
    ("page tree", "pages"),
)
"""Words of pypdf's messages, and which limit of the rules they speak of."""


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """What a PDF of *size* bytes may cost under *limits*."""

    limits: Limits
    size: int

    @property
    def unpacked(self) -> tuple[int, str]:
        """The bytes of one stream, and the limit that says so."""
        packed = max(MEGABYTE, self.size * self.limits.ratio)
        return min((self.limits.unpacked, "unpacked"), (packed, "ratio"))

    def applied(self) -> AbstractContextManager[Any]:
        """Return a context in which pypdf keeps to the limits that it can be told."""
        import pypdf

        known = {each.name for each in fields(pypdf.Configuration)}
        wanted: dict[str, Any] = dict.fromkeys(_UNPACKED, self.unpacked[0]) | {
            "maximum_declared_stream_length": self.limits.file,
            "page_tree_maximum_depth": self.limits.depth,
            "page_tree_maximum_entries": self.limits.pages * _NODES,
            "page_tree_maximum_page_entries": self.limits.pages * _COPIES,
        }
        context: AbstractContextManager[Any] = pypdf.apply_configuration(
            **{name: value for name, value in wanted.items() if name in known}
        )
        return context

    def over(self, message: str) -> str:
        """Return what to say of a file that pypdf reads no further, for the reason it gives."""
        name = next((name for words, name in _hit if words in message), "")
        if not name:
            return f"over a limit of pypdf's own: {message}"
        most = getattr(self.limits, name)
        if name == "unpacked":
            most, name = self.unpacked
        if name == "ratio" and "while decompressing" in message:
            return f"unpacks to more than {self.limits.ratio} times its size (limits: ratio)"
        return f"over the limit of {most:,}: {message} (limits: {name})"
