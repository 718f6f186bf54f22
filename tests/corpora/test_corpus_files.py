import hashlib
import shutil

import pytest

from research.corpora.files import read_bytes, read_text
from research.corpora.registry import repository
from research.corpora.rows import BrokenFile
from research.paths import data_path


@pytest.fixture
def stored(cache, pinned):
    source = pinned({"news/a.txt": "Сторони\r\nзустрілися".encode()})
    source.place("news").mkdir(parents=True)
    source.place("news/a.txt").write_bytes("Сторони\r\nзустрілися".encode())
    return source


def test_a_file_is_read_as_it_is(stored):
    assert read_text(stored, "news/a.txt") == "Сторони\r\nзустрілися"


def test_a_changed_byte_is_noticed_at_the_next_read(stored):
    read_bytes(stored, "news/a.txt")
    place = stored.place("news/a.txt")
    place.write_bytes(place.read_bytes().replace("С".encode(), "Т".encode()))
    with pytest.raises(BrokenFile, match=r"a.txt, line 1: does not have the pinned checksum .* `make data`"):
        read_bytes(stored, "news/a.txt")


def test_a_cut_file_is_noticed(stored):
    place = stored.place("news/a.txt")
    place.write_bytes(place.read_bytes()[:-3])
    with pytest.raises(BrokenFile, match="has 33 bytes; expected 36"):
        read_bytes(stored, "news/a.txt")


def test_reading_leaves_a_read_only_cache_as_it_is(stored, cache):
    before = {path: path.stat().st_mtime_ns for path in cache.rglob("*")}
    read_text(stored, "news/a.txt")
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*")} == before


@pytest.mark.parametrize("path", ["../../../etc/passwd", "a/../../../../b"])
def test_a_path_that_climbs_out_of_the_cache_is_refused(stored, path):
    with pytest.raises(ValueError, match="leads out of the cache"):
        stored.place(path)


def test_a_link_that_leads_out_of_the_cache_is_refused(stored, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (stored.folder / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ValueError, match="leads out of the cache"):
        stored.place("link/a.txt")


@pytest.mark.parametrize("path", ["../a.txt", "/etc/passwd", "a/../../b", "c:/a", "a\\..\\b"])
def test_a_registry_with_a_climbing_path_is_refused(monkeypatch, tmp_path, path):
    table = tmp_path / "corpora" / "owner" / "climbing" / "c0ffee.tsv"
    table.parent.mkdir(parents=True)
    table.write_text(f"sha256\tsize\tpath\n{'0' * 64}\t1\t{path}\n")
    monkeypatch.setattr("research.corpora.registry.data_path", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(ValueError, match="is no path inside a repository"):
        repository.__wrapped__("owner/climbing")


def test_an_unknown_repository_is_named():
    with pytest.raises(ValueError, match="a/b: 0 commits are pinned; expected one"):
        repository("a/b")


def test_what_is_pinned_is_what_the_shared_cache_holds(fetched):
    sums = fetched / "SHA256SUMS"
    if not sums.is_file():
        pytest.skip(f"needs {sums}")
    listed = {path.lstrip("*./"): sha for sha, path in (line.split(maxsplit=1) for line in sums.open())}
    tables = data_path("corpora").glob("*/*/*.tsv")
    sources = [repository("/".join(table.relative_to(data_path("corpora")).parts[:2])) for table in tables]
    ours = {f"{s.name}/{s.commit}/{path}": pin.sha256 for s in sources for path, pin in s.files.items()}
    assert ours == {path.strip(): sha for path, sha in listed.items()}


def test_a_checksum_is_that_of_the_bytes(fetched, cache, monkeypatch):
    monkeypatch.setenv("DETENTE_DATA", str(fetched.resolve()))
    source = repository("linatal/UNSCon")
    assert hashlib.sha256(read_bytes(source, "README.md")).hexdigest() == source.files["README.md"].sha256
    copy = cache / source.name / source.commit
    shutil.copytree(source.folder, copy)
    (copy / "README.md").chmod(0o644)
    with (copy / "README.md").open("r+b") as file:
        file.write(b"X")
    monkeypatch.setenv("DETENTE_DATA", str(cache))
    with pytest.raises(BrokenFile, match=r"README.md, line 1: does not have the pinned checksum"):
        read_bytes(source, "README.md")
