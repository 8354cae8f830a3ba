"""Tell a verification: full and concise lines for people, JSON Lines for programs."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from audit.manifests.values import State, Verdict, Verification

Visible = Callable[[str], str]
"""Make every control, escape and bidi character of a text visible."""

_worst_first: Final = (
    State.UNREADABLE,
    State.MODIFIED,
    State.MISSING,
    State.MOVED,
    State.NEW,
)


def exit_code(verification: Verification) -> int:
    """Return 0 where every file is ok, 2 where one could not be read, else 1."""
    if verification.count(State.UNREADABLE):
        return 2
    same = all(verdict.state is State.OK for verdict in verification.verdicts)
    return 0 if same and not verification.failures else 1


def concise(verification: Verification, visible: Visible) -> Iterator[str]:
    """Yield one line for every file that is not ok, then failures, remarks and the counts."""
    for verdict in _odd(verification):
        yield visible(_sentence(verdict))
    yield from _rest(verification, visible)


def full(verification: Verification, visible: Visible) -> Iterator[str]:
    """Yield what `concise` does, with the place in the manifest and both digests."""
    for verdict in _odd(verification):
        yield visible(_sentence(verdict))
        if verdict.listed:
            yield visible(f"    listed in {verdict.manifest}:{verdict.line}")
        if verdict.state is State.MODIFIED:
            yield f"    {verdict.algorithm} expected {verdict.expected}"
            yield f"    {verdict.algorithm} found    {verdict.found}"
    yield from _rest(verification, visible)


def _odd(verification: Verification) -> Iterator[Verdict]:
    for state in _worst_first:
        yield from (each for each in verification.verdicts if each.state is state)
    # A file that is ok after all is shown where something must be said of it.
    yield from (each for each in verification.verdicts if each.state is State.OK and each.remark)


def _sentence(verdict: Verdict) -> str:
    was = f" (was {_quoted(verdict.listed)})" if verdict.state is State.MOVED else ""
    remark = f": {verdict.remark}" if verdict.remark else ""
    return f"{verdict.state:<10} {_quoted(verdict.path)}{was}{remark}"


def _quoted(path: str) -> str:
    """Return *path* so that spaces at its ends are seen."""
    return path if path == path.strip() else f'"{path}"'


def _rest(verification: Verification, visible: Visible) -> Iterator[str]:
    yield from (visible(f"failed     {text}") for text in verification.failures)
    yield from (visible(f"note       {text}") for text in verification.remarks)
    yield counts(verification)


def counts(verification: Verification) -> str:
    """Return the counts in one sentence; they add up to what is listed and to what is here."""
    states = ", ".join(f"{verification.count(state)} {state}" for state in State)
    return f"{verification.listed} listed, {verification.here} here: {states}"


def json_lines(verification: Verification, head: Mapping[str, str | int]) -> Iterator[str]:
    """Yield a `run` line with *head* and the counts, then `problem` lines, then every file."""
    import json

    states = {str(state): verification.count(state) for state in State}
    totals = {"listed": verification.listed, "here": verification.here, **states}
    yield json.dumps({"type": "run", "format": 1, **head, "counts": totals})
    for text in verification.failures:
        yield json.dumps({"type": "problem", "stage": "manifest", "message": text})
    for text in verification.remarks:
        yield json.dumps({"type": "note", "message": text})
    for verdict in verification.verdicts:
        yield json.dumps({"type": "file", **_fields(verdict)})


def _fields(verdict: Verdict) -> dict[str, str | int]:
    return {
        "path": verdict.path,
        "state": str(verdict.state),
        "listed": verdict.listed,
        "algorithm": verdict.algorithm,
        "expected": verdict.expected,
        "found": verdict.found,
        "manifest": verdict.manifest,
        "line": verdict.line,
        "remark": verdict.remark,
    }
