import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time

import pytest
import typer
from typer.testing import CliRunner

from research.cli.score import score

PROGRAM = "import typer; from research.cli.score import score; typer.run(score)"


@pytest.fixture
def app():
    app = typer.Typer()
    app.command()(score)
    return app


@pytest.fixture
def run(app, tmp_path):
    def run(*arguments):
        return CliRunner().invoke(app, [*map(str, arguments), "--processes", "1", "--out", str(tmp_path / "out")])

    return run


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.txt"
    path.write_text("Ми згодні.\nМы согласны.\nWe agree.\n", encoding="utf-8")
    return path


def test_all_rows_scored_is_exit_0_and_nothing_on_standard_error(run, source):
    done = run(source)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("3 rows: 3 scored, 0 refused\nResult: ")


def test_refused_rows_are_exit_3_and_counted_by_reason(run, source):
    source.write_text("We agree.\n\n123\n456\n")
    done = run(source)
    assert done.exit_code == 3
    assert "4 rows: 1 scored, 3 refused\n  empty: 1\n  no letters: 2\n" in done.stdout
    counts = json.loads(run(source, "--json").stdout)
    assert (counts["rows"], counts["scored"], counts["reasons"]) == (4, 1, {"empty": 1, "no letters": 2})


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["absent.csv"], "absent.csv is no file, folder or glob"),
        (["in.txt", "--language", "de"], "language is 'de'"),
        (["in.txt", "--scheduler", "tcp://127.0.0.1:1"], "--processes is of this machine"),
    ],
)
def test_what_is_wrong_is_one_line_and_exit_1(run, source, monkeypatch, arguments, message):
    monkeypatch.chdir(source.parent)
    done = run(*arguments)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ") and message in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_has_an_example_and_the_exit_codes(app):
    shown = CliRunner().invoke(app, ["--help"]).stdout
    assert "Example: detente score" in shown
    assert "Exit codes: 0" in shown


def test_interrupted_it_says_how_to_go_on_and_goes_on(many, tmp_path):
    (tmp_path / "in.txt").write_text("\n".join(many(1500)), encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, "in.txt", "--out", "out", "--part-rows", "50", "--processes"]
    with subprocess.Popen([*command, "2"], cwd=tmp_path, stderr=subprocess.PIPE, text=True) as run:
        while not list(tmp_path.glob("out/statements/part-*")):
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1]
    assert run.returncode == 130
    assert said == "Stopped; what is done is kept: run the same command to go on.\n"
    assert not (tmp_path / "out" / "summary.json").exists()
    assert subprocess.run([*command, "1"], cwd=tmp_path, check=False).returncode == 3
    assert json.loads((tmp_path / "out" / "summary.json").read_text())["rows"] == 1500


def test_progress_is_shown_on_a_terminal(source, tmp_path):
    terminal, end = pty.openpty()
    termios.tcsetwinsize(end, (24, 100))
    command = [sys.executable, "-c", PROGRAM, str(source), "--out", str(tmp_path / "out"), "--processes", "1"]
    subprocess.run(command, stderr=end, stdout=subprocess.DEVNULL, check=True)
    os.close(end)
    assert b"3/3" in os.read(terminal, 100_000)
    os.close(terminal)
