"""What a coder says of a statement, and the CSV file that keeps it."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from research.corpora.rows import decode, parse_rows
from research.exchange import CHOICES
from research.labels import stance_of
from research.writing import replacing

#: The questions of the codebook with the answers that they take.
QUESTIONS: dict[str, tuple[str, ...]] = {**CHOICES, "confidence": ("1", "2", "3")}

#: A row: which statement, who coded it, what they said (nothing where they skipped it), how it was picked.
COLUMNS = ("id", "coder", *QUESTIONS, "note", "pick", "seed", "stratum", "probability")

_BLANKS = re.compile(r"[\s\x00-\x1f]+")

#: A code for each question, and a note.
Answer = dict[str, str]


def check_answer(given: Mapping[str, str]) -> Answer:
    """Check what a coder says.

    Args:
        given: a code for each of ``QUESTIONS`` and perhaps a note; a statement that was skipped has no codes at all.

    Returns:
        The same, without what else was given, and the note on one line.

    Raises:
        ValueError: where a code is unknown, some are missing, or the sign of the intensity contradicts the stance.
    """
    codes = {question: given.get(question, "") for question in QUESTIONS}
    note = _BLANKS.sub(" ", given.get("note", "")).strip()
    if any(codes.values()):
        _check_codes(codes)
    return {**codes, "note": note}


def read_answers(file: Path) -> pd.DataFrame:
    """Read the file of a session, a row a statement in the order in which they were picked.

    Raises:
        BrokenFile: where it is no such file.
        ValueError: where a row has codes that contradict each other.
    """
    table = parse_rows(decode(file.read_bytes(), file, crlf=True), file, COLUMNS)
    for row in table.to_dict("records"):
        try:
            check_answer({str(name): value for name, value in row.items()})
        except ValueError as error:
            raise ValueError(f"{file}, statement {row['id']!r}: {error}") from None
    return table


def write_answers(file: Path, table: pd.DataFrame) -> None:
    """Write the file of a session in the place of the old one. At every moment one of the two is there, whole.

    Args:
        file: where it is, or is to be.
        table: with at least ``COLUMNS``.

    Raises:
        OSError: where the disk is full or cannot be written; the old file is intact.
    """
    with replacing(file) as unfinished, unfinished.open("w", encoding="utf-8", newline="") as written:
        table[list(COLUMNS)].to_csv(written, index=False, lineterminator="\n", float_format="%.9g")
        written.flush()
        os.fsync(written.fileno())
    _sync_folder(file.parent)


def _check_codes(codes: Answer) -> None:
    for question, accepted in QUESTIONS.items():
        if codes[question] not in accepted:
            raise ValueError(f"{question} is {codes[question]!r}; expected one of {', '.join(accepted)}")
    if stance_of(int(codes["intensity"])) != codes["stance"]:
        raise ValueError(f"intensity is {codes['intensity']}; expected one whose sign agrees with {codes['stance']}")


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk; without it a power cut may bring back the old file."""
    if os.name == "nt":  # it opens no folders
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
