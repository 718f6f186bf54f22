"""``detente read``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from research.cli.console import fail

if TYPE_CHECKING:
    import pandas as pd

    from research.article import Reading
    from research.collection import Summary

SKIPPED = 3
_STYLE = {"conciliatory": "blue", "neutral": "default", "demanding": "red"}


def read(
    source: Annotated[
        str,
        typer.Argument(
            help="A text file or saved web page; - for standard input. With --out also a folder or quoted glob."
        ),
    ],
    html: Annotated[Path | None, typer.Option(help="Write a web page: the article with its statements marked.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write a table (.parquet, .csv, .jsonl) of the statements of all files.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="uk, ru or en, where it is known.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a statement.")] = False,
) -> None:
    """Say who says what to whom in an article, and with what stance.

    With --out, files that cannot be read are skipped, and named with the reason on standard error.

    Exit codes: 0 all read, 1 failed, 3 finished and some files skipped.

    Example: detente read article.txt --html article.html
    """
    try:
        if sum(map(bool, (html, out, as_json))) > 1:
            raise ValueError("--html, --out and --json are three ways of putting out; choose one")
        if out is not None:
            summary = _read_collection(source, out, language)
        else:
            _put_out(_read_article(source, language), source, html, as_json=as_json)
    except (OSError, ValueError) as error:
        fail(error)
    if out is not None and summary.skipped:
        raise typer.Exit(SKIPPED)


def _read_article(source: str, language: str | None) -> "Reading":
    from research.predictor import load_predictor
    from research.reading import read_file

    return load_predictor().read(read_file(source), language)


def _put_out(reading: "Reading", source: str, html: Path | None, *, as_json: bool) -> None:
    if html is not None:
        _write_page(reading, source, html)
    elif as_json:
        sys.stdout.write(reading.to_json(orient="records", lines=True, force_ascii=False))
    elif reading.empty:
        Console().print("No statements found.")
    else:
        _print_statements(reading)


def _write_page(reading: "Reading", source: str, path: Path) -> None:
    from research.writing import replacing

    with replacing(path) as unfinished:
        unfinished.write_text(reading.page("Article" if source == "-" else Path(source).name), encoding="utf-8")
    Console().print(f"Page: {path}", highlight=False, markup=False, soft_wrap=True)


def _read_collection(source: str, out: Path, language: str | None) -> "Summary":
    from research.collection import read_collection
    from research.predictor import load_predictor

    summary = read_collection(source, out, load_predictor(), language, progress=True)
    errors = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    for document, reason in summary.skipped:
        errors.print(f"Skipped {document}: {reason}", style="yellow")
    console = Console(highlight=False, markup=False, soft_wrap=True)
    console.print(f"{summary.files:,} files: {summary.read:,} read, {len(summary.skipped):,} skipped")
    console.print(f"{summary.statements:,} statements: {out}")
    return summary


def _print_statements(frame: "pd.DataFrame") -> None:
    """Two lines a statement, which read well at any width: who, to whom, how; and the words."""
    console = Console(highlight=False)
    for row in frame.fillna("").to_dict("records"):
        who = f"[bold]{escape(row['speaker'] or '?')}[/] ({row['actor'] or '–'})"
        to = f" → {row['target'].replace(',', ', ')}" if row["target"] else ""
        stance = f"[{_STYLE[row['stance']]}]{row['stance']}[/] {row['stance_probability']:.2f}"
        tone = f"sentiment {row['sentiment']} {row['sentiment_probability']:.2f}"
        console.print(f"{who}{to} · {row['kind']} · {stance} · {tone}")
        console.print(Padding(escape(row["text"]), (0, 0, 1, 4)))
