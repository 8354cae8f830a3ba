"""The text of a Word document as a reader of the page sees it, part by part."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from audit.readers.bounds.story import Story
from audit.readers.bounds.word97.fib import Parts
from audit.readers.bounds.word97.hints import Hints
from audit.readers.bounds.word97.looks import Ranges
from audit.readers.bounds.word97.properties import DELETED, HIDDEN, INSERTED, SYMBOL
from audit.readers.bounds.word97.ranges import Range, merged, total

_COMMENT: Final = "\x05"
_signs: Final[Mapping[int, str | None]] = {
    **dict.fromkeys((*range(32), 127), None),
    **dict.fromkeys(b"\x07\x0b\x0c\x0d\x0e", "\n"),  # cells, lines, pages, paragraphs, columns
    0x09: "\t",
    0x1E: "-",
}
_symbol: Final = re.compile(r"\(")
"""What stands in the text for a symbol of a font."""
_half: Final = re.compile("[\ud800-\udfff]")
_GUARD: Final = 1
"""The paragraph mark behind the last part."""
_blank: Final = re.compile(r"\n[\n\t]+")
_body: Final = ("text", "footnotes", "endnotes", "boxes")
_margins: Final = ("headers", "header_boxes")


class Told(NamedTuple):
    """What a document tells, and what must be said of it."""

    story: Story
    remarks: tuple[str, ...]
    lost: tuple[str, ...]


def told(text: str, parts: Parts, looks: Ranges) -> Told:
    """Return the parts of *text*, without what their *looks* or fields take from sight."""
    places = dict(_places(parts))
    hints = Hints()
    for start, end in places.values():
        hints.find(text, start, end)
    symbols = list(_symbols(text, looks[SYMBOL]))
    gone = merged(hints.ranges, looks[DELETED])
    hidden = merged(gone, looks[HIDDEN])
    story = _story(text, places, merged(hidden, symbols))
    comments = text.count(_COMMENT, *places["comments"])
    changes = len(looks[DELETED]) + len(looks[INSERTED])
    remarks = {
        "comments, not read": comments,
        "tracked changes, read as accepted": changes,
        "hidden characters, left out": total(hidden) - total(gone),
        "symbols of a font, left out": len(symbols),
        "formulas in fields, not read": hints.formulas,
    }
    lost = {
        "characters that are not there": sum(parts) - len(text),
        "characters in no part of it, not read": len(text) - sum(parts) - _GUARD,
        "characters that cannot be decoded": sum(text.count("\ufffd") for text in story.pieces),
        "fields that do not end, read as text": hints.open,
    }
    return Told(story, tuple(_counted(remarks)), tuple(_counted(lost)))


def _counted(said: Mapping[str, int]) -> Iterator[str]:
    return (f"{what}: {count:,}" for what, count in said.items() if count > 0)


def _places(parts: Parts) -> Iterator[tuple[str, Range]]:
    """Yield the name of each part, and from where to where it goes."""
    start = 0
    for name, count in parts._asdict().items():
        yield name, (start, start + count)
        start += count


def _story(text: str, places: Mapping[str, Range], unseen: Sequence[Range]) -> Story:
    """Return the text, its notes and boxes, and as furniture headers and footers."""
    story = Story()
    for name in _body:
        story.add(_seen(text, places[name], unseen))
        story.end_line()
    start = story.length
    for name in _margins:
        story.add(_seen(text, places[name], unseen))
        story.end_line()
    story.mark(start)
    return story


def _seen(text: str, place: Range, unseen: Sequence[Range]) -> str:
    """Return what is seen of the part at *place*, a line each paragraph, none of them blank."""
    at, last = place
    kept = []
    for start, end in unseen[bisect_right(unseen, at, key=itemgetter(1)) :]:
        if start >= last:
            break
        kept.append(text[at : max(start, at)])
        at = max(end, at)
    kept.append(text[at:last])
    found = _blank.sub("\n", "".join(kept).translate(_signs)).lstrip("\n\t")
    if _half.search(found):
        found = found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return found


def _symbols(text: str, ranges: Iterable[Range]) -> Iterator[Range]:
    """Yield every place in *ranges* where a symbol of a font stands."""
    for start, end in ranges:
        yield from (found.span() for found in _symbol.finditer(text, start, end))
