"""The check `text`."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Final, Literal, final

import msgspec
from msgspec import Meta

from audit.checks import MOST, Check, Row, excerpt, location
from audit.damage import damage
from audit.model import Span, Violation
from audit.patterns import fits, spans
from audit.tables import Query

FOUND: Final = """
    with seen as (
        select
            o.doc, o.line, o.column, o.end_line, o.end_column,
            o.start, o.end, o.value, o.nth, o.note,
            count(*) over (partition by o.doc) as total,
            row_number() over (partition by o.doc order by o.start, o.end, o.note) as number
        from observations o
        where o.rule = :rule
    ),
    spread as (
        select
            s.doc, s.line,
            lead(s.line, 1) over (partition by s.doc order by s.line) as next_1,
            lead(s.line, 2) over (partition by s.doc order by s.line) as next_2,
            lead(s.line, 3) over (partition by s.doc order by s.line) as next_3,
            count(*) over (partition by s.doc) as lines
        from (select distinct doc, line from seen) s
    )
    select
        d.path, s.line, s.column, s.end_line, s.end_column, s.start, s.end, s.value, s.nth, s.note,
        '' as missing, s.total, s.number, p.next_1, p.next_2, p.next_3, p.lines
    from seen s
    join documents d on d.doc = s.doc
    join spread p on p.doc = s.doc and p.line = s.line
    where :each = 'match' or s.number = 1
    order by d.path, s.number
"""
MISSING: Final = """
    select d.path, wanted.missing, 1 as line, '' as value, 1 as nth, 0 as total, '' as note
    from documents d
    join ({wanted}) wanted on true
    left join (select distinct o.doc, o.value from observations o where o.rule = :rule) seen
        on seen.doc = d.doc and (wanted.missing = seen.value or :matches <> '')
    where seen.doc is null and d.state in ('read', 'short', 'empty')
    order by d.path, wanted.missing
"""


Kind = Literal["mojibake", "replaced", "controls", "quotes", "invisible", "bidi"]


class Wanted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Literal texts, a pattern, or kinds of damage."""

    contains: Annotated[
        tuple[str, ...], Meta(description="Literal texts, upper and lower case as written.")
    ] = ()
    matches: Annotated[str, Meta(description="A pattern of the `regex` package.")] = ""
    damage: Annotated[tuple[Kind, ...], Meta(description="Kinds of damaged characters.")] = ()

    def __post_init__(self) -> None:
        """Refuse what finds nothing, or something everywhere."""
        if not self.contains and not self.matches and not self.damage:
            raise ValueError("give “contains”, “matches” or “damage”")
        if "" in self.contains:
            raise ValueError("contains: an empty text is in every document")
        try:
            empty = self.matches and fits(self.matches, "")
        except ValueError as error:
            raise ValueError(f"matches: {error}") from None
        except (MemoryError, TimeoutError):
            raise ValueError("matches: the pattern never ends, even on an empty text") from None
        if empty:
            raise ValueError("matches: the pattern matches the empty text, so it is everywhere")

    def spans(self, text: str) -> Iterator[Span]:
        """Yield the places in *text*, literals first."""
        for literal in self.contains:
            start = text.find(literal)
            while start >= 0:
                yield Span(start=start, end=start + len(literal))
                start = text.find(literal, start + len(literal))
        if self.matches:
            yield from spans(self.matches, text)
        yield from damage(self.damage, text)


