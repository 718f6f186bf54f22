import json

import numpy as np
import pytest

from research import storage
from research.features import AdditiveHasher, NgramHasher
from research.models.linear import Head, LinearModel
from research.sealing import BrokenModel


@pytest.fixture(params=[NgramHasher(bits=8), AdditiveHasher(characters=(2, 3), bits=8)])
def model(request):
    draw = np.random.default_rng(0)
    head = Head(("no", "yes"), draw.normal(size=(256, 2)).astype(np.float32), np.zeros(2, np.float32))
    return LinearModel(request.param, np.ones(256, np.float32), {"stance": head})


@pytest.fixture
def folder(model, tmp_path):
    storage.save(model, "# A card\n", tmp_path / "model")
    return tmp_path / "model"


def test_what_is_saved_is_what_is_loaded(model, folder):
    loaded = storage.load(folder)
    assert isinstance(model.hasher, type(loaded.hasher))
    assert vars(loaded.hasher) == model.hasher.get_params()
    texts = ["Ми готові", "We refuse"]
    assert np.allclose(loaded.probabilities(texts)["stance"], model.probabilities(texts)["stance"], atol=1e-2)


def test_the_same_model_gives_the_same_bytes(model, folder, tmp_path):
    storage.save(model, "# A card\n", tmp_path / "again")
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


@pytest.mark.parametrize("name", ["model.safetensors", "card.md", "config.json"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(BrokenModel, match=name):
        storage.load(folder)


@pytest.mark.parametrize("name", ["model.safetensors", "card.md"])
def test_a_changed_byte_is_found_before_anything_is_read(folder, name):
    content = bytearray((folder / name).read_bytes())
    content[-1] ^= 1
    (folder / name).write_bytes(bytes(content))
    with pytest.raises(BrokenModel, match=f"{name} was changed"):
        storage.load(folder)


def test_a_changed_setting_is_found(folder):
    path = folder / "config.json"
    path.write_text(path.read_text().replace('"bits": 8', '"bits": 9'))
    with pytest.raises(BrokenModel, match=r"config\.json was changed after it was saved"):
        storage.load(folder)


@pytest.mark.parametrize("text", ["", "{", "[]"])
def test_a_damaged_configuration_is_named(folder, text):
    (folder / "config.json").write_text(text)
    with pytest.raises(BrokenModel, match=r"config\.json is damaged"):
        storage.load(folder)


def test_another_format_is_refused_with_the_one_accepted(folder):
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"format": 99}))
    with pytest.raises(BrokenModel, match="has format 99; this version of détente reads format 1"):
        storage.load(folder)


def test_no_folder_at_all(tmp_path):
    with pytest.raises(BrokenModel, match="is not a model folder"):
        storage.load(tmp_path / "nowhere")
