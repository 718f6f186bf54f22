import multiprocessing
import os
import random
import signal
import time

import pandas as pd
import psutil
import pytest

from research.scale import Local, Settings, score, scoring

KILLS = 10


class Slow:
    """Stands in for the predictor: it knows nothing, and takes its time."""

    def predict_frame(self, texts, language):
        time.sleep(0.01)
        labels = {"stance": "neutral", "stance_probability": 1.0, "intensity": 0, "sentiment": "neutral"}
        return pd.DataFrame({"language": "en", **labels, "sentiment_probability": [len(text) / 1e3 for text in texts]})


def slow_run(source, out):
    scoring._predictor = lambda model: Slow()
    score(str(source), out, Settings(part_rows=5), Local(1))


def run_on_two(source, out):
    score(str(source), out, Settings(part_rows=100), Local(2))


@pytest.fixture(scope="module")
def start():
    """Starts a function in a process of its own, from a server that has the imports behind it."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["research.scale"])

    def start(function, *arguments):
        process = context.Process(target=function, args=arguments)
        process.start()
        return process

    return start


@pytest.fixture
def source(many, tmp_path):
    path = tmp_path / "in.txt"
    path.write_text("\n".join(many(300)), encoding="utf-8")
    return path


def test_killed_at_ten_random_moments_a_run_goes_on_and_ends_the_same(start, source, tree, tmp_path):
    whole, out = tmp_path / "whole", tmp_path / "out"
    start(slow_run, source, whole).join()
    draw = random.Random(7)
    progress = []
    while len(progress) < KILLS:
        process = start(slow_run, source, out)
        wanted = done(out) + draw.randrange(8)
        while process.is_alive() and done(out) < wanted:
            time.sleep(0.002)
        time.sleep(draw.uniform(0, 0.03))  # in the midst of a part, or between two
        if process.is_alive():
            os.kill(process.pid, signal.SIGKILL)
            process.join()
            progress.append(done(out))
        else:  # finished before its time was up: the next kill meets a new run
            out = tmp_path / f"out{len(progress)}"
    start(slow_run, source, out).join()
    assert tree(out) == tree(whole)
    assert any(0 < parts < 60 for parts in progress), progress


def done(out):
    """How many parts are finished."""
    return len(list(out.glob("statements/part-*")))


def test_killed_with_its_workers_at_work_a_run_leaves_none_behind_and_ends_the_same(start, many, tree, tmp_path):
    source, out = tmp_path / "in.txt", tmp_path / "out"
    source.write_text("\n".join(many(3000)), encoding="utf-8")
    process = start(run_on_two, source, out)
    while not list(out.glob("statements/part-*")):
        time.sleep(0.02)
    workers = psutil.Process(process.pid).children(recursive=True)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert len(workers) >= 2
    assert psutil.wait_procs(workers, timeout=30)[1] == []
    assert len(list(out.glob("statements/part-*"))) < 30
    score(str(source), out, Settings(part_rows=100), Local(1))
    score(str(source), tmp_path / "whole", Settings(part_rows=100), Local(1))
    assert tree(out) == tree(tmp_path / "whole")


def test_a_process_that_is_killed_is_replaced(start, many, tree, tmp_path):
    source, out = tmp_path / "in.txt", tmp_path / "out"
    source.write_text("\n".join(many(2000)), encoding="utf-8")
    process = start(run_on_two, source, out)
    while not list(out.glob("statements/part-*")):
        time.sleep(0.02)
    workers = [child for child in psutil.Process(process.pid).children() if "spawn_main" in " ".join(child.cmdline())]
    os.kill(workers[-1].pid, signal.SIGKILL)
    process.join()
    assert process.exitcode == 0
    score(str(source), tmp_path / "whole", Settings(part_rows=100), Local(1))
    assert tree(out) == tree(tmp_path / "whole")
