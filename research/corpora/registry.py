"""What can be fetched: for each public repository, its files at one commit, with checksum and size.

``data/corpora/<owner>/<repository>/<commit>.tsv`` holds the facts; a file's place in the cache mirrors that path.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import platformdirs

from research.corpora.rows import read_rows
from research.paths import data_path


@dataclass(frozen=True)
class Pinned:
    """What a file must be: its sha256 in hexadecimal and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Repository:
    """The files of ``owner/repository`` at one commit, by their path inside it."""

    name: str
    commit: str
    files: Mapping[str, Pinned]

    @property
    def folder(self) -> Path:
        """Where the files lie in the cache."""
        return cache_root() / self.name / self.commit

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(pinned.size for pinned in self.files.values())

    def place(self, path: str) -> Path:
        """Give the place of a file in the cache.

        Raises:
            ValueError: where the path, or a link on its way, leaves the folder of the repository.
        """
        place = self.folder / path
        if not place.resolve().is_relative_to(self.folder.resolve()):
            raise ValueError(f"{self.name}: {path!r} leads out of the cache {self.folder}")
        return place

    def missing(self) -> list[str]:
        """Give the paths of the files that are not in the cache."""
        return [path for path in self.files if not (self.folder / path).is_file()]


def cache_root() -> Path:
    """Give the folder of the fetched corpora: ``DETENTE_DATA``, or the user's cache folder where that is unset."""
    chosen = os.environ.get("DETENTE_DATA")
    return Path(chosen).expanduser() if chosen else platformdirs.user_cache_path("detente") / "corpora"


@cache
def repository(name: str) -> Repository:
    """Read what is pinned of a repository.

    Args:
        name: ``owner/repository``.

    Raises:
        ValueError: where nothing, or more than one commit, is pinned under the name, or a path climbs.
    """
    tables = sorted(data_path("corpora", *name.split("/")).glob("*.tsv"))
    if len(tables) != 1:
        raise ValueError(f"{name}: {len(tables)} commits are pinned; expected one")
    rows = read_rows(tables[0], ("sha256", "size", "path"), delimiter="\t")
    pinned = map(Pinned, rows["sha256"], rows["size"].astype(int))
    files = dict(zip(map(_inside, rows["path"]), pinned, strict=True))
    return Repository(name, tables[0].stem, files)


def _inside(path: str) -> str:
    plain = PurePosixPath(path)
    if plain.is_absolute() or ".." in plain.parts or "\\" in path or ":" in path.split("/")[0]:
        raise ValueError(f"{path!r} is no path inside a repository")
    return path
