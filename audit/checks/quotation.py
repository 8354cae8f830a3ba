"""The check `quotation`."""

from typing import Annotated, ClassVar, Final, final

from msgspec import Meta

from audit.checks import ISSUED, Check, Row, excerpt, location, on_lines, passage, sides
from audit.model import Violation
from audit.tables import Query

_NAMED: Final = """
    select q.a, q.b,
        max(case when q.names = 'b' and instr(t.text, c.value) > 0 then 1 else 0 end) as a_names_b,
        max(case when q.names = 'a' and instr(t.text, c.value) > 0 then 1 else 0 end) as b_names_a
    from (
        select a, b, a as reader, b as named, 'b' as names from quoting
        union all
        select a, b, b as reader, a as named, 'a' as names from quoting
    ) q
    join sourced c on c.doc = q.named
    join texts t on t.doc = q.reader
    where c.chosen and length(c.value) >= 5 and c.extractor <> 'site-chrome'
        and c.property in ('title', 'url', 'creator', 'publisher')
    group by q.a, q.b
"""

_UNASKED: Final = """
    select q.a, q.b, 0 as a_names_b, 0 as b_names_a from quoting q
"""

# Whole texts are joined before all else, so that none goes through the other joins for every pair.
_VIOLATIONS: Final = f"""
    with quoting as (
        select distinct p.a, p.b from passages p
        left join pairs r on r.a = p.a and r.b = p.b
        where not p.boilerplate and p.words >= :words and coalesce(r.relation, 'quotes') = 'quotes'
    ),
    longest as (
        select p.*, count(*) over pair as passages, sum(p.words) over pair as total,
            row_number() over (
                partition by p.a, p.b order by p.words desc, p.a_start, p.b_start
            ) as place
        from passages p
        join quoting q on q.a = p.a and q.b = p.b
        where not p.boilerplate and p.words >= :words
        window pair as (partition by p.a, p.b)
    ),
    read_a as (
        select p.*, substr(t.text, p.a_start + 1, p.a_end - p.a_start) as a_text
        from longest p join texts t on t.doc = p.a where p.place = 1
    ),
    read as (
        select p.*, substr(t.text, p.b_start + 1, p.b_end - p.b_start) as b_text
        from read_a p join texts t on t.doc = p.b
    )
    select
        a.path as a_path, a.sha256 as a_sha256, coalesce(x.issued, '') as a_issued,
        b.path as b_path, b.sha256 as b_sha256, coalesce(y.issued, '') as b_issued,
        {passage("a")}, {passage("b")}, p.words, p.passages, p.total,
        p.a_text, p.b_text,
        coalesce(n.a_names_b, 0) as a_names_b, coalesce(n.b_names_a, 0) as b_names_a
    from read p
    join documents a on a.doc = p.a
    join documents b on b.doc = p.b
    {on_lines("a")} {on_lines("b")}
    left join ({ISSUED}) x on x.doc = p.a
    left join ({ISSUED}) y on y.doc = p.b
    left join ({{named}}) n on n.a = p.a and n.b = p.b
    order by a.path, b.path
"""


@final
class Quotation(Check, frozen=True, kw_only=True):
    """A passage stands in two otherwise different documents.

    A run of at least `words` words that both documents hold and that is not boilerplate. Pairs
    that are copies, near-duplicates or contained in each other are left to `duplicate` and
    `similar`. With `unattributed: true` a passage is let through where the later document names
    the title, the creator, the publisher or the address of the earlier one.

    One finding for two documents, about the later one, at the longest passage.

        rules:
          quotation: {check: quotation, words: 25, unattributed: true, severity: note}

    PASS: two pages that share the name of the harbour and its address.

    FAIL: a short page that repeats a paragraph of a long one without naming it.

    Names for the message: `{other}` the other document, `{line}` the line there, `{words}` of
    the longest passage, `{excerpt}` its beginning, `{passages}` so long that both share, `{total}`
    words in all of them.
    """

    id: ClassVar[str] = "quotation"
    names: ClassVar[tuple[str, ...]] = (
        "other", "line", "words", "excerpt", "passages", "total",
    )  # fmt: skip
    message: ClassVar[str] = "{words} words also in {other}, line {line}: “{excerpt}”"

    words: Annotated[int, Meta(ge=5, description="At least this many words in one passage.")] = 25
    unattributed: Annotated[
        bool, Meta(description="Only where the later document does not name the earlier one.")
    ] = False

    @property
    def rests_on(self) -> str:
        """Passages."""
        return "passages"

    def select(self, rule: str) -> Query:
        """Return the passages of pairs that do nothing but quote."""
        del rule
        named = _NAMED if self.unattributed else _UNASKED
        sql = _VIOLATIONS.format(named=named)
        return Query(sql=sql, values={"words": self.words})

    def violation(self, row: Row) -> Violation | None:
        """Point at the passage in the later document."""
        subject, other = sides(row)
        if self.unattributed and row[f"{subject}names_{other[0]}"]:
            return None
        return Violation(
            location=location(row, subject),
            related=(location(row, other),),
            values={
                "other": row[f"{other}path"],
                "line": f"{row[f'{other}line']}",
                "words": f"{row['words']}",
                "passages": f"{row['passages']}",
                "total": f"{row['total']}",
                "excerpt": excerpt(row[f"{subject}text"]),
            },
            key=sorted(" ".join(row[f"{side}text"].split()) for side in (subject, other)),
        )