@final
class Text(Check, frozen=True, kw_only=True):
    r"""A document holds a text that it must not hold, or lacks one that it must.

    `forbid` gives a finding for every place (or with `each: document` one for the document, at
    the first place). `require` gives a finding for every text of `contains` that is nowhere, or
    for a pattern that matches nowhere. `contains` is literal; `matches` is a pattern of the
    `regex` package, which knows `\p{Arabic}` and `\b` in every script. A pattern has one second
    for a document (longer for very long ones); one that runs out of time stops the audit. At
    most 1,000 places of a document are looked at.

    `damage` (with `forbid`) names kinds of damaged characters: `mojibake` (UTF-8 read in another
    encoding), `replaced` (U+FFFD), `controls` (C0 and C1), `quotes` (straight and typographic
    marks in one document), `invisible` (zero-width characters) and `bidi` (those that change the
    direction). `{note}` says what it is, or what it would be; nothing is ever rewritten.

        rules:
          placeholder:
            check: text
            forbid: {contains: [lorem ipsum], matches: '\bTODO\b'}
            tests: {fails: ["TODO: date"], passes: ["Nothing to do"]}

    PASS: “The harbour office opens at nine.”

    FAIL: “TODO: who gave us this?”

    Names for the message: `{match}` the text found, `{missing}` the text required, `{count}` the
    places in the document, `{lines}` those of the first ones, `{note}` what a damage is.
    """

    id: ClassVar[str] = "text"
    alone: ClassVar[bool] = True
    names: ClassVar[tuple[str, ...]] = ("match", "missing", "count", "lines", "note")
    message: ClassVar[str] = "“{match}{missing}”"

    forbid: Annotated[Wanted | None, Meta(description="What must not be in a document.")] = None
    require: Annotated[Wanted | None, Meta(description="What must be in every document.")] = None
    each: Annotated[
        Literal["match", "document"], Meta(description="One finding a place, or one a document.")
    ] = "match"

    def __post_init__(self) -> None:
        """Refuse a rule that forbids and requires, or does neither."""
        if (self.forbid is None) == (self.require is None):
            raise ValueError("give either “forbid” or “require”")
        if self.require and self.require.contains and self.require.matches:
            raise ValueError("require: give either “contains” or “matches”")
        if self.require and self.require.damage:
            raise ValueError("require: damage can only be forbidden")

    @property
    def looks(self) -> bool:
        """Tell that this check reads texts."""
        return True

    def look(self, text: str) -> Iterator[Span]:
        """Yield the places of what is forbidden or required."""
        wanted = self.forbid or self.require
        return wanted.spans(text) if wanted else iter(())

    def breaks(self, text: str) -> bool:
        """Tell whether *text* breaks the rule."""
        if self.require is None:
            return next(self.look(text), None) is not None
        seen = {text[span.start : span.end] for span in self.look(text)}
        return bool(set(self.require.contains) - seen) or not seen

    @property
    def rests_on(self) -> str:
        """What was seen, or, where something is required, documents."""
        return "documents" if self.require else "observations"

    def select(self, rule: str) -> Query:
        """Return the observations of *rule*, or the documents that lack one."""
        if self.require is None:
            return Query(sql=FOUND, values={"rule": rule, "each": self.each})
        wanted = self.require.contains or (self.require.matches,)
        names = {f"text{number}": text for number, text in enumerate(dict.fromkeys(wanted))}
        rows = " union all ".join(f"select :{name} as missing" for name in names)
        values = {"rule": rule, "matches": self.require.matches, **names}
        return Query(sql=MISSING.format(wanted=rows), values=values)

    def violation(self, row: Row) -> Violation:
        """Point at the place, or say what is missing."""
        value, missing = str(row["value"]), str(row["missing"])
        nth = str(row["nth"]) if self.each == "match" else ""
        return Violation(
            location=location(row),
            values={
                "match": excerpt(value),
                "missing": excerpt(missing),
                "count": f"{row['total']} or more" if row["total"] == MOST else str(row["total"]),
                "lines": _lines(row),
                "note": str(row["note"]),
            },
            # With one finding a document the matter is the document, not how often.
            key=(row["path"], missing, value if nth else "", nth),
        )


def _lines(row: Row) -> str:
    """Say in which lines the places of a document are: the first four, and how many more."""
    if row.get("number") != 1:
        return f"line {row['line']}"
    named = [row["line"], *(row[name] for name in ("next_1", "next_2", "next_3"))]
    shown = [str(line) for line in named if line]
    more = row["lines"] - len(shown)
    if more > 0:
        shown.append(f"{more} more")
    last = shown.pop()
    return f"lines {', '.join(shown)} and {last}" if shown else f"line {last}"
