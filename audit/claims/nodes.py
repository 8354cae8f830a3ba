"""What a mapping says where a text is asked for: `{name: Ada Lund}`, `{"@value": "Hall"}`."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml

from audit.claims.nothing import is_nothing
from audit.claims.structured import PARTS

_KEYS: Final = ("name", "@value")
_ADDRESSES: Final = ("url", "@id")
_NAMES: Final = (*PARTS, ("given-names", "family-names"))


class Told(NamedTuple):
    """A text, and the scalar in which it, or the last part of it, stands."""

    text: str
    node: Any


def told(property_: str, mapping: Any) -> Iterator[Told]:
    """Yield what *mapping* says of the property: at most one text."""
    scalars = {
        key.value: value
        for key, value in mapping.value
        if isinstance(key, yaml.ScalarNode)
        and isinstance(value, yaml.ScalarNode)
        and not is_nothing(value.value.strip())
    }
    for name in (*_KEYS, *(_ADDRESSES if property_ == "rights" else ())):
        if name in scalars:
            yield Told(scalars[name].value.strip(), scalars[name])
            return
    for parts in _NAMES if property_ == "creator" else ():
        if all(part in scalars for part in parts):
            nodes = [scalars[part] for part in parts]
            yield Told(" ".join(node.value.strip() for node in nodes), nodes[-1])
            return
