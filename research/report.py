"""Results to one self-contained HTML page: no script, no link out, the figures inside."""

from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from research.page import render
from research.results import Results, interval

#: So many of the surest errors are shown.
_ERRORS = 12


class Drawing(NamedTuple):
    """A figure for the page: name, description for those who do not see it, and SVG markup."""

    name: str
    description: str
    svg: str


def report(results: Results, drawings: list[Drawing]) -> str:
    """Write the page of an experiment.

    Args:
        results: of the experiment.
        drawings: its figures; the name of each begins with the corpus it belongs to.
    """
    settings = results.provenance["settings"]
    corpora = [_corpus(results, name, drawings) for name in results.boards]
    return render(
        "report.html", results=results, corpora=corpora, **{k: settings[k] for k in ("resamples", "baseline")}
    )


def _corpus(results: Results, name: str, drawings: list[Drawing]) -> dict[str, Any]:
    table = results.table().set_index("corpus").loc[[name]]
    best = list(results.boards[name]["all"])[-1]
    first = ~table["language"].duplicated()
    return {
        "name": name,
        "best": best,
        "columns": list(table.columns),
        "rows": [{"first": top, "cells": cells} for top, cells in zip(first, table.to_numpy().tolist(), strict=True)],
        "plots": [
            {"description": drawing.description, "svg": Markup(_inline(drawing.svg))}  # noqa: S704 (our own figure)
            for drawing in drawings
            if drawing.name.startswith(f"{name}-")
        ],
        "classes": _by_class(results.boards[name]["all"][best]["scores"], results.classes),
        "errors": _surest_errors(results.predictions, name, best).to_dict("records"),
    }


def _inline(svg: str) -> str:
    """Drop what stands before the element: a page has one document type."""
    return svg[svg.index("<svg") :]


def _by_class(scores: dict[str, Any], classes: tuple[str, ...]) -> list[list[str]]:
    return [[name, *(interval(scores[f"{kind}_{name}"]) for kind in ("precision", "recall", "f1"))] for name in classes]


def _surest_errors(predictions: pd.DataFrame, corpus: str, model: str) -> pd.DataFrame:
    of_model = (predictions["corpus"] == corpus) & (predictions["model"] == model)
    rows = predictions[of_model & (predictions["gold"] != predictions["predicted"])]
    probability = rows.filter(regex="^p_").max(axis=1)
    return rows.assign(probability=probability).nlargest(_ERRORS, "probability")
