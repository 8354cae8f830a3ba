"""Letters: whoever signs below the closing, and the body that heads it; nobody else's letters."""

import pytest

from audit.extractors import extract_all

PROSE = "The harbour office reports that the new crane on quay four was inspected on Tuesday.\n"


def chosen(evidence, name):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == name]


def letter(closing, signature, greeting="Dear Ms Berg,", head=""):
    return f"{head}{greeting}\n\n{PROSE * 3}\n{closing}\n\n{signature}\n"


@pytest.mark.parametrize(
    ("greeting", "closing"),
    [
        ("Dear Ms Berg,", "Yours sincerely,"),
        ("Sir,", "I have the honour to be, Sir, your obedient servant,"),
        ("Dear Ms Berg:", "Very truly yours,"),
        ("Dear Ms Berg", "Sincerely,"),
        ("Hello Ann,", "Kind regards"),
        ("Sehr geehrte Frau Berg,", "Mit freundlichen Grüßen"),
        ("Sehr geehrte Damen und Herren,", "Hochachtungsvoll"),
        ("Madame,", "Veuillez agréer, Madame, l'expression de mes sentiments distingués."),
        ("Chère Ann,", "Bien cordialement,"),
        ("Estimada señora Berg:", "Un cordial saludo,"),
        ("Gentile signora Berg,", "Cordiali saluti"),
        ("Prezada senhora Berg,", "Atenciosamente,"),
        ("Geachte mevrouw Berg,", "Met vriendelijke groeten,"),
        ("Bästa fru Berg!", "Med vänliga hälsningar"),
        ("Kjære fru Berg,", "Med vennlig hilsen"),
        ("Szanowna Pani,", "Z poważaniem"),
        ("Уважаемая г-жа Берг!", "С уважением,"),
    ],
)
def test_who_signs_a_letter_is_its_author(document, greeting, closing):
    evidence = extract_all(document(letter(closing, "Olaf Lind\nHarbour Master", greeting)))
    assert chosen(evidence, "creator") == ["Olaf Lind"]
    (claim,) = [c for c in evidence.claims if c.property == "creator"]
    assert (claim.value, claim.extractor) == ("Olaf Lind", "letter")


@pytest.mark.parametrize(
    ("signature", "creators"),
    [
        ("(signed) Olaf Lind", ["Olaf Lind"]),
        ("gez. Dr. Olaf von Lind", ["Dr. Olaf von Lind"]),
        ("i. A. Olaf Lind", ["Olaf Lind"]),
        (
            "Olaf Lind            Ann Berg\nLeiter               Archivarin",
            ["Olaf Lind", "Ann Berg"],
        ),
        ("Olaf Lind, Harbour Master", ["Olaf Lind"]),
        ("Hallby Harbour Office\nOlaf Lind", ["Olaf Lind"]),
        ("Hallby Harbour Office", ["Hallby Harbour Office"]),
        ("Harbour Master", []),
        ("Olaf", []),
        ("Ihre Stadtwerke Hallby", []),
        ("olaf.lind@harbour.example", []),
        ("Enclosures: 2", []),
    ],
)
def test_what_stands_below_the_closing(document, signature, creators):
    evidence = extract_all(document(letter("Yours sincerely,", signature)))
    assert chosen(evidence, "creator") == creators


@pytest.mark.parametrize(
    "text",
    [
        f"A letter is found\n\n{PROSE}\nYours sincerely,\n\nOlaf Lind\n\n{PROSE * 20}",
        letter("Yours sincerely,", "Olaf Lind") * 2,
        f"{PROSE * 3}\nOlaf Lind\n",
        f"Dear Ms Berg,\n\n{PROSE}\nHe signed it yours sincerely,\n\nOlaf Lind\n",
    ],
)
def test_a_letter_within_a_text_has_no_author_for_it(document, text):
    lines = text.replace(PROSE * 20, "\n\n".join([PROSE.strip()] * 20))
    assert chosen(extract_all(document(lines)), "creator") == []


def test_the_byline_of_an_article_goes_before_the_letter_that_it_ends_with(document):
    text = f"Crane inspected\nBy Ann Berg\n\n{letter('Yours sincerely,', 'Olaf Lind')}"
    assert chosen(extract_all(document(text)), "creator") == ["Ann Berg"]


OFFICE = "Hallby Harbour Office\nQuay Street 4\n1234 Hallby\n\n"
OTHER = "Ms Ann Berg\nHallby Museum\nMuseum Road 1\n\n"


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (f"{OFFICE}12 May 1987\n\n{OTHER}", ["Hallby Harbour Office"]),
        (f"{OFFICE}{OTHER}12 May 1987\n\n", ["Hallby Harbour Office"]),
        (f"{OFFICE}Hallby, 12 May 1987\n\n", ["Hallby Harbour Office"]),
        (f"{OFFICE}Hallby, den 12. Mai 1987\n\n", ["Hallby Harbour Office"]),
        (OFFICE, []),
        (f"{OFFICE}Kollby, 12 May 1987\n\n", []),
        (f"{OFFICE}12 May 1987\n\n", []),
        (f"Olaf Lind\nQuay Street 4\n1234 Hallby\n\n{OTHER}", []),
        (f"To the Harbour Office\nQuay Street 4\n1234 Hallby\n\n{OTHER}", []),
        (f"Hallby Harbour Office\n\n{OTHER}", []),
    ],
)
def test_the_body_that_heads_a_letter_and_not_the_one_it_is_for(document, head, publisher):
    text = letter("Yours sincerely,", "Olaf Lind", head=head)
    assert chosen(extract_all(document(text)), "publisher") == publisher


LETTER = (
    "Town Archive of Hallby\nQuay Street 4\n9000 Hallby\n\nHallby, 14 September 1987\n\n{}\n\n"
    "Dear members of the board,\n\nthe boxes that were found in the attic have been opened. They "
    "hold the lists of the pilots, and nothing was eaten by mice but the year 1830.\n\n"
    "Yours sincerely,\n\nMarit Aune\nTown archivist\n"
)


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("To the Board of the Library", []),
        ("Attn. Mr Aune", []),
        ("An den Vorstand der Bibliothek", []),
        ("The lists of the pilots", ["The lists of the pilots"]),
    ],
)
def test_whom_a_letter_is_for_is_no_title(document, line, titles):
    claims = extract_all(document(LETTER.format(line))).claims
    assert [c.normalized for c in claims if c.chosen and c.property == "title"] == titles
