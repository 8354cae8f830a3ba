"""Audit collections of documents for fixity, copies, boilerplate, quotations and provenance."""

__version__ = "0.1.0"
"""The one place of the version; reading it from the installed metadata would cost 70 ms."""


def version() -> str:
    """Return the version of this package."""
    return __version__
