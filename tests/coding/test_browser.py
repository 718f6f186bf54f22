"""The page in a real browser, by the keyboard alone."""

import shutil
import threading

import pandas as pd
import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait
from werkzeug.serving import make_server

from research.coding import create_app

BROWSER, DRIVER = (shutil.which(name) for name in ("chromium", "chromedriver"))
ALONE = ("disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync")
WIDE, NARROW = (1400, 900), (360, 800)

pytestmark = pytest.mark.skipif(not (BROWSER and DRIVER), reason="needs chromium and chromedriver")


@pytest.fixture(scope="module")
def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for flag in ("headless=new", "no-sandbox", "disable-gpu", *ALONE):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser, begun):
    """The browser at the page of a new session."""
    with make_server("127.0.0.1", 0, create_app(begun), threaded=True) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        browser.get(f"http://127.0.0.1:{server.server_port}/")
        yield browser
        messages = browser.get_log("browser")
        browser.get("about:blank")
        server.shutdown()
        thread.join()
    assert [message for message in messages if message["level"] == "SEVERE"] == []


def press(browser, *keys):
    for key in keys:
        browser.switch_to.active_element.send_keys(key)


def shown(browser, number):
    """Wait for a statement."""
    WebDriverWait(browser, 10).until(lambda driver: driver.current_url.endswith(f"/statement/{number}"))
    return browser.find_element(By.CLASS_NAME, "statement").text


def chosen(browser):
    return [box.get_attribute("value") for box in browser.find_elements(By.CSS_SELECTOR, "input:checked")]


def emulate(browser, size, scheme="light"):
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})


def test_all_statements_are_coded_by_the_keyboard_alone(opened, begun):
    for number in range(1, begun.planned + 1):
        assert shown(opened, number).split() == begun.order["text"].iloc[number - 1].split()
        press(opened, "3", "2", "1", "3", Keys.ENTER)
    WebDriverWait(opened, 10).until(lambda driver: driver.current_url.endswith("/done"))
    found = pd.read_csv(begun.file, dtype=str)
    assert found["id"].tolist() == begun.order["id"].tolist()
    codes = found[["stance", "intensity", "sentiment", "confidence"]].drop_duplicates().to_numpy().tolist()
    assert codes == [["demanding", "-2", "negative", "3"]]


def test_neutral_leaves_zero_and_a_new_stance_takes_back_an_intensity_that_contradicts_it(opened):
    shown(opened, 1)
    press(opened, "2")
    assert chosen(opened) == ["neutral", "0"]
    assert opened.switch_to.active_element.get_attribute("name") == "sentiment"
    press(opened, Keys.SHIFT + Keys.TAB, Keys.SHIFT + Keys.TAB, "1")
    assert chosen(opened) == ["conciliatory"]
    press(opened, "1")
    assert chosen(opened) == ["conciliatory", "1"]


def test_skip_back_and_correct(opened, begun):
    shown(opened, 1)
    press(opened, Keys.DELETE)
    shown(opened, 2)
    assert begun.skipped == 1
    press(opened, Keys.BACKSPACE)
    shown(opened, 1)
    press(opened, "1", "2", "2", "1", Keys.ENTER)
    shown(opened, 2)
    assert begun.answers[0]["intensity"] == "2"
    assert (len(begun.answers), begun.skipped) == (1, 0)


def test_in_the_note_keys_are_letters(opened, begun):
    shown(opened, 1)
    press(opened, "2", "2", "2")
    note = opened.find_element(By.NAME, "note")
    note.send_keys("№ 1–2, «чому?»xy", Keys.BACKSPACE, Keys.ENTER)
    shown(opened, 2)
    assert begun.answers[0]["note"] == "№ 1–2, «чому?»x"


def test_an_unanswered_question_keeps_the_page(opened, begun):
    shown(opened, 1)
    press(opened, "3", Keys.ENTER)
    assert "/statement/1" in opened.current_url
    assert begun.answers == []


def test_f1_opens_and_closes_the_codebook_and_the_next_page_remembers(opened):
    emulate(opened, WIDE)
    shown(opened, 1)
    before = opened.find_element(By.TAG_NAME, "details").get_attribute("open")
    press(opened, Keys.F1)
    after = opened.find_element(By.TAG_NAME, "details").get_attribute("open")
    assert (before is None) != (after is None)
    press(opened, Keys.DELETE)
    shown(opened, 2)
    assert opened.find_element(By.TAG_NAME, "details").get_attribute("open") == after


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_is_wider_than_the_window(opened, begun, size):
    emulate(opened, size)
    for number in range(1, begun.planned + 1):
        shown(opened, number)
        assert opened.execute_script("return document.documentElement.scrollWidth <= innerWidth")
        press(opened, Keys.DELETE)


#: Elements with words of their own whose contrast is below what WCAG 2.1 asks for (AA), but for choices that are off.
FAINT = """
const part = (value) => value / 255 <= .03928 ? value / 255 / 12.92 : ((value / 255 + .055) / 1.055) ** 2.4;
const light = (colour) => {
  const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number).map(part);
  return .2126 * red + .7152 * green + .0722 * blue;
};
const style = (element) => getComputedStyle(element);
const behind = (element) => {
  const colour = style(element).backgroundColor;
  return colour === "rgba(0, 0, 0, 0)" ? behind(element.parentElement) : colour;
};
const worded = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
const contrast = (element) => {
  const [dark, bright] = [light(style(element).color), light(behind(element))].sort((one, other) => one - other);
  return (bright + .05) / (dark + .05);
};
return [...document.querySelectorAll("body *:not(script)")]
  .filter((element) => element.checkVisibility() && worded(element) && !element.closest("label:has(:disabled)"))
  .filter((element) => contrast(element) < 4.5)
  .map((element) => element.outerHTML.slice(0, 80));
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(opened, scheme):
    emulate(opened, WIDE, scheme)
    shown(opened, 1)
    press(opened, "3", "2")
    assert opened.execute_script(FAINT) == []
