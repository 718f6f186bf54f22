"""How fast the reader is, and that its memory stays flat.

Usage: ``python benchmarks/reading.py [ARTICLES] [PROCESSES]``. The articles are those of
``data/articles/development``, put together to about 3,000 characters each; printed are
articles a second and the growth of memory from the first articles
to the end. ``python benchmarks/reading.py endless`` times 5 MB full of speech verbs without a stop, in each language.
"""

import resource
import sys
import time
from itertools import cycle, islice
from multiprocessing import Pool

from research.evaluation.articles import load_articles
from research.paths import data_path
from research.reading import read

LENGTH = 3_000
ENDLESS = {
    "uk": "Іван Петренко заявив, що посол сказав, що Росія вимагає, ",
    "ru": "Иван Петренко заявил, что посол сказал, что Россия требует, ",
    "en": "John Smith said that the ambassador had told Russia that Iran demanded, ",
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


def memory() -> float:
    """Give the peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(number: int = 400, processes: int = 2) -> None:
    """Time the reading of many articles and print what it took."""
    jobs = articles(number)
    for job in jobs[:60]:
        count(job)
    early, begin = memory(), time.perf_counter()
    if processes > 1:
        with Pool(processes) as pool:
            statements = sum(pool.imap_unordered(count, jobs, chunksize=20))
    else:
        statements = sum(map(count, jobs))
    seconds = time.perf_counter() - begin
    print(
        f"{number} articles, {statements} statements, {processes} processes: {number / seconds:.0f} articles a second"
    )
    print(f"peak memory {early:.0f} MB after the first, {memory():.0f} MB at the end")


def endless(size: int = 5_000_000) -> None:
    """Time texts of ``size`` characters that are one sentence."""
    for language, words in ENDLESS.items():
        text = (words * (size // len(words))).rstrip(", ") + "."
        read(text[:LENGTH], language)
        begin = time.process_time()
        rows = len(read(text, language))
        print(f"{language}: {len(text):,} characters without a stop, {rows} rows: {time.process_time() - begin:.0f} s")


if __name__ == "__main__":
    endless() if sys.argv[1:] == ["endless"] else main(*map(int, sys.argv[1:]))
