"""What a PDF holds beside its text, as far as it is whole enough to be counted."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

_ANNOTATIONS: Final = 2_000
"""Annotations that are looked at."""
_comments: Final = frozenset(
    f"/{kind}"
    for kind in ("Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret")
)


def spare(count: Callable[[], int]) -> int:
    """Return what *count* gives, 0 where the file is too broken for what matters little."""
    from pypdf.errors import PyPdfError

    try:
        return count()
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return 0


def comments_in(reader: Any) -> int:
    """Return how many words of readers stand beside the text; links and fields are none."""
    return sum(map(_is_comment, islice(_annotations(reader), _ANNOTATIONS)))


def pictures_in(reader: Any, numbers: tuple[int, ...]) -> int:
    """Return how many of these pages show a picture."""
    return sum(_has_picture(reader, number) for number in numbers)


def _annotations(reader: Any) -> Iterator[Any]:
    for page in reader.pages:
        found = page.get("/Annots")
        found = found.get_object() if found is not None else ()
        yield from found if isinstance(found, list) else ()


def _is_comment(annotation: Any) -> bool:
    found = annotation.get_object()
    if not isinstance(found, dict) or found.get("/Subtype") not in _comments:
        return False
    return bool(str(found.get("/Contents") or "").strip())


def _has_picture(reader: Any, number: int) -> bool:
    """Tell whether a page shows a picture, as far as its own resources say."""
    resources = dictionary(reader.pages[number], "/Resources")
    pictures = dictionary(resources, "/XObject").values()
    found = (picture.get_object() for picture in pictures)
    return any(isinstance(one, dict) and one.get("/Subtype") == "/Image" for one in found)


def dictionary(root: Any, name: str) -> Mapping[str, Any]:
    """Return the dictionary *name* of a dictionary, empty where it is none."""
    found = root.get(name)
    found = found.get_object() if found is not None else None
    return found if isinstance(found, dict) else {}
