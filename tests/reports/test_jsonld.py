"""JSON-LD of sources: nodes that stay apart, and every value with the place it was read from."""

import json


def test_every_claim_has_evidence_of_its_own(place, here):
    place("town")
    outcome = here("sources", "input", "-f", "jsonld", "--no-catalogue")
    nodes = json.loads(outcome.out)["@graph"]
    claims = [node for node in nodes if "prov:wasDerivedFrom" in node]
    evidence = [claim["prov:wasDerivedFrom"] for claim in claims]
    names = [node["@id"] for node in [*nodes, *evidence]]
    assert len(claims) > 100
    assert len(names) == len(set(names))
    notes = (here.cwd / "input" / "tide-notes.md").read_text()
    for node in evidence:
        if node["@id"].startswith("tide-notes.md#") and node["audit:part"] == "text":
            assert node["prov:value"] in notes
            line = f"tide-notes.md#line={node['audit:line'] - 1},{node['audit:line']}"
            assert node["prov:wasQuotedFrom"] == {"@id": line}
