"""Putting things on disk whole or not at all, and in bytes that depend on nothing but the content."""

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def as_json(content: Any) -> str:
    """Write JSON that is the same for the same numbers: sorted keys, six decimals."""
    return json.dumps(_rounded(content), sort_keys=True, indent=1, ensure_ascii=False) + "\n"


def _rounded(content: Any) -> Any:
    if isinstance(content, dict):
        return {str(key): _rounded(value) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [_rounded(value) for value in content]
    return round(content, 6) if isinstance(content, float) else content


def check_place(folder: Path, marker: str) -> None:
    """Refuse a place that holds something which is not ours to replace.

    Args:
        folder: where something is to be written.
        marker: the name of a file that tells a folder of that kind from any other.

    Raises:
        FileExistsError: where there is a file, or a folder that has content but not the marker.
    """
    if folder.is_file():
        raise FileExistsError(f"{folder} is a file; expected a folder, a new one or one that holds {marker}")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / marker).is_file():
        raise FileExistsError(f"{folder} holds other files and no {marker}; it is not replaced")


def replace_folder(folder: Path, marker: str, fill: Callable[[Path], None]) -> None:
    """Fill a new folder and put it in the place of an old one; if anything fails, the old one stays as it was.

    Args:
        folder: where the results go.
        marker: as in ``check_place``.
        fill: writes everything into the folder that it is given, the marker among it.

    Raises:
        FileExistsError: where something lies there that is not ours.
        OSError: where the place cannot be written; the old results are intact.
    """
    folder = folder.resolve()
    check_place(folder, marker)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as made:
        new, old = Path(made) / "new", Path(made) / "old"
        new.mkdir()
        fill(new)
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except BaseException:  # an interrupt too: what is in ``made`` is about to be deleted
            if old.exists():
                old.rename(folder)
            raise


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Write a file beside its place, where it appears once it is whole; if anything fails, an old one stays.

    Args:
        path: where it is to be; missing folders above it are made.

    Yields:
        Where to write.

    Raises:
        IsADirectoryError: where a folder lies there.
    """
    if path.is_dir():
        raise IsADirectoryError(f"{path} is a folder; expected the name of a file")
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
