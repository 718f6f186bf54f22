"""Which files are scored: one file, those of a folder, or those that a pattern names."""

import glob
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from research.writing import sha256

#: How a file is read, by the ending of its name.
KINDS = {
    ".txt": "text",
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
}


@dataclass(frozen=True)
class Source:
    """A file to be scored, as it was when the run began.

    Attributes:
        path: where it is.
        name: its path below the folder that all files of the run share.
        state: size and time of the last change, in nanoseconds.
    """

    path: Path
    name: str
    state: tuple[int, int]

    def identity(self) -> dict[str, Any]:
        """Tell this file from every other by its name and content."""
        return {"file": self.name, "bytes": self.state[0], "sha256": sha256(self.path)}

    def check_unchanged(self) -> None:
        """Refuse a file that was changed while it was read.

        Raises:
            ValueError: where it was; the parts that were written may be of two versions.
        """
        if _state(self.path) != self.state:
            raise ValueError(f"{self.path} changed while it was scored; score it again into a new folder")


def find(pattern: str) -> tuple[str, list[Source]]:
    """Find the files to be scored.

    Args:
        pattern: the path of a file, of a folder (all files in it, at any depth, whose ending is known and whose name
            does not begin with a dot), or a glob such as ``"2024/*.csv"``.

    Returns:
        Their kind, a value of ``KINDS``, and the files in the order of their paths.

    Raises:
        FileNotFoundError: where there is no such file.
        ValueError: where a file's ending is unknown, or the files are of several kinds.
    """
    paths = _paths(pattern)
    if not paths:
        raise FileNotFoundError(f"{pattern} is no file, folder or glob with files that end in {', '.join(KINDS)}")
    kinds = {_kind(path) for path in paths}
    if len(kinds) > 1:
        raise ValueError(f"{pattern} has files of several kinds: {', '.join(sorted(kinds))}; name one with a glob")
    root = os.path.commonpath([path.parent for path in paths])
    return kinds.pop(), [Source(path, path.relative_to(root).as_posix(), _state(path)) for path in paths]


def _paths(pattern: str) -> list[Path]:
    path = Path(pattern).absolute()
    if path.is_file():
        return [path]
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if _is_data(file.relative_to(path)) and file.is_file())
    matches = map(Path, glob.glob(pattern, recursive=True))  # noqa: PTH207 (Path.glob refuses absolute patterns)
    return sorted(match.absolute() for match in matches if match.is_file())


def _is_data(path: Path) -> bool:
    return path.suffix.lower() in KINDS and not any(part.startswith(".") for part in path.parts)


def _kind(path: Path) -> str:
    if path.suffix.lower() not in KINDS:
        raise ValueError(f"{path} ends in {path.suffix!r}; expected one of {', '.join(KINDS)}")
    return KINDS[path.suffix.lower()]


def _state(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns
