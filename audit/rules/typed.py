"""Type nodes by the fields of a msgspec Struct, with a plain sentence at the place of a mistake."""

import re
import types
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from audit.globs import matcher
from audit.rules.mistakes import Mistakes, Place, shown, suggestion
from audit.rules.nodes import Entries, Items, Node, Scalar, plain
from audit.rules.within import within

Shape = TypeVar("Shape", bound=msgspec.Struct)

_POSITION: Final = re.compile(r" at position (\d+)(?: \(line \d+, column \d+\))?$")
"""How a pattern that is none says where it breaks."""

SYNONYMS: Mapping[str, str] = {
    "date": "issued",
    "published": "issued",
    "author": "creator",
    "site": "publisher",
    "licence": "rights",
    "license": "rights",
    "email": "contact",
    "section_title": "section",
}
"""Words that people write for properties; spelling alone would not find the right one."""


def build(node: Entries, shape: type[Shape], mistakes: Mistakes) -> Shape | None:
    """Return *node* as a *shape*, or None with every mistake noted."""
    if not check(node, shape, "", mistakes):
        return None
    return msgspec.convert(plain(node), shape, strict=False)


def check(node: Node, kind: Any, name: str, mistakes: Mistakes) -> bool:
    """Tell whether *node* can be converted to *kind*; note every reason why it cannot."""
    kind = _bare(kind, node)
    if isinstance(node, Scalar) and node.empty:
        mistakes.add(node.place, f"“{name}” has no value")
        return False
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct(node, kind, name, mistakes)
    if get_origin(kind) is dict:
        return _map(node, kind, name, mistakes)
    if get_origin(kind) is tuple:
        return _list(node, kind, name, mistakes)
    return _leaf(node, kind, name, mistakes)


def globs(node: Node | None, mistakes: Mistakes) -> Callable[[str], bool]:
    """Return a function that tells whether a path fits one of the globs in the list *node*."""
    texts = (
        [one for one in node.nodes if isinstance(one, Scalar)] if isinstance(node, Items) else []
    )
    good = []
    for one in texts:
        try:
            matcher([one.text])
        except ValueError as error:
            mistakes.add(one.place, f"the glob “{shown(one.text)}” {error}")
        else:
            good.append(one.text)
    return matcher(good)


