"""Attribution corpora in brat stand-off, and the score of the reader against them.

PolNeAR (Newell, Margolin and Ruths 2018, "An Attribution Relations Corpus for Political News"): 1,008 US news
articles, every attribution with its source, cue and content. Its contents begin with "that" and keep their quotation
marks; as the overlap is counted in words, that costs little.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from research.corpora.brat import Roles, events
from research.evaluation.articles import tokens_within
from research.evaluation.reading import Reader, content_tokens, match, same_speaker

_WORD = re.compile(r"[^\W_]+")
_OPENING, _CLOSING = ("“", '"', "«", "''"), ("”", '"', "»", "''")

Span = tuple[int, int]


class Attribution(NamedTuple):
    """One attribution: the pieces of its content and of its source, as offsets; whether it is wholly quoted."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    direct: bool


class Annotated(NamedTuple):
    """A text with its attributions."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def load_attributions(folder: Path) -> list[Annotated]:
    """Load a split of PolNeAR: a folder with ``text/`` and ``attributions/``; of several coders, the first.

    Raises:
        FileNotFoundError: where the folder has no texts.
    """
    found = [_annotated(path, folder) for path in sorted((folder / "text").glob("*.txt"))]
    if not found:
        raise FileNotFoundError(f"no texts in {folder / 'text'}")
    return found


def _annotated(path: Path, folder: Path) -> Annotated:
    text = path.read_text("utf-8")
    first = min((folder / "attributions").glob(f"{path.stem}_*.ann"), default=None)
    return Annotated(path.stem, text, tuple(_attributions(first.read_text("utf-8"), text)) if first else ())


def _attributions(annotation: str, text: str) -> Iterator[Attribution]:
    for _, roles in events(annotation):
        content = _pieces(roles, "Content")
        if content:
            yield Attribution(content, _pieces(roles, "Source"), all(is_quoted(text[a:b]) for a, b in content))


def _pieces(roles: Roles, role: str) -> tuple[Span, ...]:
    return tuple(sorted(piece for span in roles.get(role, ()) for piece in span.pieces))


def is_quoted(words: str) -> bool:
    """Tell whether a stretch begins and ends with quotation marks, punctuation aside.

    >>> is_quoted("“We stay,”"), is_quoted("that it is “odd”")
    (True, False)
    """
    inner = words.strip(" ,.\\n")
    return inner.startswith(_OPENING) and inner.endswith(_CLOSING) and bool(_WORD.search(inner))


def attribution_outcomes(article: Annotated, read: Reader) -> Iterator[dict[str, Any]]:
    """Compare what a reader finds with the attributions of an article.

    Yields:
        Records with ``gold`` and ``found`` (``"direct"``, ``"indirect"`` or None) and, where both are there,
        ``speaker``: whether the words that name the speaker overlap the source, or the resolved name is the same.
    """
    frame = read(article.text, "en")
    rows = [row for _, row in frame.iterrows()]
    gold = [tokens_within(article.text, entry.content) for entry in article.attributions]
    pairs = match(gold, [content_tokens(article.text, row) for row in rows])
    for i, j in pairs:
        entry = article.attributions[i]
        right = _is_source(article, entry, rows[j]["speaker"], frame.attrs["mentions"][j])
        yield {
            "gold": _kind(entry.direct),
            "found": _kind(rows[j]["kind"] == "direct"),
            "speaker": right,
            "pair": (i, j),
        }
    for i, entry in enumerate(article.attributions):
        if i not in {pair[0] for pair in pairs}:
            yield {"gold": _kind(entry.direct), "found": None, "pair": (i, None)}
    for j, row in enumerate(rows):
        if j not in {pair[1] for pair in pairs}:
            yield {"gold": None, "found": _kind(row["kind"] == "direct"), "pair": (None, j)}


def _kind(direct: bool) -> str:
    return "direct" if direct else "indirect"


def _is_source(article: Annotated, entry: Attribution, speaker: str, mention: Span | None) -> bool:
    if not entry.source:
        return True
    if mention is not None and any(start < mention[1] and mention[0] < end for start, end in entry.source):
        return True
    return same_speaker(speaker, [article.text[start:end] for start, end in entry.source])


def attribution_scores(records: list[dict[str, Any]]) -> dict[str, float]:
    """Sum up outcomes.

    Returns:
        Precision, recall and F1 over all attributions, F1 of the direct quotes (``direct``; a quote found counts
        whatever kind it was given), and ``speaker`` accuracy over those found.
    """
    both = [record for record in records if record["gold"] and record["found"]]
    gold, found = sum(bool(r["gold"]) for r in records), sum(bool(r["found"]) for r in records)
    quotes = sum(r["gold"] == "direct" for r in records)
    quoted = sum(r["found"] == "direct" and r["gold"] != "indirect" for r in records)
    hits = sum(record["gold"] == "direct" for record in both)
    quoted += sum(r["gold"] == "direct" and r["found"] == "indirect" for r in both)
    return {
        "precision": len(both) / max(found, 1),
        "recall": len(both) / max(gold, 1),
        "f1": 2 * len(both) / max(gold + found, 1),
        "direct": 2 * hits / max(quotes + quoted, 1),
        "speaker": sum(bool(record["speaker"]) for record in both) / max(len(both), 1),
    }


def main(folder: str) -> None:
    """Print the scores of the reader on a split of PolNeAR, a folder with ``text/`` and ``attributions/``."""
    from research.reading import read

    records = [r for article in load_attributions(Path(folder)) for r in attribution_outcomes(article, read)]
    for name, value in attribution_scores(records).items():
        print(f"{name:10} {value:.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
