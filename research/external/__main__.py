"""The command of ``make external``."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from research.external.benchmarks import BENCHMARKS
from research.external.running import Fit, board, encoder, ngrams, predict, published
from research.results import interval


def main(
    names: Annotated[
        list[str] | None, typer.Argument(help=f"Which of {', '.join(BENCHMARKS)}; by default all.")
    ] = None,
    with_encoder: Annotated[
        Path | None, typer.Option("--encoder", help="Folder or name of an encoder to fine-tune.")
    ] = None,
    epochs: Annotated[int, typer.Option(help="Passes of the encoder over the training rows.")] = 4,
    seeds: Annotated[int, typer.Option(help="How many encoders are tuned, and their probabilities averaged.")] = 1,
) -> None:
    """Score n-grams, the published system where there is one, and an encoder, on the published benchmarks."""
    fits: dict[str, Fit] = {"ngrams": ngrams}
    if with_encoder is not None:
        fits["encoder"] = encoder(with_encoder, epochs, seeds)
    for name in names or BENCHMARKS:
        benchmark = BENCHMARKS[name]
        rows = benchmark.read().reset_index(drop=True)
        found = {"published system": published(benchmark, rows)} if "published" in rows else {}
        found |= {model: predict(benchmark, rows, fit) for model, fit in fits.items()}
        for line in board(benchmark, found):
            _print(line)
        Console().print(f"  to beat: {benchmark.anchor}", soft_wrap=True)


def _print(line: dict[str, Any]) -> None:
    score = interval({key: line[key] for key in ("value", "low", "high")})
    Console().print(f"{line['benchmark']}: {line['model']}: {score} on {line['rows']} rows", soft_wrap=True)
    for other, gain in line["gains"].items():
        Console().print(f"  over {other}: {interval(gain, signed=True)}, p {gain['p']:.3f}", soft_wrap=True)


if __name__ == "__main__":
    typer.run(main)
