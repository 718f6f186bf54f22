"""The trained model as people use it: texts in, stance, intensity and sentiment out, with probabilities and reasons."""

import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from research.features.texts import check_texts
from research.labels import SIGN, Sentiment, Stance
from research.language import detect
from research.models.linear import LinearModel
from research.models.model import Model
from research.paths import data_path
from research.reading import read as read_statements
from research.sealing import kind
from research.statements import LANGUAGES
from research.storage import load as load_model
from research.storage import save as save_model

Texts = str | Iterable[str]

#: A longer text is a dump of many articles; read them one by one.
LONGEST_ARTICLE = 6_000_000


class UnsupportedLanguage(ValueError):
    """A text that is in none of the languages the package knows."""


class Predictor:
    """Stance, intensity and sentiment of diplomatic statements in Ukrainian, Russian and English.

    Every method takes one text, a list, a pandas Series or a column of a ``datasets.Dataset``, and raises

    * ``TypeError`` where a text is not a string,
    * ``ValueError`` where a text is empty, has no letters or is too long, or there are no texts at all,
    * ``UnsupportedLanguage`` where a text is in another language, unless ``language`` says which of the three it is.
      ``predict_frame`` warns instead and leaves the row's labels empty, so that a long run is not lost.
    """

    def __init__(self, model: Model) -> None:
        self.model = model

    def predict(self, texts: Texts, language: str | None = None, min_confidence: float = 0.0) -> NDArray[np.object_]:
        """Predict stance.

        Args:
            texts: n texts.
            language: ``uk``, ``ru`` or ``en`` where it is known; detected otherwise.
            min_confidence: the probability, from 0 to 1, below which the model abstains; the card's coverage-risk
                curve tells what each value costs and gains.

        Returns:
            Of shape (n,), each a ``Stance``, or None where the model abstains.

        Raises:
            ValueError: besides the reasons above, where ``min_confidence`` is not from 0 to 1.
        """
        if not 0 <= min_confidence <= 1:
            raise ValueError(f"min_confidence is {min_confidence}; expected 0 to 1")
        probability = self.predict_proba(texts, language)
        stances = np.empty(len(probability), dtype=object)
        stances[:] = [tuple(Stance)[column] for column in probability.argmax(axis=1)]
        stances[probability.max(axis=1) < min_confidence] = None
        return stances

    def predict_proba(self, texts: Texts, language: str | None = None) -> NDArray[np.float64]:
        """Predict the probability of each stance.

        Returns:
            Of shape (n, 3), columns in the order of ``Stance``; rows sum to one.
        """
        known = self._checked(texts)
        _refuse_foreign(known, _languages(known, language))
        return self.model.probabilities(known)["stance"]

    def predict_frame(self, texts: Texts, language: str | None = None) -> pd.DataFrame:
        """Predict everything.

        Returns:
            One row for each text, with the index of a Series kept: ``text``, ``language``, ``stance``,
            ``stance_probability``, ``intensity``, ``sentiment``, ``sentiment_probability``, and the probability of
            each class (``p_conciliatory`` ... ``p_demanding``, ``p_negative`` ...). A text in none of the languages
            has no labels, and a warning names it.
        """
        known = self._checked(texts)
        languages = _languages(known, language)
        foreign = [row for row, found in enumerate(languages) if found is None]
        if foreign:
            warnings.warn(_foreign_message(known, foreign) + "; their labels are left empty", stacklevel=2)
        frame = _labels(self.model.probabilities(known))
        frame.loc[foreign] = None
        frame.insert(0, "text", known)
        frame.insert(1, "language", languages)
        return frame.set_axis(texts.index) if isinstance(texts, pd.Series) else frame

    def explain(self, text: str, stance: str | None = None, language: str | None = None) -> pd.DataFrame:
        """Say which words weighed for a stance.

        Args:
            text: one statement.
            stance: the stance to explain; by default the predicted one.
            language: as in ``predict``.

        Returns:
            One row for each word: ``word``, ``start``, ``end`` (positions in the text), ``weight``; the weights and
            ``attrs["intercept"]`` add up to the stance's score. ``attrs["stance"]`` names it.
        """
        if not isinstance(text, str):
            raise TypeError(f"expected one text, got {type(text).__name__}: {str(text)[:60]!r}")
        predicted = self.predict(text, language)[0]
        if stance is not None and stance not in tuple(Stance):
            raise ValueError(f"stance is {stance!r}; expected one of {', '.join(Stance)}")
        chosen = predicted if stance is None else Stance(stance)
        frame = self.model.explain(text, "stance", chosen)
        frame.attrs["stance"] = chosen
        return frame

    def read(self, text: str, language: str | None = None) -> pd.DataFrame:
        """Find the statements of an article and predict each.

        Args:
            text: the article, as plain text or HTML.
            language: of the article, where it is known.

        Returns:
            One row for each statement: the columns of ``research.reading.read``, then ``stance``,
            ``stance_probability``, ``intensity``, ``sentiment``, ``sentiment_probability``. A declined comment is
            neutral by the codebook's rule 7, not by the model, and its probability is 1.

        Raises:
            TypeError: where the article is not a string.
            ValueError: where it has no words or more than ``LONGEST_ARTICLE`` characters.
            UnsupportedLanguage: where it is in none of the three languages.
        """
        _check_article(text)
        found = read_statements(text, language)
        if found.empty and language is None and detect(found.attrs["text"]) is None:
            raise UnsupportedLanguage(_foreign_message([text], [0]))
        if found.empty:
            return found.reindex(columns=[*found.columns, *_SUMMARY])
        labels = _labels(self.model.probabilities(list(found["text"]), list(found["context"])))[_SUMMARY]
        declined = found["declined"].to_numpy(bool)
        neutral = {"stance": str(Stance.NEUTRAL), "stance_probability": 1.0, "intensity": 0}
        for name, value in neutral.items():
            labels[name] = labels[name].mask(declined, value)
        return pd.concat([found, labels.set_index(found.index)], axis=1)

    def save(self, folder: str | Path, card: str) -> None:
        """Write the predictor as a folder, see ``research.storage``.

        Raises:
            TypeError: where the model is no linear one; an encoder is written by ``research.encoders``.
        """
        if not isinstance(self.model, LinearModel):
            raise TypeError(f"the model is a {type(self.model).__name__}; expected a LinearModel")
        save_model(self.model, card, Path(folder))

    def _checked(self, texts: Texts) -> list[str]:
        known = check_texts([texts] if isinstance(texts, str) else texts)
        if not known:
            raise ValueError("there are no texts; expected at least one")
        for row, text in enumerate(known):
            if not any(letter.isalpha() for letter in text):
                raise ValueError(f"text {row} is {text[:60]!r}; expected words")
        return known


