"""The check `format`."""

from typing import Annotated, ClassVar, Final, final

from msgspec import Meta

from audit.checks import Check, Row, location
from audit.globs import matcher
from audit.model import Violation
from audit.tables import Query

DISAGREEING: Final = """
    select d.path, d.media_type, d.stated, d.basis, d.sha256 from documents d
    where d.stated <> '' and d.sha256 <> '' order by d.path
"""
EVERY: Final = """
    select d.path, d.media_type, d.stated, d.basis, d.sha256 from documents d
    where d.sha256 <> '' order by d.path
"""


@final
class Format(Check, frozen=True, kw_only=True):
    """A document is not in the format that its name promises, or not in one that is wanted.

    What a file is, its content tells; its extension only where the content could be anything. For
    a captured page the header of the server takes the place of the extension, for a record in a
    container that of the container. Without options a document breaks the rule where the two
    contradict each other. With `among`, a list of media types, where it is none of them; `text/*`
    stands for all texts.

        rules:
          format-as-named: {check: format}
          formats-we-keep: {check: format, among: [text/*, application/pdf], paths: [deposit/**]}

    PASS: a page called `report.html`; a text without any extension.

    FAIL: an error page that was saved as `report.pdf`; a text called `photo.jpg`.

    Names for the message: `{format}` of the content, `{stated}` by the name, empty where nothing
    contradicts it, `{basis}` in the words of a format identifier, `{reason}`.
    """

    id: ClassVar[str] = "format"
    names: ClassVar[tuple[str, ...]] = ("format", "stated", "basis", "reason")
    message: ClassVar[str] = "{reason}"

    among: Annotated[tuple[str, ...], Meta(description="The only media types allowed.")] = ()

    def __post_init__(self) -> None:
        """Refuse what is no pattern of media types."""
        try:
            matcher(self.among)
        except ValueError as error:
            raise ValueError(f"among: a media type {error}") from None

    def select(self, rule: str) -> Query:
        """Return the documents whose name and content disagree, or all where types are listed."""
        del rule
        return Query(sql=EVERY if self.among else DISAGREEING)

    def violation(self, row: Row) -> Violation | None:
        """Accuse one document."""
        found, stated, basis = (str(row[name]) for name in ("media_type", "stated", "basis"))
        if not self.among:
            reason = f"stated as {stated}, but its content is {found} ({basis})"
        elif not matcher(self.among)(found):
            reason = f"is {found} ({basis}), which is not among {', '.join(self.among)}"
        else:
            return None
        return Violation(
            location=location(row),
            values={"format": found, "stated": stated, "basis": basis, "reason": reason},
            key=(str(row["sha256"]), stated, found),
        )
