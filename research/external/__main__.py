"""The command of ``make external``."""

from pathlib import Path
from typing import Annotated

import pandas as pd
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
) -> None:
    """Score n-grams, the published system where there is one, and an encoder, on the published benchmarks."""
    fits: dict[str, Fit] = {"ngrams": ngrams}
    if with_encoder is not None:
        fits["encoder"] = encoder(with_encoder, epochs)
    for name in names or BENCHMARKS:
        benchmark = BENCHMARKS[name]
        rows = benchmark.read().reset_index(drop=True)
        found = {"published system": published(benchmark, rows)} if "published" in rows else {}
        found |= {model: predict(benchmark, rows, fit) for model, fit in fits.items()}
        _print(pd.DataFrame(board(benchmark, found)), benchmark.anchor)


def _print(lines: pd.DataFrame, anchor: str) -> None:
    for line in lines.to_dict("records"):
        gain = {str(key).removeprefix("gain_"): value for key, value in line.items() if str(key).startswith("gain_")}
        told = f", {interval(gain, signed=True)} over the line above, p {gain['p']:.3f}" if gain.get("p", 0) > 0 else ""
        score = interval({key: line[key] for key in ("value", "low", "high")})
        Console().print(f"{line['benchmark']}: {line['model']}: {score} on {line['rows']} rows{told}", soft_wrap=True)
    Console().print(f"  to beat: {anchor}", soft_wrap=True)


if __name__ == "__main__":
    typer.run(main)
