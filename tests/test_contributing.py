import re
from pathlib import Path

import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.svm import LinearSVC

from research import corpora, experiment, models
from research.corpora import Corpus, load
from research.features import NgramHasher

ROOT = Path(__file__).parents[1]


def test_the_recipe_for_a_model(monkeypatch):
    """The code in the guide, as it stands there, gives a model that an experiment can use."""
    code = re.search(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    names = {
        "NgramHasher": NgramHasher,
        "TfidfTransformer": TfidfTransformer,
        "Pipeline": Pipeline,
        "make_pipeline": make_pipeline,
        "CalibratedClassifierCV": CalibratedClassifierCV,
        "LinearSVC": LinearSVC,
    }
    exec(code.group(1), names)
    monkeypatch.setitem(models.BUILDERS, "character_svm", names["character_svm"])
    authored = load("authored").iloc[:240]
    model = models.build("character_svm").fit(list(authored["text"]), authored["stance"].to_numpy(str))
    assert (model.predict(list(authored["text"])) == authored["stance"].to_numpy(str)).mean() > 0.9


def test_the_recipe_for_a_corpus(monkeypatch):
    """Four columns make a corpus; the rest of the table is added."""

    def read():
        return pd.DataFrame({"id": ["a"], "text": ["Ми згодні."], "language": ["uk"], "document": ["d"]})

    monkeypatch.setitem(corpora.CORPORA, "new", Corpus("new", read))
    card = corpora.CORPORA["authored"].card
    monkeypatch.setattr(Corpus, "card", card)
    assert load("new")["corpus"].tolist() == ["new"]


def test_the_recipe_for_an_experiment(tmp_path):
    """A copy of the default experiment, changed, is an experiment."""
    text = (ROOT / "experiments" / "default.toml").read_text(encoding="utf-8")
    path = tmp_path / "tone.toml"
    path.write_text(text.replace('task = "stance"', 'task = "sentiment"'), encoding="utf-8")
    assert experiment.read(path).task == "sentiment"
