"""Tests of behaviour (Ribeiro et al. 2020, "Beyond Accuracy: Behavioral Testing of NLP Models with CheckList").

A minimal pair asks whether a model sees the few words that decide; a swapped name asks whether it sees what must not.
"""

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from research.paths import data_path
from research.reading.morphology import analyser, match_case

_SLOT = re.compile(r"\{([AB])(?::([a-z]{4}))?\}")


class State(NamedTuple):
    """A state that fills slots: its code, and its name in each language."""

    code: str
    uk: str
    ru: str
    en: str


def pairs_right(pairs: pd.DataFrame, predicted: np.ndarray) -> pd.DataFrame:
    """Score minimal pairs: a pair is right when both of its statements are.

    Args:
        pairs: rows of ``contrast``: ``document`` names the pair, ``kind`` what tells its statements apart.
        predicted: the n predicted stances.

    Returns:
        One row for each language and kind, and ``all`` kinds: ``pairs``, and ``right``, their share from 0 to 1.
    """
    keys = pairs[["language", "kind", "document"]].assign(right=pairs["stance"].to_numpy(str) == predicted.astype(str))
    right = keys.groupby(["language", "kind", "document"])["right"].all().reset_index()
    both = pd.concat([right, right.assign(kind="all")])
    return both.groupby(["language", "kind"])["right"].agg(pairs="size", right="mean").reset_index()


def filled(statements: pd.DataFrame, states: list[State] | None = None) -> pd.DataFrame:
    """Put states into the slots of ``swap``.

    Args:
        statements: rows of ``swap``.
        states: at least two; those that ship by default.

    Returns:
        One row for each statement and state A, state B being the next of the list: the statement's columns with
        ``text`` filled, and ``id`` with the state's code behind it; ``document`` is the statement.

    Raises:
        ValueError: where there are fewer than two states, or a name has no such case.
    """
    states = states or shipped_states()
    if len(states) < 2:
        raise ValueError(f"there are {len(states)} states; expected at least 2")
    return pd.DataFrame(list(_fillings(statements, states))).reset_index(drop=True)


def flips(statements: pd.DataFrame, predicted: np.ndarray) -> pd.Series:
    """Tell which statements change their predicted stance with the states in their slots.

    Args:
        statements: what ``filled`` gave.
        predicted: the n predicted stances.

    Returns:
        For each statement (index ``document``) whether any state flips it.
    """
    return pd.Series(predicted.astype(str)).groupby(statements["document"].to_numpy()).nunique() > 1


def shipped_states() -> list[State]:
    """Give the states of ``data/swap/fillers.csv``."""
    with data_path("swap", "fillers.csv").open(encoding="utf-8", newline="") as file:
        return [State(**row) for row in csv.DictReader(file)]


def _fillings(statements: pd.DataFrame, states: list[State]) -> Iterator[dict[str, object]]:
    for row in statements.to_dict("records"):
        for place, state in enumerate(states):
            chosen = {"A": state, "B": states[(place + 1) % len(states)]}
            text = _SLOT.sub(lambda slot, c=chosen, r=row: _name(c[slot[1]], r["language"], slot[2]), row["text"])  # type: ignore[misc]
            yield {**{str(key): value for key, value in row.items()}, "id": f"{row['id']}-{state.code}", "text": text}


def _name(state: State, language: str, case: str | None) -> str:
    """Inflect every word of a name that is not in the nominative already."""
    name: str = getattr(state, language)
    if case in (None, "nomn"):
        return name
    return " ".join(_inflected(word, language, str(case)) for word in name.split())


def _inflected(word: str, language: str, case: str) -> str:
    # A state is inanimate: of a reading as a person's name the accusative would be the genitive.
    readings = sorted(analyser(language).parse(word), key=lambda parse: "Name" in parse.tag or "anim" in parse.tag)
    for parse in readings:
        form = parse.inflect({case}) if "nomn" in parse.tag else None
        if form:
            return match_case(form.word, word)
    raise ValueError(f"{word!r} has no form in the case {case!r}")
