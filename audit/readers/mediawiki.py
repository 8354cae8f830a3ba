"""What a wiki of MediaWiki exports: every page is a document, as its last revision has it."""

from collections.abc import Iterator
from typing import BinaryIO, Final, final

from audit.model import Field
from audit.readers import Budget, Container, Record, Remark
from audit.readers.bounds.exports import Item, items_of

_KEPT: Final = frozenset(("title", "timestamp", "text", "sitename", "generator", "redirect@title"))


@final
class MediaWiki(Container):
    """Take an export apart: pages are documents, called by their titles."""

    id = "mediawiki"
    media_types = ("application/x-mediawiki+xml",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield what has a text, in its order; raise ReadError where the file is broken."""
        earlier = redirects = empty = 0
        for page in items_of(file, "page", _KEPT, "", budget.limits):
            budget.another(budget.limits.records, "records")
            text, day = _last(page)
            earlier += max(len(page.values.get("text", ())) - 1, 0)
            if page.values.get("redirect@title"):
                redirects += 1
            elif text.strip():
                yield _record(page, text, day)
            else:
                empty += 1
        for count, what in (
            (earlier, "earlier revisions of pages, not read"),
            (redirects, "pages that only lead to others, left out"),
            (empty, "pages without a text, left out"),
        ):
            if count:
                yield Remark(message=f"{what}: {count:,}", incomplete=False)


def _last(page: Item) -> tuple[str, str]:
    """Return text and day of the last revision, wherever it stands."""
    texts, days = page.values.get("text", []), page.values.get("timestamp", [])
    if not days or len(texts) != len(days):
        return next(reversed(texts), ""), ""
    day, number = max((day, number) for number, day in enumerate(days))
    return texts[number], day


def _record(page: Item, text: str, day: str) -> Record:
    title = " ".join(page.first("title").split())
    return Record(
        name=title[:200].replace("/", "_") or "page",
        data=text.encode("utf-8", "replace"),
        media_type="text/plain",
        charset="utf-8",
        fields=tuple(_fields(page, title, day)),
    )


def _fields(page: Item, title: str, day: str) -> Iterator[Field]:
    """Yield what the page says of itself; who changed it last need not have written it."""
    site = {name: next(iter(page.whole.get(name, ())), "") for name in ("sitename", "generator")}
    for property_, value, place, confidence in (
        ("title", title, "title", 0.93),
        ("modified", day, "revision/timestamp", 0.9),
        ("publisher", site["sitename"], "sitename", 0.8),
        ("generator", site["generator"], "generator", 0.8),
    ):
        if value.strip():
            yield Field(
                property=property_,
                value=value.strip()[:2_000],
                by="mediawiki",
                place=f"element {place}",
                confidence=confidence,
            )
