"""What the manifests of the rules expect of documents; other files that they list are looked at.

A table, a file beside a document and the manifests of a bag are listed as documents are, and are
none, so that no join finds them: they are missed only where their digest is another.
"""

from collections.abc import Iterator, Mapping

from audit.engines import Engine
from audit.fingerprints.digests import digest_files
from audit.pipeline.given import ONE, Given
from audit.pipeline.ground import Ground
from audit.pipeline.listed import Rows, listed
from audit.tables import EXPECTED


def expect(engine: Engine, ground: Ground) -> None:
    """Fill `expected` with what the manifests of the rules say.

    The digest is empty of files that are no documents, and are as they are listed.
    """
    columns: dict[str, list[object]] = {name: [] for name in EXPECTED.columns}
    for rows in listed(ground):
        digests = list(_sought(rows, ground.walk.others))
        for name, values in rows.items():
            columns[name] += digests if name == "digest" else values
    engine.apply(Given(EXPECTED, columns), ONE, EXPECTED)


def _sought(rows: Rows, others: Mapping[str, str]) -> Iterator[str]:
    """Yield the digests of *rows*, empty for those of *others* that are seen to have them."""
    listing = [
        (str(path), str(algorithm), str(digest))
        for path, algorithm, digest in zip(
            rows["path"], rows["algorithm"], rows["digest"], strict=True
        )
    ]
    paths = sorted({path for path, _, _ in listing if path in others})
    by = sorted({algorithm for path, algorithm, _ in listing if path in others})
    files = digest_files([others[path] for path in paths], by)
    found = {
        path: {} if file.error else file.digests for path, file in zip(paths, files, strict=True)
    }
    for path, algorithm, digest in listing:
        is_seen = found.get(path, {}).get(algorithm) == digest.lower()
        yield "" if is_seen else digest
