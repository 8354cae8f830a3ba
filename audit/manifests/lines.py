"""Lines of manifests: `HEX  NAME`, BSD and OpenSSL tags, BagIt, hashdeep; one parser each."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from audit.manifests.paths import decode_percent, is_plain, normal, refusal, unescape
from audit.manifests.values import Expected, digits

Parser = Callable[[str, int], Sequence[Expected]]
"""Turn one line and its number into what it expects; raise ValueError with the reason."""

_sum: Final = re.compile(r"(\\?)([0-9A-Fa-f]{32,128})[ \t][ *]?(.+)", re.DOTALL)
_tag: Final = re.compile(r"(\\?)([A-Za-z0-9/-]{2,16})( ?)\(", re.DOTALL)
_bag: Final = re.compile(r"([0-9A-Fa-f]{32,128})[ \t]+\*?(.+)", re.DOTALL)
_hex: Final = re.compile(r"[0-9A-Fa-f]{32,128}")
_by_digits: Final = {128: "sha512", 96: "sha384", 64: "sha256", 56: "sha224", 40: "sha1", 32: "md5"}
_names: Final[Mapping[str, str]] = {
    **{name.replace("_", ""): name for name in digits},
    "sha2224": "sha224",
    "sha2256": "sha256",
    "sha2384": "sha384",
    "sha2512": "sha512",
    "blake2b512": "blake2b",
    "blake2s256": "blake2s",
}
_expectation: Final = (
    "this is no line of a manifest (it would be `HEX  NAME` or `SHA256 (NAME) = HEX`)"
)


def algorithm_named(name: str) -> str:
    """Return the algorithm that a manifest calls *name*, or an empty string."""
    return _names.get(re.sub("[-_/]", "", name.lower()), "")


def entry(path: str, algorithm: str, digest: str, line: int, other: str = "") -> Expected:
    """Make one expectation; raise ValueError where the path or the digest cannot be."""
    if len(digest) != digits[algorithm]:
        raise ValueError(f"{algorithm} has {digits[algorithm]} digits, here are {len(digest)}")
    if other != path and other:
        return entry(path, algorithm, digest, line)._replace(other=_safe(other))
    return Expected(path=_safe(path), algorithm=algorithm, digest=digest.lower(), line=line)


def _safe(path: str) -> str:
    if is_plain(path):
        return path
    if reason := refusal(path):
        raise ValueError(f"{reason}: {path!r}")
    return normal(path)


def _name(name: str, escaped: str) -> tuple[str, str]:
    r"""Return the path behind *name* and how else it may be meant (`\\` as Windows writes it)."""
    if escaped:
        return unescape(name), ""
    return name, name.replace("\\", "/")


def sums(*, blake: bool, escapes: bool) -> Parser:
    """Return the parser of `HEX  NAME` and of tag lines; 128 digits are BLAKE2b with *blake*.

    Lines ended by NUL hold no *escapes*.
    """
    by_digits = _by_digits | ({128: "blake2b"} if blake else {})

    def parse(line: str, number: int) -> Sequence[Expected]:
        found = _sum.fullmatch(line)
        if not found:
            return (_tagged(line, number),)
        lead, digest, name = found.groups()
        if len(digest) not in by_digits or (lead and not escapes):
            raise ValueError(f"no algorithm has digests of {len(lead + digest)} digits")
        path, other = _name(name, lead)
        return (entry(path, by_digits[len(digest)], digest, number, other),)

    return parse


def _tagged(line: str, number: int) -> Expected:
    head = _tag.match(line)
    # A name may hold `) = `, a digest cannot: the last one ends the name.
    name, middle, digest = line.rpartition(") = " if head and head[3] else ")= ")
    if not head or not middle or not _hex.fullmatch(digest):
        raise ValueError(_expectation)
    algorithm = algorithm_named(head[2])
    if not algorithm:
        raise ValueError(f"the algorithm {head[2]!r} is not known")
    path, other = _name(name[head.end() :], head[1])
    return entry(path, algorithm, digest, number, other)


def bag(algorithm: str, encoded: bool) -> Parser:
    """Return the parser of `HEX  PATH` in BagIt; *encoded* since version 1.0.

    Tools encode more, less or not at all: the other reading of a path is kept beside the right one.
    """

    def parse(line: str, number: int) -> Sequence[Expected]:
        found = _bag.fullmatch(line)
        if not found:
            raise ValueError("this is no line of a BagIt manifest (it would be `HEX  PATH`)")
        digest, name = found.groups()
        decoded = decode_percent(name)
        path, other = (decoded, name) if encoded else (name, decoded)
        return (entry(path, algorithm, digest, number, other),)

    return parse


def hashdeep(header: Sequence[str]) -> Parser:
    """Return the parser of rows under the `%%%%` lines of *header*; raise ValueError."""
    columns = _columns(header)
    known = [(at, algorithm_named(name)) for at, name in enumerate(columns[1:-1], 1)]
    usable = [(at, name) for at, name in known if name]
    if columns[:1] != ["size"] or columns[-1:] != ["filename"] or not usable:
        raise ValueError(
            "the line `%%%% size,ALGORITHM,...,filename` is missing or names no digest"
        )
    prefixes = [line.removeprefix("## Invoked from: ") for line in header]
    prefix = next((f"{p}/" for p, line in zip(prefixes, header, strict=True) if p != line), "")

    def parse(line: str, number: int) -> Sequence[Expected]:
        cells = line.split(",", len(columns) - 1)
        if len(cells) < len(columns) or not (cells[0].isascii() and cells[0].isdigit()):
            raise ValueError("this is no hashdeep row (a line feed in a name breaks this format)")
        path, size = cells[-1].removeprefix(prefix), int(cells[0][:20])
        return [entry(path, name, cells[at], number)._replace(size=size) for at, name in usable]

    return parse


def _columns(header: Sequence[str]) -> list[str]:
    rows = [line[5:] for line in header if line.startswith("%%%% ")]
    return rows[1].split(",") if len(rows) > 1 else []
