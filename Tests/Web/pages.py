"""What people do on the pages, by the names that a screen reader says."""

import re

from playwright.sync_api import Locator, Page

DUTY = {"Code or words": "8482.10.50.44", "Origin": "CN", "Day": "2018-07-06", "Value (USD)": "10000"}


def enter(page: Page, label: str, text: str):
    """Fills a field, or chooses by value where it is a list."""
    field = page.get_by_label(label, exact=True)
    if field.evaluate_all("fields => fields[0].tagName") == "SELECT":
        field.select_option(text)
    else:
        field.fill(text)


def press(page: Page, name: str):
    """Presses a button and waits for the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def go(page: Page, words: str):
    """Follows the first link, or presses the first button, whose name has these words, and waits for the page."""
    name = re.compile(words, re.IGNORECASE)
    main = page.get_by_role("main")
    with page.expect_navigation():
        main.get_by_role("link", name=name).or_(main.get_by_role("button", name=name)).first.click()


def look_up(page: Page):
    for label, text in DUTY.items():
        enter(page, label, text)
    press(page, "Look up")


def design(page: Page, brief: str):
    enter(page, "Brief", brief)
    if page.get_by_role("button", name="Take this brief", exact=True).count():
        press(page, "Take this brief")
    press(page, "Design the list")


def keep(page: Page) -> str:
    """Goes to the permalink of the answer shown and gives its path."""
    go(page, "permalink")
    page.wait_for_url(re.compile(r"/kept/[0-9a-f]{64}$"))
    return page.url[page.url.index("/kept/"):]


def main_text(page: Page) -> str:
    return page.get_by_role("main").inner_text()


def tab_to(page: Page, target: Locator):
    """Presses Tab until the element has the focus."""
    for _ in range(60):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"sixty times Tab do not reach {target}")
