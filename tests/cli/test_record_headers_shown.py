"""`audit show` and JSON Lines give the headers of a capture."""

import json

PAGE = b"<html><head><title>Boats</title></head><body><p>The boats are in.</p></body></html>"
URL = "https://harbour.example/boats.html"


def record(block: bytes) -> bytes:
    return (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2024-07-24T10:00:00Z\r\n"
        f"WARC-Target-URI: {URL}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    ).encode() + (block + b"\r\n\r\n")


def test_headers_are_shown_and_their_addresses_hidden_on_demand(run, tmp_path):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nFrom: ada.lund@office.example\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(record(head + PAGE))
    shown = run("show", "boats.html", str(tmp_path), "--no-catalogue")
    assert "headers: http     From: ada.lund@office.example" in shown.out
    masked = run("show", "boats.html", str(tmp_path), "--no-catalogue", "--mask-contacts")
    assert "headers: http     From: " in masked.out
    assert "ada.lund" not in masked.out
    lines = run("check", str(tmp_path), "--no-catalogue", "-f", "jsonl").out.splitlines()
    headers = [row for row in map(json.loads, lines) if row["type"] == "header"]
    assert headers[-1] == {
        "type": "header",
        "path": f"a.warc!/{URL}",
        "kind": "http",
        "name": "From",
        "value": "ada.lund@office.example",
    }
