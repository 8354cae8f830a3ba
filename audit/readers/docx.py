"""Word texts: paragraphs as they are read, notes; headers and footers are furniture."""

import io
import re
from typing import Final, final

from audit.errors import ReadError
from audit.model import Document, Source
from audit.readers import LIMITS, Budget, Limits, Reader, check_text
from audit.readers.bounds.flat import Flat
from audit.readers.bounds.hiding import styles_of_word
from audit.readers.bounds.packages import document_of, left_out, main_of, said_of, unseen
from audit.readers.bounds.story import Story
from audit.readers.bounds.word_text import WordText
from audit.readers.bounds.zips import Zip

_word_extra: Final = re.compile(r"word/(?:footnotes|endnotes)\d{0,4}\.xml")
_word_furniture: Final = re.compile(r"word/(?:header|footer)\d{0,4}\.xml")
_chunk: Final = re.compile(rb"<(?:\w{1,20}:)?altChunk\b")
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STYLES: Final = "word/styles.xml"
_CHUNK: Final = "a part of it in another format (altChunk) is not read"


@final
class Word(Reader):
    """Read DOCX: body, notes, headers as furniture; what was deleted or is hidden is left out."""

    id = "docx"
    media_types = (_TYPE, f"{_TYPE}-flat-xml")

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        is_zip = data.startswith(b"PK")
        archive = Zip(io.BytesIO(data), Budget(limits)) if is_zip else Flat(data, limits)
        names = sorted(archive.names)
        main = archive.get(main_of(archive, "word/document.xml", limits))
        if not main:
            raise ReadError("no word/document.xml in it")
        story, lost = Story(), list[str]()
        word = WordText(story, styles_of_word(archive.spare(_STYLES), limits, lost))
        word.read(main, limits)
        for name in filter(_word_extra.fullmatch, names):
            word.read(archive.spare(name), limits)
        start = story.length
        for name in filter(_word_furniture.fullmatch, names):
            word.read(archive.spare(name), limits)
        story.mark(start)
        check_text(story.text, limits)
        told = said_of(archive, self.id, self.media_types[not is_zip], limits)
        lost += (*told.lost, *((_CHUNK,) if _chunk.search(main) else ()))
        changes = left_out(main, changes=b"ins|del|moveFrom")
        remarks = (*told.remarks, *changes, *unseen(word.hidden))
        return document_of(source, basis, story, told._replace(lost=tuple(lost), remarks=remarks))
