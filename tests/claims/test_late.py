"""What spares patterns searches spares them no find, by a proof from the patterns themselves."""

import pkgutil
import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib import import_module
from itertools import chain
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import audit.claims
import audit.extractors
from audit.claims.late import Late, Small, Sought
from audit.claims.words import fold_case, plain_letters

MOST = 16
"""Letters of a class that are looked at one by one."""
UNWRITTEN = frozenset(
    "ςµϐϑϕϖϰϱϵẛΐΰᲀᲁᲂᲃᲄᲅᲆᲇᲈꙋẞ\N{ANGSTROM SIGN}\u0345\u1fbe\u1fd3\u1fe3\ufb05\ufb06"
)
"""Letters that another one finds where case is ignored, and for which nobody writes them."""


def patterns() -> Iterator[tuple[str, Late]]:
    """Yield every pattern that is compiled late, with its name."""
    for package in (audit.claims, audit.extractors):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                several = value if isinstance(value, tuple) else (value,)
                for number, late in enumerate(several):
                    if isinstance(late, Late):
                        yield f"{module.name.removeprefix('audit.')}.{name}[{number}]", late


LATE = tuple(patterns())
SPARED = [pytest.param(late, id=name) for name, late in LATE if late.stems]
SMALL = [pytest.param(late, id=name) for name, late in LATE if isinstance(late, Small)]


@cache
def twins() -> dict[str, set[str]]:
    """Return the letters that each letter is found by where case is ignored."""
    found: dict[str, set[str]] = {}
    for one in set(filter(str.isalpha, map(chr, range(0x1_1000)))) - UNWRITTEN:
        for same in {*one.lower(), *one.upper().lower(), *fold_case(one)} - {one}:
            if re.fullmatch(re.escape(same), one, re.IGNORECASE):
                found.setdefault(same, set()).add(one)
    return found


class Proof:
    """Follows what a pattern finds letter by letter, and forgets all finds that hold a stem.

    Of the others it keeps how they end, no longer than a stem; where anything may stand, nothing.
    """

    def __init__(self, *stems: str) -> None:
        self.stems = stems
        self.longest = max(map(len, stems))

    def unproved(self, late: Late) -> set[str]:
        return self.after(parser.parse(late._pattern, late._flags), {""})

    def after(self, items: Any, ends: Collection[str]) -> set[str]:
        left = set(ends)
        for kind, what in items:
            left = getattr(self, f"after_{str(kind).lower()}", self.after_anything)(what, left)
        return left

    def after_letters(self, letters: Collection[str], ends: set[str]) -> set[str]:
        more = {f"{end}{fold_case(letter)}" for end in ends for letter in letters}
        return {end[-self.longest :] for end in more if not end.endswith(self.stems)}

    def after_literal(self, letter: int, ends: set[str]) -> set[str]:
        return self.after_letters({chr(letter)}, ends)

    def after_in(self, parts: Any, ends: set[str]) -> set[str]:
        if len(parts) > MOST or any(kind is not ops.LITERAL for kind, _ in parts):
            return self.after_anything(parts, ends)
        return self.after_letters({chr(letter) for _, letter in parts}, ends)

    def after_branch(self, branches: Any, ends: set[str]) -> set[str]:
        return set().union(*(self.after(branch, ends) for branch in branches[1]))

    def after_subpattern(self, group: Any, ends: set[str]) -> set[str]:
        return self.after(group[-1], ends)

    def after_atomic_group(self, items: Any, ends: set[str]) -> set[str]:
        return self.after(items, ends)

    def after_max_repeat(self, repeat: Any, ends: set[str]) -> set[str]:
        least, most, items = repeat
        for _ in range(least):
            ends = self.after(items, ends)
        once = self.after(items, ends) if most > least else set()
        return ends | once | ({""} if once and most > least + 1 else set())

    after_min_repeat = after_possessive_repeat = after_max_repeat

    def after_assert(self, look: Any, ends: set[str]) -> set[str]:
        direction, items = look
        return {end for end in ends if direction < 0 or self.after(items, {end})}

    def after_at(self, _place: Any, ends: set[str]) -> set[str]:
        return ends

    after_assert_not = after_at

    def after_anything(self, _what: Any, ends: set[str]) -> set[str]:
        return {""} if ends else set()


@pytest.mark.parametrize("late", SPARED)
def test_a_stem_is_proved_to_stand_in_all_that_is_found(late: Late) -> None:
    assert Proof(*late.stems).unproved(late) == set()
    for letter in set("".join(late.stems)):
        assert {fold_case(twin) for twin in {letter, *twins().get(letter, ())}} == {letter}


@pytest.mark.parametrize(
    ("pattern", "stems", "unproved"),
    [
        ("harb(?:ou|o)rs?", "harbor|harbour", set()),
        ("harb(?:ou|o)rs?", "harbor", {"arbour", "rbours"}),
        ("(?:the )?quay|pier", "quay", {"pier"}),
        ("(?:quay){2,9}", "yqu", set()),
        ("(?:quay){0,9}", "yqu", {"", "uay"}),
        (r"qu\way", "quay", {"ay"}),
        (r"(?<=quay) \w+", "quay", {""}),
        (r"\w+(?= quay)", "quay", set()),
    ],
)
def test_a_proof_fails_where_a_find_holds_no_stem(
    pattern: str, stems: str, unproved: set[str]
) -> None:
    assert Proof(*stems.split("|")).unproved(Late(pattern)) == unproved


