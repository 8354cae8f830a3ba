"""Web archives in a package: WACZ; its digests are checked, its WARC files are records."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final, final

from audit.errors import ReadError
from audit.model import Field
from audit.readers import About, Budget, Container, Record, Remark
from audit.readers.bounds import SpentError
from audit.readers.bounds.names import duplicates, member_name, shown
from audit.readers.bounds.zips import Zip

_PACKAGE: Final = "datapackage.json"
_DIGESTS: Final = "datapackage-digest.json"
_OWN_LISTS: Final = {_PACKAGE, _DIGESTS}
"""What no list lists."""
_properties: Final = {
    "title": "title",
    "created": "created",
    "modified": "modified",
    "software": "generator",
    "mainPageUrl": "url",
    "mainPageURL": "url",
}
"""What the package says of itself (WACZ 1.1.1, 5.2.3); older ones write the last name."""
_algorithms: Final = frozenset(("md5", "sha1", "sha256", "sha384", "sha512"))


@final
class Wacz(Container):
    """Take a WACZ file apart: its digests are checked, its WARC files are records."""

    id = "wacz"
    media_types = ("application/wacz", "application/x-wacz")

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark | About]:
        """Yield what differs from datapackage.json, and the web archives in it."""
        archive = Zip(file, budget)
        yield from archive.remarks()
        listed, remark = _listed(archive)
        yield from [remark] if remark else [About(fields=tuple(_fields(archive.get(_PACKAGE))))]
        present: Counter[str] = Counter()
        for info in archive.members():
            present[info.filename] += 1
            try:
                yield from _part(archive.name(info), archive.read(info), listed)
            except SpentError:
                raise
            except ReadError as error:
                yield Remark(message=f"member {shown(info.orig_filename)}: {error}")
        for name in sorted(listed.keys() - present):
            yield Remark(message=f"{shown(name)} is in datapackage.json but not here")
        for message in duplicates(present):
            yield Remark(message=message, incomplete=False)


def _fields(data: bytes) -> Iterator[Field]:
    said = json.loads(data)
    for name, property_ in _properties.items():
        value = said.get(name)
        if isinstance(value, str) and value.strip():
            yield Field(
                property=property_,
                value=" ".join(value.split())[:2_000],
                by="wacz",
                place=f"{_PACKAGE} {name}",
                confidence=0.9,
            )


def _part(name: str, data: bytes, listed: Mapping[str, str]) -> Iterator[Record | Remark]:
    """Yield what is wrong with a member, and the member itself where it holds captures."""
    is_archive = name.startswith("archive/") and ".warc" in name
    if listed and name not in _OWN_LISTS | listed.keys():
        message = f"{shown(name)} is here but not in {_PACKAGE}: it is not checked"
        yield Remark(message=message, incomplete=is_archive)
    elif stated := _digest(listed.get(name, "")):
        algorithm, digest = stated
        found = hashlib.new(algorithm, data, usedforsecurity=False).hexdigest()
        if found != digest:
            said = _DIGESTS if name == _PACKAGE else _PACKAGE
            yield Remark(message=f"{shown(name)} is not what {said} says: {found}, not {digest}")
    elif name not in _OWN_LISTS and listed:
        message = f"{_PACKAGE} states no digest of {shown(name)} that is known: it is not checked"
        yield Remark(message=message, incomplete=is_archive)
    if is_archive:
        yield Record(name=name, data=data)


def _digest(stated: str) -> tuple[str, str] | None:
    """Return algorithm and digest of `sha256:0a1b`, or None where it cannot be checked."""
    algorithm, _, digest = stated.strip().lower().partition(":")
    return (algorithm, digest[:128]) if algorithm in _algorithms and digest else None


def _listed(archive: Zip) -> tuple[dict[str, str], Remark | None]:
    """Return the digests of datapackage.json by path, and what is wrong with it."""
    data = archive.get(_PACKAGE)
    if not data:
        return {}, Remark(message="no datapackage.json in it: digests are not checked")
    try:
        resources = json.loads(data)["resources"]
        listed = {member_name(each["path"]): str(each.get("hash", "")) for each in resources}
        digest = json.loads(archive.get(_DIGESTS) or "{}")
        if digest.get("path", _PACKAGE) == _PACKAGE:
            listed.setdefault(_PACKAGE, str(digest.get("hash", "")))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, ReadError):
        return {}, Remark(message="datapackage.json cannot be understood: digests are not checked")
    return listed, None
