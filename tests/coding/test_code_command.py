import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from urllib.request import urlopen

import pandas as pd
import psutil
import pytest
from typer.testing import CliRunner

from research.cli import app
from research.coding import begin_session, draw_random


@pytest.fixture
def source(statements, tmp_path):
    path = tmp_path / "speeches.csv"
    statements.to_csv(path, index=False)
    return path


@contextmanager
def command(source, *options):
    """The command as a person starts it; gives the process and the address that it prints."""
    start = [sys.executable, "-c", "from research.cli import app; app()"]
    arguments = ["code", str(source), "--coder", "Olha", "--no-browser", *options]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*start, *arguments], text=True, encoding="utf-8", **pipes) as process:
        try:
            yield process, re.match(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())[0]
        finally:
            process.kill()


def test_the_page_is_served_to_this_machine_alone_until_interrupted(source, statements):
    with command(source) as (process, address), urlopen(address) as page:
        html = page.read().decode()
        assert f"Statement 1 of {len(statements)}" in html
        listening = [found for found in psutil.Process(process.pid).net_connections() if found.status == "LISTEN"]
        assert [found.laddr.ip for found in listening] == ["127.0.0.1"]
        process.send_signal(signal.SIGINT)
        printed, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert f"0 of {len(statements)} done: {source.with_name('speeches.codes-Olha.csv')}" in printed
    assert errors == ""


def test_the_same_command_goes_on_where_it_was(source, statements, answer, tmp_path):
    with begin_session(draw_random(statements, 4, "language"), "Olha", tmp_path / "o.csv", 3) as begun:
        begun.record(0, answer())
    options = ["--seed", "4", "--by", "language", "--limit", "3", "--out", str(tmp_path / "o.csv")]
    with command(source, *options) as (process, address), urlopen(address) as page:
        assert "Statement 2 of 3" in page.read().decode()
        os.kill(process.pid, signal.SIGKILL)
    assert len(pd.read_csv(tmp_path / "o.csv")) == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--pick", "uncertain", "--by", "actor"], "--by belongs to --pick random"),
        (["--by", "country"], "no column 'country'"),
        (["--limit", "0"], "limit is 0; expected at least 1"),
        (["--coder", " "], "coder is ' '; expected a name"),
        (["--port", "70000"], "port is 70000; expected 0 to 65535"),
        (["--seed", "-1"], "seed is -1"),
    ],
)
def test_a_wrong_option_is_one_clear_line_and_exit_1(source, options, message):
    done = CliRunner().invoke(app, ["code", str(source), "--no-browser", *options])
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert message in done.stderr
    assert sorted(path.name for path in source.parent.iterdir() if path.suffix == ".csv") == [source.name]
