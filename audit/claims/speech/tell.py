"""Tell the language of a paragraph: by its script, by its small words, or by a model."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from operator import itemgetter
from string import digits, punctuation
from typing import Any, Final, NamedTuple

from audit.claims.speech.tongues import (
    HEBREW,
    JAPANESE,
    SCRIPTS,
    SHARED,
    YIDDISH,
    small_words,
)

LEAST: Final = 150
"""Letters below which nobody can tell, but for a script of one language."""
LINE: Final = 60
"""The same for a line between lines in other languages."""
FEW: Final = 20
"""Letters that are enough where the script tells."""
WORD: Final = re.compile(r"[^\s\d!-/:-@\[-`{-~‘’“”«»„…،؛؟।–—|·•]{1,40}")
"""A run of what is neither blank nor digit nor sign, cut where it is long."""
_COMMON: Final = "‘’“”–—"
"""Signs between words that stand in texts which are ASCII but for them."""
_LONGEST: Final = 40
"""Characters of a word at most."""
_BLANKED: Final = bytes(32 if chr(code) in punctuation + digits else code for code in range(256))
"""Every byte of ASCII, with a blank for signs and digits."""
_LETTERS: Final = bytes([*range(65, 91), *range(97, 123)])
_ASCII = re.compile("[\x00-\x7f]+")
_DENSE: Final = 5
"""Letters of a script of one language that weigh as much as a small word."""
_PART: Final = 0.6
"""Share of the letters that a script must have."""
_MOST: Final = 0.75
"""Share below which there may be lines in another script."""
_KANA: Final = 0.05
_WORDS: Final = 0.18
"""Share of the words that must be small words of the language."""
_ELSEWHERE: Final = 0.12
"""The same in scripts other than Latin, where one language leads by far."""
_LEAD: Final = 1.25
"""How many times more of them than of any other language."""
_DIFFERENT: Final = 4
_FEWER: Final = 3
"""Different small words that a language needs in a paragraph and in a line, and one more where it
leads by less than `_FAR`: `et`, `est` and `qui` alone are French, Latin, and more."""
_FAR: Final = 3.0
_BESIDE: Final = 6
_SHARE: Final = 0.35
"""Different small words, and share of those of the first, that make a second language: what it does
not have in common with the first is chance in a text of one language."""
SEVERAL: Final = "words of several languages"
_POINTS = re.compile("[\u0591-\u05c7]")
_DIGRAPHS: Final = {0x05F0: "וו", 0x05F1: "וי", 0x05F2: "יי"}
_SURE: Final = 0.85
"""Probability from which the model is believed."""


class Told(NamedTuple):
    """A language, or none (empty), how that was seen, and whether there are others in between.

    *leaning* is None but where none is told and the model may know it: the language for which the
    small words speak, too few to tell; empty where there is not one.
    """

    language: str
    by: str
    mixed: bool = False
    leaning: str | None = None


def tell(text: str) -> Told:
    """Return the language of *text* (NFC), or none, and why; the model is not asked yet."""
    script, told = by_script(text, LEAST)
    if not script:
        return told
    said = by_words(text, _DIFFERENT, _WORDS if script == "LATIN" else _ELSEWHERE)
    if said.language or said.mixed or told.mixed:
        return said._replace(mixed=said.mixed or told.mixed, leaning=None)
    return told._replace(leaning=said.leaning)


def tell_line(text: str) -> Told:
    """Return the language of a line or two, by the script and the small words alone."""
    script, told = by_script(text, LINE)
    return by_words(text, _FEWER)._replace(leaning=None) if script else told


def by_script(text: str, least: int) -> tuple[str, Told]:
    """Return the script of *text* if it has many languages, else none, and what it tells."""
    scripts = scripts_of(text)
    total = sum(scripts.values())
    if total < FEW:
        return "", Told("", "too short")
    script, count = next(iter(scripts.items()))
    if script == "CJK" or script in JAPANESE:
        kana = sum(scripts[name] for name in JAPANESE)
        count = scripts["CJK"] + kana
        script = "HIRAGANA" if kana > _KANA * count else "CJK"
    if count < _PART * total:
        return "", Told("", "several scripts", mixed=True)
    if script == "HEBREW" and _is_yiddish(text):
        return "", Told("yi", "words")
    mixed = count < _MOST * total
    if script in SCRIPTS:
        return "", Told(SCRIPTS[script], "script", mixed)
    if script in SHARED and total < least:
        return "", Told("", "too short")
    return script if script in SHARED else "", Told("", f"{script.capitalize()} script", mixed)


def _is_yiddish(text: str) -> bool:
    words = words_of(_POINTS.sub("", text).translate(_DIGRAPHS))
    found = {word for word in words if word in YIDDISH}
    return len(found) >= _FEWER and len(found) > len({word for word in words if word in HEBREW})


def scripts_of(text: str) -> Counter[str]:
    """Return how many letters of each script *text* has, the most frequent first."""
    plain = text.encode("ascii", "ignore")
    latin = len(plain) - len(plain.translate(None, _LETTERS))
    found: Counter[str] = Counter({"LATIN": latin} if latin else {})
    if len(plain) == len(text):
        return found
    for character, count in Counter(_ASCII.sub("", text)).items():
        script = _script(character)
        if script:
            found[script] += count
    if len(found) < 2:  # noqa: PLR2004  # in order already
        return found
    return Counter(dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))))


def by_words(text: str, different: int, share: float = _WORDS) -> Told:
    """Return the language whose small words are such a *share* of *text*; none: two are close."""
    words = words_of(text.casefold())
    small = Counter(filter(_weights().__contains__, words))
    ranked = votes(small)
    if not ranked or ranked[0][1] < share * len(words):
        return Told("", SEVERAL, leaning=ranked[0][0] if ranked else "")
    first, most = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    beyond = [word for word in small if first not in _weights()[word][1]]
    own = len(small) - len(beyond)
    lead = _LEAD if most >= _WORDS * len(words) else _FAR
    is_told = most >= lead * second and own >= different + (most < _FAR * second)
    mixed = len(beyond) >= _BESIDE and _is_mixed(small, beyond, first)
    return Told(first, "words", mixed) if is_told else Told("", SEVERAL, mixed, leaning=first)


def _is_mixed(small: Mapping[str, int], beyond: Iterable[str], first: str) -> bool:
    """Tell whether the words *beyond* those of the language *first* are many of another one."""
    table = _weights()
    others: defaultdict[str, list[str]] = defaultdict(list)
    for word in beyond:
        for language in table[word][1]:
            others[language].append(word)
    for language, found in others.items():
        if len(found) >= _BESIDE:
            own = sum(
                count
                for word, count in small.items()
                if first in table[word][1] and language not in table[word][1]
            )
            if sum(small[word] for word in found) >= _SHARE * own:
                return True
    return False


def words_of(text: str) -> list[str]:
    """Return what `WORD` finds in *text*."""
    if not text.isascii():
        for sign in _COMMON:
            text = text.replace(sign, " ")
    if text.isascii():
        words = text.encode("ascii").translate(_BLANKED).decode("ascii").split()
        if max(map(len, words), default=0) <= _LONGEST:
            return words
    return WORD.findall(text)


def votes(small: Mapping[str, int]) -> list[tuple[str, float]]:
    """Return languages and the weight of their words among *small* ones, the heaviest first.

    A word weighs one, and half as much again where no other language has it.
    """
    table = _weights()
    found: defaultdict[str, float] = defaultdict(float)
    for word, count in small.items():
        weight, languages = table[word]
        for language in languages:
            found[language] += weight * count
    return sorted(sorted(found.items()), key=itemgetter(1), reverse=True)


@cache
def _weights() -> Mapping[str, tuple[float, tuple[str, ...]]]:
    return {word: (0.5 + 1.0 / len(spoken), spoken) for word, spoken in small_words().items()}


def weight(text: str, language: str) -> float:
    """Return how much the small words and the letters of *text* speak for *language*."""
    small = Counter(filter(_weights().__contains__, words_of(text.casefold())))
    said = dict(votes(small)).get(language, 0.0)
    letters = sum(n for name, n in scripts_of(text).items() if SCRIPTS.get(name) == language)
    return said + letters / _DENSE


def by_model(text: str) -> Told | None:
    """Return what the model of the extra `lang` is sure of, or None; it is loaded when asked."""
    model = _model()
    if model is None:
        return None
    language, probability = model.classify(text)
    return Told(language, "model") if probability >= _SURE and language != "zxx" else None


@cache
def has_model() -> bool:
    """Tell whether the extra `lang` is installed."""
    return find_spec("py3langid") is not None


@cache
def _model() -> Any:
    if not has_model():
        return None
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@lru_cache(maxsize=20_000)
def _script(character: str) -> str:
    if not character.isalpha():
        return ""
    return unicodedata.name(character, "").partition(" ")[0]
