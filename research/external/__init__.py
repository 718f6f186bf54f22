"""Published benchmarks, which measure and never train what ships: ``python -m research.external``."""
