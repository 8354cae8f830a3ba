import pytest

from audit.claims.speech import tell
from audit.extractors import conflicts, extract_all

EN = (
    "The old crane on the quay comes down after ninety years of work for the harbour, and its "
    "chain goes to the museum, where it will hang in the hall beside the anchor found with it.\n"
)
DE = (
    "Der alte Kran auf dem Kai wird nach neunzig Jahren Arbeit für den Hafen abgebaut, und seine "
    "Kette kommt in das Museum, wo sie in der Halle neben dem Anker hängen wird, der mit ihr"
    " gefunden "
    "war.\n"
)


def said(document, text, **more):
    evidence = extract_all(document(text, **more))
    found = [claim for claim in evidence.claims if claim.property == "language"]
    disputes = [each for each in conflicts(evidence.claims) if each.property == "language"]
    return found, disputes


def page(document, lang, text):
    markup = f'<html lang="{lang}"><body><p>{text}</p></body></html>'
    return said(document, text, markup=markup)


def test_the_language_of_the_text_with_its_line(document):
    ((claim,), disputes) = said(document, "\n\n" + EN * 3)
    assert (claim.normalized, claim.line, claim.chosen, claim.origin) == ("en", 3, True, "found")
    assert claim.value.startswith("The old crane")
    assert claim.reason == "100 % of the text, by its small words"
    assert disputes == []


@pytest.mark.parametrize("lang", ["de", "de-AT", "DE_de", "ger"])
def test_what_agrees_with_the_text_is_chosen_as_it_is_declared(document, lang):
    found, disputes = page(document, lang, DE * 3)
    assert disputes == []
    assert [c.normalized for c in found if c.chosen] == [lang.replace("_", "-")]


def test_a_template_that_declares_another_language_is_a_conflict_and_not_believed(document):
    found, (dispute,) = page(document, "en-US", DE * 3)
    assert dispute.reason == "declared en-US, but the text is de"
    assert [c.normalized for c in found if c.chosen] == ["de"]


def test_what_a_person_declares_is_kept_and_still_a_conflict(document):
    found, (dispute,) = said(document, DE * 3, declared="language: fr\n")
    assert dispute.reason == "declared fr, but the text is de"
    assert [c.normalized for c in found if c.chosen] == ["fr"]


def test_a_mixed_document_says_where_each_language_begins_and_contradicts_neither(document):
    found, disputes = said(document, EN * 16 + DE * 12, declared="language: de\n")
    assert disputes == []
    spoken = [(c.normalized, c.line, c.chosen) for c in found if c.extractor == "language"]
    assert spoken == [("en", 1, False), ("de", 17, False)]
    assert "another language begins here: 4" in found[-1].reason


def test_nothing_is_said_of_a_short_text(document):
    assert said(document, "The crane comes down.\n") == ([], [])


def test_what_nobody_can_tell_says_what_to_install(document, monkeypatch):
    monkeypatch.setattr("audit.extractors.language.has_model", lambda: False)
    monkeypatch.setattr(tell, "_model", lambda: None)
    text = "zorp blimfa grunx vettle dronk farbil mossken trelp ubwin kraffo\n" * 9
    ((claim,), _) = said(document, text)
    assert (claim.normalized, claim.chosen) == ("", False)
    assert "pip install 'provenance-audit[lang]'" in claim.reason


def test_paragraphs_in_turn_are_claims_in_both_languages(document):
    found, disputes = said(document, (EN + "\n" + DE + "\n") * 3)
    spoken = [(c.normalized, c.line, c.chosen) for c in found]
    assert spoken == [("en", 1, True), ("de", 3, False)]
    assert found[0].reason == "50 % of the text, by its small words"
    assert disputes == []


RU = (
    "Старый кран на причале снимают после девяноста лет работы в порту, и его цепь отдадут музею, "
    "где она будет висеть в зале рядом с якорем, который нашли вместе с ней.\n"
)


@pytest.mark.parametrize("order", [(EN, DE, RU), (RU, EN, DE)])
def test_a_text_in_thirds_names_all_three_languages_and_chooses_none(document, order):
    found, disputes = said(document, "\n".join(text * 3 for text in order))
    assert disputes == []
    assert sorted(c.normalized for c in found) == ["de", "en", "ru"]
    assert not any(c.chosen for c in found)


def test_a_page_with_blocks_of_its_own_languages_names_each(document):
    text = f"{EN * 4}\n{DE * 2}\n{RU * 2}"
    found, disputes = page(document, "en", text)
    assert {c.normalized for c in found if c.extractor == "language"} == {"en", "de", "ru"}
    assert [c.normalized for c in found if c.chosen] == ["en"]
    assert disputes == []


def test_comments_of_a_page_of_a_manual_have_no_say(document):
    comment = '.\\" The ferry may be copied under these terms, and the bell goes with it.\n'
    text = (
        ".TH FÄHRE 1\n.SH BEZEICHNUNG\nfaehre \\- setzt über den Fluss\n.SH BESCHREIBUNG\n"
        "Die Fähre setzt über den Fluss, wenn die Glocke zweimal geläutet wird und der Fährmann "
        "an seinem Platz ist. Bei Nebel fährt sie nicht, und auch nicht in der Nacht.\n"
    )
    found = extract_all(document(comment * 9 + text)).claims
    assert [c.normalized for c in found if c.property == "language" and c.chosen] == ["de"]
