"""Add a waiver to the text of a rules file; every other character stays as it was."""

from collections.abc import Sequence
from typing import Any, Final

import yaml

from audit.errors import RuleError
from audit.model import Waiver

START: Final = "audit: 1\nextends: [audit:archive]\n"
"""A rules file that changes nothing, for where there is none yet."""

_KEY: Final = "waivers"


def with_waiver(text: str, waiver: Waiver) -> str:
    """Return the rules file *text* with *waiver* at the end of its waivers.

    Raise RuleError, with the lines to paste, where that would change anything else.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    try:
        made = _insert(text, waiver, newline)
        good = _same_but(text, made, waiver)
    except (yaml.YAMLError, RuleError, IndexError):
        good = False
    if not good:
        lines = "\n".join(entry(waiver))
        raise RuleError(f"this file cannot be extended safely; add to its waivers:\n{lines}")
    return made


def entry(waiver: Waiver) -> list[str]:
    """Return the lines of *waiver* as YAML, not indented."""
    pairs = [f"{key}: {value}" for key, value in _pairs(waiver)]
    return [f"- {pairs[0]}", *(f"  {pair}" for pair in pairs[1:])]


def _pairs(waiver: Waiver) -> list[tuple[str, str]]:
    found = [("rule", waiver.rule), ("key", quoted(waiver.key))]
    found += [("paths", _listed(waiver.paths))] if waiver.paths else []
    found += [("digests", _listed(waiver.digests))] if waiver.digests else []
    found += [("reason", quoted(waiver.reason)), ("until", waiver.until.isoformat())]
    return found + ([("by", quoted(waiver.by))] if waiver.by else [])


def _listed(values: Sequence[str]) -> str:
    return f"[{', '.join(map(quoted, values))}]"


def quoted(text: str) -> str:
    """Return *text* as a double-quoted scalar of YAML, on one line."""
    return '"' + "".join(map(_character, text)) + '"'


def _character(one: str) -> str:
    if one in '"\\':
        return f"\\{one}"
    return one if one.isprintable() else f"\\U{ord(one):08x}"


def _insert(text: str, waiver: Waiver, newline: str) -> str:
    root: Any = yaml.compose(text, Loader=yaml.BaseLoader)
    if not isinstance(root, yaml.MappingNode):
        raise RuleError("not a map")
    inline = "{" + ", ".join(f"{key}: {value}" for key, value in _pairs(waiver)) + "}"
    found = [pair for pair in root.value if pair[0].value == _KEY]
    if not found:
        if root.flow_style:
            return _put(text, _end(root.value[-1][1]), f", {_KEY}: [{inline}]")
        lines = [f"{_KEY}:", *(f"  {line}" for line in entry(waiver))]
        return _below(text, len(text), lines, root.start_mark.column, newline)
    key, node = found[0]
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        return _into(text, node, inline)
    if isinstance(node, yaml.SequenceNode):
        return _below(text, _end(node), entry(waiver), node.start_mark.column, newline)
    indent = key.start_mark.column + 2
    return _below(text, key.end_mark.index, entry(waiver), indent, newline)


def _into(text: str, node: yaml.SequenceNode, inline: str) -> str:
    if node.value:
        return _put(text, _end(node.value[-1]), f", {inline}")
    return _put(text, node.end_mark.index - 1, inline)


def _put(text: str, at: int, what: str) -> str:
    return text[:at] + what + text[at:]


def _below(text: str, at: int, lines: Sequence[str], indent: int, newline: str) -> str:
    """Return *text* with *lines* below the line of its character *at*."""
    at = len(text[:at].rstrip()) if at < len(text) else at
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end + 1
    before = text[:line_end]
    before += "" if before.endswith("\n") else newline
    return before + "".join(f"{' ' * indent}{line}{newline}" for line in lines) + text[line_end:]


def _end(node: Any) -> int:
    """Return where the last character of *node* stands; a block ends with its last value."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(node, yaml.MappingNode) else last)


def _same_but(text: str, made: str, waiver: Waiver) -> bool:
    """Tell whether *made* says what *text* says and *waiver*, and nothing else."""
    before = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # texts only, no objects
    after = yaml.load(made, Loader=yaml.BaseLoader)  # noqa: S506  # likewise
    *waivers, added = after.pop(_KEY)
    known = before.pop(_KEY, None) or []
    wanted = {
        "rule": waiver.rule,
        "key": waiver.key,
        "paths": list(waiver.paths),
        "digests": list(waiver.digests),
        "reason": waiver.reason,
        "until": waiver.until.isoformat(),
        "by": waiver.by,
    }
    return (waivers, after, added) == (
        known, before, {key: value for key, value in wanted.items() if value},
    )  # fmt: skip
