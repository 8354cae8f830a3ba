"""What the manifests of the rules expect of documents; other files that they list are looked at.

A table, a file beside a document and the manifests of a bag are listed as documents are, and are
none, so that no join finds them: their digests are taken here.
"""

from collections.abc import Mapping, Sequence

from audit.engines import Engine
from audit.fingerprints.digests import digest_files
from audit.pipeline.given import ONE, Given
from audit.pipeline.ground import Ground
from audit.pipeline.listed import Rows, listed
from audit.tables import EXPECTED


def expect(engine: Engine, ground: Ground) -> None:
    """Fill `expected` with what the manifests of the rules say."""
    columns: dict[str, list[object]] = {name: [] for name in EXPECTED.columns}
    for rows in listed(ground):
        for name, values in (*rows.items(), ("seen", _seen(rows, ground.walk.others))):
            columns[name] += values
    engine.apply(Given(EXPECTED, columns), ONE, EXPECTED)


def _seen(rows: Rows, others: Mapping[str, str]) -> Sequence[str]:
    """Return the digests of those files of *rows* that are *others*, empty for all the rest."""
    listing = [
        (str(path), str(algorithm))
        for path, algorithm in zip(rows["path"], rows["algorithm"], strict=True)
    ]
    paths = sorted({path for path, _ in listing if path in others})
    by = sorted({algorithm for path, algorithm in listing if path in others})
    files = digest_files([others[path] for path in paths], by)
    found = {
        path: {} if file.error else file.digests for path, file in zip(paths, files, strict=True)
    }
    return [found.get(path, {}).get(algorithm, "") for path, algorithm in listing]
