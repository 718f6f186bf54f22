"""Which statement comes next, drawn at random, and with what probability each was drawn.

Statements are drawn without replacement, one after the other, so that the coder may stop anywhere: what was drawn until
then is a simple random sample, or a stratified one (Cochran 1977, "Sampling Techniques", chapters 2 and 5).
"""

import numpy as np
import pandas as pd


def draw_random(table: pd.DataFrame, seed: int = 0, by: str | None = None) -> pd.DataFrame:
    """Put statements into the order in which they are drawn.

    Args:
        table: of the population, one row a statement.
        seed: of the draws; the same seed gives every coder the same statements.
        by: a column whose values are strata. One statement of each is drawn in turn, so that small strata are coded
            as often as large ones.

    Returns:
        All rows in the order of drawing, with ``pick`` (``random``), ``seed`` and ``stratum``, empty without ``by``.

    Raises:
        ValueError: where the table has no such column, it holds a NUL character, or the seed is not from 0 to 2^32 - 1.
    """
    if by is not None and by not in table:
        raise ValueError(f"there is no column {by!r} to draw by; found {list(table.columns)}")
    if not 0 <= seed < 2**32:
        raise ValueError(f"seed is {seed}; expected 0 to 2^32 - 1")
    drawn = table.sample(frac=1, random_state=seed)
    strata = pd.Series("", drawn.index) if by is None else drawn[by].fillna("").astype(str)
    if strata.str.contains("\0", regex=False).any():
        raise ValueError(f"the column {by!r} holds a NUL character; the file of codes could not be read again")
    turn = strata.groupby(strata).cumcount()
    order = np.argsort(turn.to_numpy(), kind="stable")
    return drawn.assign(pick="random", seed=str(seed), stratum=strata).iloc[order].reset_index(drop=True)


def inclusion_probability(order: pd.DataFrame, drawn: int) -> "pd.Series[float]":
    """Compute the probability with which each statement that was drawn came into the sample.

    Args:
        order: the population as ``draw_random`` gives it.
        drawn: how many were drawn.

    Returns:
        Of shape (drawn,): those drawn of its stratum, over all of its stratum. Missing where statements were not
        picked at random.
    """
    sample = order.iloc[:drawn]
    share = sample["stratum"].value_counts() / order["stratum"].value_counts()
    return sample["stratum"].map(share).where(sample["pick"] == "random")
