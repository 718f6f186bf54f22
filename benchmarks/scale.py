"""How fast and in how much memory files are scored, on the processes of this machine and on Dask workers."""

import argparse
import csv
import multiprocessing
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import psutil
from distributed import LocalCluster

from research import load_predictor
from research.cli.score import REFUSALS
from research.corpora import load
from research.scale import Cluster, score

_BATCH = 1_000
_SAMPLE = 200_000
_TURNS = 20_000_000


def statements(number: int) -> Iterator[str]:
    """Give statements of ``gold`` over and over, each with a mark, so that no two are the same."""
    texts = load("gold")["text"]
    yield from (f"{text} [{mark}]" for mark, text in enumerate(islice(cycle(texts), number)))


def write(path: Path, number: int) -> None:
    """Write a CSV file of statements."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "id"])
        writer.writerows((text, mark) for mark, text in enumerate(statements(number)))


def predict(texts: list[str]) -> int:
    """Predict a batch, in a process of its own."""
    global _predictor
    _predictor = globals().get("_predictor") or load_predictor()
    return len(_predictor.predict_frame(texts))


def spin(turns: int) -> int:
    """Do what needs a processor and nothing else."""
    return sum(turn * turn for turn in range(turns))


def machine_gain() -> float:
    """How much more two processes of this machine do than one, where they share nothing: virtual processors may."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        times = []
        for processes in (2, 1, 2):  # the first time is for their start
            began = time.perf_counter()
            list(pool.map(spin, [_TURNS] * processes))
            times.append(time.perf_counter() - began)
    return 2 * times[1] / times[2]


def predictor_rate(number: int, processes: int) -> float:
    """Rows a second of the predictor alone: texts in memory, the processes started, nothing read or written."""
    texts = list(statements(number))
    batches = [texts[start : start + _BATCH] for start in range(0, number, _BATCH)]
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(predict, [texts[:_BATCH]] * 4 * processes))
        began = time.perf_counter()
        done = sum(pool.map(predict, batches))
        return done / (time.perf_counter() - began)


def local_rate(source: Path, out: Path, number: int, processes: int) -> tuple[float, float]:
    """Rows a second of a run of the command, from start to end, and the peak memory of all its processes in MB."""
    program = "import typer; from research.cli.score import score; typer.run(score)"
    command = [sys.executable, "-c", program, str(source), "--out", str(out), "--processes", str(processes)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as run:  # noqa: S603 (our own command)
        peak = 0
        while run.poll() is None:
            peak = max(peak, memory(psutil.Process(run.pid)))
            time.sleep(0.2)
    if run.returncode not in (0, REFUSALS):
        raise SystemExit(f"the run failed with {run.returncode}")
    return number / (time.perf_counter() - began), peak / 1e6


def memory(process: psutil.Process) -> int:
    """Bytes that a process and those it started hold, what they share counted once (on Linux; elsewhere in each)."""
    try:
        found = [each.memory_full_info() for each in (process, *process.children(recursive=True))]
    except psutil.NoSuchProcess:
        return 0
    return sum(getattr(each, "pss", each.rss) for each in found)


def cluster_rate(source: Path, out: Path, number: int, workers: int) -> float:
    """Rows a second of a whole run on a Dask cluster of this machine, one thread a worker."""
    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0") as cluster:
        began = time.perf_counter()
        score(str(source), out, workers=Cluster(cluster.scheduler_address))
        return number / (time.perf_counter() - began)


def measure(source: Path, folder: Path, rows: int, processes: int) -> dict[str, float]:
    """Measure everything once; the predictor alone before and after, since the machine is not always equally fast."""
    sample = min(rows, _SAMPLE)
    before = predictor_rate(sample, processes)
    rate, peak = local_rate(source, folder / "local", rows, processes)
    alone = (before + predictor_rate(sample, processes)) / 2
    one, two = (cluster_rate(source, folder / f"dask-{workers}", rows, workers) for workers in (1, 2))
    single = predictor_rate(sample, 1)
    return {
        f"the predictor alone, {processes} processes, rows a second": alone,
        f"`detente score`, {processes} processes, rows a second": rate,
        "the same over the predictor alone": rate / alone,
        "its peak memory, MB": peak,
        "one Dask worker, rows a second": one,
        "two Dask workers, rows a second": two,
        "two over one": two / one,
        f"the predictor alone, {processes} processes over one": alone / single,
        "a bare loop, two processes over one": machine_gain(),
    }


def main() -> None:
    """Print the figures as a table; needs the sources of gold (DETENTE_DATA, or detente corpora fetch gold)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "statements.csv"
        write(source, given.rows)
        folders = [Path(folder) / str(number) for number in range(given.rounds)]
        rounds = [measure(source, place, given.rows, given.processes) for place in folders]
    print(f"| {given.rows:,} statements | median of {given.rounds} rounds | lowest to highest |\n| --- | ---: | --- |")
    for name in rounds[0]:
        values = [each[name] for each in rounds]
        print(f"| {name} | {_short(median(values))} | {_short(min(values))} to {_short(max(values))} |")


def _short(value: float) -> str:
    return f"{value:,.0f}" if value > 10 else f"{value:.2f}"


if __name__ == "__main__":
    main()
