"""The command ``detente``: read an article, run an experiment, train, and keep corpora."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import pandas as pd
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

if TYPE_CHECKING:
    from research.corpora import Corpus

app = typer.Typer(
    help="Who is conciliatory, who is demanding, towards whom: diplomatic text in Ukrainian, Russian and English.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
corpora_app = typer.Typer(help="List and fetch the corpora.", invoke_without_command=True)
app.add_typer(corpora_app, name="corpora")
_STYLE = {"conciliatory": "blue", "neutral": "default", "demanding": "red"}


@app.command()
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
        _fail(error)
    if as_json:
        sys.stdout.write(frame.to_json(orient="records", lines=True, force_ascii=False))
    elif frame.empty:
        Console().print("No statements found.")
    else:
        _print_statements(frame)


@app.command()
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
        _fail(error)
    for corpus, rows in results.table().groupby("corpus", sort=False):
        _print_table(rows[["language", "model", "macro-F1", "against baseline"]], f"{results.title}: {corpus}")
    for note in results.notes:
        Console().print(note, style="yellow", markup=False, highlight=False, soft_wrap=True)
    Console().print(f"Report: {folder / 'report.html'}", highlight=False, soft_wrap=True)


@app.command()
def train(
    out: Annotated[Path, typer.Argument(help="Folder for the model.")],
    seed: Annotated[int, typer.Option(help="Of the fits and folds.")] = 0,
) -> None:
    """Train the model that ships, on authored and the licensed rows of gold train, and write it with its card."""
    from research.shipping import ship

    try:
        ship(out, seed)
    except (OSError, ValueError) as error:
        _fail(error)
    Console().print(f"Model: {out}", highlight=False, soft_wrap=True)


@app.command()
def agreement(
    sources: Annotated[
        list[str], typer.Argument(help="Files of codes, one or several; or gold, authored, contrast or cameo-rounds.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a row.")] = False,
) -> None:
    """Measure how well coders agree: Krippendorff's alpha with its interval, pairwise kappa and macro-F1.

    A file is an export of Label Studio or doccano, or a CSV with id, coder and stance, intensity or sentiment.

    Example: detente agreement my-codes.csv
    """
    from research.coders import agreement_of

    try:
        table = agreement_of(sources)
    except (OSError, ValueError) as error:
        _fail(error)
    if as_json:
        sys.stdout.write(table.to_json(orient="records", lines=True, force_ascii=False))
    else:
        shown = table.map(lambda cell: f"{cell:.3f}" if isinstance(cell, float) else cell)
        # A task has more figures than a terminal has columns.
        upright = shown.set_index("task").T.rename_axis("").reset_index() if "task" in shown else shown
        _print_table(upright, f"Agreement: {', '.join(sources)}")


@app.command()
def export(
    corpus: Annotated[str, typer.Argument(help="Name of a corpus.")],
    out: Annotated[Path, typer.Argument(help="The JSON Lines file to write.")],
    tool: Annotated[str, typer.Option(help="label-studio or doccano.")] = "label-studio",
) -> None:
    """Hand the statements of a corpus to human coders, without its labels.

    For Label Studio the labelling interface is written beside the tasks, as XML to paste into the project's settings.

    Example: detente export authored tasks.jsonl --tool doccano
    """
    from research.corpora import load
    from research.exchange import WRITERS, label_studio_config

    try:
        if tool not in WRITERS:
            raise ValueError(f"tool is {tool!r}; expected one of {', '.join(WRITERS)}")
        WRITERS[tool](load(corpus), out)
        if tool == "label-studio":
            out.with_suffix(".xml").write_text(label_studio_config(), encoding="utf-8")
    except (OSError, ValueError) as error:
        _fail(error)
    Console().print(f"Tasks: {out}", highlight=False, soft_wrap=True)


@corpora_app.callback()
def corpora(context: typer.Context) -> None:
    """List the corpora: what each is, its languages, licence, size, and whether it is on this machine.

    Example: detente corpora
    """
    if context.invoked_subcommand is None:
        from research.corpora import CORPORA

        rows = [_corpus_row(corpus) for corpus in CORPORA.values()]
        _print_table(pd.DataFrame(rows), "Corpora")


@corpora_app.command()
def fetch(
    names: Annotated[list[str] | None, typer.Argument(help="Which corpora; by default all.")] = None,
) -> None:
    """Download corpora from their public sources, verified; what is here already is not fetched again.

    Example: detente corpora fetch gold plv
    """
    from research.corpora import CORPORA
    from research.corpora import fetch as fetch_corpus
    from research.corpora.fetching import FetchRefused

    for name in names or [name for name, corpus in CORPORA.items() if corpus.card.sources]:
        try:
            fetched = fetch_corpus(name)
        except (OSError, ValueError, FetchRefused) as error:
            _fail(error)
        Console().print(f"{name}: {len(fetched)} files fetched", highlight=False)


def _corpus_row(corpus: "Corpus") -> dict[str, str]:
    card = corpus.card
    here = "ships" if not card.sources else ("no" if corpus.missing() else "yes")
    size = f"{corpus.size / 1e6:.1f} MB" if corpus.size else "–"
    languages, licence = ", ".join(card.languages), card.licence or "none stated"
    return {
        "name": corpus.name,
        "what": card.title,
        "languages": languages,
        "licence": licence,
        "size": size,
        "here": here,
    }


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


def _print_table(frame: pd.DataFrame, title: str) -> None:
    table = Table(*map(str, frame.columns), title=title, box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for row in frame.itertuples(index=False):
        table.add_row(*map(str, row))
    Console().print(table)


def _fail(error: Exception) -> NoReturn:
    """Say what is wrong in one line and leave with 1: a person reads this, not a traceback."""
    Console(stderr=True).print(f"Error: {error}", style="red", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(1) from error
