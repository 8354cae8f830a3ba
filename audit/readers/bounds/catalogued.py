"""Headers of MODS, JATS, EAD and DocBook: what a catalogue, a journal, a book says of the work."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from audit.model import Field
from audit.readers.bounds import LIMITS, Limits
from audit.readers.bounds.xml import Handler, Places, local, parse

_Attributes = Mapping[str, str]
_LONGEST: Final = 2_000
_MOST: Final = 500
"""Elements of one file that are read."""
_BESIDE: Final = 0.45
"""Confidence of what stands beside the statement that counts: never chosen."""
_AUTHORS: Final = frozenset(("", "author", "creator", "aut", "cre", "aut."))
_PUBLISHED: Final = frozenset(("", "epub", "epub-ppub", "ppub", "pub"))
_HREF: Final = "href"


@dataclass(slots=True)
class _Node:
    """An element that states something, with what stands in it: names, attributes, words."""

    rule: "_Rule"
    place: str
    attributes: _Attributes
    at: int
    parts: list[tuple[str, _Attributes, list[str]]] = field(default_factory=list)

    def words(self, *names: str, **kind: str) -> str:
        """Return the words of the parts with these names, all where none is named."""
        found = [
            "".join(pieces)
            for name, attributes, pieces in self.parts
            if (not names or name in names)
            and all(attributes.get(key, "") == value for key, value in kind.items())
        ]
        return " ".join(" ".join(found).split())


@dataclass(frozen=True, slots=True)
class _Rule:
    """The property that an element states, and how its value is read."""

    property: str
    value: Callable[[_Node], str] = lambda node: node.words()
    confidence: float = 0.85
    stated: tuple[str, ...] = ()
    """Attributes that say it in normal form, best first."""
    is_ranked: bool = False
    """Whether but one of several counts: see `_rank`."""


def _title(node: _Node) -> str:
    """Return a title of MODS: the article that is not sorted, the title, what stands below it."""
    main = f"{node.words('nonSort')} {node.words('title')}".strip()
    below = node.words("subTitle")
    return f"{main}: {below}" if main and below else main


def _person(node: _Node) -> str:
    """Return a name whose parts are told apart, in the order in which it is spoken."""
    family = node.words("surname") or node.words("namePart", type="family")
    named = node.words("given-names") or node.words("firstname") or node.words("givenname")
    given = named or node.words("namePart", type="given")
    whole = node.words("namePart", type="")
    return " ".join(filter(None, (given, family))) or whole or node.words()


def _author(node: _Node) -> str:
    """Return who wrote a book in DocBook, without where they work and how they are reached."""
    is_told = node.words("surname", "firstname", "givenname")
    return _person(node) if is_told else node.words("personname") or node.words("orgname")


def _creator(node: _Node) -> str:
    """Return the name of an author of MODS, nothing for another role."""
    roles = {
        "".join(pieces).strip().lower() for name, _, pieces in node.parts if name == "roleTerm"
    }
    return _person(node) if not roles or roles & _AUTHORS else ""


def _day(node: _Node) -> str:
    """Return a date of JATS as ISO 8601, as precise as it is."""
    numbers = [node.words(name) for name in ("year", "month", "day")]
    known = numbers[: numbers.index("") if "" in numbers else len(numbers)]
    return "-".join(number.zfill(2) for number in known)


def _rank(node: _Node) -> tuple[bool, int]:
    """Rank the dates of JATS on which it was published: those with a day first."""
    kind = node.attributes.get("pub-type") or node.attributes.get("date-type", "")
    return kind in _PUBLISHED, len(node.attributes.get("iso-8601-date") or _day(node))


def _main(node: _Node) -> str:
    return "" if node.attributes.get("type") else _title(node)


def _begins(node: _Node) -> str:
    return "" if node.attributes.get("point") == "end" else node.words()


_Rules = Mapping[tuple[str, ...], _Rule]
_JATS: Final[_Rules] = {
    ("article-meta", "title-group", "article-title"): _Rule("title"),
    ("contrib", "name"): _Rule("creator", _person),
    ("contrib", "string-name"): _Rule("creator", _person),
    ("contrib", "collab"): _Rule("creator"),
    ("journal-meta", "publisher", "publisher-name"): _Rule("publisher"),
    ("journal-title-group", "journal-title"): _Rule("source"),
    ("article-meta", "pub-date"): _Rule("issued", _day, stated=("iso-8601-date",), is_ranked=True),
    ("article-meta", "article-id"): _Rule("identifier"),
    ("permissions", "copyright-holder"): _Rule("rights_holder"),
    ("permissions", "copyright-statement"): _Rule("rights", confidence=0.7),
    ("permissions", "license"): _Rule("rights", stated=(_HREF,)),
    ("license", "license_ref"): _Rule("rights"),
}
_MODS: Final[_Rules] = {
    ("mods", "titleInfo"): _Rule("title", _main),
    ("mods", "name"): _Rule("creator", _creator),
    ("mods", "originInfo", "publisher"): _Rule("publisher"),
    ("mods", "originInfo", "dateIssued"): _Rule("issued", _begins),
    ("mods", "originInfo", "dateCreated"): _Rule("created", _begins),
    ("mods", "originInfo", "dateModified"): _Rule("modified", _begins),
    ("mods", "originInfo", "dateCaptured"): _Rule("captured", _begins),
    ("mods", "language", "languageTerm"): _Rule("language"),
    ("mods", "identifier"): _Rule("identifier"),
    ("mods", "location", "url"): _Rule("url"),
    ("mods", "accessCondition"): _Rule("rights", stated=(_HREF,)),
}
_EAD: Final[_Rules] = {
    ("titlestmt", "titleproper"): _Rule("title"),
    ("titlestmt", "author"): _Rule("creator"),
    ("publicationstmt", "publisher"): _Rule("publisher"),
    ("publicationstmt", "date"): _Rule("issued", stated=("normal", "standarddate")),
    ("langusage", "language"): _Rule("language", stated=("langcode",)),
    ("eadheader", "eadid"): _Rule("identifier"),
    ("control", "recordid"): _Rule("identifier"),
    ("archdesc", "did", "unittitle"): _Rule("title", confidence=_BESIDE),
    ("archdesc", "userestrict", "p"): _Rule("rights"),
}
_DOCBOOK: Final[_Rules] = {
    ("author",): _Rule("creator", _author),
    ("corpauthor",): _Rule("creator"),
    ("publisher", "publishername"): _Rule("publisher"),
    ("pubdate",): _Rule("issued"),
    ("biblioid",): _Rule("identifier"),
}
_Header_of = tuple[str, _Rules]
_ROOTS: Final[Mapping[str, Mapping[str, _Header_of]]] = {
    "article": {
        "front": ("jats", _JATS),
        "info": ("docbook", _DOCBOOK),
        "articleinfo": ("docbook", _DOCBOOK),
    },
    "book": {"info": ("docbook", _DOCBOOK), "bookinfo": ("docbook", _DOCBOOK)},
    "mods": {"": ("mods", _MODS)},
    "ead": {"": ("ead", _EAD)},
}
"""What a root names, and the part of its file that speaks of the work; empty: all of it.

