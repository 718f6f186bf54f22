"""What all commands share: how they print a table and how they fail."""

from typing import TYPE_CHECKING, NoReturn

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    import pandas as pd


def print_table(frame: "pd.DataFrame", title: str) -> None:
    """Print a frame as a table."""
    table = Table(*map(str, frame.columns), title=title, box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for row in frame.itertuples(index=False):
        table.add_row(*map(str, row))
    Console().print(table)


def fail(error: Exception) -> NoReturn:
    """Say what is wrong in one line and leave with 1: a person reads this, not a traceback."""
    Console(stderr=True).print(f"Error: {error}", style="red", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(1) from error
