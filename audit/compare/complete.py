"""The complete documents: what checks and reports read."""

from typing import Final

from audit.engines import Engine
from audit.tables import DOCUMENTS, Query

DOCUMENT: Final = """
with furniture as (
    select l.doc, sum(l.tokens) as words from lines l where l.furniture group by l.doc
),
recurring as (select p.doc, sum(p.tokens) as words from placed p group by p.doc),
language as (
    select c.doc, max(c.normalized) as language from sourced c
    where c.property = 'language' and c.chosen group by c.doc
)
select f.doc, s.path, f.sha256, f.size, f.modified, f.media_type, f.basis, f.stated, f.encoding,
    f.encoding_confidence, f.encoding_basis, f.characters, f.words,
    case when f.words = 0 then 0.0
        else least(1.0, (coalesce(u.words, 0) + coalesce(r.words, 0)) * 1.0 / f.words)
        end as boilerplate_share,
    coalesce(g.language, '') as language, f.state, f.container
from files f join selected s on s.doc = f.doc
left join furniture u on u.doc = f.doc
left join recurring r on r.doc = f.doc
left join language g on g.doc = f.doc
"""


def complete(engine: Engine) -> None:
    """Fill `documents` from all that is known."""
    engine.create(DOCUMENTS, Query(sql=DOCUMENT))
