"""How fast the reader is, and that its memory stays flat.

Usage: ``python benchmarks/reading.py [ARTICLES] [PROCESSES]``. The articles are those of ``data/articles``, put
together to about 3,000 characters each; printed are articles a second and
the growth of memory from the first articles to the end.
"""

import resource
import sys
import time
from itertools import cycle, islice
from multiprocessing import Pool

from research.evaluation.reading import load_articles
from research.paths import data_path
from research.reading import read

LENGTH = 3_000


def articles(number: int) -> list[tuple[str, str]]:
    """Give texts of about ``LENGTH`` characters with their languages, the three languages in turn."""
    made: list[tuple[str, str]] = []
    by_language: dict[str, list[str]] = {}
    for article in load_articles(data_path("articles")):
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


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
