"""Walk a folder for a manifest: every regular file, no link followed, nothing left out unsaid."""

import os
from collections.abc import Callable

from audit.manifests.values import Tree

own_folder = ".audit"
"""The folder of the catalogue; it changes with every run and no manifest lists it."""


def walk(root: str, left_out: Callable[[str], bool]) -> Tree:
    """Return what lies under *root*.

    Files for which *left_out* is true, and folders called `.audit`, are left out and named.
    """
    files: list[str] = []
    skipped: dict[str, str] = {}
    closed: dict[str, str] = {}
    out: list[str] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        for entry in _entries(root, folder, closed):
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_symlink():
                skipped[path] = "it is a link, and links are not followed"
            elif entry.is_dir(follow_symlinks=False):
                (out if entry.name == own_folder else folders).append(path)
            elif entry.is_file(follow_symlinks=False):
                (out if left_out(path) else files).append(path)
            else:
                skipped[path] = "it is neither a file nor a folder"
    return Tree(
        files=sorted(files),
        skipped=dict(sorted(skipped.items())),
        closed=dict(sorted(closed.items())),
        left_out=sorted(out),
    )


def _entries(root: str, folder: str, closed: dict[str, str]) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(f"{root}/{folder}") as entries:
            return list(entries)
    except (OSError, ValueError) as error:
        closed[folder or "."] = f"the folder cannot be read: {getattr(error, 'strerror', error)}"
        return []
