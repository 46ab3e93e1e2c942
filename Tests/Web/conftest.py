import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
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


@pytest.fixture(scope="session")
def browser(chromium_path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path)
        yield browser
        browser.close()


@pytest.fixture
def open_tab(server, browser):
    """Opens tabs, each in a context of its own as a new visitor has it.

    A test fails when one of its tabs said an error on the console, had something refused by the content security policy,
    or asked another origin.
    """
    contexts, complaints = [], []

    def watch(page):
        page.on("console", lambda said: said.type == "error" and complaints.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))

    def asked(request):
        if not request.url.startswith((server.address + "/", "data:", "blob:")):
            complaints.append(f"another origin: {request.url}")

    def tab(path: str, **options):
        context = browser.new_context(base_url=server.address, locale="en-US", **options)
        context.set_default_timeout(20_000)
        context.on("page", watch)
        context.on("request", asked)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield tab
    for context in contexts:
        context.close()
    if complaints:
        pytest.fail("\n".join(complaints))
