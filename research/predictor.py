"""The trained model as people use it: texts in, stance, intensity and sentiment out, with probabilities and reasons."""

import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from research.article import Reading
from research.inputs import (
    Texts,
    UnsupportedLanguage,
    check_article,
    checked,
    foreign_message,
    languages_of,
    refuse_foreign,
)
from research.labelling import SUMMARY, label_frame
from research.labels import Stance
from research.language import detect
from research.models import reliability
from research.models.conformal import sets
from research.models.linear import LinearModel
from research.models.model import Model
from research.models.reliability import Reliability
from research.paths import data_path
from research.reading import read as read_statements
from research.sealing import kind
from research.storage import load as load_model
from research.storage import save as save_model


class Predictor:
    """Stance, intensity and sentiment of diplomatic statements in Ukrainian, Russian and English.

    Every method takes one text, a list, a pandas Series or a column of a ``datasets.Dataset``, and raises

    * ``TypeError`` where a text is not a string,
    * ``ValueError`` where a text is empty, has no letters or is too long, or there are no texts at all,
    * ``UnsupportedLanguage`` where a text is in another language, unless ``language`` says which of the three it is.
      ``predict_frame`` warns instead and leaves the row's labels empty, so that a long run is not lost.
    """

    def __init__(self, model: Model, known: Reliability | None = None) -> None:
        self.model = model
        self.known = known

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
        known = checked(texts)
        refuse_foreign(known, languages_of(known, language))
        return self.model.probabilities(known)["stance"]

    def predict_set(self, texts: Texts, coverage: float = 0.9, language: str | None = None) -> list[tuple[Stance, ...]]:
        """Predict sets of stances that hold the right one with a stated frequency.

        Args:
            texts: n texts.
            coverage: how often a set is to hold the right stance, above 0 and below 1; it does on average within each
                language, for statements drawn like those that the model was calibrated on.
            language: as in ``predict``.

        Returns:
            n sets: one stance where the model is sure, several where it is not, none where no stance fits.

        Raises:
            ValueError: besides the reasons above, where the coverage is out of range.
            LookupError: where the model was saved without what it takes.
        """
        held = self._reliability().held
        known = checked(texts)
        languages = languages_of(known, language)
        refuse_foreign(known, languages)
        found = sets(held, self.model.probabilities(known)["stance"], np.array(languages, str), coverage)
        return [tuple(stance for stance, inside in zip(Stance, row, strict=True) if inside) for row in found]

    def familiarity(self, texts: Texts, language: str | None = None) -> NDArray[np.float64]:
        """Say how much texts are like those that the model learnt from; what is strange should not be believed.

        Args:
            texts: n texts, in any language.
            language: as in ``predict``.

        Returns:
            Of shape (n,), from 0 to 1: the share of held-out statements that are no more familiar. Below 0.05 a text
            is stranger than all but one statement in twenty; in another language it is 0.

        Raises:
            LookupError: where the model was saved without what it takes.
        """
        known = checked(texts)
        return self._reliability().familiarity.p_values(known, languages_of(known, language))

    def predict_frame(self, texts: Texts, language: str | None = None) -> pd.DataFrame:
        """Predict everything.

        Returns:
            One row for each text, with the index of a Series kept: ``text``, ``language``, ``stance``,
            ``stance_probability``, ``intensity``, ``sentiment``, ``sentiment_probability``, and the probability of
            each class (``p_conciliatory`` ... ``p_demanding``, ``p_negative`` ...). A text in none of the languages
            has no labels, and a warning names it.
        """
        known = checked(texts)
        languages = languages_of(known, language)
        foreign = [row for row, found in enumerate(languages) if found is None]
        if foreign:
            warnings.warn(foreign_message(known, foreign) + "; their labels are left empty", stacklevel=2)
        frame = label_frame(self.model.probabilities(known))
        if foreign:
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

    def read(self, text: str, language: str | None = None) -> Reading:
        """Find the statements of an article and predict each.

        Args:
            text: the article, as plain text or HTML.
            language: of the article, where it is known.

        Returns:
            One row for each statement: the columns of ``research.reading.read``, then ``stance``,
            ``stance_probability``, ``intensity``, ``sentiment``, ``sentiment_probability``. A declined comment is
            neutral by the codebook's rule 7, not by the model, and its probability is 1. In a notebook the frame shows
            itself as the article with its statements marked; ``page()`` gives that as a web page.

        Raises:
            TypeError: where the article is not a string.
            ValueError: where it has no words or more than ``LONGEST_ARTICLE`` characters.
            UnsupportedLanguage: where it is in none of the three languages.
        """
        check_article(text)
        found = read_statements(text, language)
        if found.empty and language is None and detect(found.attrs["text"]) is None:
            raise UnsupportedLanguage(foreign_message([text], [0]))
        reading = Reading(found.reindex(columns=[*found.columns, *SUMMARY]) if found.empty else self._labelled(found))
        reading.attrs, reading.explainer = found.attrs, self
        return reading

    def _labelled(self, found: pd.DataFrame) -> pd.DataFrame:
        """Add the columns of ``SUMMARY`` to statements that were read."""
        labels = label_frame(self.model.probabilities(list(found["text"]), list(found["context"])))[SUMMARY]
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
        save_model(self.model, card, Path(folder), self.known)

    def _reliability(self) -> Reliability:
        if self.known is None:
            raise LookupError("the model was saved without its held-out statements; train it again to have them")
        return self.known


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
    model = _load_encoder(place) if str(kind(place)).startswith("encoder") else load_model(place)
    return Predictor(model, reliability.read(place))


def _load_encoder(folder: Path) -> Model:
    try:
        from research.encoders import load
    except ImportError as error:
        raise ImportError(f"{folder} holds an encoder; it needs: pip install 'detente[encoder]'") from error
    return load(folder)


def read_article(text: str, language: str | None = None) -> Reading:
    """Find the statements of an article, who makes them, on whose behalf and towards whom, and their stance.

    See ``Predictor.read``; the predictor is the one that ships.
    """
    return load_predictor().read(text, language)
