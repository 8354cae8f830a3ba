"""The profile `ocr`, end to end: a damaged quotation is found where it stands."""

LOOK_ALIKES = {"m": "rn", "l": "1", "e": "c", "o": "0"}


def damaged(words):
    """Return *words* with a look-alike in every third."""
    return [
        next((word.replace(a, b) for a, b in LOOK_ALIKES.items() if a in word), word)
        if number % 3 == 0
        else word
        for number, word in enumerate(words)
    ]


def test_a_scanned_quotation_is_found_whole_with_its_profile(audited_texts, prose):
    source, host = prose(120).split(), prose(120).split()
    run = " ".join(damaged(source[40:80]))
    before, after = " ".join(host[:60]), " ".join(host[60:])
    texts = {"a.txt": " ".join(source), "b.txt": f"{before} {run} {after}"}
    assert sum(each.words for each in audited_texts(texts).passages) < 30
    (passage,) = audited_texts(texts, "audit: 1\ndocuments: {profile: ocr}\n").passages
    assert (passage.a, passage.b) == ("a.txt", "b.txt")
    assert texts["b.txt"][passage.b_start : passage.b_end] == run
    assert texts["a.txt"][passage.a_start : passage.a_end] == " ".join(source[40:80])


def test_copies_are_told_by_the_words_as_they_are(audited_texts, prose):
    text = f"{prose(40)} The modern harbour."
    texts = {"a.txt": text, "b.txt": text.replace("modern", "modem")}
    audit = audited_texts(texts, "audit: 1\ndocuments: {profile: ocr}\n")
    assert [pair.relation.value for pair in audit.pairs] == ["near-duplicate"]
