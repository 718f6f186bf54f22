"""``detente read``."""

import sys
from typing import Annotated

import pandas as pd
import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from research.cli.console import fail

_STYLE = {"conciliatory": "blue", "neutral": "default", "demanding": "red"}


def read(
    source: Annotated[str, typer.Argument(help="A text file or saved web page; - for standard input.")],
    language: Annotated[str | None, typer.Option(help="uk, ru or en, where it is known.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a statement.")] = False,
) -> None:
    """Say who says what to whom in an article, and with what stance.

    Example: detente read article.txt
    """
    from research.predictor import load_predictor
    from research.reading import read_file

    try:
        frame = load_predictor().read(read_file(source), language)
    except (OSError, ValueError) as error:
        fail(error)
    if as_json:
        sys.stdout.write(frame.to_json(orient="records", lines=True, force_ascii=False))
    elif frame.empty:
        Console().print("No statements found.")
    else:
        _print_statements(frame)


def _print_statements(frame: pd.DataFrame) -> None:
    """Two lines a statement, which read well at any width: who, to whom, how; and the words."""
    console = Console(highlight=False)
    for row in frame.fillna("").to_dict("records"):
        who = f"[bold]{escape(row['speaker'] or '?')}[/] ({row['actor'] or '–'})"
        to = f" → {row['target'].replace(',', ', ')}" if row["target"] else ""
        stance = f"[{_STYLE[row['stance']]}]{row['stance']}[/] {row['stance_probability']:.2f}"
        tone = f"sentiment {row['sentiment']} {row['sentiment_probability']:.2f}"
        console.print(f"{who}{to} · {row['kind']} · {stance} · {tone}")
        console.print(Padding(escape(row["text"]), (0, 0, 1, 4)))
