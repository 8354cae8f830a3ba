"""The check `similar`."""

from typing import Annotated, ClassVar, Final, final

from msgspec import Meta

from audit.checks import (
    ISSUED,
    Check,
    Row,
    location,
    on_lines,
    pair_key,
    passage,
    percent,
    sides,
)
from audit.model import Violation
from audit.tables import Query

Share = Annotated[float, Meta(ge=0, le=1)]

_FIRST: Final = """
    select p.a, p.b, p.a_line, p.a_start, p.a_end, p.b_line, p.b_start, p.b_end,
        p.a_start = f.a_first as a_leads, p.b_start = f.b_first as b_leads
    from passages p
    join (
        select o.a, o.b, min(o.a_start) as a_first, min(o.b_start) as b_first
        from passages o where not o.boilerplate group by o.a, o.b
    ) f on f.a = p.a and f.b = p.b and (p.a_start = f.a_first or p.b_start = f.b_first)
    where not p.boilerplate
"""
"""The first passage of each pair in the one and in the other document; often it is one."""

_PAIRS: Final = f"""
    select
        a.path as a_path, a.sha256 as a_sha256, a.words as a_words,
        b.path as b_path, b.sha256 as b_sha256, b.words as b_words,
        coalesce(x.issued, '') as a_issued, coalesce(y.issued, '') as b_issued,
        coalesce(p.a_leads, true) as a_leads, coalesce(p.b_leads, true) as b_leads,
        {passage("a")}, {passage("b")},
        r.shared_words, r.body_resemblance, r.body_containment_a, r.body_containment_b
    from pairs r
    join documents a on a.doc = r.a
    join documents b on b.doc = r.b
    left join ({_FIRST}) p on p.a = r.a and p.b = r.b
    {on_lines("a")} {on_lines("b")}
    left join ({ISSUED}) x on x.doc = r.a
    left join ({ISSUED}) y on y.doc = r.b
    where r.relation not in ('identical', 'same-text')
"""

RESEMBLING: Final = (
    f"{_PAIRS} and r.body_resemblance >= :threshold order by a.path, b.path, p.a_start, p.b_start"
)

CONTAINING: Final = f"""{_PAIRS}
    and greatest(r.body_containment_a, r.body_containment_b) >= :contains
    and r.shared_words >= :words and r.body_resemblance < :below
    order by a.path, b.path, p.a_start, p.b_start
"""


@final
class Similar(Check, frozen=True, kw_only=True):
    """Two documents are nearly the same, or one holds most of the other.

    With `threshold` the check compares bodies (boilerplate left out) by their resemblance: the
    share of their five-word runs that both have. With `contains` it asks how much of one body
    stands in the other; pairs that resemble each other by `below` or more are left to a rule
    with `threshold`, and a pair must share `words` words. Copies are left to `duplicate`.

    The finding is about the later document, at the first passage that both share.

        rules:
          near-duplicate: {check: similar, threshold: 0.5}
          contained: {check: similar, contains: 0.5, words: 50}

    PASS: two pages of one museum that share nothing but the list of its activities.

    FAIL: two versions of one article in which a number was changed.

    Names for the message: `{other}` the other document, `{score}` in per cent, `{shared}` words
    in passages of both, `{words}` words of this document, `{part}` and `{whole}` the contained
    document and the one that contains it.
    """

    id: ClassVar[str] = "similar"
    names: ClassVar[tuple[str, ...]] = ("other", "score", "shared", "words", "part", "whole")
    message: ClassVar[str] = "{score} the same as {other}; {shared} words stand in passages of both"

    threshold: Annotated[
        Share | None, Meta(description="Least resemblance of the bodies, 0 to 1.")
    ] = None
    contains: Annotated[
        Share | None, Meta(description="Least share of one body in the other, 0 to 1.")
    ] = None
    words: Annotated[int, Meta(ge=0, description="Least words in common, for `contains`.")] = 50
    below: Annotated[
        float, Meta(ge=0, le=1.01, description="Resemblance from which `contains` keeps quiet.")
    ] = 0.5

    def __post_init__(self) -> None:
        """Refuse a rule that asks for both, or for nothing."""
        if (self.threshold is None) == (self.contains is None):
            raise ValueError("give either “threshold” or “contains”")

    @property
    def rests_on(self) -> str:
        """Pairs."""
        return "pairs"

    def select(self, rule: str) -> Query:
        """Return the pairs above the threshold."""
        del rule
        if self.threshold is not None:
            return Query(sql=RESEMBLING, values={"threshold": self.threshold})
        values = {"contains": self.contains, "words": self.words, "below": self.below}
        return Query(sql=CONTAINING, values=values)

    def violation(self, row: Row) -> Violation | None:
        """Accuse the later of two documents, at the first passage in it."""
        subject, other = sides(row)
        if not row[f"{subject}leads"]:
            return None
        a, b = row["body_containment_a"], row["body_containment_b"]
        part, whole = ("a_", "b_") if (a, row["a_path"]) >= (b, row["b_path"]) else ("b_", "a_")
        score = row["body_resemblance"] if self.threshold is not None else max(a, b)
        values = {
            "other": row[f"{other}path"],
            "score": percent(score),
            "shared": f"{row['shared_words']}",
            "words": f"{row[f'{subject}words']}",
            "part": row[f"{part}path"],
            "whole": row[f"{whole}path"],
        }
        related = (location(row, other),)
        return Violation(
            location=location(row, subject), related=related, values=values, key=pair_key(row)
        )
