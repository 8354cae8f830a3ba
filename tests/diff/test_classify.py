"""What kind of change a reader would call it."""

import pytest

from audit.diff import NUMBERS, QUOTATION, Hunk, Kind, compare

BEFORE = "The keeper of the old harbour said that the boats were ready and the tide was high. "
AFTER = " The council met later in the town hall and nobody spoke against the plan."


def changes(a: str, b: str) -> list[tuple[Kind, str, str]]:
    return [(hunk.kind, hunk.before, hunk.after) for hunk in hunks(a, b)]


def hunks(a: str, b: str) -> tuple[Hunk, ...]:
    return compare(f"{BEFORE}{a}{AFTER}", f"{BEFORE}{b}{AFTER}").hunks


@pytest.mark.parametrize(
    ("a", "b", "kind", "before", "after"),
    [
        ("It was warm.", "It was  warm.", Kind.LAYOUT, " ", "  "),
        ("An exam-\nple here.", "An example here.", Kind.LAYOUT, "exam-\nple", "example"),
        ("It's late.", "It’s late.", Kind.TYPOGRAPHY, "It's", "It’s"),
        ("On -- and on.", "On — and on.", Kind.TYPOGRAPHY, "--", "—"),
        ("He left…", "He left...", Kind.TYPOGRAPHY, "…", "..."),
        ("Some 1,200 gulls.", "Some 1200 gulls.", Kind.TYPOGRAPHY, "1,200", "1200"),
        ("A café.", "A cafe\u0301.", Kind.ENCODING, "café", "cafe\u0301"),
        ("A café.", "A cafÃ©.", Kind.ENCODING, "café", "cafÃ©"),
        ("The quay’s end.", "The quayâ€™s end.", Kind.ENCODING, "quay’s", "quayâ€™s"),
        ("The quay’s end.", "The quay?s end.", Kind.ENCODING, "quay’s", "quay?s"),
        ("A na\ufffdve plan.", "A naïve plan.", Kind.ENCODING, "na\ufffdve", "naïve"),
        ("The sea wall.", "The Sea Wall.", Kind.CASE, "sea wall", "Sea Wall"),
        ("Red, green.", "Red; green.", Kind.PUNCTUATION, ",", ";"),
        ("It cost 1,250 crowns.", "It cost 1,520 crowns.", Kind.NUMBER, "1,250", "1,520"),
        ("About 3.5 tons.", "About 5.3 tons.", Kind.NUMBER, "3.5", "5.3"),
        ("It was -5 at dawn.", "It was 5 at dawn.", Kind.NUMBER, "-", ""),
        ("It cost $5 here.", "It cost €5 here.", Kind.NUMBER, "$", "€"),
        ("Berth B12 is free.", "Berth B13 is free.", Kind.NUMBER, "B12", "B13"),
        ("On 12 March it came.", "On 13 March it came.", Kind.DATE, "12", "13"),
        ("On 12 March it came.", "On 12 April it came.", Kind.DATE, "March", "April"),
        ("It stood since 1923 there.", "It stood since 1932 there.", Kind.DATE, "1923", "1932"),
        ("Until 2024-03-01 only.", "Until 2024-03-11 only.", Kind.DATE, "2024-03-01", "2024-03-11"),
        ("Doors open at 18:30 today.", "Doors open at 19:30 today.", Kind.DATE, "18:30", "19:30"),
        ("We saw 3 of 5 boats.", "We saw 4 of 5 boats.", Kind.NUMBER, "3", "4"),
        ("So said Luigi Rossi.", "So said Ada Vidal.", Kind.NAME, "Luigi Rossi", "Ada Vidal"),
        ("The colour fades.", "The color fades.", Kind.SPELLING, "colour", "color"),
        ("They recieve mail.", "They receive mail.", Kind.SPELLING, "recieve", "receive"),
        ("Send an e-mail now.", "Send an email now.", Kind.SPELLING, "e-mail", "email"),
        ("The museum opened.", "The museums opened.", Kind.WORDING, "museum", "museums"),
        ("It is legal here.", "It is illegal here.", Kind.WORDING, "legal", "illegal"),
        ("The big boat sank.", "The small boat sank.", Kind.WORDING, "big", "small"),
        ("He slept.", "He slept. A new roof came.", Kind.SENTENCE, "", "A new roof came."),
    ],
)  # fmt: skip
def test_one_change_is_one_hunk_of_its_kind(
    a: str, b: str, kind: Kind, before: str, after: str
) -> None:
    (found,) = changes(a, b)
    assert found[0] is kind
    assert [part.strip() for part in found[1:]] == [before.strip(), after.strip()]
    assert [hunk.kind for hunk in hunks(b, a)] == [kind]


