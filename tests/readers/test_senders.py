"""Who sent a message, as RFC 5322 means it in its appendix A, and as programs write it."""

import pytest

from audit.readers.decode.senders import senders

ANN, BO = ("Ann Berg", "ann@quay.example"), ("Bo Lind", "bo@quay.example")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Crew:Ann Berg <ann@quay.example>,Bo Lind <bo@quay.example>;", [ANN, BO]),
        (r"Ann Berg(a nice \) chap) <ann(of (the) quay)@quay.example(host)>", [ANN]),
        ("Crew(Some):Ann Berg <ann@quay.example> (hers); (the end)", [ANN]),
        ("(Empty)(start)Hidden crew  :(nobody(that I know))  ;", []),
        ("Undisclosed recipients:;", []),
        ("Berg, Ann <ann@quay.example>; Bo Lind <bo@quay.example>", [("Berg, Ann", ANN[1]), BO]),
        ("ann@quay.example; bo@quay.example", [("", ANN[1]), ("", BO[1])]),
        ("Ann Berg <mailto:ann@quay.example>", [ANN]),
        ('"Berg; (Ann)" <ann@quay.example>', [("Berg; (Ann)", ANN[1])]),
        ("Ann (the quay) Berg <ann@quay.example>", [("Ann (the quay) Berg", ANN[1])]),
        ("Tides: Ann Berg <ann@quay.example>", [("Tides: Ann Berg", ANN[1])]),
    ],
)
def test_who_sent_a_message(value, found):
    assert list(senders(value)) == found
