"""The elements of HTML, by what they do to the text of a page."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS: Final = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol p pre search"
    " section summary table caption tbody tfoot thead tr ul listing"
)
_CELLS: Final = _names("td th")
_HIDDEN: Final = _names(
    "script style template noscript title iframe noembed noframes select datalist svg canvas audio"
    " video object"
)
"""Elements whose text no visitor sees, or not as text."""
_LINES: Final = _names("body html hr br frameset option")
"""Elements that end a line and hold nothing of their own."""
_PREFORMATTED: Final = _names("pre listing xmp textarea")
_KEPT: Final = _BLOCKS | _CELLS | _HIDDEN | _PREFORMATTED
"""Elements that are remembered while they are open."""
_TABLE: Final = _names("table caption tbody tfoot thead tr td th")
_SCOPES: Final = _names("table caption td th")
"""Elements that no end tag from inside can end, but that of a part of the table."""
_THROUGH: Final = _names("div p address")
"""Elements through which the start of a list item ends the one before."""
_ENDED: Final = {
    "li": _names("li"),
    "dt": _names("dt dd"),
    "dd": _names("dt dd"),
    "td": _CELLS,
    "th": _CELLS,
    "tr": _names("tr"),
    "tbody": _names("tbody thead tfoot"),
    "tfoot": _names("tbody thead tfoot"),
}
"""What the start of an element ends where its own end was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What the tags of one name do; one of a name that is not listed does nothing."""

    name: str
    is_link: bool
    is_kept: bool
    """It is remembered while it is open."""
    ends_line: bool
    """Nothing that stands beside it stands in one line with it."""
    is_cell: bool
    is_block: bool
    """It ends a paragraph that is open."""
    ends: AbstractSet[str]
    """What its start ends where the end of that was left out."""
    is_passed: bool
    """What stands around it may be ended from inside it."""
    is_table: bool
    is_scope: bool
    """No end tag from inside can end what is around it, but that of a part of the table."""
    is_hidden: bool
    """No visitor sees its text, or not as text."""
    is_written: bool
    """Its text stands as it is written."""
    is_unlike: bool
    """What stands in it is read unlike what stands around it: hidden, as written, in its scope."""


def _element(name: str) -> Element:
    return Element(
        name=name,
        is_link=name == "a",
        is_kept=name in _KEPT,
        ends_line=name in _BLOCKS or name in _LINES,
        is_cell=name in _CELLS,
        is_block=name in _BLOCKS,
        ends=_ENDED.get(name, frozenset()),
        is_passed=name in _THROUGH,
        is_table=name in _TABLE,
        is_scope=name in _SCOPES,
        is_hidden=name in _HIDDEN,
        is_written=name in _PREFORMATTED,
        is_unlike=name in _HIDDEN | _PREFORMATTED | _SCOPES,
    )


ELEMENTS: Final = {name: _element(name) for name in (*_KEPT, *_LINES, "a")}
LINK_WORDS: Final = _names(
    "nav navbar navi navigation topnav mainnav subnav menu mainmenu submenu breadcrumb breadcrumbs"
    " pagination pager related social skip skiplinks topbar toolbar"
)
"""Words of a class or id that speak of furniture where most of the text are links."""
WORDS: Final = _names(
    "footer sidebar masthead cookie cookies cookiebanner consent share sharing sharebar"
)
"""Words of a class or id that speak of furniture."""
