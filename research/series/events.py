"""What happened meanwhile: dates with a label, to lay over a series."""

import pandas as pd


def events(frame: pd.DataFrame) -> pd.DataFrame:
    """Check events and put them in order.

    Args:
        frame: with ``date`` (YYYY-MM-DD or timestamps) and ``label``.

    Returns:
        ``date`` as timestamps and ``label``, sorted.

    Raises:
        ValueError: where a column is missing, a date is no date, or a label is empty.
    """
    missing = [name for name in ("date", "label") if name not in frame]
    if missing:
        raise ValueError(f"the events lack the columns {missing}; expected date and label")
    dates = pd.to_datetime(frame["date"], format="ISO8601", errors="coerce")
    wrong = dates.isna() | frame["label"].isna() | (frame["label"] == "")
    if wrong.any():
        first = frame.loc[wrong, ["date", "label"]].iloc[0].tolist()
        raise ValueError(f"event {first}: expected a day as YYYY-MM-DD and a label")
    return pd.DataFrame({"date": dates, "label": frame["label"]}).sort_values("date", ignore_index=True)
