"""Time plain texts from bytes to claims: python benchmarks/plain_text.py FOLDER...

Every file of a folder is read as plain text and asked for all its metadata, in this process; what
is timed is its CPU. The model of the extra `lang` is unpacked for the first text that needs it.
"""

import sys
import time
from pathlib import Path

from metadata import source_of

from audit.extractors import extract_all
from audit.readers import reader_for


def timed(path: Path) -> tuple[int, float, float]:
    """Return the bytes of a file, and seconds of reading it and of its claims."""
    data = path.read_bytes()
    source = source_of(path, len(data))
    reader = reader_for("text/plain")
    assert reader is not None
    start = time.process_time()
    document = reader.read(source, data, "benchmark")
    read = time.process_time()
    extract_all(document)
    return len(data), read - start, time.process_time() - read


def said(name: str, times: list[tuple[int, float, float]]) -> str:
    """Return how many megabytes a second of CPU the texts called *name* give."""
    sizes, reading, claiming = zip(*times, strict=True)
    size, read, claimed = sum(sizes) / 1e6, sum(reading), sum(claiming)
    return (
        f"{name}: {len(times)} texts, {size:.1f} MB, {size / (read + claimed):.2f} MB/s "
        f"(read {size / read:.0f}, claims {size / claimed:.2f})"
    )


def main(folders: list[str]) -> None:
    """Print the speed of each folder, and that of all their texts."""
    every = list[tuple[int, float, float]]()
    for folder in folders:
        files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        times = list(map(timed, files))
        every += times
        print(said(folder, times))
    if len(folders) > 1:
        print(said("all", every))


if __name__ == "__main__":
    main(sys.argv[1:])
