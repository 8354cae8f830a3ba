"""Match what manifests list with what is there: names first, tolerant of how they are spelled."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from audit.manifests.paths import form, spelling
from audit.manifests.values import Expected, Listed, Manifest, Tree


def merged(manifests: Iterable[Manifest]) -> dict[str, Listed]:
    """Return one expectation a file out of all *manifests*, by its path, sorted."""
    rows: dict[str, list[tuple[str, Expected]]] = defaultdict(list)
    for manifest in manifests:
        for entry in manifest.entries:
            rows[entry.path].append((manifest.path, entry))
    return {path: _listed(rows[path]) for path in sorted(rows)}


def _listed(rows: Sequence[tuple[str, Expected]]) -> Listed:
    name, first = rows[0]
    listed = Listed(
        path=first.path,
        other=first.other,
        digests={entry.algorithm: entry.digest for _, entry in rows},
        manifest=name,
        line=first.line,
        size=first.size,
    )
    if len(rows) == 1:
        return listed
    other = next((entry.other for _, entry in rows if entry.other), "")
    return listed._replace(other=other, size=max(entry.size for _, entry in rows))


class Match(NamedTuple):
    """The file on disk that a line of a manifest speaks of; *remark* where the names differ."""

    path: str
    remark: str = ""


def match(listed: Mapping[str, Listed], tree: Tree) -> dict[str, Match]:
    """Return the file of *tree* for each path of *listed* that has one.

    The exact name comes first, then the name as another tool writes it, then the same name in
    another Unicode form, where that leaves no doubt.
    """
    files = set(tree.files)
    matches = {path: Match(path=path) for path in listed if path in files}
    absent = [each for path, each in listed.items() if path not in files]
    free = files - matches.keys()
    for each in absent:
        if each.other in free:
            free.discard(each.other)
            remark = (
                f"listed as {each.path!r}: the name was written without the rules of the format"
            )
            matches[each.path] = Match(path=each.other, remark=remark)
    matches |= _other_forms([each.path for each in absent if each.path not in matches], free)
    return matches


def _other_forms(absent: Sequence[str], free: set[str]) -> dict[str, Match]:
    wanted = _by_form(absent)
    there = _by_form(sorted(free)) if wanted else {}
    matches = {}
    for key, paths in wanted.items():
        candidates = there.get(key, [])
        if len(paths) == len(candidates) == 1:
            here, listed = candidates[0], paths[0]
            remark = f"the name is {spelling(here)} here and {spelling(listed)} in the manifest"
            matches[listed] = Match(path=here, remark=remark)
    return matches


def _by_form(paths: Iterable[str]) -> dict[str, list[str]]:
    groups = defaultdict(list)
    for path in paths:
        groups[form(path)].append(path)
    return groups


def alike(paths: Iterable[str]) -> list[str]:
    """Return one remark for each group of *paths* that differ in case or Unicode form alone."""
    groups = defaultdict(list)
    for path in paths:
        groups[form(path).casefold()].append(path)
    return [
        f"{' and '.join(map(repr, group))} differ in case or Unicode form alone"
        for group in groups.values()
        if len(group) > 1
    ]
