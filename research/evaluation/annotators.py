"""How far two annotators of the same articles agree: on what is said, in which kind, by whom, for whom, to whom.

Statements are paired as those of the reader are (``reading.match``), so that its scores can be held against these.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from research.evaluation.articles import Article, Gold, load_articles
from research.evaluation.metrics import Array
from research.evaluation.reading import KINDS, jaccard, match, same_speaker
from research.evaluation.uncertainty import Estimate, estimate_of, replicates

_SUMS = ("first", "second", "both", "overlap", "speaker", "actor", "target")


def agreement(
    first: Iterable[Article], second: Iterable[Article], resamples: int = 1000, seed: int = 0
) -> pd.DataFrame:
    """Compare two annotations of the same articles.

    Args:
        first: the articles as one annotator marked them.
        second: the same as another did, in any order.
        resamples: bootstrap replicates, drawn over articles.
        seed: of the draws.

    Returns:
        One row a language, and one for ``all`` (the index), with ``articles`` and these ``Estimate``:

        * ``statements``: F1 of one annotator's statements against the other's, which is the same either way;
        * ``kind``: Cohen's kappa (1960) of direct, indirect and mixed over those that both marked;
        * ``overlap``: the mean Jaccard overlap of the words of these;
        * ``speaker``, ``actor``, ``target``: the share of these in which they agree.

    Raises:
        ValueError: where an article is missing from one side, or its text differs.
    """
    pairs = list(_paired(first, second))
    counts = pd.DataFrame([_counts(*pair) for pair in pairs])
    languages = np.array([one.language for one, _ in pairs])
    rows = {language: languages == language for language in dict.fromkeys(languages)}
    return pd.DataFrame.from_dict(
        {name: _row(counts[chosen], resamples, seed) for name, chosen in {**rows, "all": languages != ""}.items()},
        orient="index",
    )


def _paired(first: Iterable[Article], second: Iterable[Article]) -> Iterable[tuple[Article, Article]]:
    ours, theirs = ({article.name: article for article in articles} for articles in (first, second))
    if ours.keys() != theirs.keys():
        raise ValueError(f"only one annotator has {sorted(ours.keys() ^ theirs.keys())}; expected the same articles")
    for name, article in ours.items():
        if article.text != theirs[name].text:
            raise ValueError(f"the text of {name} differs between the annotators; expected the same but for the marks")
        yield article, theirs[name]


def _counts(first: Article, second: Article) -> dict[str, float]:
    """Count in one article what the measures are made of."""
    places = match([one.tokens for one in first.statements], [one.tokens for one in second.statements])
    both = [(first.statements[i], second.statements[j]) for i, j in places]
    sums = {
        "first": len(first.statements),
        "second": len(second.statements),
        "both": len(both),
        "overlap": sum(jaccard(one.tokens, other.tokens) for one, other in both),
        "speaker": sum(_same_speaker(one, other) for one, other in both),
        "actor": sum(one.actor == other.actor for one, other in both),
        "target": sum(one.target == other.target for one, other in both),
    }
    kinds = [(one.kind, other.kind) for one, other in both]
    return {**sums, **{f"{a} {b}": kinds.count((a, b)) for a in KINDS for b in KINDS}}


def _same_speaker(one: Gold, other: Gold) -> bool:
    """Whether they mean the same speaker: one of the names that either accepts is one of the other's."""
    return any(same_speaker(name, other.speakers) for name in one.speakers)


def _row(counts: pd.DataFrame, resamples: int, seed: int) -> dict[str, int | Estimate]:
    sums = replicates(counts.to_numpy(float), [str(row) for row in counts.index], resamples, seed)
    first, second, both, *shares = sums[:, : len(_SUMS)].T
    return {
        "articles": len(counts),
        "statements": estimate_of(2 * both / (first + second)),
        "kind": estimate_of(_kappa(sums[:, len(_SUMS) :].reshape(-1, len(KINDS), len(KINDS)))),
        **{name: estimate_of(share / both) for name, share in zip(_SUMS[3:], shares, strict=True)},
    }


def _kappa(confusions: Array) -> Array:
    """Cohen's kappa of each confusion matrix, of shape (r, k, k); 1 where all are of one kind."""
    shares = confusions / confusions.sum(axis=(1, 2), keepdims=True)
    agreed = np.trace(shares, axis1=1, axis2=2)
    by_chance = (shares.sum(axis=1) * shares.sum(axis=2)).sum(axis=1)
    return np.where(by_chance < 1, (agreed - by_chance) / np.where(by_chance < 1, 1 - by_chance, 1), 1.0)


def main(second: str, *folders: str) -> None:
    """Print how far a second annotation agrees with that in some folders."""
    first = [article for folder in folders for article in load_articles(Path(folder))]
    table = agreement(first, load_articles(Path(second)))
    shown = table.map(lambda cell: "{:.3f} [{:.3f}, {:.3f}]".format(*cell) if isinstance(cell, Estimate) else cell)
    print(shown.T.to_string())


if __name__ == "__main__":
    import sys

    main(*sys.argv[1:])
