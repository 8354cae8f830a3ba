"""The head of a letter, a memo or a mail that was saved as a text: from whom, when, to whom."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from audit.claims.headline import Line
from audit.claims.words import fold_case

_TOP: Final = 12
"""Lines at the top among which a head is looked for."""
_MOST: Final = 10
"""Lines of a head."""
_LONGEST: Final = 400
_LABEL: Final = 24
"""Characters in which a label ends."""
_COLONS: Final = frozenset(":：")
_PARAGRAPH: Final = 120
"""Characters of a line from which on it is a paragraph."""
_KINDS: Final = {
    "from": (
        "from|von|de|da|van|fra|från|lähettäjä|od|от|kimden|feladó|من|"
        "發件人|发件人|差出人|보낸 사람"
    ),
    "sent": (
        "sent|date|gesendet|datum|envoyé|enviado|enviada em|fecha|data|inviato|verzonden|sendt|"
        "dato|skickat|lähetetty|wysłano|odesláno|отправлено|дата|gönderildi|elküldve|tarih|التاريخ|"
        "發送時間|发送时间|日期|送信日時|日付|보낸 날짜|날짜"
    ),
    "to": "to|an|à|para|a|aan|til|till|vastaanottaja|do|komu|кому|kime|إلى|收件人|宛先|받는 사람",
    "subject": (
        "subject|re|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět|"
        "тема|konu|الموضوع|主題|主题|件名|제목"
    ),
    "other": (
        "cc|kopie|bcc|attachments?|anlagen?|importance|reply-to|priority|pièces jointes|adjuntos"
    ),
}
_FIELD: Final = re.compile(
    "(?:"
    + "|".join(rf"(?P<{kind}>{labels})" for kind, labels in _KINDS.items())
    + r")(?: (?:le|el|am|on))?[ \t\xa0\u3000]{0,3}[:：][ \t\xa0\u3000]{0,40}(?P<value>\S.{0,380})?"
)
_NEEDED: Final = frozenset(("from", "sent"))
_ONE_OF: Final = frozenset(("to", "subject"))


class Field(NamedTuple):
    """What a line of the head says: `from`, `sent`, `to`, `subject`, and where the value stands."""

    kind: str
    start: int
    end: int


def mail_head(lines: Sequence[Line]) -> Sequence[Field]:
    """Return the fields of the head at the top of *lines*, nothing where there is none.

    It names who sent it and when, and to whom or what of, in lines that follow each other. A mail
    below a paragraph is one that the text shows.
    """
    far = next((at for at, line in enumerate(lines[:_TOP]) if _is_paragraph(line)), _TOP)
    return next((head for _, head in _heads(lines[: far + _MOST], far)), ())


def _is_paragraph(line: Line) -> bool:
    return len(line.text) >= _PARAGRAPH and not _COLONS.intersection(line.text[:_LABEL])


def answered(lines: Sequence[Line]) -> Line | None:
    """Return the line with which the second of several mails begins."""
    return next((first for first, _ in islice(_heads(lines, len(lines)), 1, None)), None)


def _heads(lines: Sequence[Line], most: int) -> Iterator[tuple[Line, Sequence[Field]]]:
    """Yield the heads that begin in the first *most* lines, each with its first line."""
    done = 0
    for first, line in enumerate(lines[:most]):
        if line.start >= done and _field(line):
            head = _head(lines[first : first + _MOST])
            kinds = {field.kind for field in head}
            if kinds >= _NEEDED and kinds & _ONE_OF:
                done = head[-1].end
                yield line, head


def _head(lines: Sequence[Line]) -> Sequence[Field]:
    found: list[Field] = []
    passed = 0
    for line in lines:
        field = _field(line)
        if field is None:
            passed += 1
            if passed > 1:  # the names of those it is sent to may go on in one more line
                break
        elif not any(field.kind == other.kind != "other" for other in found):
            found.append(field)
    return found


def _field(line: Line) -> Field | None:
    if ":" not in line.text and "：" not in line.text:  # most lines; the rest takes its time
        return None
    if not _COLONS.intersection(line.text[:_LABEL]) or len(line.text) > _LONGEST:
        return None
    match = _FIELD.fullmatch(fold_case(line.text))
    if match is None or match["value"] is None:
        return None
    kind = next(kind for kind in _KINDS if match[kind])
    return Field(kind, line.start + match.start("value"), line.start + match.end("value"))
