"""``umuc`` and ``umuc-clauses``: speeches in the UN Security Council with verbal conflicts, the successor of UNSCon."""

import pandas as pd

from research.corpora import council
from research.corpora.files import read_text
from research.corpora.plain import plain
from research.corpora.registry import repository
from research.corpora.rows import parse_rows

REPOSITORY = "discourse-lab/UMUC"

_FOLDER = "Corpora/Annotated/Conflicts"
_SENTENCE_LABELS = ("A0_Negative_Evaluation", "A4_Country_Name", "B1_ChallengeType", "B3_Country_Name")
_CLAUSE_LABELS = ("Conflict_Type", "Conflict_Target", "Target_Country_Name")


def sentences() -> pd.DataFrame:
    """Read the sentences as they are published, in the order of the speeches; all columns are strings.

    Rows that hold only the break between two paragraphs are left out.
    """
    path = f"{_FOLDER}/main_conflicts_sents.csv"
    columns = ("filename", "fileid", "char_start_offset", "text", *_SENTENCE_LABELS)
    rows = parse_rows(read_text(repository(REPOSITORY), path), path, columns)
    return rows[rows["text"].str.strip() != ""].reset_index(drop=True)


def read() -> pd.DataFrame:
    """Read the sentences.

    Returns:
        ``code`` is the kind of conflict: a negative evaluation, else a challenge or correction, else ``_``;
        ``debate`` the meeting. ``target`` is the state it is aimed at.
    """
    raw = sentences()
    kind, challenge = raw["A0_Negative_Evaluation"], raw["B1_ChallengeType"]
    target = council.code_of(raw["A4_Country_Name"]).fillna(council.code_of(raw["B3_Country_Name"]))
    country = raw["filename"].str.extract(r"_preproc_(.+)\.txt$", expand=False)
    rows = _rows(raw, "umuc/" + raw["fileid"] + "/" + raw["char_start_offset"], raw["text"], country)
    return rows.assign(code=kind.where(kind != "_", challenge), target=target)


def read_clauses() -> pd.DataFrame:
    """Read the clauses (elementary discourse units); columns as in ``read``, and ``Conflict_Target`` as published."""
    path = f"{_FOLDER}/main_conflicts.csv"
    columns = ("filename", "fileid", "speech_edu_id", "text_edu", *_CLAUSE_LABELS)
    raw = parse_rows(read_text(repository(REPOSITORY), path), path, columns)
    country = raw["filename"].str.extract(r"_edu_(.+)\.txt$", expand=False)
    rows = _rows(raw, "umuc-clause/" + raw["fileid"] + "/" + raw["speech_edu_id"], raw["text_edu"], country)
    target = council.code_of(raw["Target_Country_Name"])
    return rows.assign(code=raw["Conflict_Type"], target=target, Conflict_Target=raw["Conflict_Target"])


def _rows(raw: pd.DataFrame, ids: "pd.Series[str]", text: "pd.Series[str]", country: "pd.Series[str]") -> pd.DataFrame:
    words = text.map(plain)
    return pd.DataFrame(
        {
            "id": ids,
            "text": words,
            "context": words.groupby(raw["fileid"]).shift(),
            "document": raw["fileid"],
            "debate": raw["fileid"].str.replace(r"_spch\d+$", "", regex=True),
            "speaker": council.spoken(country),
            "actor": council.code_of(country),
            "language": "en",
            "register": "council-speech",
        }
    )