def letters_in(items: Any) -> Iterator[str]:
    """Yield the letters that a parsed pattern asks for, but for those of a look ahead."""
    for kind, what in items:
        if kind is ops.LITERAL:
            yield chr(what)
        elif kind is ops.RANGE:
            yield from map(chr, range(what[0], what[1] + 1))
        elif kind in {ops.IN, ops.ATOMIC_GROUP}:
            yield from letters_in(what)
        elif kind is ops.BRANCH:
            yield from chain.from_iterable(map(letters_in, what[1]))
        elif kind in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.SUBPATTERN, ops.ASSERT}:
            yield from letters_in(what[-1])


def openings(items: Any, size: int, begun: Collection[str] = ("",)) -> set[str]:
    """Return with what letters, *size* of them, a parsed pattern may begin."""
    begun = set(begun)
    for kind, what in items:
        short = {each for each in begun if len(each) < size}
        if kind is ops.BRANCH:
            more = set().union(*(openings(branch, size, short) for branch in what[1]))
        elif kind is ops.SUBPATTERN:
            more = openings(what[-1], size, short)
        elif kind is ops.MAX_REPEAT:
            more = openings(list(what[-1]) * what[0], size, short)
            more |= openings(list(what[-1]) * min(what[1], size), size, short)
        elif kind in {ops.AT, ops.ASSERT, ops.ASSERT_NOT} or not short:
            continue
        else:
            assert kind in {ops.LITERAL, ops.IN}
            more = {f"{each}{letter}" for each in short for letter in letters_in([(kind, what)])}
        begun = more | (begun - short)
    return begun


def looking_ahead() -> Iterator[Any]:
    """Yield what patterns have that look first whether one of some letters comes."""
    for name, late in LATE:
        (kind, what), *rest = parser.parse(late._pattern, late._flags)
        if kind is ops.ASSERT and all(each is ops.IN for each, _ in what[1]):
            yield pytest.param([set(letters_in([each])) for each in what[1]], rest, id=name)


@pytest.mark.parametrize(("look", "rest"), list(looking_ahead()))
def test_all_that_is_found_begins_with_the_letters_that_are_looked_for(
    look: list[set[str]], rest: Any
) -> None:
    for opening in openings(rest, len(look)):
        assert len(opening) == len(look)
        assert all(fold_case(one) in each for one, each in zip(opening, look, strict=True))


@pytest.mark.parametrize("late", SMALL)
def test_a_pattern_sought_in_small_letters_asks_for_small_ones_alone(late: Late) -> None:
    assert late._flags & re.IGNORECASE
    for letter in set(letters_in(parser.parse(late._pattern, late._flags))):
        assert fold_case(letter) == plain_letters(letter)
        for twin in twins().get(letter, ()):
            assert fold_case(twin) == plain_letters(letter)


@pytest.mark.parametrize("late", SMALL)
@settings(max_examples=20)
@given(data=st.data())
def test_a_pattern_sought_in_small_letters_finds_what_it_would(
    late: Small, data: st.DataObject
) -> None:
    pattern = re.compile(late._pattern, late._flags)
    pieces = st.one_of(st.from_regex(pattern), st.text(max_size=9))
    text = "".join(data.draw(st.lists(pieces, max_size=3)))
    text = data.draw(st.sampled_from((text, text.upper(), text.title())))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for place in ((), (start, end)):
        plain = [found.span() for found in pattern.finditer(text, *place)]
        assert [found.span() for found in late.finditer(text, *place)] == plain
    assert late.sub("-", text) == pattern.sub("-", text)


def test_patterns_are_asked_of_a_line_together() -> None:
    def tell(found: re.Match[str], end: int) -> Iterator[tuple[str, int]]:
        yield found[0], end

    harbour = Late("harb(?:ou|o)rs?", re.IGNORECASE, stems="harb")
    quay = Small(r"\bquays?", re.IGNORECASE, stems="quay")
    sought = Sought[tuple[str, int]]({harbour: tell, quay: tell})
    text = "The Quay of the Harbour: quays"
    assert list(sought.told(text, 0, 23)) == [("Harbour", 23), ("Quay", 23)]
    assert list(sought.told(text, 9, 10, below=30)) == [("Harbour", 10), ("quays", 10)]
    assert list(sought.told(text, 0, 3)) == []


def test_stems_spare_a_search() -> None:
    late = Late("harb(?:ou|o)rs?", re.IGNORECASE, stems="harb")
    found = late.search("The Harbours of the bay")
    assert found
    assert found.span() == (4, 12)
    assert late.search("The quay") is None
    assert "compiled" in vars(late)
    assert "compiled" not in vars(Late("quay", stems="quay"))
