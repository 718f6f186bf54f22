"""The whole way from labels to the models that ship or that are made at home: train, score, write the card, save."""

from pathlib import Path

import numpy as np
import pandas as pd

from research import distillation, storage
from research.corpora import load, trainable
from research.evaluation.contamination import duplicates
from research.evaluation.splits import Split, guarded
from research.modelcard import card
from research.models.conformal import Held
from research.models.familiarity import fit_familiarity
from research.models.reliability import Reliability
from research.predictor import Predictor, load_predictor
from research.sealing import MARKER
from research.training import HEADS, Taught, train
from research.writing import check_place


def ship_student(folder: Path, seed: int = 0) -> None:
    """Train the model that ships, score it on ``gold`` test, and save it with its card.

    It learns from the statements written here, the licensed rows of ``gold`` train, and what the teacher read in
    unlabelled statements. The configuration is fixed in the code and was chosen on the development part; the test part
    is read once, for the card.

    Raises:
        CorpusNotFetched: where a source is not on this machine.
        OSError: where the folder cannot be written; a model that lay there is intact.
    """
    check_place(folder, MARKER)
    learnt, tested = shipping_split()
    sentences, probabilities = distillation.read()
    trained = train(learnt, seed, Taught(list(sentences["text"]), probabilities))
    known = reliability(learnt, trained.held_out, trained.probabilities["stance"])
    predictor = Predictor(trained.model, known)
    storage.save(trained.model, card(predictor, learnt, tested, len(sentences), "card.md"), folder, known)


def ship_encoder(folder: Path, base: str, labels: Path | None = None, seed: int = 0) -> None:
    """Fine-tune the encoder, save it with its card, and let it label unlabelled statements for the student.

    Args:
        folder: where the encoder goes.
        base: name of the encoder to start from, on a hub or a local folder.
        labels: where its probabilities for unlabelled statements go; None to make none.
        seed: of the fit and the draw.

    Raises:
        As ``ship_student``; ImportError where the extra ``encoder`` is not installed.
    """
    from research import encoders
    from research.teaching import teach

    check_place(folder, MARKER)
    learnt, tested = shipping_split()
    taught = teach(learnt, base, seed)
    known = reliability(learnt, taught.held_out, taught.probabilities["stance"])
    predictor = Predictor(taught.model, known)
    encoders.save(taught.model, card(predictor, learnt, tested, 0, "card_encoder.md"), folder, known)
    if labels is not None:
        # The model that ships now guesses which sentences are worth reading.
        pool = distillation.sample(distillation.unlabelled(learnt, tested), tested, load_predictor().model, seed)
        distillation.label(taught.model, pool, labels)


def shipping_split() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the rows that the shipped models learn from and those they are scored on; they share no document, no text.

    Rows that nearly stand in ``contrast`` are left out too, for it tests the same models.
    """
    gold = load("gold")
    own = [load(name) for name in ("authored", "counterfactual")]
    rows = pd.concat([*own, trainable(gold[gold["split"] == "train"]), gold[gold["split"] == "test"]])
    rows = rows.reset_index(drop=True)
    repeated = duplicates(list(rows["text"]), list(load("contrast")["text"]))["position"]
    rows = rows[~rows.index.isin(repeated)].reset_index(drop=True)
    tested = rows["split"].eq("test").fillna(False).to_numpy(bool)
    split = guarded(rows, Split(np.flatnonzero(~tested), np.flatnonzero(tested)))
    return rows.iloc[split.train].reset_index(drop=True), rows.iloc[split.test].reset_index(drop=True)


def reliability(learnt: pd.DataFrame, held_out: pd.DataFrame, probability: np.ndarray) -> Reliability:
    """Gather what a model is to know of its limits.

    Args:
        learnt: the rows that it learnt from.
        held_out: n rows that it did not see.
        probability: of shape (n, 3), what it made of their stance.
    """
    truth = np.array([HEADS["stance"].index(str(stance)) for stance in held_out["stance"]])
    strangeness = 1 - probability[np.arange(len(truth)), truth]
    familiarity = fit_familiarity(list(learnt["text"]), list(learnt["language"]), list(learnt["document"]))
    return Reliability(Held(strangeness, held_out["language"].to_numpy(str)), familiarity)
