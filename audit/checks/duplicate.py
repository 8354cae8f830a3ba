"""The check `duplicate`."""

from typing import Annotated, ClassVar, Final, Literal, final

from msgspec import Meta

from audit.checks import ISSUED, Check, Row, location, pair_key, sides
from audit.model import Violation
from audit.tables import Query

VIOLATIONS: Final = f"""
    select
        d.path as a_path, d.sha256 as a_sha256, coalesce(x.issued, '') as a_issued,
        h.path as b_path, h.sha256 as b_sha256, coalesce(y.issued, '') as b_issued,
        c.relation
    from copies c
    join documents d on d.doc = c.doc
    join documents h on h.doc = c.head
    left join ({ISSUED}) x on x.doc = c.doc
    left join ({ISSUED}) y on y.doc = c.head
    where d.size > 0 and (:compare = 'either' or c.relation = :relation)
    order by d.path
"""

RELATIONS: Final = {"bytes": "identical", "text": "same-text", "either": ""}


@final
class Duplicate(Check, frozen=True, kw_only=True):
    """Two documents are copies of each other.

    `compare: bytes` finds files with the same bytes. `compare: text` finds other files with the
    same words: another encoding, other line ends, other quotation marks. `compare: either` finds
    both. A group of copies gives one finding for every member but one. Empty files are no copies.

    The finding is about the later document: by its date of publication if both are known, else
    the one whose path sorts last.

        rules:
          exact-duplicate: {check: duplicate, compare: bytes, severity: warning}

    PASS: `news/a.txt` says “The library opens at nine.”, `news/b.txt` “The library opens at ten.”

    FAIL: `news/a.txt` and `old/a.txt` hold the same bytes.

    Names for the message: `{other}` the other document, `{relation}` `bytes` or `words`.
    """

    id: ClassVar[str] = "duplicate"
    names: ClassVar[tuple[str, ...]] = ("other", "relation")
    message: ClassVar[str] = "the same {relation} as {other}"

    compare: Annotated[
        Literal["bytes", "text", "either"],
        Meta(description="bytes: identical files; text: the same words in other bytes; either."),
    ] = "bytes"

    @property
    def rests_on(self) -> str:
        """Copies."""
        return "copies"

    def select(self, rule: str) -> Query:
        """Return the copies that stand in `copies`."""
        del rule
        values = {"compare": self.compare, "relation": RELATIONS[self.compare]}
        return Query(sql=VIOLATIONS, values=values)

    def violation(self, row: Row) -> Violation:
        """Accuse the later of two copies."""
        subject, other = sides(row)
        relation = "bytes" if row["relation"] == "identical" else "words"
        return Violation(
            location=location(row, subject),
            related=(location(row, other),),
            values={"other": row[f"{other}path"], "relation": relation},
            key=pair_key(row),
        )
