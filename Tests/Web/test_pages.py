"""What people come for, on the pages, with and without script."""

import json
import re

import pages
import pytest
from playwright.sync_api import expect
from server import ask

pytestmark = pytest.mark.pages


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def tab(open_tab, request):
    """Opens tabs of a browser with script and of one without."""
    return lambda path: open_tab(path, java_script_enabled=request.param)


def answer_of(server, path: str) -> dict:
    """The document that a kept page shows."""
    kept = path.removeprefix("/kept/")
    return json.loads(ask(f"{server.address}/v1/scenarios/{kept}/answer").body)


def test_a_duty_is_looked_up(tab):
    page = tab("/")
    pages.look_up(page)
    main = page.get_by_role("main")
    expect(main).to_contain_text("34%")
    expect(main).to_contain_text("$3,400.00")
    expect(main).to_contain_text("9903.88.01")


def test_words_lead_to_a_code_and_its_duty(tab):
    page = tab("/duty")
    pages.enter(page, "Code or words", "ball bearings")
    pages.enter(page, "Origin", "CN")
    pages.enter(page, "Day", "2018-07-06")
    pages.press(page, "Look up")
    found = page.get_by_role("main").get_by_role("link", name=re.compile(r"8482\.10\.\d\d")).first
    code = re.search(r"8482\.10[\d.]+", found.get_attribute("aria-label") or found.inner_text())[0]
    with page.expect_navigation():
        found.click()
    expect(page.get_by_role("main")).to_contain_text(code)
    expect(page.get_by_role("main")).to_contain_text(re.compile("ball bearings", re.IGNORECASE))


def test_an_unknown_code_says_so(open_tab, server):
    asked = ask(f"{server.address}/duty?hts=8482.99.99.99&origin=CN&on=2018-07-06&value=10000")
    assert asked.status in (200, 422)
    assert b"8482.99.99.99" in asked.body and b"$" not in asked.body.split(b"<main", 1)[1].split(b"</form>", 1)[1]


def test_a_list_is_designed_and_assessed(tab, server):
    page = tab("/design")
    pages.design(page, "brief-us-cn-60bn")
    path = pages.keep(page)
    designed = answer_of(server, path)
    assert abs(designed["value"] / 60e9 - 1) <= 0.005
    expect(page.get_by_role("main")).to_contain_text(f"{designed['lines']:,}")

    pages.go(page, "assess")
    if page.get_by_role("button", name="Assess", exact=True).count():
        pages.enter(page, "Draws", "0")
        pages.press(page, "Assess")
    path = pages.keep(page)
    assessed = answer_of(server, path)
    # The codes of the list carry goods along that were not chosen for themselves.
    carried = sum(good["value"] for good in designed["carried"])
    assert assessed["covered_imports"]["value"] == pytest.approx(designed["value"] + carried)
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"revenue", re.IGNORECASE))


def test_an_action_goes_through_the_world(tab, server):
    page = tab("/world")
    form = page.locator("form[action='/world/assess']")
    form.get_by_label("Action or agreement").select_option("us-301-list-1")
    form.get_by_label("World").select_option("2017-7x44")
    with page.expect_navigation():
        form.get_by_role("button", name="Work it out").click()
    answer = answer_of(server, page.url[page.url.index("/kept/"):])
    assert (answer["id"], answer["base"]["id"]) == ("us-301-list-1", "2017-7x44")
    expect(page.get_by_role("main")).to_contain_text("Real income by country")
    expect(page.get_by_role("figure")).to_have_count(6)


def test_two_briefs_are_compared(tab, server):
    page = tab("/compare")
    pages.enter(page, "A", "brief-us-cn-30bn")
    pages.enter(page, "B", "brief-us-cn-60bn")
    pages.press(page, "Compare")
    path = pages.keep(page)
    compared = answer_of(server, path)
    assert [compared[side]["action"] for side in ("a", "b")] == ["brief-us-cn-30bn", "brief-us-cn-60bn"]
    for amount in ("$30 bn", "$60 bn"):
        expect(page.get_by_role("main")).to_contain_text(amount)


def test_a_permalink_shows_another_visitor_the_same(open_tab):
    page = open_tab("/duty")
    pages.look_up(page)
    path = pages.keep(page)
    theirs = open_tab(path)
    assert pages.main_text(theirs) == pages.main_text(page)
    for figure in ("34%", "$3,400.00"):
        assert figure in pages.main_text(theirs)
    without = open_tab(path, java_script_enabled=False)
    assert "$3,400.00" in pages.main_text(without)


def test_the_keyboard_is_enough(open_tab):
    page = open_tab("/duty")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=re.compile("^skip", re.IGNORECASE))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.get_by_role("main").evaluate("main => main.contains(document.activeElement)")

    fields = {label: page.get_by_label(label, exact=True) for label in pages.DUTY}
    pages.tab_to(page, fields["Code or words"])
    page.keyboard.type(pages.DUTY["Code or words"])
    pages.tab_to(page, fields["Origin"])
    page.keyboard.type("China")
    pages.tab_to(page, fields["Day"])
    page.keyboard.type("07062018")
    pages.tab_to(page, fields["Value (USD)"])
    page.keyboard.type(pages.DUTY["Value (USD)"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("$3,400.00")


def test_the_frontier_follows_the_form(open_tab):
    page = open_tab("/design?brief=brief-us-cn-30bn")
    frontier = page.get_by_role("region", name="Frontier of the brief as filled in")
    expect(frontier).to_contain_text(re.compile(r"Imports covered \$(29|30)"), timeout=60_000)
    pages.enter(page, "Target value ($ bn)", "40")
    page.get_by_label("Title", exact=True).focus()
    expect(frontier).to_contain_text(re.compile(r"Imports covered \$(39|40)"), timeout=60_000)
    expect(frontier.get_by_role("img").first).to_be_visible()


def test_codes_are_suggested_and_chosen_by_keyboard(open_tab):
    page = open_tab("/")
    field = page.get_by_label("Code or words", exact=True)
    field.press_sequentially("ball bear")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(field).to_have_value("8482.10.10")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_late_suggestions_stay_away(open_tab):
    page = open_tab("/")
    page.get_by_label("Code or words", exact=True).fill("ball bearings")
    page.get_by_label("Day", exact=True).focus()
    page.wait_for_timeout(1500)
    expect(page.get_by_role("listbox", name="Goods found")).to_be_hidden()


def test_pictures_and_workbooks_are_what_they_say(server):
    query = "hts=8482.10.50.44&origin=CN&on=2018-07-06&value=10000"
    for part, start in [("chart/0.png", b"\x89PNG"), ("chart/0.svg", b"<"), ("report.xlsx", b"PK"), ("report.html", b"<!DOCTYPE")]:
        file = ask(f"{server.address}/duty/{part}?{query}")
        assert file.status == 200 and file.body.lstrip().startswith(start), part
