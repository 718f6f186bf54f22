"""``plover-gold``: the gold-standard records of PLOVER, taken from the examples of the CAMEO manual."""

import json
from typing import Any

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository

REPOSITORY = "openeventdata/PLOVER"

_RECORDS = "gold_standard_records/PLOVER_GSR_CAMEO.txt"


def read() -> pd.DataFrame:
    """Read the records; ``code`` is the event type under the names of PLOVER 0.5, ``mode`` its mode.

    An id that occurs again gets a number; the record that documents the file is left out.
    """
    records = json.loads(read_text(repository(REPOSITORY), _RECORDS))
    rows = pd.DataFrame([_row(record) for record in records if "text" in record])
    again = rows.groupby("id").cumcount()
    rows["id"] = rows["id"].where(again == 0, rows["id"] + "-" + (again + 1).astype("str"))
    return rows.assign(document=rows["id"], language="en", register="news")


def _row(record: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": record["id"],
        "text": record["text"],
        "code": record["event"],
        "mode": record.get("mode"),
        "event_text": record.get("eventText"),
        "speaker": _names(record.get("source")),
        "recipient": _names(record.get("target")),
    }


def _names(actors: Any) -> str | None:
    """The actors of a field, which is a list of records, or plain words."""
    if isinstance(actors, str):
        return actors or None
    return "; ".join(actor["actorText"] for actor in actors or []) or None
