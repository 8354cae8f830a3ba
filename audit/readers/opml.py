"""OPML: the outline that a program keeps, a line for each of its points, and who owns it."""

from collections.abc import Mapping
from typing import Final, final

from audit.model import Document, Field, Source
from audit.readers import LIMITS, Limits, Reader
from audit.readers.bounds.fields import mail_date
from audit.readers.bounds.transcript import Transcript, transcribed
from audit.readers.bounds.xml import local

_SAID: Final = (("text", "title"), ("_note", "description"))
"""Attributes of a point of which the first that says something is a line."""
_HEAD: Final[Mapping[str, str]] = {
    "title": "title",
    "dateCreated": "created",
    "dateModified": "modified",
    "ownerName": "creator",
    "ownerEmail": "contact",
}


@final
class Opml(Reader):
    """Read an outline: a list of feeds, or of anything that people note in points."""

    id = "opml"
    media_types = ("text/x-opml+xml",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its points; raise ReadError where it is broken or refused."""
        return transcribed((source, data, basis), "text/x-opml+xml", _Outline, limits)


class _Outline(Transcript):
    """The lines of an outline as far as the file is read, and where they stand in it."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Add the lines of a point."""
        self.heard = []
        self.begin = self.places.character(at)
        if local(name) != "outline":
            return
        for names in _SAID:
            key = next((one for one in names if attributes.get(one, "").strip()), "")
            if key:
                self.shown.add(attributes[key], self.places.attribute(key, self.begin))
                self.shown.end_line()

    def end(self, name: str, at: int) -> None:
        """Take what an element of the head says of the whole."""
        property_, value = _HEAD.get(local(name), ""), " ".join("".join(self.heard).split())
        self.heard = []
        if property_ and value:
            said = Field(
                property=property_,
                value=value,
                normalized=mail_date(value) if local(name).startswith("date") else "",
                by="opml",
                place=f"element head/{local(name)}",
            )
            self.state(said, at)
