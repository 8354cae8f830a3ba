"""The elements of HTML, by what they do to the text of a page."""

from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS: Final = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol p pre search"
    " section summary table caption tbody tfoot thead tr ul listing"
)
CELLS: Final = _names("td th")
HIDDEN: Final = _names(
    "script style template noscript title iframe noembed noframes select datalist svg canvas audio"
    " video object"
)
"""Elements whose text no visitor sees, or not as text."""
LINES: Final = _names("body html hr br frameset option")
"""Elements that end a line and hold nothing of their own."""
BREAKS: Final = BLOCKS | LINES
PREFORMATTED: Final = _names("pre listing xmp textarea")
KEPT: Final = BLOCKS | CELLS | HIDDEN | PREFORMATTED
"""Elements that are remembered while they are open."""
HEARD: Final = KEPT | LINES | {"a"}
TABLE: Final = _names("table caption tbody tfoot thead tr td th")
SCOPES: Final = _names("table caption td th")
"""Elements that no end tag from inside can end, but that of a part of the table."""
THROUGH: Final = _names("div p address")
"""Elements through which the start of a list item ends the one before."""
ENDED: Final = {
    "li": _names("li"),
    "dt": _names("dt dd"),
    "dd": _names("dt dd"),
    "td": CELLS,
    "th": CELLS,
    "tr": _names("tr"),
    "tbody": _names("tbody thead tfoot"),
    "tfoot": _names("tbody thead tfoot"),
}
"""What the start of an element ends where its own end was left out."""
LINK_WORDS: Final = _names(
    "nav navbar navi navigation topnav mainnav subnav menu mainmenu submenu breadcrumb breadcrumbs"
    " pagination pager related social skip skiplinks topbar toolbar"
)
"""Words of a class or id that speak of furniture where most of the text are links."""
WORDS: Final = _names(
    "footer sidebar masthead cookie cookies cookiebanner consent share sharing sharebar"
)
"""Words of a class or id that speak of furniture."""
