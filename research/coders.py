"""Who coded what, brought together with how well they agree: files of codes, and the corpora that keep their votes."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from research.corpora import cameo_rounds, load
from research.evaluation.agreement import gold_votes, pairwise, second_votes, summary, votes_of
from research.exchange import read_codes


def agreement_of(source: str) -> pd.DataFrame:
    """Measure agreement.

    Args:
        source: a name in ``CORPORA_WITH_VOTES``, or a file that ``exchange.read_codes`` reads.

    Returns:
        For a file and for our own corpora one row a task, see ``evaluation.agreement.summary``; for the CAMEO rounds
        one row a round, with the lowest and highest kappa of two coders.

    Raises:
        ValueError: where the file is broken or a coder coded a row twice.
        FileNotFoundError: where there is neither such a corpus nor such a file, or the corpus has not been fetched.
    """
    if source in CORPORA_WITH_VOTES:
        return CORPORA_WITH_VOTES[source]()
    if not Path(source).is_file():
        raise FileNotFoundError(f"{source!r} is no file and none of {', '.join(CORPORA_WITH_VOTES)}")
    return summary(votes_of(read_codes(Path(source))))


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
