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
    """Fill `expected` with what the manifests of the rules say."""
    columns: dict[str, list[object]] = {name: [] for name in EXPECTED.columns}
    for rows in listed(ground):
        kept = list(_of_documents(rows, ground.walk.others))
        for name, values in rows.items():
            columns[name] += [values[number] for number in kept]
    engine.apply(Given(EXPECTED, columns), ONE, EXPECTED)


def _of_documents(rows: Rows, others: Mapping[str, str]) -> Iterator[int]:
    """Yield the numbers of *rows*, but of those of *others* that are not seen to be changed."""
    places = [str(path) for path in rows["path"]]
    names = [str(name) for name in rows["algorithm"]]
    listed_others = sorted(set(places) & others.keys())
    by = sorted({name for place, name in zip(places, names, strict=True) if place in others})
    files = digest_files([others[place] for place in listed_others], by)
    found = {
        place: {} if file.error else file.digests
        for place, file in zip(listed_others, files, strict=True)
    }
    for number, place in enumerate(places):
        expected = str(rows["digest"][number]).lower()
        if place not in found or found[place].get(names[number]) != expected:
            yield number
