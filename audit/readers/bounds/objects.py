"""Objects of JSON: which of their members holds a text, and what the others say of it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from audit.claims.structured import texts_of
from audit.model import Field
from audit.readers.bounds.fields import DUBLIN_CORE
from audit.readers.bounds.members import Members, Value, items_of, members_of

TEXT: Final = (
    *("text", "content", "body", "articleBody", "raw_content", "full_text"),
    *("content_html", "content_text"),
)
"""Fields that hold the text, best first."""
_properties: Final = {
    **DUBLIN_CORE,
    "headline": "title",
    "author": "creator",
    "authors": "creator",
    "published": "issued",
    "datePublished": "issued",
    "dateModified": "modified",
    "timestamp": "captured",
    "warc_date": "captured",
    "dateCreated": "created",
    "lang": "language",
    "inLanguage": "language",
    "licence": "rights",
    "copyrightHolder": "rights_holder",
    "rights_holder": "rights_holder",
    "url": "url",
    "link": "url",
    "id": "identifier",
    "site_name": "publisher",
    "date_published": "issued",
    "date_modified": "modified",
    "updated": "modified",
    "attributedTo": "creator",
}
_POST: Final = {
    "created_at": "issued",
    "account": "creator",
    "user": "creator",
    "id_str": "identifier",
    "language": "language",
}
"""Fields of posts of Twitter and Mastodon."""
_POSTED: Final = frozenset(("full_text", "spoiler_text", "retweet_count", "favourites_count"))
_CALLED: Final = ("display_name", "name", "username", "screen_name")
_FEED: Final = "https://jsonfeed.org/version/"
_ACTIVITIES: Final = "https://www.w3.org/ns/activitystreams"
FEEDS: Final = (b"jsonfeed.org", b"ns/activitystreams")
"""What stands in every file that holds posts in an object."""
_OF_FEED: Final = {"title": "publisher", "language": "language"}
"""What a feed says that holds for each of its posts, and what it is of them."""
_ADDRESSED: Final = frozenset(("rights", "url"))
_MOST: Final = 20
"""Values of one field that are read."""
_RENDERED: Final = "rendered"
"""Where the interface of WordPress has what it shows, in an object of its own."""


def posts_in(markup: str, whole: Members) -> tuple[Members, tuple[Field, ...]]:
    """Return the posts of a JSON Feed or a box of ActivityPub, and what it says of each of them."""
    version, context = (
        str(whole[key].value) if key in whole else "" for key in ("version", "@context")
    )
    if version.startswith(_FEED) and "items" in whole:
        items = items_of(markup, whole["items"].start)
        said = (field for field in fields_of_object(whole) if field.property in _OF_FEED)
        return items, tuple(
            replace(
                field,
                property=_OF_FEED[field.property],
                place=f"{field.place} of the feed",
                part="fields",
                start=0,
                end=0,
            )
            for field in said
        )
    name = next((name for name in ("orderedItems", "items") if name in whole), "")
    if _ACTIVITIES not in context or not name:
        return Members(), ()
    items = items_of(markup, whole[name].start)
    for number, item in items.items():
        post = members_of(markup, item.start).get("object")
        items[number] = post if post and isinstance(post.value, dict) else item
    return items, ()


def text_of_object(markup: str, members: Members) -> Value | None:
    """Return the first field with a usual name that holds a text, best one that says something."""
    found = [_rendered(markup, members[name]) for name in TEXT if name in members]
    texts = [value for value in found if isinstance(value.value, str)]
    return next((value for value in texts if value.value.strip()), next(iter(texts), None))


def _rendered(markup: str, found: Value) -> Value:
    """Return the value that is shown of *found*, which may be an object about it."""
    shown = isinstance(found.value, dict) and members_of(markup, found.start).get(_RENDERED)
    return shown or found


def _shown(value: object) -> object:
    shown = value.get(_RENDERED) if isinstance(value, dict) else None
    return shown if isinstance(shown, str) else value


def _called(value: object) -> object:
    """Return the name of an account, of all that is said of it."""
    names = [value.get(name) for name in _CALLED] if isinstance(value, dict) else []
    return next((name for name in names if isinstance(name, str) and name.strip()), value)


def fields_of_object(members: Members) -> Iterator[Field]:
    """Yield what the members of an object say of its text."""
    known = {**_properties, **_POST} if _POSTED & members.keys() else _properties
    for name, found in members.items():
        property_ = known.get(name, "")
        value = _called(found.value) if name in {"account", "user"} else _shown(found.value)
        said = texts_of(value, has_address=property_ in _ADDRESSED) if property_ else ()
        for value in islice(said, _MOST):
            yield Field(
                property=property_,
                value=value.strip()[:2_000],
                by="json",
                place=f"field {name}",
                part="markup",
                start=found.start,
                end=found.end,
            )
