"""``detente experiment`` and ``detente train``."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from research.cli.console import fail, print_table


def experiment(
    path: Annotated[Path, typer.Argument(help="The experiment's TOML file.")],
    out: Annotated[
        Path | None, typer.Option(help="Folder for the results; by default results/NAME beside the file.")
    ] = None,
) -> None:
    """Run an experiment: fit, score, plot, report.

    Example: detente experiment experiments/default.toml
    """
    from research.experiment import read as read_experiment
    from research.experiment import run
    from research.publish import MARKER, publish
    from research.writing import check_place

    folder = out or path.parent / "results" / path.stem
    try:
        check_place(folder, MARKER)  # before the minutes that a run takes
        results = run(read_experiment(path))
        publish(results, folder)
    except (OSError, ValueError) as error:
        fail(error)
    for corpus, rows in results.table().groupby("corpus", sort=False):
        print_table(rows[["language", "model", "macro-F1", "against baseline"]], f"{results.title}: {corpus}")
    for note in results.notes:
        Console().print(note, style="yellow", markup=False, highlight=False, soft_wrap=True)
    Console().print(f"Report: {folder / 'report.html'}", highlight=False, soft_wrap=True)


def train(
    out: Annotated[Path, typer.Argument(help="Folder for the model.")],
    seed: Annotated[int, typer.Option(help="Of the fits and the split.")] = 0,
) -> None:
    """Train the model that ships, and write it with its card.

    It learns from the statements that ship, the licensed rows of gold train, and the labels that the encoder made.

    Example: detente train data/model
    """
    from research.shipping import ship_student

    try:
        ship_student(out, seed)
    except (OSError, ValueError) as error:
        fail(error)
    Console().print(f"Model: {out}", highlight=False, soft_wrap=True)


def train_encoder(
    out: Annotated[Path, typer.Argument(help="Folder for the encoder.")],
    base: Annotated[str | None, typer.Option(help="The encoder to start from: a name on a hub, or a folder.")] = None,
    labels: Annotated[Path | None, typer.Option(help="File for what it reads in unlabelled statements.")] = None,
    seed: Annotated[int, typer.Option(help="Of the fit and the draw.")] = 0,
) -> None:
    """Fine-tune the encoder, and let it label unlabelled statements for the model that ships.

    Hours on two processor cores, minutes on a GPU. Needs the extra: pip install 'detente[encoder]'

    Example: detente train-encoder data/encoder --labels data/distilled/labels.parquet
    """
    from research.models.embeddings import base_encoder
    from research.shipping import ship_encoder

    try:
        ship_encoder(out, base or base_encoder(), labels, seed)
    except (OSError, ValueError, ImportError) as error:
        fail(error)
    Console().print(f"Encoder: {out}", highlight=False, soft_wrap=True)
