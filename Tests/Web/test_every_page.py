"""What holds on each page: it can be perceived, fits narrow screens, and its pictures can be had as data."""

import json
import re
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from server import ask

pytestmark = pytest.mark.pages

PAGES = {
    "start": "/",
    "duty": "/duty",
    "duty-answer": "/duty?hts=8482.10.50.44&origin=CN&on=2018-07-06&value=10000",
    "goods": "/goods",
    "goods-found": "/goods?words=ball+bearings",
    "design": "/design",
    "impact": "/impact",
    "world": "/world",
    "world-rounds": "/world/escalate?escalation=us-cn-2018&base=2017-7x44",
    "compare": "/compare",
    "timeline": "/timeline",
    "law": "/law",
}
# Answers, as their permalinks show them.
KEPT = {
    "kept-duty": ("duty", {"hts": "8482.10.50.44", "origin": "CN", "on": "2018-07-06", "value": "10000"}),
    "kept-design": ("design", {"brief": "brief-us-cn-60bn", "brisk": True}),
    "kept-impact": ("assess", {"action": "us-301-list-1", "draws": 20}),
    "kept-world": ("world/assess", {"action": "us-301-lists-1-3"}),
    "kept-game": ("world/game", {"home": "US", "partner": "CN", "base": "2017-7x44", "curves": True}),
    "kept-deficit": ("deficit", {"plan": "us-cn-100bn"}),
    "kept-comparison": ("diff", {"a": "brief-us-cn-30bn", "b": "brief-us-cn-60bn"}),
}
ALL = [*PAGES, *KEPT]


@pytest.fixture(scope="module")
def path_of(started_server):
    kept = {}

    def path(name: str) -> str:
        if name in PAGES:
            return PAGES[name]
        if name not in kept:
            question, parameters = KEPT[name]
            body = json.dumps({"question": question, "parameters": parameters}).encode()
            answer = ask(f"{started_server.address}/v1/scenarios", body, {"Content-Type": "application/json"})
            assert answer.status in (200, 201), answer.body
            kept[name] = f"/kept/{json.loads(answer.body)['id']}"
        return kept[name]

    return path


@pytest.mark.parametrize("name", ALL)
def test_everyone_can_read_it(open_tab, path_of, request, name):
    page = open_tab(path_of(name), color_scheme="light")
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("heading", level=1).count() == 1
    light = Axe().run(page)
    assert light.violations_count == 0, light.generate_report()
    # Dark changes colours and nothing else.
    page.emulate_media(color_scheme="dark")
    dark = Axe().run(page, options={"runOnly": ["color-contrast"], "resultTypes": ["violations"]})
    assert dark.violations_count == 0, "dark: " + dark.generate_report()
    page.emulate_media(color_scheme="light")
    folder = request.config.getoption("--screenshots")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        if folder:
            page.screenshot(path=folder.absolute() / f"{name}-{width}.png", full_page=True)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("name", KEPT)
def test_its_pictures_can_be_had(open_tab, server, path_of, name):
    page = open_tab(path_of(name))
    kinds = {"CSV": "text/csv", "SVG": "image/svg+xml", "PNG": "image/png"}
    figures = page.get_by_role("figure")
    assert figures.count() > 0
    for figure in figures.all():
        for words, kind in kinds.items():
            link = figure.get_by_role("link", name=re.compile(f"^{words}\\b"))
            address = link.get_attribute("href")
            file = ask(server.address + quote(address, safe="/?&=%:"))
            assert file.status == 200 and len(file.body) > 100
            assert file.headers["Content-Type"].startswith(kind)
