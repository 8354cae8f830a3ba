"""A letter: who signs it below its closing, and the body in its letterhead."""

from collections.abc import Iterator, Sequence
from typing import final

from audit.claims.headline import Line
from audit.claims.letters import sender, signatures
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.top import TOP
from audit.extractors import Extractor
from audit.model import Claim, Document


@final
class SignedLetter(Extractor):
    """Author and publisher of a text that closes as letters do."""

    id = "letter"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield whoever signs at the end, and the body that heads the letter."""
        page = page_of(document)
        letter = None if page.is_html or len(page.top) >= TOP else page.letter
        if letter is None:
            return
        reason = "signature below the closing of a letter"
        worth = Worth(confidence=0.64 if letter.greets else 0.52, reason=reason)
        for line, name in signatures(letter):
            start = page.text.find(name, line.start, line.end)
            place = Place(start, start + len(name)) if start >= 0 else Place(line.start, line.end)
            yield page.claim("creator", place, name, worth, self.id)
        head = sender(letter, _blocks(page, letter.head))
        if head:
            worth = Worth(confidence=0.58, reason="letterhead: the body above its address")
            yield page.claim("publisher", Place(head.start, head.end), head.text, worth, self.id)


def _blocks(page: Page, lines: Sequence[Line]) -> Sequence[Sequence[Line]]:
    """Return *lines* in groups between which a line is empty."""
    blocks: list[list[Line]] = []
    for line in lines:
        is_next = bool(blocks) and page.text.count("\n", blocks[-1][-1].end, line.start) == 1
        if is_next:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks
