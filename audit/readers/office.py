"""Word and OpenDocument texts: paragraphs as they are read, what the file says of itself."""

import io
import re
from collections.abc import Mapping
from typing import Final, NamedTuple, final

from audit.errors import ReadError
from audit.model import Document, Field, Source
from audit.readers import LIMITS, Budget, Limits, Reader, check_text
from audit.readers.bounds.fields import fields_of
from audit.readers.bounds.story import Story
from audit.readers.bounds.xml import Handler, local, parse
from audit.readers.bounds.zips import Zip

_word_extra: Final = re.compile(r"word/(?:footnotes|endnotes)\.xml")
_word_furniture: Final = re.compile(r"word/(?:header|footer)\d{0,4}\.xml")
_external: Final = re.compile(
    rb"<Relationship\b[^>]{0,2000}?/(attachedTemplate|oleObject|frame|subDocument)\""
    rb"[^>]{0,2000}?TargetMode=\"External\""
)
_core: Final[Mapping[str, str]] = {"category": "section"}
_app: Final[Mapping[str, str]] = {"Company": "publisher", "Application": "generator"}
_meta: Final[Mapping[str, str]] = {
    "initial-creator": "creator",
    "creation-date": "created",
    "date": "modified",
    "creator": "",
    "generator": "generator",
}
_space: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_white: Final[Mapping[str, str]] = {"tab": "\t", "line-break": "\n"}
_most_spaces: Final = 200
_unseen: Final = frozenset(("annotation", "tracked-changes", "binary-data", "sequence-decls"))


class _Said(NamedTuple):
    """What a file says of itself, and what must be said of it."""

    media_type: str
    fields: tuple[Field, ...]
    remarks: tuple[str, ...]


@final
class Word(Reader):
    """Read DOCX: body, notes, and as furniture headers and footers; deleted text is left out."""

    id = "docx"
    media_types = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        archive = Zip(io.BytesIO(data), Budget(limits))
        names = sorted(archive.names)
        main = archive.get("word/document.xml")
        if not main:
            raise ReadError("no word/document.xml in it")
        story = Story()
        _word(main, story, limits)
        for name in filter(_word_extra.fullmatch, names):
            _word(archive.get(name), story, limits)
        start = story.length
        for name in filter(_word_furniture.fullmatch, names):
            _word(archive.get(name), story, limits)
        story.mark(start)
        fields = (
            *fields_of(
                archive.get("docProps/core.xml"), "docx", "docProps/core.xml", _core, limits
            ),
            *fields_of(
                archive.get("docProps/app.xml"), "docx-app", "docProps/app.xml", _app, limits
            ),
        )
        check_text(story.text, limits)
        said = _Said(self.media_types[0], fields, _active(archive))
        return _document(source, basis, story, said)


@final
class OpenDocument(Reader):
    """Read ODT: the body as it stands, without comments and what was deleted."""

    id = "odt"
    media_types = ("application/vnd.oasis.opendocument.text",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        archive = Zip(io.BytesIO(data), Budget(limits))
        content = archive.get("content.xml")
        if not content:
            raise ReadError("no content.xml in it")
        story = Story()
        _open_document(content, story, limits)
        fields = fields_of(archive.get("meta.xml"), "odt", "meta.xml", _meta, limits)
        check_text(story.text, limits)
        remarks = _macros([name for name in archive.names if name.startswith("Basic/")])
        return _document(source, basis, story, _Said(self.media_types[0], fields, remarks))


def _document(source: Source, basis: str, story: Story, said: _Said) -> Document:
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
    )


def _word(data: bytes, story: Story, limits: Limits) -> None:
    """Add the paragraphs of a part of a Word file."""
    inside = False

    def start(name: str, _attributes: Mapping[str, str], _at: int) -> None:
        nonlocal inside
        element = local(name)
        inside = element == "t"
        if element == "tab":
            story.add("\t" if not story.ends_line else "")
        elif element in {"br", "cr"}:
            story.add("\n")

    def end(name: str, _at: int) -> None:
        nonlocal inside
        inside = False
        if local(name) in {"p", "tr"}:
            story.end_line()

    parse(data, Handler(start, end, lambda text, _at: story.add(text if inside else "")), limits)
    story.end_line()


def _open_document(data: bytes, story: Story, limits: Limits) -> None:
    """Add the paragraphs and headings of an OpenDocument text."""
    open_: list[str] = []

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        element = local(name)
        open_.append(element)
        story.add(_white.get(element, ""))
        if element == "s":
            story.add(" " * _count(attributes.get(f"{_space}}}c", "1")))

    def end(name: str, _at: int) -> None:
        open_.pop()
        if local(name) in {"p", "h"}:
            story.end_line()

    def text(characters: str, _at: int) -> None:
        if not _unseen.isdisjoint(open_) or ("p" not in open_ and "h" not in open_):
            return
        story.add(characters)

    parse(data, Handler(start, end, text), limits)
    story.end_line()


def _count(stated: str) -> int:
    """Return how many spaces a file asks for, within reason."""
    few = stated.isascii() and stated.isdecimal() and len(stated) < len("1000000")
    return min(int(stated), _most_spaces) if few else 1


def _active(archive: Zip) -> tuple[str, ...]:
    """Return what must be said of parts that could act; nothing is ever run."""
    found = list(_macros([name for name in archive.names if name.endswith("vbaProject.bin")]))
    outside = {
        name: _external.search(archive.get(name))
        for name in archive.names
        if name.endswith(".rels")
    }
    found += [
        f"active content: {match[1].decode()} from outside ({name[:100]}); not loaded"
        for name, match in outside.items()
        if match
    ]
    return tuple(found)


def _macros(names: list[str]) -> tuple[str, ...]:
    return (f"active content: macros ({names[0][:100]}); never run",) if names else ()
