"""The check `similar`."""

from typing import Annotated, ClassVar, Final, final

from msgspec import Meta

from audit.checks import ISSUED, Check, Row, location, pair_key, percent, sides
from audit.model import Violation
from audit.tables import Query

Share = Annotated[float, Meta(ge=0, le=1)]

_PLACES: Final = """
    select p.a, p.b, min(p.a_line) as a_line, min(p.b_line) as b_line
    from passages p where not p.boilerplate group by p.a, p.b
"""

_PAIRS: Final = f"""
    select
        a.path as a_path, a.sha256 as a_sha256, a.words as a_words,
        b.path as b_path, b.sha256 as b_sha256, b.words as b_words,
        coalesce(x.issued, '') as a_issued, coalesce(y.issued, '') as b_issued,
        coalesce(s.a_line, 1) as a_line, coalesce(s.b_line, 1) as b_line,
        p.shared_words, p.body_resemblance, p.body_containment_a, p.body_containment_b
    from pairs p
    join documents a on a.doc = p.a
    join documents b on b.doc = p.b
    left join ({_PLACES}) s on s.a = p.a and s.b = p.b
    left join ({ISSUED}) x on x.doc = p.a
    left join ({ISSUED}) y on y.doc = p.b
    where p.relation not in ('identical', 'same-text')
"""

RESEMBLING: Final = f"{_PAIRS} and p.body_resemblance >= :threshold order by a.path, b.path"

CONTAINING: Final = f"""{_PAIRS}
    and greatest(p.body_containment_a, p.body_containment_b) >= :contains
    and p.shared_words >= :words and p.body_resemblance < :below
    order by a.path, b.path
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

    def select(self, rule: str) -> Query:
        """Return the pairs above the threshold."""
        del rule
        if self.threshold is not None:
            return Query(sql=RESEMBLING, values={"threshold": self.threshold})
        values = {"contains": self.contains, "words": self.words, "below": self.below}
        return Query(sql=CONTAINING, values=values)

    def violation(self, row: Row) -> Violation:
        """Accuse the later of two documents."""
        subject, other = sides(row)
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
