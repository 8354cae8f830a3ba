"""Find the members of a package: one module, one class; and those of other distributions."""

import importlib
import inspect
import os
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TypeVar

from audit.errors import AuditError

Member = TypeVar("Member")


def members(
    package: str, base: type[Member], beside: tuple[type, ...] = ()
) -> Mapping[str, type[Member]]:
    """Return the concrete classes of *package* that extend *base*, by their `id`, sorted.

    Other distributions add theirs through the entry-point group of the same name
    (`audit.checks`, `audit.readers`, `audit.extractors`, `audit.reports`). A group may hold
    members of other kinds, *beside*; they are passed over.
    Raise AuditError where two members carry one id.
    """
    found = {}
    for member in [*_own(package, base), *_foreign(package, base, beside)]:
        identity: str = member.id  # type: ignore[attr-defined]
        if identity in found:
            raise AuditError(f"{package}: two members are called {identity!r}")
        found[identity] = member
    return dict(sorted(found.items()))


@cache
def _modules(package: str) -> tuple[str, ...]:
    path = importlib.import_module(package).__path__
    return tuple(sorted(f"{package}.{info.name}" for info in pkgutil.iter_modules(path)))


def _own(package: str, base: type[Member]) -> list[type[Member]]:
    return [
        member
        for name in _modules(package)
        for member in vars(importlib.import_module(name)).values()
        if _is_member(member, base) and member.__module__ == name
    ]


def _foreign(package: str, base: type[Member], beside: tuple[type, ...]) -> list[type[Member]]:
    found = []
    for entry in sorted(entry_points(group=package), key=lambda entry: entry.name):
        member = _loaded(package, entry)
        if any(_is_member(member, other) for other in beside):
            continue
        if not _is_member(member, base):
            raise AuditError(f"{_named(package, entry)} is not a {base.__name__}")
        found.append(member)
    return found


def _loaded(package: str, entry: EntryPoint) -> Any:
    try:
        return entry.load()
    except Exception as error:
        if os.environ.get("AUDIT_DEBUG"):
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise AuditError(f"{_named(package, entry)} cannot be loaded: {said}") from error


def _named(package: str, entry: EntryPoint) -> str:
    owner = entry.dist.name if entry.dist else "an unknown distribution"
    return f"the entry point {entry.name!r} of {package}, from {owner}: {entry.value}"


def _is_member(member: object, base: type) -> bool:
    return (
        inspect.isclass(member)
        and issubclass(member, base)
        and member is not base
        and not inspect.isabstract(member)
    )
