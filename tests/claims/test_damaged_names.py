"""Names with damaged characters: believed little, or not at all."""

import pytest

from audit.claims.choose import choose
from audit.model import Claim, Origin


def title(value: str, extractor: str, confidence: float) -> Claim:
    return Claim(
        property="title",
        value=value,
        normalized=value,
        extractor=extractor,
        origin=Origin.EMBEDDED,
        line=1,
        start=0,
        end=0,
        confidence=confidence,
        reason="a field",
    )


@pytest.mark.parametrize(
    ("value", "is_chosen", "most"),
    [
        ("Die Möwen am alten Hafen", True, 1.0),
        ("Die M\ufffdwen am alten Hafen", True, 0.6),
        ("Die M\x94wen am alten Hafen", True, 0.6),
        ("M\ufffdwen", False, 0.4),
        ("\ufffdc\ufffd\ufffd", False, 0.4),
    ],
)
def test_a_damaged_title_is_never_sure(value, is_chosen, most):
    for claim in choose([title(value, "epub", 0.85), title(value, "html-meta", 0.85)]):
        assert claim.confidence <= most
        assert ("damaged characters in it" in claim.reason) == (most < 1)
    assert any(each.chosen for each in choose([title(value, "epub", 0.85)])) == is_chosen


def test_a_sound_title_is_chosen_before_a_damaged_one():
    damaged, sound = "Die M\ufffdwen am alten Hafen", "Die Möwen am alten Hafen"
    found = choose([title(damaged, "epub", 0.9), title(sound, "html-meta", 0.7)])
    assert [claim.value for claim in found if claim.chosen] == [sound]
