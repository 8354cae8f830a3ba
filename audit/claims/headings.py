"""What the markup of a page or of Markdown calls its title."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from audit.claims.markdown import MARKDOWN, home_names, markdown_titles, words_in

if TYPE_CHECKING:
    from audit.claims.page import Page
    from audit.claims.parts import Element

_SITE = re.compile(
    r"(?:^|[\s_-])(?:(?:web)?site[_-]?(?:title|name|logo|branding)|logo|navbar-brand)(?=$|[\s_-])",
    re.IGNORECASE,
)
_NAMES: Final = 300
"""Characters of class and id that are looked at."""


def names_site(element: "Element") -> bool:
    """Tell whether class or id of a heading say that it holds the name of the site."""
    return _SITE.search(f"{element.value('class')} {element.value('id')}"[:_NAMES]) is not None


def heading_texts(page: "Page") -> Iterator[str]:
    """Yield what the markup gives as titles of the page: `title`, `og:title`, `h1`, `# …`."""
    if page.document.media_type == MARKDOWN:
        for line in markdown_titles(page.text, home_names(page.markup)):
            yield line.strip()[slice(*words_in(line.strip()))]
        return
    for element in page.elements("title", "h1", "meta"):
        if element.name == "h1" and names_site(element):
            continue
        if element.name != "meta":
            yield page.plain(element.start, element.end)
        elif element.value("property") == "og:title":
            yield element.value("content")
