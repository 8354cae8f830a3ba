"""Comparisons: tables from tables, in SQL that every engine reads.

What SQL cannot say in one breath (shingles of a pair, passages) is a pure function over Arrow
batches that `Engine.apply` runs; nothing here loops over pairs in Python, opens a file or knows
which engine it is. Order: copies and heads, index, then twice clusters, boilerplate and scores,
then passages, pairs and the complete documents.
"""

from dataclasses import dataclass, field
from typing import Final

from audit.engines import Engine
from audit.fingerprints.chains import Reach
from audit.fingerprints.islands import SLOT
from audit.fingerprints.overlap import DOUBTFUL
from audit.tables import Query, Table

EVERY_SHINGLE: Final = 2_500_000
"""Words up to which a collection is indexed whole; a larger one is winnowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The numbers of one comparison; shingles and passages in tokens, shares 0 to 1."""

    index_run: int = 5
    """Length of the shingles in the index."""
    window: int = 1
    """Window of winnowing; 1 keeps every shingle."""
    most_pairs: int = 2_500_000
    most_documents: int = 100
    """Where the index would make more pairs, shingles of more documents bring only the first of
    these together with each of the others."""
    family: float = 0.8
    """Resemblance from which two documents are versions of one text."""
    same_content: float = DOUBTFUL[0]
    """Containment from which two documents count as one content for boilerplate."""
    frame_remainder: int = 20
    """Remainders both this long and unlike, with nothing shared but the very ends: a frame."""
    half: float = 0.5
    """Containment from which a template must stand at one end of both pages."""
    most: float = 0.7
    """Containment from which nothing but a frame that several pages share is a template."""
    mates_remainder: int = 30
    mates_resemblance: float = 0.2
    mates_blocks: int = 15
    """Remainders both this long, less alike than this, with so few shared blocks: a template."""
    boilerplate_clusters: int = 3
    slot: int = SLOT
    """Words between two recurring runs of one block that may differ: a date, a count."""
    block_words: int = 8
    """Shorter blocks are set phrases: left out of every body, but not shown one by one."""
    near_duplicate: float = 0.5
    suspect: float = 0.1
    """Raw containment from which a pair that shares boilerplate alone is said to."""
    contains: float = 0.5
    contains_words: int = 50
    reach: Reach = field(default_factory=Reach)

    @property
    def least_shared(self) -> int:
        """Return how many fingerprints two documents share at least that share a passage."""
        return max(1, (self.reach.run - self.index_run) // self.window + 1)

    @property
    def join(self) -> int:
        """Return over how many words runs of one block join: a slot, and what winnowing drops."""
        return self.slot + 2 * (self.window - 1)

    def guarantee(self, hot: int) -> str:
        """Say what this method promises to have found; *hot* runs were not used to find pairs."""
        run = self.index_run + self.window - 1
        rare = f" and that at most {self.most_documents} documents have" if hot else ""
        return (
            f"every unbroken run of {run} or more words that two documents share{rare} was "
            f"compared; versions that resemble each other by {self.family:.0%} with the first "
            "of them and the one before, and with others where these do not speak for them"
        )


def method_for(words: int, profile: str = "plain") -> Method:
    """Return the method for a collection of so many words: every shingle, or a winnowed index.

    The *profile* `ocr` lets passages hold more and shorter gaps, which noise makes.
    """
    reach = Reach(run=5, density=0.4) if profile == "ocr" else Reach()
    if words <= EVERY_SHINGLE:
        return Method(reach=reach)
    return Method(index_run=8, window=8, most_pairs=0, reach=reach)


def has_rows(engine: Engine, *tables: Table) -> bool:
    """Tell whether one of *tables* has rows; to plan a long SELECT of nothing costs as much."""
    return any(engine.value(Query(sql=f"select 1 from {table.name} limit 1")) for table in tables)
