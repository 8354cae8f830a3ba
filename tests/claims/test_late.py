import pkgutil
import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import audit.claims
import audit.extractors
from audit.claims.late import Late


def spared():
    """Yield every pattern that is spared searches by its stems, with its name."""
    for package in (audit.claims, audit.extractors):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                several = value if isinstance(value, tuple) else (value,)
                for number, late in enumerate(several):
                    if isinstance(late, Late) and late._stems:
                        where = f"{module.name.removeprefix('audit.')}.{name}"
                        yield pytest.param(late, id=f"{where}[{number}]")


@pytest.mark.parametrize("late", list(spared()))
@settings(max_examples=30)
@given(data=st.data())
def test_a_stem_stands_in_all_that_is_found(late, data):
    pattern = re.compile(late._pattern, late._flags)
    text = data.draw(st.from_regex(pattern))
    plain, found = pattern.search(text), late.search(text)
    assert (found and found.span()) == (plain and plain.span())


def test_stems_spare_a_search():
    late = Late("harb(?:ou|o)rs?", re.IGNORECASE, stems="harb")
    assert late.search("The Harbours of the bay").span() == (4, 12)
    assert late.search("The quay") is None
    assert "_compiled" in vars(late)
    assert "_compiled" not in vars(Late("quay", stems="quay"))
