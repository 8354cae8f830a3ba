"""Count the words of a PDF that are read in the order of its text: TEXT PDF [TEXT PDF]...

Each PDF shows the text before it. A word counts where it stands in the longest order that both
have in common. pdfium's own text and pypdf's are measured beside ours, and pdftotext's if it is
there.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from unicodedata import normalize

import pypdf
import pypdfium2
from metadata import source_of

from audit.readers import reader_for

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def ours(path: Path) -> str:
    """Return the text as it is audited."""
    data = path.read_bytes()
    reader = reader_for("application/pdf")
    assert reader is not None
    return reader.read(source_of(path, len(data)), data, "benchmark").text


def pdfiums(path: Path) -> str:
    """Return the text as pdfium gives it."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def pypdfs(path: Path) -> str:
    """Return the text as pypdf gives it."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def popplers(path: Path) -> str:
    """Return the text as pdftotext gives it."""
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()


def words_of(text: str) -> list[str]:
    """Return the words of *text*, its letters without forms and marks of direction."""
    return _MARKS.sub("", normalize("NFKC", text)).split()


def readings() -> Iterator[tuple[str, Callable[[Path], str]]]:
    """Yield who reads, and how."""
    yield from (("audit", ours), ("pdfium", pdfiums), ("pypdf", pypdfs))
    if shutil.which("pdftotext"):
        yield "pdftotext", popplers


def main(arguments: list[str]) -> None:
    """Print how many words of all texts each reads in order."""
    counts = {name: 0 for name, _ in readings()}
    words = 0
    paths = list(map(Path, arguments))
    for text, pdf in zip(paths[::2], paths[1::2], strict=True):
        wanted = words_of(text.read_text())
        words += len(wanted)
        for name, read in readings():
            matcher = SequenceMatcher(None, wanted, words_of(read(pdf)), autojunk=False)
            counts[name] += sum(block.size for block in matcher.get_matching_blocks())
    for name, count in counts.items():
        print(f"{name}: {count} of {words} words in order")


if __name__ == "__main__":
    main(sys.argv[1:])
