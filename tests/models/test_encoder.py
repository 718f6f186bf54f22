"""The encoder, at the size of a toy: two layers of 16, words for pieces, made on the spot."""

import json

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra 'encoder' is not installed")
transformers = pytest.importorskip("transformers", reason="the extra 'encoder' is not installed")
tokenizers = pytest.importorskip("tokenizers", reason="the extra 'encoder' is not installed")

from research.encoders import load, save  # noqa: E402
from research.models.attribution import attributions  # noqa: E402
from research.models.embeddings import SentenceEmbeddings  # noqa: E402
from research.models.finetuning import Lesson, Recipe, fine_tune  # noqa: E402
from research.predictor import load_predictor  # noqa: E402
from research.sealing import BrokenModel  # noqa: E402
from research.training import HEADS  # noqa: E402

TEXTS = ("Ми дякуємо за допомогу", "Встреча в четверг", "We demand an answer")
CLASSES = {label: HEADS[label] for label in ("stance", "sentiment", "intensity")}
TARGETS = {"stance": [0, 1, 2], "sentiment": [2, 1, 0], "intensity": [3, 2, 1]}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """An encoder that knows nothing."""
    folder = tmp_path_factory.mktemp("base")
    words = sorted({word for text in TEXTS for word in f"query : {text}".split()} | {"A", "B", ","})
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    vocabulary = {word: place for place, word in enumerate([*special, *words])}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.post_processor = tokenizers.processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    names = {"pad_token": "<pad>", "unk_token": "<unk>", "bos_token": "<s>", "eos_token": "</s>"}
    transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, **names).save_pretrained(folder)
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        pad_token_id=1,
    )
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(base):
    times = 20
    targets = {label: np.array(values * times) for label, values in TARGETS.items()}
    weights = {label: np.ones(3 * times) for label in TARGETS}
    lesson = Lesson(list(TEXTS) * times, ["", "", "Встреча"] * times, targets, weights)
    return fine_tune(base, lesson, CLASSES, Recipe(epochs=12, batch=12, rate=5e-3, head_rate=2e-2), seed=0)


def test_all_labels_are_learnt_at_once(model):
    for label, probability in model.probabilities(TEXTS).items():
        assert probability.argmax(axis=1).tolist() == TARGETS[label]
        assert probability.sum(axis=1) == pytest.approx(1)


def test_batches_and_order_do_not_change_a_prediction(model):
    together = model.probabilities([*TEXTS, "We"])["stance"]
    alone = np.concatenate([model.probabilities([text])["stance"] for text in (*TEXTS, "We")])
    assert together == pytest.approx(alone, abs=0.02)


def test_the_sentence_before_is_read(model):
    plain = model.probabilities(["We demand"])["stance"]
    assert not np.array_equal(plain, model.probabilities(["We demand"], ["Встреча в четверг"])["stance"])


def test_the_name_of_an_actor_changes_nothing(model):
    texts = [f"We demand an answer from {name}." for name in ("Poland", "Japan", "the United States")]
    found = model.probabilities(texts)["stance"]
    assert found[0].tolist() == found[1].tolist()


def test_soft_targets_are_learnt_too(base):
    soft = {"stance": np.tile([[0.5, 0.5, 0.0]], (30, 1))}
    lesson = Lesson(["We demand"] * 30, [""] * 30, soft, {"stance": np.ones(30)})
    taught = fine_tune(base, lesson, {"stance": HEADS["stance"]}, Recipe(epochs=20, rate=5e-3, smoothing=0), seed=0)
    assert taught.probabilities(["We demand"])["stance"][0] == pytest.approx([0.5, 0.5, 0], abs=0.1)


def test_a_saved_encoder_is_a_predictor(model, tmp_path):
    save(model, "# A card", tmp_path / "encoder")
    again = load(tmp_path / "encoder")
    before, after = model.probabilities(TEXTS)["stance"], again.probabilities(TEXTS)["stance"]
    assert after == pytest.approx(before, abs=0.02)
    predictor = load_predictor(tmp_path / "encoder")
    assert [str(stance) for stance in predictor.predict(["We demand an answer"], language="en")] == ["demanding"]
    with pytest.raises(TypeError, match="the model is a EncoderModel; expected a LinearModel"):
        predictor.save(tmp_path / "other", "# A card")


def test_a_changed_encoder_is_refused(model, tmp_path):
    save(model, "# A card", tmp_path / "encoder")
    config = tmp_path / "encoder" / "encoder" / "config.json"
    config.write_text(json.dumps(json.loads(config.read_text()) | {"hidden_size": 8}))
    with pytest.raises(BrokenModel, match="was changed after it was saved"):
        load(tmp_path / "encoder")


def test_the_weights_of_words_add_up_to_the_difference_that_they_make(model):
    """Integrated gradients are complete: the weights sum to the score less that of padding."""
    text = TEXTS[2]
    frame = attributions(model, text, "stance", "demanding")
    assert frame["word"].tolist() == text.split()
    assert [frame.attrs["text"][row.start : row.end] for row in frame.itertuples()] == text.split()
    logits = model.logits([text], [""])["stance"][0]
    score = logits[2] - logits.mean()
    assert frame["weight"].sum() + frame.attrs["intercept"] == pytest.approx(score, abs=0.05)
    assert frame.loc[frame["weight"].idxmax(), "word"] in ("demand", "answer", "an", "We")


def test_embeddings_have_length_one(base):
    found = SentenceEmbeddings(str(base)).transform(list(TEXTS))
    assert found.shape == (3, 16)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-3)
