"""The command ``detente``: one module for each group of commands; to add one, write it and name it here."""

import typer

from research.cli.coders import agreement, export
from research.cli.coding import code
from research.cli.corpora import corpora_app
from research.cli.experiments import experiment, train, train_encoder
from research.cli.reading import read
from research.cli.score import score

app = typer.Typer(
    help="Who is conciliatory, who is demanding, towards whom: diplomatic text in Ukrainian, Russian and English.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for command in (read, score, code, experiment, train, train_encoder, agreement, export):
    app.command()(command)
app.add_typer(corpora_app, name="corpora")
