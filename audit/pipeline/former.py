"""What the tables of a commit declared: who lost a row is new."""

import os
import posixpath
from collections.abc import Mapping
from itertools import chain
from typing import Final

from audit.git import Repository
from audit.globs import matcher
from audit.pipeline.ground import Ground
from audit.readers.walk import visible
from audit.readers.walk.declared import BAG, BAG_INFO, named

_MARKS: Final = (BAG, BAG_INFO)


def formerly_declared(ground: Ground, around: Repository, base: str) -> frozenset[str]:
    """Return the documents of which a table spoke in the commit *base* that has changed or gone.

    Which of its rows changed is not asked: every document that it named is looked at again.
    """
    old = {visible(os.fsdecode(path)): os.fsdecode(path) for path in around.changed(base)}
    asked = _tables(old, ground) | _bags(old)
    prefix = os.path.relpath(os.path.realpath(ground.root), around.top).replace(os.sep, "/")
    places = {posixpath.normpath(posixpath.join(prefix, asked[path])): path for path in asked}
    documents = frozenset(source.path for source in ground.walk.sources)
    found = around.contents(base, tuple(places))
    return frozenset(
        chain.from_iterable(named(places[at], data, documents) for at, data in found.items())
    )


def _tables(changed: Mapping[str, str], ground: Ground) -> dict[str, str]:
    fits = matcher(tuple(ground.rules.documents.tables))
    return {path: name for path, name in changed.items() if fits(path)}


def _bags(changed: Mapping[str, str]) -> dict[str, str]:
    """Return `bag-info.txt` of each bag of which it, or what makes it a bag, has changed."""
    marks = {path: name for path, name in changed.items() if posixpath.basename(path) in _MARKS}
    return {_info(path): _info(name) for path, name in marks.items()}


def _info(path: str) -> str:
    return posixpath.join(posixpath.dirname(path), BAG_INFO)
