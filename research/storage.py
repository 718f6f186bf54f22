"""A saved model is a folder: arrays in safetensors, a card, and ``config.json`` with the checksum of every file.

Nothing in it can run code. Everything is verified before anything is read.
"""

from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file

from research.features.additive import AdditiveFeatures
from research.models import reliability
from research.models.linear import Head, LinearModel
from research.models.reliability import Reliability
from research.sealing import MARKER, seal, verified
from research.writing import replace_folder

FORMAT = 1
_ARRAYS, _CARD = "model.safetensors", "card.md"


def save(model: LinearModel, card: str, folder: Path, known: Reliability | None = None) -> None:
    """Write a model folder, whole or not at all.

    Args:
        model: weights are stored in 16 bits.
        card: Markdown; what the model is, learnt from and must not be used for.
        folder: is replaced if it exists.
        known: what the model knows of its limits; without it there are no sets and no familiarity.
    """

    def fill(new: Path) -> None:
        save_file(_arrays(model), new / _ARRAYS)
        if known is not None:
            reliability.write(known, new)
        (new / _CARD).write_text(card, encoding="utf-8")
        heads = {label: list(head.classes) for label, head in model.heads.items()}
        kind = "additive" if isinstance(model.hasher, AdditiveFeatures) else "ngrams"
        seal(new, {"format": FORMAT, "hasher": {"kind": kind, **vars(model.hasher)}, "heads": heads})

    replace_folder(folder, MARKER, fill)


def load(folder: Path) -> LinearModel:
    """Read a model folder.

    Raises:
        BrokenModel: where the folder is not a whole, unchanged model of this format; the message names the file.
    """
    config = verified(folder, FORMAT)
    arrays = load_file(folder / _ARRAYS)
    parameters = config["hasher"] | {"characters": tuple(config["hasher"]["characters"])}
    hasher = _hasher(parameters.pop("kind", "ngrams"))
    heads = {
        label: Head(tuple(classes), _wide(arrays[f"{label}.weights"]), _wide(arrays[f"{label}.intercept"]))
        for label, classes in config["heads"].items()
    }
    return LinearModel(hasher(**parameters), _wide(arrays["idf"]), heads)


def _hasher(kind: str) -> type[Any]:
    """The features of a saved model; those of the model that ships do without scikit-learn."""
    if kind == "additive":
        return AdditiveFeatures
    from research.features.ngrams import NgramHasher

    return NgramHasher


def _arrays(model: LinearModel) -> dict[str, Any]:
    arrays = {"idf": model.idf}
    for label, head in model.heads.items():
        arrays |= {f"{label}.weights": head.weights, f"{label}.intercept": head.intercept}
    return {name: np.ascontiguousarray(array, np.float16) for name, array in arrays.items()}


def _wide(array: Any) -> Any:
    return array.astype(np.float32)