The rest of the file quotes works of others in the same elements.
"""


class _Header:
    """What the elements of a header state, as far as the file is read."""

    def __init__(self, heads: Mapping[str, _Header_of]) -> None:
        self.by = ""
        self.found: list[tuple[_Node, int]] = []
        self._heads = heads
        self._open: list[tuple[str, _Attributes]] = []
        self._node: _Node | None = None
        self._depth = 0

    def start(self, name: str, attributes: _Attributes, at: int) -> None:
        named = {local(key): value for key, value in attributes.items()}
        self._open.append((local(name), named))
        rule = self._rule() if self._node is None and len(self.found) < _MOST else None
        if rule:
            self._node, self._depth = _Node(rule, self._place(), named, at), len(self._open)

    def _place(self) -> str:
        return f"element {'/'.join(name for name, _ in self._open[-2:])}"

    def _rule(self) -> _Rule | None:
        names = [name for name, _ in self._open[-3:]]
        head = "" if "" in self._heads else "".join(name for name, _ in self._open[1:2])
        if head not in self._heads or self._is_of_no_author(names):
            return None
        self.by, rules = self._heads[head]
        ends = (tuple(names[-count:]) for count in (1, 2, 3))
        return next((rules[end] for end in ends if end in rules), None)

    def _is_of_no_author(self, names: Sequence[str]) -> bool:
        """Tell whether a contributor of JATS did something else than write."""
        within = self._open[-2][1] if names[-2:-1] == ["contrib"] else {}
        return within.get("contrib-type", "author") != "author"

    def text(self, text: str, _at: int) -> None:
        if self._node:
            name, attributes = self._open[-1]
            parts = self._node.parts
            if not parts or parts[-1][1] is not attributes:
                parts.append((name, attributes, []))
            parts[-1][2].append(text)

    def end(self, _name: str, at: int) -> None:
        if self._node and self._depth == len(self._open):
            self.found.append((self._node, at))
            self._node = None
        self._open.pop()


def catalogued(root: str, markup: str, limits: Limits = LIMITS) -> Iterator[Field]:
    """Yield what the header of *markup* with this *root* states; raise ReadError."""
    if root not in _ROOTS:
        return
    header, places = _Header(_ROOTS[root]), Places(markup)
    parse(places.bytes, Handler(header.start, header.end, header.text), limits, "utf-8")
    ranked = [node for node, _ in header.found if node.rule.is_ranked]
    best = max(ranked, key=_rank, default=None)
    for node, end in header.found:
        stated = next(filter(None, map(node.attributes.get, node.rule.stated)), "") or ""
        start, stop = places.character(node.at), places.character(end)
        if value := node.rule.value(node)[:_LONGEST] or stated:
            yield Field(
                property=node.rule.property,
                value=value,
                normalized=stated,
                by=header.by,
                place=node.place,
                confidence=_BESIDE if node in ranked and node is not best else node.rule.confidence,
                part="markup",
                start=start,
                end=stop,
            )
