"""Rich Text Format: the text as it is read, then notes; headers and footers are furniture."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, final

from audit.model import Document, Field, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.bounds.fields import custom, field
from audit.readers.bounds.packages import objects
from audit.readers.bounds.rtf import BOX, Rtf
from audit.readers.bounds.story import Story
from audit.readers.bounds.word97.hints import written_below

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
_NOTE: Final = "/footnote"
_FIELD: Final = "/fldinst"
"""How a field is made; it shows what follows, but for formulas."""
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
    boxes: list[str] = []
    for place, said in _groups(rtf, lambda place: place in ("", BOX, _FIELD)):
        text = written_below(said) or "" if place == _FIELD else said
        if place == BOX and not story.ends_line:
            boxes.append(text)
            continue
        begun, end, rest = text.partition("\n")
        story.add(begun + end)
        if end or place == BOX:
            _add(story, boxes)
            boxes.clear()
        story.add(rest)
    _add(story, boxes)
    _add(story, (text for _, text in _groups(rtf, lambda place: place.endswith(_NOTE))))
    start = story.length
    _add(story, (text for _, text in _groups(rtf, _is_furniture)))
    story.mark(start)
    return story


def _is_furniture(place: str) -> bool:
    return place.startswith(_furniture) and place.count("/") == 1


def _groups(rtf: Rtf, is_one: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield the places and texts of destinations, as those of others part them."""
    pieces = (piece for piece in rtf.pieces if is_one(piece.place))
    for (place, _), found in groupby(pieces, key=lambda piece: piece[:2]):
        yield place, "".join(piece.text for piece in found)


def _add(story: Story, texts: Iterable[str]) -> None:
    """Add what stands beside the text, in lines of its own."""
    story.end_line()
    for text in texts:
        story.add(text)
        story.end_line()


def _remarks(rtf: Rtf) -> Iterator[str]:
    if comments := rtf.words[b"annotation"]:
        yield f"comments, not read: {comments:,}"
    if changes := rtf.words[b"revised"] + rtf.words[b"deleted"]:
        yield f"tracked changes, read as accepted: {changes:,}"
    if rtf.hidden:
        yield f"hidden characters, left out: {rtf.hidden:,}"
    fields = (text for place, text in _groups(rtf, bool) if place.endswith(_FIELD))
    if formulas := sum(1 for each in fields if written_below(each) == ""):
        yield f"formulas in fields, not read: {formulas:,}"
    yield from objects(rtf.words[b"objdata"])
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
    for place, text in _groups(rtf, bool):
        value, kind = text.strip(), place.rpartition("/")[2]
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
