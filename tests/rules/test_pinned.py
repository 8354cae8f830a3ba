"""Rules of others: fetched on demand over https, known by their digest, never fetched unasked."""

import hashlib
import json
import shutil
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jsonschema
import pytest

from audit import cli
from audit.errors import RuleError
from audit.rules import fetch, load, parse, pins, schema
from audit.rules.pinned import Pin, keep, kept

TOWN = (
    b"audit: 1\nextends: [audit:archive]\nrules: {eels: {check: text, forbid: {contains: [eel]}}}\n"
)
DIGEST = hashlib.sha256(TOWN).hexdigest()
WHERE = "https://rules.example/town.yml"
PIN = Pin(url=WHERE, sha256=DIGEST)
NAMED = f"audit: 1\nextends: [{{url: '{WHERE}', sha256: {DIGEST}}}]\n"


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "rules"


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "audit.yml"
    path.write_text(NAMED)
    return path


def test_what_was_fetched_is_extended_without_any_network(file):
    keep(PIN, TOWN)
    rules = load(str(file))
    assert "eels" in rules.ids
    assert pins(str(file)) == (PIN,)


def test_what_is_not_here_is_named_at_its_place_and_nothing_is_fetched(file):
    with pytest.raises(RuleError) as caught:
        load(str(file))
    said = f"audit.yml:2:11: {WHERE} is not here yet; `audit rules fetch` fetches it"
    assert str(caught.value).splitlines()[0].endswith(said)


def test_other_bytes_under_the_digest_are_refused(file, cache):
    keep(PIN, TOWN)
    (cache / f"{DIGEST}.yml").write_bytes(b"audit: 1\n")
    with pytest.raises(RuleError, match=f"2:11: what was fetched from {WHERE} has the sha256"):
        load(str(file))
    with pytest.raises(ValueError, match="has the sha256"):
        keep(PIN, b"audit: 1\n")
    with pytest.raises(ValueError, match="has the sha256"):
        kept(PIN)


def test_mistakes_in_it_carry_its_address(file):
    data = b"audit: 1\nrules: {r: {check: txt}}\n"
    pin = Pin(url=WHERE, sha256=hashlib.sha256(data).hexdigest())
    keep(pin, data)
    file.write_text(NAMED.replace(DIGEST, pin.sha256))
    with pytest.raises(RuleError, match=f"^{WHERE}:2:20: unknown check “txt”; did you mean “text”"):
        load(str(file))


@pytest.mark.parametrize("other", ["./local.yml", "{url: 'https://a.example/x', sha256: " + DIGEST])
def test_it_extends_shipped_packs_only(file, other):
    closed = f"{other}}}" if other.startswith("{") else other
    data = f"audit: 1\nextends: [{closed}]\n".encode()
    pin = Pin(url=WHERE, sha256=hashlib.sha256(data).hexdigest())
    keep(pin, data)
    file.write_text(NAMED.replace(DIGEST, pin.sha256))
    (file.parent / "local.yml").write_text("audit: 1\n")
    with pytest.raises(RuleError, match="packs and fetched files extend shipped packs only"):
        load(str(file))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("https://a.example/x.yml", r"needs its digest: \{url: https://…, sha256: …\}"),
        ("{url: 'http://a.example/x', sha256: " + DIGEST + "}", "like https://example.org/rules"),
        ("{url: 'file:///etc/passwd', sha256: " + DIGEST + "}", "like https://example.org/rules"),
        ("{url: 'https://a.example/x'}", "“sha256” is missing"),
        ("{url: 'https://a.example/x', sha256: abc}", "like 64 hexadecimal digits"),
        ("{url: 'https://a.example/x', sha: abc}", "did you mean “sha256”"),
        ("[]", "“an item of extends” must be a text"),
    ],
)
def test_an_address_needs_https_and_a_digest(wanted, said):
    with pytest.raises(RuleError, match=said) as caught:
        parse(f"audit: 1\nextends: [{wanted}]\n".encode(), name="audit.yml", base="/nowhere")
    assert str(caught.value).startswith("audit.yml:2:")


def test_the_schema_knows_it():
    validator = jsonschema.Draft202012Validator(schema())
    good = {"audit": 1, "extends": ["audit:press", {"url": WHERE, "sha256": DIGEST}]}
    assert not list(validator.iter_errors(good))
    for bad in ({"url": WHERE}, {"url": "http://x/y", "sha256": DIGEST}, {"sha256": DIGEST}):
        assert list(validator.iter_errors({"audit": 1, "extends": [bad]}))


# The network, for real: a server of this machine, with a certificate of its own


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:1/town.yml")
            self.end_headers()
        elif self.path == "/gone":
            self.send_error(404)
        else:
            body = {"/large": b"#" * 1_000_001, "/other": b"audit: 1\n"}.get(self.path, TOWN)
            self.send_response(200)
            self.end_headers()
            if self.path == "/slow":
                time.sleep(0.5)
            self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
            "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        ],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as served:
        served.socket = context.wrap_socket(served.socket, server_side=True)
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"https://localhost:{served.server_address[1]}", str(folder / "cert.pem")
        served.shutdown()


@pytest.fixture
def trusted(server, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", server[1])
    return server[0]


def test_it_is_fetched_once_and_then_in_force(trusted, file, capsys):
    file.write_text(NAMED.replace("https://rules.example", trusted))
    assert cli.main(["rules", "fetch"]) == 0
    assert capsys.readouterr().out == f"{trusted}/town.yml fetched\n"
    assert cli.main(["rules", "fetch"]) == 0
    assert capsys.readouterr().out == f"{trusted}/town.yml is here\n"
    assert cli.main(["rules", "list", "-f", "jsonl"]) == 0
    rules = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert "eels" in rules


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/other", "has the sha256"),
        ("/large", "is larger than 1,000,000 bytes"),
        ("/gone", "the server says 404"),
        ("/away", "it leads to http://127.0.0.1:1/town.yml, which is not https"),
    ],
)
def test_what_is_wrong_is_one_line_and_2(trusted, file, capsys, path, said):
    file.write_text(NAMED.replace(WHERE, trusted + path))
    assert cli.main(["rules", "fetch"]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith(f"audit: error: {trusted}{path}: ")
    assert (said in shown, shown.count("\n")) == (True, 1)
    assert not list(file.parent.glob("cache/rules/*"))


def test_a_certificate_that_nobody_knows_is_refused(server, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with pytest.raises(RuleError, match="cannot be fetched: self-signed certificate"):
        fetch.fetch(Pin(url=f"{server[0]}/town.yml", sha256=DIGEST))


def test_a_server_that_says_nothing_is_left(trusted):
    with pytest.raises(RuleError, match="the server says nothing"):
        fetch.fetch(Pin(url=f"{trusted}/slow", sha256=DIGEST), patience=0.1)


def test_offline_is_one_line(file, capsys):
    file.write_text(NAMED.replace("rules.example", "localhost:1"))
    assert cli.main(["rules", "fetch"]) == 2
    shown = capsys.readouterr().err
    assert "cannot be fetched: Connection refused" in shown
    assert shown.count("\n") == 1


def test_nothing_to_fetch_is_said(file, capsys):
    file.write_text("audit: 1\nextends: [audit:archive]\n")
    assert cli.main(["rules", "fetch"]) == 0
    assert "extends nothing by address" in capsys.readouterr().err
    file.unlink()
    assert cli.main(["rules", "fetch"]) == 2
    assert "no audit.yml is in force here" in capsys.readouterr().err
