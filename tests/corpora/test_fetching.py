import errno
import hashlib
import subprocess
import sys
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import requests

from research.corpora.fetching import FetchRefused, fetch
from research.corpora.files import read_bytes

BODY = "Сторони зустрілися. 🕊️\n".encode() * 4000
PAGE = b"<!doctype html><title>Sign in</title>"


class Server(ThreadingHTTPServer):
    """A host on loopback that serves ``bodies`` and misbehaves as the test says."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.bodies: dict[str, bytes] = {}
        self.behaviour = None
        self.asked: list[tuple[str, str | None]] = []
        self.host = f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("/c0ffee/", 1)[-1]
        self.server.asked.append((path, self.headers.get("Range")))
        if not (self.server.behaviour and self.server.behaviour(self, path)):
            self.serve(self.server.bodies[path])

    def serve(self, body, *, status=200, length=None, sent=None, kind="text/plain", **headers):
        start = self.headers.get("Range")
        if start and status == 200:
            body, status = body[int(start.removeprefix("bytes=").rstrip("-")) :], 206
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body if sent is None else body[:sent])
        return True

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def source(server, cache, pinned, monkeypatch):
    monkeypatch.setattr("pooch.core.time.sleep", lambda seconds: None)
    server.bodies = {"a/speech.txt": BODY, "b.txt": b"b"}
    return pinned(server.bodies)


def whole(folder):
    """The names of all files in the cache that a reader would take for a corpus file."""
    return sorted(path.name for path in folder.rglob("*.txt"))


def test_a_fetched_file_is_the_pinned_one_and_is_not_asked_for_again(server, source, cache):
    assert fetch(source, host=server.host, progress=False) == ["a/speech.txt", "b.txt"]
    assert read_bytes(source, "a/speech.txt") == BODY
    assert fetch(source, host=server.host, progress=False) == []
    assert len(server.asked) == 2
    assert not list(cache.rglob("*.part"))


def test_names_with_signs_and_letters_are_asked_for_as_they_are(server, cache, pinned):
    server.bodies = {"%25ef%25bf%20%23.txt": b"x"}
    fetch(pinned({"%ef%bf #.txt": b"x"}), host=server.host, progress=False)
    assert whole(cache) == ["%ef%bf #.txt"]


def test_a_cut_connection_is_resumed_where_it_stopped(server, source):
    cuts = iter([70_000, 70_000])

    def cut(handler, path):
        sent = next(cuts, None) if path == "a/speech.txt" else None
        return sent is not None and handler.serve(BODY, sent=sent)

    server.behaviour = cut
    fetch(source, host=server.host, progress=False)
    assert read_bytes(source, "a/speech.txt") == BODY
    assert [start for path, start in server.asked if path == "a/speech.txt"] == [None, "bytes=65536-", "bytes=131072-"]


def test_a_connection_that_is_cut_each_time_leaves_no_half_file(server, source, cache):
    server.behaviour = lambda handler, path: path == "a/speech.txt" and handler.serve(BODY, sent=10)
    with pytest.raises(requests.RequestException):
        fetch(source, host=server.host, progress=False)
    assert whole(cache) in ([], ["b.txt"])
    server.behaviour = None
    fetch(source, host=server.host, progress=False)
    assert read_bytes(source, "a/speech.txt") == BODY


def test_a_server_that_cannot_resume_is_asked_for_the_whole(server, source):
    source.place("a").mkdir(parents=True)
    source.place("a/speech.txt.part").write_bytes(b"something else")

    def whole_file(handler, path):
        del handler.headers["Range"]
        return handler.serve(server.bodies[path])

    server.behaviour = whole_file
    fetch(source, host=server.host, progress=False)
    assert read_bytes(source, "a/speech.txt") == BODY


def test_a_wrong_beginning_left_behind_is_thrown_away(server, source):
    source.place("a").mkdir(parents=True)
    source.place("a/speech.txt.part").write_bytes(b"something else")
    fetch(source, host=server.host, progress=False)
    assert read_bytes(source, "a/speech.txt") == BODY


def test_a_passing_error_of_the_server_is_tried_again(server, source):
    answers = iter([503, 429])
    server.behaviour = lambda handler, path: (
        path == "b.txt" and bool(status := next(answers, None)) and handler.serve(b"", status=status)
    )
    fetch(source, host=server.host, progress=False)
    assert Counter(path for path, _ in server.asked)["b.txt"] == 3


@pytest.mark.parametrize(
    ("behaviour", "error", "message"),
    [
        (lambda h, p: h.serve(BODY[:-1] + b"!"), ValueError, "does not match the known hash"),
        (lambda h, p: h.serve(BODY + b"more"), FetchRefused, "offers 180004 bytes; expected 180000"),
        (lambda h, p: h.serve(PAGE, kind="text/html; charset=utf-8"), FetchRefused, "sends a web page"),
        (lambda h, p: h.serve(PAGE), FetchRefused, "offers 37 bytes; expected 180000"),
        (lambda h, p: h.serve(b"", status=404), FetchRefused, "answers 404 Not Found"),
        (lambda h, p: h.serve(b"", status=302, Location="file:///etc/passwd"), FetchRefused, "another scheme: file:"),
        (lambda h, p: h.serve(b"", status=301, Location="https://127.0.0.1/x"), FetchRefused, "another scheme: https:"),
        (lambda h, p: h.serve(b"", status=302, Location=h.path), requests.TooManyRedirects, "30 redirects"),
    ],
)
def test_an_answer_that_is_not_the_file_leaves_nothing_behind(
    server, cache, pinned, behaviour, error, message, monkeypatch
):
    monkeypatch.setattr("pooch.core.time.sleep", lambda seconds: None)
    server.behaviour = behaviour
    with pytest.raises(error, match=message):
        fetch(pinned({"speech.txt": BODY}), host=server.host, progress=False)
    assert whole(cache) == []


def test_a_path_that_climbs_is_not_fetched(server, cache, pinned, tmp_path):
    with pytest.raises(ValueError, match="leads out of the cache"):
        fetch(pinned({"../../../../stray.txt": b"x"}), host=server.host, progress=False)
    assert server.asked == []
    assert whole(tmp_path) == []


def test_a_full_disk_is_reported_and_the_room_given_back(server, source, cache, monkeypatch):
    class Full:
        def __init__(self, file):
            self.file = file

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.file.close()

        def write(self, block):
            self.file.write(block[:10])
            raise OSError(errno.ENOSPC, "No space left on device")

    opened = Path.open

    def full(path, mode="r", *rest, **named):
        file = opened(path, mode, *rest, **named)
        return Full(file) if path.suffix == ".part" else file

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="No space left"):
        fetch(source, host=server.host, progress=False)
    assert whole(cache) == []
    assert not list(cache.rglob("*.part"))


def test_two_processes_fetch_each_file_once(server, source, cache):
    server.behaviour = lambda handler, path: threading.Event().wait(0.3)  # long enough for both to be under way
    files = {path: (hashlib.sha256(body).hexdigest(), len(body)) for path, body in server.bodies.items()}
    code = (
        "from research.corpora.registry import Pinned, Repository\n"
        "from research.corpora.fetching import fetch\n"
        f"files = {{path: Pinned(*pin) for path, pin in {files!r}.items()}}\n"
        f"print(len(fetch(Repository('owner/name', 'c0ffee', files), host={server.host!r}, progress=False)))"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    counts = sorted(int(run.communicate(timeout=60)[0]) for run in runs)
    assert Counter(path for path, _ in server.asked) == {"a/speech.txt": 1, "b.txt": 1}
    assert counts == [0, 2]
    assert read_bytes(source, "a/speech.txt") == BODY


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_in_bytes_on_a_terminal_alone(server, source, capsys, monkeypatch, terminal):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    fetch(source, host=server.host, progress=True)
    shown = capsys.readouterr().err
    assert "owner/name: 100%" in shown if terminal else shown == ""
