"""From the teacher to the student: what an encoder reads in unlabelled statements becomes training data.

Distillation (Hinton et al. 2015, "Distilling the Knowledge in a Neural Network"): the student learns the teacher's
probabilities, which say more than a label. They ship as data, stand-off like all our labels: an id and numbers, no
text. So the student can be trained anew without the teacher.
"""

import re
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path

import numpy as np
import pandas as pd

from research.corpora import load
from research.evaluation.contamination import duplicates
from research.models.model import Model
from research.paths import data_path
from research.training import HEADS

#: Sources whose licence lets a shipped model learn from them, and their languages.
SOURCES = {"wh-briefings": ("en",), "resistinua": ("uk", "en"), "telegram-news": ("ru",)}
#: Sentences drawn for the teacher to read.
SIZE = 72_000
#: Probabilities are stored as whole numbers up to this.
_FULL = 200
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'»”’)\]]*\s+(?=[\"'«“„(\[–—-]*\s?[^\W\d_a-zа-яіїєґ])")
_WORDS = (4, 60)
_COLUMNS = [f"{label}_{name}" for label, names in HEADS.items() for name in names]


def sentences(table: pd.DataFrame) -> pd.DataFrame:
    """Cut the paragraphs of a corpus into sentences of 4 to 60 words, each with the one before it.

    Returns:
        ``id`` (the paragraph's, a slash, the sentence's number), ``text``, ``context``, ``language``, ``document``.
    """
    rows = [row for paragraph in table.itertuples() for row in _of_paragraph(paragraph)]
    return pd.DataFrame(rows, columns=["id", "text", "context", "language", "document"])


def unlabelled(learnt: pd.DataFrame, tested: pd.DataFrame) -> pd.DataFrame:
    """Gather the unlabelled sentences of all ``SOURCES``.

    Args:
        learnt: the labelled rows that are learnt from; their texts are not given again.
        tested: those that models are scored on; no sentence of their documents is given.

    Raises:
        CorpusNotFetched: where a source is not on this machine.
    """
    table = pd.concat([sentences(load(name)) for name in SOURCES], ignore_index=True).drop_duplicates("text")
    known = table["document"].isin(tested["document"]) | table["text"].isin(learnt["text"])
    return table[~known].reset_index(drop=True)


def sample(table: pd.DataFrame, tested: pd.DataFrame, model: Model, seed: int = 0, size: int = SIZE) -> pd.DataFrame:
    """Draw sentences, as many of each language, and within it as many of each stance that a model guesses.

    Most sentences of an address or a news channel are neutral; a student learns most from the others.

    Args:
        table: from ``unlabelled``.
        tested: a drawn sentence that stands, even nearly, in these rows is dropped.
        model: guesses the stance.
        seed: of the draw.
        size: how many to draw, fewer where a group has fewer.
    """
    guessed = model.probabilities(list(table["text"]))["stance"].argmax(axis=1)
    groups = table.groupby([table["language"], guessed])
    each = size // len(groups)
    drawn = pd.concat([rows.sample(min(each, len(rows)), random_state=seed) for _, rows in groups])
    drawn = drawn.sort_index().reset_index(drop=True)
    repeated = duplicates(list(drawn["text"]), list(tested["text"]))["position"]
    return drawn[~drawn.index.isin(repeated)].reset_index(drop=True)


def label(teacher: Model, pool: pd.DataFrame, path: Path) -> None:
    """Let a teacher read sentences, and write what it made of them.

    Args:
        teacher: the model that reads.
        pool: from ``sample``.
        path: of the Parquet file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write(pool, teacher.probabilities(list(pool["text"]), list(pool["context"])), path)


def write(table: pd.DataFrame, probabilities: dict[str, np.ndarray], path: Path) -> None:
    """Write a teacher's probabilities: id, hash of the text, and whole numbers that add up to about 200 a label."""
    stacked = np.hstack([probabilities[label] for label in HEADS])
    whole = pd.DataFrame(np.rint(stacked * _FULL).astype(np.uint8), columns=_COLUMNS)
    rows = pd.concat([table[["id", "language"]], table["text"].map(_hash).rename("hash"), whole], axis=1)
    rows.to_parquet(path, compression="zstd", index=False)


def read() -> tuple[pd.DataFrame, dict[str, np.ndarray]]:
    """Give the sentences that the teacher labelled, joined to their texts, and its probabilities by label.

    Raises:
        CorpusNotFetched: where a source is not on this machine.
        ValueError: where a text is not found or is another one.
    """
    stored = pd.read_parquet(data_path("distilled", "labels.parquet"))
    found = pd.concat([sentences(load(name)) for name in SOURCES]).drop_duplicates("id").set_index("id")
    table = stored[["id"]].join(found, on="id")
    changed = table["text"].isna() | (table["text"].fillna("").map(_hash) != stored["hash"])
    if changed.any():
        raise ValueError(f"distilled labels: the text of {table.loc[changed, 'id'].iloc[0]!r} is not the one labelled")
    numbers = stored[_COLUMNS].to_numpy(float)
    parts = np.split(numbers, np.cumsum([len(names) for names in HEADS.values()])[:-1], axis=1)
    return table, {label: part / part.sum(1, keepdims=True) for label, part in zip(HEADS, parts, strict=True)}


def _of_paragraph(row: object) -> Iterator[tuple[str, str, str, str, str]]:
    before = ""
    for number, text in enumerate(_SENTENCE.split(row.text)):  # type: ignore[attr-defined]
        if _WORDS[0] <= len(text.split()) <= _WORDS[1]:
            yield f"{row.id}/{number}", text, before, row.language, row.document  # type: ignore[attr-defined]
        before = text


def _hash(text: str) -> str:
    return sha1(text.encode(), usedforsecurity=False).hexdigest()[:8]
