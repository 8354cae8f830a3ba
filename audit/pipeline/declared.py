"""Declared boilerplate: texts that the rules say are known to repeat, as runs and lines."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from audit.compare import Method
from audit.errors import ReadError, SettingsError
from audit.fingerprints.shingles import shingles
from audit.fingerprints.textlines import lines_of_each
from audit.fingerprints.tokens import tokenize
from audit.pipeline.ground import Ground
from audit.readers import load
from audit.readers.decode import decode


def declared(ground: Ground, method: Method) -> Mapping[str, Sequence[Any]]:
    """Return the columns of `declared` for the texts that the rules name.

    Raise SettingsError where a pattern names no file, or a file cannot be read.
    """
    runs: list[int] = []
    lines: list[int] = []
    scanned = ground.rules.documents.profile == "ocr"
    texts = [_text(path) for path in _files(ground)]
    words = tokenize(texts, scanned=scanned)
    for tokens, found in zip(words, lines_of_each(texts, words), strict=True):
        runs += shingles(tokens.hashes, method.index_run).view(np.int64).tolist()
        lines += found.digests.view(np.int64).tolist()
    keys = sorted({(key, False) for key in runs} | {(key, True) for key in lines})
    return {"key": [key for key, _ in keys], "whole_line": [whole for _, whole in keys]}


def _files(ground: Ground) -> Iterator[Path]:
    for pattern in ground.rules.boilerplate:
        found = sorted(path for path in Path(ground.texts).glob(pattern) if path.is_file())
        if not found:
            raise SettingsError(f"boilerplate: no file fits {pattern!r} below {ground.base}")
        yield from found


def _text(path: Path) -> str:
    try:
        loaded = load(str(path))
    except ReadError as error:
        raise SettingsError(f"boilerplate: {path}: {error}") from None
    return decode(loaded.data or b"").text
