import numpy as np
import pandas as pd
import pytest

from research import distillation
from research.training import HEADS

TEXTS = {
    "uk": "Ми дякуємо партнерам за допомогу. «Чи буде зустріч у четвер?» — спитали його. Так.",
    "ru": "Мы благодарим партнёров за помощь. Встреча пройдёт в четверг, сообщил посол! И всё.",
    "en": "We thank our partners for help &amp; time 🙂. The U.S. envoy said we must talk now. Yes.",
}


@pytest.fixture
def table():
    rows = [
        {"id": f"p{k}", "text": text, "language": language, "document": f"d{k}"}
        for k, (language, text) in enumerate(TEXTS.items())
    ]
    return pd.DataFrame(rows)


def probabilities(n):
    draw = np.random.default_rng(0)
    return {label: draw.dirichlet(np.ones(len(classes)), n) for label, classes in HEADS.items()}


def test_paragraphs_are_cut_into_sentences_with_the_one_before(table):
    found = distillation.sentences(table)
    assert found["text"].tolist()[:2] == [
        "Ми дякуємо партнерам за допомогу.",
        "«Чи буде зустріч у четвер?» — спитали його.",
    ]
    assert found["id"].tolist()[:2] == ["p0/0", "p0/1"]
    assert found["context"].tolist()[1] == "Ми дякуємо партнерам за допомогу."
    assert "Так." not in set(found["text"])  # too short to say anything
    assert found[found["language"] == "en"]["text"].tolist()[1] == "The U.S. envoy said we must talk now."


def test_labels_ship_without_text_and_come_back_with_it(table, tmp_path, monkeypatch):
    found = distillation.sentences(table)
    given = probabilities(len(found))
    path = tmp_path / "labels.parquet"
    distillation.write(found, given, path)
    assert "text" not in pd.read_parquet(path).columns
    monkeypatch.setattr(distillation, "data_path", lambda *parts: path)
    monkeypatch.setattr(distillation, "load", lambda name: table if name == "resistinua" else table.head(0))
    again, taught = distillation.read()
    assert again["text"].tolist() == found["text"].tolist()
    for label in HEADS:
        assert taught[label] == pytest.approx(given[label], abs=0.02)
        assert taught[label].sum(axis=1) == pytest.approx(1)


def test_another_text_under_the_same_id_is_refused(table, tmp_path, monkeypatch):
    found = distillation.sentences(table)
    path = tmp_path / "labels.parquet"
    distillation.write(found, probabilities(len(found)), path)
    changed = table.assign(text=table["text"].str.replace("партнерам", "сусідам"))
    monkeypatch.setattr(distillation, "data_path", lambda *parts: path)
    monkeypatch.setattr(distillation, "load", lambda name: changed if name == "resistinua" else changed.head(0))
    with pytest.raises(ValueError, match="the text of 'p0/0' is not the one labelled"):
        distillation.read()


def test_what_is_known_or_tested_is_not_drawn(table, monkeypatch):
    monkeypatch.setattr(distillation, "load", lambda name: table if name == "resistinua" else table.head(0))
    learnt = pd.DataFrame({"text": ["Мы благодарим партнёров за помощь."]})
    pool = distillation.unlabelled(learnt, pd.DataFrame({"document": ["d0"]}))
    assert set(pool["document"]) == {"d1", "d2"}
    assert "Мы благодарим партнёров за помощь." not in set(pool["text"])
    tested = pd.DataFrame({"text": ["Встреча пройдёт в четверг, сообщил посол!!"], "document": ["x"]})

    class Guess:
        def probabilities(self, texts, contexts=None):
            return {"stance": np.tile([0.2, 0.5, 0.3], (len(texts), 1))}

    drawn = distillation.sample(pool, tested, Guess(), size=4)
    assert set(drawn["language"]) == {"en"}  # the Russian one nearly stands in the test part
