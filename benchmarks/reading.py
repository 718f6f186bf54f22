"""How fast the reader is, and that its memory stays flat.

Usage: ``python benchmarks/reading.py [ARTICLES] [PROCESSES]`` prints articles a second and the processor time of each,
statements only. The articles are those of ``data/articles/development``, put together to about 3,000 characters each.

``python benchmarks/reading.py memory [ARTICLES]`` reads and labels 10,000 of them, as ``detente read --out`` does, no
two of which are the same, and prints the memory held on the way.

``python benchmarks/reading.py endless`` times 5 MB full of speech verbs without a stop, in each language.
"""

import os
import sys
import time
from itertools import cycle, islice
from multiprocessing import Pool

import numpy as np
import psutil

from research import load_predictor
from research.evaluation.articles import load_articles
from research.paths import data_path
from research.reading import read

LENGTH = 3_000
ENDLESS = {
    "uk": "Іван Петренко заявив, що посол сказав, що Росія вимагає, ",
    "ru": "Иван Петренко заявил, что посол сказал, что Россия требует, ",
    "en": "John Smith said that the ambassador had told Russia that Iran demanded, ",
}
NEWS = {
    "uk": ("абвдегіклмнопрсту", "заявив, що"),
    "ru": ("абвдегиклмнопрсту", "заявил, что"),
    "en": ("abdegiklmnoprstu", "said that"),
}


def articles(number: int) -> list[tuple[str, str]]:
    """Give texts of about ``LENGTH`` characters with their languages, the three languages in turn."""
    made: list[tuple[str, str]] = []
    by_language: dict[str, list[str]] = {}
    for article in load_articles(data_path("articles", "development")):
        by_language.setdefault(article.language, []).append(article.text)
    for language, texts in by_language.items():
        for first, second in zip(texts, [*texts[1:], texts[0]], strict=True):
            made.append(((first + "\n\n" + second)[:LENGTH], language))
    return list(islice(cycle(made), number))


def count(job: tuple[str, str]) -> int:
    """Read one article and count its statements."""
    return len(read(*job))


def main(number: int = 400, processes: int = 2) -> None:
    """Time the reading of many articles and print what it took."""
    jobs = articles(number)
    for job in jobs[:60]:
        count(job)
    begin, used = time.perf_counter(), processor_time()
    if processes > 1:
        with Pool(processes) as pool:
            statements = sum(pool.imap_unordered(count, jobs, chunksize=20))
            pool.close()
            pool.join()
    else:
        statements = sum(map(count, jobs))
    rate, cost = number / (time.perf_counter() - begin), (processor_time() - used) / number * 1000
    print(f"{number} articles, {statements} statements, {processes} processes: {rate:.0f} articles a second")
    print(
        f"{cost:.1f} ms of processor time an article: {1000 / cost:.0f} a second on a processor with nothing else to do"
    )


def processor_time() -> float:
    """Give the seconds that this process and those it has ended have computed."""
    return sum(os.times()[:4])


def memory(number: int = 10_000) -> None:
    """Print the memory of this process while it reads and labels many articles."""
    predictor, process, draw = load_predictor(), psutil.Process(), np.random.default_rng(0)
    for done, (text, language) in enumerate(articles(number), start=1):
        predictor.read(f"{text}\n\n{_news(draw, language)}", language)
        if done in {1, 100, 1_000, 2_000, 5_000, number}:
            print(f"{done:,} articles: {process.memory_info().rss / 2**20:.0f} MB", flush=True)


def _news(draw: np.random.Generator, language: str) -> str:
    """A sentence with a name and words that no other article has: what is remembered of words must have an end."""
    letters, said = NEWS[language]
    first, last, *rest = ("".join(draw.choice(list(letters), 7)) for _ in range(12))
    return f"{first.title()} {last.title()} {said} {' '.join(rest)}."


def endless(size: int = 5_000_000) -> None:
    """Time texts of ``size`` characters that are one sentence."""
    for language, words in ENDLESS.items():
        text = (words * (size // len(words))).rstrip(", ") + "."
        read(text[:LENGTH], language)
        begin = time.process_time()
        rows = len(read(text, language))
        print(f"{language}: {len(text):,} characters without a stop, {rows} rows: {time.process_time() - begin:.0f} s")


if __name__ == "__main__":
    runs = {"memory": memory, "endless": endless}
    run = runs.get(sys.argv[1]) if len(sys.argv) > 1 else None
    run(*map(int, sys.argv[2:])) if run else main(*map(int, sys.argv[1:]))
