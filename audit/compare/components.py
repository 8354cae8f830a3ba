"""Connected components, by least label with pointer jumping, until nothing changes."""

from typing import Final

from audit.engines import Engine
from audit.tables import LABELS, LINKS, Query

LOWER: Final = """
with least as (
    select k.x as node, min(l.label) as label
    from links k join labels l on l.node = k.y group by k.x
),
lowered as (
    select l.node, least(l.label, coalesce(m.label, l.label)) as label
    from labels l left join least m on m.node = l.node
)
select w.node, least(w.label, up.label) as label
from lowered w join labels up on up.node = w.label
"""

OPEN: Final = """
select count(*) from links k join labels a on a.node = k.x join labels b on b.node = k.y
where a.label <> b.label
"""


def label(engine: Engine, nodes: Query, links: Query) -> None:
    """Fill `labels` with the least node of the component of each of *nodes*.

    *nodes* gives `node`; *links* gives `x` and `y`, in one direction.
    """
    both = f"with one as ({links.sql}) select x, y from one union select y, x from one"
    engine.create(LINKS, Query(sql=both, values=links.values))
    alone = f"select node, node as label from ({nodes.sql}) as nodes"
    engine.create(LABELS, Query(sql=alone, values=nodes.values))
    while engine.value(Query(sql=OPEN)):
        engine.create(LABELS, Query(sql=LOWER))
