"""From paths to sources: every document below them, in one order, and nothing left out unsaid."""

import os
import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from audit.errors import UsageError
from audit.globs import matcher
from audit.model import Problem, Source
from audit.readers.walk.beside import Beside
from audit.readers.walk.declared import Declared, declared
from audit.readers.walk.tree import Found, Tree, visible

Test = Callable[[str], bool]

__all__ = ["Walk", "WalkOptions", "visible", "walk"]


_DESCRIBE: Final = (".yml", ".yaml", ".json")
"""How the names of files end that may describe a document."""
TABLES: Final = ("**/metadata.csv", "**/siegfried.csv", "**/droid.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkOptions:
    """Which files are documents: globs of paths below the root, and where sidecars stand."""

    include: Sequence[str] = ("**",)
    exclude: Sequence[str] = ()
    metadata: str = "{dir}/{stem}.meta.yml"
    """Path of the file beside a document, of {dir}, {stem} and {name}; `.yml` is `.json` too."""
    tables: Sequence[str] = TABLES
    """Globs of tables that declare metadata of many documents, where their head says so."""
    ours: Sequence[str] = ()
    """Files that the audit itself reads or writes; they are no documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What lies below the paths, sorted by the bytes of its path."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    skipped: int
    root: str
    """The folder that paths are relative to, absolute."""
    reasons: Mapping[str, int] = field(default_factory=dict)
    """How many were skipped, by reason."""
    tables: tuple[str, ...] = ()
    """Files that declare metadata of many documents."""
    others: Mapping[str, str] = field(default_factory=dict)
    """Where the files are that describe or list documents and are none, by their paths."""


def walk(paths: Sequence[str], base: str, options: WalkOptions | None = None) -> Walk:
    """Return the documents below *paths*; their uris are relative to the folder *base*.

    Links are never followed, but for a path that is given itself. Raise UsageError where a path
    does not exist or a glob is none.
    """
    options = options or WalkOptions()
    included, excluded, closed = _globs(options)
    root, tree = _look(paths, closed, options.ours)
    beside = Beside(options.metadata)
    sidecars = beside.among(tree.locations)
    possible = [found for found in tree.files if found.path not in sidecars]
    told = declared(tree, options.tables, {found.path for found in possible})
    documents = [found for found in possible if found.path not in told.tables]
    chosen = [found for found in documents if included(found.path) and not excluded(found.path)]
    prefix = _prefix(root, base)
    described = sidecars.keys() & {found.path for found in tree.files}
    unread = _unread(described, documents, beside) if described else []
    problems = [
        *_outside(tree.problems, excluded),
        *unread,
        *_outside((*_unlike(chosen, beside), *told.problems), excluded),
    ]
    reasons = tree.skipped + _left_out(len(tree.files), len(documents), len(chosen))
    return Walk(
        sources=tuple(
            _source(found, prefix, beside.of(found.path, sidecars), told)
            for found in sorted(chosen, key=_path)
        ),
        problems=tuple(sorted(problems, key=_path)),
        skipped=reasons.total(),
        reasons=dict(sorted(reasons.items())),
        tables=tuple(sorted(told.tables | told.bags)),
        others=sidecars | {path: tree.locations[path] for path in told.tables} | tree.tags,
        root=root,
    )


def _outside(problems: Iterable[Problem], excluded: Test) -> Iterator[Problem]:
    """Yield the *problems* of files that are not *excluded*."""
    return (problem for problem in problems if not excluded(problem.path))


def _left_out(files: int, documents: int, chosen: int) -> Counter[str]:
    """Return why files below the paths are no documents of this run, and how many of them."""
    return Counter(
        {
            "metadata of a document": files - documents,
            "not among the documents of the rules": documents - chosen,
        }
    )


def _path(item: Found | Problem) -> bytes:
    return item.path.encode()


def _globs(options: WalkOptions) -> tuple[Test, Test, Test]:
    """Return what tells documents, what tells the others, and what tells folders of others."""
    every = tuple(options.include) == ("**",)
    folders = [glob.removesuffix("**").removesuffix("/") for glob in options.exclude]
    wholes = [
        folder
        for folder, glob in zip(folders, options.exclude, strict=True)
        if folder and glob.endswith(("/", "/**"))
    ]
    try:
        included = (lambda _: True) if every else matcher(options.include)
        return included, matcher(options.exclude), matcher(wholes)
    except ValueError as error:
        raise UsageError(f"a glob of documents {error}") from error


def _look(paths: Sequence[str], closed: Test, ours: Sequence[str]) -> tuple[str, Tree]:
    """Return the root and everything below the paths that were given."""
    given = dict(_given(path) for path in paths)
    root = os.path.commonpath(given)
    if not os.path.isdir(root):  # noqa: PTH112  # a string
        root = os.path.dirname(root)  # noqa: PTH120  # a string
    inside = tuple(os.path.realpath(location) for location in given)
    tree = Tree(root=root, inside=inside, closed=closed, ours=set(map(os.path.realpath, ours)))
    for location in _distinct(given):
        (tree.add_folder if given[location] else tree.add_file)(location)
    return root, tree


def _distinct(given: Mapping[str, bool]) -> list[str]:
    """Return the locations without those that lie in others, or lead to them: each file once."""
    places: dict[str, str] = {}
    for location in sorted(given, key=lambda one: (os.path.islink(one), one)):  # noqa: PTH114  # a string
        places.setdefault(os.path.realpath(location), location)
    folders = tuple(
        os.path.join(place, "")  # noqa: PTH118  # a string
        for place, location in places.items()
        if given[location]
    )
    return sorted(name for place, name in places.items() if not place.startswith(folders))


def _given(path: str) -> tuple[str, bool]:
    """Return the absolute location of a path that a person gave, and whether it is a folder."""
    if not path:
        raise UsageError("an empty path; `.` is the working directory")
    location = os.path.abspath(path)  # noqa: PTH100  # keeps the name that was given
    try:
        os.stat(location)  # noqa: PTH116  # a string, and this follows the link that was given
    except (OSError, ValueError) as error:
        reason = "does not exist" if isinstance(error, FileNotFoundError) else "cannot be read"
        raise UsageError(f"{visible(path)!r} {reason}") from error
    is_folder = os.path.isdir(location)  # noqa: PTH112  # a string
    if not is_folder and path.endswith((os.sep, os.altsep or os.sep)):
        raise UsageError(f"{visible(path)!r} is no folder; leave out the slash at its end")
    return location, is_folder


def _unread(sidecars: set[str], documents: list[Found], beside: Beside) -> list[Problem]:
    """Return which files that describe a document are not read, and why."""
    reasons = dict.fromkeys(sidecars, "describes a document that is not here")
    for found in documents:
        first, *others = [name for name in beside.names(found.path) if name in sidecars] or [""]
        reasons.pop(first, None)
        for name in others:
            if name in reasons:
                reasons[name] = f"is not read: {first!r} describes the same document"
        for name in beside.misnamed(found.path):
            if name in reasons:
                names = beside.names(found.path)
                end = posixpath.splitext(name)[1]
                right = posixpath.basename(next((n for n in names if n.endswith(end)), names[0]))
                reasons[name] += f"; that of {found.path!r} is called {right!r}"
    return [
        Problem(path=path, stage="walk", message=message, incomplete=False)
        for path, message in reasons.items()
    ]


def _unlike(documents: list[Found], beside: Beside) -> Iterator[Problem]:
    """Yield which documents are named as if they described another, and how that is named."""
    paths = {found.path for found in documents}
    if not any(path.endswith(_DESCRIBE) for path in paths):
        return
    for path in sorted(paths):
        if path.endswith(_DESCRIBE):
            continue
        right = posixpath.basename((beside.names(path) or [""])[0])
        for name in beside.alike(path):
            if right and name in paths:
                message = f"is a document by itself; what describes {path!r} is called {right!r}"
                yield Problem(path=name, stage="walk", message=message, incomplete=False)


def _prefix(root: str, base: str) -> str:
    """Return what stands before a path in its uri: empty, a folder, or an absolute folder."""
    for one, other in (
        (root, os.path.abspath(base)),  # noqa: PTH100  # a string
        (os.path.realpath(root), os.path.realpath(base)),
    ):
        if one == other:
            return ""
        if one.startswith(other.rstrip(os.sep) + os.sep):
            return visible(os.path.relpath(one, other)).replace(os.sep, "/")
    return visible(root).replace(os.sep, "/")


def _source(found: Found, prefix: str, sidecar: tuple[str, str], told: Declared) -> Source:
    return Source(
        uri=posixpath.join(prefix, found.path),
        path=found.path,
        location=found.location,
        size=found.size,
        modified=found.modified,
        inode=found.inode,
        changed=found.changed,
        beside=sidecar[0],
        sidecar=sidecar[1],
        fields=told.of(found.path),
        records=told.inside(found.path),
    )
