"""Where the days of a text stand, and what stands beside them."""

import pytest

from audit.claims.dated import placed
from audit.claims.page import page_of


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("3 May 2021", 0),
        ("The bell, 3 May 2021, 4 May 2021", 12),
        ("Published: 3 May 2021, 4 May 2021, 5 May 2021", 15),
        ("Published: 3 May 2021, the bell was long held to be lost.", 47),
        ("Last updated: 3 May 2021 By entering the ferry you agree to its terms.", 14),
    ],
)
def test_how_much_of_the_line_of_a_day_is_none(document, line, others):
    page = page_of(document(f"{line}\n"))
    assert placed(page, page.dates)[0].others == others
