"""Load a rules file: gather what it extends, lay one over the other, type, and build rules."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from audit.rules import packs
from audit.rules.build import build_overrides, build_rules, check_ids, spelled_all
from audit.rules.mistakes import Mistakes, shown, suggestion
from audit.rules.nodes import Entries, Items, Node, Plain, Scalar, decode, laid, plain, read
from audit.rules.pinned import Pin
from audit.rules.ruleset import NAME, RuleSet
from audit.rules.shapes import Documents, Pinned, RulesFile
from audit.rules.typed import build, check, fields, globs, unknown
from audit.rules.waived import build_waivers
from audit.rules.within import within

DEFAULT: Final = "archive"
FORMAT: Final = "1"
DEEPEST: Final = 10
MOST: Final = 50
"""Files that one may extend, at all depths."""

_SIDECAR: Final = ("dir", "stem", "name")
_MAPS: Final = ("documents", "rules")
_LISTS: Final = ("boilerplate", "overrides", "waivers")


@dataclass(slots=True)
class _Gathered:
    """Everything said so far, lowest first."""

    base: str
    mistakes: Mistakes = field(default_factory=Mistakes)
    maps: dict[str, Entries] = field(default_factory=dict)
    lists: dict[str, list[Node]] = field(default_factory=lambda: {name: [] for name in _LISTS})
    pins: list[Pin] = field(default_factory=list)
    files: int = 0


def pins(path: str) -> tuple[Pin, ...]:
    """Return what the file at *path*, and what it extends here, takes from addresses, in order.

    Raise RuleError where the file cannot be read at all.
    """
    gathered = _Gathered(base=str(Path(path).absolute().parent))
    data = packs.top(path)
    _gather(gathered, (path, gathered.base, data), (str(Path(path).resolve()),))
    return tuple(dict.fromkeys(gathered.pins))


def load(path: str | None) -> RuleSet:
    """Return the rules of the file at *path*, or of the shipped default pack.

    Raise RuleError with every mistake of the file and of what it extends, each with its place.
    """
    if path is None:
        name, base, data = f"{packs.PREFIX}{DEFAULT}", "", packs.pack(DEFAULT)
        return parse(data, name=name, base=base, identity=name)
    data = packs.top(path)
    folder = str(Path(path).absolute().parent)
    return parse(data, name=path, base=folder, identity=str(Path(path).resolve()))


def parse(data: bytes, *, name: str, base: str, identity: str = "") -> RuleSet:
    """Return the rules in *data*; *name* is how mistakes call it, *base* where it lies.

    Raise RuleError.
    """
    gathered = _Gathered(base=base)
    _gather(gathered, (name, base, data), (identity or name,))
    return _ruleset(gathered, name)


def _gather(gathered: _Gathered, source: tuple[str, str, bytes], chain: tuple[str, ...]) -> None:
    name, folder, data = source
    mistakes = gathered.mistakes
    before = len(mistakes.found)
    file = decode(name, folder, data, mistakes)
    node = read(file, mistakes) if len(mistakes.found) == before else None
    if node is None:
        return
    unknown(node, tuple(fields(RulesFile)), mistakes, "unknown key")
    _check_format(node, mistakes)
    for wanted in _wanted(node, mistakes):
        _extend(gathered, wanted, chain, folder)
    _lay(gathered, node)


def _check_format(node: Entries, mistakes: Mistakes) -> None:
    said = node.nodes.get("audit")
    if said is None:
        mistakes.add(node.place, "“audit: 1” is missing; it says which format the file has")
    elif not isinstance(said, Scalar) or said.text != FORMAT:
        mistakes.add(said.place, "this version reads the format “audit: 1” only")


def _extend(gathered: _Gathered, wanted: Node, chain: tuple[str, ...], folder: str) -> None:
    gathered.files += 1
    if len(chain) > DEEPEST or gathered.files > MOST:
        gathered.mistakes.add(wanted.place, "extends too many files, one through the other")
        return
    found = _found(gathered, wanted, folder)
    if found is None:
        return
    if found.identity in chain:
        said = shown(str(plain(wanted)))
        gathered.mistakes.add(wanted.place, f"“{said}” extends itself, in a circle")
        return
    source = (found.name, found.folder, found.data)
    _gather(gathered, source, (*chain, found.identity))


def _found(gathered: _Gathered, wanted: Node, folder: str) -> packs.Found | None:
    mistakes = gathered.mistakes
    if isinstance(wanted, Scalar):
        return packs.extended(wanted.text, wanted.place, gathered.base if folder else "", mistakes)
    said = build(wanted, Pinned, mistakes) if isinstance(wanted, Entries) else None
    if said is None:
        return None
    if not folder:
        mistakes.add(wanted.place, "packs and fetched files extend shipped packs only")
        return None
    pin = Pin(url=said.url, sha256=said.sha256)
    gathered.pins.append(pin)
    return packs.pinned(pin, wanted.place, mistakes)


def _wanted(node: Entries, mistakes: Mistakes) -> tuple[Node, ...]:
    child = node.nodes.get("extends")
    if child is None:
        return ()
    if not isinstance(child, Items):
        check(child, fields(RulesFile)["extends"].type, "extends", mistakes)
        return ()
    return tuple(
        one
        for one in child.nodes
        if isinstance(one, Entries) or check(one, str, "an item of extends", mistakes)
    )


def _lay(gathered: _Gathered, node: Entries) -> None:
    for key, child in node.nodes.items():
        if key in _MAPS and isinstance(child, Entries):
            said = spelled_all(child, gathered.mistakes) if key == "rules" else child
            below = gathered.maps.get(key)
            gathered.maps[key] = _over(below, said) if below else said
        elif key in _LISTS and isinstance(child, Items):
            gathered.lists[key] += child.nodes
        elif key in (*_MAPS, *_LISTS) and not (isinstance(child, Scalar) and child.empty):
            wanted = "map" if key in _MAPS else "list"
            gathered.mistakes.add(child.place, f"“{key}” must be a {wanted}")


def _over(below: Entries, above: Entries) -> Entries:
    """Return maps laid over others; a rule with another check begins anew."""
    kept = {id_: rule for id_, rule in below.nodes.items() if not _anew(rule, above.nodes.get(id_))}
    return laid(Entries(nodes=kept, keys=below.keys, place=below.place), above)


def _anew(below: Node, above: Node | None) -> bool:
    if not (isinstance(below, Entries) and isinstance(above, Entries) and "check" in above.nodes):
        return False
    return "check" in below.nodes and plain(below.nodes["check"]) != plain(above.nodes["check"])


def _ruleset(gathered: _Gathered, name: str) -> RuleSet:
    mistakes = gathered.mistakes
    documents = Documents()
    if said := gathered.maps.get("documents"):
        documents = build(said, Documents, mistakes) or documents
        for key in ("include", "exclude", "tables"):
            globs(said.nodes.get(key), mistakes)
        _check_sidecar(said.nodes.get("metadata"), mistakes)
    overrides = build_overrides(gathered.lists["overrides"], mistakes)
    rules = build_rules(gathered.maps.get("rules"), overrides, mistakes)
    ids = set(gathered.maps["rules"].nodes) if "rules" in gathered.maps else set()
    check_ids(overrides, ids, mistakes)
    boilerplate = _patterns(gathered.lists["boilerplate"], mistakes)
    waivers = build_waivers(gathered.lists["waivers"], ids, mistakes)
    mistakes.stop()
    return RuleSet(
        name=name,
        base=gathered.base,
        rules=rules,
        documents=documents,
        boilerplate=boilerplate,
        waivers=waivers,
        digest=_digest(gathered),
    )


def _patterns(nodes: list[Node], mistakes: Mistakes) -> tuple[str, ...]:
    for node in nodes:
        check(node, str, "an item of boilerplate", mistakes)
    if nodes:
        globs(Items(nodes=tuple(nodes), place=nodes[0].place), mistakes)
    return tuple(dict.fromkeys(node.text for node in nodes if isinstance(node, Scalar)))


def _check_sidecar(node: Node | None, mistakes: Mistakes) -> None:
    if not isinstance(node, Scalar):
        return
    for found in NAME.finditer(node.text):
        name = found[1]
        if name not in _SIDECAR:
            near = suggestion(name, _SIDECAR) or f"; there are {', '.join(_SIDECAR)}"
            mistakes.add(within(node, found.start()), f"unknown name “{{{shown(name)}}}”{near}")
    if node.text.startswith("/") or ".." in node.text.split("/"):
        mistakes.add(node.place, "“metadata” must lie beside or below the document")


def _digest(gathered: _Gathered) -> str:
    """Return the digest of all that can change a finding, however it is written down."""
    said: dict[str, Plain] = {key: plain(node) for key, node in gathered.maps.items()}
    said |= {key: [plain(node) for node in nodes] for key, nodes in gathered.lists.items()}
    rules = said.get("rules")
    for rule in rules.values() if isinstance(rules, dict) else ():
        for key in ("tests", "help", "url"):
            if isinstance(rule, dict):
                rule.pop(key, None)
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
