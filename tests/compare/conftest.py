"""What tests of comparisons share: an audit of texts, in this process."""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from audit.model import Audit
from audit.pipeline import audited
from audit.settings import Settings

Texts = Mapping[str, str]


@pytest.fixture
def dice() -> random.Random:
    return random.Random(20_261_122)


@pytest.fixture
def prose(dice: random.Random) -> Callable[[int], str]:
    """Return a function that makes a sentence of so many words that hardly meet in another."""

    def make(words: int) -> str:
        letters = "aeioubcdfglmnprst"
        made = ("".join(dice.choices(letters, k=dice.randint(3, 9))) for _ in range(words))
        return " ".join(made).capitalize() + "."

    return make


@pytest.fixture
def audited_texts(tmp_path: Path) -> Iterator[Callable[..., Audit]]:
    """Return a function that audits texts by their path, with rules where they are given."""
    with ExitStack() as stack:

        def run(texts: Texts, rules: str = "audit: 1\n") -> Audit:
            (tmp_path / "audit.yml").write_text(rules)
            for name, text in texts.items():
                file = tmp_path / "texts" / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            settings = Settings(paths=(str(tmp_path / "texts"),), catalogue=False, jobs=1)
            return stack.enter_context(audited(settings))

        yield run
