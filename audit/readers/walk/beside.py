"""Which file stands beside a document and declares its metadata."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from audit.errors import UsageError

_names = re.compile(r"\{(\w*)\}")
_XMP: Final = ".xmp"
_PACKETS: Final = ("{dir}/{name}.xmp", "{dir}/{stem}.xmp", "{dir}/{name}.XMP", "{dir}/{stem}.XMP")
"""How programs for pictures call the XMP that they write beside a file."""


class Beside:
    """A pattern such as `{dir}/{stem}.meta.yml`, and its twins: `.yaml`, and `.json` besides."""

    def __init__(self, pattern: str) -> None:
        unknown = set(_names.findall(pattern)) - {"dir", "stem", "name"}
        if unknown:
            raise UsageError(f"metadata {pattern!r} may name {{dir}}, {{stem}} and {{name}} only")
        head, dot, suffix = pattern.rpartition(".")
        twins = {"yml": ("yaml", "json"), "yaml": ("yml", "json")}
        also = [f"{head}{dot}{twin}" for twin in twins.get(suffix, ())]
        self._patterns = [one for one in [pattern, *also] if one]
        self._packets = _PACKETS if pattern else ()
        self._sidecar = re.compile("|".join(map(_expression, self._patterns)) or "(?!)", re.DOTALL)

    def is_sidecar(self, path: str) -> bool:
        """Tell whether *path* looks like the sidecar of some document."""
        return self._sidecar.fullmatch(path) is not None

    def names(self, path: str) -> list[str]:
        """Return where the sidecar of the document *path* may stand, likeliest first."""
        return self._placed(path, [*self._patterns, *self._packets])

    def among(self, locations: Mapping[str, str]) -> dict[str, str]:
        """Return which files of *locations* are sidecars, XMP of another file among them."""
        packets = self._packets_of(locations)
        return {
            path: at for path, at in locations.items() if path in packets or self.is_sidecar(path)
        }

    def _packets_of(self, paths: Iterable[str]) -> set[str]:
        """Return which of *paths* are XMP of another of them: one that stands alone is none."""
        known = set(paths)
        found = {path for path in known if path.lower().endswith(_XMP)}
        others = (path for path in (known - found if found else ()) if not self.is_sidecar(path))
        return {name for path in others for name in self._placed(path, self._packets)} & found

    def _placed(self, path: str, patterns: Sequence[str]) -> list[str]:
        folder, name = posixpath.split(path)
        values = {"dir": folder or ".", "stem": posixpath.splitext(name)[0], "name": name}
        return [
            posixpath.normpath(_names.sub(lambda found: values[found[1]], pattern))
            for pattern in patterns
        ]

    def misnamed(self, path: str) -> list[str]:
        """Return where people put the sidecar of *path* who keep the extension in its name."""
        meant = [pattern.replace("{stem}", "{name}") for pattern in self._patterns]
        return self._placed(path, [name for name in meant if name not in self._patterns])

    def alike(self, path: str) -> list[str]:
        """Return the names that people give to the sidecar of *path* who know no other."""
        stem = posixpath.splitext(path)[0]
        ends = ("yml", "yaml", "json")
        return [*(f"{path}.{end}" for end in ends), f"{stem}.yml", f"{stem}.yaml"]

    def of(self, path: str, locations: Mapping[str, str]) -> tuple[str, str]:
        """Return the path and the location of the sidecar of *path*, or two empty strings."""
        names = self.names(path) if locations else ()  # most folders have none
        found = next((name for name in names if name in locations), "")
        return found, locations.get(found, "")


def _expression(pattern: str) -> str:
    """Return the regular expression of every path that *pattern* can make."""
    parts = []
    for part in pattern.removeprefix("./").split("/"):
        if part == "{dir}":
            parts.append("(?:[^/]+/)*")
        else:
            pieces = re.split(r"\{(?:dir|stem|name)\}", part)
            parts.append("[^/]+".join(map(re.escape, pieces)) + "/")
    return "".join(parts).removesuffix("/")
