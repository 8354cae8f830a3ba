"""The check `filename`."""

from typing import Annotated, ClassVar, Final, final

from msgspec import Meta

from audit.checks import Check, Row, location
from audit.model import Violation
from audit.patterns import compiled, fits
from audit.tables import Query

NAMES: Final = "select d.path from documents d order by d.path"


@final
class Filename(Check, frozen=True, kw_only=True):
    r"""A document is not named as it should be.

    The pattern must match the end of the path from the beginning of a name: `\d{4}/.+\.txt` fits
    `collections/2003/a.txt`, and so does `.+\.txt`. Use `paths` to say which documents it is for.

        rules:
          file-names: {check: filename, matches: '\d{4}-\d\d-\d\d_[a-z-]+\.\w+'}

    PASS: `2003/2003-05-11_harbour-fire.txt`

    FAIL: `2003/Copy of scan (2).txt`

    Names for the message: `{name}` the path, `{pattern}`.
    """

    id: ClassVar[str] = "filename"
    alone: ClassVar[bool] = True
    names: ClassVar[tuple[str, ...]] = ("name", "pattern")
    message: ClassVar[str] = "the name {name} does not fit {pattern}"

    matches: Annotated[str, Meta(min_length=1, description="A pattern of the `regex` package.")]

    def __post_init__(self) -> None:
        """Refuse what is no pattern."""
        try:
            compiled(self.matches)
        except ValueError as error:
            raise ValueError(f"matches: {error}") from None

    def select(self, rule: str) -> Query:
        """Return every path; patterns are not the same in every SQL."""
        del rule
        return Query(sql=NAMES)

    def violation(self, row: Row) -> Violation | None:
        """Accuse a path that does not fit."""
        path = str(row["path"])
        ends = [0, *(found + 1 for found, sign in enumerate(path) if sign == "/")]
        if any(fits(self.matches, path[start:]) for start in ends):
            return None
        return Violation(
            location=location(row),
            values={"name": path, "pattern": self.matches},
            key=(path, self.matches),
        )
