"""The explanations of the student (exact) beside those of the encoder (integrated gradients), on ``contrast``.

Usage: ``python benchmarks/explanations.py [--pairs N]``; needs ``make teacher``. Both explain the stance they predict.
"""

import argparse
from typing import Any

import numpy as np
import pandas as pd

from research import load_predictor
from research.corpora import load
from research.evaluation.evidence import comprehensiveness, deciding, heaviest, points_at, rank_correlation, without
from research.evaluation.uncertainty import Estimate, estimate_of
from research.labels import Stance

DELETED = 3


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=100)
    rows = load("contrast")
    chosen = rows["document"].drop_duplicates().sample(parser.parse_args().pairs, random_state=0)
    rows = rows[rows["document"].isin(chosen)].sort_values("document", kind="stable").reset_index(drop=True)
    texts = list(rows["text"])
    twins = rows.groupby("document")["text"].transform(lambda pair: list(pair)[::-1])
    words = [deciding(text, twin) for text, twin in zip(texts, twins, strict=True)]
    found = {name: explained(place, texts) for name, place in (("student", None), ("encoder", "encoder"))}
    print(f"{len(texts)} statements of contrast, means with 95 % intervals over pairs")
    for name, (model, explanations, shown) in found.items():
        told = measured(model, explanations, shown, words)
        print(f"{name}: " + ", ".join(f"{key} {show(mean(value, rows['document']))}" for key, value in told.items()))
    pairs = zip(found["student"][1], found["encoder"][1], strict=True)
    agreement = np.array([rank_correlation(*pair) for pair in pairs])
    print(f"rank correlation of the two: {show(mean(agreement, rows['document']))}")


def explained(place: str | None, texts: list[str]) -> tuple[Any, list[pd.DataFrame], list[str]]:
    """Explain the predicted stance of each text; positions are those in the text that the explanation carries."""
    model = load_predictor(place).model
    stances = np.array(tuple(Stance))[model.probabilities(texts)["stance"].argmax(axis=1)]
    explanations = [model.explain(text, "stance", str(stance)) for text, stance in zip(texts, stances, strict=True)]
    return model, explanations, [frame.attrs.get("text", text) for frame, text in zip(explanations, texts, strict=True)]


def measured(model: Any, explanations: list[pd.DataFrame], shown: list[str], words: list[set[str]]) -> dict[str, Any]:
    """Give, of each statement, whether the heaviest word decides, and what deleting words does."""
    generator = np.random.default_rng(0)
    best = [heaviest(frame, DELETED) for frame in explanations]
    drawn = [generator.choice(len(frame), min(DELETED, len(frame)), replace=False) for frame in explanations]

    def probability(texts: list[str]) -> Any:
        return model.probabilities(texts)["stance"]

    def fall(places: list[Any]) -> Any:
        return comprehensiveness(
            probability, shown, [without(*each) for each in zip(explanations, shown, places, strict=True)]
        )

    pointing = [points_at(frame, each) for frame, each in zip(explanations, words, strict=True)]
    return {
        "heaviest word decides": np.array(pointing, float),
        f"fall without the {DELETED} heaviest words": fall(best),
        f"without {DELETED} words drawn": fall(drawn),
    }


def mean(values: np.ndarray, pairs: pd.Series) -> Estimate:
    """Give the mean with its interval, pairs resampled."""
    by_pair = pd.Series(values).groupby(pairs.to_numpy()).mean().dropna().to_numpy()
    drawn = np.random.default_rng(0).choice(by_pair, (1000, len(by_pair))).mean(axis=1)
    return estimate_of(np.concatenate([[by_pair.mean()], drawn]))


def show(estimate: Estimate) -> str:
    """Give a score with its interval in words."""
    return f"{estimate.value:.3f} [{estimate.low:.3f}, {estimate.high:.3f}]"


if __name__ == "__main__":
    main()
