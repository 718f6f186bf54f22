"""A saved encoder is a folder: what transformers writes, the heads in safetensors, a card, and checksums of all."""

import hashlib
import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModel, AutoTokenizer

from research.models.encoder import EncoderModel, Network
from research.storage import MARKER, BrokenModel
from research.writing import as_json, replace_folder, sha256

FORMAT = "encoder-1"
_HEADS, _CARD = "heads.safetensors", "card.md"


def save(model: EncoderModel, card: str, folder: Path) -> None:
    """Write an encoder's folder, whole or not at all; weights are stored in 16 bits.

    Args:
        model: the fine-tuned encoder.
        card: Markdown; what the model is, learnt from and must not be used for.
        folder: is replaced if it exists.
    """

    def fill(new: Path) -> None:
        model.network.encoder.half().save_pretrained(new / "encoder")
        model.network.encoder.float()
        model.tokenizer.save_pretrained(new / "encoder")
        save_file({name: value.contiguous() for name, value in model.network.heads.state_dict().items()}, new / _HEADS)
        (new / _CARD).write_text(card, encoding="utf-8")
        config = {
            "format": FORMAT,
            "classes": {label: list(names) for label, names in model.classes.items()},
            "temperature": model.temperature,
            "sha256": {str(path.relative_to(new)): sha256(path) for path in sorted(new.rglob("*")) if path.is_file()},
        }
        (new / MARKER).write_text(as_json(config | {"self": _digest(config)}), encoding="utf-8")

    replace_folder(folder, MARKER, fill)


def load(folder: Path) -> EncoderModel:
    """Read an encoder's folder.

    Raises:
        BrokenModel: where a file is missing or was changed, or the folder is of another format.
    """
    config = _verified(folder)
    classes = {label: tuple(names) for label, names in config["classes"].items()}
    tokenizer = AutoTokenizer.from_pretrained(folder / "encoder")
    network = Network(AutoModel.from_pretrained(folder / "encoder", dtype=torch.float32), classes)
    network.heads.load_state_dict(load_file(folder / _HEADS))
    return EncoderModel(network, tokenizer, classes, config["temperature"])


def is_encoder(folder: Path) -> bool:
    """Tell whether a folder holds an encoder, by what its configuration says."""
    try:
        return bool(json.loads((folder / MARKER).read_text(encoding="utf-8"))["format"] == FORMAT)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _verified(folder: Path) -> dict[str, Any]:
    config: dict[str, Any] = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    if config.pop("self", None) != _digest(config):
        raise BrokenModel(f"{folder / MARKER} was changed after it was saved: its checksum of itself differs")
    for name, expected in config["sha256"].items():
        if not (folder / name).is_file():
            raise BrokenModel(f"{folder} lacks {name}")
        if sha256(folder / name) != expected:
            raise BrokenModel(f"{folder / name} was changed after it was saved: its checksum differs from {MARKER}")
    return config


def _digest(config: dict[str, Any]) -> str:
    return hashlib.sha256(as_json(config).encode()).hexdigest()
