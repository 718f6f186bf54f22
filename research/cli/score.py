"""``detente score``."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from research.cli.console import fail

if TYPE_CHECKING:
    from research.scale import Summary

REFUSALS, INTERRUPTED = 3, 130


def score(  # noqa: PLR0913 (a parameter an option)
    source: Annotated[
        str, typer.Argument(metavar="IN", help="A file, folder or quoted glob: .txt, .csv, .tsv, .jsonl, .parquet.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for the result; a run that was stopped there goes on.")],
    text_column: Annotated[str, typer.Option(help="The column with the text.")] = "text",
    language: Annotated[str | None, typer.Option(help="uk, ru or en, where it is that of all statements.")] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of a Dask cluster, such as tcp://10.0.0.5:8786.")
    ] = None,
    processes: Annotated[
        int | None, typer.Option(help="On this machine; by default one a processor. Not with --scheduler.")
    ] = None,
    part_rows: Annotated[
        int, typer.Option(help="Rows in a part of the result; a kill loses the parts at work.")
    ] = 10_000,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as one JSON object.")] = False,
) -> None:
    """Score the statements of files of any size: language, stance, intensity and sentiment for each.

    Text files have one statement a line. OUT/statements and OUT/refusals are Parquet: all columns of the input with
    the labels, and the rows that cannot be scored with the reason.

    Exit codes: 0 all rows scored, 1 failed, 3 finished and some rows refused, 130 interrupted.

    Example: detente score speeches.csv --text-column body --out scored
    """
    from research.scale import Cluster, Local, Settings
    from research.scale import score as score_files

    try:
        if scheduler and processes:
            raise ValueError("--processes is of this machine; a cluster at --scheduler has its own")
        local = Local(processes) if processes is not None else Local()
        workers = Cluster(scheduler) if scheduler else local
        settings = Settings(text_column, language, part_rows)
        summary = score_files(source, out, settings, workers, progress=True)
    except (OSError, ValueError, ImportError) as error:
        fail(error)
    except KeyboardInterrupt:
        Console(stderr=True).print("Stopped; what is done is kept: run the same command to go on.", soft_wrap=True)
        raise typer.Exit(INTERRUPTED) from None
    _print(summary, out, as_json)
    raise typer.Exit(REFUSALS if summary.refused else 0)


def _print(summary: "Summary", out: Path, as_json: bool) -> None:
    if as_json:
        from research.writing import as_json as json_of

        sys.stdout.write(json_of(asdict(summary)))
        return
    console = Console(highlight=False, markup=False, soft_wrap=True)
    console.print(f"{summary.rows:,} rows: {summary.scored:,} scored, {summary.refused:,} refused")
    for reason, count in summary.reasons.items():
        console.print(f"  {reason}: {count:,}")
    console.print(f"Result: {out}")
