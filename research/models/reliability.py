"""What a saved model knows of its own limits: how strange its held-out statements were, and what is familiar to it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from safetensors.numpy import load_file, save_file

from research.labels import LANGUAGES
from research.models.conformal import Held
from research.models.familiarity import Familiarity


class Reliability(NamedTuple):
    """Attributes: ``held`` for conformal sets, ``familiarity`` for texts of another kind."""

    held: Held
    familiarity: Familiarity


_FILE = "reliability.safetensors"


def write(reliability: Reliability, folder: Path) -> None:
    """Write it into a model's folder."""
    save_file(_to_arrays(reliability), folder / _FILE)


def read(folder: Path) -> Reliability | None:
    """Read it from a model's folder; a model may have been saved without."""
    return _from_arrays(load_file(folder / _FILE)) if (folder / _FILE).is_file() else None


def _to_arrays(reliability: Reliability) -> dict[str, Any]:
    held, familiarity = reliability
    codes = np.array([LANGUAGES.index(str(language)) for language in held.languages], np.uint8)
    arrays: dict[str, Any] = {"held.strangeness": held.strangeness.astype(np.float32), "held.languages": codes}
    for language, values in familiarity.log_probability.items():
        arrays[f"words.{language}"] = values.astype(np.float16)
        arrays[f"reference.{language}"] = familiarity.reference[language].astype(np.float32)
    return arrays


def _from_arrays(arrays: Mapping[str, Any]) -> Reliability:
    languages = np.array(LANGUAGES)[arrays["held.languages"]]
    known = [name.removeprefix("words.") for name in arrays if name.startswith("words.")]
    familiarity = Familiarity(
        {language: arrays[f"words.{language}"].astype(np.float32) for language in known},
        {language: arrays[f"reference.{language}"] for language in known},
    )
    return Reliability(Held(arrays["held.strangeness"].astype(np.float64), languages), familiarity)
