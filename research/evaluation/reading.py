"""Scoring of the reader against annotated articles: which statements were found, and whose they are."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from research.evaluation.articles import Article, Gold, load_articles

_WORD = re.compile(r"[^\W_]+")
KINDS = ("direct", "indirect", "mixed")
#: A statement counts as found when its words overlap the gold's at least so far (Pareti 2015 counts partial matches).
OVERLAP = 0.5


def content_tokens(text: str, row: "pd.Series[Any]") -> frozenset[tuple[int, int]]:
    """Give the words of a statement that was read: those between its ends that its content holds, in order.

    The attribution that cuts a quote in two lies between the ends, but not in the content.
    """
    within = [match.span() for match in _WORD.finditer(text, int(row["start"]), int(row["end"]))]
    content = _WORD.findall(row["text"])
    if len(content) == len(within):
        return frozenset(within)
    return frozenset(_outer_pieces([text[start:end] for start, end in within], within, content))


def _outer_pieces(words: list[str], spans: list[tuple[int, int]], content: list[str]) -> list[tuple[int, int]]:
    """Align the content with the words in order, from the left as far as it goes, then from the right."""
    left = 0
    while left < len(content) and words[left] == content[left]:
        left += 1
    right = len(content) - left
    return spans[:left] + (spans[-right:] if right else [])


def jaccard(one: frozenset[Any], other: frozenset[Any]) -> float:
    """Give the share of common elements; 0 for two empty sets."""
    return len(one & other) / len(one | other) if one or other else 0.0


def match(gold: list[frozenset[Any]], predicted: list[frozenset[Any]], least: float = OVERLAP) -> list[tuple[int, int]]:
    """Pair statements one to one, the best overlaps first.

    Returns:
        Pairs (index in gold, index in predicted) whose Jaccard overlap is at least ``least``.
    """
    scored = (
        (jaccard(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(predicted) if one & other
    )
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken: set[int] = set()
    for score, i, j in sorted(scored, key=lambda triple: (-triple[0], triple[1], triple[2])):
        if score >= least and i not in taken_gold and j not in taken:
            pairs.append((i, j))
            taken_gold.add(i)
            taken.add(j)
    return pairs


def same_speaker(read: str, accepted: Iterable[str]) -> bool:
    """Tell whether a speaker is one of the accepted, whatever the case, or one name holds the other as whole words.

    >>> same_speaker("Псакі", ["Джен Псакі"]), same_speaker("Лавров", ["Джен Псакі"])
    (True, False)
    """
    name = _padded(read)
    return bool(name.strip()) and any(name in (other := _padded(one)) or other in name for one in accepted)


def _padded(name: str) -> str:
    return f" {' '.join(_WORD.findall(name.lower()))} "


Reader = Callable[[str, str], pd.DataFrame]


def outcomes(article: Article, read: Reader) -> Iterator[dict[str, Any]]:
    """Compare what a reader finds in an article with its annotation.

    Yields:
        One record for each statement found or missed or made up: ``gold`` and ``found`` (kind or None), and where
        both are there ``speaker``, ``actor``, ``target`` (whether right), with the patterns of the gold.
    """
    frame = read(article.text, article.language)
    rows = [row for _, row in frame.iterrows()]
    predicted = [content_tokens(article.text, row) for row in rows]
    pairs = match([gold.tokens for gold in article.statements], predicted)
    for i, j in pairs:
        yield _compared(article, article.statements[i], rows[j])
    paired = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, gold in enumerate(article.statements):
        if i not in paired[0]:
            yield _record(article, gold=gold.kind, patterns=gold.patterns, number=gold.number)
    for j, row in enumerate(rows):
        if j not in paired[1]:
            yield _record(article, found=str(row["kind"]), text=str(row["text"]))


def _compared(article: Article, gold: Gold, row: "pd.Series[Any]") -> dict[str, Any]:
    return _record(
        article,
        gold=gold.kind,
        found=str(row["kind"]),
        speaker=same_speaker(str(row["speaker"]), gold.speakers),
        actor=row["actor"] == gold.actor,
        target=row["target"] == gold.target,
        patterns=gold.patterns,
        number=gold.number,
        text=str(row["text"]),
        read=(row["speaker"], row["actor"], row["target"]),
        expected=(gold.speakers[0], gold.actor, gold.target),
    )


def _record(article: Article, **fields: Any) -> dict[str, Any]:
    return {"article": article.name, "language": article.language, "gold": None, "found": None, **fields}


def scores(records: list[dict[str, Any]]) -> dict[str, float]:
    """Sum up outcomes.

    Returns:
        ``statements`` (F1), F1 by kind as ``direct``, ``indirect``, ``mixed`` (found with this kind), ``kind``
        accuracy, and the accuracy of ``speaker``, ``actor`` and ``target`` over the statements found.
    """
    both = [record for record in records if record["gold"] and record["found"]]
    counts = {
        "statements": _f1(len(both), sum(bool(r["gold"]) for r in records), sum(bool(r["found"]) for r in records))
    }
    for kind in KINDS:
        hits = sum(record["gold"] == record["found"] == kind for record in both)
        counts[kind] = _f1(hits, sum(r["gold"] == kind for r in records), sum(r["found"] == kind for r in records))
    for field in ("speaker", "actor", "target"):
        counts[field] = sum(record[field] for record in both) / max(len(both), 1)
    return counts


def _f1(hits: int, gold: int, found: int) -> float:
    return 2 * hits / (gold + found) if gold + found else 0.0


def score_folder(folder: Path, read: Reader, resamples: int = 1000, seed: int = 0) -> pd.DataFrame:
    """Score a reader on the marked articles below a folder.

    Returns:
        One row a language (index ``language``) in the columns of ``scores``, each with its 95 % interval from
        resampling articles (percentile bootstrap): ``"0.909 [0.861, 0.948]"``; and ``articles``, the number of these.
    """
    draw = np.random.default_rng(seed)
    rows = {}
    for language, found in _by_language(folder, read).items():
        drawn = draw.integers(len(found), size=(resamples, len(found)))
        replicates = pd.DataFrame([scores([r for place in places for r in found[place]]) for places in drawn])
        low, high = replicates.quantile(0.025), replicates.quantile(0.975)
        value = scores(list(chain(*found)))
        rows[language] = {name: f"{value[name]:.3f} [{low[name]:.3f}, {high[name]:.3f}]" for name in value}
        rows[language]["articles"] = str(len(found))
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("language")


def _by_language(folder: Path, read: Reader) -> dict[str, list[list[dict[str, Any]]]]:
    """The outcomes of each article, by language."""
    found: dict[str, list[list[dict[str, Any]]]] = {}
    for article in load_articles(folder):
        found.setdefault(article.language, []).append(list(outcomes(article, read)))
    return found


def main(folder: str) -> None:
    """Print the scores of the reader on the marked articles below a folder."""
    from research.reading import read

    print(score_folder(Path(folder), read).to_string())


if __name__ == "__main__":
    import sys

    main(*sys.argv[1:])
