"""Two readers on the same articles: this one, and that of another checkout, compared on the same resamples of articles.

``python -m research.evaluation.readers CHECKOUT FOLDER …``, that from ``git worktree add``.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from research.evaluation.articles import load_articles
from research.evaluation.reading import outcomes
from research.evaluation.uncertainty import difference_of, replicates

#: What the other checkout is asked; it has had these functions since its first score.
_ASK = """
import json, sys
from pathlib import Path
from research.evaluation.articles import load_articles
from research.evaluation.reading import outcomes
from research.reading import read
articles = (one for folder in sys.argv[1:] for one in load_articles(Path(folder)))
found = {one.name: list(outcomes(one, read)) for one in articles}
json.dump(found, sys.stdout, default=str)
"""
_FIELDS = ("speaker", "actor", "target")

Outcomes = dict[str, list[dict[str, Any]]]


def of_checkout(checkout: Path, folders: Sequence[Path]) -> Outcomes:
    """Give what the reader of another checkout makes of the articles below some folders, by article.

    Raises:
        NotADirectoryError: where the checkout has no package.
        CalledProcessError: where its reader fails.
    """
    if not (checkout / "research").is_dir():
        raise NotADirectoryError(f"{checkout} is no checkout of this project: it has no folder 'research'")
    command = [sys.executable, "-c", _ASK, *(str(folder.resolve()) for folder in folders)]
    paths = os.environ | {"PYTHONPATH": str(checkout.resolve())}
    done = subprocess.run(command, cwd=checkout, env=paths, stdout=subprocess.PIPE, check=True)  # noqa: S603
    found: Outcomes = json.loads(done.stdout)
    return found


def compare(ours: Outcomes, theirs: Outcomes, resamples: int = 2000, seed: int = 0) -> pd.DataFrame:
    """Compare two readers article by article.

    Args:
        ours: by article what ``outcomes`` yields.
        theirs: the same of the other reader.
        resamples: bootstrap replicates, drawn over articles.
        seed: of the draw.

    Returns:
        One row each for ``statements`` (F1), ``speaker``, ``actor`` and ``target`` (shares of the statements found), in
        the columns ``ours``, ``theirs``, ``difference``, ``low``, ``high`` (95 % interval) and ``p`` (two-sided).

    Raises:
        ValueError: where the articles are not the same.
    """
    if ours.keys() != theirs.keys():
        raise ValueError(f"only one reader has read {sorted(ours.keys() ^ theirs.keys())}; expected the same articles")
    one, other = (_scores(outcome, list(ours), resamples, seed) for outcome in (ours, theirs))
    rows = {name: (one[name][0], other[name][0], *difference_of(one[name], other[name])) for name in one}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["ours", "theirs", "difference", "low", "high", "p"])


def _scores(outcome: Outcomes, articles: list[str], resamples: int, seed: int) -> dict[str, NDArray[np.float64]]:
    counts = np.array([_counts(outcome[article]) for article in articles], float)
    gold, found, both, *right = replicates(counts, articles, resamples, seed).T
    shares = {name: values / np.maximum(both, 1) for name, values in zip(_FIELDS, right, strict=True)}
    return {"statements": 2 * both / np.maximum(gold + found, 1), **shares}


def _counts(records: list[dict[str, Any]]) -> list[int]:
    """The statements of the annotation, those found, those in both, and of these the right ones of each field."""
    both = [record for record in records if record["gold"] and record["found"]]
    marked = [sum(bool(record[side]) for record in records) for side in ("gold", "found")]
    return [*marked, len(both), *(sum(bool(record[field]) for record in both) for field in _FIELDS)]


def main(checkout: str, *folders: str) -> None:
    """Print the comparison, over each language and all together."""
    from research.reading import read

    paths = [Path(folder) for folder in folders]
    articles = list(chain.from_iterable(map(load_articles, paths)))
    ours = {article.name: list(outcomes(article, read)) for article in articles}
    theirs = of_checkout(Path(checkout), paths)
    for language in [*sorted({article.language for article in articles}), ""]:
        chosen = [name for name in ours if name.startswith(language)]
        table = compare({name: ours[name] for name in chosen}, {name: theirs[name] for name in chosen})
        print(language or "all", f"({len(chosen)} articles)")
        print(table.round(3).to_string())


if __name__ == "__main__":
    main(*sys.argv[1:])