def test_two_numbers_stay_two_changes() -> None:
    assert changes("It rose 250 on 12 dry days.", "It rose 260 on 14 dry days.") == [
        (Kind.NUMBER, "250", "260"),
        (Kind.NUMBER, "12", "14"),
    ]


def test_neighbouring_rewordings_are_one() -> None:
    a = "The fine old boats lay by the stone pier at noon."
    b = "The rusty new ships lay near the wooden quay at noon."
    assert [kind for kind, _, _ in changes(a, b)] == [Kind.WORDING]


def test_a_change_inside_a_quotation_is_flagged() -> None:
    (hunk,) = hunks(
        'She said "we are ready to sail" twice.', 'She said "we are afraid to sail" twice.'
    )
    assert hunk.flags == (QUOTATION,)


def test_a_number_in_a_rewording_is_flagged() -> None:
    (hunk,) = hunks(
        "It took 40 strong local men to lift it.", "It needed 60 weak foreign boys to lift it."
    )
    assert (hunk.kind, hunk.flags) == (Kind.WORDING, (NUMBERS,))


MOVED = (
    "Hotels reported cancellations from the whole of the northern coast for the last {} of the "
    "long season, and more were on their way. "
)


def test_a_moved_passage_is_shown_once() -> None:
    passage = MOVED.format("week")
    a, b = f"{passage}{BEFORE}{AFTER} End of it.", f"{BEFORE}{AFTER} {passage}End of it."
    diff = compare(a, b)
    moved = [hunk for hunk in diff.hunks if hunk.kind is Kind.MOVED]
    assert [hunk.before.split() for hunk in moved] == [passage.split()]
    assert (diff.words_moved, diff.words_removed, diff.words_added) == (24, 0, 0)


def test_a_change_inside_a_moved_passage_is_not_lost() -> None:
    a = f"{MOVED.format('185')}{BEFORE}{AFTER} End of it."
    b = f"{BEFORE}{AFTER} {MOVED.format('187')}End of it."
    kinds = [(hunk.kind, hunk.before) for hunk in compare(a, b).hunks if hunk.kind is Kind.NUMBER]
    assert kinds == [(Kind.NUMBER, "185")]


def test_wrapping_changes_nothing_but_layout() -> None:
    a = BEFORE + "It cost 1,250 crowns." + AFTER
    b = (BEFORE + "It cost 1,520 crowns." + AFTER).replace(" the ", "\nthe ")
    loud = [hunk.kind for hunk in compare(a, b).hunks if hunk.kind is not Kind.LAYOUT]
    assert loud == [Kind.NUMBER]


def test_text_in_another_script_is_compared_by_characters() -> None:
    (hunk,) = compare(
        "潮位は百八十五に達した。港は閉まった。", "潮位は百八十七に達した。港は閉まった。"
    ).hunks
    assert (hunk.before, hunk.after) == ("五", "七")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It opens in the autumn.", "It opens in the spring. A new roof was promised."),
        ("The boats sail at noon.", "The roof is new. The boats sail at dawn."),
        ("The boats sail at noon.", "The roof is new here. The ships sail at noon."),
    ],
)
def test_a_new_sentence_beside_a_changed_one_stands_apart(a: str, b: str) -> None:
    assert sorted(kind for kind, _, _ in changes(a, b)) == [Kind.SENTENCE, Kind.WORDING]
    assert sorted(kind for kind, _, _ in changes(b, a)) == [Kind.SENTENCE, Kind.WORDING]
