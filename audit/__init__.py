"""Audit collections of documents for fixity, copies, boilerplate, quotations and provenance."""

from typing import Final

DISTRIBUTION: Final = "provenance-audit"


def version() -> str:
    """Return the version of the installed distribution, read late to keep start-up light."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0+unknown"
