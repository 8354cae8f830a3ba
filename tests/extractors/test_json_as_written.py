"""JSON whose text nobody can tell from the rest of it: its lines are no headlines."""

import pytest

from audit.extractors import extract_all
from audit.model import Source
from audit.readers.json_text import Json

NOTEBOOK = """{
 "cells": [
  {
   "cell_type": "markdown",
   "source": [
    "# Why the timetable came back",
    "The ferry office stopped printing its timetable four years ago, since everybody had one.",
    "In the second winter the librarian began to copy the times by hand for people who asked."
   ]
  }
 ],
 "nbformat": 4
}
"""
BROKEN = '[\n  The ferry office\n  {"a": 1,\n'


@pytest.mark.parametrize("text", [NOTEBOOK, BROKEN])
def test_no_line_of_it_is_a_title(text):
    data = text.encode()
    source = Source(
        uri="a.ipynb", path="a.ipynb", location="a.ipynb", size=len(data), modified=0, inode=0
    )
    claims = extract_all(Json().read(source, data, "test")).claims
    assert [claim.value for claim in claims if claim.property == "title"] == []
