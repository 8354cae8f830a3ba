"""Cases at law are called by their parties, in whatever language the court writes."""

import pytest

from audit.extractors import extract_all

PROSE = (
    "\nThe town asked the owner of the quay to mend the stairs below the library, and the owner "
    "answered that the stairs had been those of the town since the bridge was built.\n"
)
GERMAN = (
    "Amtsgericht Hallby\n\nUrteil\n\nIn dem Rechtsstreit\n\nAnna Berg, Kaiweg 4, 12345 Hallby\n\n"
    "- Klägerin -\n\nProzessbevollmächtigte: Rechtsanwälte Dahl,\nTorweg 1, 12345 Hallby\n\n"
    "gegen\n\nStadtwerke Nordby GmbH, vertreten durch die Leitung,\nHafenweg 2, 12345 Nordby\n\n"
    "- Beklagte -\n"
)
FRENCH = (
    "TRIBUNAL ADMINISTRATIF\nDE HALLBY\n\nN° 1201234\n___________\n\nMme Anne BERG\nc/\n"
    "Commune de Nordby\n___________\n\nAudience du 12 juin 2021\n"
)
SPANISH = (
    "JUZGADO DE LO CIVIL\n\nAna Berg, demandante\n\ncontra\n\nAyuntamiento de Nordby, demandado\n"
)
ITALIAN = (
    "TRIBUNALE DI HALLBY\n\nAnna Berg\n- ricorrente -\n\ncontro\n\nComune di Nordby\n"
    "- resistente -\n"
)
ENGLISH = (
    "IN THE COUNTY COURT OF HALLBY\n\nANNA BERG, Plaintiff,\n\nv.\n\n3M QUAYS, INC., Defendant.\n"
)


def titles(document, text):
    claims = extract_all(document(text)).claims
    return [c.normalized for c in claims if c.chosen and c.property == "title"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (GERMAN, "Anna Berg gegen Stadtwerke Nordby GmbH"),
        (FRENCH, "Mme Anne BERG c/ Commune de Nordby"),
        (SPANISH, "Ana Berg contra Ayuntamiento de Nordby"),
        (ITALIAN, "Anna Berg contro Comune di Nordby"),
        (ENGLISH, "ANNA BERG v. 3M QUAYS, INC."),
    ],
)
def test_a_case_is_called_by_its_parties(document, head, name):
    assert titles(document, head + PROSE) == [name]


def test_a_word_between_two_lines_is_no_case_without_parties(document):
    text = f"The tides of Nordby\n\nTwo towns\n\ngegen\n\neine Brücke\n{PROSE}"
    assert titles(document, text) == ["The tides of Nordby"]
