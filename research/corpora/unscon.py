"""``unscon`` and ``unscon-clauses``: speeches in the UN Security Council with verbal conflicts (UNSCon, 2024)."""

import pandas as pd

from research.corpora import council
from research.corpora.files import read_text
from research.corpora.plain import plain
from research.corpora.registry import repository
from research.corpora.rows import parse_rows

REPOSITORY = "linatal/UNSCon"

_LABELS = ("A0", "A2", "A3", "A4", "B1", "B2", "B3")
# UNSC_2014_SPV.7219_spch015_Russian_Federation_neg_03.txt; the part of a speech may also show as "2" or "A2".
_SPEECH = (
    r"^(?P<document>(?P<debate>UNSC_\d{4}_SPV\.\d+)_spch\d+)_(?P<country>.+?)(?:(?<=[a-z])A)?\d?"
    r"(?:_neg|_pos)?(?:_|%20)\d+(?:_[A-Z]+)?\.txt$"
)


def read() -> pd.DataFrame:
    """Read the sentences; see ``read_clauses`` for the columns."""
    return _level("conflict_annotations_sentences.csv", "sentence_text", "sentence_char_offsets", "unscon")


def read_clauses() -> pd.DataFrame:
    """Read the clauses (elementary discourse units).

    Returns:
        ``code`` is the kind of conflict: a negative evaluation (A0), else a challenge or correction (B1), else ``_``;
        ``A0`` to ``B3`` are the labels as published, ``debate`` the meeting. ``target`` is the state it is aimed at.
    """
    return _level("conflict_annotations.csv", "EDU_text", "EDU_char_offsets", "unscon-clause")


def _level(file: str, text: str, offsets: str, prefix: str) -> pd.DataFrame:
    path = f"data/{file}"
    raw = parse_rows(read_text(repository(REPOSITORY), path), path, ("file_id", text, offsets, *_LABELS))
    speech = raw["file_id"].str.extract(_SPEECH)
    target = council.code_of(raw["A4"]).fillna(council.code_of(raw["B3"]))
    return raw[list(_LABELS)].assign(
        id=prefix + "/" + raw["file_id"].str.removesuffix(".txt") + "/" + raw[offsets],
        text=raw[text].map(plain),
        document=speech["document"],
        debate=speech["debate"],
        speaker=council.spoken(speech["country"]),
        actor=council.code_of(speech["country"]),
        target=target,
        code=raw["A0"].where(raw["A0"] != "_", raw["B1"]),
        language="en",
        register="council-speech",
    )
