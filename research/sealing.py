"""A model folder and its seal: ``config.json`` with the checksum of every file and of itself."""

import hashlib
import json
from pathlib import Path
from typing import Any

from research.writing import as_json, sha256

MARKER = "config.json"


class BrokenModel(ValueError):
    """A model folder that lacks a file, holds a changed one, or was written in a format this version cannot read."""


def seal(folder: Path, config: dict[str, Any]) -> None:
    """Write ``config.json`` into a folder whose other files are all there.

    Args:
        folder: of the model.
        config: what a reader must know; ``format`` says how to read the rest.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    config = config | {"sha256": {path.relative_to(folder).as_posix(): sha256(path) for path in files}}
    (folder / MARKER).write_text(as_json(config | {"self": _digest(config)}), encoding="utf-8")


def kind(folder: Path) -> Any:
    """Give the format that a model folder says it is of.

    Raises:
        BrokenModel: where it is no model folder.
    """
    return _configuration(folder).get("format")


def verified(folder: Path, accepted: int | str) -> dict[str, Any]:
    """Give the configuration of a model folder after checking its format, its own checksum and every file's.

    Raises:
        BrokenModel: where the folder is not a whole, unchanged model of this format; the message names the file.
    """
    config = _configuration(folder)
    if config.get("format") != accepted:
        written = config.get("format")
        raise BrokenModel(f"{folder} has format {written!r}; this version of détente reads format {accepted!r}")
    if config.pop("self", None) != _digest(config):
        raise BrokenModel(f"{folder / MARKER} was changed after it was saved: its checksum of itself differs")
    for name, expected in config["sha256"].items():
        if not (folder / name).is_file():
            raise BrokenModel(f"{folder} lacks {name}")
        if sha256(folder / name) != expected:
            raise BrokenModel(f"{folder / name} was changed after it was saved: its checksum differs from {MARKER}")
    return config


def _configuration(folder: Path) -> dict[str, Any]:
    try:
        config = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BrokenModel(f"{folder} is not a model folder: it has no {MARKER}") from error
    except ValueError as error:
        raise BrokenModel(f"{folder / MARKER} is damaged: {error}") from error
    if not isinstance(config, dict):
        raise BrokenModel(f"{folder / MARKER} is damaged: it holds no table")
    return config


def _digest(config: dict[str, Any]) -> str:
    """The SHA-256 of a configuration, so that a changed byte in it is found like one in any other file."""
    return hashlib.sha256(as_json(config).encode()).hexdigest()
