"""Everything that can stop an audit: each error knows its exit code and prints as one line."""

from typing import ClassVar


class AuditError(Exception):
    """Stop with one clear line; *str(error)* is that line, without a traceback."""

    exit_code: ClassVar[int] = 2


class UsageError(AuditError):
    """Say that the command line asks for something impossible."""


class SettingsError(AuditError):
    """Say that the settings do not fit together."""


class RuleError(AuditError):
    """Say what is wrong in a rules file; the message holds one located block a mistake."""


class ManifestError(AuditError):
    """Say what is wrong in a manifest, with its file and line."""


class ReadError(AuditError):
    """Say why one document could not be read; becomes a problem, never stops the others."""


class EngineError(AuditError):
    """Say what the engine was doing when it failed."""


class PatternError(AuditError):
    """Say which pattern of which rule ran out of time, and on which document."""


class CheckError(AuditError):
    """Say which check of which rule failed, on which document; the cause is kept."""


class ReportError(AuditError):
    """Say which report failed; the cause is kept."""


class NothingToAudit(AuditError):  # noqa: N818  # a state, not a failure of ours
    """Say that no file was found."""

    exit_code = 3
