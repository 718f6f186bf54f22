import re
from html.parser import HTMLParser

import pytest

from research.coding import begin_session, create_app, draw_random

LOCAL = "http://127.0.0.1/"


class Page(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.words = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.words += data

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def show(client):
    """Shows a statement, with the token of its form."""

    def show(number=1):
        html = client.get(f"/statement/{number}", base_url=LOCAL).text
        return html, re.search(r'name="token" value="([^"]+)"', html)[1]

    return show


@pytest.fixture
def post(client, show):
    def post(number, given, **headers):
        token = show()[1]
        return client.post(f"/statement/{number}", data={"token": token, **given}, base_url=LOCAL, headers=headers)

    return post


def test_every_statement_is_shown_as_it_is_and_does_nothing(begun, show, post, answer):
    for number in range(1, begun.planned + 1):
        page = Page(show(number)[0])
        row = begun.order.iloc[number - 1]
        assert row["text"] in page.words
        assert all(row[name] in page.words for name in ("context", "speaker", "actor", "target"))
        assert [tag for tag, _ in page.elements if tag in ("img", "u", "b", "i", "iframe")] == []
        assert len(page.all("script")) == 1
        assert page.all("div")[2]["lang"] == row["language"]
        post(number, answer())


def test_labels_of_the_file_and_columns_of_nothing_are_not_shown(show):
    html = show()[0]
    assert "HIDDEN-LABEL" not in html
    assert "0.87654" not in html
    assert "register</dt>" not in html


def test_the_page_loads_and_runs_nothing_from_elsewhere(client):
    answered = client.get("/statement/1", base_url=LOCAL)
    policy = answered.headers["Content-Security-Policy"]
    nonce = re.search(r"script-src 'nonce-([^']+)'", policy)[1]
    assert policy.startswith("default-src 'none';")
    assert (
        nonce
        != re.search(
            r"nonce-([^']+)", client.get("/", base_url=LOCAL, follow_redirects=True).headers["Content-Security-Policy"]
        )[1]
    )
    assert Page(answered.text).all("script") == [{"nonce": nonce}]
    loaded = re.findall(r'(?:src|href|action)="([^"]*)"', answered.text)
    assert [target for target in loaded if not target.startswith(("/", "data:"))] == []
    assert answered.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "0.0.0.0", "[::1]", ""]
)
def test_the_page_answers_under_no_foreign_name(client, begun, host):
    answered = client.get("/statement/1", headers={"Host": host})
    assert answered.status_code == 400
    assert begun.order["context"].iloc[0] not in answered.text


@pytest.mark.parametrize("host", ["127.0.0.1:8731", "localhost", "localhost:1"])
def test_the_page_answers_under_the_names_of_this_machine(client, host):
    assert client.get("/statement/1", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("token", [None, "", "wrong", "невірний"])
def test_an_answer_from_elsewhere_is_refused(client, begun, answer, token):
    given = answer() if token is None else {**answer(), "token": token}
    assert client.post("/statement/1", data=given, base_url=LOCAL).status_code == 403
    assert begun.answers == []
    assert not begun.file.exists()


def test_a_form_of_another_run_is_refused(client, begun, show, answer):
    token = show()[1]
    other = create_app(begun).test_client()
    assert other.post("/statement/1", data={**answer(), "token": token}, base_url=LOCAL).status_code == 403


def test_an_answer_is_kept_and_the_next_statement_shown(client, begun, post, answer):
    assert post(1, answer(note="«чому?» “so”")).location == "/"
    assert client.get("/", base_url=LOCAL).location == "/statement/2"
    assert begun.answers == [answer(note="«чому?» “so”")]


def test_the_same_form_sent_twice_is_kept_once(begun, post, answer):
    for _ in range(2):
        post(1, answer())
    assert len(begun.answers) == 1


def test_back_shows_what_was_answered_and_corrects_it(begun, show, post, answer):
    post(1, answer(note="<i>“чому?”</i>"))
    assert {"href": "/statement/1", "class": "button", "id": "back"} in Page(show(2)[0]).all("a")
    inputs = Page(show(1)[0]).all("input")
    assert [box["value"] for box in inputs if "checked" in box] == ["demanding", "-2", "negative", "3"]
    assert [box["value"] for box in inputs if box.get("name") == "note"] == ["<i>“чому?”</i>"]
    post(1, answer("conciliatory"))
    assert [given["stance"] for given in begun.answers] == ["conciliatory"]


def test_a_statement_is_skipped_whatever_was_chosen(begun, post, answer):
    post(1, {**answer(note="hm"), "skip": "yes"})
    assert begun.answers[0]["stance"] == ""
    assert (begun.answers[0]["note"], begun.skipped) == ("hm", 1)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({}, "Answer every question"),
        ({"intensity": "2"}, "sign agrees with demanding"),
        ({"sentiment": "<img src=x>"}, "expected one of negative"),
    ],
)
def test_a_wrong_answer_is_named_and_what_was_chosen_stays(begun, post, answer, given, fault):
    answered = post(1, {**answer(note="kept"), **given} if given else {"note": "kept"})
    page = Page(answered.text)
    assert answered.status_code == 422
    assert fault in page.words
    assert page.all("img") == []
    assert 'value="kept"' in answered.text
    assert begun.answers == []


def test_a_full_disk_is_named_and_nothing_is_passed_over(begun, post, answer, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("research.coding.answers.os.fsync", full)
        answered = post(1, answer())
    assert (answered.status_code, begun.answers) == (500, [])
    assert "No space left on device" in answered.text
    post(1, answer())
    assert len(begun.answers) == 1


@pytest.mark.parametrize("number", [0, 2, 99])
def test_no_statement_is_jumped_over(client, post, begun, answer, number):
    assert client.get(f"/statement/{number}", base_url=LOCAL).status_code == 404
    assert post(number, answer()).status_code == 404
    assert begun.answers == []


def test_the_end_says_where_the_codes_are(client, begun, post, answer):
    for number in range(1, begun.planned + 1):
        post(number, answer() if number > 1 else {"skip": "yes"})
    page = Page(client.get("/", base_url=LOCAL, follow_redirects=True).text)
    assert f"{begun.planned - 1} coded, 1 skipped" in page.words
    assert str(begun.file) in page.words


def test_a_new_run_shows_the_first_statement_without_an_answer(statements, file, answer):
    for expected in ("/statement/1", "/statement/2", "/statement/3"):
        with begin_session(draw_random(statements), "Оля", file) as begun:
            client = create_app(begun).test_client()
            assert client.get("/", base_url=LOCAL).location == expected
            begun.record(len(begun.answers), answer())


def test_every_control_has_a_name_and_a_key(show, post, answer):
    post(1, answer())
    page = Page(show(2)[0])
    boxes = [box for box in page.all("input") if box["type"] == "radio"]
    assert len(boxes) == 14
    assert all(re.fullmatch("[0-3]", box["data-key"]) for box in boxes)
    assert len(page.all("label")) == len(boxes) + 1  # and the note
    assert len(page.all("fieldset")) == len(page.all("legend")) == 4
    assert page.all("html") == [{"lang": "en"}]
    assert [box["aria-label"] for box in page.all("progress") + page.all("aside")] == ["Statements done", "Codebook"]
    assert [key for key in ("Enter", "Del", "⌫", "F1") if key not in page.words] == []


def test_the_codebook_is_at_hand(show):
    page = Page(show()[0])
    assert "Would the other side's negotiator report this home as good news?" in page.words
    assert len(page.all("table")) >= 1
