"""The page on which statements are coded. It shows no label that a file or a model has for them."""

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, make_response, redirect, render_template, request, url_for
from markdown_it import MarkdownIt
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from research.coding.answers import QUESTIONS
from research.coding.choices import CHOICES
from research.coding.session import Session
from research.paths import data_path

_TEMPLATES = Path(__file__).parents[1] / "templates"
_BESIDE = ("speaker", "actor", "target", "register")


def create_app(session: Session) -> Flask:
    """Make the page of a session.

    Requests are answered under the names of this machine for itself alone, so that no foreign site can reach the page
    under a name of its own (DNS rebinding); answers are taken only from forms that this run has given out.
    """
    app = Flask(__name__, template_folder=str(_TEMPLATES), static_folder=None)
    app.config.update(TRUSTED_HOSTS=["127.0.0.1", "localhost"], MAX_CONTENT_LENGTH=1_000_000)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    page = _Page(session)
    app.add_url_rule("/", "next", page.next)
    app.add_url_rule("/done", "done", page.done)
    app.add_url_rule("/statement/<int:number>", "statement", page.statement)
    app.add_url_rule("/statement/<int:number>", "answer", page.answer, methods=["POST"])
    return app


class _Page:
    """The views; statements are numbered from 1."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._token = secrets.token_urlsafe()
        markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        self._codebook = Markup(markdown.render(data_path("codebook.md").read_text("utf-8")))  # noqa: S704 (our own)

    def next(self) -> AnyResponse:
        done = len(self._session.answers)
        if done >= self._session.planned:
            return redirect(url_for("done"), 303)
        return redirect(url_for("statement", number=done + 1), 303)

    def done(self) -> Response:
        return _answered("coding_done.html", session=self._session)

    def statement(self, number: int) -> Response:
        answers = self._session.answers
        self._check_number(number)
        return self._shown(number, answers[number - 1] if number <= len(answers) else {})

    def answer(self, number: int) -> AnyResponse:
        self._check_number(number)
        if not secrets.compare_digest(request.form.get("token", "").encode(), self._token.encode()):
            abort(403, "This page is from an earlier run. Go back, reload it and answer again.")
        given = {name: request.form.get(name, "") for name in (*QUESTIONS, "note")}
        if "skip" in request.form:
            given = {"note": given["note"]}
        elif not any(given[question] for question in QUESTIONS):
            return self._shown(number, given, "Answer every question, or skip the statement.", 422)
        try:
            self._session.record(number - 1, given)
        except ValueError as error:
            return self._shown(number, given, f"Not saved: {error}", 422)
        except OSError as error:
            return self._shown(number, given, f"Not saved: {error}. Make room and save again.", 500)
        return redirect(url_for("next"), 303)

    def _check_number(self, number: int) -> None:
        reached = min(len(self._session.answers) + 1, self._session.planned)
        if not 1 <= number <= reached:
            abort(404, f"There is no statement {number} yet; the last one is {reached}.")

    def _shown(self, number: int, answer: Mapping[str, str], fault: str = "", status: int = 200) -> Response:
        session = self._session
        row = session.order.iloc[number - 1].fillna("").to_dict()
        return _answered(
            "coding.html",
            status,
            session=session,
            number=number,
            row=row,
            beside={name: row[name] for name in _BESIDE if row.get(name, "").strip()},
            questions=CHOICES,
            answer=answer,
            fault=fault,
            token=self._token,
            codebook=self._codebook,
        )


def _answered(template: str, status: int = 200, **content: Any) -> Response:
    nonce = secrets.token_urlsafe(16)
    response = make_response(render_template(template, nonce=nonce, **content), status)
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; img-src data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response
