"""Judge the stretches of one text: which languages, how much of each, and from where on."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from audit.claims.speech.tell import Told, by_model, tell, weight

LENGTH: Final = 400
"""Characters of a stretch that is judged by itself."""
SAMPLE: Final = 450
"""Characters of it that are looked at."""
PROBES: Final = 7
"""Stretches of a text that are looked at first; more only where these differ."""
MOST: Final = 61
"""Stretches that are looked at where languages differ."""
LONG: Final = 2
"""Neighbouring stretches that make a passage in another language, not a quotation."""
SHARE: Final = 0.12
"""Share of the text from which another language is worth a word."""
LARGE: Final = 0.4
"""Share from which it is, however short its passages are."""
HALF: Final = 0.5
"""Share of the main language up to which the text is in several, and each is worth a word."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|\S{1,64}@\S{1,255}")


Piece = tuple[int, int]
"""Characters [start, end) of a text: some lines that follow each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language, the line in which it begins, and how much of the text is in it, 0 to 1.

    *language* is empty where nobody can tell; *by* says how it was seen, or why not.
    """

    language: str
    start: int
    end: int
    share: float
    by: str


class _Run(NamedTuple):
    """Probes that follow each other and tell one language: numbers of the first and last."""

    language: str
    first: int
    last: int
    probes: int
    before: int
    """The number of the probe before them, -1 for none."""


class Judged:
    """The stretches of one text, judged when they are asked for."""

    def __init__(
        self, text: str, stretches: Sequence[Piece], judge: Callable[[str], Told] = tell
    ) -> None:
        self._text = text
        self._stretches = stretches
        self._judge = judge
        self._known: dict[int, Told] = {}

    @property
    def mixed(self) -> float:
        """Return the share of the stretches judged so far that are in several languages."""
        return sum(told.mixed for told in self._known.values()) / max(len(self._known), 1)

    def tongues(self) -> Sequence[Tongue]:
        """Return the languages of long stretches, the main one first, then in their order."""
        seen = self._agreed() or self._seen(PROBES)
        if len({told.language for _, told in seen if told.language}) > 1:
            seen = self._seen(MOST)
        runs = list(_runs(seen))
        if not runs:
            return self._undecided([told.by for _, told in seen])
        total = sum(run.probes for run in runs)
        shares: dict[str, float] = {}
        for run in runs:
            shares[run.language] = shares.get(run.language, 0.0) + run.probes / total
        main = max(shares, key=lambda language: shares[language])  # of equals, the first
        found = [self._tongue(run, shares[run.language]) for run in self._told(runs, shares, main)]
        return sorted(found, key=lambda each: (each.language != main, each.start))

    def _agreed(self) -> Sequence[tuple[int, Told]]:
        """Return the first probes where words tell one language of most, and lean to it in all.

        The model, which takes half a second to load, is not asked then.
        """
        seen = [(number, self._glance(number)) for number in self._probes(PROBES)]
        languages = [told.language for _, told in seen if told.language]
        if len(set(languages)) != 1 or 2 * len(languages) <= len(seen):
            return ()
        main = languages[0]
        if not all(told.leaning in (None, main) for _, told in seen):
            return ()
        return [
            (at, told._replace(language=told.language or told.leaning or "")) for at, told in seen
        ]

    def _seen(self, most: int) -> Sequence[tuple[int, Told]]:
        return [(number, self._tell(number)) for number in self._probes(most)]

    def _probes(self, most: int) -> Sequence[int]:
        count = len(self._stretches)
        if count <= most:
            return range(count)
        return [at * (count - 1) // (most - 1) for at in range(most)]

    def _tell(self, number: int) -> Told:
        told = self._glance(number)
        if told.leaning is not None:
            asked = by_model(self._sample(number))
            told = self._known[number] = asked or told._replace(leaning=None)
        return told

    def _glance(self, number: int) -> Told:
        """Return what script and words tell of a stretch, or the model where it was asked."""
        if number not in self._known:
            self._known[number] = self._judge(self._sample(number))
        return self._known[number]

    def _sample(self, number: int) -> str:
        start, end = self._stretches[number]
        raw = self._text[start : min(end, start + SAMPLE)]
        if "://" in raw or "www." in raw or "@" in raw:
            raw = _ADDRESS.sub(" ", raw)
        return unicodedata.normalize("NFC", raw)

    def _told(self, runs: Sequence[_Run], shares: dict[str, float], main: str) -> Iterator[_Run]:
        """Yield the first run of the main language, and the first long one of each other."""
        done = set()
        least = SHARE if shares[main] <= HALF else LARGE
        for run in runs:
            share = shares[run.language]
            worth = share >= least or (share >= SHARE and self._is_long(run))
            if (worth or run.language == main) and run.language not in done:
                done.add(run.language)
                yield run

    def _is_long(self, run: _Run) -> bool:
        if run.last - run.first + 1 >= LONG:
            return True
        beside = (
            number for number in (run.first - 1, run.last + 1) if 0 <= number < len(self._stretches)
        )
        return any(self._tell(number).language == run.language for number in beside)

    def _tongue(self, run: _Run, share: float) -> Tongue:
        low, high = run.before, run.first
        while low >= 0 and high - low > 1:
            middle = (low + high) // 2
            if self._tell(middle).language == run.language:
                high = middle
            else:
                low = middle
        start = self._stretches[high][0]
        if low >= 0:
            start = self._line(low, high, run.language)
        end = self._text.find("\n", start)
        return Tongue(
            language=run.language,
            start=start,
            end=len(self._text) if end < 0 else end,
            share=round(share, 2),
            by=self._by(run.language),
        )

    def _by(self, language: str) -> str:
        ways = [told.by for told in self._known.values() if told.language == language]
        return max(sorted(set(ways)), key=ways.count)

    def _line(self, low: int, high: int, language: str) -> int:
        """Return where the first line of *language* begins in two neighbouring stretches."""
        other = self._tell(low).language
        start, end = self._stretches[low][0], self._stretches[high][1]
        best, best_sum, total = self._stretches[high][0], 0.0, 0.0
        for found in reversed(list(_LINE.finditer(self._text, start, end))):
            line = unicodedata.normalize("NFC", found[0][:SAMPLE])
            total += weight(line, language) - weight(line, other)
            if total > best_sum:
                best, best_sum = found.start(), total
        return best

    def _undecided(self, reasons: Sequence[str]) -> Sequence[Tongue]:
        """Return why nobody can tell, or nothing where the text is just too short."""
        reasons = sorted(reason for reason in reasons if reason != "too short")
        if not reasons:
            return ()
        by = max(reasons, key=reasons.count)
        start, end = self._stretches[0]
        return (Tongue(language="", start=start, end=end, share=0.0, by=by),)


_LINE = re.compile(r"[^\n]+")


def _runs(seen: Sequence[tuple[int, Told]]) -> Iterator[_Run]:
    decided = [(number, told.language) for number, told in seen if told.language]
    before = -1
    for language, group in groupby(decided, key=lambda item: item[1]):
        numbers = [number for number, _ in group]
        yield _Run(language, numbers[0], numbers[-1], len(numbers), before)
        before = numbers[-1]
