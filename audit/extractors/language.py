"""The language of the text itself, whatever the page declares; where another one begins."""

from collections.abc import Iterator
from typing import Final, final

from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.speech import SEVERAL, Tongue, has_model
from audit.extractors import Extractor
from audit.model import Claim, Document

_MOST: Final = 160
"""Characters of the line that is shown."""
_CLEAR: Final = 0.85
_HALF: Final = 0.5
_BY: Final = {
    "script": "its script",
    "words": "its small words",
    "model": "the frequent letters in it (py3langid)",
}
_INSTALL: Final = "; pip install 'provenance-audit[lang]' tells 140 languages"


@final
class Language(Extractor):
    """Which language the text is in, from samples of its prose, furniture left out."""

    id = "language"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the main language and every other of long passages, or why none can be told."""
        page = page_of(document)
        for number, tongue in enumerate(page.languages):
            yield _claim(page, tongue, is_main=number == 0)


def _claim(page: Page, tongue: Tongue, *, is_main: bool) -> Claim:
    line = page.text[tongue.start : min(tongue.end, tongue.start + _MOST)]
    start = tongue.start + len(line) - len(line.lstrip())
    place = Place(start, tongue.start + len(line.rstrip()))
    worth = _worth(tongue) if is_main else _other(tongue)
    return page.claim("language", place, tongue.language, worth, Language.id)


def _worth(tongue: Tongue) -> Worth:
    if tongue.by == SEVERAL:
        return Worth(confidence=0.1, reason=f"{SEVERAL}, so that none is told")
    if not tongue.language:
        reason = f"{tongue.by}, but of no language that is known here"
        return Worth(confidence=0.1, reason=reason + ("" if has_model() else _INSTALL))
    sure = 0.79 if tongue.share >= _CLEAR else 0.7 if tongue.share >= _HALF else 0.4
    return Worth(confidence=sure, reason=f"{_share(tongue)} by {_BY[tongue.by]}")


def _other(tongue: Tongue) -> Worth:
    reason = f"another language begins here: {_share(tongue)} by {_BY[tongue.by]}"
    return Worth(confidence=0.45, reason=reason)


def _share(tongue: Tongue) -> str:
    return f"{round(100 * tongue.share)} % of the text,"
