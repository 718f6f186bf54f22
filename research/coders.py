"""Who coded what, brought together with how well they agree: files of codes, and the corpora that keep their votes."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from research.corpora import cameo_rounds, load
from research.evaluation.agreement import gold_votes, pairwise, second_votes, summary, votes_of
from research.exchange import CHOICES, read_codes


def agreement_of(sources: Sequence[str]) -> pd.DataFrame:
    """Measure agreement.

    Args:
        sources: a name in ``CORPORA_WITH_VOTES``, or files that ``exchange.read_codes`` reads.

    Returns:
        For a file and for our own corpora one row a task, see ``evaluation.agreement.summary``; for the CAMEO rounds
        one row a round, with the lowest and highest kappa of two coders.

    Raises:
        ValueError: where a file is broken, a coder coded a row twice, or fewer than two coders coded anything.
        FileNotFoundError: where there is neither such a corpus nor such a file, or the corpus has not been fetched.
    """
    if len(sources) == 1 and sources[0] in CORPORA_WITH_VOTES:
        return CORPORA_WITH_VOTES[sources[0]]()
    return summary(votes_of(_codes(sources)))


def _codes(sources: Sequence[str]) -> pd.DataFrame:
    for source in sources:
        if not Path(source).is_file():
            raise FileNotFoundError(f"{source!r} is no file and none of {', '.join(CORPORA_WITH_VOTES)}")
    codes = pd.concat([read_codes(Path(source)) for source in sources], ignore_index=True)
    given = codes[codes[list(CHOICES)].notna().any(axis=1)]
    if given["id"].isna().any():
        raise ValueError(f"the coder {given.loc[given['id'].isna(), 'coder'].iloc[0]!r} has a row without an id")
    if given["coder"].nunique() < 2:
        raise ValueError(f"there are codes of {sorted(given['coder'].unique())}; agreement needs two coders")
    return given


def _rounds() -> pd.DataFrame:
    table = load("cameo-rounds")
    numbers = sorted(table["round"].unique(), key=int)
    pairs = {number: pairwise(cameo_rounds.votes(table[table["round"] == number])) for number in numbers}
    rows = [
        {"round": number, "pairs": len(found), "kappa_low": found["kappa"].min(), "kappa_high": found["kappa"].max()}
        for number, found in pairs.items()
    ]
    return pd.DataFrame(rows)


CORPORA_WITH_VOTES: dict[str, Callable[[], pd.DataFrame]] = {
    "gold": lambda: summary(gold_votes(load("gold"))),
    "authored": lambda: summary(second_votes(load("authored"))),
    "contrast": lambda: summary(second_votes(load("contrast"))),
    "cameo-rounds": _rounds,
}