@cache
def fields(shape: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    """Return the fields of *shape* by the name that they have in YAML."""
    return {field.encode_name: field for field in msgspec.structs.fields(shape)}


def unknown(node: Entries, known: Sequence[str], mistakes: Mistakes, where: str) -> bool:
    """Note every key of *node* that is not *known* in *where*; tell whether there is one."""
    wrong = [key for key in node.nodes if key not in known]
    for key in wrong:
        mistakes.add(node.keys[key], f"{where} “{shown(key)}”{_near(key, known)}")
    return bool(wrong)


def _near(word: str, known: Sequence[str]) -> str:
    meant = SYNONYMS.get(word.casefold(), "")
    if meant in known:
        return f"; did you mean “{meant}”?"
    return suggestion(word, known) or f"; there are {', '.join(known)}"


def _bare(kind: Any, node: Node) -> Any:
    """Return the member of a union that suits *node*, without annotations of containers."""
    base = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(base) in {Union, types.UnionType}:
        members = [one for one in get_args(base) if one is not types.NoneType]
        suited = [one for one in members if _container(one) is type(node)]
        return _bare((suited or members)[0], node)
    return base if _container(base) is not Scalar else kind


def _container(kind: Any) -> type[Node]:
    base = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(base) is dict or (isinstance(base, type) and issubclass(base, msgspec.Struct)):
        return Entries
    return Items if get_origin(base) is tuple else Scalar


def _struct(node: Node, shape: type[msgspec.Struct], name: str, mistakes: Mistakes) -> bool:
    if not isinstance(node, Entries):
        mistakes.add(node.place, f"“{name}” must be a map with some of: {', '.join(fields(shape))}")
        return False
    known = fields(shape)
    good = not unknown(
        node, tuple(known), mistakes, f"“{name}” has no key" if name else "unknown key"
    )
    for key, child in node.nodes.items():
        if key in known:
            good = check(child, known[key].type, key, mistakes) and good
    for key, field in known.items():
        if field.required and key not in node.nodes:
            mistakes.add(node.place, f"“{key}” is missing")
            good = False
    return good and _whole(node, shape, mistakes)


def _whole(node: Entries, shape: type[msgspec.Struct], mistakes: Mistakes) -> bool:
    # What a Struct itself refuses (in __post_init__) begins with the name of the option.
    try:
        msgspec.convert(plain(node), shape, strict=False)
    except msgspec.ValidationError as error:
        sentence = str(error).rsplit(" - at `$", 1)[0]
        place, sentence = _pointed(node, sentence)
        mistakes.add(place, shown(sentence, 300))
        return False
    return True


def _pointed(node: Entries, sentence: str) -> tuple[Place, str]:
    """Return the place that *sentence* is about, inside of a pattern where it says where."""
    option = node.nodes.get(sentence.split(":", 1)[0], node)
    said = _POSITION.search(sentence)
    if not said or not isinstance(option, Scalar):
        return option.place, sentence
    place = within(option, int(said[1]))
    return place, sentence if place == option.place else sentence[: said.start()]


def _map(node: Node, kind: Any, name: str, mistakes: Mistakes) -> bool:
    key_kind, value_kind = get_args(kind)
    if not isinstance(node, Entries):
        mistakes.add(node.place, f"“{name}” must be a map, as in “{name}: {{key: value}}”")
        return False
    good = True
    if get_origin(key_kind) is Literal:
        good = not unknown(node, get_args(key_kind), mistakes, f"“{name}” has no key")
    for key, child in node.nodes.items():
        good = check(child, value_kind, key, mistakes) and good
    return good


def _list(node: Node, kind: Any, name: str, mistakes: Mistakes) -> bool:
    if not isinstance(node, Items):
        mistakes.add(node.place, f"“{name}” must be a list, as in “{name}: [one, two]”")
        return False
    item = get_args(kind)[0]
    checked = [check(child, item, f"an item of {name}", mistakes) for child in node.nodes]
    return all(checked)


def _leaf(node: Node, kind: Any, name: str, mistakes: Mistakes) -> bool:
    if not isinstance(node, Scalar):
        mistakes.add(node.place, f"“{name}” must be {_wanted(kind)}, not a list or a map")
        return False
    try:
        msgspec.convert(node.text, kind, strict=False)
    except msgspec.ValidationError:
        if not node.text:
            mistakes.add(node.place, f"“{name}” is empty")
            return False
        near = suggestion(node.text, _words(kind))
        found = f"not “{shown(node.text)}”{near}"
        mistakes.add(node.place, f"“{name}” must be {_wanted(kind)}, {found}")
        return False
    return True


def _words(kind: Any) -> tuple[str, ...]:
    base = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return tuple(map(str, get_args(base))) if get_origin(base) is Literal else ()


def _wanted(kind: Any) -> str:
    if words := _words(kind):
        return f"one of {', '.join(words)}"
    if examples := [one for note in get_args(kind)[1:] for one in note.examples or ()]:
        return f"like {' or '.join(examples)}"
    info = msgspec.inspect.type_info(kind)
    if isinstance(info, msgspec.inspect.Metadata):
        info = info.type
    match info:
        case msgspec.inspect.IntType():
            return "a whole number" + _range(info.ge, info.le)
        case msgspec.inspect.FloatType():
            return "a number" + _range(info.ge, info.le)
        case msgspec.inspect.BoolType():
            return "true or false"
        case _:
            return "a text"


def _range(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f" from {low:.12g} to {high:.12g}"
    return f" of at least {low:.12g}" if low is not None else ""
