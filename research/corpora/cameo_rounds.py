"""``cameo-rounds``: ten rounds in which three to five trained people coded 100 sentences each under CAMEO."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository
from research.corpora.rows import parse_rows

REPOSITORY = "javierosorio/CAMEO_ConfliBERT"

CODERS = (1, 2, 3, 4, 5)

#: The last summary of each round. ``summary_wrong`` of round 8 and ``summary_v1`` of round 9 repeat round 7.
_SUMMARIES = dict.fromkeys(range(1, 11), "summary.csv") | {
    1: "summary_v2.csv",
    3: "summary_v2.csv",
    4: "summary_v2.csv",
}


def read() -> pd.DataFrame:
    """Read all rounds.

    Returns:
        One row a sentence and round. ``penta_<coder>`` is the class, from 0 to 4, that a coder gave to the first
        action, ``cameo_<coder>`` its root code; both are empty where the coder gave none. ``code`` is the class that
        more than half of those who gave one agree on.
    """
    return pd.concat([_round(number) for number in _SUMMARIES], ignore_index=True)


def votes(table: pd.DataFrame) -> pd.DataFrame:
    """Give the classes of each coder, shape (rows, 5), a column a coder, empty where one gave none."""
    return table[[f"penta_{coder}" for coder in CODERS]].set_axis([f"coder {coder}" for coder in CODERS], axis=1)


def _round(number: int) -> pd.DataFrame:
    path = f"annotations/training_round_{number}/{_SUMMARIES[number]}"
    raw = parse_rows(read_text(repository(REPOSITORY), path), path, ("ids", "sentences"))
    rows = raw[["sentences"]].rename(columns={"sentences": "text"}).assign(round=str(number))
    for coder in CODERS:
        rows[f"penta_{coder}"] = _code(raw, f"Action1-PentaClass_{coder}", r"^(\d)-")
        rows[f"cameo_{coder}"] = _code(raw, f"Action1_CAMEO_{coder}", r"^\d-(\d+)").str.zfill(2)
    return rows.assign(
        id=f"round-{number}-" + raw["ids"].str.split("-").str[0] + "-" + raw.groupby("ids").cumcount().astype("str"),
        document=raw["sentences"].str.strip(),
        code=pd.array([_majority(given) for given in votes(rows).to_numpy()], dtype="string"),
        language="en",
        register="news",
    )


def _code(raw: pd.DataFrame, column: str, pattern: str) -> "pd.Series[str]":
    # A coder who took no part in a round has no columns in it.
    written = raw[column] if column in raw else pd.Series("", raw.index, dtype="str")
    return written.str.extract(pattern, expand=False)


def _majority(given: Iterable[object]) -> str | None:
    counts = Counter(vote for vote in given if isinstance(vote, str))
    first, number = counts.most_common(1)[0] if counts else ("", 0)
    return first if number * 2 > counts.total() else None
