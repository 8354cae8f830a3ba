"""Build waivers from typed nodes: what is waived, why, and until when."""

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from audit.model import Waiver
from audit.rules.mistakes import Mistakes, shown, suggestion
from audit.rules.nodes import Entries, Node
from audit.rules.packs import owner
from audit.rules.shapes import Excuse
from audit.rules.typed import build, globs


def build_waivers(
    nodes: Sequence[Node], ids: AbstractSet[str], mistakes: Mistakes
) -> tuple[Waiver, ...]:
    """Return the waivers in their order."""
    return tuple(waiver for node in nodes if (waiver := _waiver(node, ids, mistakes)))


def _waiver(node: Node, ids: AbstractSet[str], mistakes: Mistakes) -> Waiver | None:
    if not isinstance(node, Entries):
        mistakes.add(node.place, "a waiver is a map of rule, paths or key, reason and until")
        return None
    globs(node.nodes.get("paths"), mistakes)
    excuse = build(node, Excuse, mistakes)
    if excuse is None:
        return None
    if excuse.rule not in ids:
        near = owner(excuse.rule) or suggestion(excuse.rule, ids)
        mistakes.add(node.nodes["rule"].place, f"unknown rule “{shown(excuse.rule)}”{near}")
    if not excuse.paths and not excuse.key:
        mistakes.add(
            node.place, "a waiver needs “paths” or a “key”; turn a whole rule `off` instead"
        )
    try:
        until = dt.date.fromisoformat(excuse.until)
    except ValueError:
        mistakes.add(node.nodes["until"].place, f"there is no day {excuse.until}")
        return None
    return Waiver(
        rule=excuse.rule,
        reason=excuse.reason,
        until=until,
        paths=excuse.paths,
        key=excuse.key,
        by=excuse.by,
        digests=excuse.digests,
        place=str(node.place),
    )
