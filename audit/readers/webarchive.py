"""Web archives of Safari: a page and what belongs to it, in one binary property list."""

import plistlib
from collections.abc import Iterator
from typing import BinaryIO, Final, final

from audit.errors import ReadError
from audit.model import Field
from audit.readers import Budget, Container, Record, Remark

_SCHEMES: Final = ("http://", "https://")
_MAIN: Final = "WebMainResource"
_FRAMES: Final = "WebSubframeArchives"


@final
class WebArchive(Container):
    """Take a saved page apart: the page is a document, called by its address."""

    id = "webarchive"
    media_types = ("application/x-webarchive",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the page; raise ReadError where there is none, or over the limit."""
        data = budget.take(file, budget.limits.file)
        try:
            found = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
        except RecursionError:
            raise
        except Exception as error:  # noqa: BLE001  # plistlib raises of many kinds
            raise ReadError(f"damaged property list: {type(error).__name__}") from None
        main = found.get(_MAIN) if isinstance(found, dict) else None
        content = main.get("WebResourceData") if isinstance(main, dict) else None
        if not isinstance(main, dict) or not isinstance(content, bytes):
            raise ReadError("no page is in it")
        frames = found.get(_FRAMES)
        if isinstance(frames, list) and frames:
            said = "1 frame" if len(frames) == 1 else f"{len(frames):,} frames"
            yield Remark(message=f"{said} of the page not read", incomplete=False)
        yield _record(main, content)


def _record(main: dict[str, object], content: bytes) -> Record:
    url = _text(main, "URL")
    known = url.lower().startswith(_SCHEMES)
    place = "WebResourceURL"
    field = Field(property="url", value=url, by="webarchive", place=place, confidence=0.93)
    return Record(
        name=url[:500] or "page",
        data=content,
        media_type=_text(main, "MIMEType").lower() or "text/html",
        charset=_text(main, "TextEncodingName")[:40],
        fields=(field,) if known else (),
        is_whole=True,
    )


def _text(main: dict[str, object], name: str) -> str:
    value = main.get(f"WebResource{name}")
    return "".join(value.split())[:2_000] if isinstance(value, str) else ""
