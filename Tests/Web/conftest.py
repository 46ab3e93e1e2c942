import os
import shutil
from pathlib import Path

import pytest
from server import Server

ROOT = Path(__file__).resolve().parents[2]
FIGURES: list[str] = []


def pytest_addoption(parser):
    parser.addoption("--screenshots", metavar="FOLDER", type=Path, help="keep a picture of every page here")


def pytest_terminal_summary(terminalreporter):
    for line in FIGURES:
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures() -> list[str]:
    """Lines to say at the end of the run."""
    return FIGURES


@pytest.fixture(scope="session")
def started_server(tmp_path_factory):
    command = Path(os.environ.get("TARIFA", ROOT / ".build/release/tarifa")).absolute()
    if not command.exists():
        pytest.exit(f"there is no {command}; build it (make build) or name another in TARIFA", returncode=1)
    server = Server(command, tmp_path_factory.mktemp("server"))
    yield server
    server.stop()


@pytest.fixture
def server(started_server):
    """The running server. A test during which its process ends has failed."""
    yield started_server
    if started_server.has_ended:
        ended = started_server.process.returncode
        started_server.start()
        pytest.fail(f"the server's process ended with {ended}")


@pytest.fixture(scope="session")
def chromium_path() -> str:
    path = os.environ.get("TARIFA_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.exit("there is no chromium on the path; install it or name a browser in TARIFA_BROWSER", returncode=1)
    return path
