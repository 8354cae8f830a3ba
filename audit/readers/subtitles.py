"""Captions of films (SubRip, WebVTT): what is said, without numbers, times and marks."""

import html
import re
from collections.abc import Iterator
from typing import Final, final

from audit.model import Chunk, Document, Field, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.bounds.story import Story
from audit.readers.decode import decode

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_CLOCK: Final = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}"
_TIMES: Final = re.compile(rf"[ \t]*{_CLOCK}[ \t]+-->[ \t]+{_CLOCK}")
_MARK: Final = re.compile(
    r"</?[a-zA-Z0-9][^<>\r\n]{0,200}>|\{\\[^{}\r\n]{1,100}\}|&(?:\w{2,8}|#\d{2,6});"
)
_HEADER: Final = re.compile(r"\ufeff?WEBVTT[ \t]+-?[ \t]*(\S[^\r\n]{0,300})")
_LANGUAGE: Final = re.compile(
    r"Language:[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})[ \t]*(?=\r|\n)"
)
_KINDS: Final = {"vtt": "text/vtt", "srt": "application/x-subrip"}


@final
class Subtitles(Reader):
    """Read captions; a file without any time in it is read as it is written."""

    id = "subtitles"
    media_types = ("text/vtt", "application/x-subrip")
    linear = True

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into what is said; raise ReadError over a limit."""
        decoded = decode(data)
        markup = decoded.text
        story, chunks = _said(markup)
        text = story.text if chunks else markup
        check_text(text, limits)
        extension = source.path.rpartition(".")[2].lower()
        return Document(
            source=source,
            media_type=_KINDS.get(extension, "text/vtt"),
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
            markup=markup if chunks else "",
            chunks=chunks,
            fields=tuple(_fields(markup)),
            remarks=decoded.remarks,
        )


def _said(markup: str) -> tuple[Story, tuple[Chunk, ...]]:
    """Return the lines between the times and the next blank line, and where they stand."""
    story, chunks, is_said, at = Story(), list[Chunk](), False, 0
    while at < len(markup):
        line = _LINE.match(markup, at)
        end = line.end() if line else len(markup)
        if not markup[at:end].strip():
            is_said = False
        elif _TIMES.match(markup, at):
            is_said = True
        elif is_said:
            _add(markup, at, end, story, chunks)
        at = end
    return story, tuple(chunks)


def _add(markup: str, at: int, end: int, story: Story, chunks: list[Chunk]) -> None:
    """Add a line without its marks."""
    for mark in (*_MARK.finditer(markup, at, end), None):
        stop = mark.start() if mark else end
        piece = markup[at:stop].rstrip("\r\n") if mark is None else markup[at:stop]
        if piece:
            chunks.append(Chunk(start=story.length, source=at))
            story.add(piece)
        if mark:
            if mark[0].startswith("&"):
                chunks.append(Chunk(start=story.length, source=mark.start()))
                story.add(html.unescape(mark[0]))
            at = mark.end()
    story.end_line()


def _fields(markup: str) -> Iterator[Field]:
    """Yield what the header of WebVTT says."""
    head = re.split(r"\r?\n[ \t]*\r?\n", markup[:2_000], maxsplit=1)[0] + "\n"
    if not head.removeprefix("\ufeff").startswith("WEBVTT"):
        return
    for property_, pattern in (("title", _HEADER), ("language", _LANGUAGE)):
        if found := pattern.search(head):
            yield Field(
                property=property_,
                value=found[1].strip(),
                by="webvtt",
                place="header of the captions",
                part="markup",
                start=found.start(1),
                end=found.start(1) + len(found[1].strip()),
            )
