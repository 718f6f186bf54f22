from pathlib import Path

import pandas as pd
import pytest

from research.corpora import CorpusNotFetched
from research.experiment import Evaluation, Experiment, read, run
from research.experiment import running as module
from research.publish import publish
from research.statements import statement_table

DEFAULT = Path(__file__).parents[1] / "experiments" / "default.toml"

SAYINGS = {
    "uk": ("Дякуємо за допомогу з {}", "Зустріч щодо {} у четвер", "Вимагаємо припинити {}"),
    "ru": ("Благодарим за помощь с {}", "Встреча по {} в четверг", "Требуем прекратить {}"),
    "en": ("We thank you for {}", "The meeting on {} is on Thursday", "We demand an end to {}"),
}
STANCES = ("conciliatory", "neutral", "demanding")


@pytest.fixture
def corpus(monkeypatch, nonsense):
    """A corpus of 180 rows in 20 documents that any model but the majority can learn."""
    rows = [
        {
            "id": f"{language}{i}{k}",
            "text": saying.format(nonsense(f"{language}{i}{k}")),
            "language": language,
            "corpus": "small",
            "document": f"d{i}",
            "stance": stance,
            "sentiment": "neutral",
            "split": "test" if i < 5 else "train",
        }
        for language, sayings in SAYINGS.items()
        for i in range(20)
        for k, (saying, stance) in enumerate(zip(sayings, STANCES, strict=True))
    ]
    table = statement_table(pd.DataFrame(rows))
    monkeypatch.setattr(module, "load", lambda name: table)
    return table


def small(**changes):
    settings = {
        "title": "Small",
        "models": ("majority", "ngrams"),
        "baseline": "majority",
        "evaluations": (Evaluation("authored", "grouped", folds=3),),
        "resamples": 100,
        "learning_curve": (0.5, 1.0),
    }
    return Experiment(**(settings | changes))


def test_every_row_is_predicted_once_by_every_model(corpus):
    results = run(small())
    counts = results.predictions.groupby("model")["id"].nunique()
    assert counts.to_dict() == {"majority": 180, "ngrams": 180}
    assert len(results.predictions) == 360


def test_the_board_holds_scores_by_language_and_a_paired_comparison(corpus):
    board = run(small()).boards["authored"]
    assert list(board) == ["all", "en", "ru", "uk"]
    best = board["uk"]["ngrams"]
    assert best["scores"]["macro_f1"]["value"] > 0.9
    assert best["against_baseline"]["low"] > 0
    assert "against_baseline" not in board["uk"]["majority"]


def test_each_rung_is_compared_with_the_one_below_and_has_its_cost(corpus):
    results = run(small(models=("majority", "lexicon", "ngrams"), evaluations=(Evaluation("gold", "published"),)))
    rungs = results.boards["gold"]["all"]
    assert "against_below" not in rungs["majority"]
    gain = rungs["ngrams"]["scores"]["macro_f1"]["value"] - rungs["lexicon"]["scores"]["macro_f1"]["value"]
    assert rungs["ngrams"]["against_below"]["value"] == pytest.approx(gain)
    assert results.provenance["costs"]["gold"]["ngrams"]["fit_seconds"] > 0
    assert {"against the rung below", "fit, s", "statements/s"} <= set(results.table().columns)


def test_a_trained_predictor_is_scored_beside_the_others_on_a_published_split_alone(corpus):
    results = run(small(evaluations=(Evaluation("gold", "published"),), trained=("shipped", "shipped+shipped")))
    rungs = results.boards["gold"]["all"]
    assert list(rungs) == ["majority", "ngrams", "shipped", "shipped+shipped"]
    assert rungs["shipped"]["scores"] == rungs["shipped+shipped"]["scores"]  # a mean of the same is the same
    with pytest.raises(ValueError, match="cannot be scored on 'authored': they may have learnt"):
        small(trained=("shipped",))


def test_a_published_split_scores_the_test_part_only(corpus):
    results = run(small(evaluations=(Evaluation("gold", "published"),)))
    assert set(results.predictions["document"]) == {f"d{i}" for i in range(5)}
    assert [point["training_rows"] for point in results.curves["gold"]] == [72, 135]


