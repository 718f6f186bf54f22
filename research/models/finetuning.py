"""How an encoder learns: all labels at once, rows weighed by confidence, rates that grow with the layer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import cross_entropy
from tqdm import tqdm
from transformers import AutoModel, AutoTokenizer, get_linear_schedule_with_warmup

from research.models.encoder import EncoderModel, Network, encode, half_precision


@dataclass(frozen=True)
class Recipe:
    """The settings of a fine-tuning; those given were chosen on the development part (docs/experiments.md).

    Attributes:
        epochs: passes over the rows.
        batch: rows in a step.
        rate: learning rate of the highest layer; that of the heads is ``head_rate``.
        decay: by which each layer below learns more slowly (Howard and Ruder 2018, "ULMFiT").
        without_context: share of rows shown without the sentence before, so that a bare statement is read as well.
        smoothing: of the labels.
    """

    epochs: int = 3
    batch: int = 32
    rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    without_context: float = 0.3
    smoothing: float = 0.05


class Lesson(NamedTuple):
    """What is learnt from: n statements, the sentences before them, by label n class columns, and n weights a label.

    A target may also be an array of shape (n, k) of probabilities, as a teacher gives them.
    """

    texts: Sequence[str]
    contexts: Sequence[str]
    targets: Mapping[str, NDArray[Any]]
    weights: Mapping[str, NDArray[np.float64]]


def fine_tune(
    encoder: str | Path, lesson: Lesson, classes: Mapping[str, tuple[str, ...]], recipe: Recipe, seed: int
) -> EncoderModel:
    """Fine-tune an encoder on labelled statements.

    Args:
        encoder: name on a hub, or a local folder.
        lesson: what is learnt from.
        classes: by label its classes.
        recipe: the settings.
        seed: of the heads, the order and the dropout.
    """
    return go_on(start(encoder, classes, seed), lesson, recipe, seed)


def start(encoder: str | Path, classes: Mapping[str, tuple[str, ...]], seed: int) -> EncoderModel:
    """Put fresh heads on an encoder that has learnt language and none of our labels, or whatever it was tuned to."""
    torch.manual_seed(seed)
    tokenizer = AutoTokenizer.from_pretrained(encoder)
    return EncoderModel(Network(AutoModel.from_pretrained(encoder, dtype=torch.float32), classes), tokenizer, classes)


def go_on(model: EncoderModel, lesson: Lesson, recipe: Recipe, seed: int) -> EncoderModel:
    """Train a model further, in place, and give it back."""
    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    network = model.network
    # The word vectors stay as they are: they hold most weights, and rare words would drift from the rest.
    network.encoder.embeddings.requires_grad_(requires_grad=False)
    steps = recipe.epochs * -(-len(lesson.texts) // recipe.batch)
    optimizer = torch.optim.AdamW(_parameters(network, recipe), weight_decay=0.01, fused=True)
    schedule = get_linear_schedule_with_warmup(optimizer, steps // 16, steps)
    with tqdm(total=steps, desc="fine-tuning", disable=None) as progress:
        for _ in range(recipe.epochs):
            for rows in _batches(_lengths(lesson), recipe.batch, generator):
                network.train()
                loss = _loss(model, lesson, rows, recipe, generator)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                optimizer.zero_grad()
                progress.update()
                progress.set_postfix(loss=loss.item())
    return model


def _loss(model: EncoderModel, lesson: Lesson, rows: list[int], recipe: Recipe, generator: np.random.Generator) -> Any:
    shown = generator.random(len(rows)) >= recipe.without_context
    contexts = [lesson.contexts[row] if keep else "" for row, keep in zip(rows, shown, strict=True)]
    with half_precision():
        logits = model.network(encode(model.tokenizer, [lesson.texts[row] for row in rows], contexts))
    losses = []
    for name, values in logits.items():
        target = torch.as_tensor(lesson.targets[name][rows])
        target = target.float() if target.ndim == 2 else target
        weight = torch.as_tensor(lesson.weights[name][rows]).float()
        each = cross_entropy(values.float(), target, reduction="none", label_smoothing=recipe.smoothing)
        losses.append((each * weight).sum() / weight.sum())
    return sum(losses)


def _parameters(network: Network, recipe: Recipe) -> list[dict[str, Any]]:
    """Group the weights by layer, each with its rate."""
    layers = network.encoder.encoder.layer
    groups = [{"params": list(network.heads.parameters()), "lr": recipe.head_rate}]
    for depth, layer in enumerate(layers):
        groups.append(
            {"params": list(layer.parameters()), "lr": recipe.rate * recipe.decay ** (len(layers) - 1 - depth)}
        )
    return groups


def _lengths(lesson: Lesson) -> list[int]:
    return [len(text) + len(context) for text, context in zip(lesson.texts, lesson.contexts, strict=True)]


def _batches(lengths: Sequence[int], size: int, generator: np.random.Generator) -> Iterator[list[int]]:
    """Shuffle, then sort within stretches of many batches: like lengths together, yet each epoch another order."""
    order = generator.permutation(len(lengths))
    stretch = size * 50
    batches = []
    for start in range(0, len(order), stretch):
        part = sorted(order[start : start + stretch], key=lambda row: lengths[row])
        batches += [list(map(int, part[at : at + size])) for at in range(0, len(part), size)]
    yield from (batches[index] for index in generator.permutation(len(batches)))