def load_predictor(folder: str | Path | None = None) -> Predictor:
    """Load a saved predictor.

    Args:
        folder: what ``Predictor.save`` wrote, or ``make teacher``; by default the model that ships with the package.
            ``"encoder"`` stands for the place where ``make teacher`` leaves the best model.

    Raises:
        BrokenModel: where a file is missing, was changed, or is of another format.
        ImportError: where the model is an encoder and the extra ``encoder`` is not installed.

    >>> print(load_predictor().predict("Ми засуджуємо цей напад і вимагаємо негайно вивести війська.")[0])
    demanding
    """
    place = data_path("model") if folder is None else data_path("encoder") if folder == "encoder" else Path(folder)
    return Predictor(_load_encoder(place) if str(kind(place)).startswith("encoder") else load_model(place))


def _load_encoder(folder: Path) -> Model:
    try:
        from research.encoders import load
    except ImportError as error:
        raise ImportError(f"{folder} holds an encoder; it needs: pip install 'detente[encoder]'") from error
    return load(folder)


def read_article(text: str, language: str | None = None) -> pd.DataFrame:
    """Find the statements of an article, who makes them, on whose behalf and towards whom, and their stance.

    See ``Predictor.read``; the predictor is the one that ships.
    """
    return load_predictor().read(text, language)


_SUMMARY = ["stance", "stance_probability", "intensity", "sentiment", "sentiment_probability"]


def _labels(probabilities: dict[str, NDArray[np.float64]]) -> pd.DataFrame:
    stance, sentiment = probabilities["stance"], probabilities["sentiment"]
    frame: dict[str, Any] = {
        "stance": [str(tuple(Stance)[column]) for column in stance.argmax(axis=1)],
        "stance_probability": stance.max(axis=1),
    }
    frame["intensity"] = pd.array(_intensities(frame["stance"], probabilities["intensity"]), dtype="Int64")
    frame["sentiment"] = [str(tuple(Sentiment)[column]) for column in sentiment.argmax(axis=1)]
    frame["sentiment_probability"] = sentiment.max(axis=1)
    frame |= {f"p_{name}": stance[:, column] for column, name in enumerate(Stance)}
    # Stance and sentiment share the name "neutral"; the tone's carries its label.
    frame |= {f"p_{name}_sentiment": sentiment[:, column] for column, name in enumerate(Sentiment)}
    return pd.DataFrame(frame)


def _intensities(stances: Sequence[str], probability: NDArray[np.float64]) -> list[int]:
    """Choose the likeliest intensity among those whose sign the stance allows (codebook, "Intensity")."""
    values = np.arange(-2, 3)
    signs = np.array([SIGN[Stance(stance)] for stance in stances])
    allowed = np.sign(values)[None, :] == signs[:, None]
    return [int(value) for value in values[np.where(allowed, probability, -1).argmax(axis=1)]]


def _check_article(text: object) -> None:
    if not isinstance(text, str):
        raise TypeError(f"an article is a string, got {type(text).__name__}: {str(text)[:60]!r}")
    if len(text) > LONGEST_ARTICLE:
        raise ValueError(f"the article has {len(text):,} characters; accepted are at most {LONGEST_ARTICLE:,}")
    if not any(letter.isalpha() for letter in text):
        raise ValueError(f"the article is {text[:60]!r}; expected words")


def _languages(texts: list[str], language: str | None) -> list[str | None]:
    if language is None:
        return [detect(text) for text in texts]
    if language not in LANGUAGES:
        raise ValueError(f"language is {language!r}; expected one of {', '.join(LANGUAGES)}")
    return [language] * len(texts)


def _refuse_foreign(texts: list[str], languages: list[str | None]) -> None:
    foreign = [row for row, found in enumerate(languages) if found is None]
    if foreign:
        raise UnsupportedLanguage(
            _foreign_message(texts, foreign) + "; say language='uk', 'ru' or 'en' if it is, or use predict_frame"
        )


def _foreign_message(texts: list[str], rows: list[int]) -> str:
    shown = ", ".join(map(str, rows[:10])) + ("…" if len(rows) > 10 else "")
    count = f"{len(rows)} of {len(texts)} texts are" if len(texts) > 1 else "the text is"
    return f"{count} in none of Ukrainian, Russian and English: {texts[rows[0]][:60]!r} (text {shown})"
