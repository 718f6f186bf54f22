"""How far coders agree: Krippendorff's alpha, pairwise kappa and F1, and where they part.

Votes are a frame of shape (units, coders): a column a coder, a row a unit, empty where one coded nothing. Krippendorff
2019, "Content Analysis", chapter 12, is the source of alpha, its levels and the bootstrap over units.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal, get_args

import krippendorff
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.metrics import cohen_kappa_score, f1_score

from research.evaluation.uncertainty import LEVEL, Estimate
from research.labels import Intensity, Sentiment, Stance

Level = Literal["nominal", "ordinal"]

#: The codes of each task in their order, from the low end to the high one.
ORDERS: dict[str, tuple[str, ...]] = {
    "stance": (Stance.DEMANDING, Stance.NEUTRAL, Stance.CONCILIATORY),
    "intensity": tuple(str(int(level)) for level in Intensity),
    "sentiment": tuple(Sentiment),
}

_LETTERS = {"C": "conciliatory", "N": "neutral", "D": "demanding"}
_SHORT = {"neg": "negative", "neu": "neutral", "pos": "positive"}


def alpha(
    votes: pd.DataFrame, values: Sequence[str], level: Level = "nominal", resamples: int = 1000, seed: int = 0
) -> Estimate:
    """Compute Krippendorff's alpha with its interval.

    Args:
        votes: of shape (units, coders).
        values: the codes; in their order where the level is ordinal.
        level: ``nominal`` or ``ordinal``.
        resamples: bootstrap replicates, drawn over units.
        seed: of the draws.

    Returns:
        Alpha, 1 at perfect agreement and 0 at chance, and the percentile interval; where coders never part, that has no
        width, however few the units. Not a number where no unit has two codes or all codes are the same.

    Raises:
        ValueError: where a vote is none of the values.
    """
    counts = _counts(votes, values)
    counts = counts[counts.sum(axis=1) > 1]
    value = _alpha(counts, level)
    if np.isnan(value):
        return Estimate(value, value, value)
    draws = np.random.default_rng(seed).integers(len(counts), size=(resamples, len(counts)))
    low, high = np.nanquantile([_alpha(counts[drawn], level) for drawn in draws], [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(value, float(low), float(high))


def pairwise(votes: pd.DataFrame) -> pd.DataFrame:
    """Compare each pair of coders on the units that both coded.

    Returns:
        One row a pair: ``first``, ``second``, ``units``, ``agreement`` (the share of equal codes), Cohen's ``kappa``,
        and ``macro_f1`` of one against the other, which is the same either way.
    """
    return pd.DataFrame(
        [_pair(votes, first, second) for first, second in combinations(votes.columns, 2)],
        columns=["first", "second", "units", "agreement", "kappa", "macro_f1"],
    )


def confusion(votes: pd.DataFrame) -> pd.DataFrame:
    """Count who codes what where another codes something else.

    Returns:
        One row for each pair of coders and codes: ``first``, ``second``, ``code`` of the first, ``other`` of the
        second, ``units``; the most frequent disagreement first.
    """
    parts = [_parted(votes, first, second) for first, second in combinations(votes.columns, 2)]
    table = pd.concat(parts) if parts else pd.DataFrame(columns=["first", "second", "code", "other", "units"])
    return table.sort_values("units", ascending=False, kind="stable", ignore_index=True)


def by_rule(votes: pd.DataFrame, rules: "pd.Series[str]") -> pd.DataFrame:
    """Show under which rules of the codebook coders part.

    Args:
        votes: of shape (units, coders).
        rules: the rules that each unit exercises, ``;`` between them, empty where it exercises none.

    Returns:
        One row a rule, in its order: ``rule``, ``units``, ``agreement`` (the share of equal codes over pairs of
        coders), and ``confused``, the two codes most often given to the same unit, empty where nobody parts.
    """
    each = rules.dropna().str.split(";").explode().str.strip()
    rows = [(rule, len(units), *_parting(votes.loc[units.index])) for rule, units in each.groupby(each)]
    table = pd.DataFrame(rows, columns=["rule", "units", "agreement", "confused"])
    return table.sort_values("rule", key=lambda rule: rule.astype(int), ignore_index=True)


def summary(votes: Mapping[str, pd.DataFrame], resamples: int = 1000) -> pd.DataFrame:
    """Summarise the agreement on several tasks.

    Args:
        votes: for each task of ``ORDERS`` the votes, of shape (units, coders).
        resamples: as in ``alpha``.

    Returns:
        One row a task: ``task``, ``units`` with two codes or more, ``coders``; nominal and ordinal alpha with ``_low``
        and ``_high``; the lowest and highest pairwise ``kappa`` and ``macro_f1``.
    """
    return pd.DataFrame([_task(task, given, resamples) for task, given in votes.items()])


def votes_of(codes: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Turn codes, one row a unit and coder, into votes.

    Args:
        codes: columns ``id``, ``coder`` and any of the tasks of ``ORDERS``.

    Raises:
        ValueError: where a coder coded a unit twice.
    """
    twice = codes[codes.duplicated(["id", "coder"])]
    if len(twice):
        raise ValueError(f"the coder {twice['coder'].iloc[0]!r} coded {twice['id'].iloc[0]!r} twice; expected once")
    tasks = [task for task in ORDERS if task in codes and codes[task].notna().any()]
    return {task: codes.astype({task: "string"}).pivot(index="id", columns="coder", values=task) for task in tasks}


