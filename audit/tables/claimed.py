"""Where claims stand: in the text, in the markup, in a file beside the document."""

from typing import Final

VERBATIM: Final = "('text/plain', 'text/markdown')"
"""Media types whose lines of text are lines of the file, so that columns are true in both."""
NOWHERE: Final = """1 as line, 0 as start, 0 as stop, 1 as column, null as end_column,
        null as file_path, null as file_line, null as file_column, null as file_end_column"""
"""The columns of `claimed` for what stands at no place."""


def claimed(side: str, prefix: str = "") -> str:
    """Return the columns of the place of the claim *side*, each name after *prefix*.

    The FROM clause needs the `documents` of the claim as `d` and `on_line(side)`. A claim that is
    not in the text has a line and no characters; one that another file declares has its place there
    in `file_path`, `file_line`, ... as well.
    """
    c, line, at = side, f"{side}_line", f"{prefix}start"
    inside = f"{c}.part = 'text'"
    true = f"{inside} and d.media_type in {VERBATIM}"
    return f"""
        case when {c}.part = 'sidecar' then 1 else {c}.line end as {prefix}line,
        case when {inside} then {c}.start else 0 end as {at},
        case when {inside} then {c}.end else 0 end as {prefix}stop,
        case when {true} then {c}.start - {line}.start + 1 else 1 end as {prefix}column,
        case when {true} and {c}.end <= {line}.end then {c}.end - {line}.start + 1 end
            as {prefix}end_column,
        {c}_aside.path as {prefix}file_path, {c}_aside.line as {prefix}file_line,
        {c}_aside.column as {prefix}file_column, {c}_aside.end_column as {prefix}file_end_column"""


def beside(side: str) -> str:
    """Return where the claim *side* is declared, in words that are empty for any other."""
    c = side
    return f"""case when {c}.part <> 'sidecar' then ''
        when {c}.extractor = 'sidecar'
            then 'declared in line ' || cast({c}.line as string) || ' of the file beside it'
        when instr({c}.reason, 'declared in ') = 1 then split_part({c}.reason, '; ', 1)
        else 'declared' end"""


def on_line(side: str) -> str:
    """Return the joins that find the line of text on which the claim *side* begins, or its file."""
    line, aside = f"{side}_line", f"{side}_aside"
    return f"""
    left join asides {aside} on {aside}.doc = {side}.doc and {aside}.number = {side}.number
    left join lines {line} on {line}.doc = {side}.doc and {side}.part = 'text'
        and {line}.start <= {side}.start and {line}.end > {side}.start"""
