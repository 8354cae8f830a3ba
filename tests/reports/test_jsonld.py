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


def test_a_notice_that_is_no_licence_is_not_called_one(place, here):
    place("town")
    outcome = here("sources", "input", "-f", "jsonld", "--no-catalogue")
    nodes = json.loads(outcome.out)["@graph"]
    licences = [each for node in nodes for each in node.get("schema:license", [])]
    notices = [each for node in nodes for each in node.get("schema:copyrightNotice", [])]
    assert all(each["@id"].startswith("https://") for each in licences)
    assert any("All rights reserved" in each for each in notices)
