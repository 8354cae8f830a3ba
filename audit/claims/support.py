"""How far claims are believed together: who says the same supports the other, damage does not."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import structs

from audit.claims.words import fold_title
from audit.model import Claim

CEILING: Final = 0.98
SUPPORT: Final = 0.5
"""How much of its confidence a second extractor lends to the first."""
VOICE: Final = 0.3
"""Below it a claim is no support: the date of a comment is not that of what it comments on."""
DATES: Final = frozenset(("issued", "modified", "created", "captured"))
_NAMES: Final = frozenset(("title", "creator", "publisher", "rights_holder"))
_HARM = re.compile("[\ufffd\x80-\x9f]")
_HARMED: Final = 0.6
_RUINED: Final = 0.4
_FULL: Final = 10
"""Characters of a name to one damaged one, at least, for it to be believed at all."""
_WORD = re.compile(r"[^\s,]+")


def supported(claims: Sequence[Claim]) -> list[Claim]:
    """Return *claims* with the confidence that others lend them, or that damage takes."""
    groups: dict[tuple[str, str], dict[str, float]] = {}
    keys = [(claim.property, same(claim)) for claim in claims]
    for key, claim in zip(keys, claims, strict=True):
        voices = groups.setdefault(key, {})
        voices[claim.extractor] = max(voices.get(claim.extractor, 0.0), claim.confidence)
    raised = [_raised(claim, groups[key]) for key, claim in zip(keys, claims, strict=True)]
    return [_doubted(claim) for claim in raised]


def _doubted(claim: Claim) -> Claim:
    """Believe a name with damaged characters little, one that is full of them not at all."""
    if claim.property not in _NAMES or claim.normalized.isascii():
        return claim
    count = len(_HARM.findall(claim.normalized))
    if not count:
        return claim
    most = _HARMED if count * _FULL <= len(claim.normalized) else _RUINED
    reason = f"{claim.reason}; damaged characters in it"
    return structs.replace(claim, confidence=min(claim.confidence, most), reason=reason)


def _raised(claim: Claim, said: Mapping[str, float]) -> Claim:
    if not claim.normalized or len(said) == 1:
        return claim
    voices = {
        name: confidence
        for name, confidence in said.items()
        if name != claim.extractor and confidence >= VOICE
    }
    if not voices:
        return claim
    doubt = 1 - claim.confidence
    for confidence in voices.values():
        doubt *= 1 - SUPPORT * confidence
    raised = max(claim.confidence, round(min(1 - doubt, CEILING), 4))
    reason = f"{claim.reason}; also said by {', '.join(sorted(voices))}"
    return structs.replace(claim, confidence=raised, reason=reason)


def same(claim: Claim) -> str:
    """Return what two claims share that say the same."""
    if claim.property in DATES:
        return claim.normalized
    if claim.property == "creator":  # `García Márquez, Gabriel` is who `Gabriel García Márquez` is
        return " ".join(sorted(_WORD.findall(fold_title(claim.normalized))))
    return fold_title(claim.normalized).strip(" .!?:\"'")
