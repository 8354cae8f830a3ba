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

from audit.claims.speech.tongues import JAPANESE, SCRIPTS, SHARED, small_words

LEAST: Final = 150
"""Letters below which nobody can tell, but for a script of one language."""
FEW: Final = 20
"""Letters that are enough where the script tells."""
WORD: Final = re.compile(r"[^\s\d!-/:-@\[-`{-~‘’“”«»„…،؛؟।–—|·•]{1,40}")
"""A run of what is neither blank nor digit nor sign, cut where it is long."""
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
_KANA: Final = 0.05
_WORDS: Final = 0.18
"""Share of the words that must be small words of the language."""
_LEAD: Final = 1.25
"""How many times more of them than of any other language."""
_SURE: Final = 0.85
"""Probability from which the model is believed."""


class Told(NamedTuple):
    """A language, or none (empty), and how that was seen."""

    language: str
    by: str


def tell(text: str) -> Told:
    """Return the language of *text* (NFC), or none, and why."""
    scripts = scripts_of(text)
    total = sum(scripts.values())
    if total < FEW:
        return Told("", "too short")
    script, count = next(iter(scripts.items()))
    if script == "CJK" or script in JAPANESE:
        kana = sum(scripts[name] for name in JAPANESE)
        count = scripts["CJK"] + kana
        script = "HIRAGANA" if kana > _KANA * count else "CJK"
    if count < _PART * total:
        return Told("", "several scripts")
    if script in SCRIPTS:
        return Told(SCRIPTS[script], "script")
    if script not in SHARED:
        return Told("", f"{script.capitalize()} script")
    if total < LEAST:
        return Told("", "too short")
    return by_words(text) or by_model(text) or Told("", f"{script.capitalize()} script")


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
    return Counter(dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))))


def by_words(text: str) -> Told | None:
    """Return the language whose small words *text* is full of, or None where two are close."""
    words = words_of(text.casefold())
    ranked = votes(words)
    if not ranked or ranked[0][1] < _WORDS * len(words):
        return None
    if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
        return None
    return Told(ranked[0][0], "words")


def words_of(text: str) -> list[str]:
    """Return what `WORD` finds in *text*."""
    if text.isascii():
        words = text.encode("ascii").translate(_BLANKED).decode("ascii").split()
        if max(map(len, words), default=0) <= _LONGEST:
            return words
    return WORD.findall(text)


def votes(words: Iterable[str]) -> list[tuple[str, float]]:
    """Return languages and the weight of their small words among *words*, the heaviest first.

    A word weighs one, and half as much again where no other language has it.
    """
    table = _weights()
    found: defaultdict[str, float] = defaultdict(float)
    for word in filter(table.__contains__, words):
        weight, languages = table[word]
        for language in languages:
            found[language] += weight
    return sorted(sorted(found.items()), key=itemgetter(1), reverse=True)


@cache
def _weights() -> Mapping[str, tuple[float, tuple[str, ...]]]:
    return {word: (0.5 + 1.0 / len(spoken), spoken) for word, spoken in small_words().items()}


def weight(text: str, language: str) -> float:
    """Return how much the small words and the letters of *text* speak for *language*."""
    said = dict(votes(words_of(text.casefold()))).get(language, 0.0)
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
