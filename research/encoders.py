"""A saved encoder is a folder: what transformers writes, the heads in safetensors, a card, and checksums of all."""

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModel, AutoTokenizer

from research.models import reliability
from research.models.encoder import EncoderModel, Network
from research.models.reliability import Reliability
from research.sealing import MARKER, seal, verified
from research.writing import replace_folder

FORMAT = "encoder-1"
_HEADS, _CARD = "heads.safetensors", "card.md"


def save(model: EncoderModel, card: str, folder: Path, known: Reliability | None = None) -> None:
    """Write an encoder's folder, whole or not at all; weights are stored in 16 bits.

    Args:
        model: the fine-tuned encoder.
        card: Markdown; what the model is, learnt from and must not be used for.
        folder: is replaced if it exists.
        known: what the model knows of its limits; without it there are no sets and no familiarity.
    """

    def fill(new: Path) -> None:
        model.network.encoder.half().save_pretrained(new / "encoder")
        model.network.encoder.float()
        model.tokenizer.save_pretrained(new / "encoder")
        save_file({name: value.contiguous() for name, value in model.network.heads.state_dict().items()}, new / _HEADS)
        if known is not None:
            reliability.write(known, new)
        (new / _CARD).write_text(card, encoding="utf-8")
        classes = {label: list(names) for label, names in model.classes.items()}
        seal(new, {"format": FORMAT, "classes": classes, "temperature": model.temperature})

    replace_folder(folder, MARKER, fill)


def load(folder: Path) -> EncoderModel:
    """Read an encoder's folder.

    Raises:
        BrokenModel: where a file is missing or was changed, or the folder is of another format.
    """
    config = verified(folder, FORMAT)
    classes = {label: tuple(names) for label, names in config["classes"].items()}
    tokenizer = AutoTokenizer.from_pretrained(folder / "encoder")
    network = Network(AutoModel.from_pretrained(folder / "encoder", dtype=torch.float32), classes)
    network.heads.load_state_dict(load_file(folder / _HEADS))
    return EncoderModel(network, tokenizer, classes, config["temperature"])
