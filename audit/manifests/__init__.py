"""Manifests: lists of digests, read in every common format, and exact verdicts on every file.

Nothing here hashes: whoever verifies or writes passes the functions that read files, so that the
rules of manifests stay apart from the speed of digests.
"""

from audit.manifests.reading import read_manifest
from audit.manifests.rows import expected_rows
from audit.manifests.states import Evidence, classify
from audit.manifests.telling import concise, exit_code, full, json_lines
from audit.manifests.values import (
    Expected,
    Format,
    Listed,
    Manifest,
    State,
    Tree,
    Verdict,
    Verification,
    digits,
)
from audit.manifests.verifying import Package, open_package, verify
from audit.manifests.writing import (
    Style,
    Written,
    bag_manifest,
    make_manifest,
    manifest_text,
    refuse_existing,
    store,
)

__all__ = [
    "Evidence",
    "Expected",
    "Format",
    "Listed",
    "Manifest",
    "Package",
    "State",
    "Style",
    "Tree",
    "Verdict",
    "Verification",
    "Written",
    "bag_manifest",
    "classify",
    "concise",
    "digits",
    "exit_code",
    "expected_rows",
    "full",
    "json_lines",
    "make_manifest",
    "manifest_text",
    "open_package",
    "read_manifest",
    "refuse_existing",
    "store",
    "verify",
]
