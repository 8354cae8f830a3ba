"""What a manifest says as rows of the table `expected`, for the rule that checks fixity."""

import os
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from audit.manifests.values import Expected
from audit.manifests.verifying import open_package


def expected_rows(manifest: str, root: str) -> Mapping[str, Sequence[str | int]]:
    """Return the columns manifest, line, path, algorithm, digest of *manifest* (file or bag).

    Paths are relative to *root*. A manifest inside *root* speaks of its own folder, one outside of
    *root* itself. A name that stands there in another spelling gets that spelling, so that a join
    finds it. Raise ManifestError.
    """
    base = _base(manifest, root)
    package = open_package(manifest, "" if Path(manifest).is_dir() else base)
    prefix = os.path.relpath(base, root).replace(os.sep, "/")
    prefix = "" if prefix == "." else f"{prefix}/"
    rows = [(each.path, entry) for each in package.manifests for entry in each.entries]
    return {
        "manifest": [name for name, _ in rows],
        "line": [entry.line for _, entry in rows],
        "path": [prefix + _spelled(base, entry) for _, entry in rows],
        "algorithm": [entry.algorithm for _, entry in rows],
        "digest": [entry.digest for _, entry in rows],
    }


def _base(manifest: str, root: str) -> str:
    folder = Path(manifest).resolve()
    folder = folder if folder.is_dir() else folder.parent
    above = Path(root).resolve()
    return str(folder) if folder == above or above in folder.parents else str(above)


def _spelled(base: str, entry: Expected) -> str:
    if _exists(base, entry.path):
        return entry.path
    if entry.other and _exists(base, entry.other):
        return entry.other
    if not entry.path.isascii():
        for form in ("NFC", "NFD"):
            path = unicodedata.normalize(form, entry.path)
            if _exists(base, path):
                return path
    return entry.path


def _exists(base: str, path: str) -> bool:
    return os.path.lexists(f"{base}/{path}")
