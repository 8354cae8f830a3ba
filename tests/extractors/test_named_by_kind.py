"""Texts that name themselves in the way of their kind: cases, manuals, newspapers."""

import pytest

from audit.extractors import extract_all
from tests.extractors.test_kinds_of_texts import PROSE, said

CASE = """\
                    UNITED STATES DISTRICT COURT
                    EASTERN DISTRICT OF LINDBY

HARBOUR TRUST OF LINDBY and       )
OLDHAVEN PILOTS,                  )
               Plaintiffs,        )
          v.                      )     No. 97 Civ. 2204
                                  )
LINDBY FERRY COMPANY, et al.,     )
               Defendants.        )

                    OPINION AND ORDER

"""


@pytest.mark.parametrize("sign", ["v.", "vs.", "-against-", "versus"])
def test_a_case_is_called_by_its_parties(document, sign):
    text = CASE.replace("v.  ", sign.ljust(4), 1) + PROSE
    parties = "HARBOUR TRUST OF LINDBY and OLDHAVEN PILOTS v. LINDBY FERRY COMPANY, et al."
    assert said(document, text) == [parties]
    points = f"Points\n\niv.\n\nthe quay\n\nv.\n\nthe mole\n\n{PROSE}"
    assert "caption" not in {claim.extractor for claim in extract_all(document(points)).claims}


MANUAL = """\
TIDES(1)                     Harbour Utilities                     TIDES(1)

NAME
       tides - print the times of high and low water at the stations that
       are named

SYNOPSIS
       tides [-d days] station ...

DESCRIPTION
       tides prints the times of high and low water of each station that is
       named on the command line, for as many days as are asked for.

AUTHOR
       Written by Jan Vos.

Harbour Utilities 2.1          11 February 2014                    TIDES(1)
"""


def test_a_page_of_a_manual_is_called_by_its_first_section(document):
    title = "tides - print the times of high and low water at the stations that are named"
    assert said(document, MANUAL) == [title]
    assert said(document, MANUAL, "creator") == ["Jan Vos"]
    assert said(document, MANUAL, "issued") == ["2014-02-11"]
    other = f"NAME\nAnn Grey - keeper of the lamp\n\n{PROSE}"
    assert "manual" not in {claim.extractor for claim in extract_all(document(other)).claims}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("T H E   H A R B O U R   N E W S", "THE HARBOUR NEWS"),
        ("THE LINDBY COURIER.", "THE LINDBY COURIER"),
        ("Lindhafener Zeitung", "Lindhafener Zeitung"),
    ],
)
def test_the_head_of_a_newspaper_names_who_publishes_it(document, head, name):
    folio = "VOL. XXIV.-NO. 105.    LINDBY, WEDNESDAY, MAY 3, 1911.    ONE PENNY."
    text = f"{head}\n\nOfficial paper of the town\n\n{folio}\n\nThe new light\n\n{PROSE}"
    assert said(document, text, "publisher") == [name]
    assert said(document, text, "issued") == ["1911-05-03"]
    assert not {head, name, "Official paper of the town"} & set(said(document, text))


def test_a_title_in_letters_that_stand_apart_is_read_as_words(document):
    text = f"A   H I S T O R Y   O F   T H E   M O L E\n\nby Ann Grey\n\n{PROSE}\n{PROSE}"
    assert said(document, text) == ["A HISTORY OF THE MOLE"]
    assert said(document, f"J K L\n\n{PROSE}") != ["JKL"]


@pytest.mark.parametrize(
    "day", ["Friday, 20 November 2015", "Fri, Nov 20, 2015", "vendredi 20 novembre 2015"]
)
def test_a_day_in_november_is_no_number_of_a_newspaper(day, document):
    text = f"Harbour News > Local > Piers\nA lamp for the mole\nBy Anna Holm\n{day}\n\n{PROSE}"
    assert said(document, text) == ["A lamp for the mole"]
    folios = [c for c in extract_all(document(text)).claims if c.extractor == "folio"]
    assert folios == []
