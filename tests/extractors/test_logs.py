"""Texts that grow by dated entries: the latest one tells when they were changed last."""

import pytest

from audit.extractors import conflicts, extract_all

PROSE = (
    "The harbour clock was wound, and nobody on the quay could say how long it had been so, nor who"
    " had paid for it when the first landing stage was built.\n"
)
LOGS = {
    "signed": "clock ({n}-1) steady\n\n  * {prose}\n -- Ada Lind <ada@quay.example>  {day}\n\n",
    "headed": "2.{n}.0 ({iso})\n------------------\n\n- {prose}\n",
    "kept": "commit 5f{n}e\nKeeper: Bo Ray\nDate:   {day}\n\n    {prose}\n",
    "parted": "1.0.{n} / {iso}\n==================\n\n  * {prose}\n",
}
DAYS = (("12 May 2021", "2021-05-12"), ("3 Jan 2021", "2021-01-03"), ("30 Nov 2020", "2020-11-30"))


def log(form, days):
    filled = enumerate(days)
    return "".join(form.format(n=9 - n, day=day, iso=iso, prose=PROSE) for n, (day, iso) in filled)


def chosen(evidence, *properties):
    return [c.normalized for c in evidence.claims if c.chosen and c.property in properties]


@pytest.mark.parametrize("form", LOGS.values(), ids=LOGS)
def test_the_latest_entry_of_a_log_is_its_last_change(document, form):
    evidence = extract_all(document(log(form, DAYS)))
    assert chosen(evidence, "modified", "issued") == ["2021-05-12", "2021-05-12"]
    assert chosen(evidence, "captured") == []
    assert [each for each in conflicts(evidence.claims) if each.property == "issued"] == []


def test_a_text_with_a_day_of_its_own_and_remarks_is_no_log(document):
    remarks = "".join(f"Bo Ray | {day}\n{PROSE[:60]}\n\n" for day, _ in DAYS)
    text = f"The clock of the harbour\n\nPublished 20 June 2019\n\n{PROSE * 4}\n{remarks}"
    assert chosen(extract_all(document(text)), "issued") == ["2019-06-20"]


@pytest.mark.parametrize(
    "line", ["(Rule 7, in force since {day}.)\n3 May 1921\n4 June 1922", "Page of {first}"]
)
def test_days_between_others_and_the_day_of_all_pages_are_no_log(document, line):
    parts = [PROSE + line.format(day=day, first=DAYS[0][0]) for day, _ in DAYS]
    assert chosen(extract_all(document("\n\n".join(parts))), "modified") == []
