"""Read the fetched files; every read verifies size and checksum, and nothing here writes into the cache."""

import hashlib
from collections.abc import Collection

from research.corpora.registry import Repository
from research.corpora.rows import BrokenFile, decode


class CorpusNotFetched(FileNotFoundError):
    """A corpus, or a part of it, is not on this machine."""

    def __init__(self, name: str, missing: Collection[str], folder: object) -> None:
        super().__init__(
            f"the corpus {name!r} is not on this machine: {len(missing)} of its files are missing in {folder} "
            f"(first: {next(iter(missing))}). Run `make data`, or `detente corpora fetch {name}`; "
            "DETENTE_DATA names another folder that holds them."
        )


def read_bytes(repository: Repository, path: str) -> bytes:
    """Read a file of the cache.

    Args:
        repository: where the file belongs.
        path: the file's path inside it.

    Raises:
        FileNotFoundError: where the file is not in the cache.
        BrokenFile: where it is not the pinned file; the message says how to get that.
    """
    place, pinned = repository.place(path), repository.files[path]
    content = place.read_bytes()
    if len(content) != pinned.size:
        raise BrokenFile(place, 1, f"has {len(content)} bytes; expected {pinned.size}. {_REMEDY}")
    if hashlib.sha256(content).hexdigest() != pinned.sha256:
        raise BrokenFile(place, 1, f"does not have the pinned checksum {pinned.sha256}. {_REMEDY}")
    return content


def read_text(repository: Repository, path: str) -> str:
    """Read a text file of the cache; its line ends stay as they are.

    Raises:
        FileNotFoundError: where the file is not in the cache.
        BrokenFile: where it is not the pinned file or not UTF-8.
    """
    return decode(read_bytes(repository, path), repository.place(path), crlf=True)


_REMEDY = "Delete it and run `make data`"
