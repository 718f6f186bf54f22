import re
from pathlib import Path

from typer.testing import CliRunner

from research.cli import app

ROOT = Path(__file__).parents[1]


def block(name):
    """The lines between the marks of a block that a command makes."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.search(rf"<!-- {name}:start -->\n(.*?)<!-- {name}:end -->", text, re.DOTALL).group(1)


def test_the_article_example_shows_what_the_command_prints(monkeypatch):
    monkeypatch.chdir(ROOT)
    printed = CliRunner().invoke(app, ["read", "docs/example.txt"], env={"COLUMNS": "100"}).stdout
    lines = "\n".join(line.rstrip() for line in printed.splitlines()).strip()
    assert block("article") == f"```\n{lines}\n```\n"


def test_every_link_and_figure_is_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (ROOT / target).exists(), target


def test_every_folder_named_is_there():
    for name in re.findall(r"^\| `([a-z/]+/)`", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE):
        assert (ROOT / name).is_dir(), name
