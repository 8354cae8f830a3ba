"""What is shipped is whole: the wheel has the rules, the lock names public places only."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel with what is installed, so that no index is asked."""
    folder = tmp_path_factory.mktemp("wheel")
    code = (
        "from hatchling.builders.wheel import WheelBuilder\n"
        f"list(WheelBuilder({str(ROOT)!r}).build(directory={str(folder)!r}))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_module_and_every_rule(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "audit").rglob("*.py")}
    packs = {f"audit/_rules/{path.name}" for path in (ROOT / "rules").glob("*.yml")}
    assert packs
    assert modules | packs <= names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_an_installed_wheel_finds_its_rules(wheel, tmp_path):
    """Run from the unpacked wheel, with the checkout out of sight."""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.txt").write_text("One short text about a jetty.\n")
    code = (
        f"import sys; sys.path.insert(0, {str(site)!r}); import audit\n"
        f"assert audit.__file__.startswith({str(site)!r}), audit.__file__\n"
        "from audit.cli import main\n"
        "sys.argv = ['audit', 'check', 'texts', '-f', 'jsonl', '--no-catalogue']\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, check=False
    )
    assert b'"type":"document"' in done.stdout, done.stderr.decode()


def test_the_lock_names_the_public_registry_and_no_machine():
    lock = (ROOT / "uv.lock").read_text("utf-8")
    hosts = set(re.findall(r"[a-z+]+://[^/\"]*", lock))
    assert hosts == {"https://pypi.org", "https://files.pythonhosted.org"}


def test_the_lock_knows_every_dependency():
    locked = {
        package["name"] for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    }
    extras = [name for group in PROJECT["optional-dependencies"].values() for name in group]
    wanted = {re.split(r"[<>=\[]", entry)[0].lower() for entry in PROJECT["dependencies"] + extras}
    assert wanted <= locked
