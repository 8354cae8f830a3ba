"""What the tests of the whole tool share: how to run it, and how to renew golden files."""

import contextlib
import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from audit.cli import main
from audit.model import Document, Source

ROOT = Path(__file__).parent.parent
COLLECTIONS = Path(__file__).parent / "collections"
TODAY = "2024-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    code: int
    out: bytes
    err: str

    @property
    def clear(self) -> bool:
        """Tell whether nothing of the inside came out."""
        return "Traceback" not in self.err and b"Traceback" not in self.out

    @property
    def line(self) -> str:
        """Return the one line on stderr; more or none is a failure."""
        (line,) = self.err.strip().splitlines()
        return line


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandLine:
    """The tool in a process of its own, in a clean environment."""

    cwd: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str | Path, timeout: float = 120) -> Outcome:
        done = subprocess.run(
            [*self.words, *arguments],
            cwd=self.cwd,
            env=self.variables,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
        return Outcome(code=done.returncode, out=done.stdout, err=done.stderr.decode())

    @property
    def words(self) -> list[str]:
        return [sys.executable, "-m", "audit"]

    @property
    def variables(self) -> dict[str, str]:
        home = {"HOME": str(self.cwd), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        return {**home, **self.environment}


@dataclass(frozen=True, slots=True, kw_only=True)
class InProcess:
    """The tool in this process, as from a prompt in a folder: a start costs more than most runs."""

    cwd: Path
    captured: pytest.CaptureFixture[bytes]

    def __call__(self, *arguments: str | Path, timeout: int = 120) -> Outcome:
        self.captured.readouterr()
        with contextlib.chdir(self.cwd), ends_within(timeout):
            code = main([str(one) for one in arguments])
        out, err = self.captured.readouterr()
        return Outcome(code=code, out=out, err=err.decode())


class Hangs(BaseException):
    """It took too long; nothing of the tool may catch this."""


@contextlib.contextmanager
def ends_within(seconds: int) -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


# A busy machine is no failure: nothing here is judged by the clock.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files anew")


def pytest_collection() -> None:
    gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests of this folder, which start processes: no worker waits for them last."""
    items.sort(key=lambda item: item.path.parent != Path(__file__).parent)


def pytest_collection_finish() -> None:
    """Leave the thousands of tests out of every search for garbage that follows."""
    gc.enable()
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    gc.unfreeze()


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture
def audit(tmp_path: Path) -> CommandLine:
    """Run the tool in a folder of this test."""
    return CommandLine(cwd=tmp_path)


@pytest.fixture
def here(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> InProcess:
    """Run the tool in a folder of this test, in this process."""
    return InProcess(cwd=tmp_path, captured=capfdbinary)


@pytest.fixture
def place(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that copies a collection into the folder of this test."""

    def copy(case: str, *, order: Callable[[list[Path]], list[Path]] = sorted) -> Path:
        source = COLLECTIONS / case
        target = tmp_path / "input"
        target.mkdir()
        for file in order(list((source / "input").iterdir())):
            (target / file.name).write_bytes(file.read_bytes())
            os.utime(target / file.name, (1_700_000_000, 1_700_000_000))
        rules = source / "audit.yml"
        if rules.exists():
            (tmp_path / "audit.yml").write_bytes(rules.read_bytes())
        return target

    return copy


@pytest.fixture
def document():
    """Make a document of a text, a page or a Markdown file."""

    def make(text="", *, markup="", **changes):
        path = changes.pop("path", "a")
        source = Source(uri=path, path=path, location="", size=0, modified=0, inode=0)
        return Document(
            source=source,
            media_type=changes.pop("media_type", "text/html" if markup else "text/plain"),
            basis="test",
            encoding="utf-8",
            encoding_confidence=1.0,
            text=text,
            markup=markup,
            **changes,
        )

    return make
