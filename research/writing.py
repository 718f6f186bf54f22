"""Putting things on disk whole or not at all, and in bytes that depend on nothing but the content."""

import hashlib
import json
import tempfile
from collections.abc import Callable
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


def replace_folder(folder: Path, fill: Callable[[Path], None]) -> None:
    """Fill a new folder and put it in the place of an old one; if anything fails, the old one stays as it was.

    Args:
        folder: where the results go.
        fill: writes everything into the folder that it is given.

    Raises:
        OSError: where the place cannot be written; the old results are intact.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as made:
        new, old = Path(made) / "new", Path(made) / "old"
        new.mkdir()
        fill(new)
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