def gold_votes(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give the votes in the rows of ``gold`` that three coders read; indexed as the table."""
    read = table[table["stance_votes"].str.len() > 1]
    votes = {
        "stance": read["stance_votes"].map(list).map(lambda given: [_LETTERS[letter] for letter in given]),
        "intensity": read["intensity_votes"].str.split(),
        "sentiment": read["sentiment_votes"].str.split().map(lambda given: [_SHORT[word] for word in given]),
    }
    return {task: _spread(given) for task, given in votes.items()}


def second_votes(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give the codes of the author and of the blind second reader in ``authored``; indexed as the table."""
    return {
        task: pd.DataFrame({"author": table[task].astype("string"), "second reader": table[f"second_{task}"]})
        for task in ORDERS
    }


def _spread(given: "pd.Series[list[str]]") -> pd.DataFrame:
    frame = pd.DataFrame(given.tolist(), index=given.index, dtype="string")
    return frame.set_axis([f"coder {number}" for number in range(1, frame.shape[1] + 1)], axis=1)


def _counts(votes: pd.DataFrame, values: Sequence[str]) -> NDArray[np.int64]:
    """How many coders gave each value to each unit, shape (units, values)."""
    given = votes.stack().dropna()
    unknown = sorted(set(given) - set(values))
    if unknown:
        raise ValueError(f"the code {unknown[0]!r} is unknown; expected one of {list(values)}")
    return np.stack([(votes == value).fillna(False).sum(axis=1).to_numpy() for value in values], axis=1)


def _alpha(counts: NDArray[np.int64], level: Level) -> float:
    if (counts.sum(axis=0) > 0).sum() < 2:
        return float("nan")
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement=level))


def _pair(votes: pd.DataFrame, first: str, second: str) -> tuple[str, str, int, float, float, float]:
    both = votes[[first, second]].dropna().astype(str)
    if both.empty:
        return first, second, 0, np.nan, np.nan, np.nan
    one, other = both[first], both[second]
    kappa = cohen_kappa_score(one, other) if both.stack().nunique() > 1 else np.nan
    return first, second, len(both), float((one == other).mean()), kappa, f1_score(one, other, average="macro")


def _parted(votes: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    both = votes[[first, second]].dropna().set_axis(["code", "other"], axis=1)
    units = both[both["code"] != both["other"]].value_counts().rename("units").reset_index()
    return units.assign(first=first, second=second)[["first", "second", "code", "other", "units"]]


def _parting(votes: pd.DataFrame) -> tuple[float, str]:
    pairs = pairwise(votes)
    agreement = (pairs["agreement"] * pairs["units"]).sum() / pairs["units"].sum()
    parted = confusion(votes)
    both = [" / ".join(sorted(codes)) for codes in zip(parted["code"], parted["other"], strict=True)]
    weights = parted["units"].groupby(both).sum()
    return float(agreement), str(weights.idxmax()) if len(weights) else ""


def _task(task: str, votes: pd.DataFrame, resamples: int) -> dict[str, object]:
    pairs = pairwise(votes)
    row: dict[str, object] = {"task": task, "units": int((votes.count(axis=1) > 1).sum()), "coders": votes.shape[1]}
    for level in get_args(Level):
        value, low, high = alpha(votes, ORDERS[task], level, resamples)
        row |= {f"{level}_alpha": value, f"{level}_low": low, f"{level}_high": high}
    for measure in ("kappa", "macro_f1"):
        row |= {f"{measure}_low": pairs[measure].min(), f"{measure}_high": pairs[measure].max()}
    return row
