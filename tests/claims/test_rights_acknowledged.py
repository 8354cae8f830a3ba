"""Texts that may be printed again by whoever names their source."""

import pytest

from audit.claims.rights import Sense, cues, mentions

SENTENCES = (
    "Reproduction is authorised provided the source is acknowledged.",
    "Reuse is authorised, provided the source is acknowledged.",
    "Reproduction for schools is permitted, provided that the source is cited.",
    "Reproduction autorisée, moyennant mention de la source",
    "Nachdruck, auch auszugsweise, mit Quellenangabe gestattet.",
    "Wiedergabe mit Quellenangabe gestattet.",
    "Reproducción autorizada, con indicación de la fuente bibliográfica",
    "Riproduzione autorizzata con citazione della fonte",
    "Overneming met bronvermelding toegestaan",
    "Reprodução autorizada mediante indicação da fonte",
    "Eftertryk tilladt med kildeangivelse",
    "Kopiering tillåten med angivande av källan",
    "Powielanie dozwolone pod warunkiem podania źródła",
)


def said(text):
    found = mentions(text, 0, len(text))
    return [each.normalized for each in found if each.sense is Sense.SAID]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_some_rights_are_reserved(sentence):
    assert said(sentence) == ["some-rights-reserved"]
    assert list(cues(sentence))


def test_beside_a_notice_and_a_decision():
    text = "© Harbour Union, 2020. Reproduction is authorised provided the source is acknowledged."
    assert "some-rights-reserved" in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reproduction is not authorised provided the source is acknowledged.",
        "Reproduction of the photographs is authorised provided the source is acknowledged.",
        "Swimming is permitted with the source of the river in view.",
        "Nachdruck auch mit Quellenangabe nicht gestattet.",
        "Redistribution in source and binary forms is permitted provided that no bell rings.",
    ],
)
def test_what_grants_nothing(text):
    assert said(text) == []