def test_two_runs_write_the_same_metrics_and_the_report_is_one_page(corpus, tmp_path):
    for name in ("first", "second"):
        publish(run(small()), tmp_path / name)
    first, second = tmp_path / "first", tmp_path / "second"
    assert (first / "metrics.json").read_bytes() == (second / "metrics.json").read_bytes()
    assert (first / "predictions.csv").read_bytes() == (second / "predictions.csv").read_bytes()
    assert len(list((first / "figures").glob("*.png"))) == 5
    page = (first / "report.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 5
    assert "<script" not in page
    assert "src=" not in page


def test_a_corpus_that_is_not_here_is_left_out_only_if_it_may_be(corpus, monkeypatch):
    def load(name):
        if name == "gold":
            raise CorpusNotFetched("gold", ["a.csv"], Path("cache"))
        return corpus

    monkeypatch.setattr(module, "load", load)
    both = (Evaluation("authored", "grouped", 3), Evaluation("gold", "published", optional=True))
    results = run(small(evaluations=both))
    assert list(results.boards) == ["authored"]
    assert "make data" in results.notes[0]
    with pytest.raises(ValueError, match="every corpus was left out"):
        run(small(evaluations=both[1:]))
    with pytest.raises(CorpusNotFetched):
        run(small(evaluations=(Evaluation("gold", "published"),)))


def test_rows_dropped_by_the_guard_are_counted(corpus, monkeypatch):
    """A training text that a test document repeats is left out, and the report says so."""
    twin = corpus.iloc[[0]].assign(id="twin", document="d19", split="train")
    table = statement_table(pd.concat([corpus, twin]))
    monkeypatch.setattr(module, "load", lambda name: table)
    results = run(small(evaluations=(Evaluation("gold", "published"),)))
    assert results.notes[0].startswith("gold: 1 training rows")
    assert len(results.provenance["data"]["gold"]) == 64


def test_a_class_that_a_corpus_lacks_is_told(corpus, monkeypatch):
    """PLOVER has no neutral class, for example."""
    monkeypatch.setattr(module, "load", lambda name: corpus[corpus["stance"] != "neutral"])
    assert run(small()).notes == ("authored has no row that is neutral; its macro-F1 counts that class as 0",)


def test_the_default_experiment_is_read():
    experiment = read(DEFAULT)
    assert [evaluation.corpus for evaluation in experiment.evaluations] == ["authored", "gold"]
    assert experiment.evaluations[1].optional


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('seeds = [0]', 'seed = [0]'), "unknown key 'seed'; the keys are title, models"),
        (('title = "Stance from words"', ''), "missing key 'title'"),
        (("resamples = 1000", 'resamples = "1000"'), "resamples is '1000'; expected int"),
        (("resamples = 1000", "resamples = true"), "resamples is True; expected int"),
        (("resamples = 1000", "resamples = 3"), "resamples is 3; an interval needs at least 100"),
        (('"ngrams", "additive"]', '"gpt"]'), "models is 'gpt'; expected one of majority, lexicon, ngrams"),
        (('baseline = "lexicon"', 'baseline = "other"'), "baseline is 'other'"),
        (('corpus = "gold"', 'corpus = "golden"'), "corpus is 'golden'; expected one of authored"),
        (('split = "published"', 'split = "random"'), "split is 'random'; expected one of grouped, published"),
        (("folds = 5", "fold = 5"), "unknown key 'fold'; the keys are corpus"),
        (('task = "stance"', 'task = "mood"'), "task is 'mood'; expected one of stance, sentiment"),
        (("0.125", "12.5"), "learning_curve holds 12.5"),
        (("seeds = [0]", "seeds = []"), "seeds holds \\[\\]; expected at least one"),
        (("seeds = [0]", "seeds = [-1]"), "seeds holds -1"),
        (('"lexicon", "ngrams"', '"lexicon", "lexicon"'), "models holds .*; expected at least one, each once"),
        (('corpus = "gold"', 'corpus = "authored"'), "evaluations holds \\['authored', 'authored'\\]"),
        (('corpus = "gold"', 'corpus = "contrast"'), "tests behaviour and is never trained on"),
        (("[0.125", "[\"0.1\""), "learning_curve is '0.1'; expected float"),
        (('[[evaluations]]\ncorpus = "gold"', '[other]\ncorpus = "gold"'), "unknown key 'other'"),
        (("title =", "title = ="), "Invalid value"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_its_name_and_what_is_accepted(tmp_path, change, message):
    text = DEFAULT.read_text(encoding="utf-8")
    assert change[0] in text
    path = tmp_path / "wrong.toml"
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=message) as raised:
        read(path)
    assert str(path) in str(raised.value)
