"""Which names of its site a page gives away."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from audit.claims.headings import names_site
from audit.claims.holders import SHORT
from audit.claims.labels import CRUMB
from audit.claims.markdown import MARKDOWN, home_names
from audit.claims.page import Page
from audit.claims.words import fold_site

_NAMED = frozenset(
    (
        *("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site"),
        *("dc.publisher", "dcterms.publisher", "publisher"),
    )
)
_ADDRESSED = frozenset(("og:url", "twitter:url"))
_ORGANIZATIONS = frozenset(("WebSite", "Organization", "NewsMediaOrganization"))


def known_sites(page: Page) -> frozenset[str]:
    """Return the folded names and domains of the site that *page* belongs to."""
    found = {fold_site(name) for name in (*_from_markup(page), *_from_text(page))}
    return frozenset(name for name in found if len(name) > 1)


def host_names(url: str) -> Iterator[str]:
    """Yield the host of *url* as it may be written as a name."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return
    labels = host.removeprefix("www.").split(".")
    if len(labels) > 1:
        yield host
        yield ".".join(labels)
        yield ".".join(labels[-2:])
        yield labels[-2]
        yield labels[0]


def _from_markup(page: Page) -> Iterator[str]:
    if page.is_html:
        yield from _from_tags(page)
        yield from _from_headings(page)
    elif page.document.media_type == MARKDOWN:
        yield from home_names(page.markup)


def _from_tags(page: Page) -> Iterator[str]:
    for element in (*page.elements("meta"), *page.links):
        key = (element.value("property") or element.value("name")).lower()
        if key in _NAMED:
            yield element.value("content").lstrip("@")
        elif key in _ADDRESSED:
            yield from host_names(element.value("content"))
        elif element.value("rel").lower() == "canonical":
            yield from host_names(element.value("href"))
    for _, script in page.scripts:
        for thing in script.things:
            yield from thing.values.get("publisher.name", ())
            if _ORGANIZATIONS & set(thing.types):
                yield from thing.values.get("name", ())


def _from_headings(page: Page) -> Iterator[str]:
    for heading in filter(names_site, page.elements("h1")):
        yield page.plain(heading.start, heading.end)


def _from_text(page: Page) -> Iterator[str]:
    for start, end in page.rights_lines:
        found = page.held(start, end)[1] if end - start <= SHORT else None
        if found and not found.is_credit:
            yield page.text[found.first : found.last]
    for line in page.top[:40] if any(sign in page.text for sign in ">›»") else ():
        if CRUMB.search(line.text):
            yield CRUMB.split(line.text, maxsplit=1)[0]
