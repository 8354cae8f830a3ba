"""What the manifests of the rules list: where rules come from a commit, first what it lists.

A pull request may list what it adds. What was listed before stays listed as it was, or a changed
document could bring its own new digest along.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.pipeline.ground import Ground

Rows = Mapping[str, Sequence[str | int]]


def listed(ground: Ground) -> Iterator[Rows]:
    """Yield the columns of `expected` for each manifest of the rules; raise ManifestError."""
    for manifest in ground.rules.manifests:
        from audit.manifests import expected_rows

        rows = expected_rows(str(Path(ground.root) / manifest), ground.root)
        # As the rule names it: a root given as an absolute path would else name another one.
        now = {**rows, "manifest": [manifest] * len(rows["manifest"])}
        before = _before(ground, manifest)
        if before is None:
            yield now
            continue
        yield before
        known = set(before["path"])
        added = [number for number, path in enumerate(now["path"]) if path not in known]
        yield {name: [values[number] for number in added] for name, values in now.items()}


def _before(ground: Ground, manifest: str) -> Rows | None:
    """Return what the commit's *manifest* lists; None where there is no commit or no such file."""
    if ground.commit is None:
        return None
    around, commit = ground.commit
    file = Path(ground.root, manifest).resolve()
    data = around.content(commit, os.path.relpath(file, around.top).replace(os.sep, "/"))
    if data is None:
        return None
    from audit.manifests import expected_rows

    with TemporaryDirectory(prefix="audit-") as folder:
        copy = Path(folder, file.name)
        copy.write_bytes(data)
        rows = expected_rows(str(copy), str(file.parent))
    below = os.path.relpath(file.parent, Path(ground.root).resolve()).replace(os.sep, "/")
    prefix = "" if below == "." else f"{below}/"
    return {
        **rows,
        "manifest": [manifest] * len(rows["manifest"]),
        "path": [f"{prefix}{path}" for path in rows["path"]],
    }
