"""``detente corpora``."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from research.cli.console import fail, print_table

if TYPE_CHECKING:
    from research.corpora import Corpus

corpora_app = typer.Typer(invoke_without_command=True)


def corpus_names() -> list[str]:
    """Give what a shell can complete the name of a corpus to."""
    from research.corpora import names

    return names()


@corpora_app.callback()
def corpora(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a corpus.")] = False,
) -> None:
    """List the corpora: what each is, its languages, licence, size, and whether it is on this machine.

    Example: detente corpora
    """
    if context.invoked_subcommand is not None:
        return
    import pandas as pd

    from research.corpora import CORPORA

    facts = [_facts(corpus) for corpus in CORPORA.values()]
    if as_json:
        for corpus in facts:
            typer.echo(json.dumps(corpus, ensure_ascii=False))
    else:
        print_table(pd.DataFrame(map(_row, facts)), "Corpora")


@corpora_app.command()
def fetch(
    names: Annotated[
        list[str] | None, typer.Argument(help="Which corpora; by default all.", autocompletion=corpus_names)
    ] = None,
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
            fail(error)
        Console().print(f"{name}: {len(fetched)} files fetched", highlight=False)


def _facts(corpus: "Corpus") -> dict[str, Any]:
    card = corpus.card
    return {
        "name": corpus.name,
        "what": card.title,
        "languages": card.languages,
        "licence": card.licence or None,
        "bytes": corpus.size,
        "ships": not card.sources,
        "here": not corpus.missing(),
    }


def _row(facts: dict[str, Any]) -> dict[str, str]:
    return {
        "name": facts["name"],
        "what": facts["what"],
        "languages": ", ".join(facts["languages"]),
        "licence": facts["licence"] or "none stated",
        "size": f"{facts['bytes'] / 1e6:.1f} MB" if facts["bytes"] else "–",
        "here": "ships" if facts["ships"] else ("yes" if facts["here"] else "no"),
    }
