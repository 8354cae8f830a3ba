"""Compare titles of Markdown with their headings: python benchmarks/markdown_titles.py FOLDER...

The reference is a parser of CommonMark, markdown-it-py: the words of the first heading of level one
that begins in the first 300 lines. Files without one, and copies, are left out.
"""

import hashlib
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from metadata import source_of

from audit.extractors import extract_all
from audit.model import Document
from audit.readers import reader_for

LINES = 300
SHOWN = 20


def files(folders: list[str]) -> Iterator[Path]:
    """Yield every Markdown file once, by contents."""
    seen = set()
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.md")):
        digest = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else None
        if digest and digest not in seen:
            seen.add(digest)
            yield path


def heading(text: str) -> str:
    """Return the words of the first heading of level one, nothing where there is none."""
    tokens = MarkdownIt().parse(text)
    for token, inside in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1" and token.map[0] < LINES:
            return " ".join("".join(map(words, inside.children or ())).split())
    return ""


def words(token: Token) -> str:
    """Return the words of an inline token; of a picture none."""
    return token.content if token.type in {"text", "code_inline"} else " "


def document(path: Path) -> Document:
    """Read *path* as Markdown."""
    data = path.read_bytes()
    reader = reader_for("text/markdown")
    assert reader is not None
    return reader.read(source_of(path, len(data)), data, "benchmark")


def bare(title: str) -> str:
    """Return *title* without the signs of Markdown, as it is compared."""
    return " ".join("".join(sign for sign in title if sign not in "`*_[]\\").casefold().split())


def main(folders: list[str]) -> None:
    """Print how many chosen titles are the heading, and the first that are not."""
    found = {"same": 0, "other": 0, "none": 0}
    for path in files(folders):
        item = document(path)
        wanted = bare(heading(item.markup))
        if not wanted:
            continue
        titles = [
            c.normalized for c in extract_all(item).claims if c.property == "title" and c.chosen
        ]
        how = "none" if not titles else "same" if bare(titles[0]) == wanted else "other"
        found[how] += 1
        if how != "same" and found["other"] + found["none"] <= SHOWN:
            print(f"{path}: {wanted!r} against {titles}")
    print(f"{sum(found.values())} files with a heading of level one: {found}")


if __name__ == "__main__":
    main(sys.argv[1:])
