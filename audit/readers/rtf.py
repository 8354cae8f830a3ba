"""Rich Text Format: the text as it is read, then notes; headers and footers are furniture."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final, final

from audit.model import Document, Field, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.bounds.fields import custom, field
from audit.readers.bounds.rtf import Piece, Rtf
from audit.readers.bounds.story import Story

_info: Final[Mapping[str, str]] = {
    "title": "title",
    "author": "creator",
    "company": "publisher",
    "category": "section",
}
_dates: Final[Mapping[str, str]] = {"creatim": "created", "revtim": "modified"}
_date: Final = re.compile(
    r"\\yr(\d{4})\\mo(\d\d?)\\dy(\d\d?)(?:\\hr(\d\d?)\\min(\d\d?))?(?:\\sec(\d\d?))?"
)
_furniture: Final = ("/header", "/footer")
_NOTES: Final = "/footnote"
_GENERATOR: Final = "/generator"
_NAME, _VALUE = "propname", "staticval"


@final
class RichText(Reader):
    """Read RTF; what was deleted or is hidden is left out, and so are comments."""

    id = "rtf"
    media_types = ("application/rtf",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        rtf = Rtf(data, limits)
        rtf.run()
        story = _story(rtf)
        check_text(story.text, limits)
        return Document(
            source=source,
            media_type=self.media_types[0],
            basis=basis,
            encoding="",
            encoding_confidence=1.0,
            text=story.text,
            furniture=tuple(story.furniture),
            fields=tuple(_fields(rtf)),
            remarks=tuple(_remarks(rtf)),
            lost=tuple(_lost(rtf)),
        )


def _story(rtf: Rtf) -> Story:
    """Return what a reader of the page sees: the text, the notes below it, what recurs on pages."""
    story = Story()
    for piece in rtf.pieces:
        if not piece.place:
            story.add(piece.text)
    story.end_line()
    _add(story, [piece for piece in rtf.pieces if piece.place == _NOTES])
    start = story.length
    _add(story, [piece for piece in rtf.pieces if _is_furniture(piece.place)])
    story.mark(start)
    return story


def _is_furniture(place: str) -> bool:
    return place.startswith(_furniture) and place.count("/") == 1


def _add(story: Story, pieces: list[Piece]) -> None:
    """Add what stands beside the text, a line each."""
    for piece in pieces:
        story.add(piece.text)
    story.end_line()


def _remarks(rtf: Rtf) -> Iterator[str]:
    if comments := rtf.words[b"annotation"]:
        yield f"comments, not read: {comments:,}"
    if changes := rtf.words[b"revised"] + rtf.words[b"deleted"]:
        yield f"tracked changes, read as accepted: {changes:,}"
    if rtf.hidden:
        yield f"hidden characters, left out: {rtf.hidden:,}"
    if rtf.words[b"objdata"]:
        yield f"active content: embedded objects, {rtf.words[b'objdata']:,}; never opened"
    if rtf.after:
        yield f"bytes behind its end, left out: {rtf.after:,}"


def _lost(rtf: Rtf) -> Iterator[str]:
    if rtf.unclosed:
        yield f"it breaks off: {rtf.unclosed:,} groups are not closed"
    if rtf.undecoded:
        yield f"characters that cannot be decoded: {rtf.undecoded:,}"


def _fields(rtf: Rtf) -> Iterator[Field]:
    """Yield what the file says of itself; behind an author stands who changed it last."""
    name, told = "", set[str]()
    said = (piece for piece in rtf.pieces if piece.place)
    for (place, _), pieces in groupby(said, lambda piece: piece[:2]):
        value = "".join(piece.text for piece in pieces).strip()
        kind = place.rpartition("/")[2]
        if place == _GENERATOR:
            yield field("generator", value.rstrip("; "), "rtf", "generator")
        elif kind == _NAME:
            name = value
        elif kind == _VALUE:
            yield from custom(name, value, "rtf", "userprops")
        elif place == f"/info/{kind}" and value and kind not in told:
            told.add(kind)
            yield from _of_info(kind, value)


def _of_info(kind: str, value: str) -> Iterator[Field]:
    """Yield a field of the group `info`."""
    if kind in _info:
        yield field(_info[kind], value, "rtf", f"info {kind}")
    elif kind in _dates and (found := _date.match(value)):
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        day_ = f"{year:04}-{month:02}-{day:02}"
        clock = f"T{hour:02}:{minute:02}:{second:02}" if found[4] else ""
        yield Field(
            property=_dates[kind],
            value=found[0],
            normalized=day_ + clock,
            by="rtf",
            place=f"info {kind}",
        )
