"""Two texts to classified changes; diff-match-patch is the engine of every gap between anchors."""

from audit.diff.compare import compare
from audit.diff.values import NUMBERS, QUIET, QUOTATION, Diff, Hunk, Kind, visible

__all__ = ["NUMBERS", "QUIET", "QUOTATION", "Diff", "Hunk", "Kind", "compare", "visible"]
