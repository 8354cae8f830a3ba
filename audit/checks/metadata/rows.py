"""Rows of the check `metadata`: values to look at, what is missing or lost, what contradicts."""

from typing import Final

from audit.claims.choose import THRESHOLD
from audit.model import PROPERTIES
from audit.tables.claimed import NOWHERE, beside, claimed, on_line

_PROPERTIES: Final = ", ".join(f"('{name}')" for name in PROPERTIES)

# Lists are bound as one text with commas around each name: one SQL for rules of any size.
_UNTOLD: Final = "('language', 'contact', 'issued', 'modified')"
"""Properties whose claims may say why there is no value: lost, unresolved, not to be told."""
_NO_OTHER: Final = NOWHERE.replace(" as ", " as other_")
_BELIEVED: Final = f"""(c.chosen or c.confidence >= {THRESHOLD} and c.origin = :evidence)
        and :evidence in ('any', c.origin)"""
"""What counts as said: the date of a comment, seen with little confidence, states nothing."""
_SAID: Final = " || coalesce('; the {0} is ' || nullif({1}, ''), '')"
_BEST: Final = "order by c.confidence desc, c.number"

_VALUES: Final = f"""
    select d.path, {claimed("c")}, 'value' as kind, c.property, c.value, c.normalized,
        '' as other, {_NO_OTHER}, {beside("c")} as reason
    from sourced c join documents d on d.doc = c.doc {on_line("c")}
    where instr(:checked, ',' || c.property || ',') > 0
        and (c.normalized <> '' or c.property not in {_UNTOLD})
        and {_BELIEVED}
"""

_UNSAID: Final = f"c.normalized = '' and c.property in {_UNTOLD}"
_NEAR: Final = "c.normalized <> '' and not c.chosen and :evidence in ('any', c.origin)"
_MISSING: Final = f"""
    select d.path, {NOWHERE}, 'missing' as kind, p.property,
        case when said.untold is null then coalesce(said.value, '') else '' end as value,
        '' as normalized, '' as other, {_NO_OTHER},
        coalesce(said.untold, said.reason, '') as reason
    from documents d
    join (values {_PROPERTIES}) p(property) on instr(:required, ',' || p.property || ',') > 0
    left join (
        select c.doc, c.property,
            max(case when {_BELIEVED} and not ({_UNSAID}) then 1 else 0 end) as believed,
            min(case when {_UNSAID} then c.reason end) as untold,
            first(c.value {_BEST}) filter (where {_NEAR}) as value,
            first(c.reason {_BEST}) filter (where {_NEAR}) as reason
        from sourced c where instr(:required, ',' || c.property || ',') > 0
        group by c.doc, c.property
    ) said on said.doc = d.doc and said.property = p.property
    where coalesce(said.believed, 0) = 0
        and (d.state in ('read', 'short') or (:evidence = 'declared' and d.state <> 'unreadable'))
"""

_LOST: Final = f"""
    select d.path, {claimed("c")}, 'untold' as kind, c.property, c.value, '' as normalized,
        '' as other, {_NO_OTHER}, c.reason
    from sourced c join documents d on d.doc = c.doc {on_line("c")}
    where instr(:told, ',' || c.property || ',') > 0 and c.normalized = ''
        and :evidence in ('any', c.origin)
"""

_CONFLICTS: Final = f"""
    select d.path, {claimed("c")}, 'conflict' as kind, k.property,
        case when k.property = 'language' then c.normalized else c.value end as value, c.normalized,
        case when k.property = 'language' then o.normalized else o.value end as other,
        {claimed("o", "other_")}, k.reason{_SAID.format("first", beside("c"))}
            {_SAID.format("other", beside("o"))} as reason
    from conflicts k
    join documents d on d.doc = k.doc
    join sourced c on c.doc = k.doc and c.number = k.number
    join sourced o on o.doc = k.doc and o.number = k.other_number
    {on_line("c")} {on_line("o")}
    where k.number <> k.other_number and c.property = o.property and not (c.barred or o.barred)
        and not (
            c.line = o.line and c.part = o.part and c.part = 'text'
            and k.property in ('issued', 'modified', 'created', 'captured')
        )
        and case when :fields = ',' then 'stated' not in (c.extractor, o.extractor)
            else instr(:fields, ',' || k.property || ',') > 0 end
"""
PARTS: Final = {"checked": _VALUES, "required": _MISSING, "told": _LOST, "fields": _CONFLICTS}
ORDER: Final = "path, line, start, kind, property, value, other, other_line, other_start"
