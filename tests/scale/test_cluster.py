import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import pytest
from distributed import LocalCluster

from research.scale import Cluster, Local, Settings, score
from research.scale.workers import _all_see

SETTINGS = Settings(part_rows=50)


class Processes:
    """A scheduler and two workers on loopback, each a process that can be killed."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.start()

    def start(self):
        shared = ["--host", "127.0.0.1", "--no-dashboard"]
        self.scheduler = launch("dask_scheduler", "--port", str(self.port), *shared)
        alone = ["--nthreads", "1", "--no-nanny", "--death-timeout", "60"]
        self.workers = [launch("dask_worker", self.address, *shared, *alone) for _ in range(2)]

    def kill(self):
        for process in (self.scheduler, *self.workers):
            process.kill()
            process.wait()


def launch(module, *arguments):
    command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def cluster():
    found = Processes()
    yield found
    found.kill()


@pytest.fixture(scope="module")
def expected(many, tree, tmp_path_factory):
    """A file of three thousand rows, and what comes out on this machine alone."""
    folder = tmp_path_factory.mktemp("alone")
    (folder / "in.txt").write_text("\n".join(many(3000)), encoding="utf-8")
    score(str(folder / "in.txt"), folder / "out", SETTINGS, Local(1))
    return folder / "in.txt", tree(folder / "out")


@contextmanager
def running(source, out, address):
    """Score in a thread, and let the body run once some parts are written."""
    failures = []

    def run():
        try:
            score(str(source), out, SETTINGS, Cluster(address))
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    while thread.is_alive() and len(list(out.glob("statements/part-*"))) < 3:
        time.sleep(0.02)
    assert len(list(out.glob("statements/part-*"))) < 60, "too fast to be disturbed"
    yield
    thread.join(timeout=180)
    assert not failures
    assert not thread.is_alive()


def test_a_worker_killed_midway_changes_nothing(cluster, expected, tree, tmp_path):
    source, whole = expected
    with running(source, tmp_path / "out", cluster.address):
        cluster.workers[0].kill()
    assert tree(tmp_path / "out") == whole


def test_the_scheduler_killed_and_started_again_midway_changes_nothing(cluster, expected, tree, tmp_path):
    source, whole = expected
    with running(source, tmp_path / "out", cluster.address):
        cluster.kill()
        cluster.start()
    assert tree(tmp_path / "out") == whole


def test_workers_that_do_not_see_the_folder_send_what_they_scored(cluster, expected, tree, tmp_path, monkeypatch):
    source, whole = expected
    asked = []
    monkeypatch.setattr("research.scale.workers._all_see", lambda *given: bool(asked.append(given)))
    score(str(source), tmp_path / "out", SETTINGS, Cluster(cluster.address))
    assert tree(tmp_path / "out") == whole
    assert [folder for _, folder in asked] == [tmp_path / "out"]


def test_it_is_found_out_whether_workers_see_the_folder(tmp_path):
    class Client:
        def __init__(self, *answers):
            self.answers = answers

        def run(self, function, path, on_error):
            seen = function(path)
            return {number: seen if answer is None else answer for number, answer in enumerate(self.answers)}

    assert _all_see(Client(None, None), tmp_path)
    assert not _all_see(Client(None, False), tmp_path)
    assert not _all_see(Client(None, OSError("lost")), tmp_path)
    assert not _all_see(Client(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_no_cluster_at_the_address(tmp_path, monkeypatch):
    monkeypatch.setattr("research.scale.workers._PATIENCE", 0.2)
    (tmp_path / "in.txt").write_text("We agree.\n")
    with pytest.raises(ConnectionError, match=r"no cluster answers at tcp://127.0.0.1:1: "):
        score(str(tmp_path / "in.txt"), tmp_path / "out", workers=Cluster("tcp://127.0.0.1:1"))


def test_a_scheduler_without_workers_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("research.scale.workers._PATIENCE", 5)
    (tmp_path / "in.txt").write_text("We agree.\n")
    with (
        LocalCluster(n_workers=0, dashboard_address=":0") as cluster,
        pytest.raises(ConnectionError, match="Only 0/1 workers arrived"),
    ):
        score(str(tmp_path / "in.txt"), tmp_path / "out", workers=Cluster(cluster.scheduler_address))


def test_without_dask_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    (tmp_path / "in.txt").write_text("We agree.\n")
    with pytest.raises(ImportError, match=r"detente\[cluster\]"):
        score(str(tmp_path / "in.txt"), tmp_path / "out", workers=Cluster("tcp://127.0.0.1:1"))
