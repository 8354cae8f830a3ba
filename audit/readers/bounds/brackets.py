"""Brackets of lines with words from right to left: which of them open, and which close.

They are drawn mirrored there, and pdfium mirrors some of them back.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

ROUND: Final = "()[]{}"
ALL: Final = ROUND + "«»‹›"
_OTHER: Final = dict(zip(ALL, ")(][}{»«›‹", strict=True))
_KIND: Final = {sign: min(sign, other) for sign, other in _OTHER.items()}
"""How a bracket of each kind looks that opens."""
_OPENING: Final = frozenset(_KIND.values())
_BEFORE: Final = frozenset("\"“„'-") | _OPENING
_BEHIND: Final = frozenset(".,;:!?،؛؟۔\"”'-")


def bracketed(line: str, signs: str = ALL) -> str:
    """Return *line* with the *signs* in it turned to what they enclose, where they are no pairs.

    What stands beside a bracket tells; where it does not, every other one of a kind closes.
    """
    places = [at for at, sign in enumerate(line) if sign in signs]
    if is_paired(line[at] for at in places):
        return line
    said = list(line)
    doubtful = {at for at in places if not _is_settled(said, at)}
    if doubtful and not is_paired(said[at] for at in places):
        _pair(said, places, doubtful)
    return "".join(said)


def is_paired(signs: Iterable[str]) -> bool:
    """Tell whether each bracket among *signs* that opens has one that closes it."""
    opened: list[str] = []
    for sign in signs:
        if sign in _OPENING:
            opened.append(sign)
        elif sign in _KIND and (not opened or opened.pop() != _KIND[sign]):
            return False
    return not opened


def _is_settled(said: list[str], at: int) -> bool:
    """Tell whether what stands beside the bracket *at* a place tells its side, and turn it so."""
    opens = _is_gap(said[at - 1 : at] if at else (), _BEFORE)
    closes = _is_gap(said[at + 1 : at + 2], _BEHIND)
    kind = _KIND[said[at]]
    if opens != closes:
        said[at] = kind if opens else _OTHER[kind]
    return opens != closes


def _is_gap(sign: Sequence[str], signs: frozenset[str]) -> bool:
    """Tell whether there is no *sign*, or a blank, or one of *signs*."""
    return not sign or sign[0].isspace() or sign[0] in signs


def _pair(said: list[str], places: Sequence[int], doubtful: set[int]) -> None:
    """Turn each *doubtful* bracket to one that is open before it, where none is left over."""
    counts = Counter(_KIND[said[at]] for at in places)
    opened: Counter[str] = Counter()
    for at in places:
        kind = _KIND[said[at]]
        if at in doubtful and counts[kind] % 2 == 0:
            said[at] = _OTHER[kind] if opened[kind] else kind
        opened[kind] = max(0, opened[kind] + (1 if said[at] == kind else -1))
