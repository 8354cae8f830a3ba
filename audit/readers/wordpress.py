"""What WordPress exports (WXR): every post and every page is a document of its own."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, Final, NamedTuple, final

from audit.model import Field
from audit.readers import Budget, Container, Record, Remark
from audit.readers.bounds.exports import Item, items_of
from audit.readers.bounds.fields import mail_date
from audit.readers.bounds.names import shown

_KEPT: Final = frozenset(
    (
        *("title", "link", "pubDate", "language", "generator", "content:encoded", "dc:creator"),
        *("wp:post_type", "wp:status", "wp:post_modified_gmt", "wp:post_id"),
        *("wp:author_login", "wp:author_display_name"),
    )
)
_PUBLISHED: Final = "publish"
_UNSET: Final = "0000"
_paragraph: Final = re.compile(r"\n[ \t\r]*\n")
_block: Final = re.compile(r"<(?:p|div|br)\b", re.IGNORECASE)
_SCHEMES: Final = ("http://", "https://")


class _Left(NamedTuple):
    """What of the file is no document, counted."""

    empty: Counter[str]
    comments: Counter[str]


class _People:
    """How those are called who wrote, by what they log in with, as far as the file is read."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._read = 0

    def name(self, login: str, site: Mapping[str, Sequence[str]]) -> str:
        """Return the name of *login*, or that itself; what *site* says is read once."""
        logins = site.get("wp:author_login", ())[self._read :]
        names = site.get("wp:author_display_name", ())[self._read :]
        found = list(zip(logins, names, strict=False))
        self._names.update(found)
        self._read += len(found)
        return self._names.get(login) or login


@final
class WordPress(Container):
    """Take an export apart: posts and pages are documents, called by their address."""

    id = "wordpress"
    media_types = ("application/x-wxr+xml",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield what has a text, in its order; raise ReadError where the file is broken."""
        left, people = _Left(Counter(), Counter()), _People()
        for item in items_of(file, "item", _KEPT, "wp:comment", budget.limits):
            budget.another(budget.limits.records, "records")
            left.comments["all"] += item.parts
            kind = item.first("wp:post_type") or "item"
            if item.first("content:encoded").strip():
                yield _record(item, kind, people)
            else:
                left.empty[kind] += 1
        for kind, count in sorted(left.empty.items()):
            said = f"entries of the type {shown(kind)} without a text, left out: {count:,}"
            yield Remark(message=said, incomplete=False)
        if count := left.comments["all"]:
            yield Remark(message=f"comments of readers, not read: {count:,}", incomplete=False)


def _record(item: Item, kind: str, people: _People) -> Record:
    content = item.first("content:encoded")
    if not _block.search(content):  # WordPress makes paragraphs of blank lines when it shows them
        content = _paragraph.sub("\n\n<p>", content)
    status = item.first("wp:status") or _PUBLISHED
    link = item.first("link").strip()
    remark = f"its status is {shown(status)}: perhaps nobody could read it"
    return Record(
        name=link[:500] or f"{kind} {item.first('wp:post_id')}".strip().replace("/", "_"),
        data=content.encode("utf-8", "replace"),
        media_type="text/html",
        charset="utf-8",
        fields=tuple(_fields(item, people, is_public=status == _PUBLISHED)),
        remarks=() if status == _PUBLISHED else (remark,),
    )


def _fields(item: Item, people: _People, *, is_public: bool) -> Iterator[Field]:
    """Yield what the item says of itself, and what the site says of all of them."""
    site, link = item.whole, item.first("link").strip()
    login = item.first("dc:creator").strip()
    modified = item.first("wp:post_modified_gmt").strip()
    yield from _field("title", html.unescape(item.first("title")), "title", 0.93)
    yield from _field("creator", people.name(login, site), "dc:creator", 0.85)
    if is_public and (day := mail_date(item.first("pubDate"))):
        yield from _field("issued", item.first("pubDate"), "pubDate", 0.93, day)
    if modified and not modified.startswith(_UNSET):
        yield from _field("modified", modified, "wp:post_modified_gmt", 0.85)
    if link.lower().startswith(_SCHEMES):
        yield from _field("url", link, "link", 0.9)
    for name, property_, confidence in (
        ("title", "publisher", 0.8),
        ("language", "language", 0.7),
        ("generator", "generator", 0.8),
    ):
        yield from _field(
            property_, next(iter(site.get(name, ())), ""), f"{name} of the channel", confidence
        )


def _field(
    property_: str, said: str, name: str, confidence: float, normalized: str = ""
) -> Iterator[Field]:
    value = " ".join(said.split())[:2_000]
    if value:
        yield Field(
            property=property_,
            value=value,
            normalized=normalized,
            by="wordpress",
            place=f"element {name}",
            confidence=confidence,
        )
