import pytest

from audit.model import Document, Source


@pytest.fixture
def document():
    """Make a document of a text, a page or a Markdown file."""

    def make(text="", *, markup="", **changes):
        path = changes.pop("path", "a")
        source = Source(uri=path, path=path, location="", size=0, modified=0, inode=0)
        return Document(
            source=source,
            media_type=changes.pop("media_type", "text/html" if markup else "text/plain"),
            basis="test",
            encoding="utf-8",
            encoding_confidence=1.0,
            text=text,
            markup=markup,
            **changes,
        )

    return make
