"""Which statements of rights of one document cannot both be true."""

from typing import Final

from audit.claims.rights import (
    IN_COPYRIGHT,
    LICENCE,
    PUBLIC_DOMAIN,
    is_one_licence,
    is_open,
    is_reserved,
    names_in,
)
from audit.claims.rights.commons import ZERO
from audit.model import Claim, Origin

_ALL_FREE: Final = frozenset((PUBLIC_DOMAIN, ZERO, "no-rights-reserved"))
_SOME: Final = "some-rights-reserved"


def is_licence(normalized: str) -> bool:
    """Tell whether a normalized statement of rights is a licence or the public domain."""
    return is_open(normalized) and all(map(LICENCE.fullmatch, names_in(normalized) or [""]))


def keeps_all(claim: Claim) -> bool:
    """Tell whether a claim leaves no room for a licence; a notice of copyright alone does."""
    is_notice = claim.normalized == IN_COPYRIGHT and claim.origin is Origin.FOUND
    return is_reserved(claim.normalized) and not is_notice


def are_two_licences(a: Claim, b: Claim) -> bool:
    """Tell whether two claims name licences that cannot be one; free of rights is not licensed."""
    names = {a.normalized, b.normalized}
    if _SOME in names and not _ALL_FREE.isdisjoint(names):
        return True
    both = is_licence(a.normalized) and is_licence(b.normalized)
    return both and not is_one_licence(a.normalized, b.normalized)


def exclude(a: Claim, b: Claim) -> bool:
    """Tell whether two claims of rights exclude each other."""
    kept = keeps_all(a), keeps_all(b)
    freed = is_licence(a.normalized), is_licence(b.normalized)
    return (kept[0] and freed[1]) or (kept[1] and freed[0]) or are_two_licences(a, b)
