"""Connected components of any nodes and links."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare.index import lists
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.components import components
from audit.tables import LABELS, Query

TOGETHER: Final = """
with nodes as ({nodes}), links as ({links}),
every as (select array_agg(cast(node as bigint)) as nodes from nodes),
ends as (
    select array_agg(cast(x as bigint)) as x, array_agg(cast(y as bigint)) as y from links
)
select every.nodes, coalesce(ends.x, every.nodes) as x, coalesce(ends.y, every.nodes) as y
from every cross join ends where every.nodes is not null
"""
"""One row with all nodes and links; without a link every node is linked to itself."""


@dataclass(frozen=True, slots=True)
class Label:
    """Label the nodes of a batch of graphs."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of TOGETHER, give those of `labels`."""
        nodes, labels = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for row in zip(*(lists(batch[name]) for name in ("nodes", "x", "y")), strict=True):
            nodes.append(np.sort(row[0]))
            labels.append(components(nodes[-1], row[1], row[2]))
        columns: dict[str, Any] = {
            "node": np.concatenate(nodes),
            "label": np.concatenate(labels),
        }
        return batch_of(LABELS, columns)


def label(engine: Engine, nodes: Query, links: Query) -> None:
    """Fill `labels` with the least node of the component of each of *nodes*.

    *nodes* gives distinct `node`s; *links* gives `x` and `y`, in one direction.
    """
    sql = TOGETHER.replace("{nodes}", nodes.sql).replace("{links}", links.sql)
    engine.apply(Label(), Query(sql=sql, values={**nodes.values, **links.values}), LABELS)
