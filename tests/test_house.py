"""The house keeps its own rules: budgets, doors, layers, and a light start."""

import ast
import importlib
import inspect
import json
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from audit.checks import Check
from audit.extractors import Extractor
from audit.readers import Reader
from audit.registry import members
from audit.reports import Report

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "audit").rglob("*.py"))
TREES = {path.relative_to(ROOT): ast.parse(path.read_bytes()) for path in SOURCES}
PACKAGES = {
    "audit.readers": Reader,
    "audit.extractors": Extractor,
    "audit.checks": Check,
    "audit.reports": Report,
}
MEMBERS = [
    pytest.param(package, member, id=f"{package}.{name}")
    for package, base in PACKAGES.items()
    for name, member in members(package, base).items()
]
HEAVY = (
    *("numpy", "duckdb", "pyarrow", "pydantic", "yaml", "regex", "ftfy", "multiprocessing"),
    *("rich", "msgspec", "diff_match_patch", "hijridate", "charset_normalizer"),
    *("asyncio", "concurrent.futures", "email", "http", "json", "sqlite3", "tempfile", "xml"),
)
"""What takes its time to import. Seconds are not asserted: a busy machine makes them a lottery."""
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{path}:{node.lineno} {node.name}", node


def length(node: Function) -> int:
    """Count the lines of a function without its decorators and its docstring."""
    first = node.body[1].lineno if ast.get_docstring(node) and node.body[1:] else node.lineno + 1
    return (node.end_lineno or node.lineno) - first + 2


def test_files_stay_within_250_lines():
    long = {str(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {path: lines for path, lines in long.items() if lines > 250} == {}


def test_functions_stay_within_40_lines_and_mostly_within_10():
    lengths = {name: length(node) for name, node in functions()}
    assert {name: lines for name, lines in lengths.items() if lines > 40} == {}
    assert statistics.median(lengths.values()) <= 10


def test_functions_take_five_parameters_at_most():
    """Commands are excepted: their parameters are the options that people see."""
    counted = {
        name: len([a for a in (*node.args.args, *node.args.kwonlyargs) if a.arg != "self"])
        for name, node in functions()
        if not name.startswith("audit/cli/")
    }
    assert {name: count for name, count in counted.items() if count > 5} == {}


def test_bodies_of_commands_stay_within_25_lines():
    lengths = {n: body(node) for n, node in functions() if n.startswith("audit/cli/")}
    assert {name: lines for name, lines in lengths.items() if lines > 25} == {}


def body(node: Function) -> int:
    """Count the lines of a function below its signature and its docstring."""
    rest = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - rest[0].lineno + 1 if rest else 0


def test_every_module_opens_with_one_sentence():
    assert [str(path) for path, tree in TREES.items() if not ast.get_docstring(tree)] == []


def test_no_module_prints_or_evaluates():
    banned = {"print", "breakpoint", "eval", "exec"}
    calls = [
        f"{path}:{node.lineno} {node.func.id}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in banned
    ]
    assert calls == []


def test_only_plain_text_objects_go_to_rich():
    """Markup in a document must never be read as markup: no f-string goes into a drawing."""
    drawing = {"add_row", "print", "print_exception", "from_markup", "input", "status", "rule"}
    calls = [
        f"{path}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in drawing
        if any(isinstance(argument, ast.JoinedStr) for argument in node.args)
    ]
    assert calls == []


@pytest.mark.parametrize(("package", "member"), MEMBERS)
def test_members_explain_themselves(package, member):
    assert inspect.getdoc(member), member
    assert re.fullmatch(r"[a-z][a-z0-9-]*", member.id), member.id
    assert importlib.import_module(member.__module__).__name__.startswith(f"{package}.")


@pytest.mark.parametrize(("package", "member"), MEMBERS)
def test_members_construct(package, member):
    if package != "audit.checks":
        assert isinstance(member(), PACKAGES[package])
        return
    schema = msgspec.json.schema(member)
    assert json.dumps(schema)
    assert set(PLACEHOLDER.findall(member.message)) <= set(member.names)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_of_members_has_some(package):
    assert members(package, PACKAGES[package])


def test_layers_are_kept():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_help_loads_nothing_heavy(arguments, tmp_path):
    code = (
        "import sys; from audit.cli import main\n"
        f"sys.argv = ['audit', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit as stop: assert not stop.code, stop.code\n"
        f"sys.stderr.write(' '.join(sorted(set(sys.modules) & set({HEAVY!r}))))\n"
    )
    done = run(["-c", code], tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.split() == []


def run(arguments: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_no_pattern_has_a_possessive_group():
    """Python 3.11 before 3.11.5 matches some of them wrongly (gh-106052): atomic groups say it."""
    possessive = re.compile(r"\)(?:\{{1,2}\d*,?\d*\}{1,2}|[?*+])\+")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if possessive.search(line) and r"\X" not in line  # of `regex`, which has no such fault
    ]
    assert found == []


def test_no_pattern_loses_its_repetitions():
    """A formatted string takes `{1,6}` for a tuple; in a pattern that is `(1, 6)`."""
    found = [
        f"{path}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple)
    ]
    assert found == []
