"""Office packages: what they say of themselves, what in them could act, which part is which."""

import posixpath
import re
from collections.abc import Mapping
from typing import Final, NamedTuple, Protocol

from audit.errors import ReadError
from audit.model import Document, Field, Source
from audit.readers.bounds import Limits
from audit.readers.bounds.fields import fields_of
from audit.readers.bounds.story import Story
from audit.readers.bounds.xml import Handler, local, parse

_external: Final = re.compile(
    rb"<Relationship\b[^>]{0,2000}?/(attachedTemplate|oleObject|frame|subDocument|externalLink)\""
    rb"[^>]{0,2000}?TargetMode=\"External\""
)
_APART: Final = "diagrams, formulas, charts and other documents in it, not read"
_drawn: Final = re.compile(r"(?:word|xl|ppt)/(?:diagrams/data|charts/chart)\d{0,6}\.xml")
_embedded: Final = re.compile(r"(?:word|xl|ppt)/embeddings/[^/\n]{1,500}")
_commented: Final = re.compile(
    r"(?:word|xl|ppt)/(?:comments/)?(?:comments?|modernComment)[\d_A-F-]{0,80}\.xml"
)
_core: Final[Mapping[str, str]] = {"category": "section"}
_app: Final[Mapping[str, str]] = {"Company": "publisher", "Application": "generator"}


class Package(Protocol):
    """Parts by their names; what of them was asked for and cannot be read is *lost*."""

    lost: list[str]

    @property
    def names(self) -> list[str]:
        """The names of all parts."""

    def get(self, name: str) -> bytes:
        """Return the bytes of a part; raise ReadError."""

    def spare(self, name: str) -> bytes:
        """Return the bytes of a part that may be missing."""


class Said(NamedTuple):
    """What a package says of itself, and what must be said of it."""

    media_type: str
    fields: tuple[Field, ...]
    remarks: tuple[str, ...]
    lost: tuple[str, ...] = ()


def main_of(archive: Package, usual: str, limits: Limits) -> str:
    """Return the name of the main part: the *usual* one, or the one that the package names."""
    if archive.get(usual):
        return usual
    kinds = parts_of(archive, "", limits).values()
    return next((part for kind, part in kinds if kind == "officeDocument"), usual)


def said_of(archive: Package, kind: str, media_type: str, limits: Limits) -> Said:
    """Return what a package of Office says; *kind* names its fields: `docx`."""
    core, app, added = (f"docProps/{name}.xml" for name in ("core", "app", "custom"))
    fields = (
        *fields_of(archive.spare(core), kind, core, _core, limits),
        *fields_of(archive.spare(app), f"{kind}-app", app, _app, limits),
        *fields_of(archive.spare(added), f"{kind}-custom", added, {}, limits),
    )
    said = b"".join(archive.spare(name) for name in archive.names if _commented.fullmatch(name))
    drawn = sum(1 for name in archive.names if _drawn.fullmatch(name))
    apart = (f"{_APART}: {drawn:,}",) if drawn else ()
    remarks = (*_active(archive), *left_out(said, comments=b"comment|cm"), *apart)
    return Said(media_type, fields, remarks, tuple(archive.lost))


def document_of(source: Source, basis: str, story: Story, said: Said) -> Document:
    """Return the document that *story* tells."""
    return Document(
        source=source,
        media_type=said.media_type,
        basis=basis,
        encoding="utf-8",
        encoding_confidence=1.0,
        text=story.text,
        furniture=tuple(story.furniture),
        fields=said.fields,
        remarks=said.remarks,
        lost=said.lost,
    )


def macros(names: list[str]) -> tuple[str, ...]:
    """Return what must be said of the members *names*, which are macros."""
    return (f"active content: macros ({names[0][:100]}); never run",) if names else ()


def left_out(
    data: bytes, comments: bytes = b"", changes: bytes = b"", others: bytes = b""
) -> tuple[str, ...]:
    """Return what must be said of elements in *data* that no reader of the text itself sees.

    *comments*, *changes* and *others*, documents in this one, are their names, with `|` between
    them; empty: none are looked for.
    """
    said = (
        ("comments, not read", comments),
        ("tracked changes, read as accepted", changes),
        (_APART, others),
    )
    counts = [(what, _count(data, names)) for what, names in said if names]
    return tuple(f"{what}: {count:,}" for what, count in counts if count)


def typed(data: bytes) -> tuple[str, ...]:
    """Return what must be said of comments and changes as Word 2003 writes them in *data*."""
    comments = data.count(b'w:type="Word.Comment"')
    changes = sum(data.count(b'w:type="Word.%s"' % kind) for kind in (b"Insertion", b"Deletion"))
    said = (("comments, not read", comments), ("tracked changes, read as accepted", changes))
    return tuple(f"{what}: {count:,}" for what, count in said if count)


def embedded(data: bytes, names: bytes) -> tuple[str, ...]:
    """Return what must be said of elements *names* in *data*, objects of other programs."""
    return objects(_count(data, names))


def objects(count: int) -> tuple[str, ...]:
    """Return what must be said of so many objects of other programs."""
    return (f"active content: embedded objects, {count:,}; never opened",) if count else ()


def unseen(hidden: int) -> tuple[str, ...]:
    """Return what must be said of so many characters that a text holds and does not show."""
    return (f"hidden characters, left out: {hidden:,}",) if hidden else ()


def _count(data: bytes, names: bytes) -> int:
    tag = re.compile(rb"<(?:\w{1,20}:)?(?:" + names + rb")[\s/>]")
    return sum(1 for _ in tag.finditer(data))


def parts_of(archive: Package, part: str, limits: Limits) -> dict[str, tuple[str, str]]:
    """Return kind and name of every part that *part* is related to, by the id it has there."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: Mapping[str, str], _at: int) -> None:
        target = attributes.get("Target", "")
        if local(element) == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[attributes.get("Id", "")] = kind, place

    data = archive.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if data:
        parse(data, Handler(start, lambda _name, _at: None, lambda _text, _at: None), limits)
    return found


def check_count(count: int, what: str, limits: Limits) -> None:
    """Raise ReadError where there are more *what* than a document may have pages."""
    if count > limits.pages:
        raise ReadError(f"{count:,} {what}, over the limit of {limits.pages:,} (limits: pages)")


def _active(archive: Package) -> tuple[str, ...]:
    """Return what must be said of parts that could act; nothing is ever run."""
    found = list(macros([name for name in archive.names if name.endswith("vbaProject.bin")]))
    outside = {
        name: _external.search(archive.spare(name))
        for name in archive.names
        if name.endswith(".rels")
    }
    found += objects(sum(1 for name in archive.names if _embedded.fullmatch(name)))
    found += [
        f"active content: {match[1].decode()} from outside ({name[:100]}); not loaded"
        for name, match in outside.items()
        if match
    ]
    return tuple(found)
