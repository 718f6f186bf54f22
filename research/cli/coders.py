"""``detente agreement`` and ``detente export``: to and from people who code."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console

from research.cli.console import fail, print_table
from research.cli.corpora import corpus_names


def agreement(
    sources: Annotated[
        list[str], typer.Argument(help="Files of codes, one or several; or gold, authored, contrast or cameo-rounds.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a row.")] = False,
) -> None:
    """Measure how well coders agree: Krippendorff's alpha with its interval, pairwise kappa and macro-F1.

    A file is an export of Label Studio or doccano, or a CSV with id, coder and stance, intensity or sentiment.

    Example: detente agreement speeches.codes-Olha.csv speeches.codes-Petro.csv
    """
    from research.coders import agreement_of

    try:
        table = agreement_of(sources)
    except (OSError, ValueError) as error:
        fail(error)
    if as_json:
        sys.stdout.write(table.to_json(orient="records", lines=True, force_ascii=False))
    else:
        shown = table.map(lambda cell: f"{cell:.3f}" if isinstance(cell, float) else cell)
        # A task has more figures than a terminal has columns.
        upright = shown.set_index("task").T.rename_axis("").reset_index() if "task" in shown else shown
        print_table(upright, f"Agreement: {', '.join(sources)}")


def export(
    corpus: Annotated[str, typer.Argument(help="Name of a corpus.", autocompletion=corpus_names)],
    out: Annotated[Path, typer.Argument(help="The JSON Lines file to write.")],
    tool: Annotated[Literal["label-studio", "doccano"], typer.Option(help="What they code with.")] = "label-studio",
) -> None:
    """Hand the statements of a corpus to human coders, without its labels.

    For Label Studio the labelling interface is written beside the tasks, as XML to paste into the project's settings.

    Example: detente export authored tasks.jsonl --tool doccano
    """
    from research.corpora import load
    from research.exchange import WRITERS, label_studio_config

    try:
        WRITERS[tool](load(corpus), out)
        if tool == "label-studio":
            out.with_suffix(".xml").write_text(label_studio_config(), encoding="utf-8")
    except (OSError, ValueError) as error:
        fail(error)
    Console().print(f"Tasks: {out}", highlight=False, soft_wrap=True)
