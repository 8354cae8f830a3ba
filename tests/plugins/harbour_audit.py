"""A plug-in as another distribution would ship it: a check, a report, a reader and an extractor.

Its `pyproject.toml` would say:

    [project.entry-points."audit.checks"]
    berth = "harbour_audit:Berth"

    [project.entry-points."audit.reports"]
    log = "harbour_audit:Log"

    [project.entry-points."audit.readers"]
    logbook = "harbour_audit:Logbook"

    [project.entry-points."audit.extractors"]
    pilot = "harbour_audit:Pilot"
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Annotated, ClassVar, TextIO, final

from msgspec import Meta

from audit.checks import Check, Row, location
from audit.errors import ReadError
from audit.extractors import Extractor
from audit.lines import Lines
from audit.model import Audit, Claim, Document, Origin, Source, Span, Violation
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.decode import decode
from audit.reports import Report, by_severity, place, safe
from audit.tables import Query

FOUND = """
    select d.path, o.start, o."end", o.line, o."column", o.end_line, o.end_column, o.value
    from observations o join documents d on d.doc = o.doc
    where o.rule = :rule order by d.path, o.start
"""


@final
class Berth(Check, frozen=True, kw_only=True):
    """A text names a berth that the harbour does not have.

    Berths are written “berth 7”; `last` is the highest number there is.

        rules:
          berth-exists: {check: berth, last: 12, severity: error}

    Names for the message: `{berth}` as written, `{last}` the last one.
    """

    id: ClassVar[str] = "berth"
    names: ClassVar[tuple[str, ...]] = ("berth", "last")
    message: ClassVar[str] = "{berth}, but the last is {last}"

    last: Annotated[int, Meta(ge=1, description="The highest number of a berth.")]

    @property
    def looks(self) -> bool:
        """Look at every text."""
        return True

    def look(self, text: str) -> Iterator[Span]:
        """Yield the places of berths that there are not."""
        start = text.find("berth ")
        while start >= 0:
            digits = text[start + 6 : start + 10].split(" ", maxsplit=1)[0].strip(".,;\n")
            if digits.isdigit() and int(digits) > self.last:
                yield Span(start=start, end=start + 6 + len(digits))
            start = text.find("berth ", start + 1)

    def select(self, rule: str) -> Query:
        """Return what `look` saw."""
        return Query(sql=FOUND, values={"rule": rule})

    def violation(self, row: Row) -> Violation:
        """Point at the berth."""
        values = {"berth": row["value"], "last": str(self.last)}
        return Violation(location=location(row), values=values, key=(row["path"], row["value"]))


@final
class Log(Report):
    """The harbour master's log: one line a finding, with a bell for every error."""

    id = "log"

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write the log."""
        for finding in by_severity(audit.findings):
            bell = "!" if finding.severity == "error" else "."
            out.write(f"{bell} {place(finding.location)} {safe(finding.message, line=True)}\n")


@final
class Logbook(Reader):
    """The log that a harbour keeps as TOML: its `log`, one entry a line."""

    id = "logbook"
    media_types = ("application/toml",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Take the text out of the file; raise ReadError where it has none."""
        decoded = decode(data)
        try:
            text = tomllib.loads(decoded.text)["log"]
        except (tomllib.TOMLDecodeError, KeyError) as error:
            raise ReadError(f"no log: {error}") from None
        check_text(text, limits)
        return Document(
            source=source,
            media_type="application/toml",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
        )


@final
class Pilot(Extractor):
    """Who wrote the log: the name after `Pilot:`."""

    id = "pilot"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield a creator for every line that names a pilot."""
        lines = Lines(document.text)
        for found in re.finditer(r"(?m)^Pilot: (.{1,80})$", document.text):
            yield Claim(
                property="creator",
                value=found[1],
                normalized=found[1],
                extractor=self.id,
                origin=Origin.FOUND,
                line=lines.line(found.start(1)),
                start=found.start(1),
                end=found.end(1),
                confidence=0.9,
                reason="the line says so",
            )
