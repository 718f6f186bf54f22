import pytest

from research.writing import as_json, replace_folder


def test_json_is_the_same_for_the_same_numbers():
    first = as_json({"b": 1 / 3, "a": (1, {"x": 0.1 + 0.2})})
    assert first == as_json({"a": [1, {"x": 0.3}], "b": 0.333333})
    assert first.index('"a"') < first.index('"b"')


@pytest.fixture
def folder(tmp_path):
    old = tmp_path / "results"
    old.mkdir()
    (old / "metrics.json").write_text("old")
    return old


def left(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}, [p.name for p in folder.parent.iterdir()]


def test_new_content_takes_the_place_of_the_old(folder):
    replace_folder(folder, "metrics.json", lambda new: (new / "report.html").write_text("new") and None)
    assert left(folder) == ({"report.html": "new"}, ["results"])


def test_a_full_disk_leaves_the_old_content_and_nothing_half_written(folder):
    def fill(new):
        (new / "metrics.json").write_text("new")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        replace_folder(folder, "metrics.json", fill)
    assert left(folder) == ({"metrics.json": "old"}, ["results"])


def test_a_read_only_place_leaves_the_old_content(folder, monkeypatch):
    def refuse(**place):
        raise PermissionError(13, "Permission denied", place["dir"])

    monkeypatch.setattr("tempfile.TemporaryDirectory", refuse)  # whoever tests as root may write anywhere
    with pytest.raises(PermissionError, match="Permission denied"):
        replace_folder(folder, "metrics.json", lambda new: None)
    assert left(folder) == ({"metrics.json": "old"}, ["results"])


def test_a_folder_or_file_that_is_not_ours_is_left_alone(tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work")
    with pytest.raises(FileExistsError, match=r"thesis holds other files and no metrics\.json; it is not replaced"):
        replace_folder(tmp_path / "thesis", "metrics.json", lambda new: None)
    with pytest.raises(FileExistsError, match="is a file; expected a folder"):
        replace_folder(tmp_path / "thesis" / "chapter.txt", "metrics.json", lambda new: None)
    assert (tmp_path / "thesis" / "chapter.txt").read_text() == "years of work"


@pytest.mark.parametrize("error", [OSError(30, "Read-only file system"), KeyboardInterrupt()])
def test_where_the_swap_fails_the_old_content_comes_back(folder, monkeypatch, error):
    rename, calls = type(folder).rename, []

    def fail_second(path, target):
        calls.append(path)
        if len(calls) == 2:
            raise error
        return rename(path, target)

    monkeypatch.setattr(type(folder), "rename", fail_second)
    with pytest.raises(type(error)):
        replace_folder(folder, "metrics.json", lambda new: (new / "metrics.json").write_text("new") and None)
    assert left(folder)[0] == {"metrics.json": "old"}
