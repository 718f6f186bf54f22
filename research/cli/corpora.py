"""``detente corpora``."""

from typing import TYPE_CHECKING, Annotated

import pandas as pd
import typer
from rich.console import Console

from research.cli.console import fail, print_table

if TYPE_CHECKING:
    from research.corpora import Corpus

corpora_app = typer.Typer(help="List and fetch the corpora.", invoke_without_command=True)


@corpora_app.callback()
def corpora(context: typer.Context) -> None:
    """List the corpora: what each is, its languages, licence, size, and whether it is on this machine.

    Example: detente corpora
    """
    if context.invoked_subcommand is None:
        from research.corpora import CORPORA

        rows = [_corpus_row(corpus) for corpus in CORPORA.values()]
        print_table(pd.DataFrame(rows), "Corpora")


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
            fail(error)
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
