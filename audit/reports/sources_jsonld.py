"""JSON-LD of sources: Dublin Core and schema.org for the values, W3C PROV for their evidence."""

import re
from collections.abc import Container, Iterator, Mapping
from itertools import groupby, islice
from typing import Any, Final, TextIO, final

from audit.model import Audit, ClaimRecord, DocumentRecord
from audit.reports import Report, to_json, uri

CONTEXT: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "audit": "urn:provenance-audit:",
    "document": "urn:provenance-audit:document:",
}
"""A name stays the same wherever the graph is read; another `document` leads to the files."""
TERMS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("dcterms:title", "schema:name"),
    "creator": ("dcterms:creator", "schema:author"),
    "publisher": ("dcterms:publisher", "schema:publisher"),
    "issued": ("dcterms:issued", "schema:datePublished"),
    "modified": ("dcterms:modified", "schema:dateModified"),
    "created": ("dcterms:created", "schema:dateCreated"),
    "captured": ("audit:captured",),
    "language": ("dcterms:language", "schema:inLanguage"),
    "rights": ("dcterms:rights", "schema:license"),
    "rights_holder": ("dcterms:rightsHolder", "schema:copyrightHolder"),
    "identifier": ("dcterms:identifier", "schema:identifier"),
    "url": ("schema:url",),
    "type": ("dcterms:type",),
    "format": ("dcterms:format",),
    "section": ("audit:section",),
    "source": ("dcterms:source",),
    "contact": ("audit:contact",),
    "generator": ("audit:generator",),
}
"""The terms of each property: Dublin Core first, where it has one.

Those of schema.org are ones that a document may have: it has no `email`, and is no `Article`.
"""
_SPDX: Final = re.compile(
    r"MIT|ISC|0BSD|BSD-\d-Clause|[A-Za-z][A-Za-z0-9-]{1,20}-\d+\.\d+[A-Za-z-]{0,12}"
)
"""Names of the SPDX list, as far as rights are told by them."""
_DATES: Final = {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}


@final
class SourcesJsonLd(Report):
    """Each document with what is chosen, then every claim as an entity with its evidence.

    A claim is `prov:wasAttributedTo` the extractor that made it and `prov:wasDerivedFrom` an
    entity of its own: the characters as they stand, `prov:wasQuotedFrom` a line of the file (a
    fragment of RFC 5147, which counts from 0).
    """

    id = "jsonld"
    mark = '"audit":"urn:provenance-audit:"'

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write one graph, one node a line."""
        out.write(f'{{"@context":{to_json(CONTEXT)},"@graph":[\n')
        shown = {each.path for each in islice(audit.documents, self.page.limit or None)}
        chosen: dict[str, list[ClaimRecord]] = {}
        agents = set()
        for claim in audit.claims:
            if claim.path in shown:
                agents.add(claim.extractor)
            if claim.chosen and claim.path in shown:
                chosen.setdefault(claim.path, []).append(claim)
        documents = (
            _document(each, chosen.get(each.path, []))
            for each in audit.documents
            if each.path in shown
        )
        agent_nodes = (_agent(name, audit.run.version) for name in sorted(agents))
        nodes = _separated(documents, agent_nodes, _claims(audit, shown))
        out.writelines(f"{separator}{to_json(node)}" for separator, node in nodes)
        out.write("\n]}\n")


def _claims(audit: Audit, shown: Container[str]) -> Iterator[dict[str, Any]]:
    for path, group in groupby(audit.claims, key=lambda claim: claim.path):
        if path in shown:
            yield from (_claim(claim, number) for number, claim in enumerate(group))


def _separated(*parts: Iterator[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    separator = ""
    for part in parts:
        for node in part:
            yield separator, node
            separator = ",\n"


def _document(document: DocumentRecord, claims: list[ClaimRecord]) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@id": _name(document.path),
        "@type": ["prov:Entity", "schema:DigitalDocument", "schema:MediaObject"],
        "schema:encodingFormat": document.media_type,
        "schema:sha256": document.sha256,
    }
    for claim in claims:
        for term in TERMS.get(claim.property, ()):
            said = _licences(claim) if term == "schema:license" else [(term, _value(claim))]
            for name, value in said:
                node.setdefault(name, []).append(value)
    return node


def _licences(claim: ClaimRecord) -> list[tuple[str, Any]]:
    """Return a licence as its address, several of which one may be chosen, or a mere notice."""
    text = claim.normalized or claim.value
    if text.startswith("https://"):
        return [("schema:license", {"@id": text})]
    names = text.split(" OR ")
    if all(map(_SPDX.fullmatch, names)):
        addresses = (f"https://spdx.org/licenses/{name}.html" for name in names)
        return [("schema:license", {"@id": address}) for address in addresses]
    return [("schema:copyrightNotice", claim.value)]


def _agent(extractor: str, version: str) -> dict[str, Any]:
    return {
        "@id": f"audit:extractor:{extractor}",
        "@type": ["prov:SoftwareAgent", "schema:SoftwareApplication"],
        "schema:name": extractor,
        "schema:softwareVersion": version,
    }


def _claim(claim: ClaimRecord, number: int) -> dict[str, Any]:
    terms = TERMS.get(claim.property, ())
    return {
        "@id": (name := f"{_name(claim.path)}#claim-{number}"),
        "@type": "prov:Entity",
        "audit:property": {"@id": terms[0] if terms else f"audit:{claim.property}"},
        "prov:value": _value(claim),
        "prov:wasDerivedFrom": _evidence(claim, f"{name}-evidence"),
        "prov:wasAttributedTo": {"@id": f"audit:extractor:{claim.extractor}"},
        "audit:confidence": claim.confidence,
        "audit:reason": claim.reason,
        "audit:chosen": claim.chosen,
        "audit:conflict": claim.conflict,
        **({"audit:dispute": claim.dispute} if claim.dispute else {}),
    }


def _evidence(claim: ClaimRecord, name: str) -> dict[str, Any]:
    """Return the node *name* of what a claim was read from, and where that stands."""
    node: dict[str, Any] = {
        "@id": name,
        "@type": "prov:Entity",
        "prov:value": claim.value,
        "audit:part": claim.part,
    }
    whole = {"@id": _name(claim.path)}
    if claim.part == "fields":
        return {**node, "prov:wasQuotedFrom": whole}
    offsets = {"audit:line": claim.line, "audit:start": claim.start, "audit:end": claim.end}
    if claim.part == "sidecar":
        at = {"prov:wasQuotedFrom": _line(claim.declared_in, claim)} if claim.declared_in else {}
        return {**node, "audit:beside": whole, **at, **offsets}
    return {**node, "prov:wasQuotedFrom": _line(claim.path, claim), **offsets}


def _line(path: str, claim: ClaimRecord) -> dict[str, str]:
    """Return the line of the file *path* on which *claim* begins."""
    return {"@id": f"{_name(path)}#line={claim.line - 1},{claim.line}"}


def _name(path: str) -> str:
    """Return the name of a file below the folder that is audited: no address, the same anywhere."""
    return f"document:{uri(path)}"


def _value(claim: ClaimRecord) -> Any:
    text = claim.normalized or claim.value
    dated = claim.property in {"issued", "modified", "created", "captured"}
    kind = _DATES.get(len(text)) if dated else None
    return {"@value": text, "@type": kind} if kind else text
