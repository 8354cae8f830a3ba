"""OPML: the outline that a program keeps, a line for each of its points, and who owns it."""

from collections.abc import Mapping
from typing import Final, final

from audit.model import Chunk, Document, Field, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.bounds.fields import mail_date
from audit.readers.bounds.story import Marked
from audit.readers.bounds.xml import Handler, Places, declared_encoding, local, parse
from audit.readers.decode import decode

_SAID: Final = (("text", "title"), ("_note", "description"))
"""Attributes of a point of which the first that says something is a line."""
_HEAD: Final[Mapping[str, str]] = {
    "title": "title",
    "dateCreated": "created",
    "dateModified": "modified",
    "ownerName": "creator",
    "ownerEmail": "contact",
}
_longest: Final = 2_000


@final
class Opml(Reader):
    """Read an outline: a list of feeds, or of anything that people note in points."""

    id = "opml"
    media_types = ("text/x-opml+xml",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its points; raise ReadError where it is broken or refused."""
        decoded = decode(data, declared_encoding(data))
        outline = _Outline(decoded.text)
        handler = Handler(outline.start, outline.end, outline.hear)
        skipped = parse(outline.places.bytes, handler, limits, "utf-8")
        text = "".join(outline.shown.pieces)
        check_text(text, limits)
        left = f"entities that the file does not explain, left out: {skipped}"
        return Document(
            source=source,
            media_type="text/x-opml+xml",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
            markup=decoded.text,
            chunks=tuple(outline.shown.chunks) or (Chunk(start=0, source=0),),
            fields=tuple(outline.fields),
            remarks=(*decoded.remarks, *((left,) if skipped else ())),
        )


class _Outline:
    """The lines of an outline as far as the file is read, and where they stand in it."""

    def __init__(self, markup: str) -> None:
        self.places = Places(markup)
        self.shown = Marked()
        self.fields: list[Field] = []
        self._heard: list[str] = []
        self._begin = 0

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Add the lines of a point."""
        self._heard = []
        self._begin = self.places.character(at)
        if local(name) != "outline":
            return
        for names in _SAID:
            key = next((one for one in names if attributes.get(one, "").strip()), "")
            if key:
                self.shown.add(attributes[key], self.places.attribute(key, self._begin))
                self.shown.end_line()

    def hear(self, text: str, _at: int) -> None:
        """Keep the characters of an element of the head."""
        self._heard.append(text)

    def end(self, name: str, at: int) -> None:
        """Take what an element of the head says of the whole."""
        property_, value = _HEAD.get(local(name), ""), " ".join("".join(self._heard).split())
        self._heard = []
        if property_ and value:
            self.fields.append(
                Field(
                    property=property_,
                    value=value[:_longest],
                    normalized=mail_date(value) if local(name).startswith("date") else "",
                    by="opml",
                    place=f"element head/{local(name)}",
                    part="markup",
                    start=self._begin,
                    end=self.places.character(at),
                )
            )
