import pytest

from audit.model import Source


def source(path: str = "page") -> Source:
    return Source(uri=path, path=path, location=path, size=0, modified=0, inode=0)


@pytest.fixture(name="source")
def _source():
    return source()
