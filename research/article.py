"""An article as it was read: the frame of its statements, which shows itself as the text with the statements marked."""

from collections.abc import Hashable
from typing import Any, Protocol

import pandas as pd

from research.labels import Stance
from research.marking import Piece, Span, parts, places
from research.page import render

_Row = dict[Hashable, Any]
#: So many words of a statement are underlined, those that weighed most for its stance.
_EVIDENCE = 3
#: A sign a stance, so that colour is not all that tells them apart.
_SIGNS = {Stance.CONCILIATORY: "▲", Stance.NEUTRAL: "●", Stance.DEMANDING: "▼"}


class Explainer(Protocol):
    """What says which words of a text weighed for a stance, as ``Predictor.explain`` does."""

    def explain(self, text: str, stance: str | None = None, language: str | None = None) -> pd.DataFrame:
        """Give ``start``, ``end`` and ``weight`` of each word."""
        ...


class Reading(pd.DataFrame):
    """The statements of one article, one a row, as ``Predictor.read`` describes them.

    A notebook shows it as the article with its statements marked in place; ``page()`` is the same as a web page. Any
    selection of it is an ordinary frame, since it is no longer the reading of the article.
    """

    #: Whoever predicted the labels; None (after unpickling, say) leaves the page without underlined words.
    explainer: Explainer | None = None

    def page(self, title: str = "Article") -> str:
        """Give one self-contained HTML page: no script, nothing loaded, every text escaped.

        Args:
            title: of the page, such as the name of the file.
        """
        return render("article_page.html", title=title, article=self._marked())

    def _repr_html_(self) -> str:
        """Show the article in a notebook."""
        return render("article.html", article=self._marked())

    def _marked(self) -> dict[str, Any]:
        rows = self.to_dict("records")
        text: str = self.attrs["text"]
        pieces: list[list[Span]] = self.attrs["pieces"]
        marked = [Piece(*span, number, part) for number, spans in enumerate(pieces) for part, span in enumerate(spans)]
        evidence = [word for row, spans in zip(rows, pieces, strict=True) for word in self._evidence(row, spans)]
        return {
            "language": rows[0]["language"] if rows else None,
            "statements": [_shown(row) for row in rows],
            "parts": parts(text, marked, evidence),
        }

    def _evidence(self, row: _Row, pieces: list[Span]) -> list[Span]:
        """Where the words stand that weighed for the stance; a declined comment is neutral by rule."""
        if self.explainer is None or row["declined"]:
            return []
        words = self.explainer.explain(row["text"], row["stance"], row["language"])
        best = words[words["weight"] > 0].nlargest(_EVIDENCE, "weight")
        spans = zip(best["start"], best["end"], strict=True)
        return places(self.attrs["text"], pieces, row["text"], spans)


def _shown(row: _Row) -> _Row:
    """A row with what the page needs besides: its sign, its targets one by one, and how strong its colour is."""
    chance = 1 / len(Stance)
    return {
        **row,
        "sign": _SIGNS[row["stance"]],
        "targets": row["target"].replace(",", ", "),
        "strength": max(0.0, (row["stance_probability"] - chance) / (1 - chance)),
    }
