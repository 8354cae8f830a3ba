"""Give every file exactly one state: a pure function of what was listed and what was found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from audit.manifests.matching import Match, match
from audit.manifests.values import Listed, State, Tree, Verdict, digits
from audit.model import FileDigest

_Key = tuple[str, str]
"""An algorithm and a digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was listed, what lies there, and what reading it gave, by path."""

    listed: Mapping[str, Listed]
    tree: Tree
    found: Mapping[str, FileDigest]


def classify(evidence: Evidence) -> list[Verdict]:
    """Return one verdict for every listed file and every file that is there, sorted by path.

    A file under its own name is judged first; only what is left over can have moved.
    """
    matches = match(evidence.listed, evidence.tree)
    taken = {each.path for each in matches.values()}
    verdicts = [
        _judged(evidence, each, matches.get(path)) for path, each in evidence.listed.items()
    ]
    verdicts += [
        _unlisted(path, evidence.found[path]) for path in evidence.tree.files if path not in taken
    ]
    verdicts += [_closed(path, why) for path, why in evidence.tree.closed.items()]
    return sorted(
        _explained(evidence, _moved(evidence, verdicts)), key=lambda each: (each.path, each.listed)
    )


def _judged(evidence: Evidence, listed: Listed, matched: Match | None) -> Verdict:
    found = evidence.found[matched.path] if matched else None
    barrier = _barrier(evidence.tree, listed.path) if found is None else found.error
    remark = matched.remark if matched else ""
    path = matched.path if matched else listed.path
    if barrier:
        return _verdict(listed, State.UNREADABLE, path, remark=_joined(remark, barrier))
    if found is None:
        return _verdict(listed, State.MISSING, path)
    if listed.digests.items() <= found.digests.items():
        return _verdict(listed, State.OK, path, found=found, remark=remark)
    wrong = [name for name, digest in listed.digests.items() if found.digests[name] != digest]
    changed = listed._replace(digests={name: listed.digests[name] for name in wrong})
    remark = _joined(remark, _size_change(listed.size, found.size))
    return _verdict(changed, State.MODIFIED, path, found=found, remark=remark)


def _verdict(
    listed: Listed, state: State, path: str, *, found: FileDigest | None = None, remark: str = ""
) -> Verdict:
    algorithm = strongest(listed.digests)
    return Verdict(
        path=path,
        state=state,
        listed=listed.path,
        algorithm=algorithm,
        expected=listed.digests[algorithm],
        found=found.digests[algorithm] if found else "",
        manifest=listed.manifest,
        line=listed.line,
        remark=remark,
    )


def _size_change(before: int, now: int) -> str:
    if not now:
        return "it is empty now"
    return f"it had {before} bytes and has {now}" if before not in (-1, now) else ""


def _barrier(tree: Tree, path: str) -> str:
    """Return what stands between us and *path*, so that nobody can say that it is missing."""
    for part in accumulate(path.split("/"), lambda folder, name: f"{folder}/{name}"):
        if reason := tree.skipped.get(part) or tree.closed.get(part):
            return reason if part == path else f"{part!r}: {reason}"
    return tree.closed.get(".", "")


def _unlisted(path: str, found: FileDigest) -> Verdict:
    if found.error:
        return Verdict(path=path, state=State.UNREADABLE, remark=found.error)
    name = strongest(found.digests)
    return Verdict(path=path, state=State.NEW, algorithm=name, found=found.digests[name])


def _closed(path: str, why: str) -> Verdict:
    return Verdict(path=path, state=State.UNREADABLE, remark=why)


def strongest(names: Iterable[str]) -> str:
    """Return the strongest algorithm of *names*."""
    known = tuple(names)
    return known[0] if len(known) == 1 else next(name for name in digits if name in known)


def _moved(evidence: Evidence, verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """Pair missing with new files of the same bytes where no other pairing is possible."""
    pairs = dict(_pairs(evidence, verdicts))
    gone = set(pairs.values())
    for verdict in verdicts:
        if verdict.state is State.MISSING and verdict.listed in gone:
            continue
        if verdict.state is State.NEW and verdict.path in pairs:
            listed, found = evidence.listed[pairs[verdict.path]], evidence.found[verdict.path]
            yield _verdict(listed, State.MOVED, verdict.path, found=found)
        else:
            yield verdict


def _pairs(evidence: Evidence, verdicts: Sequence[Verdict]) -> Iterator[tuple[str, str]]:
    missing: dict[_Key, list[str]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.state is State.MISSING:
            missing[verdict.algorithm, verdict.expected].append(verdict.listed)
    new: dict[_Key, list[str]] = defaultdict(list)
    for verdict in verdicts:
        # Empty files are all alike: that one of them moved is nothing anybody can know.
        if verdict.state is State.NEW and evidence.found[verdict.path].size:
            for key in evidence.found[verdict.path].digests.items():
                if key in missing:
                    new[key].append(verdict.path)
    for key, paths in new.items():
        yield from _unique_pairs(missing[key], paths)


def _unique_pairs(missing: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(missing) == len(new) == 1:
        yield new[0], missing[0]
        return
    # Twins in a folder that was renamed: their own names still tell them apart.
    before, now = _by_name(missing), _by_name(new)
    for name in sorted(before.keys() & now.keys()):
        if len(before[name]) == len(now[name]) == 1:
            yield now[name][0], before[name][0]


def _by_name(paths: Sequence[str]) -> dict[str, list[str]]:
    groups = defaultdict(list)
    for path in paths:
        groups[path.rpartition("/")[2]].append(path)
    return groups


def _explained(evidence: Evidence, verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """Say of copies and exchanges what is known, without inventing a state for them."""
    verdicts = list(verdicts)
    odd = [each for each in verdicts if each.state not in (State.OK, State.UNREADABLE)]
    wanted = {(each.algorithm, each.expected) for each in odd}
    wanted |= {
        key for each in odd if each.found for key in evidence.found[each.path].digests.items()
    }
    if not wanted:
        yield from verdicts
        return
    here = _by_key(
        ((path, each.digests) for path, each in evidence.found.items() if each.size), wanted
    )
    before = _by_key(((path, each.digests) for path, each in evidence.listed.items()), wanted)
    for verdict in verdicts:
        twins = _twins(verdict, here, before)
        yield verdict._replace(remark=_joined(verdict.remark, twins)) if twins else verdict


def _by_key(
    rows: Iterable[tuple[str, Mapping[str, str]]], wanted: set[_Key]
) -> dict[_Key, list[str]]:
    groups: dict[_Key, list[str]] = defaultdict(list)
    for path, digests in rows:
        for key in digests.items():
            if key in wanted:
                groups[key].append(path)
    return groups


def _twins(
    verdict: Verdict, here: Mapping[_Key, Sequence[str]], before: Mapping[_Key, Sequence[str]]
) -> str:
    wanted = (verdict.algorithm, verdict.expected)
    now = (verdict.algorithm, verdict.found)
    if verdict.state is State.MISSING:
        return _named("the same bytes are still in", here.get(wanted, ()), verdict.path)
    if verdict.state is State.MODIFIED:
        return _joined(
            _named("the listed bytes are in", here.get(wanted, ()), verdict.path),
            _named(
                "it has the bytes listed for",
                before.get(now, ()) if here.get(now) else (),
                verdict.listed,
            ),
        )
    if verdict.state is State.NEW and here.get(now):
        return _named("same bytes as", before.get(now, ()), verdict.path)
    return ""


def _named(words: str, paths: Sequence[str], own: str) -> str:
    others = [path for path in paths if path != own]
    if not others:
        return ""
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    return f"{words} {others[0]!r}{more}"


def _joined(*remarks: str) -> str:
    return "; ".join(remark for remark in remarks if remark)
