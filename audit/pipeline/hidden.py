"""An audit whose reports name nobody's mail address: records as they are, contacts hidden."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from audit.contacts import hidden, hidden_whole
from audit.diff.documents import Opened
from audit.model import Audit, BlockRecord, ClaimRecord, Finding, Problem

Record = TypeVar("Record")
_CODE: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{6,400}")


@dataclass(frozen=True, slots=True)
class _Hidden(Generic[Record]):
    """Records that are changed each time they are read."""

    records: Iterable[Record]
    change: Callable[[Record], Record]

    def __iter__(self) -> Iterator[Record]:
        return map(self.change, self.records)


def hide_contacts(audit: Audit) -> Audit:
    """Return *audit* with every mail address in it hidden; paths and keys stay as they are."""
    coded = frozenset(
        claim.value for claim in audit.claims if claim.property == "contact" and claim.normalized
    )

    def hide(finding: Finding) -> Finding:
        message = _message(finding.message, coded)
        return replace(finding, message=message, waived=hidden(finding.waived))

    return replace(
        audit,
        run=replace(audit.run, masked=True, remarks=list(map(hidden, audit.run.remarks))),
        claims=_Hidden(audit.claims, _claim),
        boilerplate=_Hidden(audit.boilerplate, _block),
        problems=[_problem(problem) for problem in audit.problems],
        findings=[hide(finding) for finding in audit.findings],
    )


def hide_document(opened: Opened) -> Opened:
    """Return a document to be shown with every mail address in it hidden."""
    document = opened.document
    shown = replace(document, text=hidden(document.text), markup=hidden(document.markup))
    return replace(opened, document=shown)


def hide_claims(claims: Iterable[ClaimRecord]) -> tuple[ClaimRecord, ...]:
    """Return *claims* with every mail address in them hidden."""
    return tuple(map(_claim, claims))


def _claim(claim: ClaimRecord) -> ClaimRecord:
    hide = hidden_whole if claim.property == "contact" and claim.normalized else hidden
    return replace(
        claim,
        value=hide(claim.value),
        normalized=hide(claim.normalized),
        reason=hidden(claim.reason),
    )


def _block(block: BlockRecord) -> BlockRecord:
    return replace(block, text=hidden(block.text))


def _problem(problem: Problem) -> Problem:
    return replace(problem, message=hidden(problem.message))


def _message(message: str, coded: frozenset[str]) -> str:
    """Return *message* without addresses, those in code included, which only claims know."""
    shown = hidden(message)
    for found in _CODE.finditer(message):
        if any(value.startswith(found[0]) for value in coded):
            shown = shown[: found.start()] + "*" * len(found[0]) + shown[found.end() :]
    return shown
