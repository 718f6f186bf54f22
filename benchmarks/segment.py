"""Sentence boundaries: our segmenter and, of those of others, the ones that are installed.

``pip install pysbd razdel spacy`` brings them; run ``python benchmarks/segment.py``. The paragraphs in
``benchmarks/sentences`` were written to be hard: abbreviations, initials, quotes, ellipses, numbers. In each, ``‖``
stands between two sentences. A stop within quotation marks counts neither for nor against, since the reader takes a
quote for one token.
"""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from research.evaluation.articles import load_articles
from research.paths import data_path
from research.reading.quotes import find_quotes
from research.reading.segment import sentences, tokens
from research.reading.tables import table

Segmenter = Callable[[str], list[str]]
LANGUAGES = ("uk", "ru", "en")
FOLDER = Path(__file__).parent / "sentences"


def ours(language: str) -> Segmenter:
    """Our segmenter, the verbs of speech included."""
    words = table(language)

    def cut(text: str) -> list[str]:
        found = sentences(tokens(text, 0, len(text), find_quotes(text, 0, len(text), words)), words.cues.keys())
        starts = [one[0].quote.outer_start if one[0].quote else one[0].start for one in found]
        return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]

    return cut


def pysbd(language: str) -> Segmenter:
    """Rules by language (Sadvilkar and Neumann 2020); none for Ukrainian, which is cut as Russian."""
    known = "ru" if language == "uk" else language
    cut: Segmenter = import_module("pysbd").Segmenter(language=known, clean=False).segment
    return cut


def razdel(_: str) -> Segmenter:
    """Rules for Russian; the other languages are cut as Russian."""
    sentenize = import_module("razdel").sentenize
    return lambda text: [one.text for one in sentenize(text)]


def spacy(language: str) -> Segmenter:
    """The sentencizer of a blank pipeline: every stop that is no part of a token."""
    pipeline = import_module("spacy").blank(language)
    pipeline.add_pipe("sentencizer")
    return lambda text: [one.text for one in pipeline(text).sents]


def starts(text: str, cut: Segmenter, language: str) -> set[int]:
    """Where sentences begin but for the first, quotes passed over."""
    found, place = set(), 0
    for sentence in cut(text):
        place = text.index(sentence.strip(), place)
        found.add(place)
        place += len(sentence.strip())
    quotes = find_quotes(text, 0, len(text), table(language))
    return {start for start in found - {0} if not any(quote.start < start < quote.end for quote in quotes)}


def paragraphs(language: str) -> Iterator[tuple[str, set[int]]]:
    """Read the paragraphs of a language, and where their sentences begin but for the first."""
    for line in (FOLDER / f"{language}.txt").read_text("utf-8").splitlines():
        parts = line.split("‖ ")
        text = "".join(parts)
        yield text, {len("".join(parts[:number])) for number in range(1, len(parts))}


def f1(build: Callable[[str], Segmenter], language: str) -> tuple[float, int, int]:
    """Score a segmenter: F1 of the boundaries, those set in vain, those missed."""
    cut, hits, vain, missed = build(language), 0, 0, 0
    for text, gold in paragraphs(language):
        found = starts(text, cut, language)
        hits, vain, missed = hits + len(found & gold), vain + len(found - gold), missed + len(gold - found)
    return 2 * hits / (2 * hits + vain + missed), vain, missed


def parted(build: Callable[[str], Segmenter], language: str) -> tuple[int, int]:
    """Count the boundaries in the articles for development, and those that we set otherwise."""
    mine, other, count, parts = ours(language), build(language), 0, 0
    for article in load_articles(data_path("articles", "development", language)):
        for line in filter(None, map(str.strip, article.text.splitlines())):
            both = starts(line, mine, language), starts(line, other, language)
            count, parts = count + len(both[0]), parts + len(both[0] ^ both[1])
    return count, parts


def main() -> None:
    """Print the scores of all segmenters that are installed."""
    for build in (ours, pysbd, razdel, spacy):
        for language in LANGUAGES:
            try:
                score, vain, missed = f1(build, language)
            except ImportError:
                print(f"{build.__name__}: not installed", file=sys.stderr)
                break
            count, parts = parted(build, language)
            print(
                f"{build.__name__} {language}: F1 {score:.3f}, {vain} in vain, {missed} missed; "
                f"in the articles {parts} set otherwise than ours ({count})"
            )


if __name__ == "__main__":
    main()
