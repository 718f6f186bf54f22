"""A saved model is a folder: arrays in safetensors, a card, and ``config.json`` with the checksum of every file.

Nothing in it can run code. Everything is verified before anything is read.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file

from research.features import NgramHasher
from research.models.linear import Head, LinearModel
from research.writing import as_json, replace_folder, sha256

FORMAT = 1
_ARRAYS, _CARD, MARKER = "model.safetensors", "card.md", "config.json"


class BrokenModel(ValueError):
    """A model folder that lacks a file, holds a changed one, or was written in a format this version cannot read."""


def save(model: LinearModel, card: str, folder: Path) -> None:
    """Write a model folder, whole or not at all.

    Args:
        model: weights are stored in 16 bits.
        card: Markdown; what the model is, learnt from and must not be used for.
        folder: is replaced if it exists.
    """

    def fill(new: Path) -> None:
        save_file(_arrays(model), new / _ARRAYS)
        (new / _CARD).write_text(card, encoding="utf-8")
        config = {
            "format": FORMAT,
            "hasher": model.hasher.get_params(),
            "heads": {label: list(head.classes) for label, head in model.heads.items()},
            "sha256": {name: sha256(new / name) for name in (_ARRAYS, _CARD)},
        }
        (new / MARKER).write_text(as_json(config | {"self": _digest(config)}), encoding="utf-8")

    replace_folder(folder, MARKER, fill)


def load(folder: Path) -> LinearModel:
    """Read a model folder.

    Raises:
        BrokenModel: where the folder is not a whole, unchanged model of this format; the message names the file.
    """
    config = verified(folder)
    arrays = load_file(folder / _ARRAYS)
    parameters = config["hasher"] | {"characters": tuple(config["hasher"]["characters"])}
    heads = {
        label: Head(tuple(classes), _wide(arrays[f"{label}.weights"]), _wide(arrays[f"{label}.intercept"]))
        for label, classes in config["heads"].items()
    }
    return LinearModel(NgramHasher(**parameters), _wide(arrays["idf"]), heads)


def verified(folder: Path) -> dict[str, Any]:
    """Give the configuration of a model folder after checking its format, its own checksum and every file's.

    Raises:
        BrokenModel: as in ``load``.
    """
    config = _configuration(folder)
    if config.get("format") != FORMAT:
        written = config.get("format")
        raise BrokenModel(f"{folder} has format {written!r}; this version of détente reads format {FORMAT}")
    if config.pop("self", None) != _digest(config):
        raise BrokenModel(f"{folder / MARKER} was changed after it was saved: its checksum of itself differs")
    for name in (_ARRAYS, _CARD):
        if not (folder / name).is_file():
            raise BrokenModel(f"{folder} lacks {name}")
        if sha256(folder / name) != config["sha256"][name]:
            raise BrokenModel(f"{folder / name} was changed after it was saved: its checksum differs from {MARKER}")
    return config


def _configuration(folder: Path) -> dict[str, Any]:
    try:
        config = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BrokenModel(f"{folder} is not a model folder: it has no {MARKER}") from error
    except ValueError as error:
        raise BrokenModel(f"{folder / MARKER} is damaged: {error}") from error
    if not isinstance(config, dict):
        raise BrokenModel(f"{folder / MARKER} is damaged: it holds no table")
    return config


def _digest(config: dict[str, Any]) -> str:
    """The SHA-256 of a configuration, so that a changed byte in it is found like one in any other file."""
    return hashlib.sha256(as_json(config).encode()).hexdigest()


def _arrays(model: LinearModel) -> dict[str, Any]:
    arrays = {"idf": model.idf}
    for label, head in model.heads.items():
        arrays |= {f"{label}.weights": head.weights, f"{label}.intercept": head.intercept}
    return {name: np.ascontiguousarray(array, np.float16) for name, array in arrays.items()}


def _wide(array: Any) -> Any:
    return array.astype(np.float32)
