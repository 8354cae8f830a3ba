"""The check `length`."""

from typing import Annotated, ClassVar, Final, final

from msgspec import Meta

from audit.checks import Check, Row, location
from audit.model import Violation
from audit.tables import Query

VIOLATIONS: Final = """
    select d.path, d.words, d.sha256 from documents d
    where d.words < :words and d.state in ('read', 'short', 'empty')
    order by d.path
"""


@final
class Length(Check, frozen=True, kw_only=True):
    """A document holds fewer words than a document should.

    Very short documents cannot be compared with others, and an empty one is often a capture
    that failed.

        rules:
          too-short: {check: length, words: 10, severity: note}

    PASS: a page of three paragraphs.

    FAIL: a file that says only “Loading…”.

    Names for the message: `{words}` that it holds, `{least}` that it should.
    """

    id: ClassVar[str] = "length"
    names: ClassVar[tuple[str, ...]] = ("words", "least")
    message: ClassVar[str] = "only {words} {words:word|words}; fewer than {least}"

    words: Annotated[int, Meta(ge=1, description="At least this many words.")] = 10

    def select(self, rule: str) -> Query:
        """Return the documents with fewer words."""
        del rule
        return Query(sql=VIOLATIONS, values={"words": self.words})

    def violation(self, row: Row) -> Violation:
        """Accuse one document."""
        return Violation(
            location=location(row),
            values={"words": str(row["words"]), "least": str(self.words)},
            key=(str(row["sha256"]),),
        )
