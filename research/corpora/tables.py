"""Parsed tables, kept as Arrow files so that the next load need not parse; in the user's cache, never the corpora's.

A kept table is used only while all that it was made from is unchanged: the fetched files, by size and time of change,
and the code and data of this package.
"""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

import pandas as pd
import platformdirs

from research.paths import data_path


def kept(name: str, files: Iterable[Path], build: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Give a table, built now or when nothing was different.

    Args:
        name: what to call it; one table is kept under a name.
        files: what it is made from, beside this package.
        build: makes it.
    """
    folder = platformdirs.user_cache_path("detente") / "tables"
    file = folder / f"{name}-{_state(files)}.arrow"
    with suppress(OSError, ValueError):  # not there, or broken
        return pd.read_feather(file)
    table = build()
    with suppress(OSError):  # a cache that cannot be written costs time, no more
        _keep(table, file, stale=folder.glob(f"{name}-????????????????.arrow"))
    return table


def _state(files: Iterable[Path]) -> str:
    parts = [*sorted(Path(__file__).parent.glob("*.py")), *_shipped(), *files]
    facts = [(str(file), (stat := file.stat()).st_size, stat.st_mtime_ns) for file in parts]
    return sha256(json.dumps(facts).encode()).hexdigest()[:16]


def _shipped() -> list[Path]:
    return [file for folder in ("cards", "gold", "maps") for file in sorted(data_path(folder).iterdir())]


def _keep(table: pd.DataFrame, file: Path, stale: Iterable[Path]) -> None:
    old = list(stale)
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, suffix=".part", delete=False) as part:
        try:
            table.to_feather(part, compression="zstd")
            Path(part.name).replace(file)
        except BaseException:  # a full disk must not be filled further by parts
            Path(part.name).unlink(missing_ok=True)
            raise
    for before in old:
        before.unlink(missing_ok=True)
