"""Where the check `date` looks: dates beside what they are held against."""

from typing import Final

from audit.tables.claimed import beside, claimed, on_line

_CLAIM: Final = (
    f"d.path, {claimed('c')}, c.property, c.value, c.normalized, {beside('c')} as beside"
)

BOUNDS: Final = f"""
    select {_CLAIM}, '' as other, '' as other_normalized
    from sourced c join documents d on d.doc = c.doc {on_line("c")}
    where c.chosen and c.property = :property
        and (c.normalized < :after or substr(c.normalized, 1, 10) > :before)
    order by d.path, c.number
"""

CONFLICTING: Final = f"""
    select {_CLAIM}, o.value as other, o.normalized as other_normalized, c.reason,
        o.reason as other_reason, {claimed("o", "other_")}
    from conflicts k
    join documents d on d.doc = k.doc
    join sourced c on c.doc = k.doc and c.number = k.number
    join sourced o on o.doc = k.doc and o.number = k.other_number
    {on_line("c")} {on_line("o")}
    where k.property in ('issued', 'modified', 'created', 'captured')
        and (k.number = k.other_number) = (:weekday = 1) and c.confidence >= :least
        and c.barred = o.barred
    order by d.path, k.number, k.other_number
"""

CAPTURED: Final = f"""
    select {_CLAIM}, c.chosen, c.reason, o.value as other, o.normalized as other_normalized,
        {claimed("o", "other_")}
    from sourced c
    join documents d on d.doc = c.doc
    join sourced o on o.doc = c.doc and o.property = 'captured' and o.chosen
    left join conflicts k on k.doc = c.doc and k.property = c.property
        and k.number = least(c.number, o.number) and k.other_number = greatest(c.number, o.number)
    {on_line("c")} {on_line("o")}
    where (c.chosen or (k.doc is not null and c.barred = o.barred)) and c.property = :property
        and substr(c.normalized, 1, 10) > substr(o.normalized, 1, 10)
    order by d.path, c.number
"""

NAMED_FILES: Final = f"""
    select {_CLAIM}, '' as other, '' as other_normalized
    from sourced c join documents d on d.doc = c.doc {on_line("c")}
    where c.chosen and c.property = :property
    order by d.path, c.number
"""
