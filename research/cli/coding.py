"""``detente code``."""

import getpass
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.console import Console

from research.cli.console import fail

if TYPE_CHECKING:
    import pandas as pd


def code(  # noqa: PLR0913 (a parameter an option)
    source: Annotated[
        Path, typer.Argument(metavar="FILE", help="Statements: .csv, .tsv, .jsonl, .parquet with id and text; .txt.")
    ],
    coder: Annotated[str | None, typer.Option(help="Who codes; by default the name you are logged in with.")] = None,
    out: Annotated[Path | None, typer.Option(help="CSV file for the codes; by default beside FILE.")] = None,
    pick: Annotated[
        Literal["random", "uncertain"], typer.Option(help="Which comes next: any, or the least sure to the model.")
    ] = "random",
    by: Annotated[str | None, typer.Option(metavar="COLUMN", help="Draw from each of its values in turn.")] = None,
    limit: Annotated[int | None, typer.Option(help="How many to code; by default all.")] = None,
    seed: Annotated[int, typer.Option(help="Of the draws; coders with one seed get the same statements.")] = 0,
    port: Annotated[int, typer.Option(help="Of the page; by default any that is free.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
) -> None:
    """Label statements by hand, under the codebook and with the keyboard, on a page that only this machine can open.

    Every code is on the disk before the next statement shows. The same command goes on where it was left, also after
    a kill. What the model predicts is never shown.

    Exit codes: 0 ended with Ctrl+C, 1 failed.

    Example: detente code speeches.csv --coder Olha --limit 200
    """
    from research.coding import begin_session, create_app, read_statements
    from research.coding.serving import serve
    from research.coding.session import default_file

    console = Console(highlight=False, markup=False, soft_wrap=True)
    name = coder or getpass.getuser()

    def announce(address: str) -> None:
        console.print(f"{address} (Ctrl+C ends; nothing is lost)")
        if browser:
            webbrowser.open(address)

    try:
        order = _ordered(read_statements(source), pick, seed, by)
        with begin_session(order, name, out or default_file(source, name), limit) as begun:
            serve(create_app(begun), port, announce)
            console.print(f"\n{len(begun.answers)} of {begun.planned} done: {begun.file}")
    except (OSError, ValueError) as error:
        fail(error)


def _ordered(table: "pd.DataFrame", pick: str, seed: int, by: str | None) -> "pd.DataFrame":
    if pick == "random":
        from research.coding import draw_random

        return draw_random(table, seed, by)
    if by is not None:
        raise ValueError("--by belongs to --pick random; the doubt of the model knows no strata")
    from research.coding.uncertainty import pick_uncertain

    return pick_uncertain(table)
