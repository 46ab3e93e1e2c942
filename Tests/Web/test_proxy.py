"""The proxy that docs/server.md describes, in front of the server: the text of that page is what runs here."""

import json
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from server import ask

HERE = Path(__file__).parent
KEYS = ["the key of a user", "the key of another"]
DUTY = "/v1/duty?hts=8482.10.50.44&origin=CN&on=2018-07-06&value=10000"


def documented() -> str:
    page = (HERE / "../../docs/server.md").read_text()
    return re.search(r"```nginx\n(.*?)```", page, re.DOTALL)[1]


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"docs/server.md says {old!r} {text.count(old)} times"
    return text.replace(old, new)


@pytest.fixture(scope="module")
def proxy(started_server, tmp_path_factory):
    nginx = shutil.which("nginx")
    if not nginx:
        pytest.skip("nginx is not here and could not be installed: the documented proxy is not tested")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # No certificate and no name of its own here, another port, a second key; all else is as documented.
    block = replaced(documented(), "listen 443 ssl;", f"listen 127.0.0.1:{port};")
    block = replaced(block, "127.0.0.1:8787", f"127.0.0.1:{started_server.port}")
    block = replaced(block, f'"{KEYS[0]}" 1;', "".join(f'"{key}" 1; ' for key in KEYS))
    folder = tmp_path_factory.mktemp("nginx")
    shutil.copy(HERE / "nginx.conf", folder)
    (folder / "documented.conf").write_text(block)
    with open(folder / "nginx.log", "wb") as log:
        process = subprocess.Popen([nginx, "-p", folder, "-c", "nginx.conf", "-e", "stderr"], stderr=log)
    for _ in range(100):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    else:
        process.kill()
        pytest.fail("nginx did not start: " + (folder / "nginx.log").read_text())
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=10)


def wait_for_room():
    """Lets the limit of ten a second with twenty at once empty again."""
    time.sleep(2.2)


def test_nobody_comes_in_without_a_key(server, proxy):
    assert ask(proxy + DUTY).status == 401
    assert ask(proxy + DUTY, headers={"X-API-Key": "made up"}).status == 401


def test_answers_are_the_same_bytes(server, proxy):
    key = {"X-API-Key": KEYS[0]}
    asked = [
        (DUTY, None, {}),
        ("/v1/assess", json.dumps({"action": "us-301-list-1"}).encode(), {"Content-Type": "application/json"}),
        ("/v1/duty?hts=8482", None, {}),
    ]
    for path, body, headers in asked:
        direct = ask(server.address + path, body, headers)
        through = ask(proxy + path, body, {**headers, **key})
        assert (through.status, through.body) == (direct.status, direct.body)
        assert through.headers["ETag"] == direct.headers["ETag"]


def test_measurements_stay_inside(server, proxy):
    for path in ("/metrics", "/%6detrics", "//metrics"):
        assert ask(proxy + path, headers={"X-API-Key": KEYS[0]}).status == 403
    assert ask(server.address + "/metrics").status == 200


def test_a_page_of_the_proxys_own_origin_may_send(server, proxy):
    """A browser says in the origin what it asked for, with its port, and nginx hands the host on as it was asked for."""
    headers = {"X-API-Key": KEYS[0], "Origin": proxy, "Content-Type": "application/json"}
    assert ask(proxy + "/v1/annex", b'{"action": "us-301-list-1"}', headers).status == 200
    assert ask(proxy + "/v1/annex", b"{}", {**headers, "Origin": "https://elsewhere.example"}).status == 403


def test_large_bodies_stop_at_the_proxy(server, proxy):
    headers = {"X-API-Key": KEYS[0], "Content-Type": "text/csv", "Content-Length": str(100_000_000)}
    assert ask(proxy + "/v1/duty/batch", b"", headers).status == 413


def test_one_user_who_asks_too_fast_waits_and_others_do_not(server, proxy):
    wait_for_room()
    fast = [ask(proxy + "/health", headers={"X-API-Key": KEYS[0]}).status for _ in range(60)]
    assert set(fast) == {200, 503}
    assert 20 <= fast.count(200) <= 40
    assert ask(proxy + "/health", headers={"X-API-Key": KEYS[1]}).status == 200
    wait_for_room()
    assert ask(proxy + "/health", headers={"X-API-Key": KEYS[0]}).status == 200
