"""Which words an encoder's prediction rests on: integrated gradients (Sundararajan et al. 2017), by captum."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd
from captum.attr import LayerIntegratedGradients

from research.features.masking import masked_pairs
from research.models.encoder import PREFIX, EncoderModel, encode

#: Steps of the integral; at 32 the sum of weights is within a hundredth of the difference that it should be.
_STEPS = 32


def attributions(model: EncoderModel, text: str, label: str, of: str) -> pd.DataFrame:
    """Share out the score of one class over the words of a masked text.

    The score is the class's logit less the mean logit of all classes, and the weights of all words, those of the
    encoder's own signs included, add up to its difference from the score of a text of padding alone (completeness).

    Args:
        model: a fine-tuned encoder.
        text: a statement.
        label: which head.
        of: one of its classes.

    Returns:
        One row for each word of the masked text: ``word``, ``start``, ``end`` (positions in the masked text, which
        ``attrs["text"]`` holds), ``weight``; ``attrs["intercept"]`` holds what is not the words'.
    """
    shown = masked_pairs([text])[0][0]
    weights, total = _by_token(model, encode(model.tokenizer, [shown], [""]), label, model.classes[label].index(of))
    spans = model.tokenizer(f"{PREFIX}{shown}", return_offsets_mapping=True)["offset_mapping"]
    frame = pd.DataFrame(list(_words(shown, spans, weights)), columns=["word", "start", "end", "weight"])
    frame.attrs |= {"text": shown, "intercept": total - float(frame["weight"].sum())}
    return frame


def _words(
    shown: str, spans: Iterable[tuple[int, int]], weights: Iterable[float]
) -> Iterator[tuple[str, int, int, float]]:
    """Join the pieces of each word: a piece opens one unless letters stand on both sides of its start."""
    start = end = 0
    weight = 0.0
    for (first, last), value in zip(spans, weights, strict=False):
        low, high = max(first - len(PREFIX), 0), last - len(PREFIX)
        if high <= low:
            continue
        if end and not (shown[low].isalnum() and shown[low - 1].isalnum()):
            yield shown[start:end], start, end, weight
            end, weight = 0, 0.0
        if not end:
            start = low + (shown[low].isspace())
        end, weight = high, weight + value
    if end:
        yield shown[start:end], start, end, weight


def _by_token(model: EncoderModel, batch: Any, label: str, column: int) -> tuple[np.ndarray, float]:
    """Integrate the gradient of the score along the way from padding to the text."""
    network = model.network.eval()

    def score(ids: Any, mask: Any) -> Any:
        logits = network({"input_ids": ids, "attention_mask": mask})[label]
        return logits[:, column] - logits.mean(dim=1)

    ids, mask = batch["input_ids"], batch["attention_mask"]
    padding = ids.clone().fill_(model.tokenizer.pad_token_id)
    method = LayerIntegratedGradients(score, network.encoder.embeddings.word_embeddings)
    given = method.attribute(ids, padding, additional_forward_args=(mask,), n_steps=_STEPS)
    return given.sum(-1)[0].detach().numpy(), score(ids, mask)[0].item()
