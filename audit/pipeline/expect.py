"""What the manifests of the rules expect of documents; other files that they list are looked at.

A table, a file beside a document and the manifests of a bag are listed as documents are, and are
none, so that no join finds them: they are missed only where their SHA-256 is another.
"""

from collections.abc import Iterator, Mapping, Sequence

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
        kept = list(_of_documents(rows, ground.walk.others))
        for name, values in rows.items():
            columns[name] += [values[number] for number in kept]
    engine.apply(Given(EXPECTED, columns), ONE, EXPECTED)


def _of_documents(rows: Rows, others: Mapping[str, str]) -> Iterator[int]:
    """Yield the numbers of *rows*, but of those of *others* that are not seen to be changed."""
    listed_others = sorted({str(path) for path in rows["path"] if path in others})
    digests = dict(zip(listed_others, _digests(listed_others, others), strict=True))
    for number, path in enumerate(rows["path"]):
        now = digests.get(str(path))
        is_sha256 = rows["algorithm"][number] == "sha256"
        if now is None or (is_sha256 and now != str(rows["digest"][number]).lower()):
            yield number


def _digests(paths: Sequence[str], others: Mapping[str, str]) -> Iterator[str]:
    for found in digest_files([others[path] for path in paths]):
        yield "-" if found.error else found.digests["sha256"]
