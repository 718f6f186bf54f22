import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from research.cli import app

UKRAINIAN = """Речник МЗС Литви Йонас Каваляускас заявив у п’ятницю, що Вільнюс готовий прийняти переговори.

«Ми вимагаємо від Білорусі негайно відпустити заручників», – наголосив він.

ЧИТАЙТЕ ТАКОЖ
Погода на вихідні
"""


INSTALL_COMPLETION_AND_USE_IT = """
detente --install-completion
source ~/.bash_completions/detente.sh
COMP_WORDS=(detente corpora fetch rusent) COMP_CWORD=3
_detente_completion detente
echo "${COMPREPLY[@]}"
"""


def run(*arguments, **options):
    return CliRunner().invoke(app, list(arguments), **options)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(UKRAINIAN, encoding="utf-8")
    return path


def test_an_article_from_a_file_and_from_standard_input(article):
    from_file, from_pipe = run("read", str(article), "--json"), run("read", "-", "--json", input=UKRAINIAN)
    assert from_file.exit_code == 0, from_file.output
    rows = [json.loads(line) for line in from_file.stdout.splitlines()]
    assert [row["actor"] for row in rows] == ["LT", "LT"]
    assert rows[1]["text"] == "Ми вимагаємо від Білорусі негайно відпустити заручників"
    assert (rows[1]["stance"], rows[1]["target"]) == ("demanding", "BY")
    assert from_pipe.stdout == from_file.stdout


def test_the_table_shows_who_for_whom_and_the_words(article):
    shown = run("read", str(article), env={"COLUMNS": "200"}).stdout
    assert "Йонас Каваляускас" in shown
    assert "demanding" in shown
    assert "Погода" not in shown


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "No such file"),
        (b"", "expected words"),
        ("Wir sind zu Gesprächen bereit, sagte der Minister am Freitag in Berlin.".encode(), "none of"),
        (b"\xff\xfe\x00\xd8broken\x00", "UTF-8|encoding"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line_and_exit_1(tmp_path, content, message):
    path = tmp_path / "article.txt"
    if content is not None:
        path.write_bytes(content)
    done = run("read", str(path))
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert any(part in done.stderr for part in message.split("|")), done.stderr
    assert "Traceback" not in done.output


def test_a_wrong_experiment_leaves_the_old_results(tmp_path):
    path = tmp_path / "wrong.toml"
    path.write_text("models = 3", encoding="utf-8")
    old = tmp_path / "results" / "wrong"
    old.mkdir(parents=True)
    (old / "metrics.json").write_text("old")
    done = run("experiment", str(path))
    assert done.exit_code == 1
    assert "wrong.toml" in done.stderr
    assert (old / "metrics.json").read_text() == "old"


def test_corpora_are_listed_with_licence_and_whether_they_are_here(monkeypatch, tmp_path):
    monkeypatch.setenv("DETENTE_DATA", str(tmp_path))
    shown = run("corpora", env={"COLUMNS": "220"}).stdout
    assert "authored" in shown
    assert "ships" in shown
    assert "none stated" in shown


def test_an_unknown_corpus_is_named_with_those_there_are():
    done = run("corpora", "fetch", "golden")
    assert done.exit_code == 1
    assert "golden" in done.stderr
    assert "authored" in done.stderr


def test_corpora_are_listed_for_machines_too(monkeypatch, tmp_path):
    monkeypatch.setenv("DETENTE_DATA", str(tmp_path))
    found = {row["name"]: row for row in map(json.loads, run("corpora", "--json").stdout.splitlines())}
    assert found["authored"]["ships"] and found["authored"]["here"]
    assert found["gold"]["languages"] == ["uk", "ru", "en"] and not found["gold"]["here"]
    assert found["plv"]["licence"] is None


def _named(command, *words):
    """The words of every command below one, as they are typed."""
    for name, below in getattr(command, "commands", {}).items():
        yield (*words, name)
        yield from _named(below, *words, name)


@pytest.mark.parametrize("words", list(_named(typer.main.get_command(app))), ids=" ".join)
def test_every_command_has_help_with_an_example(words):
    shown = run(*words, "--help", env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert f"Example: detente {' '.join(words)}" in shown.stdout
    assert run(*words, "-h", env={"COLUMNS": "200"}).stdout == shown.stdout


def test_the_version_is_told():
    assert run("--version").stdout == f"detente {version('detente')}\n"


def test_an_interrupt_exits_with_130_as_help_says(monkeypatch, tmp_path):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("research.shipping.ship_student", interrupted)
    assert run("train", str(tmp_path / "model")).exit_code == 130
    assert "130 interrupted" in run("--help", env={"COLUMNS": "200"}).stdout


@pytest.mark.parametrize("arguments", [["read"], ["reed", "a.txt"], ["read", "a.txt", "--colour"], ["train", "a", "b"]])
def test_a_command_that_was_mistyped_says_how_to_get_help_and_exits_with_2(arguments):
    done = run(*arguments)
    assert done.exit_code == 2
    assert "--help" in done.stderr
    assert done.stdout == ""


def test_no_progress_bar_goes_into_a_pipe(article, tmp_path):
    done = run("read", str(article), "--out", str(tmp_path / "statements.csv"))
    assert done.exit_code == 0, done.output
    assert done.stderr == ""
    assert "\r" not in done.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("co", {"code", "corpora"}),
        ("score --sch", {"--scheduler"}),
        ("corpora fetch gol", {"gold"}),
        ("export contr", {"contrast"}),
        ("export contrast out.jsonl --tool doc", {"doccano"}),
    ],
)
def test_what_a_shell_can_complete(typed, offered):
    words = f"detente {typed}"
    asked = {"_DETENTE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert set(run(env=asked, prog_name="detente").stdout.split()) == offered


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_completion_once_installed_completes(tmp_path):
    place = {"HOME": str(tmp_path), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", INSTALL_COMPLETION_AND_USE_IT],
        env=os.environ | place,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1].split() == ["rusentne", "rusentrel", "rusentiframes"]
