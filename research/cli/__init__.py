"""The command ``detente``: one module for each group of commands; to add one, write it and name it here."""

from importlib.metadata import version
from typing import Annotated

import typer

from research.cli.coders import agreement, export
from research.cli.coding import code
from research.cli.corpora import corpora_app
from research.cli.experiments import experiment, train, train_encoder
from research.cli.reading import read
from research.cli.score import score

app = typer.Typer(
    epilog="Exit codes: 0 done, 1 failed (standard error says why), 2 wrong usage, 130 interrupted; "
    "a command that has others says so.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["--help", "-h"]},
    pretty_exceptions_enable=False,
)
for command in (read, score, code, experiment, train, train_encoder, agreement, export):
    app.command()(command)
app.add_typer(corpora_app, name="corpora")


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"detente {version('detente')}")
        raise typer.Exit


@app.callback()
def detente(
    _: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who is conciliatory, who is demanding, towards whom: diplomatic text in Ukrainian, Russian and English."""
