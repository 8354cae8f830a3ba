"""Copies by digest, and the heads that go on to be compared."""

from typing import Final

from audit.engines import Engine
from audit.tables import COPIES, HEADS, Query

IDENTICAL: Final = """
select f.doc, first_value(f.doc) over (partition by f.sha256 order by s.path) as head,
    s.path, f.text_digest, f.words
from files f join selected s on s.doc = f.doc
where f.sha256 <> '' and f.size > 0
"""

COPY: Final = f"""
with alike as ({IDENTICAL}),
worded as (
    select doc, first_value(doc) over (partition by text_digest order by path) as head
    from alike where doc = head and words > 0
)
select doc, head, 'identical' as relation from alike where doc <> head
union all
select doc, head, 'same-text' as relation from worded where doc <> head
"""

HEAD: Final = """
select f.doc, row_number() over (order by s.path) as rank, f.words
from files f join selected s on s.doc = f.doc left join copies c on c.doc = f.doc
where f.state = 'read' and c.doc is null
"""


def find_copies(engine: Engine) -> None:
    """Fill `copies` and `heads` from `files` and `selected`."""
    engine.create(COPIES, Query(sql=COPY))
    engine.create(HEADS, Query(sql=HEAD))
