"""A fine-tuned multilingual encoder: one network that reads a statement and the sentence before it, one head a label.

Needs the extra ``encoder`` (PyTorch and transformers). Any BERT-like encoder will do, by its name on a hub or from a
local folder; multilingual-e5-small (Wang et al. 2024, "Multilingual E5 Text Embeddings") is small enough for two
processor cores.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import torch
from numpy.typing import NDArray
from scipy.special import softmax
from torch import nn

from research.features.masking import masked_pairs

#: Tokens of a statement and the sentence before it; what is longer is cut.
LONGEST = 128
#: What the E5 encoders were trained to read before a text.
PREFIX = "query: "
_BATCH = 64


class Network(nn.Module):
    """An encoder, the mean of its last layer, and a linear head for each label."""

    def __init__(self, encoder: Any, classes: Mapping[str, Sequence[str]], dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(encoder.config.hidden_size, len(k)) for name, k in classes.items()})

    def forward(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        """Give the logits of every label: by label, of shape (n, k)."""
        pooled = self.dropout(self.pooled(batch))
        return {name: head(pooled) for name, head in self.heads.items()}

    def pooled(self, batch: Mapping[str, Any]) -> Any:
        """Give the mean of the last layer over the tokens of each text, of shape (n, hidden)."""
        hidden = self.encoder(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1).to(hidden.dtype)
        return (hidden * mask).sum(1) / mask.sum(1)


class EncoderModel:
    """What a fine-tuned encoder predicts.

    Attributes:
        network: the encoder and its heads.
        tokenizer: of the encoder.
        classes: by label its k classes, in the order of the columns.
        temperature: by label what logits are divided by.
    """

    def __init__(
        self,
        network: Network,
        tokenizer: Any,
        classes: Mapping[str, tuple[str, ...]],
        temperature: Mapping[str, float] | None = None,
    ) -> None:
        self.network = network
        self.tokenizer = tokenizer
        self.classes = dict(classes)
        self.temperature = dict(temperature or dict.fromkeys(classes, 1.0))

    def probabilities(
        self, texts: Sequence[str], contexts: Sequence[str] | None = None
    ) -> dict[str, NDArray[np.float64]]:
        """Predict every label of n texts.

        Args:
            texts: n statements; their actors are masked, as in training.
            contexts: n sentences before them, empty where there is none.

        Returns:
            By label, an array of shape (n, k) whose rows sum to one.
        """
        logits = self.logits(*masked_pairs(texts, contexts))
        return {name: softmax(values / self.temperature[name], axis=1) for name, values in logits.items()}

    def explain(self, text: str, label: str, of: str) -> pd.DataFrame:
        """Share out the score of one class over the words of a text, see ``research.models.attribution``."""
        from research.models.attribution import attributions

        return attributions(self, text, label, of)

    def logits(self, texts: Sequence[str], contexts: Sequence[str]) -> dict[str, NDArray[np.float64]]:
        """Give the logits of every label for masked texts, before the temperature: by label, of shape (n, k)."""
        found = {name: np.zeros((len(texts), len(k))) for name, k in self.classes.items()}
        for rows, batch in self._batches(texts, contexts):
            for name, values in self.network(batch).items():
                found[name][rows] = values.float().numpy()
        return found

    def embeddings(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give the mean of the last layer for n texts, of shape (n, hidden)."""
        found = np.zeros((len(texts), self.network.encoder.config.hidden_size), np.float32)
        for rows, batch in self._batches(texts, [""] * len(texts)):
            found[rows] = self.network.pooled(batch).float().numpy()
        return found

    def _batches(self, texts: Sequence[str], contexts: Sequence[str]) -> Iterator[tuple[list[int], Any]]:
        """Give batches for prediction, like lengths together, with the places of their rows."""
        self.network.eval()
        with torch.inference_mode(), half_precision():
            for rows in _by_length([*map(len, texts)], [*map(len, contexts)], _BATCH):
                yield rows, encode(self.tokenizer, [texts[row] for row in rows], [contexts[row] for row in rows])


def encode(tokenizer: Any, texts: Sequence[str], contexts: Sequence[str]) -> Any:
    """Turn texts into a padded batch of token ids, the context as a second segment where there is one."""
    firsts = [f"{PREFIX}{text}" for text in texts]
    pairs = [(first, context) if context else (first,) for first, context in zip(firsts, contexts, strict=True)]
    ids = [tokenizer(*pair, truncation=True, max_length=LONGEST)["input_ids"] for pair in pairs]
    batch = tokenizer.pad({"input_ids": ids}, return_tensors="pt")
    return {"input_ids": batch["input_ids"], "attention_mask": batch["attention_mask"]}


def half_precision() -> Any:
    """Compute in bfloat16 where that is no slower: it halves the time on processors that have it."""
    return torch.autocast("cpu", torch.bfloat16)


def _by_length(texts: Sequence[int], contexts: Sequence[int], size: int) -> Iterator[list[int]]:
    """Batch texts of like length together, which spares padding."""
    order = np.argsort(np.add(texts, contexts), kind="stable")
    yield from (list(map(int, order[start : start + size])) for start in range(0, len(order), size))
