"""The built command as a server of its own, with a store that goes away with it."""

import os
import re
import subprocess
import urllib.error
import urllib.request
from pathlib import Path


class Answer:
    """What came back: the status, the headers and the bytes."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()


def ask(url: str, body: bytes | None = None, headers: dict[str, str] | None = None, method: str | None = None) -> Answer:
    """Asks once and gives whatever is answered, refusals too."""
    request = urllib.request.Request(url, data=body, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return Answer(response)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return Answer(refusal)


class Server:
    """`tarifa serve` on a free port of loopback."""

    def __init__(self, command: Path, folder: Path):
        self.command = command
        self.folder = folder
        self.process = None
        self.start()

    def start(self):
        log = open(self.folder / "server.log", "ab")
        self.process = subprocess.Popen(
            [self.command, "serve", "--port", "0", "--store", self.folder / "store.sqlite"],
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"},
            text=True,
        )
        log.close()
        said = self.process.stdout.readline()
        found = re.fullmatch(r"Listening on (http://127\.0\.0\.1:(\d+))\n", said)
        if not found:
            self.stop()
            raise RuntimeError(f"the server did not say where it listens, but {said!r}; see {self.folder}/server.log")
        self.address, self.port = found[1], int(found[2])

    @property
    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
