import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence

import pytest

from audit.extractors import extract_all
from audit.model import Claim, Source
from audit.readers import Limits, identify
from audit.readers.guard import Item, Job, read_job

Unfolded = dict[str, Item]


def source(path: str = "page") -> Source:
    return Source(uri=path, path=path, location=path, size=0, modified=0, inode=0)


@pytest.fixture(name="source")
def _source():
    return source()


@pytest.fixture
def zipped() -> Callable[..., bytes]:
    """Return a function that packs (name, content) pairs."""

    def pack(*members: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, content in members:
                archive.writestr(name, content)
        return out.getvalue()

    return pack


@pytest.fixture
def unfold() -> Callable[..., Unfolded]:
    """Return a function that reads a file as the audit does, and gives its items by path."""

    def read(name: str, data: bytes, limits: Limits | None = None) -> Unfolded:
        job = Job(
            source=source(name),
            sha256=hashlib.sha256(data).hexdigest(),
            format=identify(name, data),
            data=data,
            limits=limits or Limits(),
        )
        items = list(read_job(job))
        found = {item.source.path: item for item in items}
        assert len(found) == len(items)
        return found

    return read


@pytest.fixture
def claims() -> Callable[[Item], dict[str, Claim]]:
    """Return a function that gives the chosen claims of an item by property."""

    def chosen(item: Item) -> dict[str, Claim]:
        assert item.document is not None, item.problems
        evidence = extract_all(item.document)
        assert evidence.problems == ()
        return {claim.property: claim for claim in evidence.claims if claim.chosen}

    return chosen


@pytest.fixture
def said() -> Callable[[Item], Sequence[str]]:
    """Return a function that gives the messages of an item's problems."""
    return lambda item: [remark.message for remark in item.problems]
