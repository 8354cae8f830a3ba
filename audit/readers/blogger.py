"""What Blogger exports: an Atom feed of all it holds, whose posts and pages are the documents."""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, Final, final

from audit.model import Field
from audit.readers import Budget, Container, Record, Remark
from audit.readers.bounds.exports import Item, items_of
from audit.readers.bounds.names import shown

_KEPT: Final = frozenset(
    (
        *("title", "id", "published", "updated", "name", "content", "generator"),
        *("category@term", "link@rel", "link@href", "draft", "type", "status"),
    )
)
_KIND: Final = "/kind#"
_TEXTS: Final = ("post", "page")
_SCHEMES: Final = ("http://", "https://")


@final
class Blogger(Container):
    """Take an export apart: posts and pages are documents, called by their address."""

    id = "blogger"
    media_types = ("application/x-blogger+xml",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield what has a text, in its order; raise ReadError where the file is broken."""
        left: Counter[str] = Counter()
        for item in items_of(file, "entry", _KEPT, "", budget.limits):
            budget.another(budget.limits.records, "records")
            kind = _kind(item)
            if kind in _TEXTS and item.first("content").strip():
                yield _record(item, kind)
            else:
                left[kind] += 1
        if count := left.pop("comment", 0):
            yield Remark(message=f"comments of readers, not read: {count:,}", incomplete=False)
        for kind, count in sorted(left.items()):
            why = "without a text" if kind in _TEXTS else "which are no texts"
            said = f"entries of the type {shown(kind)} {why}, left out: {count:,}"
            yield Remark(message=said, incomplete=False)


def _kind(item: Item) -> str:
    """Return what an entry is, as exports of either age say it."""
    terms = item.values.get("category@term", ())
    kinds = [term.rpartition(_KIND)[2] for term in terms if _KIND in term]
    return next(iter(kinds), item.first("type")).strip().lower() or "entry"


def _record(item: Item, kind: str) -> Record:
    status = item.first("status").strip() or ("draft" if _is_draft(item) else "")
    is_public = status.upper() in ("", "LIVE")
    remark = f"its status is {shown(status)}: perhaps nobody could read it"
    name = _address(item) or f"{kind} {item.first('id').rpartition('-')[2]}"
    return Record(
        name=name[:500].strip().replace("/", "_") if "://" not in name else name[:500],
        data=item.first("content").encode("utf-8", "replace"),
        media_type="text/html",
        charset="utf-8",
        fields=tuple(_fields(item, is_public=is_public)),
        remarks=() if is_public else (remark,),
    )


def _is_draft(item: Item) -> bool:
    return item.first("draft").strip().lower() in ("yes", "true")


def _address(item: Item) -> str:
    """Return the address at which an entry was published, or empty."""
    links = zip(item.values.get("link@rel", ()), item.values.get("link@href", ()), strict=True)
    found = (href for rel, href in links if rel == "alternate")
    return next((href for href in found if href.lower().startswith(_SCHEMES)), "")


def _fields(item: Item, *, is_public: bool) -> Iterator[Field]:
    """Yield what the entry says of itself, and what the blog says of all of them."""
    yield from _field("title", item.first("title"), "title", 0.93)
    yield from _field("creator", item.first("name"), "author/name", 0.85)
    if is_public:
        yield from _field("issued", item.first("published"), "published", 0.93)
    yield from _field("modified", item.first("updated"), "updated", 0.85)
    yield from _field("url", _address(item), "link", 0.9)
    for name, property_ in (("title", "publisher"), ("generator", "generator")):
        said = next(iter(item.whole.get(name, ())), "")
        yield from _field(property_, said, f"{name} of the feed", 0.8)


def _field(property_: str, said: str, name: str, confidence: float) -> Iterator[Field]:
    value = " ".join(said.split())[:2_000]
    if value:
        yield Field(
            property=property_,
            value=value,
            by="blogger",
            place=f"element {name}",
            confidence=confidence,
        )
