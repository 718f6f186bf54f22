"""What every trained model can do, whatever it is made of."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray


class Model(Protocol):
    """A model that reads several labels off one text."""

    def probabilities(
        self, texts: Sequence[str], contexts: Sequence[str] | None = None
    ) -> dict[str, NDArray[np.float64]]:
        """Predict every label of n texts, given the sentences before them: by label, of shape (n, k)."""
        ...

    def explain(self, text: str, label: str, of: str) -> pd.DataFrame:
        """Share out the score of one class over the words of a text."""
        ...
