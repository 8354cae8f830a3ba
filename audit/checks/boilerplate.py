"""The check `boilerplate`."""

from typing import Annotated, ClassVar, Final, final

from msgspec import Meta

from audit.checks import Check, Row, excerpt, location
from audit.model import Violation
from audit.tables import Query
from audit.tables.claimed import VERBATIM

SHOWN: Final = 9
"""Further places that a finding names; all of them stand in the report's table."""

_PLACE: Final = {
    "path": "d.path",
    **{name: f"b.{name}" for name in ("line", "end_line", "start", "end")},
}
_NEXT: Final = "".join(
    f', lead({column}, {n}) over w as "other{n}_{name}"'
    for n in range(1, SHOWN + 1)
    for name, column in _PLACE.items()
)

VIOLATIONS: Final = f"""
    select f.*,
        case when f.verbatim then f.start - head.start + 1 end as column,
        case when f.verbatim then f.end - tail.start + 1 end as end_column,
        substr(t.text, f.start + 1, 400) as text
    from (
        select
            b.block, b.doc, d.path, b.line, b.end_line, b.start, b.end, n.tokens as words,
            n.documents, d.media_type in {VERBATIM} as verbatim,
            row_number() over w as number {_NEXT}
        from boilerplate b
        join documents d on d.doc = b.doc
        join (
            select o.block, count(distinct o.doc) as documents, max(o.tokens) as tokens
            from boilerplate o group by o.block
        ) n on n.block = b.block
        where n.documents >= :documents and n.tokens >= :words
        window w as (
            partition by b.block
            order by case when b.tokens = n.tokens then 0 else 1 end, d.path, b.start
        )
    ) f
    left join texts t on t.doc = f.doc
    left join lines head on head.doc = f.doc and head.start <= f.start and head.end > f.start
    left join lines tail on tail.doc = f.doc and tail.start < f.end and tail.end >= f.end
    where f.number = 1
    order by f.path, f.start
"""


@final
class Boilerplate(Check, frozen=True, kw_only=True):
    """A passage recurs in different documents, and nobody has declared it as known.

    What stands in a menu, a footer or a list of other articles is not a document's own. The
    comparison leaves it out; this check says where it is, so that a person can look at it once
    and put it into a file that `boilerplate:` names. One finding for each passage, at the first
    document that holds the whole of it.

        rules:
          undeclared-boilerplate: {check: boilerplate, documents: 5, words: 25, severity: note}

    PASS: a paragraph that two versions of one article share.

    FAIL: “Our activities”, a heading and twelve teasers, at the end of five different articles.

    Names for the message: `{words}` of the passage, `{count}` of documents that hold it,
    `{excerpt}` its beginning.
    """

    id: ClassVar[str] = "boilerplate"
    names: ClassVar[tuple[str, ...]] = ("words", "count", "excerpt")
    message: ClassVar[str] = "{words} words that stand in {count} documents: “{excerpt}”"

    documents: Annotated[int, Meta(ge=2, description="In at least this many documents.")] = 3
    words: Annotated[int, Meta(ge=1, description="At least this many words.")] = 25

    @property
    def rests_on(self) -> str:
        """Blocks."""
        return "boilerplate"

    def select(self, rule: str) -> Query:
        """Return the first whole place of every block, with its next ones."""
        del rule
        return Query(sql=VIOLATIONS, values={"documents": self.documents, "words": self.words})

    def violation(self, row: Row) -> Violation:
        """Point at the first whole place of a block."""
        prefixes = [f"other{number}_" for number in range(1, SHOWN + 1)]
        return Violation(
            location=location(row),
            related=tuple(location(row, one) for one in prefixes if row[f"{one}path"]),
            values={
                "words": f"{row['words']}",
                "count": f"{row['documents']}",
                "excerpt": excerpt(row["text"] or ""),
            },
            key=(str(row["block"]),),
        )
