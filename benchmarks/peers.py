"""How fast the shipped predictor is beside what people use instead, in one run over the same statements.

Usage: ``python benchmarks/peers.py [--statements N] [--model FOLDER]``. Each peer runs in two fresh processes of one
thread, half of the statements each; the clock runs from when both are ready until both are done. Those that have to be
fitted first are fitted on ``authored``, which takes from their start, not from their speed. VADER knows English alone:
it is here for its speed. All take turns for a few rounds, since a machine is not equally fast all the time; the median
is given, with the slowest and the fastest round.
"""

import argparse
import multiprocessing
import os
import time
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path
from statistics import median
from tempfile import NamedTemporaryFile
from typing import NamedTuple

Score = Callable[[list[str]], object]

PROCESSES = 2
_LONGEST = 600
#: Whoever puts off loading something has loaded it after so many predictions.
_FIRST = 100


class Cost(NamedTuple):
    """What a process took: seconds until its first predictions, megabytes then, and seconds for all statements."""

    first: float
    memory: float
    seconds: float


def shipped(model: str | None) -> Score:
    """The predictor of this package, languages detected."""
    from research import load_predictor

    return load_predictor(model).predict_proba


def vader(_: str | None) -> Score:
    """VADER (Hutto and Gilbert 2014): a lexicon and rules."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return lambda texts: [analyzer.polarity_scores(text) for text in texts]


def tfidf(_: str | None) -> Score:
    """Word and character n-grams, TF-IDF weighted, under logistic regression, by scikit-learn alone."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    grams = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
    )
    texts, stances = _labelled()
    model = make_pipeline(grams, LogisticRegression(max_iter=200)).fit(texts, stances)
    return lambda texts: model.predict_proba(texts)


def fasttext(_: str | None) -> Score:
    """The classifier of fastText (Joulin et al. 2017), words and pairs of words."""
    import fasttext as library

    with NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.writelines(f"__label__{stance} {_one_line(text)}" for text, stance in zip(*_labelled(), strict=True))
        file.flush()
        model = library.train_supervised(file.name, wordNgrams=2, epoch=10, thread=1, verbose=0)
    return lambda texts: model.f.multilinePredict([_one_line(text) for text in texts], 3, 0.0, "strict")


def frozen_encoder(_: str | None) -> Score:
    """Sentence embeddings of an encoder that was not fine-tuned, under logistic regression; needs the extra."""
    import torch

    from research.models.embeddings import embeddings

    torch.set_num_threads(1)
    texts, stances = _labelled()
    model = embeddings(0).fit(texts[::9], stances[::9])
    return lambda texts: model.predict_proba(texts)


PEERS = {
    "détente, shipped": shipped,
    "VADER": vader,
    "TF-IDF + logistic regression": tfidf,
    "fastText": fasttext,
    "frozen encoder": frozen_encoder,
}
#: An encoder reads a hundred times slower: it is given fewer statements.
FEWER = {"frozen encoder": 20}


def statements(number: int) -> list[str]:
    """Give different statements in our languages: of ``gold`` and ``resistinua`` where they are at hand, and ours."""
    import pandas as pd

    from research.corpora import CorpusNotFetched, load
    from research.language import detect

    try:
        texts = pd.concat([load(name)["text"] for name in ("gold", "resistinua", "authored")])
    except CorpusNotFetched:
        texts = load("authored")["text"]
    short = texts[texts.str.len() <= _LONGEST].drop_duplicates()
    known = short[short.map(detect).notna()]
    return list(known.sample(min(number, len(known)), random_state=0))


def measure(name: str, model: str | None, texts: list[str]) -> list[Cost]:
    """Run a peer in ``PROCESSES`` fresh processes; none where it is not on this machine."""
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager, context.Pool(PROCESSES) as pool:
        ready = manager.Barrier(PROCESSES)
        jobs = [(name, model, texts[part::PROCESSES], ready) for part in range(PROCESSES)]
        return [cost for cost in pool.starmap(work, jobs, chunksize=1) if cost is not None]


def work(name: str, model: str | None, texts: list[str], ready: Barrier) -> Cost | None:
    """Load a peer, predict a little, wait for the other process, then predict everything."""
    began = time.perf_counter()
    try:
        score = PEERS[name](model)
    except (ImportError, OSError):  # OSError: an encoder that is not on this machine and cannot be fetched
        return None
    score(texts[:_FIRST])
    first, memory = time.perf_counter() - began, _peak()
    ready.wait()
    began = time.perf_counter()
    score(texts)
    return Cost(first, memory, time.perf_counter() - began)


def main() -> None:
    """Print the figures as a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--model", help="folder of a saved predictor; by default the one that ships")
    given = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    texts = statements(given.statements)
    print(f"| {len(texts):,} statements, {PROCESSES} processes | statements a second | first {_FIRST} after | memory |")
    print("| --- | ---: | ---: | ---: |")
    some = {name: texts[:: FEWER.get(name, 1)] for name in PEERS}
    rounds = [{name: measure(name, given.model, some[name]) for name in PEERS} for _ in range(given.rounds)]
    for name in PEERS:
        print(_row(name, len(some[name]), [costs[name] for costs in rounds]))


def _row(name: str, number: int, rounds: list[list[Cost]]) -> str:
    if not rounds[0]:
        return f"| {name} | not on this machine | | |"
    slowest = [Cost(*map(max, zip(*costs, strict=True))) for costs in rounds]
    rates = [number / cost.seconds for cost in slowest]
    first, memory = (median(column) for column in list(zip(*slowest, strict=True))[:2])
    spread = f"{median(rates):,.0f} ({min(rates):,.0f} to {max(rates):,.0f})"
    return f"| {name} | {spread} | {first:.2f} s | {memory:,.0f} MB |"


def _peak() -> float:
    """Megabytes at the most, as Linux has them; ``getrusage`` would count those of the process that started this."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def _labelled() -> tuple[list[str], list[str]]:
    from research.corpora import load

    table = load("authored")
    return list(table["text"]), [str(stance) for stance in table["stance"]]


def _one_line(text: str) -> str:
    return " ".join(text.split()) + "\n"


if __name__ == "__main__":
    main()
