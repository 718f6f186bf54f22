import http.client
import multiprocessing
import os
import random
import re
import signal
import threading
import time
from urllib.parse import urlencode

import pandas as pd
import pytest

from research.coding import begin_session, create_app, draw_random
from research.coding.serving import serve

KILLS, STATEMENTS = 10, 150


def begin(file):
    table = pd.DataFrame({"id": [f"s{number}" for number in range(STATEMENTS)], "text": "Ми «готові», we’re ready 🕊️"})
    return begin_session(draw_random(table), "Оля", file)


def serve_session(file, told):
    with begin(file) as begun:
        serve(create_app(begun), 0, told.send)


@pytest.fixture(scope="module")
def start():
    """Serves a session in a process of its own; gives the process and the port of its page."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["research.coding"])

    def start(file):
        told, tell = context.Pipe(duplex=False)
        process = context.Process(target=serve_session, args=(file, tell))
        process.start()
        tell.close()
        return process, int(told.recv().rstrip("/").rpartition(":")[2])

    return start


def answer_to(number, answer):
    return answer(("demanding", "neutral", "conciliatory")[number % 3], note=f"№ {number}, “так”")


def code_until_it_dies(process, port, answer, draw):
    """Answer like a coder, only faster, and kill the server after a few answers, at any moment of the next.

    Gives the numbers of the statements that the page said to have kept.
    """
    last = draw.randint(1, 8)
    kept = []
    try:
        while True:
            began = time.monotonic()
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/")
            page = connection.getresponse()
            page.read()
            place = page.headers["Location"]
            connection.request("GET", place)
            token = re.search(r'name="token" value="([^"]+)"', connection.getresponse().read().decode())[1]
            number = int(place.rpartition("/")[2])
            form = urlencode({**answer_to(number, answer), "token": token})
            connection.request("POST", place, form, {"Content-Type": "application/x-www-form-urlencoded"})
            if connection.getresponse().status == 303:
                kept.append(number)
            if len(kept) == last:
                moment = draw.uniform(0, time.monotonic() - began)
                threading.Timer(moment, os.kill, (process.pid, signal.SIGKILL)).start()
    except (OSError, http.client.HTTPException):
        return kept


def test_killed_at_ten_random_moments_nothing_is_lost_and_nothing_is_there_twice(start, file, answer):
    draw = random.Random(3)
    done = []
    for _ in range(KILLS):
        process, port = start(file)
        kept = code_until_it_dies(process, port, answer, draw)
        process.join()
        assert process.exitcode == -signal.SIGKILL
        found = len(pd.read_csv(file)) if file.exists() else 0
        assert kept == list(range(len(done) + 1, len(done) + len(kept) + 1))
        # Killed between keeping an answer and saying so, the file has one more.
        assert found - len(done) - len(kept) in (0, 1)
        done = list(range(1, found + 1))
    assert KILLS <= len(done) < STATEMENTS
    finish(file, answer)
    finish(file.with_name("whole.csv"), answer)
    assert file.read_bytes() == file.with_name("whole.csv").read_bytes()


def finish(file, answer):
    with begin(file) as begun:
        for position in range(len(begun.answers), begun.planned):
            begun.record(position, answer_to(position + 1, answer))
