"""When the model of languages is asked, which takes half a second to load."""

import pytest

from audit.claims.speech import languages, tell

ENGLISH = (
    "The harbour museum opened its doors on Monday with a room full of patterns for the carved "
    "boats of the coast, and visitors may touch the rope and hear how it was made.\n"
)
LATIN = "Gallia est omnis divisa in partes tres quarum unam incolunt Belgae aliam Aquitani\n"
LIST = (
    "Harbour Museum of Lindby, Rooms and Boats\nTide Tables\n" + "Rope, hemp, the pier, 1902\n" * 15
)


@pytest.fixture
def silent(monkeypatch):
    """Fail where the model is loaded."""

    def load():
        raise AssertionError("the model is asked")

    monkeypatch.setattr(tell, "_model", load)


@pytest.mark.usefixtures("silent")
def test_the_model_is_not_asked_where_few_words_lean_to_the_language_of_the_rest():
    (found,) = languages(LIST + ENGLISH * 12)
    assert (found.language, found.start, found.by) == ("en", 0, "words")
    with pytest.raises(AssertionError):
        languages(LIST)


def test_the_model_is_asked_where_words_of_a_part_lean_elsewhere():
    if not tell.has_model():
        pytest.skip("needs provenance-audit[lang]")
    found = languages(ENGLISH * 13 + LATIN * 16)
    assert [each.language for each in found] == ["en", "la"]
