"""Fetch a rules file of others: https alone, whole, small, soon, and with the right digest."""

import time
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any, Final

from audit.errors import RuleError
from audit.rules.mistakes import shown
from audit.rules.nodes import LARGEST
from audit.rules.pinned import Pin, check

PATIENCE: Final = 10.0
"""Seconds without a byte."""
LONGEST: Final = 30.0
"""Seconds for the whole file."""
_BLOCK: Final = 65_536
_SECURE: Final = "https://"


class _Secure(urllib.request.HTTPRedirectHandler):
    """Follows redirects to https alone."""

    def redirect_request(self, *asked: Any) -> urllib.request.Request | None:
        # Of what the library gives, the last is the new address.
        if not asked[-1].startswith(_SECURE):
            raise urllib.error.URLError(f"it leads to {shown(asked[-1])}, which is not https")
        return super().redirect_request(*asked)


def fetch(pin: Pin, patience: float = PATIENCE) -> bytes:
    """Return the bytes at the address of *pin*; *patience* are seconds without a byte.

    Raise RuleError, with the address, where they cannot be had, are not those that the digest
    promises, are larger than 1 MB, or take longer than 30 seconds.
    """
    try:
        data = _read(pin.url, patience)
        check(pin, data)
    except urllib.error.HTTPError as error:
        error.close()
        raise RuleError(f"{shown(pin.url, 300)}: the server says {error.code}") from None
    except urllib.error.URLError as error:
        raise RuleError(f"{shown(pin.url, 300)}: {_why(error.reason)}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise RuleError(f"{shown(pin.url, 300)}: {_why(error)}") from None
    return data


def _read(url: str, patience: float) -> bytes:
    if not url.startswith(_SECURE):
        raise ValueError("only https is fetched")
    end = time.monotonic() + LONGEST
    request = urllib.request.Request(url, headers={"User-Agent": "provenance-audit"})  # noqa: S310  # https, see above
    data = b""
    with urllib.request.build_opener(_Secure).open(request, timeout=patience) as answer:
        while block := answer.read1(_BLOCK):
            data += block
            if len(data) > LARGEST:
                raise ValueError(f"is larger than {LARGEST:,} bytes")
            if time.monotonic() > end:
                raise ValueError(f"took longer than {LONGEST:g} seconds")
    return data


def _why(error: object) -> str:
    if isinstance(error, TimeoutError):
        return "the server says nothing"
    reason = getattr(error, "verify_message", None) or getattr(error, "strerror", None)
    return f"cannot be fetched: {reason}" if reason else shown(str(error), 300)
