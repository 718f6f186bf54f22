"""What it costs to load every corpus: first from the fetched files, then from the tables that were kept."""

import os
import resource
import tempfile
import time

from research.corpora import load, names


def main() -> None:
    """Print the figures; needs all corpora (DETENTE_DATA, or detente corpora fetch)."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        for what in ("first", "second"):
            began = time.perf_counter()
            rows = sum(len(load(name)) for name in names())
            print(f"{what} load of {len(names())} corpora, {rows:,} rows: {time.perf_counter() - began:.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
