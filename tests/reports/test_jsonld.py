"""JSON-LD of sources: nodes that stay apart, and every value with the place it was read from."""

import json
import zipfile


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
        if node["@id"].startswith("document:tide-notes.md#") and node["audit:part"] == "text":
            assert node["prov:value"] in notes
            line = f"document:tide-notes.md#line={node['audit:line'] - 1},{node['audit:line']}"
            assert node["prov:wasQuotedFrom"] == {"@id": line}


def test_a_notice_that_is_no_licence_is_not_called_one(place, here):
    place("town")
    outcome = here("sources", "input", "-f", "jsonld", "--no-catalogue")
    nodes = json.loads(outcome.out)["@graph"]
    licences = [each for node in nodes for each in node.get("schema:license", [])]
    notices = [each for node in nodes for each in node.get("schema:copyrightNotice", [])]
    assert all(each["@id"].startswith("https://") for each in licences)
    assert any("All rights reserved" in each for each in notices)


def test_a_licence_is_the_address_that_spdx_has_for_it(here):
    said = {
        "bsd": "License: BSD-3-Clause",
        "data": "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        "france": "Licence ouverte 1.0",
        "one": "Licensed under the Apache License, Version 2.0 or the MIT license.",
    }
    for name, line in said.items():
        text = f"The rope walk\n\nThe rope walk opens its doors today.\n\n{line}\n"
        (here.cwd / f"{name}.txt").write_text(text)
    nodes = json.loads(here("sources", ".", "-f", "jsonld", "--no-catalogue").out)["@graph"]
    found = {node["@id"]: node.get("schema:license") for node in nodes if "schema:sha256" in node}
    assert found == {
        "document:bsd.txt": [{"@id": "https://spdx.org/licenses/BSD-3-Clause.html"}],
        "document:data.txt": [{"@id": "https://spdx.org/licenses/DL-DE-BY-2.0.html"}],
        "document:france.txt": None,
        "document:one.txt": [
            {"@id": "https://spdx.org/licenses/Apache-2.0.html"},
            {"@id": "https://spdx.org/licenses/MIT.html"},
        ],
    }


OF_TYPES = {
    "sha256": "MediaObject",
    "softwareVersion": "SoftwareApplication",
    "email": "Person",
    "articleSection": "Article",
    "datePublished": "DigitalDocument",
    "encodingFormat": "DigitalDocument",
}
"""To what schema.org gives some of its properties."""


def test_every_node_has_the_type_to_which_its_properties_belong(place, here):
    place("town")
    nodes = json.loads(here("sources", "input", "-f", "jsonld", "--no-catalogue").out)["@graph"]
    assert any("audit:contact" in node for node in nodes)
    for node in nodes:
        wanted = {f"schema:{OF_TYPES[name]}" for name in OF_TYPES if f"schema:{name}" in node}
        assert wanted <= set(node["@type"])


def test_the_name_of_every_node_is_absolute_and_one_that_a_path_spells(here):
    folder = here.cwd / "a b#c?d"
    folder.mkdir()
    (folder / "\u00e9 %20.txt").write_text(
        "The rope walk\n\nThe rope walk opens its doors today.\n"
    )
    with zipfile.ZipFile(here.cwd / "box.zip", "w") as box:
        box.writestr(
            "in side.txt", "The quay\n\nThe quay is closed to all boats until the spring.\n"
        )
    graph = json.loads(here("sources", ".", "-f", "jsonld", "--no-catalogue").out)
    names = {node["@id"] for node in graph["@graph"]}
    assert {name for name in names if "#" not in name and not name.startswith("audit:")} == {
        "document:a%20b%23c%3Fd/%C3%A9%20%2520.txt",
        "document:box.zip",
        "document:box.zip%21/in%20side.txt",
    }
    assert {name.partition(":")[0] for name in names} <= graph["@context"].keys()


def test_what_a_file_beside_it_declares_is_quoted_from_there(here):
    (here.cwd / "a.txt").write_text("The rope walk\n\n3 May 2024\n\nThe rope walk is open.\n")
    (here.cwd / "a.meta.yml").write_text("type: notice\npublisher: Harbour Museum\n")
    said = here("sources", ".", "-f", "jsonl", "--limit", "0", "--no-catalogue").out
    claims = [line for line in map(json.loads, said.splitlines()) if line["type"] == "claim"]
    places = {one["declared_in"]: one["line"] for one in claims if one["property"] == "publisher"}
    assert places == {"a.meta.yml": 2}
    assert {one["declared_in"] for one in claims if one["part"] == "text"} == {""}
    assert b"L2 of a.meta.yml" in here("show", "a.txt", "--no-catalogue").out
    graph = json.loads(here("sources", ".", "-f", "jsonld", "--no-catalogue").out)
    quoted = [node.get("prov:wasDerivedFrom", {}) for node in graph["@graph"]]
    assert {"@id": "document:a.meta.yml#line=1,2"} in [
        one.get("prov:wasQuotedFrom") for one in quoted
    ]
