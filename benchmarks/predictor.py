"""What the shipped predictor costs: load and first prediction in a fresh process, then statements a second."""

import resource
import time

BEGAN = time.perf_counter()

from research import load_predictor  # noqa: E402 (the import is part of what is measured)

PREDICTOR = load_predictor()
PREDICTOR.predict("Ми готові до діалогу без попередніх умов.")
FIRST = time.perf_counter() - BEGAN
PEAK = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

from research.corpora import load  # noqa: E402

ROUNDS = 5


def main() -> None:
    """Print the figures."""
    texts = list(load("authored")["text"]) * ROUNDS
    began = time.perf_counter()
    PREDICTOR.predict_proba(texts)
    rate = len(texts) / (time.perf_counter() - began)
    print(f"load and first prediction: {FIRST:.2f} s, peak memory {PEAK:.0f} MB")
    print(f"then {rate:,.0f} statements a second ({len(texts):,} statements, languages detected)")


if __name__ == "__main__":
    main()
